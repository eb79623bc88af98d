// Displays and touch panels that come, go and change under the installed program, on a real X server (Xorg). Run as
// root.

#include <gtest/gtest.h>

#include "tests/e2e/played_kiosk.h"
#include "tests/support/panel_screen.h"

namespace pocketplan::tests {
namespace {

using Finger = PanelScreen::Finger;
using Panel = PanelScreen::Panel;
using Plug = PanelScreen::Plug;

class PanelsTest : public testing::Test {
protected:
    PanelsTest() : PanelsTest(std::make_unique<PanelScreen>(RealScreen::next_number(), Screen::Size{1280, 800})) {}

    bool start() { return kiosk_.start("folder:" + (kiosk_.folder() / "prints").string()); }
    bool fills(Plug plug, Screen::Size size) {
        screen_.show_on(plug, size);
        kiosk_.shadow_is_resized();
        return kiosk_.shows_the_same();
    }

    PanelScreen& screen_;
    PlayedKiosk kiosk_;

private:
    explicit PanelsTest(std::unique_ptr<PanelScreen> screen) : screen_(*screen), kiosk_(std::move(screen)) {}
};

TEST_F(PanelsTest, TheScreenFillsADisplayOfAnotherSizeAndOneThatIsTurned) {
    ASSERT_TRUE(start());
    ASSERT_TRUE(kiosk_.press("language.en") && kiosk_.shows_the_same());
    EXPECT_TRUE(fills(Plug::first, {1920, 1080}));
    EXPECT_TRUE(kiosk_.press("promise.make") && kiosk_.shows_the_same()) << "touched where it is now";
    EXPECT_TRUE(fills(Plug::first, {800, 1280}));
    EXPECT_TRUE(kiosk_.press("bar.back") && kiosk_.shows_the_same());
    EXPECT_TRUE(fills(Plug::first, {1280, 800}));
}

TEST_F(PanelsTest, TheScreenFillsAnotherDisplayAndTheFirstOneThatIsPluggedInAgain) {
    ASSERT_TRUE(start());
    ASSERT_TRUE(kiosk_.press("language.en") && kiosk_.shows_the_same());
    EXPECT_TRUE(fills(Plug::second, {1024, 768}));
    EXPECT_TRUE(kiosk_.press("promise.make") && kiosk_.shows_the_same());
    EXPECT_TRUE(fills(Plug::first, {1280, 800}));
    EXPECT_TRUE(kiosk_.press("bar.back") && kiosk_.shows_the_same());
}

TEST_F(PanelsTest, OnlyTheFirstOfTwoFingersDoesAnything) {
    ASSERT_TRUE(start());
    screen_.finger(Panel::first, 0, Finger::comes_down, 3, 3);
    for (int x = 50; x < 1280; x += 100) {
        for (int y = 50; y < 800; y += 50) screen_.tap(Panel::first, 1, x, y);
    }
    EXPECT_TRUE(kiosk_.shows_the_same());
    screen_.finger(Panel::first, 0, Finger::is_lifted, 3, 3);
    screen_.touch_by(Panel::first, 1);
    EXPECT_TRUE(kiosk_.press("language.en") && kiosk_.shows_the_same());
}

// Without our own account of fingers, SDL would tell of no other one for as long as the first is there.
TEST_F(PanelsTest, WhereABagLiesOnTheGlassOtherFingersAreFelt) {
    ASSERT_TRUE(start());
    ASSERT_TRUE(kiosk_.press("language.en") && kiosk_.press("bar.more") && kiosk_.press("more.staff"));
    ASSERT_TRUE(kiosk_.shows_the_same());
    screen_.finger(Panel::first, 0, Finger::comes_down, 3, 3);
    kiosk_.shadow().findings = visit::bit_of(visit::Finding::panel);
    ASSERT_TRUE(kiosk_.shows_the_same()) << "told after half a minute";
    screen_.touch_by(Panel::first, 1);
    EXPECT_TRUE(kiosk_.press("staff.close") && kiosk_.shows_the_same());
    screen_.touch_by(Panel::second, 0);
    EXPECT_TRUE(kiosk_.press("bar.more") && kiosk_.press("more.staff") && kiosk_.shows_the_same());
    screen_.finger(Panel::first, 0, Finger::is_lifted, 3, 3);
    kiosk_.shadow().findings = 0;
    EXPECT_TRUE(kiosk_.shows_the_same()) << "it was taken away";
}

TEST_F(PanelsTest, APanelIsPulledOutUnderAFingerAndAnotherOnePluggedIn) {
    screen_.pull_out(Panel::second);
    ASSERT_TRUE(start());
    screen_.finger(Panel::first, 0, Finger::comes_down, 3, 3);
    screen_.pull_out(Panel::first);
    screen_.plug_in(Panel::second);
    screen_.touch_by(Panel::second, 0);
    EXPECT_TRUE(kiosk_.press("language.en") && kiosk_.shows_the_same());
    screen_.plug_in(Panel::first);
    screen_.touch_by(Panel::first, 0);
    EXPECT_TRUE(kiosk_.press("promise.make") && kiosk_.shows_the_same());
}

}  // namespace
}  // namespace pocketplan::tests
