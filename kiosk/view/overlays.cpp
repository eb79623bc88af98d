#include <array>

#include "kiosk/view/describer.h"

// What lies over a screen.
namespace pocketplan::view {
namespace {

template <class Value, std::size_t count, class MakeEvent>
Setting setting(const Describer& of, std::string_view title, std::string_view prefix,
                const std::array<std::pair<std::string_view, Value>, count>& values, Value now, MakeEvent make_event) {
    Setting setting{of.text(title), {}};
    for (const auto& [name, value] : values) {
        const Id id(prefix, name);
        setting.controls.push_back(
            {.id = id, .label = of.text(id), .event = make_event(value), .chosen = value == now});
    }
    return setting;
}

Control close(const Describer& of, Id id, std::string_view icon, Rank rank) {
    return {.id = id, .label = of.text("more.close"), .icon = icon, .event = visit::CloseOverlay{}, .rank = rank};
}

View ask(const Describer& of, std::string_view title, std::string_view below, List<Control> answers) {
    View view;
    view.title = of.text(title);
    view.below = of.text(below);
    view.room_above = 0.12;
    Cards cards;
    cards.controls = std::move(answers);
    view.parts.emplace_back(std::move(cards));
    return view;
}

}  // namespace

View idle(const Describer& of) {
    return ask(of, "idle.title", "idle.body",
               {{.id = "idle.stay",
                 .label = of.text("idle.stay"),
                 .icon = "hand",
                 .event = visit::CloseOverlay{},
                 .rank = Rank::strong},
                {.id = "idle.erase", .label = of.text("button.erase"), .icon = "erase", .event = visit::Erase{}}});
}

View erase(const Describer& of) {
    return ask(of, "erase.title", "erase.body",
               {{.id = "erase.no",
                 .label = of.text("erase.no"),
                 .icon = "back",
                 .event = visit::CloseOverlay{},
                 .rank = Rank::strong},
                {.id = "erase.yes", .label = of.text("erase.yes"), .icon = "erase", .event = visit::Erase{}}});
}

View more(const Describer& of) {
    using visit::TextSize;
    using visit::Theme;
    constexpr std::array<std::pair<std::string_view, TextSize>, 4> sizes{{{"small", TextSize::small},
                                                                          {"normal", TextSize::normal},
                                                                          {"large", TextSize::large},
                                                                          {"huge", TextSize::huge}}};
    constexpr std::array<std::pair<std::string_view, Theme>, 3> themes{
        {{"calm", Theme::calm}, {"white_on_black", Theme::white_on_black}, {"black_on_white", Theme::black_on_white}}};
    View view;
    view.parts.emplace_back(setting(of, "more.text_size", "size.", sizes, of.visit.text_size,
                                    [](TextSize size) { return visit::SetTextSize{size}; }));
    view.parts.emplace_back(setting(of, "more.contrast", "theme.", themes, of.visit.theme,
                                    [](Theme theme) { return visit::SetTheme{theme}; }));
    view.bar.kind = Bar::Kind::thirds;
    view.bar.controls[0] = Control{
        .id = "more.language", .label = OwnName{of.visit.language}, .icon = "globe", .event = visit::OpenLanguages{}};
    if (of.visit.screen == visit::Screen::question || of.visit.screen == visit::Screen::review) {
        view.bar.controls[1] = Control{
            .id = "more.print", .label = of.text("button.print_now"), .icon = "print", .event = visit::OpenReview{}};
    }
    view.bar.controls[2] = close(of, "more.close", "tick", Rank::strong);
    return view;
}

// The list of languages, and a way back for whoever came here by mistake.
View languages(const Describer& of) {
    View view;
    view.parts.emplace_back(LanguageCards{language_controls(of)});
    view.bar.kind = Bar::Kind::end;
    view.bar.controls[0] = close(of, "languages.close", "back", Rank::plain);
    view.bar.widths[0] = 80;
    return view;
}

View hidden(const Describer& of) {
    View view;
    view.parts.emplace_back(Curtain{
        {.id = "hidden.show", .label = of.text("hidden.body"), .event = visit::CloseOverlay{}, .rank = Rank::quiet}});
    return view;
}

}  // namespace pocketplan::view
