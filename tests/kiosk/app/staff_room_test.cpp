#include "kiosk/app/staff_room.h"

#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/machine/counters.h"
#include "kiosk/machine/staff_code.h"
#include "tests/support/pack.h"
#include "tests/support/temporary_folder.h"

namespace pocketplan::app {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using tests::check_in_pack;
using visit::CodeOutcome;

class StaffRoomTest : public testing::Test {
protected:
    StaffRoom room(const machine::CodeTries& tries = {}) {
        return {hash_, {folder_.path(), folder_.path() / "health.prom"}, tries, [this] { return now_; }};
    }
    static std::uint64_t bit(std::string_view tag) {
        return std::uint64_t{1} << static_cast<std::size_t>(*check_in_pack().find_language(tag));
    }

    tests::TemporaryFolder folder_{"staff_room"};
    std::chrono::steady_clock::time_point now_{1h};
    const std::string hash_ = machine::hash_code("730184").value();
};

TEST_F(StaffRoomTest, ThreeWrongCodesMakeEverybodyWaitTheRightOneToo) {
    auto staff = room();
    EXPECT_EQ(staff.check("111112").outcome, CodeOutcome::wrong);
    EXPECT_EQ(staff.check("111113").seconds, 0);
    EXPECT_EQ(staff.check("111114").seconds, 30);
    EXPECT_EQ(staff.check("730184").outcome, CodeOutcome::wait);
    now_ += 30s;
    EXPECT_EQ(staff.check("730184").outcome, CodeOutcome::right);
}

TEST_F(StaffRoomTest, TheEndOfAVisitResetsNoWait) {
    auto staff = room();
    for (int n = 0; n < 3; ++n) staff.check("111112");
    auto next = room(staff.tries());
    EXPECT_EQ(next.check("730184").outcome, CodeOutcome::wait);
}

TEST_F(StaffRoomTest, WithoutACodeNoneIsRight) {
    StaffRoom none;
    EXPECT_FALSE(none.has_code());
    EXPECT_EQ(none.check("").outcome, CodeOutcome::wrong);
    EXPECT_EQ(none.check("730184").outcome, CodeOutcome::wrong);
}

TEST_F(StaffRoomTest, KeepsWhatStaffSetFromProcessToProcess) {
    auto staff = room();
    EXPECT_EQ(staff.recall(check_in_pack()).languages_off, 0U);
    const visit::Kept kept{bit("ar") | bit("vi"), visit::Loudness::at(6), 477.5};
    EXPECT_TRUE(staff.keep(kept, check_in_pack()));
    auto next = room();
    const auto known = next.recall(check_in_pack());
    EXPECT_EQ(known.languages_off, bit("ar") | bit("vi"));
    EXPECT_EQ(known.loudness.step(), 6);
    EXPECT_EQ(known.display_width, 477.5);
}

// What root allows at most is in local.yaml; a language that comes back is still off.
TEST_F(StaffRoomTest, ALanguageThatTheCentresFilesLackKeepsItsSwitch) {
    auto staff = room();
    staff.recall(check_in_pack());
    staff.keep({bit("ar"), {}, 0}, check_in_pack());
    auto fewer = check_in_pack();
    std::erase_if(fewer.languages, [](const content::Language& language) { return language.tag == "ar"; });
    auto next = room();
    auto kept = next.recall(fewer);
    EXPECT_EQ(kept.languages_off, 0U);
    kept.loudness.louder();
    EXPECT_TRUE(next.keep(kept, fewer));
    EXPECT_EQ(room().recall(check_in_pack()).languages_off, bit("ar"));
}

TEST_F(StaffRoomTest, TheSourceLanguageIsNeverOff) {
    machine::write_kept(folder_.path(), {{"en"}, std::nullopt, 0});
    EXPECT_EQ(room().recall(check_in_pack()).languages_off, 0U);
}

TEST_F(StaffRoomTest, SaysWhatCannotBeWrittenOrRead) {
    StaffRoom lost(hash_, {folder_.path() / "no such folder", {}}, {});
    EXPECT_FALSE(lost.keep({}, check_in_pack()));
    StaffRoom none;
    EXPECT_FALSE(none.keep({}, check_in_pack())) << "there is no folder for it";
    EXPECT_FALSE(none.counts({2026, 11, 27}));
    std::ofstream(folder_.path() / "state.db") << "not a database at all";
    EXPECT_FALSE(room().counts({2026, 11, 27}));
}

TEST_F(StaffRoomTest, TellsTheCounts) {
    machine::Tally tally;
    machine::count_visit(folder_.path(), "2026-11-23", {"ar", true, true}, tally);
    const auto counts = room().counts({2026, 11, 27}).value();
    EXPECT_EQ(counts[0].visits, 1);
    EXPECT_EQ(counts[0].prints, 1);
    EXPECT_EQ(counts[0].troubles, 1);
}

TEST_F(StaffRoomTest, WritesHowTheMachineIsWhereTheSettingsSay) {
    const machine::Health called{.staff_called = true};
    EXPECT_TRUE(room().tell(called));
    std::ostringstream all;
    all << std::ifstream(folder_.path() / "health.prom").rdbuf();
    EXPECT_THAT(all.str(), HasSubstr("\npocketplan_staff_called 1\n"));
    EXPECT_THAT(all.str(), testing::ContainsRegex("\npocketplan_build_info\\{version=\"[0-9.]+\"\\} 1\n"));
    EXPECT_TRUE(StaffRoom().tell(called)) << "nowhere";
    EXPECT_FALSE(StaffRoom("", {{}, folder_.path() / "no such folder/health.prom"}, {}).tell(called));
}

}  // namespace
}  // namespace pocketplan::app
