#include "kiosk/app/scanner.h"

#include <gtest/gtest.h>

namespace pocketplan::app {
namespace {

using namespace std::chrono_literals;
using visit::Scanning;

// A title, two answers, three rows of keys and a bar of one, without a clock.
class ScannerTest : public testing::Test {
protected:
    [[nodiscard]] Scanner::Screen screen() const { return {scanning_, place_, stops_, focus_, speaking_}; }
    // After so long; where the focus is then.
    std::string after(std::chrono::milliseconds time) {
        now_ += time;
        if (const auto moved = scanner_.move(screen(), now_)) focus_ = *moved;
        return focus_;
    }
    // Step after step, each as soon as it is due.
    std::string steps(int count) {
        std::string all;
        for (int step = 0; step < count; ++step) {
            const auto due = scanner_.due();
            if (!due) return all + " never";
            all += " " + after(std::chrono::ceil<std::chrono::milliseconds>(*due - now_));
        }
        return all;
    }
    // As the loop does it.
    void press() {
        if (!scanner_.enter_row(screen(), now_)) scanner_.pressed(now_);
        after(0ms);
    }

    Stops stops_{{"title"}, {"yes"}, {"no"}, {"q", "w", "e"}, {"a", "s"}, {"next"}};
    Scanning scanning_ = Scanning::medium;
    Place place_;
    std::string focus_;
    bool speaking_ = false;
    Scanner scanner_;
    Scanner::Clock::time_point now_{1h};
};

TEST_F(ScannerTest, WaitsAStepAndThenGoesFromTheTitleAndRound) {
    EXPECT_EQ(after(0ms), "");
    EXPECT_EQ(after(2499ms), "");
    EXPECT_EQ(after(1ms), "title");
    EXPECT_EQ(steps(7), " yes no q a next title yes");
}

TEST_F(ScannerTest, StepsAsFastAsTheVisitorWantsIt) {
    for (const auto& [scanning, step] :
         {std::pair{Scanning::slow, 4000ms}, {Scanning::medium, 2500ms}, {Scanning::fast, 1500ms}}) {
        scanning_ = scanning;
        after(0ms);
        const auto here = focus_;
        EXPECT_EQ(after(step - 1ms), here);
        EXPECT_NE(after(1ms), here);
    }
}

TEST_F(ScannerTest, AsksForNothingWhileItIsOff) {
    scanning_ = Scanning::off;
    EXPECT_EQ(after(10min), "");
    EXPECT_EQ(scanner_.due(), std::nullopt);
}

TEST_F(ScannerTest, ANewScreenBeginsBeforeItsTitleAndWaitsAWholeStep) {
    after(0ms);
    steps(3);
    now_ += 2s;
    place_.state = 5;
    focus_.clear();
    EXPECT_EQ(after(0ms), "");
    EXPECT_EQ(after(2s), "");
    EXPECT_EQ(after(500ms), "title");
}

TEST_F(ScannerTest, AfterADialogItGoesOnFromWhereItWas) {
    after(0ms);
    steps(3);
    ASSERT_EQ(focus_, "no");
    place_.overlay = visit::Overlay::idle;
    focus_.clear();
    after(0ms);
    place_.overlay = visit::Overlay::none;
    focus_ = "no";  // FocusKeeper's work
    EXPECT_EQ(after(0ms), "no");
    EXPECT_EQ(steps(1), " q");
}

TEST_F(ScannerTest, GoesOnFromWhereSomebodyElseHasBroughtTheFocus) {
    after(0ms);
    focus_ = "next";
    EXPECT_EQ(after(2s), "next");
    EXPECT_EQ(after(2s), "next") << "that gets a whole step";
    EXPECT_EQ(after(500ms), "title");
}

TEST_F(ScannerTest, APressOnARowGoesIntoItAndOneThereTypes) {
    after(0ms);
    steps(4);
    ASSERT_EQ(focus_, "q");
    ASSERT_NE(scanner_.row(screen()), nullptr);
    EXPECT_EQ(scanner_.row(screen())->back(), "e");
    EXPECT_TRUE(scanner_.enter_row(screen(), now_)) << "nothing is typed";
    EXPECT_EQ(scanner_.row(screen()), nullptr) << "now it is on one key";
    EXPECT_EQ(steps(2), " w e");
    EXPECT_FALSE(scanner_.enter_row(screen(), now_));
    press();
    EXPECT_EQ(focus_, "q") << "the next letter may be in any row";
    EXPECT_NE(scanner_.row(screen()), nullptr);
    EXPECT_EQ(steps(1), " a");
}

TEST_F(ScannerTest, TheEndOfARowTwiceWithoutAPressLeavesIt) {
    after(0ms);
    steps(5);
    ASSERT_EQ(focus_, "a");
    press();
    EXPECT_EQ(steps(5), " s a s next title");
}

TEST_F(ScannerTest, AnAnswerThatIsPressedKeepsTheFocusForAStep) {
    after(0ms);
    steps(2);
    now_ += 2s;
    press();
    EXPECT_EQ(focus_, "yes");
    EXPECT_EQ(after(2s), "yes");
    EXPECT_EQ(after(500ms), "no");
}

TEST_F(ScannerTest, WaitsForTheVoiceAndThenLongEnoughToPress) {
    after(0ms);
    steps(2);
    speaking_ = true;
    EXPECT_EQ(after(2s), "yes");
    EXPECT_EQ(after(6s), "yes");
    speaking_ = false;
    EXPECT_EQ(after(0ms), "yes");
    EXPECT_EQ(after(1s), "yes");
    EXPECT_EQ(after(250ms), "no");
}

TEST_F(ScannerTest, RestsWhileSomebodyMovesTheFocusByKeysButNotForEver) {
    after(0ms);
    scanner_.rest(now_);
    focus_ = "yes";
    after(0ms);
    EXPECT_EQ(after(19999ms), "yes");
    EXPECT_EQ(after(1ms), "no");
    EXPECT_EQ(steps(1), " q");
}

TEST_F(ScannerTest, DoesNotWaitForAVoiceThatNeverEnds) {
    after(0ms);
    steps(2);
    speaking_ = true;
    after(0ms);
    EXPECT_EQ(after(59s), "yes");
    EXPECT_EQ(after(1s), "no");
}

TEST_F(ScannerTest, AFrameWithoutAnythingOnItIsNoTrouble) {
    stops_.clear();
    EXPECT_EQ(after(10s), "");
    EXPECT_FALSE(scanner_.enter_row(screen(), now_));
}

}  // namespace
}  // namespace pocketplan::app
