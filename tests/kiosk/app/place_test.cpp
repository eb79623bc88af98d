#include "kiosk/app/place.h"

#include <gtest/gtest.h>

#include "tests/support/pack.h"

namespace pocketplan::app {
namespace {

using visit::Overlay;

class FocusKeeperTest : public testing::Test {
protected:
    // What keys are on once the visit is as it is now.
    const std::string& show() {
        const auto now = place_of(visit_);
        focus_ = keeper_.move(place_, now, focus_);
        place_ = now;
        return focus_;
    }

    visit::Visit visit_{tests::check_in_pack()};
    Place place_ = place_of(visit_);
    FocusKeeper keeper_;
    std::string focus_ = "language.en";
};

TEST_F(FocusKeeperTest, KeepsItWhileTheScreenIsTheSame) {
    visit_.page = 1;
    EXPECT_EQ(show(), "language.en");
}

TEST_F(FocusKeeperTest, StartsAgainOnAnotherScreenAndOnAnotherQuestion) {
    visit_.state = visit::Asking{content::QuestionIndex{0}};
    EXPECT_EQ(show(), "");
    focus_ = "skip";
    visit_.state = visit::Asking{content::QuestionIndex{1}};
    EXPECT_EQ(show(), "") << "pressed again, it would skip this one too";
}

TEST_F(FocusKeeperTest, ComesBackToWhereItWasUnderneath) {
    visit_.state = visit::Asking{content::QuestionIndex{0}};
    show();
    focus_ = "option.2";
    visit_.overlay = Overlay::more;
    EXPECT_EQ(show(), "");
    focus_ = "more.language";
    visit_.overlay = Overlay::languages;
    EXPECT_EQ(show(), "");
    focus_ = "language.es";
    visit_.overlay = Overlay::none;
    EXPECT_EQ(show(), "option.2");
}

TEST_F(FocusKeeperTest, ComesBackFromTheStaffDeskToWhereItWas) {
    visit_.state = visit::Asking{content::QuestionIndex{0}};
    show();
    focus_ = "option.2";
    for (const auto overlay : {Overlay::staff, Overlay::staff_code, Overlay::desk}) {
        visit_.overlay = overlay;
        EXPECT_EQ(show(), "");
        focus_ = "something";
    }
    visit_.desk.open.page = visit::DeskPage::counts;
    EXPECT_EQ(show(), "") << "each of its pages is another screen";
    visit_.desk.open.page = visit::DeskPage::home;
    visit_.overlay = Overlay::none;
    EXPECT_EQ(show(), "option.2");
}

TEST_F(FocusKeeperTest, DoesNotComeBackToAScreenThatIsGone) {
    visit_.state = visit::Asking{content::QuestionIndex{0}};
    show();
    focus_ = "option.2";
    visit_.overlay = Overlay::more;
    show();
    visit_.state = visit::Reviewing{};
    visit_.overlay = Overlay::none;
    EXPECT_EQ(show(), "");
}

}  // namespace
}  // namespace pocketplan::app
