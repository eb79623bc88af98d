#include "printer/page/marks.h"

namespace pocketplan::page {
namespace {

struct Shift {
    double dx;
    double dy;
    void operator()(PlacedText& text) const {
        text.x += dx;
        text.y += dy;
    }
    void operator()(Stroke& stroke) const {
        stroke.x1 += dx;
        stroke.x2 += dx;
        stroke.y1 += dy;
        stroke.y2 += dy;
    }
    void operator()(Frame& frame) const {
        frame.x += dx;
        frame.y += dy;
    }
    void operator()(Shape& shape) const {
        for (auto& point : shape.points) point = {point.x + dx, point.y + dy};
    }
};

struct HalfTurn {
    double width;
    double height;
    void operator()(PlacedText& text) const {
        text.x = width - text.x;
        text.y = height - text.y;
        text.turn = text.turn == Turn::none ? Turn::half : Turn::none;
    }
    void operator()(Stroke& stroke) const {
        stroke.x1 = width - stroke.x1;
        stroke.x2 = width - stroke.x2;
        stroke.y1 = height - stroke.y1;
        stroke.y2 = height - stroke.y2;
    }
    void operator()(Frame& frame) const {
        frame.x = width - frame.x - frame.width;
        frame.y = height - frame.y - frame.height;
    }
    void operator()(Shape& shape) const {
        for (auto& point : shape.points) point = {width - point.x, height - point.y};
    }
};

Shape::Kind kind_of(IconStroke::Kind kind) {
    switch (kind) {
        case IconStroke::Kind::open:
            return Shape::Kind::open;
        case IconStroke::Kind::closed:
            return Shape::Kind::closed;
        case IconStroke::Kind::filled:
            return Shape::Kind::filled;
    }
    std::abort();
}

}  // namespace

Point point_of(const PlacedText& text, double right, double down) {
    const double way = text.turn == Turn::none ? 1 : -1;
    return {text.x + way * right, text.y + way * down};
}

void shift(Mark& mark, double dx, double dy) {
    std::visit(Shift{dx, dy}, mark);
}

void turn(Mark& mark, double width, double height) {
    std::visit(HalfTurn{width, height}, mark);
}

void append(Page& page, Piece piece, double x, double y) {
    for (auto& mark : piece.marks) {
        shift(mark, x, y);
        page.marks.push_back(std::move(mark));
    }
}

Shape filled(std::initializer_list<Point> corners, double grey) {
    return {Shape::Kind::filled, 0, grey, corners};
}

void draw_icon(std::pmr::vector<Mark>& marks, Icon icon, Point corner, double size) {
    const double scale = size / 24;  // of the grid that icons are drawn on
    for (const auto& stroke : strokes_of(icon)) {
        Shape shape{kind_of(stroke.kind), stroke.width * scale, 0, {}};
        for (const auto& [x, y] : stroke.points) shape.points.push_back({corner.x + x * scale, corner.y + y * scale});
        marks.emplace_back(std::move(shape));
    }
}

}  // namespace pocketplan::page
