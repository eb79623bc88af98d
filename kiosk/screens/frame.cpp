#include <algorithm>
#include <array>

#include "kiosk/screens/scene.h"

// What surrounds a screen: the thin progress bar, the buttons that hide and that change the language, the bar at the
// foot, titles and notices.
namespace pocketplan::screens {
namespace {

using ui::Button;
using ui::Emphasis;
using ui::Rect;
using ui::Type;

constexpr double bar_height = 16;          // millimetres
constexpr double stacked_bar_height = 25;  // with icons above words, where four side by side are too narrow
constexpr double hide_width = 40;
constexpr double progress_height = 2;
constexpr double widest_page = 290;

bool is_stacked(const Scene& scene) {
    return scene.ui.screen().width < scene.ui.mm(200);
}

void draw_progress(Scene& scene, double progress) {
    auto& ui = scene.ui;
    const double width = ui.screen().width;
    ui.fill({0, 0, width, ui.mm(progress_height)}, ui.colours().faint);
    ui.fill({0, 0, width * progress, ui.mm(progress_height)}, ui.colours().accent);
}

}  // namespace

ui::Rect page_of(const Scene& scene) {
    const auto& ui = scene.ui;
    const double free = ui.screen().width - ui.mm(widest_page);
    return ui.screen().inset(std::max(ui.mm(margin), free / 2), ui.mm(margin));
}

ui::Rect draw_frame(Scene& scene, Backward backward, const std::optional<Forward>& forward, double progress) {
    auto& ui = scene.ui;
    if (progress >= 0) draw_progress(scene, progress);
    Rect body = page_of(scene);
    const bool stacked = is_stacked(scene);
    const Rect bar = body.take_bottom(ui.mm(stacked ? stacked_bar_height : bar_height), ui.mm(gap));
    const double cell = (bar.width - 3 * ui.mm(gap)) / 4;
    const auto at = [&](int place) { return Rect{bar.x + place * (cell + ui.mm(gap)), bar.y, cell, bar.height}; };
    const auto put = [&](int place, std::string_view id, std::string_view text_id, std::string_view icon,
                         Emphasis emphasis, const visit::Event& event) {
        Button look{.label = scene.text(text_id), .icon = icon, .emphasis = emphasis, .type = bar_type};
        look.stacked = stacked;
        scene.button(id, at(place), look, event);
    };
    if (backward == Backward::yes) put(0, "bar.back", "button.back", "back", Emphasis::quiet, visit::Back{});
    put(1, "bar.more", "button.more", "more", Emphasis::quiet, visit::OpenMore{});
    put(2, "bar.erase", "button.erase", "erase", Emphasis::quiet, visit::AskErase{});
    if (forward) {
        put(3, forward->id, forward->text_id, forward->icon, forward->strong ? Emphasis::strong : Emphasis::plain,
            forward->event);
    }
    return body;
}

ui::Button fitted(const Scene& scene, Button look, const Rect& rect) {
    if (rect.width < scene.ui.mm(45)) look.icon = {};
    const auto fits = [&] {
        return scene.ui.button_height(look, rect.width) <= rect.height + 1 && !scene.ui.breaks_a_word(look, rect.width);
    };
    while (look.type.capital > 0.3 && !fits()) {
        look.type.capital *= 0.92;
        look.type.least_capital = 3;
    }
    return look;
}

void draw_title(Scene& scene, Rect& body, std::string_view title, std::string_view below, double room) {
    auto& ui = scene.ui;
    Rect corner = body;
    const Rect hide{body.right() - ui.mm(hide_width), body.y, ui.mm(hide_width), ui.mm(target)};
    Button look{.label = scene.text("button.hide"), .icon = "hide", .emphasis = Emphasis::quiet, .type = bar_type};
    look.type.align = typeset::Align::start;
    scene.button("bar.hide", hide, look, visit::Hide{});
    const Rect globe{hide.x - ui.mm(gap + target), body.y, ui.mm(target), ui.mm(target)};
    scene.button("bar.language", globe, {.icon = "globe", .emphasis = Emphasis::quiet}, visit::OpenLanguages{});
    corner.width -= ui.mm(hide_width + gap + target + gap);

    Type type{.capital = 1.3, .weight = typeset::Weight::bold, .line_height = 1.3, .least_capital = 3};
    Type small{.capital = 0.85, .line_height = 1.3, .least_capital = 3};
    if (room <= 0) room = body.height / 3;
    const auto height = [&] {
        return ui.text_height(title, type, corner.width) + ui.text_height(below, small, corner.width);
    };
    while (height() > room && type.capital > 0.3) {
        type.capital *= 0.92;
        small.capital *= 0.96;
    }
    const double title_height = ui.text_height(title, type, corner.width);
    ui.text({corner.x, corner.y, corner.width, title_height}, title, type);
    const double below_height = ui.text_height(below, small, corner.width);
    ui.text({corner.x, corner.y + title_height, corner.width, below_height}, below, small);
    body.take_top(std::max(title_height + below_height, hide.height), ui.mm(gap));
}

void draw_notice(Scene& scene, Rect& body, std::string_view sentence, std::string_view remedy) {
    auto& ui = scene.ui;
    const double padding = ui.mm(3);
    const double icon = ui.mm(9);
    Type type{.line_height = 1.3, .least_capital = 3, .most_capital = 6};
    Type small{.capital = 0.8, .line_height = 1.3, .least_capital = 3, .most_capital = 5};
    type.colour = small.colour = ui.colours().on_notice;
    const double width = body.width - 2 * padding - icon - padding;
    const double room = body.height * 0.3;
    const auto height = [&] { return ui.text_height(sentence, type, width) + ui.text_height(remedy, small, width); };
    while (height() > room && type.capital > 0.4) {
        type.capital *= 0.92;
        small.capital *= 0.92;
    }
    const double sentence_height = ui.text_height(sentence, type, width);
    const double remedy_height = ui.text_height(remedy, small, width);
    const Rect box = body.take_top(std::max(sentence_height + remedy_height, icon) + 2 * padding, ui.mm(gap));
    ui.fill(box, ui.colours().notice, ui.mm(2.5));
    ui.outline(box, ui.colours().faint, ui.mm(0.5), ui.mm(2.5));
    Rect inside = box.inset(padding);
    const Rect start = inside.take_start(icon, padding);
    ui.icon({start.x, start.y, icon, icon}, "alert", ui.colours().on_notice);
    ui.text(inside.take_top(sentence_height), sentence, type);
    ui.text(inside.take_top(remedy_height), remedy, small);
}

}  // namespace pocketplan::screens
