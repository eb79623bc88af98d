#pragma once

#include <cstdint>
#include <string_view>

#include "content/database.h"
#include "content/schema.h"

namespace pocketplan::content {

// Hashes everything a library says, in the order of its tables (FNV-1a, 64 bits). SQLite keeps no checksums, and one
// flipped bit can be a wrong digit on paper. Guards against decay, not against malice.
class Digest {
public:
    template <class T, class Fields>
    void rows(const std::string&, std::vector<T>& list, Fields fields) {
        absorb_number(static_cast<std::int64_t>(list.size()));
        const auto row = [this](const char*, auto& value) { absorb(value); };
        for (auto& part : list) fields(row, part);
    }
    [[nodiscard]] std::int64_t sum() const { return static_cast<std::int64_t>(sum_); }

private:
    void absorb_bytes(std::string_view bytes) {
        for (const char byte : bytes) sum_ = (sum_ ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
    }
    void absorb_number(std::int64_t number) { absorb_bytes({reinterpret_cast<const char*>(&number), sizeof number}); }

    void absorb(const std::string& text) {
        absorb_number(static_cast<std::int64_t>(text.size()));
        absorb_bytes(text);
    }
    void absorb(double value) { absorb_bytes({reinterpret_cast<const char*>(&value), sizeof value}); }
    template <Number T>
    void absorb(T value) {
        absorb_number(static_cast<std::int64_t>(value));
    }
    template <Number T>
    void absorb(const std::optional<T>& value) {
        absorb_number(value ? static_cast<std::int64_t>(*value) : -1);
    }
    void absorb(const Date& date) { absorb_number(date.year * 10000 + date.month * 100 + date.day); }
    template <Number T>
    void absorb(const std::vector<T>& values) {
        for (const auto value : values) absorb(value);
    }
    // At once: recordings are long.
    void absorb(const std::vector<std::uint8_t>& bytes) {
        absorb_number(static_cast<std::int64_t>(bytes.size()));
        absorb_bytes({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    }
    void absorb(const Condition& condition) {
        absorb_number(static_cast<std::int64_t>(condition.steps.size()));
        for (const auto& step : condition.steps) {
            absorb(step.operation);
            absorb(step.question);
            absorb(step.option);
        }
    }

    std::uint64_t sum_ = 0xCBF29CE484222325U;
};

// The hash of a whole library.
inline std::int64_t digest_of(Library& library) {
    Digest digest;
    exchange(digest, library);
    return digest.sum();
}

}  // namespace pocketplan::content
