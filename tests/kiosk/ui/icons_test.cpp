// Every icon is visible, and different from every other, at the smallest size that it is drawn in: 9 mm on a coarse
// display.

#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "assets/icon.h"
#include "content/library.h"
#include "kiosk/picture/picture.h"
#include "kiosk/ui/ui.h"
#include "tests/support/pack.h"

namespace pocketplan::ui {
namespace {

constexpr Display icon_display{36, 36, 4};

// How much of each pixel is ink, from 0 to 255.
using Ink = std::vector<int>;

Ink ink_of(Icon icon, const Look& look = {}) {
    Ui ui(tests::typesetter());
    picture::Picture picture(icon_display);
    ui.begin(icon_display, look, {});
    ui.fill(ui.screen(), rgb(0xFFFFFF));
    ui.icon(ui.screen(), icon, rgb(0x000000));
    picture.draw(ui.end(), ui.atlas());
    Ink ink;
    const auto pixels = picture.pixels();
    for (std::size_t at = 0; at < pixels.size(); at += 3) ink.push_back(255 - pixels[at]);
    return ink;
}

const std::map<Icon, Ink>& inks() {
    static const auto all = [] {
        std::map<Icon, Ink> result;
        for (const auto icon : all_icons) result[icon] = ink_of(icon);
        return result;
    }();
    return all;
}

// The part of both icons' ink that only one of them has, from 0 to 1.
double difference(const Ink& a, const Ink& b) {
    double either = 0;
    double one = 0;
    for (std::size_t at = 0; at < a.size(); ++at) {
        either += std::max(a[at], b[at]);
        one += std::abs(a[at] - b[at]);
    }
    return one / either;
}

Ink turned(const Ink& ink) {
    Ink result = ink;
    for (auto row = result.begin(); row != result.end(); row += icon_display.width)
        std::reverse(row, row + icon_display.width);
    return result;
}

TEST(Icons, EachHasInkButIsNoBlot) {
    for (const auto& [icon, ink] : inks()) {
        double covered = 0;
        for (const int pixel : ink) covered += pixel / 255.0;
        covered /= icon_display.width * icon_display.height;
        EXPECT_GT(covered, 0.05) << name_of(icon);
        EXPECT_LT(covered, 0.45) << name_of(icon);
    }
}

TEST(Icons, NoTwoLookAlikeAtNineMillimetres) {
    for (auto a = inks().begin(); a != inks().end(); ++a) {
        for (auto b = std::next(a); b != inks().end(); ++b) {
            EXPECT_GT(difference(a->second, b->second), 0.12) << name_of(a->first) << " and " << name_of(b->first);
        }
    }
}

TEST(Icons, AreThoseThatPicturesWereDrawnFor) {
    for (const auto icon : all_icons) EXPECT_EQ(icon_named(name_of(icon)), icon) << name_of(icon);
    EXPECT_FALSE(icon_named(""));
    EXPECT_FALSE(icon_named("none"));
}

TEST(Icons, ThoseThatShowAWayTurnRoundForARightToLeftReader) {
    const Look right_to_left{.direction = typeset::Direction::right_to_left};
    for (const auto icon : {Icon::back, Icon::next, Icon::backspace, Icon::list}) {
        EXPECT_EQ(ink_of(icon, right_to_left), turned(inks().at(icon))) << name_of(icon);
    }
    for (const auto icon : {Icon::play, Icon::clock, Icon::speaker}) {
        EXPECT_EQ(ink_of(icon, right_to_left), inks().at(icon)) << name_of(icon);
    }
}

TEST(Icons, TheOptionsOfOneQuestionHaveEachItsOwn) {
    const auto wildfire = content::load_library(std::string(BUILD_DIR) + "/wildfire.db").value();
    for (const auto* pack : {&tests::check_in_pack(), &wildfire}) {
        for (const auto& question : pack->questions) {
            std::set<std::string_view> seen;
            for (const auto& option : question.options) {
                EXPECT_TRUE(seen.emplace(option.icon).second || option.icon.empty())
                    << question.id << ' ' << option.icon;
            }
        }
    }
}

}  // namespace
}  // namespace pocketplan::ui
