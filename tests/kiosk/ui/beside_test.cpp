// Two people at one screen: the visitor reads each line in their language, and whoever helps reads it below in another.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "content/phrase.h"
#include "kiosk/picture/picture.h"
#include "kiosk/tools/pictures/displays.h"
#include "kiosk/tools/pictures/every_screen.h"
#include "kiosk/tools/preview/answers_file.h"
#include "kiosk/view/describe.h"
#include "kiosk/view/sayer.h"
#include "kiosk/view/walk.h"
#include "kiosk/visit/step.h"
#include "tests/support/golden.h"
#include "tests/support/pack.h"
#include "tests/support/robot.h"
#include "tests/support/screen_rules.h"
#include "tests/support/visitor.h"

namespace pocketplan::ui {
namespace {

using pictures::displays;
using tests::check_in_pack;
using tests::Robot;

content::LanguageIndex language(const char* tag) {
    return *check_in_pack().find_language(tag);
}

class BesideTest : public testing::Test {
protected:
    Robot make_robot(const ui::Display& display) {
        return Robot(check_in_pack(), tests::typesetter(), display, visit_,
                     [this](const visit::Event& event) { visit::step(visit_, event, check_in_pack()); });
    }
    void send(const visit::Event& event) { visit::step(visit_, event, check_in_pack()); }

    visit::Visit visit_{check_in_pack()};
};

struct Pair {
    const char* visitor;
    const char* helper;
};

class BesideRulesTest : public BesideTest, public testing::WithParamInterface<pictures::NamedDisplay> {};

// The longest words, those that are read from right to left, and the tallest letters, in both places.
TEST_P(BesideRulesTest, HoldOnEveryScreenWithASecondLanguage) {
    Robot robot = make_robot(GetParam().display);
    for (const auto& [visitor, helper] :
         {Pair{"ar", "en"}, Pair{"vi", "en"}, Pair{"en", "ar"}, Pair{"pa", "vi"}, Pair{"ru", "es"}, Pair{"fr", "vi"}}) {
        for (const auto size : {visit::TextSize::small, visit::TextSize::huge}) {
            visit_ = visit::Visit(check_in_pack());
            visit_.language = language(visitor);
            visit_.beside = language(helper);
            visit_.beside_uncovered = true;
            visit_.text_size = size;
            pictures::show_every_screen(visit_, robot.machine(), check_in_pack(), [&](const std::string& name) {
                robot.draw();
                EXPECT_EQ(tests::broken_rule(robot.ui()), "")
                    << name << " " << visitor << " " << helper << " " << static_cast<int>(size);
                return robot.sees("page.turn");
            });
        }
    }
}

std::string name_of(const testing::TestParamInfo<pictures::NamedDisplay>& display) {
    return display.param.name;
}

INSTANTIATE_TEST_SUITE_P(Displays, BesideRulesTest, testing::ValuesIn(displays), name_of);

struct Shot {
    const char* name;
    Pair pair;
    const char* question;
    std::size_t display;
};

TEST_F(BesideTest, LooksAsItDidWhenAPersonLooked) {
    for (const auto& shot :
         {Shot{"situation-ar", {"ar", "en"}, "situation", 0}, Shot{"lawyer-es", {"es", "en"}, "lawyer", 1},
          Shot{"contacts-en", {"en", "ar"}, "contacts", 2}}) {
        visit_ = visit::Visit(check_in_pack());
        visit_.language = language(shot.pair.visitor);
        visit_.beside = language(shot.pair.helper);
        tests::open_question(visit_, check_in_pack(), shot.question);
        const auto& display = displays[shot.display].display;
        Robot robot = make_robot(display);
        picture::Picture picture(display);
        robot.show([&](const ui::Frame& frame, const ui::Atlas& atlas) { picture.draw(frame, atlas); });
        EXPECT_EQ(tests::differs_from_golden(std::string("screen-beside-") + shot.name,
                                             {display.width, display.height, picture.pixels()}),
                  "");
    }
}

// Every text that is on the screen now, and what stands below it.
void expect_english_below_each_text(const visit::Visit& visit, const view::Machine& machine) {
    const auto view = view::describe(visit, check_in_pack(), machine);
    const view::Sayer sayer(visit, check_in_pack(), machine);
    const auto check = [&](const view::Said& said) {
        const auto* const text = std::get_if<view::Text>(&said);
        if (text == nullptr) return;
        const auto english = check_in_pack().text(content::LanguageIndex{}, text->index);
        if (content::view(sayer.say(said)) == english) return;  // as the name of a form
        EXPECT_EQ(content::view(sayer.show(said).second), english);
    };
    view::walk(view, {.text = [&](const view::Said& said, bool) { check(said); },
                      .control = [&](const view::Control& control, view::Place) { check(control.label); }});
}

TEST_F(BesideTest, AVisitorWhoReadsArabicAndAHelperWhoReadsEnglishFinishAVisit) {
    Robot robot = make_robot(displays[0].display);
    ASSERT_TRUE(robot.press("language.ar"));
    ASSERT_TRUE(robot.press("bar.more"));
    ASSERT_TRUE(robot.press("more.beside"));
    ASSERT_TRUE(robot.press("beside.source"));
    ASSERT_TRUE(robot.press("more.close"));
    expect_english_below_each_text(visit_, robot.machine());
    ASSERT_TRUE(robot.press("promise.make"));
    const auto answers =
        preview::read_answers(std::string(SOURCE_DIR) + "/content/check-in/personas/amal.json", check_in_pack());
    int questions = 0;
    const auto look = [&] {
        ++questions;
        if (!visit::is_private(visit_, check_in_pack())) expect_english_below_each_text(visit_, robot.machine());
        robot.draw();
        EXPECT_THAT(robot.ui().text_faults(), testing::IsEmpty());
    };
    ASSERT_TRUE(tests::answer_all(robot, visit_, check_in_pack(), answers.value().answers, look));
    EXPECT_GT(questions, 10);
    expect_english_below_each_text(visit_, robot.machine());
    ASSERT_TRUE(robot.press("review.print"));
    expect_english_below_each_text(visit_, robot.machine());
    send(visit::JobSaid{status::Progress::done, status::Trouble::none, 9});
    expect_english_below_each_text(visit_, robot.machine());
    ASSERT_TRUE(robot.press("hand.yes"));
    EXPECT_EQ(visit_.language, language("ar")) << "the papers are the visitor's";
    send(visit::SayGoodbye{.reason = visit::EndReason::done, .language = language("ar"), .beside = language("en")});
    expect_english_below_each_text(visit_, robot.machine());
}

TEST_F(BesideTest, APrivateQuestionCoversTheSecondLanguageUntilTheVisitorShowsIt) {
    Robot robot = make_robot(displays[0].display);
    visit_.language = language("ar");
    visit_.beside = language("en");
    const auto english = [&] {
        const view::Sayer sayer(visit_, check_in_pack(), robot.machine());
        return sayer.show(view::describe(visit_, check_in_pack(), robot.machine()).title).second;
    };
    tests::open_question(visit_, check_in_pack(), "fear");
    EXPECT_TRUE(english().empty());
    ASSERT_TRUE(robot.press("bar.beside"));
    EXPECT_FALSE(english().empty());
    tests::open_question(visit_, check_in_pack(), "fear");
    EXPECT_TRUE(english().empty()) << "asked again, it is covered again";
    tests::open_question(visit_, check_in_pack(), "lawyer");
    EXPECT_FALSE(english().empty());
    EXPECT_FALSE(robot.sees("bar.beside"));
}

TEST_F(BesideTest, TheVisitorsOwnLanguageIsNeverTheSecond) {
    visit_.language = language("ar");
    send(visit::SetBeside{language("ar")});
    EXPECT_EQ(visit_.beside, std::nullopt);
    send(visit::SetBeside{language("es")});
    EXPECT_EQ(visit_.beside, language("es"));
    send(visit::ChooseLanguage{language("es")});
    EXPECT_EQ(visit_.beside, std::nullopt) << "each line would stand there twice";
}

TEST_F(BesideTest, AnyLanguageCanBeTheSecondAndTheNextVisitorFindsNone) {
    Robot robot = make_robot(displays[0].display);
    ASSERT_TRUE(robot.press("language.ar"));
    ASSERT_TRUE(robot.press("bar.more"));
    ASSERT_TRUE(robot.press("more.beside"));
    ASSERT_TRUE(robot.press("beside.other"));
    EXPECT_FALSE(robot.sees("beside.ar"));
    ASSERT_TRUE(robot.press("beside.vi"));
    EXPECT_EQ(visit_.beside, language("vi"));
    EXPECT_EQ(visit_.overlay, visit::Overlay::none);
    ASSERT_TRUE(robot.press("bar.more"));
    ASSERT_TRUE(robot.press("more.beside"));
    EXPECT_TRUE(robot.sees("beside.chosen"));
    ASSERT_TRUE(robot.press("beside.off"));
    EXPECT_EQ(visit_.beside, std::nullopt);
    send(visit::SetBeside{language("vi")});
    send(visit::SayGoodbye{.reason = visit::EndReason::done, .language = language("ar"), .beside = language("vi")});
    send(visit::StartOver{});
    EXPECT_EQ(visit_.beside, std::nullopt);
}

}  // namespace
}  // namespace pocketplan::ui
