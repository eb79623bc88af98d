#include "kiosk/view/describe.h"

#include <algorithm>
#include <cstdlib>
#include <variant>

#include "kiosk/view/describer.h"

namespace pocketplan::view {
namespace {

View shown(const Describer& of) {
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
        case visit::Overlay::beside:
            return beside(of);
        case visit::Overlay::staff:
            return staff(of);
        case visit::Overlay::staff_code:
            return staff_code(of);
        case visit::Overlay::desk:
            return desk(of);
        case visit::Overlay::hidden:
            return hidden(of);
        case visit::Overlay::calling:
            return calling(of);
        case visit::Overlay::onlookers:
            return onlookers(of);
    }
    return std::visit([&](const auto& state) { return screen(of, state); }, of.visit.state);
}

// By what is on the pages.
void name_turns(const Describer& of, View& view) {
    const bool review = of.visit.is<visit::Reviewing>() && of.visit.overlay == visit::Overlay::none;
    const bool reads = std::any_of(view.parts.begin(), view.parts.end(),
                                   [](const Part& part) { return std::holds_alternative<Reading>(part); });
    if (review) {
        view.next_page = of.text(texts::review_more_sheets);
        view.first_page = of.text(texts::review_first_sheets);
    } else if (reads) {
        view.next_page = of.text(texts::button_next_page);
        view.first_page = of.text(texts::button_first_page);
    } else {
        view.next_page = of.text(texts::button_more_answers);
        view.first_page = of.text(texts::button_first_answers);
    }
}

}  // namespace

View describe(const visit::Visit& visit, const content::Library& library, const Machine& machine) {
    const Describer of{visit, library, machine};
    auto view = shown(of);
    view.page = visit.overlay == visit::Overlay::none ? visit.page : visit.overlay_page;
    name_turns(of, view);
    return view;
}

content::TextIndex Describer::index_named(std::string_view id) const {
    const auto found = library.text_index.find(id);
    if (found == library.text_index.end()) std::abort();
    return found->second;
}

bool Asked::is(const content::Choice& choice) const {
    const auto* const chosen = std::get_if<content::Choice>(&answer());
    return chosen != nullptr && *chosen == choice;
}

Control hide_control(const Describer& of) {
    return {.id = "bar.hide",
            .label = of.text(texts::button_hide),
            .icon = Icon::hide,
            .event = visit::Cover{visit::Overlay::hidden},
            .rank = Rank::quiet,
            .aloud = name_of(of, of.visit.hiding.sign),
            .sign = icon_of(of.visit.hiding.sign)};
}

Control call_control(const Describer& of) {
    return {.id = "bar.staff", .label = of.text(texts::button_call), .icon = Icon::staff, .event = visit::CallStaff{}};
}

Said in_source(const Describer& of, content::CommonText text) {
    if (of.visit.language == content::LanguageIndex{}) return Nothing{};
    return SourceText{of.index(text)};
}

std::optional<Control> listen_control(const Describer& of) {
    if (!of.visit.sound) return std::nullopt;
    const bool listening = of.visit.hearing.listening;
    return Control{.id = "bar.listen",
                   .icon = Icon::speaker,
                   .event = visit::ReadAloud{listening ? visit::Aloud::off : visit::Aloud::on},
                   .rank = Rank::quiet,
                   .chosen = listening,
                   .aloud = of.text(listening ? texts::listen_off : texts::listen_on)};
}

std::optional<Control> beside_control(const Describer& of) {
    const auto& visit = of.visit;
    if (!visit.beside || !visit::is_private(visit, of.library)) return std::nullopt;
    return Control{.id = "bar.beside",
                   .icon = Icon::people,
                   .event = visit::UncoverBeside{},
                   .rank = Rank::quiet,
                   .chosen = visit.beside_uncovered,
                   .aloud = of.text(visit.beside_uncovered ? texts::beside_cover : texts::beside_uncover)};
}

Control close_control(const Describer& of, Id id, Icon icon, Rank rank) {
    return {.id = id, .label = of.text(texts::more_close), .icon = icon, .event = visit::CloseOverlay{}, .rank = rank};
}

View frame(const Describer& of, Backward backward, std::optional<Control> forward, Said title, Said below) {
    View view;
    view.title = title;
    view.below = below;
    view.corner = {{.id = "bar.language",
                    .icon = Icon::globe,
                    .event = visit::Cover{visit::Overlay::languages},
                    .rank = Rank::quiet,
                    .aloud = of.text(texts::spoken_language)},
                   hide_control(of)};
    if (auto listen = listen_control(of)) view.corner.push_back(std::move(*listen));
    if (auto second = beside_control(of)) view.corner.push_back(std::move(*second));
    view.bar.kind = Bar::Kind::places;
    const auto quiet = [&](Id id, content::CommonText text, Icon icon, const visit::Event& event) {
        return Control{.id = id, .label = of.text(text), .icon = icon, .event = event, .rank = Rank::quiet};
    };
    if (backward == Backward::yes) {
        view.bar.controls[0] = quiet("bar.back", texts::button_back, Icon::back, visit::Back{});
    }
    view.bar.controls[1] = quiet("bar.more", texts::button_more, Icon::more, visit::Cover{visit::Overlay::more});
    view.bar.controls[2] = quiet("bar.erase", texts::button_erase, Icon::erase, visit::Cover{visit::Overlay::erase});
    view.bar.controls[4] = std::move(forward);
    return view;
}

}  // namespace pocketplan::view
