#include "tests/support/golden.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <png.h>

#include "content/bytes_of_file.h"

namespace pocketplan::tests {
namespace {

// FreeType and SDL of one Debian release draw the same every time; a point release may move a grey by a little.
constexpr int close_enough = 24;
constexpr std::size_t most_strays = 60;

std::size_t strays(const Pixels& a, const Pixels& b) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < a.values.size(); ++i)
        count += std::abs(a.values[i] - b.values[i]) > close_enough ? 1 : 0;
    return count;
}

std::string golden_of(const std::string& name, const char* ending) {
    return std::string(SOURCE_DIR) + "/tests/golden/" + name + ending;
}

// Beside the test programs, whatever folder the golden one is in.
std::string seen_of(const std::string& name, const char* ending) {
    return std::string(BUILD_DIR) + "/" + std::filesystem::path(name).filename().string() + "-seen" + ending;
}

bool is_drawn_again() {
    const char* const mode = std::getenv("POCKETPLAN_GOLDEN");
    return mode != nullptr && std::string(mode) == "write";
}

std::string difference(const std::string& golden_file, const std::string& seen_file) {
    return "differs from " + golden_file + "; see " + seen_file + ", and if it is better, ./dev golden";
}

}  // namespace

Pixels read_png(const std::string& file) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    Pixels picture;
    if (png_image_begin_read_from_file(&image, file.c_str()) == 0) return picture;
    image.format = PNG_FORMAT_RGB;
    picture.width = static_cast<int>(image.width);
    picture.height = static_cast<int>(image.height);
    picture.values.resize(PNG_IMAGE_SIZE(image));
    png_image_finish_read(&image, nullptr, picture.values.data(), 0, nullptr);
    return picture;
}

bool write_png(const std::string& file, const Pixels& picture) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(picture.width);
    image.height = static_cast<png_uint_32>(picture.height);
    image.format = PNG_FORMAT_RGB;
    return png_image_write_to_file(&image, file.c_str(), 0, picture.values.data(), 0, nullptr) != 0;
}

std::string differs_from_golden(const std::string& name, const Pixels& seen) {
    const std::string golden_file = golden_of(name, ".png");
    if (is_drawn_again()) {
        write_png(golden_file, seen);
        return "";
    }
    const Pixels golden = read_png(golden_file);
    const bool same_size = golden.width == seen.width && golden.height == seen.height;
    if (same_size && strays(golden, seen) <= most_strays) return "";
    const std::string seen_file = seen_of(name, ".png");
    write_png(seen_file, seen);
    return difference(golden_file, seen_file);
}

std::string differs_from_golden(const std::string& name, const std::string& seen) {
    const std::string golden_file = golden_of(name, ".txt");
    if (is_drawn_again()) {
        std::ofstream(golden_file) << seen;
        return "";
    }
    if (content::bytes_of_file(golden_file) == seen) return "";
    const std::string seen_file = seen_of(name, ".txt");
    std::ofstream(seen_file) << seen;
    return difference(golden_file, seen_file);
}

}  // namespace pocketplan::tests
