#include "assets/icons/path.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <numbers>
#include <string>

#include "assets/icons/fault.h"

namespace pocketplan::icons {
namespace {

Point operator+(Point a, Point b) {
    return {a.x + b.x, a.y + b.y};
}
Point operator-(Point a, Point b) {
    return {a.x - b.x, a.y - b.y};
}
Point operator*(double factor, Point a) {
    return {factor * a.x, factor * a.y};
}
double length(Point a) {
    return std::hypot(a.x, a.y);
}

// Numbers and commands, one after another.
class PathText {
public:
    explicit PathText(std::string_view text) : text_(text) {}

    [[nodiscard]] bool at_end() {
        skip_separators();
        return at_ == text_.size();
    }
    [[nodiscard]] bool at_command() { return !at_end() && std::isalpha(static_cast<unsigned char>(text_[at_])) != 0; }
    char command() { return text_[at_++]; }

    double number() {
        skip_separators();
        double value = 0;
        const auto [end, error] = std::from_chars(text_.data() + at_, text_.data() + text_.size(), value);
        if (error != std::errc{}) refuse("a number is missing");
        at_ = static_cast<std::size_t>(end - text_.data());
        return value;
    }
    Point point() {
        const double x = number();
        return {x, number()};
    }
    // A flag of an arc. The number after it may follow without a separator.
    bool flag() {
        skip_separators();
        if (at_ == text_.size() || (text_[at_] != '0' && text_[at_] != '1')) refuse("an arc's flag is 0 or 1");
        return text_[at_++] == '1';
    }
    [[noreturn]] void refuse(const std::string& why) const {
        throw Fault("its path '" + std::string(text_.substr(0, at_)) + "' cannot be read further: " + why +
                    "; correct its d");
    }

private:
    void skip_separators() {
        while (at_ < text_.size() && (std::isspace(static_cast<unsigned char>(text_[at_])) != 0 || text_[at_] == ','))
            ++at_;
    }
    std::string_view text_;
    std::size_t at_ = 0;
};

// A pen that draws every command as straight lines.
class Pen {
public:
    std::vector<Line> take() {
        finish();
        return std::move(lines_);
    }
    [[nodiscard]] Point place() const { return place_; }

    void move(Point to) {
        finish();
        start_ = to;
        place_ = to;
    }
    void line(Point to) {
        if (points_.empty()) points_.push_back(place_);
        points_.push_back(to);
        place_ = to;
    }
    void close() {
        if (points_.empty()) return;
        lines_.push_back({std::move(points_), true});
        points_.clear();
        place_ = start_;
    }
    void cubic(Point first, Point second, Point to);
    void arc(Point radii, double degrees, bool large, bool clockwise, Point to);

private:
    void finish() {
        if (!points_.empty()) lines_.push_back({std::move(points_), false});
        points_.clear();
    }
    std::vector<Line> lines_;
    std::vector<Point> points_;
    Point start_;
    Point place_;
};

// The number of steps that keeps within the tolerance (Wang's bound on the second difference of the control points).
void Pen::cubic(Point first, Point second, Point to) {
    const Point from = place_;
    const double bend = std::max(length(from - 2 * first + second), length(first - 2 * second + to));
    const int steps = std::max(1, static_cast<int>(std::ceil(std::sqrt(0.75 * bend / tolerance))));
    for (int step = 1; step < steps; ++step) {
        const double t = static_cast<double>(step) / steps;
        const double rest = 1 - t;
        line(rest * rest * rest * from + 3 * rest * rest * t * first + 3 * rest * t * t * second + t * t * t * to);
    }
    line(to);
}

// SVG 1.1, appendix F.6.5: from the two end points to the centre and the angles; names as in the standard.
void Pen::arc(Point radii, double degrees, bool large, bool clockwise, Point to) {
    const double turn = degrees * std::numbers::pi / 180;
    const auto turned = [](Point p, double by) {
        return Point{std::cos(by) * p.x - std::sin(by) * p.y, std::sin(by) * p.x + std::cos(by) * p.y};
    };
    const Point half = turned(0.5 * (place_ - to), -turn);
    double rx = std::abs(radii.x);
    double ry = std::abs(radii.y);
    if (length(half) == 0) return;
    if (rx == 0 || ry == 0) return line(to);
    const double reach = std::hypot(half.x / rx, half.y / ry);
    rx *= std::max(1.0, reach);
    ry *= std::max(1.0, reach);
    const double across = std::pow(rx * half.y, 2) + std::pow(ry * half.x, 2);
    const double root = std::sqrt(std::max(0.0, (rx * rx * ry * ry - across) / across)) * (large == clockwise ? -1 : 1);
    const Point centre{root * rx * half.y / ry, -root * ry * half.x / rx};
    const double from_angle = std::atan2((half.y - centre.y) / ry, (half.x - centre.x) / rx);
    double sweep = std::atan2((-half.y - centre.y) / ry, (-half.x - centre.x) / rx) - from_angle;
    if (clockwise && sweep < 0) sweep += 2 * std::numbers::pi;
    if (!clockwise && sweep > 0) sweep -= 2 * std::numbers::pi;

    const Point middle = turned(centre, turn) + 0.5 * (place_ + to);
    const double most = 2 * std::acos(1 - std::min(1.0, tolerance / std::max(rx, ry)));
    const int steps = std::max(2, static_cast<int>(std::ceil(std::abs(sweep) / most)));
    for (int step = 1; step < steps; ++step) {
        const double angle = from_angle + sweep * step / steps;
        line(middle + turned({rx * std::cos(angle), ry * std::sin(angle)}, turn));
    }
    line(to);
}

// Reads command after command. A capital's points are absolute, a small letter's are relative to the point before.
class PathReader {
public:
    explicit PathReader(std::string_view data) : text_(data) {}

    std::vector<Line> read() {
        while (!text_.at_end()) {
            if (text_.at_command()) {
                command_ = text_.command();
            } else if (command_ == 0 || upper() == 'Z') {
                text_.refuse("a command is missing");
            }
            if (!begun_ && upper() != 'M') text_.refuse("it does not begin with M");
            begun_ = true;
            draw();
        }
        return pen_.take();
    }

private:
    [[nodiscard]] char upper() const { return static_cast<char>(std::toupper(static_cast<unsigned char>(command_))); }
    [[nodiscard]] Point origin() const { return command_ == upper() ? Point{} : pen_.place(); }
    Point point() { return origin() + text_.point(); }

    void draw() {
        switch (upper()) {
            case 'M':
                pen_.move(point());
                command_ = command_ == 'M' ? 'L' : 'l';  // more points after a move are lines
                break;
            case 'L':
                pen_.line(point());
                break;
            case 'H':
                pen_.line({origin().x + text_.number(), pen_.place().y});
                break;
            case 'V':
                pen_.line({pen_.place().x, origin().y + text_.number()});
                break;
            case 'C':
                draw_cubic(point());
                return;
            case 'S':
                draw_cubic(smooth_ ? 2 * pen_.place() - control_ : pen_.place());
                return;
            case 'Q':
                draw_quadratic();
                break;
            case 'A':
                draw_arc();
                break;
            case 'Z':
                pen_.close();
                break;
            default:
                text_.refuse(std::string("'") + command_ + "' is none of M L H V C S Q A Z");
        }
        smooth_ = false;
    }
    void draw_cubic(Point first) {
        control_ = point();
        smooth_ = true;
        pen_.cubic(first, control_, point());
    }
    void draw_quadratic() {
        const Point control = point();
        const Point to = point();
        pen_.cubic(1.0 / 3 * pen_.place() + 2.0 / 3 * control, 2.0 / 3 * control + 1.0 / 3 * to, to);
    }
    void draw_arc() {
        const Point radii = text_.point();
        const double degrees = text_.number();
        const bool large = text_.flag();
        const bool clockwise = text_.flag();
        pen_.arc(radii, degrees, large, clockwise, point());
    }

    PathText text_;
    Pen pen_;
    char command_ = 0;
    bool begun_ = false;
    Point control_;        // the second of the last cubic,
    bool smooth_ = false;  // if the last command drew one
};

}  // namespace

std::vector<Line> read_path(std::string_view data) {
    return PathReader(data).read();
}

}  // namespace pocketplan::icons
