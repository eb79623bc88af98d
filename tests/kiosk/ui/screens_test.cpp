// Every screen in every language, text size and on every display that LOOK.md serves: the rules that hold for all of
// them, and pictures of some to look at.

#include <cmath>

#include <gtest/gtest.h>

#include "content/phrase.h"
#include "kiosk/picture/picture.h"
#include "kiosk/preview/answers_file.h"
#include "kiosk/proof/every_screen.h"
#include "kiosk/ui/present.h"
#include "kiosk/visit/entry.h"
#include "kiosk/visit/step.h"
#include "tests/support/golden.h"
#include "tests/support/pack.h"
#include "tests/support/robot.h"
#include "tests/support/visitor.h"

namespace pocketplan::ui {
namespace {

using tests::check_in_pack;
using tests::Robot;
using visit::Screen;

struct NamedDisplay {
    const char* name;
    ui::Display display;
};
void PrintTo(const NamedDisplay& display, std::ostream* out) {
    *out << display.name;
}
// Pixels and millimetres of real panels: 15.6 inches wide and tall, 10.1 and 12.8 inches.
const std::vector<NamedDisplay>& displays() {
    static const std::vector<NamedDisplay> all{{"wide", {1920, 1080, 5.56}},
                                               {"tall", {1080, 1920, 5.56}},
                                               {"small", {1024, 600, 4.62}},
                                               {"middle", {1280, 800, 4.64}},
                                               {"large", {3840, 2160, 5.53}}};
    return all;
}

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
        std::string text = "screen " + std::to_string(static_cast<int>(visit_.screen)) + " overlay " +
                           std::to_string(static_cast<int>(visit_.overlay)) + " page " + std::to_string(visit_.page);
        if (visit_.question) text += " question " + check_in_pack().question(*visit_.question).id;
        return text + " language " + check_in_pack().language(visit_.language).tag;
    }

    visit::Visit visit_{check_in_pack()};
};

// Keys of a keyboard may be 12.7 mm with gaps of 2.54 mm (VVSG 2.0, 7.2-I); all else is 15 and 3 mm.
bool is_key(const ui::Widget& widget) {
    return widget.id.starts_with("key.");
}

double gap_between(const ui::Rect& a, const ui::Rect& b) {
    const double across = std::max(b.x - a.right(), a.x - b.right());
    const double down = std::max(b.y - a.bottom(), a.y - b.bottom());
    return std::max(across, down);
}

std::string broken_rule(const ui::Ui& ui) {
    constexpr double pixel = 1;  // rects are not rounded
    const auto& widgets = ui.widgets();
    for (const auto& widget : widgets) {
        const auto& rect = widget.rect;
        const double target = ui.mm(is_key(widget) ? 12.7 : 15) - pixel;
        if (rect.width < target || rect.height < target) return widget.id + " is too small to touch";
        const bool inside = rect.x >= -pixel && rect.y >= -pixel && rect.right() <= ui.screen().width + pixel &&
                            rect.bottom() <= ui.screen().height + pixel;
        if (!inside) return widget.id + " is off screen";
    }
    for (std::size_t i = 0; i < widgets.size(); ++i) {
        for (std::size_t k = i + 1; k < widgets.size(); ++k) {
            if (widgets[i].id == widgets[k].id) return widgets[i].id + " stands there twice";
            const double least = ui.mm(is_key(widgets[i]) && is_key(widgets[k]) ? 2.54 : 3) - pixel;
            if (gap_between(widgets[i].rect, widgets[k].rect) < least) {
                return widgets[i].id + " and " + widgets[k].id + " are too close";
            }
        }
    }
    if (ui.text_faults().empty()) return "";
    const auto& fault = ui.text_faults().front();
    const auto& cut = fault.rect;
    const auto mm = [&](double pixels) { return std::to_string(static_cast<int>(pixels / ui.mm(1))); };
    return "'" + std::string(fault.text.begin(), fault.text.end()) + "' has fault " +
           std::to_string(static_cast<int>(fault.kind)) + " at " + mm(cut.x) + ", " + mm(cut.y) + " in " +
           mm(cut.width) + " by " + mm(cut.height) + " mm";
}

class RulesTest : public ScreensTest, public testing::WithParamInterface<NamedDisplay> {
protected:
    void expect_rules_at(std::initializer_list<visit::TextSize> sizes) {
        Robot robot = make_robot(GetParam().display);
        for (std::size_t language = 0; language < check_in_pack().languages.size(); ++language) {
            for (const auto size : sizes) {
                visit_ = visit::Visit(check_in_pack());
                visit_.language = static_cast<content::LanguageIndex>(language);
                visit_.text_size = size;
                proof::show_every_screen(visit_, robot.machine(), check_in_pack(), [&](const std::string& name) {
                    robot.draw();
                    EXPECT_EQ(broken_rule(robot.ui()), "") << name << " " << where();
                    return robot.sees("page.turn");
                });
            }
        }
    }
};

TEST_P(RulesTest, HoldOnEveryScreenInEveryLanguage) {
    expect_rules_at({visit::TextSize::small, visit::TextSize::huge});
}

INSTANTIATE_TEST_SUITE_P(Displays, RulesTest, testing::ValuesIn(displays()),
                         [](const auto& display) { return std::string(display.param.name); });

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
    Robot robot = make_robot(displays()[visitor.display].display);
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
    EXPECT_EQ(visit_.screen, Screen::printing);
}

INSTANTIATE_TEST_SUITE_P(Visitors, WholeVisitTest,
                         testing::Values(Visitor{"grace", "en", 0}, Visitor{"rosa", "es", 1}, Visitor{"amal", "ar", 3},
                                         Visitor{"rosa", "en", 2}, Visitor{"grace", "ar", 1},
                                         Visitor{"amal", "ar", 2}));

// WCAG 2.2, "relative luminance" and "contrast ratio".
double luminance(ui::Colour colour) {
    const auto channel = [&](unsigned shift) {
        const double value = (colour >> shift & 0xFFU) / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(0) + 0.7152 * channel(8) + 0.0722 * channel(16);
}

double contrast(ui::Colour a, ui::Colour b) {
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

TEST(Colours, TextStandsOutTenToOneAndTwentyToOneInThePlainThemes) {
    for (const auto theme : {ui::Theme::calm, ui::Theme::white_on_black, ui::Theme::black_on_white}) {
        const auto& colours = ui::palette(theme);
        const double least = theme == ui::Theme::calm ? 10 : 20;
        for (const auto ground : {colours.ground, colours.card, colours.chosen}) {
            EXPECT_GE(contrast(colours.ink, ground), least);
        }
        EXPECT_GE(contrast(colours.on_notice, colours.notice), least);
        EXPECT_GE(contrast(colours.on_accent, colours.accent), least);
        for (const auto ground : {colours.ground, colours.card, colours.chosen}) {
            EXPECT_GE(contrast(colours.faint, ground), 3) << "edges";
        }
    }
}

TEST(Icons, EveryOneThatThePackNamesIsDrawn) {
    for (const auto& question : check_in_pack().questions) {
        for (const auto& option : question.options) EXPECT_TRUE(icon_named(option.icon)) << option.icon;
    }
}

TEST_F(ScreensTest, ATouchCountsOnlyWhereItStartsAndEndsInside) {
    Robot robot = make_robot(displays()[0].display);
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
    Robot robot = make_robot(displays()[0].display);
    ASSERT_TRUE(robot.press("language.en"));
    EXPECT_TRUE(robot.sees("promise.blank"));
    EXPECT_FALSE(robot.sees("promise.copy"));
    visit_.printer.trouble = status::Trouble::out_of_paper;
    EXPECT_FALSE(robot.sees("promise.blank"));
    EXPECT_TRUE(robot.sees("promise.make"));
    EXPECT_TRUE(robot.sees("promise.learn"));
    ASSERT_TRUE(robot.press("promise.copy"));
    EXPECT_EQ(visit_.screen, Screen::copy);
    EXPECT_TRUE(robot.sees("page.turn")) << "a whole plan is more than a page";
    EXPECT_FALSE(robot.sees("copy.done")) << "only once all of it was read";
    EXPECT_TRUE(robot.press("copy.done"));
    EXPECT_EQ(visit_.overlay, visit::Overlay::erase) << "it asks";
}

TEST_F(ScreensTest, StaffSeeTheCauseAndTheForgottenSheetAndSayThatTheyLooked) {
    Robot robot = make_robot(displays()[0].display);
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
    Robot robot = make_robot(displays()[0].display);
    EXPECT_FALSE(robot.sees("language.staff")) << "there is nothing to see to";
    robot.machine().overdue = {&check_in_pack().sources.front()};
    EXPECT_TRUE(robot.press("language.staff"));
    EXPECT_EQ(visit_.overlay, visit::Overlay::staff);
    EXPECT_TRUE(robot.press("staff.close"));
    EXPECT_EQ(visit_.overlay, visit::Overlay::none);
}

TEST_F(ScreensTest, AnotherLanguageIsOneTouchAwayAndKeepsTheAnswers) {
    Robot robot = make_robot(displays()[0].display);
    ASSERT_TRUE(robot.press("language.en"));
    ASSERT_TRUE(robot.press("promise.make"));
    ASSERT_TRUE(robot.press("option.ice_office"));
    for (const auto& language : check_in_pack().languages) {
        ASSERT_TRUE(robot.press("bar.language")) << language.tag;
        ASSERT_TRUE(robot.press("language." + language.tag));
        EXPECT_EQ(check_in_pack().language(visit_.language).tag, language.tag);
        EXPECT_EQ(visit_.screen, Screen::question);
        EXPECT_EQ(visit_.overlay, visit::Overlay::none);
        EXPECT_EQ(std::get<content::Choice>(visit_.answers[*visit_.question]), content::Choice{0});
    }
}

TEST_F(ScreensTest, KeysDoWhatTouchDoes) {
    Robot robot = make_robot(displays()[0].display);
    robot.draw();
    robot.draw({-1, -1, false, ui::Key::next});
    robot.draw({-1, -1, false, ui::Key::next});
    const auto event = robot.draw({-1, -1, false, ui::Key::press});
    ASSERT_TRUE(event);
    EXPECT_EQ(std::get<visit::ChooseLanguage>(*event).language, content::LanguageIndex(1));
}

TEST_F(ScreensTest, RightToLeftMirrorsEverythingButKeyboards) {
    Robot robot = make_robot(displays()[0].display);
    const auto x_of = [&](const char* id) {
        robot.draw();
        for (const auto& widget : robot.ui().widgets()) {
            if (widget.id == id) return widget.rect.x;
        }
        return -1.0;
    };
    visit_.screen = Screen::question;
    visit_.question = check_in_pack().find_question("lawyer_phone");
    visit_.entry.field = visit::EntryField::phone;
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
    Screen screen;
    const char* question;
    visit::Overlay overlay = visit::Overlay::none;
    visit::Theme theme = visit::Theme::calm;
    visit::TextSize size = visit::TextSize::normal;
};
void PrintTo(const Shot& shot, std::ostream* out) {
    *out << shot.name;
}

class GoldenScreenTest : public ScreensTest, public testing::WithParamInterface<Shot> {};

TEST_P(GoldenScreenTest, LooksAsItDidWhenAPersonLooked) {
    const auto& shot = GetParam();
    const auto& display = displays()[shot.display].display;
    visit_.language = *check_in_pack().find_language(shot.language);
    visit_.screen = shot.screen;
    visit_.answers = persona("rosa");
    if (*shot.question != '\0') visit_.question = check_in_pack().find_question(shot.question);
    if (visit_.question) visit::open_entry(visit_, check_in_pack());
    visit_.overlay = shot.overlay;
    visit_.theme = shot.theme;
    visit_.text_size = shot.size;
    visit_.sheets = 9;
    visit_.printing.pages = 9;
    visit_.printing.pages_done = 3;
    if (shot.screen == Screen::problem) visit_.printing.trouble = status::Trouble::gone;
    if (shot.screen == Screen::printing) visit_.printing.trouble = status::Trouble::out_of_paper;
    Robot robot = make_robot(display);
    using visit::Place;
    robot.machine().receipt = visit::Receipt{{Place::memory, Place::own_folders, Place::temporary}, {}, true};
    picture::Picture picture(display);
    robot.show([&](const ui::Frame& frame, const ui::Atlas& atlas) { picture.draw(frame, atlas); });
    EXPECT_EQ(tests::differs_from_golden(std::string("screen-") + shot.name,
                                         {display.width, display.height, picture.pixels()}),
              "");
}

INSTANTIATE_TEST_SUITE_P(
    Golden, GoldenScreenTest,
    testing::Values(
        Shot{"promise-ar", "ar", 3, Screen::promise, ""},
        Shot{"options-es-tall", "es", 1, Screen::question, "situation"},
        Shot{"keyboard-ar", "ar", 3, Screen::question, "appointment_place"},
        Shot{"pad-en-small", "en", 2, Screen::question, "lawyer_phone"},
        Shot{"date-es", "es", 3, Screen::question, "appointment_date"}, Shot{"review-es", "es", 3, Screen::review, ""},
        Shot{"printing-ar", "ar", 3, Screen::printing, ""}, Shot{"problem-en", "en", 3, Screen::problem, ""},
        Shot{"goodbye-ar", "ar", 3, Screen::goodbye, ""}, Shot{"goodbye-es-tall", "es", 1, Screen::goodbye, ""},
        Shot{"not-ready-en", "en", 3, Screen::not_ready, ""}, Shot{"language", "en", 0, Screen::language, ""},
        Shot{"promise-en", "en", 0, Screen::promise, ""}, Shot{"choice-en", "en", 0, Screen::question, "lawyer"},
        Shot{"choice-vi-tall", "vi", 1, Screen::question, "lawyer"},
        Shot{"choice-zh-small", "zh-Hans", 2, Screen::question, "child"},
        Shot{"options-en", "en", 0, Screen::question, "situation"},
        Shot{"options-ar-dark", "ar", 3, Screen::question, "situation", visit::Overlay::none,
             visit::Theme::white_on_black},
        Shot{"time-en", "en", 0, Screen::question, "appointment_time"},
        Shot{"contacts-es-huge", "es", 3, Screen::question, "contacts", visit::Overlay::none, visit::Theme::calm,
             visit::TextSize::huge},
        Shot{"review-ar-tall", "ar", 1, Screen::review, ""}, Shot{"in-hand-es", "es", 0, Screen::in_hand, ""},
        Shot{"learn-en", "en", 0, Screen::learn, ""}, Shot{"copy-en", "en", 3, Screen::copy, ""},
        Shot{"erase-vi", "vi", 0, Screen::review, "", visit::Overlay::erase},
        Shot{"more-en", "en", 0, Screen::review, "", visit::Overlay::more, visit::Theme::black_on_white}),
    [](const auto& shot) {
        std::string name = shot.param.name;
        std::replace(name.begin(), name.end(), '-', '_');
        return name;
    });

}  // namespace
}  // namespace pocketplan::ui
