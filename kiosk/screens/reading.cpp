#include <algorithm>

#include "kiosk/screens/scene.h"

// Texts to read, page after page.
namespace pocketplan::screens {
namespace {

using ui::Rect;

constexpr ui::Type item_type{.line_height = 1.35, .most_capital = 8.5};
constexpr double dot_width = 8;  // millimetres, with the gap behind it
constexpr double number_width = 14;

double mark_width(const Scene& scene, Mark mark) {
    return scene.ui.mm(mark == Mark::dot ? dot_width : number_width);
}

double row_height(const Scene& scene, std::string_view text, Mark mark, double width) {
    return scene.ui.text_height(text, item_type, width - mark_width(scene, mark)) + scene.ui.mm(gap);
}

// Where each page begins, and the end.
std::vector<std::size_t> page_starts(const Scene& scene, const Rect& body, std::span<const content::PhraseText> texts,
                                     Mark mark) {
    std::vector<std::size_t> starts{0};
    double filled = 0;
    for (std::size_t at = 0; at < texts.size(); ++at) {
        const double height = row_height(scene, content::view(texts[at]), mark, body.width);
        if (filled > 0 && filled + height > body.height) {
            starts.push_back(at);
            filled = 0;
        }
        filled += height;
    }
    starts.push_back(texts.size());
    return starts;
}

void draw_mark(Scene& scene, const Rect& place, Mark mark, std::size_t number) {
    auto& ui = scene.ui;
    switch (mark) {
        case Mark::dot:
            return ui.fill({place.x, place.y + ui.mm(2.5), ui.mm(2.5), ui.mm(2.5)}, ui.colours().accent, ui.mm(1.25));
        case Mark::number: {
            ui::Type type = item_type;
            type.weight = typeset::Weight::bold;
            type.colour = ui.colours().accent;
            return ui.text(place, ui::Id("", static_cast<int>(number)), type);
        }
    }
    std::abort();
}

}  // namespace

void draw_texts(Scene& scene, Rect body, std::span<const content::PhraseText> texts, Mark mark) {
    auto& ui = scene.ui;
    auto starts = page_starts(scene, body, texts, mark);
    int page = 0;
    if (starts.size() > 2) {
        Rect turn = body.take_bottom(ui.mm(target), ui.mm(gap));
        starts = page_starts(scene, body, texts, mark);
        const int pages = static_cast<int>(starts.size()) - 1;
        page = std::min(scene.visit.page, pages - 1);
        const bool last = page + 1 == pages;
        ui::Button look{.label = scene.text(last ? "button.first_answers" : "button.more_answers"),
                        .icon = last ? "back" : "next",
                        .type = bar_type};
        scene.button(last ? "page.first" : "page.turn", turn.take_end(ui.mm(60)), look,
                     visit::TurnPage{last ? 0 : page + 1});
    }
    const auto first = starts[static_cast<std::size_t>(page)];
    const auto end = starts[static_cast<std::size_t>(page) + 1];
    for (auto at = first; at < end; ++at) {
        const auto text = content::view(texts[at]);
        Rect row = body.take_top(row_height(scene, text, mark, body.width) - ui.mm(gap), ui.mm(gap));
        draw_mark(scene, row.take_start(mark_width(scene, mark)), mark, at + 1);
        ui.text(row, text, item_type);
    }
}

void add_advice(const Scene& scene, const content::PlanPaper& planned, std::vector<content::PhraseText>& texts) {
    for (const auto& section : planned.sections) {
        for (const auto& block : section.blocks) {
            if (block.block->kind != content::Block::Kind::items) continue;  // a label of lines to write on
            for (const auto& item : block.items) {
                auto text = content::format_advice(scene.library, scene.visit.language, item.advice, item.text);
                if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(std::move(text));
            }
        }
    }
}

void add_age(const Scene& scene, std::vector<content::PhraseText>& texts) {
    const auto& advice = scene.library.advice;
    for (std::size_t at = 0; at < advice.size(); ++at) {
        if (!advice[at].every_page || advice[at].unchecked_since == content::Date{}) continue;
        const auto index = static_cast<content::AdviceIndex>(at);
        texts.push_back(content::format_advice(scene.library, scene.visit.language, index, *advice[at].every_page));
    }
}

}  // namespace pocketplan::screens
