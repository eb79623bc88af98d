#include "kiosk/ui/focus.h"

#include <gtest/gtest.h>

namespace pocketplan::ui {
namespace {

// Two rows of two answers, a closed one, and a bar of one key at the foot, in the order drawn.
const std::vector<Widget> frame{
    {"a", {100, 100, 200, 50}},    {"b", {320, 100, 200, 50}}, {"closed", {100, 160, 420, 30}, false},
    {"c", {100, 200, 200, 50}},    {"d", {320, 200, 200, 50}}, {"forward", {900, 700, 100, 50}},
    {"corner", {900, 10, 50, 50}},
};

TEST(Focus, BeginsWithTheFirstAnswer) {
    for (const Key key : {Key::next, Key::left, Key::right, Key::up, Key::down}) {
        EXPECT_EQ(focus_after(key, "", std::nullopt, frame), "a");
    }
    EXPECT_EQ(focus_after(Key::previous, "", std::nullopt, frame), "corner");
    EXPECT_EQ(focus_after(Key::next, "of the screen before", std::nullopt, frame), "a");
}

TEST(Focus, BeginsWithTheTitleWhereThereIsOne) {
    const Rect title{100, 20, 600, 40};
    EXPECT_EQ(focus_after(Key::next, "", title, frame), title_id);
    EXPECT_EQ(focus_after(Key::down, "", title, frame), title_id);
    EXPECT_EQ(focus_after(Key::next, "title", title, frame), "a");
    EXPECT_EQ(focus_after(Key::down, "title", title, frame), "a");
    EXPECT_EQ(focus_after(Key::up, "b", title, frame), title_id);
}

TEST(Focus, GoesRoundWithTabAndPassesOverWhatIsClosed) {
    std::string order;
    std::string at;
    for (int i = 0; i < 7; ++i) order += " " + (at = focus_after(Key::next, at, std::nullopt, frame));
    EXPECT_EQ(order, " a b c d forward corner a");
    EXPECT_EQ(focus_after(Key::previous, "c", std::nullopt, frame), "b");
}

TEST(Focus, GoesWhereAnArrowPoints) {
    EXPECT_EQ(focus_after(Key::right, "a", std::nullopt, frame), "b");
    EXPECT_EQ(focus_after(Key::down, "a", std::nullopt, frame), "c");
    EXPECT_EQ(focus_after(Key::down, "b", std::nullopt, frame), "d");
    EXPECT_EQ(focus_after(Key::left, "d", std::nullopt, frame), "c");
    EXPECT_EQ(focus_after(Key::up, "d", std::nullopt, frame), "b");
    EXPECT_EQ(focus_after(Key::down, "d", std::nullopt, frame), "forward");
}

TEST(Focus, StaysWhereAnArrowPointsAtNothing) {
    EXPECT_EQ(focus_after(Key::left, "a", std::nullopt, frame), "a");
    EXPECT_EQ(focus_after(Key::down, "forward", std::nullopt, frame), "forward");
}

TEST(Focus, StaysWhenAKeyActs) {
    EXPECT_EQ(focus_after(Key::press, "b", std::nullopt, frame), "b");
    EXPECT_EQ(focus_after(Key::back, "b", std::nullopt, frame), "b");
    EXPECT_EQ(focus_after(Key::next, "b", std::nullopt, {}), "b") << "nothing to go to";
}

}  // namespace
}  // namespace pocketplan::ui
