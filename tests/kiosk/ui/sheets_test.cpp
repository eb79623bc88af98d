// The screens that show sheets of paper, with the very pages on them; pictures to look at.

#include "kiosk/sheets/sheets.h"

#include <gtest/gtest.h>

#include "kiosk/picture/picture.h"
#include "kiosk/tools/pictures/displays.h"
#include "kiosk/tools/preview/answers_file.h"
#include "tests/support/golden.h"
#include "tests/support/pack.h"
#include "tests/support/robot.h"
#include "tests/support/screen_rules.h"

namespace pocketplan::ui {
namespace {

using tests::check_in_pack;

using pictures::large;
using pictures::middle;
using pictures::small;
using pictures::tall;
using pictures::wide;

enum class Screen { review, seen, printing, topic };
struct SheetShot {
    const char* name;
    const char* language;
    Display display;
    Screen screen;
    visit::Theme theme = visit::Theme::calm;
    visit::TextSize size = visit::TextSize::normal;
    page::PaperSize paper = page::letter;
};
void PrintTo(const SheetShot& shot, std::ostream* out) {
    *out << shot.name;
}

class SheetsTest : public testing::Test {
protected:
    void show(const SheetShot& shot) {
        visit_.language = *check_in_pack().find_language(shot.language);
        visit_.theme = shot.theme;
        visit_.text_size = shot.size;
        const auto file = std::string(SOURCE_DIR) + "/content/check-in/personas/rosa.json";
        visit_.answers = std::move(preview::read_answers(file, check_in_pack())->answers);
        if (shot.screen == Screen::topic) visit_.wanted = visit::TopicSheet{0};
        if (shot.screen == Screen::review) visit_.papers_left_out = 2;
        papers::Wishes wishes;
        wishes.language = visit_.language;
        wishes.left_out = visit_.papers_left_out;
        wishes.size = shot.paper;
        const auto stack = sheets_.compose(visit_, wishes);
        visit_.state = visit::Reviewing{.stack = stack, .outdated = false};
        if (shot.screen == Screen::seen) std::get<visit::Reviewing>(visit_.state).seen = 1;
        if (shot.screen != Screen::printing) return;
        visit_.state = visit::Printing{};
        visit_.job = visit::Job{.trouble = status::Trouble::out_of_paper, .pages = stack.sheets, .pages_done = 3};
    }

    visit::Visit visit_{check_in_pack()};
    sheets::Sheets sheets_{check_in_pack(), tests::typesetter()};
};

class GoldenSheetsTest : public SheetsTest, public testing::WithParamInterface<SheetShot> {};

TEST_P(GoldenSheetsTest, LookAsTheyDidWhenAPersonLooked) {
    const auto& shot = GetParam();
    show(shot);
    tests::Robot robot(check_in_pack(), tests::typesetter(), shot.display, visit_, [](const visit::Event&) {});
    robot.set_pictures(sheets_);
    robot.draw();
    while (sheets_.draw_one()) {
    }
    picture::Picture picture(shot.display);
    robot.show([&](const Frame& frame, const Atlas& atlas) { picture.draw(frame, atlas); });
    EXPECT_TRUE(robot.ui().text_faults().empty());
    EXPECT_EQ(tests::differs_from_golden(std::string("screen-") + shot.name,
                                         {shot.display.width, shot.display.height, picture.pixels()}),
              "");
}

INSTANTIATE_TEST_SUITE_P(
    Golden, GoldenSheetsTest,
    testing::Values(
        SheetShot{"review-en", "en", wide, Screen::review}, SheetShot{"review-es", "es", middle, Screen::review},
        SheetShot{"review-ar-tall", "ar", tall, Screen::review},
        SheetShot{"review-vi-small", "vi", small, Screen::review},
        SheetShot{"review-ru-huge", "ru", middle, Screen::review, visit::Theme::calm, visit::TextSize::huge},
        SheetShot{"review-en-dark", "en", large, Screen::review, visit::Theme::white_on_black},
        SheetShot{"review-topic-zh", "zh-Hans", wide, Screen::topic},
        SheetShot{"review-roll-es", "es", wide, Screen::review, visit::Theme::calm, visit::TextSize::normal,
                  page::receipt80},
        SheetShot{"see-en", "en", wide, Screen::seen}, SheetShot{"see-ar-tall", "ar", tall, Screen::seen},
        SheetShot{"see-es-small", "es", small, Screen::seen}, SheetShot{"printing-en", "en", wide, Screen::printing},
        SheetShot{"printing-ar", "ar", middle, Screen::printing}),
    [](const auto& shot) {
        std::string name = shot.param.name;
        std::replace(name.begin(), name.end(), '-', '_');
        return name;
    });

// A frame asks for each picture in the size in which it shows it, so that none has to be scaled.
TEST_F(SheetsTest, APictureIsDrawnPixelByPixel) {
    show({"", "en", wide, Screen::seen});
    tests::Robot robot(check_in_pack(), tests::typesetter(), wide, visit_, [](const visit::Event&) {});
    robot.set_pictures(sheets_);
    robot.show([&](const Frame& frame, const Atlas&) { EXPECT_TRUE(frame.pictures.empty()) << "not drawn yet"; });
    ASSERT_TRUE(sheets_.draw_one());
    EXPECT_FALSE(sheets_.draw_one()) << "one fills the screen";
    robot.show([&](const Frame& frame, const Atlas&) {
        ASSERT_EQ(frame.pictures.size(), 1U);
        EXPECT_GT(frame.pictures[0].height, 1000);
    });
    visit_.overlay = visit::Overlay::hidden;
    robot.show([&](const Frame& frame, const Atlas&) { EXPECT_TRUE(frame.pictures.empty()); });
}

TEST_F(SheetsTest, HaveRoomWhateverThePrinterSaysOnASmallDisplay) {
    tests::Robot robot(check_in_pack(), tests::typesetter(), small, visit_, [](const visit::Event&) {});
    for (const auto& language : check_in_pack().languages) {
        show({"", language.tag.c_str(), small, Screen::review});
        for (int trouble = 0; trouble <= static_cast<int>(status::last_trouble); ++trouble) {
            visit_.printer.trouble = static_cast<status::Trouble>(trouble);
            for (int size = 0; size <= static_cast<int>(visit::TextSize::huge); ++size) {
                visit_.text_size = static_cast<visit::TextSize>(size);
                robot.draw();
                EXPECT_EQ(tests::broken_rule(robot.ui()), "")
                    << language.tag << " trouble " << trouble << " size " << size;
            }
        }
    }
}

}  // namespace
}  // namespace pocketplan::ui
