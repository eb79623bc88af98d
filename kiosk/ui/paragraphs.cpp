#include "kiosk/ui/paragraphs.h"

#include <algorithm>
#include <cstdlib>

#include "kiosk/ui/fitting.h"

namespace pocketplan::ui {
namespace {

constexpr double least_paragraph_scale = 0.5;

// How a paragraph is set, and what is free below it, in millimetres.
struct Setting {
    Type type;
    double below = gap;
};
Setting setting_of(view::Voice voice) {
    const auto centre = typeset::Align::centre;
    const auto bold = typeset::Weight::bold;
    switch (voice) {
        case view::Voice::heading:
            return {{.capital = 1.2, .weight = bold, .line_height = 1.3, .most_capital = 7}};
        case view::Voice::title:
            return {{.capital = 1.3, .weight = bold, .align = centre, .line_height = 1.3}};
        case view::Voice::warning:
            return {{.capital = 1.15, .weight = bold, .align = centre, .line_height = 1.3}};
        case view::Voice::line:
            return {{.align = centre, .line_height = 1.35, .most_capital = 6.5}};
        case view::Voice::strong:
            return {{.capital = 0.9, .weight = bold, .align = centre, .line_height = 1.3, .most_capital = 5}, gap / 2};
        case view::Voice::plain:
            return {{.capital = 0.75, .align = centre, .line_height = 1.3, .most_capital = 5}, gap / 2};
        case view::Voice::small:
            return {{.capital = 0.7, .line_height = 1.25, .least_capital = 3, .most_capital = 4.5}, 0};
    }
    std::abort();
}

// What is small is said in the source language by a paragraph of its own.
Words words_of(const view::Paragraph& paragraph, const view::Saying& said) {
    return paragraph.voice == view::Voice::small ? Words(content::view(said.text)) : words(said);
}

Setting scaled(view::Voice voice, double scale) {
    auto setting = setting_of(voice);
    setting.type = resized(setting.type, scale);
    setting.below *= scale;
    return setting;
}

// As large as it can be with room for what follows, which cannot make way.
double scale_among(const Presenter& on, const Rect& body, const view::Paragraph& paragraph, const Words& words) {
    constexpr double smallest = 0.3;
    const double room = body.height - room_after(on, &paragraph);
    return largest_scale(smallest, [&](double scale) {
        const auto [type, below] = scaled(paragraph.voice, scale);
        return on.ui.text_height(words, type, body.width) + on.ui.mm(below) <= room;
    });
}

}  // namespace

Type type_of(view::Voice voice) {
    return setting_of(voice).type;
}

Paragraphs::Paragraphs(const Presenter& on) {
    for (const auto& part : on.view.parts) {
        const auto* const paragraph = std::get_if<view::Paragraph>(&part);
        if (paragraph != nullptr) {
            last_.push_back(paragraph);
        } else if (!std::holds_alternative<view::Offer>(part)) {
            last_.clear();
        }
    }
}

void Paragraphs::put(Presenter& on, Rect& body, const view::Paragraph& paragraph) {
    const bool is_last = std::find(last_.begin(), last_.end(), &paragraph) != last_.end();
    if (is_last && !scale_) {
        scale_ =
            largest_scale(least_paragraph_scale, [&](double of) { return height(on, body.width, of) <= body.height; });
    }
    const auto said = on.say(paragraph.said);
    const double scale = is_last ? *scale_ : scale_among(on, body, paragraph, words_of(paragraph, said));
    const auto [type, below] = scaled(paragraph.voice, scale);
    const double top = body.y;
    on.put_text(body, words_of(paragraph, said), type, on.ui.mm(below));
    const bool about = paragraph.voice == view::Voice::title || paragraph.voice == view::Voice::warning;
    if (about) on.ui.title({body.x, top, body.width, body.y - top});
}

double Paragraphs::height(const Presenter& on, double width, double scale) const {
    double sum = 0;
    for (const auto* const paragraph : last_) {
        const auto [type, below] = scaled(paragraph->voice, scale);
        const auto said = on.say(paragraph->said);
        if (!said.empty()) sum += on.ui.text_height(words_of(*paragraph, said), type, width) + on.ui.mm(below);
    }
    return sum;
}

}  // namespace pocketplan::ui
