#include "kiosk/ui/icon_image.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace pocketplan::ui {
namespace {

constexpr float grid = 24;
constexpr float least_width = 2;  // pixels; a thinner line is hard to see

bool has_direction(Icon icon) {
    constexpr std::array turning{Icon::back, Icon::backspace, Icon::calendar_move, Icon::list, Icon::next, Icon::skip};
    return std::find(turning.begin(), turning.end(), icon) != turning.end();
}

struct Segment {
    IconPoint from;
    IconPoint to;
};

float distance(IconPoint point, const Segment& segment) {
    const float along_x = segment.to.x - segment.from.x;
    const float along_y = segment.to.y - segment.from.y;
    const float square = along_x * along_x + along_y * along_y;
    const float way = (point.x - segment.from.x) * along_x + (point.y - segment.from.y) * along_y;
    const float t = square > 0 ? std::clamp(way / square, 0.0F, 1.0F) : 0;
    return std::hypot(point.x - segment.from.x - t * along_x, point.y - segment.from.y - t * along_y);
}

bool crosses_to_the_right(IconPoint point, const Segment& segment) {
    const auto& [from, to] = segment;
    if ((from.y > point.y) == (to.y > point.y)) return false;
    return point.x < from.x + (point.y - from.y) / (to.y - from.y) * (to.x - from.x);
}

// Covers each pixel by how far its middle lies from the strokes, which makes their ends and corners round. The
// triangles of ImGui would do for a graphics card; SDL's software renderer, ours, puts their corners on whole pixels.
class IconImage {
public:
    explicit IconImage(int side)
        : side_(side),
          scale_(static_cast<float>(side) / grid),
          coverage_(static_cast<std::size_t>(side) * static_cast<std::size_t>(side)) {}

    std::vector<std::uint8_t> take() { return std::move(coverage_); }

    void add(const IconStroke& stroke) {
        const auto segments = segments_of(stroke);
        if (stroke.kind == IconStroke::Kind::filled) {
            fill(segments);
        } else {
            const float half = std::max(least_width, stroke.width * scale_) / 2;
            for (const auto& segment : segments) draw(segment, half);
        }
    }

private:
    [[nodiscard]] IconPoint placed(IconPoint point) const { return {point.x * scale_, point.y * scale_}; }

    [[nodiscard]] std::vector<Segment> segments_of(const IconStroke& stroke) const {
        std::vector<Segment> segments;
        const auto& points = stroke.points;
        for (std::size_t at = 1; at < points.size(); ++at) {
            segments.push_back({placed(points[at - 1]), placed(points[at])});
        }
        if (stroke.kind != IconStroke::Kind::open) segments.push_back({placed(points.back()), placed(points.front())});
        return segments;
    }

    // `depth`: how far the pixel's middle lies inside, in pixels; below 0 outside.
    void cover(int x, int y, float depth) {
        auto& pixel = coverage_[static_cast<std::size_t>(y * side_ + x)];
        const auto covered = static_cast<std::uint8_t>(std::lround(255 * std::clamp(depth + 0.5F, 0.0F, 1.0F)));
        pixel = std::max(pixel, covered);
    }
    [[nodiscard]] int first(float least) const { return std::clamp(static_cast<int>(std::floor(least)), 0, side_); }
    [[nodiscard]] int past(float most) const { return std::clamp(static_cast<int>(std::ceil(most)) + 1, 0, side_); }
    static IconPoint middle(int x, int y) { return {static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F}; }

    void draw(const Segment& segment, float half) {
        const auto [left, right] = std::minmax(segment.from.x, segment.to.x);
        const auto [top, bottom] = std::minmax(segment.from.y, segment.to.y);
        const float reach = half + 1;
        for (int y = first(top - reach); y < past(bottom + reach); ++y) {
            for (int x = first(left - reach); x < past(right + reach); ++x) {
                cover(x, y, half - distance(middle(x, y), segment));
            }
        }
    }

    void fill(const std::vector<Segment>& edges) {
        for (int y = 0; y < side_; ++y) {
            for (int x = 0; x < side_; ++x) {
                float nearest = std::numeric_limits<float>::max();
                bool inside = false;
                for (const auto& edge : edges) {
                    nearest = std::min(nearest, distance(middle(x, y), edge));
                    if (crosses_to_the_right(middle(x, y), edge)) inside = !inside;
                }
                cover(x, y, inside ? nearest : -nearest);
            }
        }
    }

    int side_;
    float scale_;
    std::vector<std::uint8_t> coverage_;
};

}  // namespace

std::vector<std::uint8_t> image_of(Icon icon, int side, typeset::Direction direction) {
    IconImage image(side);
    for (const auto& stroke : strokes_of(icon)) image.add(stroke);
    auto coverage = image.take();
    if (direction == typeset::Direction::right_to_left && has_direction(icon)) {
        for (auto row = coverage.begin(); row != coverage.end(); row += side) std::reverse(row, row + side);
    }
    return coverage;
}

}  // namespace pocketplan::ui
