// Visits that nobody ends, run in parallel with other tests: for minutes nothing happens in them.

#include "tests/e2e/forensic_visit.h"

namespace pocketplan::tests {
namespace {

using testing::IsEmpty;
using visit::EndReason;

// Somebody walked away, once from an open screen and once from a hidden one, and nobody touches it again; but a key of
// the one is stuck, and something lies on the glass of the other, which the panel takes for a finger that trembles.
TEST_F(Forensics, LeftAloneOpenAndHidden) {
    PlayedKiosk hidden;
    const auto surroundings = around(nullptr, {hidden.screen().process()});
    ASSERT_NO_FATAL_FAILURE(tell(told_in_spanish(), files()));
    ASSERT_TRUE(hidden.start("folder:" + (hidden.folder() / "prints").string()));
    ASSERT_TRUE(hidden.go_to_review("tr", told_in_turkish().json));
    ASSERT_TRUE(hidden.press("bar.hide"));
    kiosk_.screen().hold_key("a");
    int trembles = 0;
    hidden.screen().hold_touch(300, 300);
    const auto tremble = [&] { hidden.screen().move_touch(300 + trembles++ % 2, 300); };
    ASSERT_TRUE(eventually([&] { return tremble(), kiosk_.was_replaced(); }, std::chrono::minutes(3)));
    EXPECT_TRUE(kiosk_.says_goodbye(EndReason::idle));
    expect_nothing_left(told_in_spanish(), surroundings);
    ASSERT_TRUE(eventually([&] { return tremble(), hidden.was_replaced(); }, std::chrono::minutes(3)));
    EXPECT_THAT(find_in_memory(hidden.process().id(), told_in_turkish().needles()), IsEmpty());
    EXPECT_THAT(surroundings.find(told_in_turkish().needles(), told_in_turkish().needles()), IsEmpty());
}

}  // namespace
}  // namespace pocketplan::tests
