#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "content/answers.h"
#include "content/library.h"
#include "kiosk/visit/hearing.h"
#include "kiosk/visit/printing.h"

// The staff desk, which lies over any screen once the staff code was entered. Nothing on it is about a visitor.
namespace pocketplan::visit {

inline constexpr std::size_t shortest_code = 6;
inline constexpr std::size_t longest_code = 12;

enum class DeskPage : std::uint8_t { home, printer, readiness, languages, lines, counts, volume, display, end };

// wait: it was not even looked at, for too many wrong ones came before it.
enum class CodeOutcome : std::uint8_t { right, wrong, wait };
struct CodeAnswer {
    CodeOutcome outcome = CodeOutcome::wrong;
    int seconds = 0;  // until the next try
};

// What was counted in a week that begins on this Monday.
struct WeekCount {
    content::Date monday{};
    int visits = 0;
    int prints = 0;
    int troubles = 0;
};
// This week and the four before.
using WeekCounts = std::array<WeekCount, 5>;

// A bank card, ISO/IEC 7810 ID-1, with which a display is measured; and what its picture may be made, for displays that
// are taken for larger or smaller than they are. Millimetres.
inline constexpr double card_width = 85.6;
inline constexpr double card_height = 53.98;
inline constexpr double narrowest_card = 40;
inline constexpr double widest_card = 170;

// What staff set for all visits to come. Outlives the visit.
struct Kept {
    std::uint64_t languages_off = 0;  // bit n: Library::languages[n]
    Loudness loudness{};              // of the voice when a visit begins
    double display_width = 0;         // of the picture, millimetres, as measured with a card; 0: it was not
};
// Whether a language is among those that are off.
constexpr bool is_off(std::uint64_t languages_off, content::LanguageIndex language) {
    const auto at = static_cast<std::size_t>(language);
    return at < 64 && (languages_off >> at & 1U) != 0;
}

struct Desk {
    // Gone when the desk, or the screen on which the code is entered, is left.
    struct Open {
        content::Words code;  // as far as it is typed
        std::optional<CodeAnswer> answer{};
        DeskPage page = DeskPage::home;
        std::optional<WeekCounts> counts{};  // unset: they cannot be read
        bool unwritten = false;              // what was set could not be kept
        double card = card_width;            // how wide its picture is, as everything is laid out
    };
    Open open;
    // Gone with the visit.
    std::optional<Job> test{};    // the test page, which is never a visitor's job
    bool more_time = false;       // this visitor may be idle for longer
    std::uint64_t shown_off = 0;  // languages that this visit is not offered: Kept::languages_off as it began
};

}  // namespace pocketplan::visit
