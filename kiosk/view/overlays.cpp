#include <array>
#include <utility>

#include "kiosk/view/describer.h"

// What lies over a screen.
namespace pocketplan::view {
namespace {

// By visit::OwnSign.
constexpr std::array<std::pair<Icon, content::CommonText>, visit::own_signs.size()> signs{
    {{Icon::sun, texts::sign_sun},
     {Icon::star, texts::sign_star},
     {Icon::tree, texts::sign_tree},
     {Icon::fish, texts::sign_fish},
     {Icon::cup, texts::sign_cup},
     {Icon::flower, texts::sign_flower},
     {Icon::bird, texts::sign_bird},
     {Icon::boat, texts::sign_boat},
     {Icon::umbrella, texts::sign_umbrella}}};

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

// Before the first private question.
View onlookers(const Describer& of) {
    return ask(of, texts::shoulder_title, texts::shoulder_body,
               {{.id = "onlookers.go_on",
                 .label = of.text(texts::shoulder_go_on),
                 .icon = Icon::next,
                 .event = visit::CloseOverlay{},
                 .rank = Rank::strong},
                {.id = "onlookers.hide",
                 .label = of.text(texts::button_hide),
                 .icon = Icon::hide,
                 .event = visit::Cover{visit::Overlay::hidden},
                 .aloud = name_of(of, of.visit.hiding.sign),
                 .sign = icon_of(of.visit.hiding.sign)},
                {.id = "onlookers.skip",
                 .label = of.text(texts::shoulder_skip),
                 .icon = Icon::skip,
                 .event = visit::SkipPrivate{}}});
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

Icon icon_of(visit::OwnSign sign) {
    return signs.at(static_cast<std::size_t>(sign)).first;
}

Said name_of(const Describer& of, visit::OwnSign sign) {
    return of.text(signs.at(static_cast<std::size_t>(sign)).second);
}

View hidden(const Describer& of) {
    Curtain curtain{of.text(texts::hidden_body), {}};
    for (const auto sign : visit::own_signs) {
        const Icon icon = icon_of(sign);
        curtain.controls.push_back({.id = {"hidden.", pocketplan::name_of(icon)},
                                    .icon = icon,
                                    .event = visit::ShowAgain{sign},
                                    .rank = Rank::quiet,
                                    .aloud = name_of(of, sign)});
    }
    View view;
    view.parts.emplace_back(std::move(curtain));
    return view;
}

// To be read across a room.
View calling(const Describer& of) {
    View view;
    view.parts.emplace_back(Banner{Icon::staff, of.text(texts::call_staff)});
    view.parts.emplace_back(Paragraph{of.text(texts::call_wait)});
    view.bar.kind = Bar::Kind::centre;
    view.bar.controls[0] = Control{.id = "calling.came",
                                   .label = of.text(texts::call_came),
                                   .icon = Icon::tick,
                                   .event = visit::CloseOverlay{},
                                   .rank = Rank::strong};
    return view;
}

}  // namespace pocketplan::view
