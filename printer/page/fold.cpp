#include <algorithm>

#include "printer/page/place.h"

// The pictures are drawn as a left-to-right reader sees them, and mirrored for others: the half that goes back last is
// the one where reading ends.
namespace pocketplan::page {
namespace {

using typeset::Weight;

constexpr double whole_width = 56;  // of the card in the pictures
constexpr double half_width = whole_width / 2;
constexpr double half_height = 18;
constexpr double picture_height = 40;
constexpr double away = 18;  // from one picture to the next
constexpr double behind = 0.85;
constexpr double picture_line = 0.9;

class FoldPictures {
public:
    FoldPictures(Piece& piece, const Setter& setter) : piece_(piece), setter_(setter) {}

    // Where pictures go from here on, from the side where reading starts.
    void move_to(double from_start, double y) {
        from_start_ = from_start;
        y_ = y;
    }
    void half(std::initializer_list<Point> corners, double grey) {
        Shape area = filled(corners, grey);
        place(area);
        Shape edge{Shape::Kind::closed, picture_line, 0, area.points};
        piece_.marks.emplace_back(std::move(area));
        piece_.marks.emplace_back(std::move(edge));
    }
    void crease(Point from, Point to) {
        const Point a = placed(from);
        const Point b = placed(to);
        piece_.marks.push_back(Stroke{a.x, a.y, b.x, b.y, picture_line, Pen::dashed});
    }
    // A bent arrow, its head at the last point, coming from the last but one.
    void arrow(std::initializer_list<Point> way, std::initializer_list<Point> head) {
        Shape line{Shape::Kind::open, picture_line, 0, way};
        Shape tip = filled(head, 0);
        place(line);
        place(tip);
        piece_.marks.emplace_back(std::move(line));
        piece_.marks.emplace_back(std::move(tip));
    }
    void lines(Point from, double width, int count) {
        for (int line = 0; line < count; ++line) {
            const Point a = placed({from.x, from.y + 4 * line});
            const Point b = placed({from.x + width, from.y + 4 * line});
            piece_.marks.push_back(Stroke{a.x, a.y, b.x, b.y, picture_line, Pen::solid});
        }
    }

private:
    [[nodiscard]] Point placed(Point point) const { return {setter_.mirrored(from_start_ + point.x, 0), y_ + point.y}; }
    void place(Shape& shape) const {
        for (auto& point : shape.points) point = placed(point);
    }

    Piece& piece_;
    const Setter& setter_;
    double from_start_ = 0;
    double y_ = 0;
};

// The lower half goes back: it is seen from above, narrower the farther it is.
void draw_first_fold(FoldPictures& draw) {
    constexpr double low = half_height;
    draw.half({{0, 0}, {whole_width, 0}, {whole_width, low}, {0, low}}, 1);
    draw.half({{0, low}, {whole_width, low}, {whole_width - 7, low + 13}, {7, low + 13}}, behind);
    draw.crease({0, low}, {whole_width, low});
    draw.arrow({{whole_width - 2, low + 16},
                {whole_width + 4, low + 13},
                {whole_width + 7, low + 6},
                {whole_width + 7, low - 4}},
               {{whole_width + 4, low - 4}, {whole_width + 10, low - 4}, {whole_width + 7, low - 10}});
}

void draw_second_fold(FoldPictures& draw) {
    constexpr double top = 6;
    constexpr double low = top + half_height;
    draw.half({{0, top}, {half_width, top}, {half_width, low}, {0, low}}, 1);
    draw.half({{half_width, top}, {whole_width - 8, top + 4}, {whole_width - 8, low - 4}, {half_width, low}}, behind);
    draw.crease({half_width, top}, {half_width, low});
    draw.arrow(
        {{whole_width - 6, low}, {whole_width - 11, low + 6}, {whole_width - 18, low + 9}, {half_width, low + 9}},
        {{half_width, low + 6}, {half_width, low + 12}, {half_width - 6, low + 9}});
}

void draw_folded(FoldPictures& draw) {
    constexpr double top = 6;
    draw.half(
        {{2, top - 2}, {half_width + 2, top - 2}, {half_width + 2, top + half_height - 2}, {2, top + half_height - 2}},
        behind);
    draw.half({{0, top}, {half_width, top}, {half_width, top + half_height}, {0, top + half_height}}, 1);
    draw.lines({5, top + 5}, half_width - 10, 3);
}

}  // namespace

Piece set_fold(const Setter& setter, const Document& document) {
    Piece fold;
    fold.height = picture_height;
    FoldPictures draw(fold, setter);
    draw.move_to(1, 4);
    draw_first_fold(draw);
    draw.move_to(whole_width + 10 + away, 4);
    draw_second_fold(draw);
    draw.move_to(2 * (whole_width + away) + 4, 4);
    draw_folded(draw);
    const double words = 2 * (whole_width + away) + half_width + 2 * away;
    Piece text;
    const double text_height =
        setter.below(text, document.note, {10, 8.5, 12, 1.2}, Weight::regular, words, 0, setter.width() - words);
    for (auto& mark : text.marks) {
        shift(mark, 0, std::max(0.0, (picture_height - text_height) / 2));
        fold.marks.push_back(std::move(mark));
    }
    fold.height = std::max(picture_height, text_height);
    return fold;
}

}  // namespace pocketplan::page
