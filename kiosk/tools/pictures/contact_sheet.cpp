#include "kiosk/tools/pictures/contact_sheet.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace pocketplan::pictures {
namespace {

constexpr std::uint8_t ground = 0x70;  // stands out from every theme's own, and from paper
constexpr int margin = 8;              // pixels
constexpr int channels = 3;

std::size_t offset(int width, int column, int row) {
    return (static_cast<std::size_t>(row) * static_cast<std::size_t>(width) + static_cast<std::size_t>(column)) *
           channels;
}

std::array<std::uint8_t, channels> mean(const Picture& picture, int left, int top, int right, int bottom) {
    std::array<unsigned, channels> sum{};
    for (int row = top; row < bottom; ++row) {
        for (int column = left; column < right; ++column) {
            const auto* const pixel = &picture.pixels[offset(picture.width, column, row)];
            for (std::size_t channel = 0; channel < channels; ++channel) sum[channel] += pixel[channel];
        }
    }
    const auto count = static_cast<unsigned>((right - left) * (bottom - top));
    return {static_cast<std::uint8_t>(sum[0] / count), static_cast<std::uint8_t>(sum[1] / count),
            static_cast<std::uint8_t>(sum[2] / count)};
}

}  // namespace

Picture shrunk(const Picture& picture, int width) {
    const int height = picture.height * width / picture.width;
    Picture small{picture.name, width, height, std::vector<std::uint8_t>(offset(width, 0, height))};
    for (int row = 0; row < height; ++row) {
        const int top = row * picture.height / height;
        const int bottom = std::max((row + 1) * picture.height / height, top + 1);
        for (int column = 0; column < width; ++column) {
            const int left = column * picture.width / width;
            const int right = std::max((column + 1) * picture.width / width, left + 1);
            const auto pixel = mean(picture, left, top, right, bottom);
            std::copy(pixel.begin(), pixel.end(), &small.pixels[offset(width, column, row)]);
        }
    }
    coarsen(small);
    return small;
}

Picture contact_sheet(const std::vector<Picture>& pictures, int columns) {
    const int width = pictures.empty() ? 1 : pictures.front().width;
    int height = 1;
    for (const auto& picture : pictures) height = std::max(height, picture.height);
    const int rows = (static_cast<int>(pictures.size()) + columns - 1) / columns;
    Picture sheet{"contact-sheet", columns * (width + margin) + margin, rows * (height + margin) + margin, {}};
    sheet.pixels.assign(offset(sheet.width, 0, sheet.height), ground);
    for (int at = 0; at < static_cast<int>(pictures.size()); ++at) {
        const auto& picture = pictures[static_cast<std::size_t>(at)];
        const int left = margin + at % columns * (width + margin);
        const int top = margin + at / columns * (height + margin);
        for (int row = 0; row < picture.height; ++row) {
            std::memcpy(&sheet.pixels[offset(sheet.width, left, top + row)],
                        &picture.pixels[offset(picture.width, 0, row)], offset(picture.width, 0, 1));
        }
    }
    return sheet;
}

}  // namespace pocketplan::pictures
