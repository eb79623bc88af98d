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
constexpr double most_notes = 12;      // of the height, for what stands below the lines; it can shrink
constexpr double least_capital = 0.6;  // of the visitor's size, with all lines
constexpr double least_of_all = 0.4;
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
            if (!spares || !line.spare) lines_.push_back({line.icon, on.say(line.said), line.spare});
        }
    }
    // In the largest type that fits. Rather one language than tiny words, and rather few lines.
    [[nodiscard]] Lines fitted(double width, double height) const {
        Lines lines = *this;
        if (lines.shrink(least_capital, width, height)) return lines;
        for (auto& line : lines.lines_) line.text.second.clear();
        while (!lines.shrink(least_capital, width, height)) {
            const auto spare =
                std::find_if(lines.lines_.begin(), lines.lines_.end(), [](const Line& line) { return line.spare; });
            if (spare == lines.lines_.end()) break;
            lines.lines_.erase(spare);
        }
        lines.shrink(least_of_all, width, height);
        return lines;
    }
    // Whether it says as much as `other` does, in type that is nearly as large.
    [[nodiscard]] bool is_no_less_than(const Lines& other) const {
        const auto is_twice = [](const Lines& lines) {
            return !lines.lines_.empty() && lines.lines_.front().text.is_twice();
        };
        return lines_.size() == other.lines_.size() && is_twice(*this) == is_twice(other) &&
               type_.capital >= least_share * other.type_.capital;
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
        bool spare = false;
    };
    bool shrink(double least, double width, double height) {
        type_ = line_type;
        while (type_.capital > least && height_in(width) > height) type_.capital *= 0.92;
        return height_in(width) <= height;
    }
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
void put_pointed(Presenter& on, Rect& body, const view::PointedLines& pointed, double below) {
    auto& ui = on.ui;
    const Lines all(on, pointed);
    const double room = body.height - ui.mm(above_offer) - std::min(below, ui.mm(most_notes));
    if (ui.display().portrait()) {
        const auto lines = all.fitted(body.width, room);
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
    const auto alone = all.fitted(body.width, room);
    const auto narrow = all.fitted(beside, room);
    const bool picture = side >= ui.mm(smallest_picture) && narrow.is_no_less_than(alone);
    const auto& lines = picture ? narrow : alone;
    const double width = picture ? beside : body.width;
    Rect top = body.take_top(std::max(lines.height_in(width), picture ? side : 0));
    if (picture) ui.icon(top.take_end(side), pointed.picture, ui.colours().accent);
    const double free = std::max(0.0, top.height - lines.height_in(width));
    lines.put(ui, {top.x, top.y + free / 2, width, top.height - free});
}

Rect take_offer(const Presenter& on, Rect& body) {
    return body.take_bottom(std::min(offer_height(on.ui), body.height));
}

void put_offer(Presenter& on, Rect place, const view::Offer& offer) {
    const auto& ui = on.ui;
    const auto words = on.face(offer.first, first_type);
    Button first = words.button;
    first.icon_side = first_icon;
    const bool tall = ui.display().portrait();
    if (tall) {
        on.put_fitted(offer.first, place.take_top(ui.mm(tall_first), ui.mm(gap)), first);
        return on.put_row(offer.others, place, other_type);
    }
    const bool low = place.height < ui.mm(2 * target + gap);  // for the others one above the other
    const double part = low ? 0.5 : first_part;
    on.put_fitted(offer.first, place.take_start(place.width * part, ui.mm(gap)), first);
    if (low) return on.put_row(offer.others, place, other_type);
    const double height = (place.height + ui.mm(gap)) / static_cast<double>(offer.others.size()) - ui.mm(gap);
    for (const auto& other : offer.others) {
        on.put_fitted(other, place.take_top(height, ui.mm(gap)), other_type);
    }
}

}  // namespace pocketplan::ui
