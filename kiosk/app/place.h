#pragma once

#include <optional>
#include <string>

#include "kiosk/visit/visit.h"

namespace pocketplan::app {

// What makes a frame another screen, for the fade, against a second tap, for the focus and for what is read aloud:
// another state, question or person, or what lies over it.
struct Place {
    std::size_t state = 0;
    visit::Overlay overlay = visit::Overlay::none;
    std::optional<content::QuestionIndex> question{};
    std::size_t person = 0;
    bool seen = false;  // a sheet fills the screen
    visit::DeskPage desk = visit::DeskPage::home;
    bool operator==(const Place&) const = default;
};
Place place_of(const visit::Visit& visit);

// What makes the same screen look different to whoever comes next.
struct Looks {
    content::LanguageIndex language{};
    std::optional<content::LanguageIndex> beside{};
    visit::TextSize text_size = visit::TextSize::normal;
    visit::Theme theme = visit::Theme::calm;
    bool operator==(const Looks&) const = default;
};
inline Looks looks_of(const visit::Visit& visit) {
    return {visit.language, visit.beside, visit.text_size, visit.theme};
}

// Where keys are, from screen to screen. On each the focus comes to the first control with the first key, so that one
// pressed again and again runs through nothing unseen; when what lay over a screen is gone, it is where it was.
class FocusKeeper {
public:
    // The focus on the screen that came, from that on the screen that went.
    std::string move(const Place& from, const Place& to, const std::string& focus);

private:
    std::string below_;  // an overlay
};

}  // namespace pocketplan::app
