#include "kiosk/view/walk.h"

#include <set>

#include <gtest/gtest.h>

#include "kiosk/tools/pictures/displays.h"
#include "kiosk/tools/pictures/every_screen.h"
#include "kiosk/view/describe.h"
#include "tests/support/pack.h"
#include "tests/support/robot.h"
#include "tests/support/visitor.h"

namespace pocketplan::view {
namespace {

using tests::check_in_pack;

class WalkTest : public testing::Test {
protected:
    [[nodiscard]] View now() const { return describe(visit_, check_in_pack(), machine_); }

    visit::Visit visit_{check_in_pack()};
    Machine machine_{.today = {2026, 11, 26}};
};

// What reads aloud walks through views, what draws goes its own way: neither may know a control that the other lacks.
TEST_F(WalkTest, ComesToEveryControlThatIsDrawn) {
    tests::Robot robot(check_in_pack(), tests::typesetter(), pictures::middle, visit_, [](const visit::Event&) {});
    pictures::show_every_screen(visit_, robot.machine(), check_in_pack(), [&](const std::string& name) {
        std::set<std::string> walked{"page.turn", "page.first"};  // present() turns pages
        walk(describe(visit_, check_in_pack(), robot.machine()),
             {.control = [&](const Control& control, Place) { walked.emplace(std::string_view(control.id)); },
              .field = [&](const Field& field) { walked.emplace(std::string_view(field.id)); }});
        robot.draw();
        for (const auto& widget : robot.ui().widgets())
            EXPECT_TRUE(walked.contains(widget.id)) << name << " " << widget.id;
        return false;
    });
}

TEST_F(WalkTest, BeginsWithTheTitleAndEndsWithTheCorner) {
    visit_.state = visit::Promised{};
    const auto view = now();
    std::vector<std::string> order;
    walk(view, {.text = [&](const Said&, bool) { order.emplace_back("text"); },
                .control = [&](const Control& control, Place) { order.emplace_back(std::string_view(control.id)); }});
    ASSERT_FALSE(order.empty());
    EXPECT_EQ(order.front(), "text");
    EXPECT_EQ(order.back(), "bar.hide");
}

TEST_F(WalkTest, GoesBackWhereThereIsAWay) {
    EXPECT_FALSE(way_back(now())) << "the start";
    visit_.state = visit::Promised{};
    EXPECT_TRUE(std::holds_alternative<visit::Back>(way_back(now()).value()));
    visit_.overlay = visit::Overlay::more;
    EXPECT_TRUE(std::holds_alternative<visit::CloseOverlay>(way_back(now()).value()));
    visit_.overlay = visit::Overlay::erase;
    EXPECT_TRUE(std::holds_alternative<visit::CloseOverlay>(way_back(now()).value())) << "which erases nothing";
    visit_.overlay = visit::Overlay::hidden;
    EXPECT_FALSE(way_back(now())) << "only a hand brings it back";
}

TEST_F(WalkTest, KnowsTheFieldThatIsTypedInto) {
    EXPECT_FALSE(is_typed_into(now()));
    tests::open_question(visit_, check_in_pack(), "contacts");
    EXPECT_TRUE(is_typed_into(now()));
    EXPECT_EQ(std::string_view(field_in_use(now()).value()), "field.name");
    visit_.overlay = visit::Overlay::more;
    EXPECT_FALSE(is_typed_into(now()));
}

TEST_F(WalkTest, NobodyWasBornInTheFuture) {
    tests::open_question(visit_, check_in_pack(), "helper_facts.birth_date");
    auto& entry = std::get<visit::Asking>(visit_.state).entry;
    entry.date = {0, 12, 20};
    entry.date_part = visit::DatePart::year;
    entry.decade = 2020;
    std::set<std::string> open;
    walk(now(), {.control = [&](const Control& control, Place) {
             if (control.enabled) open.emplace(std::string_view(control.id));
         }});
    EXPECT_TRUE(open.contains("year.2025"));
    EXPECT_FALSE(open.contains("year.2026")) << "December 20 of this year is yet to come";
}

}  // namespace
}  // namespace pocketplan::view
