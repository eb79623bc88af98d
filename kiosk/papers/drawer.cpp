#include "kiosk/papers/drawer.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>
#include <variant>

namespace pocketplan::papers {
namespace {

// A page is drawn so many times larger than it is wanted, and then made smaller: so a letter of four pixels still
// stands in its place and has its shape, and pictures of one width share their glyphs.
constexpr int finest = 4;
constexpr int widest = 1700;  // pixels, beyond which a letter has enough of its own
constexpr std::size_t most_glyphs = 8000;

int fineness(int width) {
    return std::clamp(widest / std::max(width, 1), 1, finest);
}

}  // namespace

// The ink of a page being drawn. In points of the page; what lies outside is left out.
class Canvas {
public:
    Canvas(Drawer& drawer, double scale, double top, int width, int height)
        : drawer_(drawer),
          scale_(scale),
          top_(top),
          width_(width),
          height_(height),
          ink_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height)) {}

    void operator()(const page::PlacedText& placed) {
        for (const auto& line : placed.layout.lines) {
            for (const auto& run : line.runs) draw_run(placed, run, line.left, line.baseline);
        }
        for (const auto& box : typeset::boxes_of(placed.layout)) {
            const auto one = page::point_of(placed, box.left, box.top);
            const auto other = page::point_of(placed, box.left + box.width, box.top + box.height);
            (*this)(page::Frame{std::min(one.x, other.x), std::min(one.y, other.y), box.width, box.height, box.line});
        }
    }

    void operator()(const page::Stroke& stroke) {
        constexpr double dash = 3;  // points, and as many between: as the printer/pdf writes them
        const double length = std::hypot(stroke.x2 - stroke.x1, stroke.y2 - stroke.y1);
        if (stroke.pen == page::Pen::solid || length <= dash) {
            return line(stroke.x1, stroke.y1, stroke.x2, stroke.y2, stroke.width);
        }
        const double along_x = (stroke.x2 - stroke.x1) / length;
        const double along_y = (stroke.y2 - stroke.y1) / length;
        for (double from = 0; from < length; from += 2 * dash) {
            const double to = std::min(from + dash, length);
            line(stroke.x1 + from * along_x, stroke.y1 + from * along_y, stroke.x1 + to * along_x,
                 stroke.y1 + to * along_y, stroke.width);
        }
    }

    void operator()(const page::Frame& frame) {
        const double right = frame.x + frame.width;
        const double bottom = frame.y + frame.height;
        line(frame.x, frame.y, right, frame.y, frame.line);
        line(frame.x, bottom, right, bottom, frame.line);
        line(frame.x, frame.y, frame.x, bottom, frame.line);
        line(right, frame.y, right, bottom, frame.line);
    }

    void operator()(const page::Shape& shape) {
        if (shape.points.empty()) return;
        if (shape.kind == page::Shape::Kind::filled) return area(shape);
        for (std::size_t at = 1; at < shape.points.size(); ++at) {
            segment(shape.points[at - 1], shape.points[at], shape.width);
        }
        if (shape.kind == page::Shape::Kind::closed) segment(shape.points.back(), shape.points.front(), shape.width);
    }

    // Each pixel of the picture is the mean of `times` by `times` of ours.
    [[nodiscard]] Image shrunk(int times) const {
        Image image{width_ / times, height_ / times, {}};
        image.grey.reserve(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height));
        const int all = times * times;
        for (int y = 0; y < image.height; ++y) {
            for (int x = 0; x < image.width; ++x) {
                int sum = 0;
                for (int row = y * times; row < (y + 1) * times; ++row) {
                    const auto* const from = ink_.data() + at(x * times, row);
                    for (int column = 0; column < times; ++column) sum += from[column];
                }
                image.grey.push_back(static_cast<std::uint8_t>(255 - sum / all));
            }
        }
        return image;
    }

private:
    [[nodiscard]] std::size_t at(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(x);
    }

    void cover(std::uint8_t& pixel, int coverage) {
        pixel = static_cast<std::uint8_t>(pixel + (255 - pixel) * coverage / 255);
    }

    void draw_run(const page::PlacedText& placed, const typeset::Run& run, double left, double baseline) {
        for (const auto& glyph : run.glyphs) {
            if (glyph.id == typeset::Glyph::invisible || glyph.id == typeset::Glyph::missing) continue;
            const auto& image = drawer_.glyph(run.face, glyph.id, run.size * scale_);
            const auto origin = page::point_of(placed, left + glyph.x, baseline + glyph.y);
            const auto x = static_cast<int>(std::lround(origin.x * scale_));
            const auto y = static_cast<int>(std::lround((origin.y - top_) * scale_));
            const bool turned = placed.turn == page::Turn::half;
            stamp(image, turned ? x - image.left - image.width : x + image.left,
                  turned ? y - image.top - image.height : y + image.top, placed.turn);
        }
    }

    void segment(const page::Point& from, const page::Point& to, double width) {
        line(from.x, from.y, to.x, to.y, width);
    }

    // By what is inside on every other crossing.
    void area(const page::Shape& shape) {
        const auto coverage = static_cast<int>(std::lround(255 * (1 - shape.grey)));
        std::pmr::vector<double> crossings;
        for (int y = 0; y < height_; ++y) {
            const double middle = (y + 0.5) / scale_ + top_;
            crossings.clear();
            for (std::size_t at = 0; at < shape.points.size(); ++at) {
                const auto& one = shape.points[at];
                const auto& other = shape.points[(at + 1) % shape.points.size()];
                if ((one.y <= middle) == (other.y <= middle)) continue;
                crossings.push_back(one.x + (middle - one.y) / (other.y - one.y) * (other.x - one.x));
            }
            std::sort(crossings.begin(), crossings.end());
            for (std::size_t at = 0; at + 1 < crossings.size(); at += 2)
                fill_row(y, crossings[at], crossings[at + 1], coverage);
        }
    }

    void fill_row(int y, double from, double to, int coverage) {
        const int first = std::clamp(static_cast<int>(std::lround(from * scale_)), 0, width_);
        const int past = std::clamp(static_cast<int>(std::lround(to * scale_)), 0, width_);
        for (int x = first; x < past; ++x) cover(ink_[at(x, y)], coverage);
    }

    void stamp(const typeset::GlyphImage& glyph, int left, int top, page::Turn turn) {
        const int first = std::max(0, -left);
        const int past = std::min(glyph.width, width_ - left);
        for (int row = std::max(0, -top); row < std::min(glyph.height, height_ - top); ++row) {
            const bool turned = turn == page::Turn::half;
            const int from_row = turned ? glyph.height - 1 - row : row;
            const auto* const from = glyph.coverage.data() + static_cast<std::ptrdiff_t>(from_row) * glyph.width;
            for (int x = first; x < past; ++x) {
                const auto coverage = from[turned ? glyph.width - 1 - x : x];
                if (coverage != 0) cover(ink_[at(left + x, top + row)], coverage);
            }
        }
    }

    // A line thinner than a pixel is as much paler.
    void line(double x1, double y1, double x2, double y2, double thick) {
        x1 *= scale_, y1 = (y1 - top_) * scale_, x2 *= scale_, y2 = (y2 - top_) * scale_;
        const double half = std::max(1.0, thick * scale_) / 2;
        const double weight = 255 * std::min(1.0, thick * scale_);
        const double along_x = x2 - x1;
        const double along_y = y2 - y1;
        const double square = along_x * along_x + along_y * along_y;
        const auto range = [&](double one, double other, int size) {
            const auto [least, most] = std::minmax(one, other);
            return std::pair(std::clamp(static_cast<int>(least - half - 1), 0, size),
                             std::clamp(static_cast<int>(most + half + 2), 0, size));
        };
        const auto [left, right] = range(x1, x2, width_);
        const auto [top, bottom] = range(y1, y2, height_);
        for (int y = top; y < bottom; ++y) {
            for (int x = left; x < right; ++x) {
                const double from_x = x + 0.5 - x1;
                const double from_y = y + 0.5 - y1;
                const double way = square > 0 ? (from_x * along_x + from_y * along_y) / square : 0;
                const double t = std::clamp(way, 0.0, 1.0);
                const double distance = std::hypot(from_x - t * along_x, from_y - t * along_y);
                const double covered = std::clamp(half + 0.5 - distance, 0.0, 1.0);
                if (covered > 0) cover(ink_[at(x, y)], static_cast<int>(weight * covered));
            }
        }
    }

    Drawer& drawer_;
    double scale_;  // pixels a point
    double top_;    // in points
    int width_;
    int height_;
    std::pmr::vector<std::uint8_t> ink_;
};

Image Drawer::draw(const page::Page& page, const Part& part, int width) {
    const int times = fineness(width);
    const double scale = width / page.size.width;
    const auto height = static_cast<int>(std::lround(part.height * scale));
    Canvas canvas(*this, scale * times, part.top, width * times, height * times);
    for (const auto& mark : page.marks) std::visit(canvas, mark);
    return canvas.shrunk(times);
}

const typeset::GlyphImage& Drawer::glyph(typeset::FaceIndex face, std::uint32_t id, double size) {
    const Key key{face, id, size};
    const auto known = glyphs_.find(key);
    if (known != glyphs_.end()) return known->second;
    if (glyphs_.size() >= most_glyphs) glyphs_.clear();
    return glyphs_.emplace(key, typesetter_.rasterise(face, id, size)).first->second;
}

}  // namespace pocketplan::papers
