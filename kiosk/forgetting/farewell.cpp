#include "kiosk/forgetting/farewell.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <type_traits>

#include <unistd.h>

#include "kiosk/forgetting/sealed.h"

namespace pocketplan::forgetting {
namespace {

constexpr std::array<char, 8> format{'P', 'o', 'c', 'k', 'B', 'y', 'e', '4'};

struct Sealed {
    std::array<char, 8> format;
    Farewell farewell;
};
static_assert(std::is_trivially_copyable_v<Sealed>);

template <class Enum>
bool in_range(Enum value, Enum last) {
    return static_cast<int>(value) >= 0 && static_cast<int>(value) <= static_cast<int>(last);
}

// A flag that is neither true nor false would be both; and to read it as a bool is too late.
bool is_flag(const bool& flag) {
    return static_cast<unsigned>(reinterpret_cast<const std::byte&>(flag)) <= 1;
}

template <std::size_t size>
bool ends(const std::array<char, size>& text) {
    return text.back() == '\0';
}

bool makes_sense(const visit::Hearing& hearing) {
    constexpr int most_asked = 1 << 20;  // times a visitor can ask
    return is_flag(hearing.listening) && hearing.pace.makes_sense() && hearing.loudness.makes_sense() &&
           hearing.asked >= 0 && hearing.asked <= most_asked;
}

bool makes_sense(const machine::Tally& tally) {
    return ends(tally.week) &&
           std::all_of(tally.few.begin(), tally.few.end(), [](const auto& few) { return ends(few.language); });
}

// Every value of it, so that nothing later has to check.
bool makes_sense(const Farewell& farewell) {
    const auto descriptors = farewell.descriptors();
    return ends(farewell.language) && ends(farewell.beside) && in_range(farewell.text_size, visit::TextSize::huge) &&
           in_range(farewell.theme, visit::Theme::black_on_white) && makes_sense(farewell.hearing) &&
           in_range(farewell.scanning, visit::Scanning::fast) && in_range(farewell.reason, visit::last_end_reason) &&
           is_flag(farewell.proven) && is_flag(farewell.printed) && is_flag(farewell.trouble) &&
           makes_sense(farewell.tally) && farewell.tries.makes_sense() &&
           std::all_of(descriptors.begin(), descriptors.end(), [](int descriptor) { return descriptor >= -1; });
}

}  // namespace

int write_farewell(const Farewell& farewell) {
    const Sealed sealed{format, farewell};
    return seal("farewell", std::as_bytes(std::span(&sealed, 1)));
}

std::optional<Farewell> take_farewell(int descriptor) {
    Sealed sealed{};
    const bool whole = pread(descriptor, &sealed, sizeof sealed, 0) == sizeof sealed && sealed.format == format;
    close(descriptor);
    if (!whole || !makes_sense(sealed.farewell)) return std::nullopt;
    return sealed.farewell;
}

}  // namespace pocketplan::forgetting
