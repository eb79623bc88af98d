#include "kiosk/tools/preview/files.h"

#include <fstream>
#include <span>

namespace pocketplan::preview {
namespace {

std::filesystem::path beside(std::filesystem::path file) {
    return file += ".part";
}

bool write(const std::filesystem::path& file, std::span<const std::byte> bytes) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    out.close();
    return !out.fail();
}

}  // namespace

tl::expected<void, tools::Failure> write_all(const std::filesystem::path& folder, const Files& files) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    const auto give_up = [&](const std::filesystem::path& file) {
        for (const auto& [name, bytes] : files) std::filesystem::remove(beside(folder / name), error);
        return tools::users_fault(file.string() + ": cannot be written; name a folder that you may write to");
    };
    for (const auto& [name, bytes] : files) {
        if (!write(beside(folder / name), bytes)) return give_up(folder / name);
    }
    for (const auto& [name, bytes] : files) {
        std::filesystem::rename(beside(folder / name), folder / name, error);
        if (error) return give_up(folder / name);
    }
    return {};
}

}  // namespace pocketplan::preview
