#include "kiosk/ui/hold.h"

#include <gtest/gtest.h>

#include "kiosk/tools/pictures/displays.h"
#include "kiosk/visit/step.h"
#include "tests/support/pack.h"
#include "tests/support/robot.h"
#include "tests/support/visitor.h"

namespace pocketplan::ui {
namespace {

using namespace std::chrono_literals;
using tests::check_in_pack;

TEST(Hold, IsAFingerThatRestsForASecondInHoweverManyFrames) {
    Hold one;
    EXPECT_FALSE(one.holds("a", true, false, 5000ms));
    EXPECT_TRUE(one.holds("a", true, false, 6000ms)) << "two frames";
    Hold many;
    for (auto time = 5000ms; time < 6000ms; ++time) EXPECT_FALSE(many.holds("a", true, false, time));
    EXPECT_TRUE(many.holds("a", true, false, 6000ms));
}

TEST(Hold, BeginsAgainWhenTheFingerIsLiftedOrLeaves) {
    Hold hold;
    hold.holds("a", true, false, 0ms);
    hold.lift();
    EXPECT_FALSE(hold.holds("a", true, false, 1500ms));
    EXPECT_FALSE(hold.holds("a", false, false, 2000ms)) << "it slid away";
    EXPECT_FALSE(hold.holds("a", true, false, 2600ms));
    EXPECT_EQ(hold.due(), 3600ms);
    hold.lift();
    EXPECT_EQ(hold.due(), std::nullopt);
}

TEST(Hold, ByKeysIsTwoPressesOfTheSameWithinThreeSeconds) {
    Hold hold;
    EXPECT_FALSE(hold.holds("a", false, true, 1000ms));
    EXPECT_FALSE(hold.holds("a", false, true, 1000ms)) << "the same frame, drawn again";
    EXPECT_TRUE(hold.is_pressed("a", 3000ms));
    EXPECT_FALSE(hold.holds("b", false, true, 2000ms)) << "of another";
    EXPECT_TRUE(hold.holds("b", false, true, 5000ms));
    EXPECT_FALSE(hold.holds("b", false, true, 5100ms)) << "a third press begins again";
    EXPECT_FALSE(hold.holds("b", false, true, 8200ms)) << "too late";
}

class HidingTest : public testing::Test {
protected:
    HidingTest() {
        visit::step(visit_, visit::SignDrawn{visit::OwnSign::fish}, check_in_pack());
        tests::open_question(visit_, check_in_pack(), "lawyer_phone");
    }
    [[nodiscard]] bool hidden() const { return visit_.overlay == visit::Overlay::hidden; }
    void key(Key key, Hold::Time time) {
        if (const auto event = robot_.draw({-1, -1, false, key, time})) apply(*event);
    }
    void apply(const visit::Event& event) {
        for (const auto& effect : visit::step(visit_, event, check_in_pack())) {
            ended_ = ended_ || std::holds_alternative<visit::EndVisit>(effect);
        }
    }

    visit::Visit visit_{check_in_pack()};
    bool ended_ = false;
    tests::Robot robot_{check_in_pack(), tests::typesetter(), pictures::middle, visit_,
                        [this](const visit::Event& event) { apply(event); }};
};

TEST_F(HidingTest, OneTouchHidesAndOnlyHoldingTheOwnSignComesBack) {
    ASSERT_TRUE(robot_.press("bar.hide"));
    ASSERT_TRUE(hidden());
    EXPECT_FALSE(robot_.press("hidden.fish")) << "a touch";
    EXPECT_FALSE(robot_.hold("hidden.fish", 900ms)) << "not long enough";
    EXPECT_TRUE(robot_.hold("hidden.cup"));
    EXPECT_TRUE(hidden()) << "another visitor's";
    EXPECT_TRUE(robot_.hold("hidden.fish"));
    EXPECT_FALSE(hidden());
    EXPECT_TRUE(visit_.is<visit::Asking>());
}

TEST_F(HidingTest, ThreeWrongSignsEndTheVisit) {
    robot_.press("bar.hide");
    robot_.hold("hidden.sun");
    robot_.hold("hidden.sun");
    EXPECT_FALSE(ended_);
    robot_.hold("hidden.star");
    EXPECT_TRUE(ended_);
    EXPECT_TRUE(hidden()) << "until the end";
}

TEST_F(HidingTest, ByKeysTheOwnSignIsPressedTwice) {
    robot_.press("bar.hide");
    robot_.draw();
    robot_.ui().set_focus("hidden.fish");
    key(Key::press, 1000ms);
    EXPECT_TRUE(hidden());
    key(Key::press, 1500ms);
    EXPECT_FALSE(hidden());
}

}  // namespace
}  // namespace pocketplan::ui
