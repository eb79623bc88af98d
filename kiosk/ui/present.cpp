#include "kiosk/ui/present.h"

#include <algorithm>
#include <cstdlib>

#include "kiosk/ui/presenter.h"

namespace pocketplan::ui {
namespace {

constexpr double pointed_side = 9;  // millimetres
// A screen is at least so many of its capitals high: bar, title, and three rows of answers.
constexpr double capitals_high = 24;
constexpr double usual_width = 345;  // millimetres: 15.6 inches
constexpr double most_growth = 1.4;

double capital_of(visit::TextSize size) {
    switch (size) {  // millimetres; VVSG 2.0, 7.1-G
        case visit::TextSize::small:
            return 4;
        case visit::TextSize::normal:
            return 5;
        case visit::TextSize::large:
            return 6.5;
        case visit::TextSize::huge:
            return 8.5;
    }
    std::abort();
}

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

double pointed_height(const Presenter& on, double width, std::string_view text, const Type& type) {
    return std::max(on.ui.text_height(text, type, width - on.ui.mm(pointed_side + gap)), on.ui.mm(pointed_side));
}

// The lines behind pictograms, in the largest type that leaves room for the cards.
class PointedLines {
public:
    explicit PointedLines(const Presenter& on) {
        const bool spares = find_part<view::Notice>(on.view) != nullptr && is_low(on.ui, lowest_for_all);
        for (const auto& part : on.view.parts) {
            const auto* const line = std::get_if<view::Pointed>(&part);
            if (line != nullptr && !(spares && line->spare)) lines_.push_back({line->icon, on.say(line->said)});
        }
    }
    void put(Presenter& on, Rect& body) {
        const int rows = on.ui.display().portrait() ? 3 : 1;
        const double cards = on.ui.mm(rows * 26 + 12);  // with what is said of the translation
        Type type{.line_height = 1.3, .least_capital = 3, .most_capital = 6.5};
        while (type.capital > 0.4 && height(on, body.width, type) + cards > body.height) type.capital *= 0.92;
        const double side = on.ui.mm(pointed_side);
        for (const auto& [icon, text] : lines_) {
            const auto words = content::view(text);
            Rect row = body.take_top(pointed_height(on, body.width, words, type), on.ui.mm(2));
            const Rect start = row.take_start(side, on.ui.mm(gap));
            on.ui.icon({start.x, start.y + (row.height - side) / 2, side, side}, icon, on.ui.colours().accent);
            on.ui.text(row, words, type, Ui::Place::middle);
        }
    }

private:
    [[nodiscard]] double height(const Presenter& on, double width, const Type& type) const {
        double sum = 0;
        for (const auto& line : lines_) {
            sum += pointed_height(on, width, content::view(line.text), type) + on.ui.mm(2);
        }
        return sum;
    }
    struct Line {
        Icon icon;
        content::PhraseText text;
    };
    view::List<Line> lines_;
};

// Puts one part after another; each takes its room from the top of the body.
class Parts {
public:
    Parts(Presenter& on, Rect& body) : on_(on), body_(body) {}

    void operator()(const view::Notice& notice) { put_notice(on_, body_, notice); }
    void operator()(const view::Paragraph& paragraph) {
        const auto [type, below] = setting_of(paragraph.voice);
        on_.put_text(body_, content::view(on_.say(paragraph.said)), type, on_.ui.mm(below));
    }
    void operator()(const view::Pointed&) {
        if (!pointed_) PointedLines(on_).put(on_, body_);
        pointed_ = true;  // all of them at once, for they share a type
    }
    void operator()(const view::Emblem& emblem) {
        body_.take_top(body_.height * emblem.room_above);
        const double side = on_.ui.mm(emblem.side);
        Rect top = body_.take_top(side, on_.ui.mm(gap * 2));
        on_.ui.icon({top.x + (top.width - side) / 2, top.y, side, side}, emblem.icon, on_.ui.colours().accent);
        if (emblem.beside) on_.put(*emblem.beside, top.take_end(on_.ui.mm(60)), bar_type);
    }
    void operator()(const view::Cards& cards) {
        if (pointed_) body_.take_top(on_.ui.mm(2));
        put_cards(on_, body_, cards);
    }
    void operator()(const view::LanguageCards& cards) { put_language_cards(on_, body_, cards); }
    void operator()(const view::Writing& writing) { put_writing(on_, body_, writing); }
    void operator()(const view::Search& search) { put_search(on_, body_, search); }
    void operator()(const view::Tabs& tabs) { put_tabs(on_, body_, tabs); }
    void operator()(const view::Grid& grid) { put_grid(on_, body_, grid); }
    void operator()(const view::Reading& reading) { put_reading(on_, body_, reading); }
    void operator()(const view::Sheets& sheets) { put_sheets(on_, sheets.small ? sheets_ : body_, sheets); }
    void operator()(const view::Setting& setting) { put_setting(on_, body_, setting); }
    void operator()(const view::Copies& copies) {
        auto& ui = on_.ui;
        Rect row = copies_;
        const double narrow = ui.mm(22);
        std::optional<Rect> answers;
        if (copies.answers) answers = row.take_end(row.width * 0.4, ui.mm(gap));
        const Rect two = row.take_end(narrow, ui.mm(gap));
        const Rect one = row.take_end(narrow, ui.mm(gap));
        ui.text(row, content::view(on_.say(copies.label)), {.capital = 0.8, .line_height = 1.2, .most_capital = 4.5},
                Ui::Place::middle);
        on_.put(copies.counts[0], one, bar_type);
        on_.put(copies.counts[1], two, bar_type);
        Type start = bar_type;
        start.align = typeset::Align::start;
        if (answers) on_.put(*copies.answers, *answers, start);
    }
    void operator()(const view::Curtain& curtain) {
        on_.put(curtain.control, on_.ui.screen(), {.align = typeset::Align::centre});
    }

    // What stands at the foot takes its room before all else does.
    void reserve() {
        if (find_part<view::Copies>(on_.view) != nullptr) {
            copies_ = body_.take_bottom(on_.ui.mm(target), on_.ui.mm(gap));
        }
        const auto* const sheets = find_part<view::Sheets>(on_.view);
        if (sheets != nullptr && sheets->small) sheets_ = body_.take_bottom(on_.ui.mm(target), on_.ui.mm(gap));
    }

private:
    Presenter& on_;
    Rect& body_;
    Rect copies_;
    Rect sheets_;
    bool pointed_ = false;
};

}  // namespace

Look look_of(const visit::Visit& visit, const content::Library& library, const Display& display) {
    const auto& language = library.language(visit.language);
    Look look;
    look.theme = visit.theme;
    const double width = display.width / display.pixels_per_millimetre;
    const double height = display.height / display.pixels_per_millimetre;
    // On a large display, which is read from further away, type grows with the column it stands in.
    const double growth = std::clamp(width / usual_width, 1.0, most_growth);
    look.capital = std::min(capital_of(visit.text_size) * growth, height / capitals_high);
    look.language = language.tag;
    if (language.direction == content::Direction::right_to_left) look.direction = typeset::Direction::right_to_left;
    return look;
}

std::optional<visit::Event> present(Ui& ui, const view::View& view, const view::Sayer& sayer) {
    Presenter on{ui, view, sayer};
    put_progress(on);
    Rect body = page_of(ui);
    const Rect bar = take_bar(on, body);
    put_title(on, body);
    // Beside the field; where the keyboard takes all the room, in place of the explanation (put_title).
    if (!view::is_nothing(view.error) && !is_low(ui, lowest_roomy)) put_notice(on, body, {view.error});
    Parts parts(on, body);
    parts.reserve();
    for (const auto& part : view.parts) std::visit(parts, part);
    put_bar(on, bar);
    return on.event;
}

}  // namespace pocketplan::ui
