// Visits by one switch. The clock is the test's.

#include "kiosk/app/switch_access.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/tools/pictures/displays.h"
#include "kiosk/ui/focus.h"
#include "kiosk/view/describe.h"
#include "kiosk/visit/step.h"
#include "tests/support/pack.h"
#include "tests/support/robot.h"
#include "tests/support/visitor.h"

namespace pocketplan::app {
namespace {

using namespace std::chrono_literals;
using tests::check_in_pack;
using visit::Scanning;

class SwitchAccessTest : public testing::Test {
protected:
    // As the kiosk does: where a visit ends, the next process says goodbye. A switch that is not pressed is no hand.
    void apply(const visit::Event& event) {
        for (const auto& effect : visit::step(visit_, event, check_in_pack())) {
            const auto* const end = std::get_if<visit::EndVisit>(&effect);
            if (end == nullptr) continue;
            touched_ = now_;
            apply(visit::SayGoodbye{.reason = end->reason,
                                    .language = visit_.language,
                                    .text_size = visit_.text_size,
                                    .theme = visit_.theme,
                                    .hearing = visit_.hearing,
                                    .scanning = visit_.scanning});
        }
        const auto now = place_of(visit_);
        robot_.ui().set_focus(keeper_.move(place_, now, robot_.ui().focus()));
        place_ = now;
    }
    void frame(ui::Key key = ui::Key::none) {
        if (const auto event = robot_.draw({-1, -1, false, key})) apply(*event);
        robot_.draw();
        switch_.look(visit_, view::describe(visit_, check_in_pack(), robot_.machine()), robot_.ui());
        switch_.move(robot_.ui(), SwitchAccess::Voice::silent, now_);
    }
    // Lets the time go by, as it does when nobody presses.
    void wait(std::chrono::milliseconds time) {
        for (const auto until = now_ + time; now_ < until;) {
            now_ = std::min(until, std::max(switch_.due().value_or(until), now_ + 1ms));
            if (switch_.move(robot_.ui(), SwitchAccess::Voice::silent, now_)) frame();
            apply(visit::IdleFor{std::chrono::duration_cast<std::chrono::milliseconds>(now_ - touched_)});
            frame();
        }
    }
    void press() {
        touched_ = now_;
        if (SwitchAccess::is_asked_for(visit_, robot_.ui())) {
            apply(visit::SetScanning{Scanning::slow});
            return frame();
        }
        const bool done = switch_.press(robot_.ui(), now_) == SwitchAccess::Press::into_row;
        frame(done ? ui::Key::none : ui::Key::press);
    }
    // Waits until the focus is on this control and presses, on its row before; false if it never comes there.
    bool press(std::string_view id) {
        constexpr int most_steps = 120;
        for (int steps = 0; steps < most_steps; ++steps) {
            const auto& row = robot_.ui().row();
            if (std::find(row.begin(), row.end(), id) != row.end()) {
                press();
            } else if (robot_.ui().focus() == id) {
                press();
                return true;
            }
            wait(visit::step_time(visit_.scanning));
        }
        return false;
    }
    void begin(Scanning scanning) {
        apply(visit::ScanningSettled{scanning});
        frame();
    }
    void ask(const std::string& question) {
        tests::open_question(visit_, check_in_pack(), question);
        apply(visit::SetScanning{Scanning::medium});
        touched_ = now_;
        frame();
    }
    [[nodiscard]] const content::Question& asked() const {
        return check_in_pack().question(std::get<visit::Asking>(visit_.state).question);
    }

    visit::Visit visit_{check_in_pack()};
    tests::Robot robot_{check_in_pack(), tests::typesetter(), pictures::middle, visit_,
                        [this](const visit::Event& event) { apply(event); }};
    SwitchAccess switch_;
    FocusKeeper keeper_;
    Place place_ = place_of(visit_);
    SwitchAccess::Clock::time_point now_{1h};
    SwitchAccess::Clock::time_point touched_ = now_;
};

TEST_F(SwitchAccessTest, LeadsThroughAWholeVisitByOneSwitchAlone) {
    begin(Scanning::medium);
    ASSERT_TRUE(press("language.en"));
    ASSERT_TRUE(press("promise.make"));
    int questions = 0;
    while (visit_.is<visit::Asking>() && ++questions < 40) {
        const auto& question = asked();
        if (visit_.overlay == visit::Overlay::onlookers) {
            ASSERT_TRUE(press("onlookers.go_on"));
        }
        if (question.kind == content::AnswerKind::choice) {
            ASSERT_TRUE(press("option." + question.options.front().id)) << question.id;
            ASSERT_TRUE(press("bar.next")) << question.id;
        } else {
            ASSERT_TRUE(press("bar.skip")) << question.id;
        }
    }
    EXPECT_GT(questions, 5);
    ASSERT_TRUE(visit_.is<visit::Reviewing>());
    apply(visit::Counted{visit::Stack{.sheets = 3, .printing = 3, .pictures = 3}});
    ASSERT_TRUE(press("review.print"));
    ASSERT_TRUE(visit_.is<visit::Printing>());
    apply(visit::JobSaid{status::Progress::done, status::Trouble::none, 0});
    ASSERT_TRUE(press("hand.yes"));
    ASSERT_TRUE(visit_.is<visit::Goodbye>());
    ASSERT_TRUE(press("goodbye.start"));
    EXPECT_TRUE(visit_.is<visit::ChoosingLanguage>());
    EXPECT_EQ(visit_.scanning, Scanning::medium) << "the next visitor finds it as the centre has set it";
}

TEST_F(SwitchAccessTest, TheFirstPressAtTheStartAsksForScanningAndChoosesNothing) {
    begin(Scanning::off);
    wait(10s);
    EXPECT_EQ(robot_.ui().focus(), "") << "nobody asked for it";
    press();
    EXPECT_TRUE(visit_.is<visit::ChoosingLanguage>());
    EXPECT_EQ(visit_.scanning, Scanning::slow);
    ASSERT_TRUE(press("language." + check_in_pack().languages.back().tag)) << "all of them, before it starts over";
    EXPECT_TRUE(visit_.is<visit::Promised>());
    EXPECT_EQ(static_cast<std::size_t>(visit_.language), check_in_pack().languages.size() - 1);
}

TEST_F(SwitchAccessTest, WhoeverOnlyPassedByLeavesNoScanningBehind) {
    begin(Scanning::off);
    press();
    ASSERT_EQ(visit_.scanning, Scanning::slow);
    wait(visit::idle_warning + 1s);
    EXPECT_EQ(visit_.scanning, Scanning::off);
    const auto here = robot_.ui().focus();
    wait(20s);
    EXPECT_EQ(robot_.ui().focus(), here);
    EXPECT_EQ(switch_.due(), std::nullopt) << "and nothing wakes the kiosk for it";
}

TEST_F(SwitchAccessTest, AKeyThatMovesDoesNotAskForIt) {
    begin(Scanning::off);
    frame(ui::Key::next);
    press();
    EXPECT_EQ(visit_.scanning, Scanning::off);
    EXPECT_TRUE(visit_.is<visit::Promised>()) << "it chose what has the focus";
}

TEST_F(SwitchAccessTest, ALetterTakesSecondsAndNotMinutes) {
    ask("lawyer_name");
    const auto began = now_;
    std::string typed;
    for (const char letter : std::string("maria")) {
        typed += letter;
        touched_ = now_;
        ASSERT_TRUE(press(std::string("key.") + letter)) << letter;
        const auto& words = std::get<visit::Asking>(visit_.state).entry.words;
        EXPECT_EQ(words.view().size(), typed.size());
    }
    EXPECT_LT((now_ - began) / 5, 40s) << "at 2.5 s a step";
}

TEST_F(SwitchAccessTest, ADayIsFoundByItsWeek) {
    ask("appointment_date");
    const auto began = now_;
    ASSERT_TRUE(press("day.28"));
    EXPECT_EQ(std::get<visit::Asking>(visit_.state).entry.date.day, 28);
    EXPECT_LT(now_ - began, 60s);
}

TEST_F(SwitchAccessTest, WhatIsLeftAloneEndsAllTheSame) {
    ask("appointment");
    wait(visit::idle_warning + 1s);
    EXPECT_EQ(visit_.overlay, visit::Overlay::idle);
    wait(visit::idle_end - visit::idle_warning);
    EXPECT_TRUE(visit_.is<visit::Goodbye>());
}

TEST_F(SwitchAccessTest, StaysInTimeAndGoesOnFromWhereItWas) {
    ask("appointment");
    touched_ -= 800ms;  // so that the warning does not come with a step
    wait(visit::idle_warning - 2s);
    const auto here = robot_.ui().focus();
    ASSERT_FALSE(here.empty());
    wait(1500ms);
    ASSERT_EQ(visit_.overlay, visit::Overlay::idle);
    ASSERT_TRUE(press("idle.stay")) << "in time";
    EXPECT_EQ(visit_.overlay, visit::Overlay::none);
    EXPECT_TRUE(visit_.is<visit::Asking>());
    EXPECT_EQ(robot_.ui().focus(), here);
}

TEST_F(SwitchAccessTest, NeverBeginsOnWhatEndsErasesOrPrints) {
    ask("appointment");
    wait(2500ms);
    EXPECT_EQ(robot_.ui().focus(), ui::title_id);
    press();
    EXPECT_TRUE(visit_.is<visit::Asking>());
    apply(visit::Cover{visit::Overlay::erase});
    frame();
    wait(2500ms);
    EXPECT_EQ(robot_.ui().focus(), ui::title_id);
    wait(2500ms);
    EXPECT_EQ(robot_.ui().focus(), "erase.no");
}

TEST_F(SwitchAccessTest, StopsOnceAtEachControlOfEveryQuestion) {
    for (const auto& question : check_in_pack().questions) {
        ask(question.id);
        const auto stops = stops_of(view::describe(visit_, check_in_pack(), robot_.machine()), robot_.ui());
        std::vector<std::string> found;
        for (const auto& stop : stops) {
            for (const auto& id : stop) found.push_back(id);
        }
        std::vector<std::string> there;
        if (robot_.ui().has_title()) there.emplace_back(ui::title_id);
        for (const auto& widget : robot_.ui().widgets()) {
            if (widget.enabled) there.push_back(widget.id);
        }
        EXPECT_EQ(found, there) << question.id;
        EXPECT_LE(stops.size() * step_time(Scanning::medium), 80s) << question.id << ": a round takes too long";
    }
}

}  // namespace
}  // namespace pocketplan::app
