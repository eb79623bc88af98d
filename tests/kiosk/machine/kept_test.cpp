#include "kiosk/machine/kept.h"

#include <fstream>

#include <gtest/gtest.h>

#include "kiosk/machine/counters.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace pocketplan::machine {
namespace {

namespace fs = std::filesystem;

class KeptTest : public testing::Test {
protected:
    const tests::TemporaryFolder temporary_{"kept_test"};
    const fs::path& folder_ = temporary_.path();
    const Kept set_{{"ar", "zh-Hans"}, 5, 476.5};
};

TEST_F(KeptTest, IsReadAsItWasWritten) {
    EXPECT_EQ(read_kept(folder_), Kept{}) << "nothing was set";
    EXPECT_EQ(write_kept(folder_, set_), ChangeOutcome::done);
    EXPECT_EQ(read_kept(folder_), set_);
    EXPECT_EQ(write_kept(folder_, {{"es"}, std::nullopt, 0}), ChangeOutcome::done);
    EXPECT_EQ(read_kept(folder_), (Kept{{"es"}, std::nullopt, 0})) << "in the place of what was there";
}

TEST_F(KeptTest, AndTheCountsLeaveEachOtherAlone) {
    Tally tally;
    count_visit(folder_, "2026-11-23", {"ar", true, false}, tally);
    EXPECT_EQ(write_kept(folder_, set_), ChangeOutcome::done);
    EXPECT_EQ(count_visit(folder_, "2026-11-23", {"ar", true, false}, tally), ChangeOutcome::done);
    EXPECT_EQ(read_kept(folder_), set_);
    EXPECT_EQ(read_weeks(folder_, {2026, 11, 23}).value()[0].visits, 2);
}

TEST_F(KeptTest, AFileOfCountsAloneHasNothingOfIt) {
    tests::run({"sqlite3", (folder_ / "state.db").string(),
                "CREATE TABLE weeks(week TEXT NOT NULL PRIMARY KEY, visits INTEGER NOT NULL, prints INTEGER NOT NULL, "
                "faults INTEGER NOT NULL) STRICT, WITHOUT ROWID; INSERT INTO weeks VALUES('2026-11-23', 4, 3, 1)"});
    EXPECT_EQ(read_kept(folder_), Kept{});
    EXPECT_EQ(write_kept(folder_, set_), ChangeOutcome::done);
    EXPECT_EQ(read_weeks(folder_, {2026, 11, 23}).value()[0].visits, 4);
}

TEST_F(KeptTest, ADamagedFileIsSetAsideWhenItIsWrittenAndReadAsNone) {
    std::ofstream(folder_ / "state.db") << std::string(5000, '\x7F');
    EXPECT_EQ(read_kept(folder_), Kept{});
    EXPECT_EQ(write_kept(folder_, set_), ChangeOutcome::begun_anew);
    EXPECT_EQ(read_kept(folder_), set_);
    EXPECT_EQ(fs::file_size(folder_ / "state.db.damaged"), 5000U);
}

TEST_F(KeptTest, SaysWhereItCannotBeWritten) {
    EXPECT_EQ(write_kept(folder_ / "no such folder", set_), ChangeOutcome::unwritable);
    fs::create_directory(folder_ / "state.db");
    EXPECT_EQ(write_kept(folder_, set_), ChangeOutcome::unwritable);
}

TEST_F(KeptTest, NothingButTagsAndNumbersCanBeWrittenAndTryingCostsNothing) {
    Tally tally;
    count_visit(folder_, "2026-11-23", {"ar", true, false}, tally);
    write_kept(folder_, set_);
    EXPECT_EQ(write_kept(folder_, {{"Zephyrina Quillawinkaroba"}, 5, 0}), ChangeOutcome::unwritable);
    EXPECT_EQ(write_kept(folder_, {{"sr-Latn-RS-x-abc"}, 5, 0}), ChangeOutcome::unwritable) << "a tag of 16 characters";
    EXPECT_EQ(read_kept(folder_), set_);
    EXPECT_EQ(read_weeks(folder_, {2026, 11, 23}).value()[0].visits, 1);
    EXPECT_FALSE(fs::exists(folder_ / "state.db.damaged"));
    EXPECT_EQ(write_kept(folder_, {{"sr-Latn-RS-x-ab"}, 5, 0}), ChangeOutcome::done);
}

}  // namespace
}  // namespace pocketplan::machine
