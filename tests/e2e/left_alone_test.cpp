// Visits that nobody ends, played beside other tests: for minutes nothing happens in them.

#include "tests/e2e/forensic_visit.h"

namespace pocketplan::tests {
namespace {

using testing::IsEmpty;
using visit::EndReason;

// Somebody walked away, once from an open screen and once from a hidden one: nobody touches it again.
TEST_F(Forensics, LeftAloneOpenAndHidden) {
    PlayedKiosk hidden;
    const auto surroundings = around(nullptr, {hidden.screen().process()});
    ASSERT_NO_FATAL_FAILURE(tell(told_in_spanish(), files()));
    ASSERT_TRUE(hidden.start("folder:" + (hidden.folder() / "prints").string()));
    ASSERT_TRUE(hidden.go_to_review("tr", told_in_turkish().json));
    ASSERT_TRUE(hidden.press("bar.hide"));
    ASSERT_TRUE(eventually([&] { return kiosk_.was_replaced(); }, std::chrono::minutes(3)));
    EXPECT_TRUE(kiosk_.says_goodbye(EndReason::idle));
    expect_nothing_left(told_in_spanish(), surroundings);
    ASSERT_TRUE(eventually([&] { return hidden.was_replaced(); }, std::chrono::minutes(3)));
    EXPECT_THAT(find_in_memory(hidden.process().id(), told_in_turkish().needles()), IsEmpty());
    EXPECT_THAT(surroundings.find(told_in_turkish().needles(), told_in_turkish().needles()), IsEmpty());
}

}  // namespace
}  // namespace pocketplan::tests
