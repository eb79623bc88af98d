#include <algorithm>

#include "kiosk/ui/presenter.h"

// What a visit offers before it begins: what it is about, in lines behind pictograms, and what can be done.
namespace pocketplan::ui {
namespace {

// Millimetres.
constexpr double icon_side = 9;
constexpr double low_icon_side = 8;
constexpr double between_lines = 2;
constexpr double low_between_lines = 1.2;
constexpr double largest_picture = 80;
constexpr double smallest_picture = 30;
constexpr double least_first = 25;  // high
constexpr double most_first = 36;
constexpr double tall_first = 34;
constexpr double tall_other = 22;
constexpr double first_part = 0.6;  // of the width
constexpr double above_offer = 5;
constexpr double first_icon = 14;
constexpr double notes = 12;         // what is said of the translation
constexpr double least_share = 0.9;  // of the type without a picture, that one beside it may have
constexpr Type line_type{.line_height = 1.3, .least_capital = 3, .most_capital = 6.5};
constexpr Type first_type{.capital = 1.3,
                          .weight = typeset::Weight::bold,
                          .align = typeset::Align::centre,
                          .line_height = 1.2,
                          .most_capital = 8.5};
constexpr Type other_type{.capital = 0.85, .align = typeset::Align::centre, .line_height = 1.15};

double offer_height(const Ui& ui) {
    if (ui.display().portrait()) return ui.mm(tall_first + gap + tall_other);
    return ui.mm(is_low(ui, lowest_for_all) ? least_first : std::max(2 * target + gap, most_first));
}

class Lines {
public:
    Lines(const Presenter& on, const view::PointedLines& pointed) : ui_(on.ui) {
        const bool low = is_low(ui_, lowest_for_all);
        const bool spares = find_part<view::Notice>(on.view) != nullptr && is_low(ui_, lowest_roomy);
        icon_side_ = ui_.mm(low ? low_icon_side : icon_side);
        between_ = ui_.mm(low ? low_between_lines : between_lines);
        for (const auto& line : pointed.lines) {
            if (!spares || !line.spare) lines_.push_back({line.icon, on.say(line.said)});
        }
    }
    // In the largest type that fits; returns which.
    double fit(double width, double height) {
        type_ = line_type;
        while (type_.capital > 0.4 && height_in(width) > height) type_.capital *= 0.92;
        const bool twice = !lines_.empty() && lines_.front().text.is_twice();
        if (!twice || height_in(width) <= height) return type_.capital;
        // Rather one language than no room for what can be done.
        for (auto& line : lines_) line.text.second.clear();
        return fit(width, height);
    }
    [[nodiscard]] double height_in(double width) const {
        double sum = 0;
        for (const auto& line : lines_) sum += height_of(line, width) + between_;
        return sum;
    }
    void put(Ui& ui, Rect body) const {
        const double side = icon_side_;
        for (const auto& line : lines_) {
            Rect row = body.take_top(height_of(line, body.width), between_);
            const Rect start = row.take_start(side, ui.mm(gap));
            ui.icon({start.x, start.y + (row.height - side) / 2, side, side}, line.icon, ui.colours().accent);
            ui.text(row, words(line.text), type_, Ui::Place::middle);
        }
    }

private:
    struct Line {
        Icon icon;
        view::Saying text;
    };
    [[nodiscard]] double height_of(const Line& line, double width) const {
        const double text = ui_.text_height(words(line.text), type_, width - icon_side_ - ui_.mm(gap));
        return std::max(text, icon_side_);
    }

    const Ui& ui_;
    view::List<Line> lines_;
    Type type_ = line_type;
    double icon_side_ = 0;  // pixels
    double between_ = 0;
};

}  // namespace

// On a wide display the picture stands beside the lines, on a tall one above them.
void put_pointed(Presenter& on, Rect& body, const view::PointedLines& pointed) {
    auto& ui = on.ui;
    Lines lines(on, pointed);
    const bool noted = find_part<view::Paragraph>(on.view) != nullptr;
    const double room = body.height - offer_height(ui) - ui.mm(above_offer + (noted ? notes : 0));
    if (ui.display().portrait()) {
        lines.fit(body.width, room);
        const double free = room - lines.height_in(body.width);
        const double side = std::min(free - ui.mm(4 * gap), ui.mm(largest_picture));
        if (side >= ui.mm(smallest_picture)) {
            const Rect top = body.take_top(side, ui.mm(2 * gap));
            ui.icon({top.x + (top.width - side) / 2, top.y, side, side}, pointed.picture, ui.colours().accent);
        }
        lines.put(ui, body.take_top(lines.height_in(body.width)));
        return;
    }
    const double side = std::min({room, ui.mm(largest_picture), body.width * 0.3});
    const double beside = body.width - side - ui.mm(4 * gap);
    const double alone = lines.fit(body.width, room);
    const bool picture = side >= ui.mm(smallest_picture) && lines.fit(beside, room) >= least_share * alone;
    if (!picture) lines.fit(body.width, room);
    const double width = picture ? beside : body.width;
    Rect top = body.take_top(std::max(lines.height_in(width), picture ? side : 0));
    if (picture) ui.icon(top.take_end(side), pointed.picture, ui.colours().accent);
    const double free = std::max(0.0, top.height - lines.height_in(width));
    lines.put(ui, {top.x, top.y + free / 2, width, top.height - free});
}

void put_offer(Presenter& on, Rect& body, const view::Offer& offer) {
    const auto& ui = on.ui;
    const auto words = on.face(offer.first, first_type);
    Button first = words.button;
    first.icon_side = first_icon;
    const bool tall = ui.display().portrait();
    // Never too low to touch, whatever stands above it.
    Rect rest = body.take_bottom(std::max(std::min(offer_height(ui), body.height), ui.mm(target)));
    if (tall) {
        on.put_fitted(offer.first, rest.take_top(ui.mm(tall_first), ui.mm(gap)), first);
        return on.put_row(offer.others, rest, other_type);
    }
    const bool low = rest.height < ui.mm(2 * target + gap);  // for the others one above the other
    const double part = low ? 0.5 : first_part;
    on.put_fitted(offer.first, rest.take_start(rest.width * part, ui.mm(gap)), first);
    if (low) return on.put_row(offer.others, rest, other_type);
    const double height = (rest.height + ui.mm(gap)) / static_cast<double>(offer.others.size()) - ui.mm(gap);
    for (const auto& other : offer.others) {
        on.put_fitted(other, rest.take_top(height, ui.mm(gap)), other_type);
    }
}

}  // namespace pocketplan::ui
