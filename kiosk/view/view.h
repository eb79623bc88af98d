#pragma once

#include <array>
#include <optional>

#include "kiosk/view/parts.h"

// One screen as a value: what is shown, in reading order, what it says, and what a touch means; nothing of where it
// stands. Made by describe(), put on a display by ui::present().
namespace pocketplan::view {

// The bar at the foot. places: Back, More, Erase, Skip, forward, each always in its own place. thirds: three of equal
// width. end: at the end, the last first. centre: one in the middle.
inline constexpr std::size_t bar_places = 5;
struct Bar {
    enum class Kind { none, places, thirds, end, centre } kind = Kind::none;
    std::array<std::optional<Control>, bar_places> controls{};
};

struct View {
    Said title = Nothing{};
    Said below = Nothing{};            // why, in smaller type
    Said error = Nothing{};            // what is wrong with what was entered
    std::optional<Control> leave{};    // takes it all the same
    List<Control> corner{};            // in the top corner: languages, hide
    double room_above = 0;             // of what is asked, as a part of the height; only without a corner
    std::optional<double> progress{};  // 0 to 1
    List<Part> parts{};
    Bar bar{};
    int page = 0;       // of answers, countries, texts that fill more than one
    Said next_page{};   // on what turns to it: "More answers", "More sheets"
    Said first_page{};  // and from the last to the first
};

}  // namespace pocketplan::view
