#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/widget.h"

namespace pocketplan::ui {

// The focus on what a screen is about, where nothing can be pressed: so the first key never leads to what ends, erases
// or prints.
inline constexpr std::string_view title_id = "title";

// The id of what a key leads to from `focus`: the title, if there is one, or a control of a frame, in the order in
// which they were drawn: answers, bar, corner. Tab goes round and begins with the first; an arrow goes to the nearest
// in its direction, and stays where there is none.
std::string focus_after(Key key, const std::string& focus, const std::optional<Rect>& title,
                        const std::vector<Widget>& widgets);

}  // namespace pocketplan::ui
