// Every screen in every language and text size, on every display that is served (docs/LOOK.md, Displays): the rules
// that hold for all of them, and pictures of some to look at.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "content/phrase.h"
#include "kiosk/app/display.h"
#include "kiosk/picture/picture.h"
#include "kiosk/tools/pictures/displays.h"
#include "kiosk/tools/pictures/every_screen.h"
#include "kiosk/tools/preview/answers_file.h"
#include "kiosk/ui/present.h"
#include "kiosk/visit/entry.h"
#include "kiosk/visit/step.h"
#include "tests/support/golden.h"
#include "tests/support/pack.h"
#include "tests/support/robot.h"
#include "tests/support/screen_rules.h"
#include "tests/support/visitor.h"

namespace pocketplan::ui {
namespace {

using pictures::displays;
using pictures::NamedDisplay;
using tests::broken_rule;
using tests::check_in_pack;
using tests::contrast;
using tests::Robot;

content::Answers persona(const std::string& name) {
    auto file = preview::read_answers(std::string(SOURCE_DIR) + "/content/check-in/personas/" + name + ".json",
                                      check_in_pack());
    return std::move(file.value().answers);
}

class ScreensTest : public testing::Test {
protected:
    Robot make_robot(const ui::Display& display) {
        return Robot(check_in_pack(), tests::typesetter(), display, visit_,
                     [this](const visit::Event& event) { visit::step(visit_, event, check_in_pack()); });
    }
    [[nodiscard]] std::string where() const {
        std::string text = "state " + std::to_string(visit_.state.index()) + " overlay " +
                           std::to_string(static_cast<int>(visit_.overlay)) + " page " + std::to_string(visit_.page);
        const auto* const asking = visit_.in<visit::Asking>();
        if (asking != nullptr) text += " question " + check_in_pack().question(asking->question).id;
        return text + " language " + check_in_pack().language(visit_.language).tag;
    }

    visit::Visit visit_{check_in_pack()};
};

class RulesTest : public ScreensTest, public testing::WithParamInterface<NamedDisplay> {
protected:
    void expect_rules_in(const std::vector<content::LanguageIndex>& languages,
                         std::initializer_list<visit::TextSize> sizes) {
        Robot robot = make_robot(GetParam().display);
        for (const auto language : languages) {
            for (const auto size : sizes) {
                visit_ = visit::Visit(check_in_pack());
                visit_.language = language;
                visit_.text_size = size;
                pictures::show_every_screen(visit_, robot.machine(), check_in_pack(), [&](const std::string& name) {
                    robot.draw();
                    EXPECT_EQ(broken_rule(robot.ui()), "") << name << " " << where();
                    return robot.sees("page.turn");
                });
            }
        }
    }
};

TEST_P(RulesTest, HoldOnEveryScreenInEveryLanguage) {
    std::vector<content::LanguageIndex> all;
    for (std::size_t at = 0; at < check_in_pack().languages.size(); ++at) {
        all.push_back(static_cast<content::LanguageIndex>(at));
    }
    expect_rules_in(all, {visit::TextSize::small, visit::TextSize::huge});
}

std::string name_of(const testing::TestParamInfo<NamedDisplay>& display) {
    return display.param.name;
}

INSTANTIATE_TEST_SUITE_P(Displays, RulesTest, testing::ValuesIn(displays), name_of);

// On a display that is too small, of unknown size or of another shape there is room for everything as well
// (kiosk/ui/geometry.cpp). In the languages that need the most room, and from right to left.
class OddDisplayTest : public RulesTest {};

TEST_P(OddDisplayTest, HasRoomForEveryScreen) {
    std::vector<content::LanguageIndex> longest;
    for (const auto* tag : {"vi", "pa", "ar"}) longest.push_back(*check_in_pack().find_language(tag));
    expect_rules_in(longest, {visit::TextSize::huge});
}

NamedDisplay judged(const char* name, app::WindowSize pixels, double width, double height) {
    return {name, app::judge_display({pixels, pixels, width, height}, 0).display};
}

INSTANTIATE_TEST_SUITE_P(Displays, OddDisplayTest,
                         testing::Values(judged("seven_inches", {800, 480}, 154, 86),
                                         judged("ratio_for_size", {1920, 1080}, 160, 90),
                                         judged("square", {720, 720}, 127, 127), judged("low", {1920, 360}, 345, 65)),
                         name_of);

struct Visitor {
    const char* persona;
    const char* language;
    std::size_t display;
};

void PrintTo(const Visitor& visitor, std::ostream* out) {
    *out << visitor.persona << " " << visitor.language;
}

class WholeVisitTest : public ScreensTest, public testing::WithParamInterface<Visitor> {};

TEST_P(WholeVisitTest, CanBeDoneByTouchAlone) {
    const auto& visitor = GetParam();
    Robot robot = make_robot(displays[visitor.display].display);
    ASSERT_TRUE(robot.press(std::string("language.") + visitor.language));
    ASSERT_TRUE(robot.press("promise.make"));
    const auto answers = persona(visitor.persona);
    ASSERT_TRUE(tests::answer_all(robot, visit_, check_in_pack(), answers)) << where();
    for (std::size_t i = 0; i < check_in_pack().questions.size(); ++i) {
        const auto index = content::QuestionIndex(i);
        const auto& language = visit_.language;
        const auto said = content::format_answer(check_in_pack(), language, index, visit_.answers[index]);
        const auto meant = content::format_answer(check_in_pack(), language, index, answers[index]);
        EXPECT_EQ(std::string(content::view(said)), std::string(content::view(meant)))
            << check_in_pack().question(index).id;
    }
    ASSERT_TRUE(robot.press("review.print"));
    EXPECT_TRUE(visit_.is<visit::Printing>());
}

INSTANTIATE_TEST_SUITE_P(Visitors, WholeVisitTest,
                         testing::Values(Visitor{"grace", "en", 0}, Visitor{"rosa", "es", 1}, Visitor{"amal", "ar", 3},
                                         Visitor{"rosa", "en", 2}, Visitor{"grace", "ar", 1},
                                         Visitor{"amal", "ar", 2}));

TEST(Colours, TextStandsOutTenToOneAndTwentyToOneInThePlainThemes) {
    for (const auto theme : {ui::Theme::calm, ui::Theme::white_on_black, ui::Theme::black_on_white}) {
        const auto& colours = ui::palette(theme);
        const double least = theme == ui::Theme::calm ? 10 : 20;
        for (const auto ground : {colours.ground, colours.card, colours.chosen}) {
            EXPECT_GE(contrast(colours.ink, ground), least);
        }
        EXPECT_GE(contrast(colours.ink, colours.pressed), 10) << "for as long as a finger is there";
        EXPECT_GE(contrast(colours.on_notice, colours.notice), least);
        EXPECT_GE(contrast(colours.on_accent, colours.accent), least);
        for (const auto ground : {colours.ground, colours.card, colours.chosen, colours.notice}) {
            EXPECT_GE(contrast(colours.faint, ground), 3) << "edges";
        }
    }
}

// The faults of words below which a button is drawn, in a frame of their own.
std::vector<TextFault::Kind> faults_of_words_and_a_button(const Rect& button) {
    Ui ui(tests::typesetter());
    ui.begin(pictures::small, {}, {});
    ui.text({0, 0, 400, 100}, std::string_view("Found: nothing"));
    ui.button("done", button, {.label = std::string_view("Done")});
    ui.end();
    std::vector<TextFault::Kind> kinds;
    for (const auto& fault : ui.text_faults()) kinds.push_back(fault.kind);
    return kinds;
}

TEST(CoveredText, IsAFaultOfTheFrame) {
    EXPECT_THAT(faults_of_words_and_a_button({100, 10, 200, 100}), testing::ElementsAre(TextFault::Kind::covered));
    EXPECT_THAT(faults_of_words_and_a_button({100, 200, 200, 100}), testing::IsEmpty());
}

TEST(Icons, EveryOneThatThePackNamesIsDrawn) {
    for (const auto& question : check_in_pack().questions) {
        for (const auto& option : question.options) EXPECT_TRUE(icon_named(option.icon)) << option.icon;
    }
}

TEST_F(ScreensTest, ATouchCountsOnlyWhereItStartsAndEndsInside) {
    Robot robot = make_robot(displays[0].display);
    ASSERT_TRUE(robot.sees("language.en"));
    const auto rect = robot.ui().widgets().front().rect;
    const auto at = [&](double x, double y, bool down) { return robot.draw({x, y, down, ui::Key::none}); };
    at(rect.x + 20, rect.y + 20, false);
    at(rect.x + 20, rect.y + 20, true);
    at(5, 5, true);
    EXPECT_FALSE(at(5, 5, false)) << "it ended outside";
    at(5, 5, true);
    at(rect.x + 20, rect.y + 20, true);
    EXPECT_FALSE(at(rect.x + 20, rect.y + 20, false)) << "it started outside";
}

TEST_F(ScreensTest, BeforeTheFirstQuestionAPrinterInTroubleIsToldAndCopyingOffered) {
    Robot robot = make_robot(displays[0].display);
    ASSERT_TRUE(robot.press("language.en"));
    EXPECT_TRUE(robot.sees("promise.blank"));
    EXPECT_FALSE(robot.sees("promise.copy"));
    visit_.printer.trouble = status::Trouble::out_of_paper;
    EXPECT_FALSE(robot.sees("promise.blank"));
    EXPECT_TRUE(robot.sees("promise.make"));
    EXPECT_TRUE(robot.sees("promise.learn"));
    ASSERT_TRUE(robot.press("promise.copy"));
    EXPECT_TRUE(visit_.is<visit::Copying>());
    EXPECT_TRUE(robot.sees("page.turn")) << "a whole plan is more than a page";
    EXPECT_FALSE(robot.sees("copy.done")) << "only once all of it was read";
    EXPECT_TRUE(robot.press("copy.done"));
    EXPECT_EQ(visit_.overlay, visit::Overlay::erase) << "it asks";
}

TEST_F(ScreensTest, StaffSeeTheCauseAndTheForgottenSheetAndSayThatTheyLooked) {
    Robot robot = make_robot(displays[0].display);
    EXPECT_FALSE(robot.sees("language.staff"));
    visit_.printer.trouble = status::Trouble::toner_empty;
    EXPECT_TRUE(robot.press("language.staff"));
    EXPECT_FALSE(robot.sees("staff.tray"));
    EXPECT_TRUE(robot.press("staff.close"));
    visit_.printer.trouble = status::Trouble::none;
    visit_.printer.tray = visit::Tray::forgotten_sheet;
    EXPECT_TRUE(robot.press("language.staff"));
    EXPECT_TRUE(robot.press("staff.tray"));
    EXPECT_EQ(visit_.printer.tray, visit::Tray::checked);
    EXPECT_FALSE(robot.sees("staff.tray"));
}

TEST_F(ScreensTest, StaffSeeWhatNobodyCheckedInTime) {
    Robot robot = make_robot(displays[0].display);
    EXPECT_FALSE(robot.sees("language.staff")) << "there is nothing to see to";
    robot.machine().overdue = {&check_in_pack().sources.front()};
    EXPECT_TRUE(robot.press("language.staff"));
    EXPECT_EQ(visit_.overlay, visit::Overlay::staff);
    EXPECT_TRUE(robot.press("staff.close"));
    EXPECT_EQ(visit_.overlay, visit::Overlay::none);
}

TEST_F(ScreensTest, AnotherLanguageIsOneTouchAwayAndKeepsTheAnswers) {
    Robot robot = make_robot(displays[0].display);
    ASSERT_TRUE(robot.press("language.en"));
    ASSERT_TRUE(robot.press("promise.make"));
    ASSERT_TRUE(robot.press("option.ice_office"));
    for (const auto& language : check_in_pack().languages) {
        ASSERT_TRUE(robot.press("bar.language")) << language.tag;
        ASSERT_TRUE(robot.press("language." + language.tag));
        EXPECT_EQ(check_in_pack().language(visit_.language).tag, language.tag);
        EXPECT_TRUE(visit_.is<visit::Asking>());
        EXPECT_EQ(visit_.overlay, visit::Overlay::none);
        EXPECT_EQ(std::get<content::Choice>(visit_.answers[visit_.in<visit::Asking>()->question]), content::Choice{0});
    }
}

TEST_F(ScreensTest, KeysDoWhatTouchDoes) {
    Robot robot = make_robot(displays[0].display);
    robot.draw();
    robot.draw({-1, -1, false, ui::Key::next});
    robot.draw({-1, -1, false, ui::Key::next});
    const auto event = robot.draw({-1, -1, false, ui::Key::press});
    ASSERT_TRUE(event);
    EXPECT_EQ(std::get<visit::ChooseLanguage>(*event).language, content::LanguageIndex(1));
}

TEST_F(ScreensTest, RightToLeftMirrorsEverythingButKeyboards) {
    Robot robot = make_robot(displays[0].display);
    const auto x_of = [&](const char* id) {
        robot.draw();
        for (const auto& widget : robot.ui().widgets()) {
            if (widget.id == id) return widget.rect.x;
        }
        return -1.0;
    };
    tests::open_question(visit_, check_in_pack(), "lawyer_phone");
    const double back = x_of("bar.back");
    const double one = x_of("pad.1");
    visit_.language = *check_in_pack().find_language("ar");
    EXPECT_GT(x_of("bar.back"), back);
    EXPECT_EQ(x_of("pad.1"), one);
    EXPECT_LT(x_of("pad.1"), x_of("pad.3"));
}

struct Shot {
    const char* name;
    const char* language;
    std::size_t display;
    visit::State (*state)();
    const char* question;
    visit::Overlay overlay = visit::Overlay::none;
    visit::Theme theme = visit::Theme::calm;
    visit::TextSize size = visit::TextSize::normal;
};
void PrintTo(const Shot& shot, std::ostream* out) {
    *out << shot.name;
}

template <class Where>
visit::State at() {
    return Where{};
}
template <>
visit::State at<visit::Reviewing>() {
    return visit::Reviewing{.stack = visit::Stack{.sheets = 9}};
}

class GoldenScreenTest : public ScreensTest, public testing::WithParamInterface<Shot> {};

TEST_P(GoldenScreenTest, LooksAsItDidWhenAPersonLooked) {
    const auto& shot = GetParam();
    const auto& display = displays[shot.display].display;
    visit_.language = *check_in_pack().find_language(shot.language);
    visit_.answers = persona("rosa");
    if (*shot.question != '\0') {
        tests::open_question(visit_, check_in_pack(), shot.question);
    } else {
        visit_.state = shot.state();
    }
    visit_.overlay = shot.overlay;
    visit_.theme = shot.theme;
    visit_.text_size = shot.size;
    visit_.job = visit::Job{.pages = 9, .pages_done = 3};
    if (visit_.is<visit::Problem>()) visit_.job->trouble = status::Trouble::gone;
    Robot robot = make_robot(display);
    using visit::Place;
    robot.machine().receipt = visit::Receipt{{Place::memory, Place::own_folders, Place::temporary}, {}, true};
    picture::Picture picture(display);
    robot.show([&](const ui::Frame& frame, const ui::Atlas& atlas) { picture.draw(frame, atlas); });
    EXPECT_EQ(tests::differs_from_golden(std::string("screen-") + shot.name,
                                         {display.width, display.height, picture.pixels()}),
              "");
}

INSTANTIATE_TEST_SUITE_P(Golden, GoldenScreenTest,
                         testing::Values(Shot{"promise-ar", "ar", 3, at<visit::Promised>, ""},
                                         Shot{"options-es-tall", "es", 1, at<visit::Asking>, "situation"},
                                         Shot{"keyboard-ar", "ar", 3, at<visit::Asking>, "appointment_place"},
                                         Shot{"keyboard-es", "es", 0, at<visit::Asking>, "appointment_place"},
                                         Shot{"keyboard-fr-tall", "fr", 1, at<visit::Asking>, "contacts"},
                                         Shot{"keyboard-vi-small-huge", "vi", 2, at<visit::Asking>, "lawyer_name",
                                              visit::Overlay::none, visit::Theme::calm, visit::TextSize::huge},
                                         Shot{"countries-en", "en", 0, at<visit::Asking>, "helper_facts.birth_country"},
                                         Shot{"countries-ar-small", "ar", 2, at<visit::Asking>,
                                              "helper_facts.birth_country"},
                                         Shot{"pad-en-small", "en", 2, at<visit::Asking>, "lawyer_phone"},
                                         Shot{"date-es", "es", 3, at<visit::Asking>, "appointment_date"},
                                         Shot{"problem-en", "en", 3, at<visit::Problem>, ""},
                                         Shot{"goodbye-ar", "ar", 3, at<visit::Goodbye>, ""},
                                         Shot{"goodbye-es-tall", "es", 1, at<visit::Goodbye>, ""},
                                         Shot{"not-ready-en", "en", 3, at<visit::NotReady>, ""},
                                         Shot{"language", "en", 0, at<visit::ChoosingLanguage>, ""},
                                         Shot{"promise-en", "en", 0, at<visit::Promised>, ""},
                                         Shot{"promise-vi-small-huge", "vi", 2, at<visit::Promised>, "",
                                              visit::Overlay::none, visit::Theme::calm, visit::TextSize::huge},
                                         Shot{"promise-es-tall", "es", 1, at<visit::Promised>, ""},
                                         Shot{"choice-en", "en", 0, at<visit::Asking>, "lawyer"},
                                         Shot{"choice-vi-tall", "vi", 1, at<visit::Asking>, "lawyer"},
                                         Shot{"choice-zh-small", "zh-Hans", 2, at<visit::Asking>, "child"},
                                         Shot{"options-en", "en", 0, at<visit::Asking>, "situation"},
                                         Shot{"options-ar-dark", "ar", 3, at<visit::Asking>, "situation",
                                              visit::Overlay::none, visit::Theme::white_on_black},
                                         Shot{"time-en", "en", 0, at<visit::Asking>, "appointment_time"},
                                         Shot{"contacts-es-huge", "es", 3, at<visit::Asking>, "contacts",
                                              visit::Overlay::none, visit::Theme::calm, visit::TextSize::huge},
                                         Shot{"in-hand-es", "es", 0, at<visit::AskingForPaper>, ""},
                                         Shot{"learn-en", "en", 0, at<visit::Learning>, ""},
                                         Shot{"copy-en", "en", 3, at<visit::Copying>, ""},
                                         Shot{"erase-vi", "vi", 0, at<visit::Reviewing>, "", visit::Overlay::erase},
                                         Shot{"more-en", "en", 0, at<visit::Reviewing>, "", visit::Overlay::more,
                                              visit::Theme::black_on_white}),
                         [](const auto& shot) {
                             std::string name = shot.param.name;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

}  // namespace
}  // namespace pocketplan::ui
