#pragma once

#include <memory_resource>
#include <string_view>
#include <vector>

#include "assets/icon.h"
#include "kiosk/view/id.h"
#include "kiosk/view/said.h"
#include "kiosk/visit/event.h"

namespace pocketplan::view {

template <class T>
using List = std::pmr::vector<T>;

// strong: the one that most people want. quiet: what stands on every screen, or has not been chosen yet.
enum class Rank { plain, strong, quiet };
// Whether a choice is one of several, any number of them, or a switch.
enum class Pick { none, one, many, on_or_off };

// Something to touch.
struct Control {
    Id id;
    Said label = Nothing{};
    Icon icon = Icon::none;
    visit::Event event = visit::CloseOverlay{};
    Rank rank = Rank::plain;
    Pick pick = Pick::none;
    bool chosen = false;
    bool enabled = true;
    Said note = Nothing{};   // smaller, below the label
    Said aloud = Nothing{};  // what a voice calls its picture, where that says more than the label
    Icon sign = Icon::none;  // a second picture, at its end
};

}  // namespace pocketplan::view
