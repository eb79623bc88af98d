#include "kiosk/machine/counters.h"

#include <fstream>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace pocketplan::machine {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class CountersTest : public testing::Test {
protected:
    ChangeOutcome count(const std::string& week, const Counted& counted) {
        return count_visit(folder_, week, counted, tally_);
    }
    // The file as another program reads it.
    std::string query(const std::string& sql) const {
        return tests::run({"sqlite3", (folder_ / "state.db").string(), sql}).out;
    }

    const tests::TemporaryFolder temporary_{"counters_test"};
    const fs::path& folder_ = temporary_.path();
    Tally tally_;
    Counted arabic_{"ar", true, false};
    Counted spanish_{"es", false, true};
};

TEST_F(CountersTest, AWeekBeginsOnMonday) {
    EXPECT_EQ(week_of({2026, 11, 23}), "2026-11-23");
    EXPECT_EQ(week_of({2026, 11, 24}), "2026-11-23");
    EXPECT_EQ(week_of({2026, 11, 29}), "2026-11-23");
    EXPECT_EQ(week_of({2027, 1, 1}), "2026-12-28");
}

TEST_F(CountersTest, CountsVisitsPrintsAndFaultsByWeek) {
    EXPECT_EQ(count("2026-11-16", arabic_), ChangeOutcome::done);
    EXPECT_EQ(count("2026-11-23", arabic_), ChangeOutcome::done);
    EXPECT_EQ(count("2026-11-23", spanish_), ChangeOutcome::done);
    EXPECT_EQ(query("SELECT * FROM weeks"), "2026-11-16|1|1|0\n2026-11-23|2|1|1\n");
}

TEST_F(CountersTest, NamesALanguageOnlyOnceTenVisitsShareIt) {
    for (int visit = 0; visit < 9; ++visit) count("2026-11-23", arabic_);
    count("2026-11-23", spanish_);
    EXPECT_EQ(query("SELECT * FROM languages"), "");
    count("2026-11-23", arabic_);
    EXPECT_EQ(query("SELECT * FROM languages"), "2026-11-23|ar|10\n");
    tally_ = {};  // the machine was restarted
    count("2026-11-23", arabic_);
    EXPECT_EQ(query("SELECT * FROM languages"), "2026-11-23|ar|11\n");
}

// The tally does not show in which order visits came, not even in memory.
TEST_F(CountersTest, TheTallyIsInTheOrderOfTagsHoweverVisitsCame) {
    for (const char* tag : {"es", "zh-Hans", "ar", "es", "fa-AF"}) count("2026-11-23", {tag, false, false});
    std::vector<std::pair<std::string, int>> few;
    for (const auto& one : tally_.few) {
        if (one.visits > 0) few.emplace_back(one.language.data(), one.visits);
    }
    EXPECT_THAT(few, testing::ElementsAre(testing::Pair("ar", 1), testing::Pair("es", 2), testing::Pair("fa-AF", 1),
                                          testing::Pair("zh-Hans", 1)));
}

TEST_F(CountersTest, MoreLanguagesThanThereIsRoomForAreNotCounted) {
    for (std::size_t at = 0; at < tally_.few.size(); ++at) {
        EXPECT_EQ(count("2026-11-23", {"x" + std::to_string(at), false, false}), ChangeOutcome::done);
    }
    EXPECT_EQ(count("2026-11-23", arabic_), ChangeOutcome::unwritable);
    EXPECT_EQ(count("2026-11-23", {"x7", false, false}), ChangeOutcome::done);
}

TEST_F(CountersTest, ANewWeekBeginsAtNothing) {
    for (int visit = 0; visit < 9; ++visit) count("2026-11-16", arabic_);
    count("2026-11-23", arabic_);
    EXPECT_EQ(query("SELECT * FROM languages"), "");
}

TEST_F(CountersTest, HoldsNothingButWeeksLanguagesAndWhatStaffSet) {
    count("2026-11-23", arabic_);
    EXPECT_EQ(query("SELECT m.name, c.name, c.type FROM sqlite_schema m JOIN pragma_table_info(m.name) c "
                    "WHERE m.type = 'table' ORDER BY 1, c.cid"),
              "kept|name|TEXT\nkept|value|REAL\n"
              "languages|week|TEXT\nlanguages|language|TEXT\nlanguages|visits|INTEGER\n"
              "languages_off|language|TEXT\n"
              "weeks|week|TEXT\nweeks|visits|INTEGER\nweeks|prints|INTEGER\nweeks|faults|INTEGER\n");
    EXPECT_EQ(query("SELECT count(*) FROM sqlite_schema"), "4\n") << "no other table, view or trigger";
    const auto file = (folder_ / "state.db").string();
    for (const char* told :
         {"INSERT INTO languages VALUES('2026-11-23', 'ar', 9)", "INSERT INTO weeks VALUES('Zephyrina', 1, 1, 1)",
          "INSERT INTO weeks VALUES('2026-11-30', 'Zephyrina', 1, 1)",
          "INSERT INTO weeks VALUES('2026-11-30 09:15', 1, 1, 1)", "INSERT INTO kept VALUES('Zephyrina', 1)",
          "INSERT INTO languages_off VALUES('Zephyrina Quillawinkaroba')"}) {
        EXPECT_THAT(tests::run({"sqlite3", file, told}).err, HasSubstr("(19)")) << told;  // SQLITE_CONSTRAINT
    }
}

TEST_F(CountersTest, OneThatIsDamagedIsSetAsideAndBegunAnew) {
    for (const std::string& damage : {std::string("not a database at all"), std::string(5000, '\x7F')}) {
        std::ofstream(folder_ / "state.db") << damage;
        EXPECT_EQ(count("2026-11-23", arabic_), ChangeOutcome::begun_anew);
        EXPECT_EQ(query("SELECT visits FROM weeks"), "1\n");
        EXPECT_EQ(fs::file_size(folder_ / "state.db.damaged"), damage.size());
        EXPECT_EQ(count("2026-11-23", arabic_), ChangeOutcome::done);
    }
}

TEST_F(CountersTest, AnotherProgramsDatabaseIsSetAsideToo) {
    query("CREATE TABLE weeks(name TEXT)");
    EXPECT_EQ(count("2026-11-23", arabic_), ChangeOutcome::begun_anew);
    EXPECT_EQ(query("SELECT visits FROM weeks"), "1\n");
}

TEST_F(CountersTest, AFolderThatCannotBeWrittenToChangesNothing) {
    EXPECT_EQ(count_visit(folder_ / "no such folder", "2026-11-23", arabic_, tally_), ChangeOutcome::unwritable);
    fs::create_directory(folder_ / "state.db");
    EXPECT_EQ(count("2026-11-23", arabic_), ChangeOutcome::unwritable);
}

TEST_F(CountersTest, TellsThisWeekAndTheFourBeforeIt) {
    count("2026-11-23", arabic_);
    count("2026-11-09", arabic_);
    count("2026-11-09", spanish_);
    count("2026-10-19", spanish_);
    const auto weeks = read_weeks(folder_, {2026, 11, 27}).value();
    EXPECT_EQ(weeks[0].monday, (content::Date{2026, 11, 23}));
    EXPECT_EQ(weeks[0].visits, 1);
    EXPECT_EQ(weeks[1].visits, 0) << "a week of which nothing was counted";
    EXPECT_EQ(weeks[2].monday, (content::Date{2026, 11, 9}));
    EXPECT_EQ(weeks[2].visits, 2);
    EXPECT_EQ(weeks[2].prints, 1);
    EXPECT_EQ(weeks[2].faults, 1);
    EXPECT_EQ(weeks[4].monday, (content::Date{2026, 10, 26}));
    EXPECT_EQ(weeks[4].visits, 0) << "older ones are not told";
}

TEST_F(CountersTest, TellsNothingOfAFileThatCannotBeReadAndZerosOfNone) {
    EXPECT_EQ(read_weeks(folder_, {2026, 11, 27}).value()[0].visits, 0);
    EXPECT_FALSE(fs::exists(folder_ / "state.db")) << "reading makes none";
    std::ofstream(folder_ / "state.db") << "not a database at all";
    EXPECT_FALSE(read_weeks(folder_, {2026, 11, 27}));
}

}  // namespace
}  // namespace pocketplan::machine
