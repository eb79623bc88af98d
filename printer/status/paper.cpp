#include "printer/status/paper.h"

#include <algorithm>

namespace pocketplan::status {
namespace {

// Hundredths of a millimetre. Media sizes of ISO 216 and ANSI; a device may round by a millimetre.
constexpr int letter_width = 21590;
constexpr int letter_length = 27940;
constexpr int a4_width = 21000;
constexpr int a4_length = 29700;
constexpr int rounding = 100;
// Rolls sold as 80 mm measure 79.5; printers call them 72 (what they print), 80 or 82.5 (3.25 in).
constexpr int narrowest_roll = 7000;
constexpr int widest_roll = 8300;

// Devices say any number.
bool is_about(int said, int meant) {
    return said >= meant - rounding && said <= meant + rounding;
}

bool is_size(const Media& media, int width, int length) {
    return is_about(media.width, width) && is_about(media.length, length);
}

bool is_roll(const Media& media) {
    if (media.width < narrowest_roll || media.width > widest_roll) return false;
    // A card or an envelope of the same width is not a roll: a strip is at least twice as long as it is wide.
    const bool long_enough = media.length == 0 || media.length >= 2 * media.width;
    return long_enough && media.name.find("env") == std::string::npos;
}

std::optional<PaperKind> kind_of(const Media& media) {
    if (is_size(media, letter_width, letter_length)) return PaperKind::letter;
    if (is_size(media, a4_width, a4_length)) return PaperKind::a4;
    if (is_roll(media)) return PaperKind::receipt80;
    return std::nullopt;
}

// Larger paper is not ours, but a printer may still put our page on it.
bool may_take_a_page(const Media& media) {
    const bool told = media.width > 0;
    const bool large = media.width >= a4_width - rounding && media.length >= letter_length - rounding;
    const bool wide_roll = media.width >= a4_width - rounding && media.length == 0;
    return !told || large || wide_roll || kind_of(media).has_value();
}

}  // namespace

std::optional<PaperKind> choose_paper(const DeviceReport& device) {
    for (const auto& media : device.media) {
        if (const auto kind = kind_of(media)) return kind;
    }
    return std::nullopt;
}

std::optional<Media> choose_sheet(const std::vector<Media>& loaded, PaperKind kind) {
    if (kind == PaperKind::receipt80) return std::nullopt;
    const auto found = std::find_if(loaded.begin(), loaded.end(), [&](const Media& m) { return kind_of(m) == kind; });
    if (found != loaded.end()) return *found;
    return kind == PaperKind::a4 ? Media{"", a4_width, a4_length} : Media{"", letter_width, letter_length};
}

PaperSetup setup_of(const DeviceReport& device) {
    return {choose_paper(device), device.margins, device.colour};
}

bool no_paper_fits(const DeviceReport& device) {
    return !device.media.empty() && std::none_of(device.media.begin(), device.media.end(), may_take_a_page);
}

}  // namespace pocketplan::status
