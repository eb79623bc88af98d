#include "printer/queue/ipp_bytes.h"

namespace pocketplan::queue {
namespace {

constexpr std::size_t header = 8;  // version, status, request id
constexpr int end_of_attributes = 0x03;
constexpr int last_delimiter = 0x0F;
constexpr int begin_collection = 0x34;
constexpr int end_collection = 0x37;

// Reads on, and remembers whether there was enough.
class Bytes {
public:
    explicit Bytes(std::span<const std::byte> left) : left_(left) {}

    [[nodiscard]] bool enough() const { return enough_; }
    int byte() {
        if (left_.empty()) enough_ = false;
        if (!enough_) return end_of_attributes;
        const int value = std::to_integer<int>(left_.front());
        left_ = left_.subspan(1);
        return value;
    }
    void skip_a_field() {
        const auto high = static_cast<std::size_t>(byte());
        const auto length = high * 256 + static_cast<std::size_t>(byte());
        if (length > left_.size()) enough_ = false;
        if (enough_) left_ = left_.subspan(length);
    }

private:
    std::span<const std::byte> left_;
    bool enough_ = true;
};

}  // namespace

bool is_readable(std::span<const std::byte> message) {
    if (message.size() <= header) return false;
    Bytes bytes(message.subspan(header));
    int depth = 0;
    for (int tag = bytes.byte(); bytes.enough() && tag != end_of_attributes; tag = bytes.byte()) {
        if (tag <= last_delimiter) continue;
        bytes.skip_a_field();  // its name
        bytes.skip_a_field();  // its value
        if (tag == begin_collection) ++depth;
        if (tag == end_collection) --depth;
        if (depth < 0 || depth > deepest_collection) return false;
    }
    return bytes.enough() && depth == 0;
}

}  // namespace pocketplan::queue
