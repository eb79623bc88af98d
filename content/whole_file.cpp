#include "content/whole_file.h"

#include <fstream>

namespace pocketplan::content {
namespace {

namespace fs = std::filesystem;

bool write(const fs::path& file, std::string_view bytes) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    return !out.fail();
}

}  // namespace

bool write_whole_file(const fs::path& file, std::string_view bytes) {
    std::error_code error;
    const auto led_to = fs::weakly_canonical(file, error);
    const auto& target = error ? file : led_to;
    auto beside = target;
    beside += ".part";
    if (write(beside, bytes)) {
        fs::rename(beside, target, error);
        if (!error) return true;
    }
    fs::remove(beside, error);
    return false;
}

}  // namespace pocketplan::content
