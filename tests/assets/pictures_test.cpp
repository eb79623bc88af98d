// The generator of the icons draws what a browser would, and says what it cannot draw.

#include <cmath>
#include <filesystem>
#include <numbers>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "assets/icon.h"
#include "assets/icons/fault.h"
#include "assets/icons/svg.h"

namespace pocketplan::icons {
namespace {

using testing::HasSubstr;

std::string svg(const std::string& inside) {
    return R"(<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2">)" + inside + "</svg>";
}

std::string fault_of(const std::string& text) {
    try {
        read_svg(text);
    } catch (const Fault& fault) {
        return fault.what();
    }
    return "no fault";
}

std::vector<Stroke> draw(const std::string& inside) {
    return read_svg(svg(inside));
}

Point end_of(const std::string& path) {
    return read_path(path).back().points.back();
}

// Twice what the points go round, by Gauss's formula; above 0 for clockwise on a screen.
double area(const std::vector<Point>& points) {
    double sum = 0;
    for (std::size_t at = 0; at < points.size(); ++at) {
        const auto& next = points[(at + 1) % points.size()];
        sum += points[at].x * next.y - next.x * points[at].y;
    }
    return sum / 2;
}

TEST(Pictures, EveryOneIsAnIconAndNoOtherIs) {
    std::set<std::string> pictures;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(SOURCE_DIR) + "/assets/icons")) {
        if (entry.path().extension() == ".svg") pictures.insert(entry.path().stem().string());
    }
    std::set<std::string> named;
    for (const auto icon : all_icons) {
        named.emplace(name_of(icon));
        EXPECT_EQ(icon_named(name_of(icon)), icon);
        EXPECT_FALSE(strokes_of(icon).empty()) << name_of(icon);
    }
    EXPECT_EQ(named, pictures);
}

TEST(Pictures, NoneIsNoIconsName) {
    EXPECT_EQ(name_of(Icon::none), "");
    EXPECT_TRUE(strokes_of(Icon::none).empty());
    for (const auto* name : {"", "none", "not_drawn"}) EXPECT_EQ(icon_named(name), std::nullopt) << name;
}

TEST(Pictures, APathEndsWhereItsCommandsLead) {
    const std::vector<std::pair<std::string, Point>> ends = {
        {"M1 2L3 4", {3, 4}},     {"M1 2 3 4 5 6", {5, 6}},           {"m1,2l3 4-1-1", {3, 5}},
        {"M1 2h3v4H2V9", {2, 9}}, {"M1 1c0 1 2 3 4 5", {5, 6}},       {"M1 1C1 2 3 4 5 6S8 8 9 9", {9, 9}},
        {"M1 1q2 2 4 0", {5, 1}}, {"M1 1a2 2 0 012.5.5", {3.5, 1.5}}, {"M4 4h4v4zl1 1", {5, 5}},
    };
    for (const auto& [path, end] : ends) {
        EXPECT_NEAR(end_of(path).x, end.x, 1e-9) << path;
        EXPECT_NEAR(end_of(path).y, end.y, 1e-9) << path;
    }
}

TEST(Pictures, CurvesLieWhereTheyShould) {
    const auto circle = draw(R"(<circle cx="12" cy="12" r="8"/>)");
    ASSERT_EQ(circle.size(), 1U);
    EXPECT_EQ(circle[0].kind, Stroke::Kind::closed);
    EXPECT_NEAR(area(circle[0].points), std::numbers::pi * 64, 64 * 0.01);
    for (const auto& point : circle[0].points) EXPECT_NEAR(std::hypot(point.x - 12, point.y - 12), 8, tolerance);
    // A quarter of a circle as a cubic, with the usual 0.5523.
    const auto quarter = read_path("M20 12C20 16.4184 16.4184 20 12 20");
    for (const auto& point : quarter[0].points) {
        EXPECT_NEAR(std::hypot(point.x - 12, point.y - 12), 8, 2 * tolerance);
    }
}

TEST(Pictures, AnArcGoesTheWayThatItsFlagsSay) {
    const auto half = [](const std::string& flags) { return read_path("M6 12A6 6 0 " + flags + " 18 12")[0].points; };
    for (const auto& point : half("0 1")) EXPECT_LE(point.y, 12.001);
    for (const auto& point : half("0 0")) EXPECT_GE(point.y, 11.999);
    EXPECT_GT(read_path("M12 6A6 6 0 1 1 6 12")[0].points.size(), read_path("M12 6A6 6 0 0 0 6 12")[0].points.size());
    // Too small to reach, it grows until it does (F.6.6).
    EXPECT_NEAR(end_of("M6 12A1 1 0 0 1 18 12").x, 18, 1e-9);
}

TEST(Pictures, ALineIsOpenClosedOrAnArea) {
    EXPECT_EQ(draw(R"(<path d="M4 4h8v8"/>)")[0].kind, Stroke::Kind::open);
    const auto square = draw(R"(<rect x="4" y="4" width="8" height="8"/>)");
    ASSERT_EQ(square.size(), 1U);
    EXPECT_EQ(square[0].kind, Stroke::Kind::closed);
    EXPECT_EQ(square[0].points.size(), 4U) << "none twice";
    const auto dented = draw(R"(<path fill="currentColor" stroke="none" d="M4 4h8l-6 2l-2 6z"/>)");
    EXPECT_EQ(dented[0].kind, Stroke::Kind::filled);
}

TEST(Pictures, AShapePaintsAsItSaysAndElseAsTheRootDoes) {
    EXPECT_EQ(draw(R"(<path d="M4 4h8"/>)")[0].width, 2);
    EXPECT_EQ(draw(R"(<path stroke-width="1.5" d="M4 4h8"/>)")[0].width, 1.5);
    EXPECT_EQ(draw(R"(<circle cx="9" cy="9" r="2" fill="currentColor"/>)").size(), 2U)
        << "both filled and drawn around";
}

TEST(Pictures, AFaultyOneSaysWhatIsWrongAndWhatToDo) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"", "it is not XML"},
        {"<svg", "it is not XML"},
        {"<svg viewBox='0 0 48 48'><path d='M1 1h2'/></svg>", "draw it on that grid"},
        {svg(""), "it draws nothing"},
        {svg("<path stroke='none' d='M4 4h8'/>"), "it draws nothing"},
        {svg("<g><path d='M4 4h8'/></g>"), "it has a <g>"},
        {svg("<path d='M4 4h8' transform='scale(2)'/>"), "has 'transform', which would not be drawn"},
        {svg("<path d='M4 4h8' stroke='#f00'/>"), "an icon has one colour"},
        {svg("<path d='M4 4h8' stroke-linecap='butt'/>"), "write round"},
        {svg("<circle cx='4' cy='4'/>"), "its <circle> needs a number as r"},
        {svg("<circle cx='4' cy='4' r='2mm'/>"), "without a unit"},
        {svg("<path d='M4 4h'/>"), "'M4 4h' cannot be read further: a number is missing"},
        {svg("<path d='M4 4T8 8'/>"), "'T' is none of"},
        {svg("<path d='L4 4'/>"), "it does not begin with M"},
        {svg("<path d='M4 4A2 2 0 2 0 8 8'/>"), "an arc's flag"},
        {svg("<path d='M0 4h8'/>"), "over the edge of the grid"},
    };
    for (const auto& [text, says] : cases) EXPECT_THAT(fault_of(text), HasSubstr(says)) << text;
}

}  // namespace
}  // namespace pocketplan::icons
