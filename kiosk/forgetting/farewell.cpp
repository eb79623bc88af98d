#include "kiosk/forgetting/farewell.h"

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

bool makes_sense(const Farewell& farewell) {
    return farewell.language.back() == '\0' && in_range(farewell.text_size, visit::TextSize::huge) &&
           in_range(farewell.theme, visit::Theme::black_on_white) &&
           in_range(farewell.reason, visit::last_end_reason) && farewell.tally.week.back() == '\0';
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
