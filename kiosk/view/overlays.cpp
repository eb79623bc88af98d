#include <array>

#include "kiosk/view/describer.h"

// What lies over a screen.
namespace pocketplan::view {
namespace {

template <class Value, std::size_t count, class MakeEvent>
Setting setting(const Describer& of, content::CommonText title, std::string_view prefix,
                const std::array<std::pair<std::string_view, Value>, count>& values, Value now, MakeEvent make_event) {
    Setting setting{of.text(title), {}};
    for (const auto& [name, value] : values) {
        const Id id(prefix, name);
        setting.controls.push_back(
            {.id = id, .label = of.named(id), .event = make_event(value), .chosen = value == now});
    }
    return setting;
}

// The voice, and once it speaks how.
Setting listening(const Describer& of) {
    using visit::Aloud;
    Setting setting{of.text(texts::listen_on), {}};
    const auto add = [&](Id id, content::CommonText label, Aloud how) {
        setting.controls.push_back({.id = id, .label = of.text(label), .event = visit::ReadAloud{how}});
    };
    if (!of.visit.hearing.listening) {
        add("listen.on", texts::listen_on, Aloud::on);
        return setting;
    }
    add("listen.off", texts::listen_off, Aloud::off);
    add("listen.again", texts::listen_again, Aloud::again);
    add("listen.slower", texts::listen_slower, Aloud::slower);
    add("listen.faster", texts::listen_faster, Aloud::faster);
    add("listen.quieter", texts::listen_quieter, Aloud::quieter);
    add("listen.louder", texts::listen_louder, Aloud::louder);
    return setting;
}

Control close(const Describer& of, Id id, Icon icon, Rank rank) {
    return {.id = id, .label = of.text(texts::more_close), .icon = icon, .event = visit::CloseOverlay{}, .rank = rank};
}

View ask(const Describer& of, content::CommonText title, content::CommonText below, List<Control> answers) {
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
    return ask(
        of, texts::idle_title, texts::idle_body,
        {{.id = "idle.stay",
          .label = of.text(texts::idle_stay),
          .icon = Icon::hand,
          .event = visit::CloseOverlay{},
          .rank = Rank::strong},
         {.id = "idle.erase", .label = of.text(texts::button_erase), .icon = Icon::erase, .event = visit::Erase{}}});
}

View erase(const Describer& of) {
    return ask(of, texts::erase_title, texts::erase_body,
               {{.id = "erase.no",
                 .label = of.text(texts::erase_no),
                 .icon = Icon::back,
                 .event = visit::CloseOverlay{},
                 .rank = Rank::strong},
                {.id = "erase.yes", .label = of.text(texts::erase_yes), .icon = Icon::erase, .event = visit::Erase{}}});
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
    view.parts.emplace_back(setting(of, texts::more_text_size, "size.", sizes, of.visit.text_size,
                                    [](TextSize size) { return visit::SetTextSize{size}; }));
    view.parts.emplace_back(Paragraph{of.text(texts::more_sample)});
    view.parts.emplace_back(setting(of, texts::more_contrast, "theme.", themes, of.visit.theme,
                                    [](Theme theme) { return visit::SetTheme{theme}; }));
    if (of.visit.sound) view.parts.emplace_back(listening(of));
    view.bar.kind = Bar::Kind::thirds;
    view.bar.controls[0] = Control{.id = "more.language",
                                   .label = OwnName{of.visit.language},
                                   .icon = Icon::globe,
                                   .event = visit::Cover{visit::Overlay::languages}};
    const auto& visit = of.visit;
    if (visit.is<visit::Asking>() || visit.is<visit::Reviewing>() || visit.is<visit::CheckingAnswers>()) {
        view.bar.controls[1] = Control{.id = "more.print",
                                       .label = of.text(texts::button_print_now),
                                       .icon = Icon::print,
                                       .event = visit::OpenReview{}};
    }
    view.bar.controls[2] = close(of, "more.close", Icon::tick, Rank::strong);
    return view;
}

// The list of languages, and a way back for whoever came here by mistake.
View languages(const Describer& of) {
    View view;
    view.parts.emplace_back(LanguageCards{language_controls(of)});
    view.bar.kind = Bar::Kind::end;
    view.bar.controls[0] = close(of, "languages.close", Icon::back, Rank::plain);
    return view;
}

View hidden(const Describer& of) {
    View view;
    view.parts.emplace_back(Curtain{{.id = "hidden.show",
                                     .label = of.text(texts::hidden_body),
                                     .event = visit::CloseOverlay{},
                                     .rank = Rank::quiet}});
    return view;
}

}  // namespace pocketplan::view
