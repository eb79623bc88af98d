// docs/screenshots: every screen and every paper at a glance, as they are now. ./dev pictures draws them again.

#include <gtest/gtest.h>

#include "kiosk/tools/pictures/contact_sheet.h"
#include "kiosk/tools/pictures/displays.h"
#include "tests/support/golden.h"
#include "tests/support/pack.h"

namespace pocketplan::pictures {
namespace {

using tests::check_in_pack;

struct Sheet {
    const char* name;
    const char* language;
    ui::Display display;
    visit::Theme theme;
    int columns;
    int width;
};
void PrintTo(const Sheet& sheet, std::ostream* out) {
    *out << sheet.name;
}

std::string differs(const char* name, const std::vector<Picture>& pictures, int columns) {
    const auto sheet = contact_sheet(pictures, columns);
    return tests::differs_from_golden(std::string("../../docs/screenshots/") + name,
                                      {sheet.width, sheet.height, sheet.pixels});
}

class ScreenshotsTest : public testing::TestWithParam<Sheet> {};

TEST_P(ScreenshotsTest, ShowEveryScreenAsItIs) {
    const auto& sheet = GetParam();
    const Pose pose{.language = check_in_pack().find_language(sheet.language).value(),
                    .display = sheet.display,
                    .theme = sheet.theme};
    std::vector<Picture> small;
    draw_screens(check_in_pack(), tests::typesetter(), pose, "", [&](const Picture& picture) {
        // One of each kind: not every layer of a keyboard, nor each page of a long text.
        const bool again = picture.name.find(".layer") != std::string::npos || std::isdigit(picture.name.back()) != 0;
        if (!again) small.push_back(shrunk(picture, sheet.width));
    });
    EXPECT_EQ(differs(sheet.name, small, sheet.columns), "");
}

INSTANTIATE_TEST_SUITE_P(Screens, ScreenshotsTest,
                         testing::Values(Sheet{"screens-en", "en", wide, visit::Theme::calm, 6, 320},
                                         Sheet{"screens-ar-tall", "ar", tall, visit::Theme::calm, 12, 160},
                                         Sheet{"screens-vi-small", "vi", small, visit::Theme::white_on_black, 6, 320}),
                         [](const auto& sheet) {
                             std::string name = sheet.param.name;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

class PaperScreenshotsTest : public testing::TestWithParam<const char*> {};

TEST_P(PaperScreenshotsTest, ShowEverySheetAsItIs) {
    constexpr double resolution = 100;  // dots per inch
    constexpr int columns = 6;
    constexpr int width = 400;
    std::vector<Picture> small;
    const auto language = check_in_pack().find_language(GetParam()).value();
    ASSERT_TRUE(draw_papers(check_in_pack(), tests::typesetter(), language, resolution,
                            [&](const Picture& picture) { small.push_back(shrunk(picture, width)); }));
    EXPECT_EQ(differs((std::string("papers-") + GetParam()).c_str(), small, columns), "");
}

INSTANTIATE_TEST_SUITE_P(Papers, PaperScreenshotsTest, testing::Values("en", "ar", "zh-Hans"),
                         [](const auto& language) {
                             std::string name = language.param;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

}  // namespace
}  // namespace pocketplan::pictures
