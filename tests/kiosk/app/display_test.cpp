#include "kiosk/app/display.h"

#include <cmath>

#include <gtest/gtest.h>

#include "kiosk/tools/pictures/displays.h"

namespace pocketplan::app {
namespace {

using visit::DisplaySize;
using visit::Finding;

constexpr WindowSize full_hd{1920, 1080};
constexpr WindowSize seven_inches{800, 480};

// Of a window that fills it.
DisplayReport reported(WindowSize pixels, double width, double height) {
    return {pixels, pixels, width, height};
}

TEST(DisplayTest, ThoseThatAreServedAreTakenAtTheirWord) {
    for (const auto& [name, display] : pictures::displays) {
        // EDID has whole millimetres, or whole centimetres.
        for (const double unit : {1.0, 10.0}) {
            const auto report = reported({display.width, display.height}, std::round(display.width_mm() / unit) * unit,
                                         std::round(display.height_mm() / unit) * unit);
            const auto judged = judge_display(report, 0);
            EXPECT_EQ(judged.finding, std::nullopt) << name;
            EXPECT_NEAR(judged.display.pixels_per_millimetre, display.pixels_per_millimetre, 0.15) << name;
        }
    }
}

TEST(DisplayTest, OneThatIsTooSmallIsToldAndEverythingOnItIsSmaller) {
    const auto judged = judge_display(reported(seven_inches, 154, 86), 0);
    EXPECT_EQ(judged.finding, Finding::display);
    EXPECT_EQ(judged.size, (DisplaySize{800, 480, 154, 92})) << "its pixels are taken to be square";
    EXPECT_LT(judged.display.pixels_per_millimetre, 800 / 154.0);
    EXPECT_TRUE(ui::has_room(judged.display));
    EXPECT_EQ(judge_display(reported(seven_inches, 0, 0), 155).finding, Finding::display) << "by the settings, too";
}

struct Wrong {
    const char* name;
    WindowSize pixels;
    double width;
    double height;
};
void PrintTo(const Wrong& wrong, std::ostream* out) {
    *out << wrong.name;
}

class WrongSizeTest : public testing::TestWithParam<Wrong> {};

TEST_P(WrongSizeTest, IsToldAsItIsReportedAndAWidthInTheSettingsIsTheRemedy) {
    const auto& [name, pixels, width, height] = GetParam();
    const auto report = reported(pixels, width, height);
    const auto judged = judge_display(report, 0);
    EXPECT_EQ(judged.finding, Finding::display_size);
    EXPECT_EQ(judged.size,
              (DisplaySize{pixels.width, pixels.height, static_cast<int>(width), static_cast<int>(height)}));
    EXPECT_TRUE(ui::has_room(judged.display));

    const auto remedied = judge_display(report, 477);
    EXPECT_EQ(remedied.finding, std::nullopt);
    EXPECT_EQ(remedied.size.width, 477);
    EXPECT_EQ(remedied.display.pixels_per_millimetre, pixels.width / 477.0);
}

INSTANTIATE_TEST_SUITE_P(Edid, WrongSizeTest,
                         testing::Values(Wrong{"None", full_hd, 0, 0}, Wrong{"NoHeight", full_hd, 345, 0},
                                         Wrong{"ARatioInCentimetres", full_hd, 160, 90},
                                         Wrong{"ARatioInMillimetres", full_hd, 16, 9},
                                         Wrong{"ARatioInDecimetres", full_hd, 1600, 900},
                                         Wrong{"ARatioThatIsNotTooSmall", {1280, 800}, 160, 100},
                                         Wrong{"FarTooSmall", full_hd, 155, 95},
                                         Wrong{"FarTooLarge", {1280, 800}, 2550, 1600}),
                         [](const auto& wrong) { return std::string(wrong.param.name); });

// What is too large can be used; what is too small cannot.
TEST(DisplayTest, OneWithoutASizeIsTakenForASmallOneOfSoManyPixels) {
    for (const auto& [name, display] : pictures::displays) {
        const auto judged = judge_display(reported({display.width, display.height}, 0, 0), 0);
        EXPECT_GE(judged.display.pixels_per_millimetre, display.pixels_per_millimetre) << name;
    }
}

TEST(DisplayTest, AWidthInTheSettingsThatCannotBeRightIsToldAndTheDisplayBelieved) {
    const auto judged = judge_display(reported(full_hd, 477, 268), 160);
    EXPECT_EQ(judged.finding, Finding::display_size);
    EXPECT_EQ(judged.size, (DisplaySize{1920, 1080, 160, 90}));
    EXPECT_DOUBLE_EQ(judged.display.pixels_per_millimetre, 1920 / 477.0);
}

TEST(DisplayTest, OneThatIsTurnedReportsTheSizeThatItHasWhenItIsNot) {
    const auto judged = judge_display(reported({1080, 1920}, 345, 194), 0);
    EXPECT_EQ(judged.finding, std::nullopt);
    EXPECT_EQ(judged.size, (DisplaySize{1080, 1920, 194, 345}));
}

TEST(DisplayTest, AWindowIsJudgedByItsOwnSize) {
    const DisplayReport report{.window = {400, 250}, .display = full_hd, .width = 477, .height = 268};
    const auto judged = judge_display(report, 0);
    EXPECT_EQ(judged.finding, Finding::display);
    EXPECT_EQ(judged.size, (DisplaySize{400, 250, 99, 62}));
}

}  // namespace
}  // namespace pocketplan::app
