#include "content/bytes_of_file.h"

#include <algorithm>
#include <fstream>

namespace pocketplan::content {

std::optional<std::string> bytes_of_file(const std::filesystem::path& file, std::size_t enough) {
    constexpr std::size_t block = std::size_t{64} << 10U;
    std::error_code ignored;
    if (std::filesystem::is_directory(file, ignored)) return std::nullopt;
    std::ifstream in(file, std::ios::binary);
    if (!in) return std::nullopt;
    const auto told = std::filesystem::file_size(file, ignored);
    std::string bytes;
    if (!ignored) {
        // One more, which is not there, shows that the file has ended; another block would move all of it.
        bytes.resize(std::min(static_cast<std::size_t>(told) + 1, enough));
        in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        bytes.resize(static_cast<std::size_t>(in.gcount()));
    }
    while (in && bytes.size() < enough) {
        const std::size_t before = bytes.size();
        bytes.resize(before + block);
        in.read(bytes.data() + before, block);
        bytes.resize(before + static_cast<std::size_t>(in.gcount()));
    }
    if (in.bad()) return std::nullopt;
    return bytes;
}

}  // namespace pocketplan::content
