// The staff code and the desk, in words.

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/view/describe.h"
#include "kiosk/view/sayer.h"
#include "kiosk/view/walk.h"
#include "kiosk/visit/step.h"
#include "tests/support/pack.h"

namespace pocketplan::view {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using tests::check_in_pack;
using visit::DeskPage;

class DeskTest : public testing::Test {
protected:
    DeskTest() {
        send(visit::DeskRecalled{true, {}});
        send(visit::ChooseLanguage{*check_in_pack().find_language("es")});
    }
    void send(const visit::Event& event) { visit::step(visit_, event, check_in_pack()); }
    void open(DeskPage page) {
        send(visit::Cover{visit::Overlay::staff_code});
        send(visit::CodeSaid{{visit::CodeOutcome::right, 0}});
        send(visit::OpenDeskPage{page});
    }
    [[nodiscard]] View view() const { return describe(visit_, check_in_pack(), machine_); }
    // All that is said, in both languages, without what isolates values.
    [[nodiscard]] std::string read() const {
        std::string all;
        const Sayer sayer(visit_, check_in_pack(), machine_);
        const auto add = [&](const content::PhraseText& text) {
            all.append(text.begin(), text.end());
            all += '\n';
        };
        walk(view(), {.text =
                          [&](const Said& said, bool for_staff) {
                              const auto shown = for_staff ? sayer.show_to_staff(said) : sayer.show(said);
                              add(shown.text);
                              add(shown.second);
                          },
                      .control =
                          [&](const Control& control, Place) {
                              add(sayer.say(control.label));
                              add(sayer.say(control.note));
                          },
                      .field = [&](const Field& field) { add(sayer.say(Typed{field.field})); }});
        for (const char* isolate : {"\u200E", "\u2066", "\u2067", "\u2068", "\u2069"}) {
            for (auto at = all.find(isolate); at != all.npos; at = all.find(isolate)) all.erase(at, 3);
        }
        return all;
    }
    [[nodiscard]] std::optional<Control> control(std::string_view id) const {
        std::optional<Control> found;
        walk(view(), {.control = [&](const Control& one, Place) {
                 if (std::string_view(one.id) == id) found = one;
             }});
        return found;
    }

    visit::Visit visit_{check_in_pack()};
    Machine machine_{.today = {2026, 11, 26}};
};

TEST_F(DeskTest, TheCodeShowsAsDotsOneADigit) {
    send(visit::Cover{visit::Overlay::staff_code});
    EXPECT_FALSE(control("code.open")->enabled);
    for (const char32_t digit : std::u32string_view(U"730184")) send(visit::Type{digit});
    EXPECT_THAT(read(), HasSubstr("••••••\n"));
    EXPECT_THAT(read(), Not(HasSubstr("•••••••")));
    EXPECT_THAT(read(), Not(HasSubstr("730184")));
    EXPECT_TRUE(control("code.open")->enabled);
    EXPECT_TRUE(is_typed_into(view())) << "by a hardware keyboard, too";
}

TEST_F(DeskTest, AWrongCodeIsToldWithTheTimeToWait) {
    send(visit::Cover{visit::Overlay::staff_code});
    send(visit::CodeSaid{{visit::CodeOutcome::wrong, 0}});
    EXPECT_THAT(read(), HasSubstr("This is not the staff code."));
    send(visit::CodeSaid{{visit::CodeOutcome::wrong, 30}});
    EXPECT_THAT(read(), HasSubstr("in minutes and seconds: 0:30"));
    send(visit::CodeSaid{{visit::CodeOutcome::wait, 605}});
    EXPECT_THAT(read(), HasSubstr("10:05"));
}

TEST_F(DeskTest, WithoutACodeTheStaffScreenSaysWhereToSetIt) {
    send(visit::Cover{visit::Overlay::staff});
    EXPECT_TRUE(control("staff.code"));
    send(visit::DeskRecalled{false, {}});
    EXPECT_FALSE(control("staff.code"));
    EXPECT_THAT(read(), HasSubstr("OPERATING.md"));
}

TEST_F(DeskTest, IsReachedFromTheStartFromMoreAndWhereNoVisitBegins) {
    for (const auto& [id, more] : {std::pair("language.staff", false), std::pair("more.staff", true)}) {
        visit_.state = more ? visit::State(visit::Promised{}) : visit::State(visit::ChoosingLanguage{});
        if (more) send(visit::Cover{visit::Overlay::more});
        ASSERT_TRUE(control(id)) << id;
        send(control(id)->event);
        ASSERT_TRUE(control("staff.code")) << id;
        send(control("staff.code")->event);
        EXPECT_EQ(visit_.overlay, visit::Overlay::staff_code);
        send(visit::CloseOverlay{});
    }
    visit_.state = visit::NotReady{};
    send(control("not_ready.staff")->event);
    EXPECT_TRUE(control("staff.code"));
}

TEST_F(DeskTest, StandsInBothLanguages) {
    open(DeskPage::home);
    for (const char* words : {"Impresora\nPrinter\n", "Idiomas\nLanguages\n", "Cerrar el panel\nClose the desk\n"}) {
        EXPECT_THAT(read(), HasSubstr(words));
    }
    visit_.language = {};
    EXPECT_THAT(read(), HasSubstr("Printer\n\n")) << "once where they are the same";
}

TEST_F(DeskTest, TheKeyThatGoesBackComesToTheDeskAndThenOutOfIt) {
    open(DeskPage::volume);
    send(*way_back(view()));
    EXPECT_EQ(visit_.overlay, visit::Overlay::desk);
    EXPECT_EQ(visit_.desk.open.page, DeskPage::home);
    send(*way_back(view()));
    EXPECT_EQ(visit_.overlay, visit::Overlay::none);
}

TEST_F(DeskTest, WithoutAVisitThereIsNothingToEndAndNobodyWhoNeedsTime) {
    open(DeskPage::home);
    EXPECT_TRUE(control("desk.end"));
    EXPECT_TRUE(control("desk.more_time"));
    visit_.state = visit::NotReady{};
    EXPECT_FALSE(control("desk.end"));
    EXPECT_FALSE(control("desk.more_time"));
}

TEST_F(DeskTest, TellsWhatCameOfTheTestPageWithTheRemedy) {
    open(DeskPage::printer);
    EXPECT_TRUE(control("desk.test")->enabled);
    send(visit::PrintTest{});
    EXPECT_FALSE(control("desk.test")->enabled);
    EXPECT_THAT(read(), HasSubstr("The test page is on its way."));
    send(visit::TestSaid{status::Progress::trouble, status::Trouble::gone});
    EXPECT_THAT(read(), HasSubstr("The test page has not come out."));
    const auto remedy = check_in_pack().text(content::LanguageIndex{}, "printer.gone.staff");
    EXPECT_THAT(read(), HasSubstr(std::string(remedy)));
    send(visit::PrintTest{});
    send(visit::TestSaid{status::Progress::done, status::Trouble::none});
    EXPECT_THAT(read(), HasSubstr("the test page is out"));
}

TEST_F(DeskTest, SaysWhyThereIsNoTestPageWhileAPlanPrints) {
    visit_.state = visit::Printing{};
    visit_.job = visit::Job{};
    open(DeskPage::printer);
    EXPECT_FALSE(control("desk.test")->enabled);
    EXPECT_THAT(read(), HasSubstr("A visitor's pages are printing now."));
}

TEST_F(DeskTest, WithoutAPrinterThereIsNoTestPage) {
    machine_.path.reset();
    open(DeskPage::printer);
    EXPECT_FALSE(control("desk.test")->enabled);
}

TEST_F(DeskTest, TellsHowAPrinterWithWideMarginsPrintsTheCard) {
    open(DeskPage::printer);
    EXPECT_THAT(read(), Not(HasSubstr("margins")));
    visit_.printer.card = visit::CardPrinted::smaller;
    EXPECT_THAT(read(), HasSubstr("the card is smaller than a bank card"));
    visit_.printer.card = visit::CardPrinted::sheet;
    EXPECT_THAT(read(), HasSubstr("is on a plain sheet"));
}

TEST_F(DeskTest, ShowsWhichLanguagesAreOnAndWhichStay) {
    open(DeskPage::languages);
    send(visit::SwitchLanguage{*check_in_pack().find_language("ar")});
    EXPECT_FALSE(control("desk.language.ar")->chosen);
    EXPECT_TRUE(control("desk.language.fr")->chosen);
    EXPECT_FALSE(control("desk.language.en")->enabled);
    EXPECT_FALSE(control("desk.language.es")->enabled);
    visit_.overlay = visit::Overlay::languages;
    EXPECT_TRUE(control("language.ar")) << "offered to this visit to its end";
    visit_.desk.shown_off = visit_.kept.languages_off;
    EXPECT_FALSE(control("language.ar"));
}

TEST_F(DeskTest, TellsTheCountsOfEachWeek) {
    open(DeskPage::counts);
    EXPECT_THAT(read(), HasSubstr("The counts cannot be read."));
    send(visit::CountsSaid{visit::WeekCounts{{{{2026, 11, 23}, 128, 119, 12},
                                              {{2026, 11, 16}, 0, 0, 0},
                                              {{2026, 11, 9}, 97, 90, 3},
                                              {{2026, 11, 2}, 64, 60, 0},
                                              {{2026, 10, 26}, 1, 1, 0}}}});
    EXPECT_THAT(read(), HasSubstr("November 23, 2026. Visits: 128. Printed: 119. Printer trouble: 12"));
}

TEST_F(DeskTest, TellsWhomTheCentreNames) {
    auto library = check_in_pack();
    library.local_lines.front().contacts = {{"Legal Aid", "1-800-555-0100", "Mon to Fri", ""}};
    open(DeskPage::lines);
    EXPECT_THAT(read(), HasSubstr("local.yaml")) << "there are none";
    const auto described = describe(visit_, library, machine_);
    const Sayer sayer(visit_, library, machine_);
    std::string all;
    walk(described, {.text = [&](const Said& said, bool) {
             const auto text = sayer.say(said);
             all.append(text.begin(), text.end());
         }});
    EXPECT_THAT(all, HasSubstr("Legal Aid"));
    EXPECT_THAT(all, HasSubstr("1-800-555-0100"));
    EXPECT_THAT(all, HasSubstr("Mon to Fri"));
}

TEST_F(DeskTest, TheCardIsMeasuredWhereTheSettingsDoNotSayHowWideTheDisplayIs) {
    open(DeskPage::display);
    EXPECT_TRUE(control("desk.card.matches"));
    EXPECT_FALSE(control("desk.card.reset")) << "nothing was measured";
    visit_.kept.display_width = 477;
    EXPECT_TRUE(control("desk.card.reset"));
    machine_.width_is_set = true;
    EXPECT_FALSE(control("desk.card.matches"));
    EXPECT_THAT(read(), HasSubstr("display.width_mm"));
}

TEST_F(DeskTest, SaysWhatCouldNotBeSaved) {
    for (const auto page : {DeskPage::languages, DeskPage::volume, DeskPage::display}) {
        open(page);
        EXPECT_THAT(read(), Not(HasSubstr("This could not be saved.")));
        send(visit::KeptSaid{false});
        EXPECT_THAT(read(), HasSubstr("This could not be saved."));
        send(visit::CloseOverlay{});
    }
}

TEST_F(DeskTest, IsReadyWhereNothingIsAmiss) {
    open(DeskPage::readiness);
    EXPECT_THAT(read(), HasSubstr("This machine is ready for visitors."));
    send(visit::RefuseVisits{});
    send(visit::Found{visit::Finding::swap});
    EXPECT_THAT(read(), Not(HasSubstr("This machine is ready for visitors.")));
    EXPECT_THAT(read(), HasSubstr("Turn swap off."));
}

}  // namespace
}  // namespace pocketplan::view
