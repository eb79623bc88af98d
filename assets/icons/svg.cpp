#include "assets/icons/svg.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <sstream>
#include <string>

#include <pugixml.hpp>

#include "assets/icons/fault.h"

namespace pocketplan::icons {
namespace {

constexpr double grid = 24;
constexpr double nothing = 1e-6;  // anything shorter has no length

double number(const pugi::xml_node& node, const char* name, std::optional<double> otherwise = std::nullopt) {
    const std::string_view text = node.attribute(name).value();
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc{} && end == text.data() + text.size()) return value;
    if (text.empty() && otherwise) return *otherwise;
    throw Fault(std::string("its <") + node.name() + "> needs a number as " + name + ", without a unit");
}

// How an element paints; what it does not specify comes from the root.
struct Paint {
    bool fill = true;  // the default of SVG
    bool stroke = false;
    double width = 1;
};

bool paints(const pugi::xml_node& node, const char* name, bool otherwise) {
    const std::string_view value = node.attribute(name).value();
    if (value.empty()) return otherwise;
    if (value != "none" && value != "currentColor") {
        throw Fault(std::string("its ") + name + " is '" + std::string(value) +
                    "', and an icon has one colour, the screen's; write none or currentColor");
    }
    return value == "currentColor";
}

Paint paint_of(const pugi::xml_node& node, const Paint& root) {
    return {paints(node, "fill", root.fill), paints(node, "stroke", root.stroke),
            number(node, "stroke-width", root.width)};
}

void allow_attributes(const pugi::xml_node& node, std::string_view own) {
    constexpr std::string_view everywhere = " fill stroke stroke-width stroke-linecap stroke-linejoin ";
    for (const auto& attribute : node.attributes()) {
        const std::string name = attribute.name();
        const std::string spaced = " " + name + " ";
        if (everywhere.find(spaced) == std::string_view::npos && own.find(spaced) == std::string_view::npos) {
            throw Fault("its <" + std::string(node.name()) + "> has '" + name +
                        "', which would not be drawn; write the shape without it");
        }
        if (name.starts_with("stroke-line") && std::string_view(attribute.value()) != "round") {
            throw Fault("its " + name + " is '" + attribute.value() +
                        "', and all ends and corners are round; write round");
        }
    }
}

std::string ellipse_path(double x, double y, double rx, double ry) {
    std::ostringstream path;
    path << 'M' << x - rx << ' ' << y;
    for (const double end : {x + rx, x - rx}) path << 'A' << rx << ' ' << ry << " 0 0 1 " << end << ' ' << y;
    path << 'Z';
    return path.str();
}

std::string rect_path(const pugi::xml_node& node) {
    const double left = number(node, "x", 0);
    const double top = number(node, "y", 0);
    const double right = left + number(node, "width");
    const double bottom = top + number(node, "height");
    const double round = number(node, "rx", 0);
    const auto corner_to = [&](double x, double y) {
        std::ostringstream arc;
        arc << 'A' << round << ' ' << round << " 0 0 1 " << x << ' ' << y;
        return arc.str();
    };
    std::ostringstream path;
    path << 'M' << left + round << ' ' << top << 'H' << right - round << corner_to(right, top + round) << 'V'
         << bottom - round << corner_to(right - round, bottom) << 'H' << left + round << corner_to(left, bottom - round)
         << 'V' << top + round << corner_to(left + round, top) << 'Z';
    return path.str();
}

// Every shape as the path that SVG 2, chapter 10, calls its equivalent.
std::string path_of(const pugi::xml_node& node) {
    const std::string_view shape = node.name();
    if (shape == "path") {
        allow_attributes(node, " d ");
        return node.attribute("d").value();
    }
    if (shape == "circle") {
        allow_attributes(node, " cx cy r ");
        return ellipse_path(number(node, "cx"), number(node, "cy"), number(node, "r"), number(node, "r"));
    }
    if (shape == "ellipse") {
        allow_attributes(node, " cx cy rx ry ");
        return ellipse_path(number(node, "cx"), number(node, "cy"), number(node, "rx"), number(node, "ry"));
    }
    if (shape == "rect") {
        allow_attributes(node, " x y width height rx ");
        return rect_path(node);
    }
    throw Fault("it has a <" + std::string(shape) + ">; draw with path, circle, ellipse and rect, ungrouped");
}

// Without points that equal the one before.
Line without_repeats(const Line& line) {
    const auto same = [](Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y) < nothing; };
    Line result{line.points, line.closed};
    auto& points = result.points;
    points.erase(std::unique(points.begin(), points.end(), same), points.end());
    while (line.closed && points.size() > 1 && same(points.front(), points.back())) points.pop_back();
    return result;
}

void hold_within_grid(const std::vector<Stroke>& strokes) {
    for (const auto& stroke : strokes) {
        const double edge = stroke.width / 2;
        for (const auto& point : stroke.points) {
            const auto [least, most] = std::minmax(point.x, point.y);
            if (least < edge || most > grid - edge) {
                throw Fault("something in it goes over the edge of the grid of 24 by 24; draw it smaller");
            }
        }
    }
}

void add_shape(const pugi::xml_node& node, const Paint& root, std::vector<Stroke>& strokes) {
    const auto lines = read_path(path_of(node));
    const Paint paint = paint_of(node, root);
    for (const auto& drawn : lines) {
        const Line line = without_repeats(drawn);
        if (line.points.size() < 2) continue;
        if (paint.fill) strokes.push_back({Stroke::Kind::filled, 0, line.points});
        const auto kind = line.closed ? Stroke::Kind::closed : Stroke::Kind::open;
        if (paint.stroke) strokes.push_back({kind, paint.width, line.points});
    }
}

}  // namespace

std::vector<Stroke> read_svg(std::string_view text) {
    pugi::xml_document document;
    const auto parsed = document.load_buffer(text.data(), text.size());
    if (!parsed) {
        throw Fault("it is not XML: " + std::string(parsed.description()) + " at byte " +
                    std::to_string(parsed.offset) + "; save it again as plain SVG");
    }
    const auto root = document.document_element();
    if (std::string_view(root.name()) != "svg" || std::string_view(root.attribute("viewBox").value()) != "0 0 24 24") {
        throw Fault("it is not an <svg> with the viewBox 0 0 24 24; draw it on that grid");
    }
    allow_attributes(root, " xmlns viewBox width height ");
    std::vector<Stroke> strokes;
    for (const auto& node : root.children()) add_shape(node, paint_of(root, {}), strokes);
    if (strokes.empty()) throw Fault("it draws nothing; draw the icon, or remove the file");
    hold_within_grid(strokes);
    return strokes;
}

}  // namespace pocketplan::icons
