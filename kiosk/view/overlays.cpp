#include "kiosk/view/describer.h"

// What lies over a screen.
namespace pocketplan::view {
namespace {

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

// The list of languages, and a way back for whoever came here by mistake.
View languages(const Describer& of) {
    View view;
    view.parts.emplace_back(LanguageCards{language_controls(of)});
    view.bar.kind = Bar::Kind::end;
    view.bar.controls[0] = close_control(of, "languages.close", Icon::back, Rank::plain);
    return view;
}

// The same for whoever helps; the visitor's own would say nothing new.
View beside(const Describer& of) {
    View view;
    LanguageCards cards;
    for (std::size_t at = 0; at < of.library.languages.size(); ++at) {
        const auto language = content::LanguageIndex(at);
        if (language == of.visit.language) continue;
        cards.controls.push_back({.id = {"beside.", of.library.language(language).tag},
                                  .label = OwnName{language},
                                  .event = visit::SetBeside{language},
                                  .chosen = of.visit.beside == language});
    }
    view.parts.emplace_back(std::move(cards));
    view.bar.kind = Bar::Kind::end;
    view.bar.controls[0] = close_control(of, "languages.close", Icon::back, Rank::plain);
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
