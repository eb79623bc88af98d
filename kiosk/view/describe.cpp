#include "kiosk/view/describe.h"

#include <cstdlib>

#include "kiosk/view/describer.h"

namespace pocketplan::view {
namespace {

View screen(const Describer& of) {
    switch (of.visit.screen) {
        case visit::Screen::not_ready:
            return not_ready(of);
        case visit::Screen::language:
            return language(of);
        case visit::Screen::promise:
            return promise(of);
        case visit::Screen::learn:
            return learn(of);
        case visit::Screen::topic:
            return topic(of);
        case visit::Screen::question:
            return question(of);
        case visit::Screen::review:
            return review(of);
        case visit::Screen::printing:
            return printing(of);
        case visit::Screen::in_hand:
            return in_hand(of);
        case visit::Screen::problem:
            return problem(of);
        case visit::Screen::copy:
            return copy(of);
        case visit::Screen::goodbye:
            return goodbye(of);
    }
    std::abort();
}

View overlay(const Describer& of) {
    switch (of.visit.overlay) {
        case visit::Overlay::none:
            break;
        case visit::Overlay::idle:
            return idle(of);
        case visit::Overlay::erase:
            return erase(of);
        case visit::Overlay::more:
            return more(of);
        case visit::Overlay::languages:
            return languages(of);
        case visit::Overlay::staff:
            return staff(of);
        case visit::Overlay::hidden:
            return hidden(of);
    }
    return screen(of);
}

}  // namespace

View describe(const visit::Visit& visit, const content::Library& library, const Machine& machine) {
    const Describer of{visit, library, machine};
    auto view = overlay(of);
    view.page = visit.page;
    view.more_answers = of.text(texts::button_more_answers);
    view.first_answers = of.text(texts::button_first_answers);
    return view;
}

content::TextIndex Describer::index_named(std::string_view id) const {
    const auto found = library.text_index.find(id);
    if (found == library.text_index.end()) std::abort();
    return found->second;
}

bool Describer::is(const content::Choice& choice) const {
    const auto* const chosen = std::get_if<content::Choice>(&answer());
    return chosen != nullptr && *chosen == choice;
}

View frame(const Describer& of, Backward backward, std::optional<Control> forward, Said title, Said below) {
    View view;
    view.title = title;
    view.below = below;
    view.corner = {{.id = "bar.language", .icon = Icon::globe, .event = visit::OpenLanguages{}, .rank = Rank::quiet},
                   {.id = "bar.hide",
                    .label = of.text(texts::button_hide),
                    .icon = Icon::hide,
                    .event = visit::Hide{},
                    .rank = Rank::quiet}};
    view.bar.kind = Bar::Kind::places;
    const auto quiet = [&](Id id, content::CommonText text, Icon icon, const visit::Event& event) {
        return Control{.id = id, .label = of.text(text), .icon = icon, .event = event, .rank = Rank::quiet};
    };
    if (backward == Backward::yes) {
        view.bar.controls[0] = quiet("bar.back", texts::button_back, Icon::back, visit::Back{});
    }
    view.bar.controls[1] = quiet("bar.more", texts::button_more, Icon::more, visit::OpenMore{});
    view.bar.controls[2] = quiet("bar.erase", texts::button_erase, Icon::erase, visit::AskErase{});
    view.bar.controls[4] = std::move(forward);
    return view;
}

}  // namespace pocketplan::view
