#include "tests/support/golden.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>

#include <png.h>

#include "content/bytes_of_file.h"

namespace pocketplan::tests {
namespace {

// FreeType and SDL of one Debian release always draw the same; a point release may change a grey slightly.
constexpr int close_enough = 24;
constexpr std::size_t most_strays = 60;

bool is_stray(std::uint8_t a, std::uint8_t b) {
    return std::abs(a - b) > close_enough;
}

std::size_t strays(const Pixels& a, const Pixels& b) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < a.values.size(); ++i) count += is_stray(a.values[i], b.values[i]) ? 1 : 0;
    return count;
}

using Pixel = std::array<std::uint8_t, 3>;

// Unset outside of the picture.
std::optional<Pixel> pixel_of(const Pixels& picture, int x, int y) {
    if (x >= picture.width || y >= picture.height) return std::nullopt;
    const auto* const at = &picture.values[3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                                                static_cast<std::size_t>(x))];
    return Pixel{at[0], at[1], at[2]};
}

// A quarter as strong, on white, and grey, so that nothing in it is as red as a mark.
std::uint8_t faded(const Pixel& pixel) {
    return static_cast<std::uint8_t>(191 + (pixel[0] + pixel[1] + pixel[2]) / 12);
}

std::string golden_of(const std::string& name, const char* ending) {
    return std::filesystem::path(SOURCE_DIR) / "tests/golden" / (name + ending);
}

// Next to the test programs, whatever folder the golden file is in.
std::string left_of(const std::string& name, const char* ending) {
    return std::filesystem::path(BUILD_DIR) / (std::filesystem::path(name).filename().string() + ending);
}

bool is_drawn_again() {
    const char* const mode = std::getenv("POCKETPLAN_GOLDEN");
    return mode != nullptr && std::string(mode) == "write";
}

std::string message(const std::string& golden_file, const std::string& left) {
    return "differs from " + golden_file + "; see " + left + ", and if it is better, ./dev golden";
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

Pixels difference_of(const Pixels& golden, const Pixels& seen) {
    constexpr Pixel mark{220, 0, 0};
    Pixels difference{std::max(golden.width, seen.width), std::max(golden.height, seen.height), {}};
    for (int y = 0; y < difference.height; ++y) {
        for (int x = 0; x < difference.width; ++x) {
            const auto was = pixel_of(golden, x, y);
            const auto is = pixel_of(seen, x, y);
            const bool same = was.has_value() == is.has_value() &&
                              (!was || std::equal(was->begin(), was->end(), is->begin(), std::not_fn(is_stray)));
            const auto grey = was ? faded(*was) : std::uint8_t{255};
            const Pixel shown = same ? Pixel{grey, grey, grey} : mark;
            difference.values.insert(difference.values.end(), shown.begin(), shown.end());
        }
    }
    return difference;
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
    const std::string seen_file = left_of(name, "-seen.png");
    const std::string difference_file = left_of(name, "-difference.png");
    write_png(seen_file, seen);
    write_png(difference_file, difference_of(golden, seen));
    return message(golden_file, seen_file + " and, in red, " + difference_file);
}

std::string differs_from_golden(const std::string& name, const std::string& seen) {
    const std::string golden_file = golden_of(name, ".txt");
    if (is_drawn_again()) {
        std::ofstream(golden_file) << seen;
        return "";
    }
    if (content::bytes_of_file(golden_file) == seen) return "";
    const std::string seen_file = left_of(name, "-seen.txt");
    std::ofstream(seen_file) << seen;
    return message(golden_file, seen_file);
}

}  // namespace pocketplan::tests
