#include <array>
#include <cstdlib>
#include <vector>

#include "kiosk/screens/scene.h"

namespace pocketplan::screens {
namespace {

using ui::Emphasis;
using ui::Rect;

void ask(Scene& scene, std::string_view title, std::string_view body_text, std::span<const Choice> answers) {
    auto& ui = scene.ui;
    Rect body = page_of(scene);
    body.take_top(body.height * 0.12);
    const ui::Type large{.capital = 1.4,
                         .weight = typeset::Weight::bold,
                         .align = typeset::Align::centre,
                         .line_height = 1.3,
                         .most_capital = 10};
    const ui::Type line{.align = typeset::Align::centre, .line_height = 1.35, .most_capital = 7};
    ui.text(body.take_top(ui.text_height(title, large, body.width), ui.mm(gap)), title, large);
    ui.text(body.take_top(ui.text_height(body_text, line, body.width), ui.mm(gap * 3)), body_text, line);
    draw_choices(scene, body, answers);
}

void draw_idle(Scene& scene) {
    const std::array answers{
        Choice{ui::Id("idle.stay", ""),
               {.label = scene.text("idle.stay"), .icon = "hand", .emphasis = Emphasis::strong},
               visit::CloseOverlay{}},
        Choice{ui::Id("idle.erase", ""), {.label = scene.text("button.erase"), .icon = "erase"}, visit::Erase{}}};
    ask(scene, scene.text("idle.title"), scene.text("idle.body"), answers);
}

void draw_erase(Scene& scene) {
    const std::array answers{
        Choice{ui::Id("erase.yes", ""),
               {.label = scene.text("erase.yes"), .icon = "erase", .emphasis = Emphasis::strong},
               visit::Erase{}},
        Choice{ui::Id("erase.no", ""), {.label = scene.text("erase.no"), .icon = "back"}, visit::CloseOverlay{}}};
    ask(scene, scene.text("erase.title"), scene.text("erase.body"), answers);
}

// Nothing to read but how to come back.
void draw_hidden(Scene& scene) {
    const auto whole = scene.ui.screen();
    scene.button(
        "hidden.show", whole,
        {.label = scene.text("hidden.body"), .emphasis = Emphasis::quiet, .type = {.align = typeset::Align::centre}},
        visit::CloseOverlay{});
}

template <class Value, std::size_t count>
struct Setting {
    std::string_view prefix;
    std::array<std::pair<std::string_view, Value>, count> values;
};

// One row of equal buttons, one of them chosen.
template <class Value, std::size_t count, class MakeEvent>
void draw_setting(Scene& scene, Rect& body, std::string_view title, const Setting<Value, count>& setting, Value now,
                  MakeEvent make_event) {
    auto& ui = scene.ui;
    const ui::Type label{.capital = 0.8, .line_height = 1.2, .most_capital = 4};
    ui.text(body.take_top(ui.text_height(title, label, body.width), ui.mm(1)), title, label);
    Rect row = body.take_top(ui.mm(target + 1), ui.mm(gap));
    const double cell = (row.width - (count - 1) * ui.mm(gap)) / count;
    for (const auto& [name, value] : setting.values) {
        const ui::Id id(setting.prefix, name);
        ui::Button look{.label = scene.text(std::string_view(id)), .chosen = value == now, .type = bar_type};
        scene.button(id, row.take_start(cell, ui.mm(gap)), look, make_event(value));
    }
}

// The list of languages, and a way back for whoever came here by mistake.
void draw_languages(Scene& scene) {
    auto& ui = scene.ui;
    Rect body = page_of(scene);
    Rect bar = body.take_bottom(ui.mm(target + 3), ui.mm(gap));
    draw_language_cards(scene, body);
    scene.button("languages.close", bar.take_end(std::min(bar.width, ui.mm(80))),
                 {.label = scene.text("more.close"), .icon = "back", .type = bar_type}, visit::CloseOverlay{});
}

void draw_more(Scene& scene) {
    using visit::TextSize;
    using visit::Theme;
    auto& ui = scene.ui;
    Rect body = page_of(scene);
    Rect bar = body.take_bottom(ui.mm(target + 3), ui.mm(gap));
    const Setting<TextSize, 4> sizes{"size.",
                                     {{{"small", TextSize::small},
                                       {"normal", TextSize::normal},
                                       {"large", TextSize::large},
                                       {"huge", TextSize::huge}}}};
    const Setting<Theme, 3> themes{"theme.",
                                   {{{"calm", Theme::calm},
                                     {"white_on_black", Theme::white_on_black},
                                     {"black_on_white", Theme::black_on_white}}}};
    draw_setting(scene, body, scene.text("more.text_size"), sizes, scene.visit.text_size,
                 [](TextSize size) { return visit::SetTextSize{size}; });
    draw_setting(scene, body, scene.text("more.contrast"), themes, scene.visit.theme,
                 [](Theme theme) { return visit::SetTheme{theme}; });
    const double third = (bar.width - 2 * ui.mm(gap)) / 3;
    scene.button("more.language", bar.take_start(third, ui.mm(gap)),
                 {.label = scene.library.language(scene.visit.language).own_name, .icon = "globe", .type = bar_type},
                 visit::OpenLanguages{});
    if (scene.visit.screen == visit::Screen::question || scene.visit.screen == visit::Screen::review) {
        scene.button("more.print", bar.take_start(third, ui.mm(gap)),
                     {.label = scene.text("button.print_now"), .icon = "print", .type = bar_type}, visit::Print{});
    }
    scene.button("more.close", bar.take_end(third),
                 {.label = scene.text("more.close"), .icon = "tick", .emphasis = Emphasis::strong, .type = bar_type},
                 visit::CloseOverlay{});
}

}  // namespace

void draw_overlay(Scene& scene) {
    switch (scene.visit.overlay) {
        case visit::Overlay::none:
            return;
        case visit::Overlay::idle:
            return draw_idle(scene);
        case visit::Overlay::erase:
            return draw_erase(scene);
        case visit::Overlay::more:
            return draw_more(scene);
        case visit::Overlay::languages:
            return draw_languages(scene);
        case visit::Overlay::staff:
            return draw_staff(scene);
        case visit::Overlay::hidden:
            return draw_hidden(scene);
    }
    std::abort();
}

}  // namespace pocketplan::screens
