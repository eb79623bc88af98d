#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace pocketplan::content::compiler {

// What an option may name as its icon. kiosk/ui draws them, which content may not see:
// tests/kiosk/ui/icons_test.cpp holds the two lists in step.
inline constexpr std::array<std::string_view, 62> icons{"tick",
                                                        "cross",
                                                        "circle",
                                                        "question",
                                                        "building",
                                                        "desk",
                                                        "home",
                                                        "phone",
                                                        "phone_silent",
                                                        "calendar",
                                                        "calendar_missed",
                                                        "clock",
                                                        "road",
                                                        "box",
                                                        "booklet",
                                                        "ankle",
                                                        "paper",
                                                        "people",
                                                        "person",
                                                        "child",
                                                        "medicine",
                                                        "back",
                                                        "next",
                                                        "skip",
                                                        "more",
                                                        "erase",
                                                        "hide",
                                                        "print",
                                                        "learn",
                                                        "globe",
                                                        "eye",
                                                        "pen",
                                                        "keyboard",
                                                        "shift",
                                                        "backspace",
                                                        "hand",
                                                        "alert",
                                                        "bell",
                                                        "fire",
                                                        "smoke",
                                                        "water",
                                                        "car",
                                                        "bus",
                                                        "walk",
                                                        "wheelchair",
                                                        "baby",
                                                        "school",
                                                        "pet",
                                                        "barn",
                                                        "bag",
                                                        "bed",
                                                        "key",
                                                        "map",
                                                        "place",
                                                        "money",
                                                        "radio",
                                                        "flashlight",
                                                        "plug",
                                                        "snowflake",
                                                        "oxygen",
                                                        "lungs",
                                                        "glasses"};

inline std::string known_icons() {
    std::string list;
    for (const auto name : icons) list += (list.empty() ? "" : ", ") + std::string(name);
    return list;
}

inline bool is_icon(std::string_view name) {
    return std::find(icons.begin(), icons.end(), name) != icons.end();
}

}  // namespace pocketplan::content::compiler
