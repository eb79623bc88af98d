#include "kiosk/machine/health.h"

#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace pocketplan::machine {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class HealthTest : public testing::Test {
protected:
    [[nodiscard]] std::string text() const {
        std::ostringstream all;
        all << std::ifstream(file_).rdbuf();
        return all.str();
    }
    static Health calling(bool called) {
        return {true, called, {"swap"}, "", "1.2.3", "check-in", "7", {2026, 11, 24}, {2027, 5, 1}};
    }
    // A long time ago, so that a file that is written in this very moment differs.
    void date_back() const { fs::last_write_time(file_, before_); }

    const fs::file_time_type before_ = fs::file_time_type::clock::now() - std::chrono::hours(5);
    const tests::TemporaryFolder temporary_{"health_test"};
    const fs::path file_ = temporary_.path() / "pocketplan.prom";
    const std::chrono::system_clock::time_point now_{std::chrono::seconds(1'795'771'379)};
};

TEST_F(HealthTest, SaysHowTheMachineIs) {
    auto health = calling(false);
    health.ready = false;
    health.printer_trouble = "jam";
    health.pack = "a \"pack\"\\";
    ASSERT_TRUE(write_health(file_, health, now_));
    for (const char* line :
         {"pocketplan_ready 0", "pocketplan_finding{name=\"swap\"} 1", "pocketplan_printer_trouble{name=\"jam\"} 1",
          "pocketplan_build_info{version=\"1.2.3\"} 1", "pocketplan_content_info{pack=\"a pack\",version=\"7\"} 1",
          "pocketplan_content_date_seconds 1795478400", "pocketplan_content_review_seconds 1809129600"}) {
        EXPECT_THAT(text(), HasSubstr("\n" + std::string(line) + "\n"));
    }
}

// Its package starts a server, so that only `./dev long` installs it.
TEST_F(HealthTest, PrometheusHasNothingToSayAgainstIt) {
    if (tests::run({"sh", "-c", "command -v promtool"}).status != 0) GTEST_SKIP() << "there is no promtool";
    ASSERT_TRUE(write_health(file_, calling(true), now_));
    const auto checked = tests::run({"sh", "-c", "promtool check metrics < " + file_.string()});
    EXPECT_EQ(checked.status, 0) << checked.out << checked.err;
}

// As at the start of each process: what the one before said of the printer is as true as it was.
TEST_F(HealthTest, WhatThePrinterHasNotToldYetStays) {
    auto health = calling(false);
    health.printer_trouble = "jam";
    ASSERT_TRUE(write_health(file_, health, now_));
    const auto said = text();
    health.printer_trouble.reset();
    ASSERT_TRUE(write_health(file_, health, now_ + std::chrono::hours(1)));
    EXPECT_EQ(text(), said);
    health.printer_trouble = "";
    ASSERT_TRUE(write_health(file_, health, now_));
    EXPECT_THAT(text(), testing::Not(HasSubstr("jam")));
}

TEST_F(HealthTest, SinceWhenStaffAreCalledChangesOnlyWithThat) {
    auto health = calling(true);
    ASSERT_TRUE(write_health(file_, health, now_));
    health.findings.clear();
    ASSERT_TRUE(write_health(file_, health, now_ + std::chrono::hours(1)));
    EXPECT_THAT(text(), HasSubstr("\npocketplan_staff_called_changed_seconds 1795771320\n"));
}

TEST_F(HealthTest, SaysWhetherStaffAreCalledAndSinceWhichMinute) {
    ASSERT_TRUE(write_health(file_, calling(true), now_));
    EXPECT_THAT(text(), HasSubstr("\npocketplan_staff_called 1\n"));
    EXPECT_THAT(text(), HasSubstr("\npocketplan_staff_called_changed_seconds 1795771320\n"));
    ASSERT_TRUE(write_health(file_, calling(false), now_));
    EXPECT_THAT(text(), HasSubstr("\npocketplan_staff_called 0\n"));
}

// Each visit ends with a new process, which says that nobody calls: nobody may learn when.
TEST_F(HealthTest, IsLeftAloneWhereItSaysSoAlready) {
    for (const bool called : {false, true}) {
        ASSERT_TRUE(write_health(file_, calling(called), now_));
        date_back();
        const auto said = text();
        EXPECT_TRUE(write_health(file_, calling(called), now_ + std::chrono::hours(1)));
        EXPECT_EQ(text(), said);
        EXPECT_EQ(fs::last_write_time(file_), before_);
    }
}

TEST_F(HealthTest, IsWrittenOverWhateverElseIsThere) {
    for (const char* other : {"", "pocketplan_staff_called 0\n", "# a file\npocketplan_staff_called 01\n"}) {
        std::ofstream(file_) << other;
        EXPECT_TRUE(write_health(file_, calling(false), now_));
        EXPECT_THAT(text(), HasSubstr("_changed_seconds 1795771320\n")) << other;
    }
    fs::remove(file_);
    ASSERT_EQ(mkfifo(file_.c_str(), 0644), 0);
    EXPECT_TRUE(write_health(file_, calling(false), now_)) << "and nobody waits at a pipe";
    EXPECT_TRUE(fs::is_regular_file(file_));
}

TEST_F(HealthTest, CanBeReadByAllAndLeavesNothingBeside) {
    const auto before = umask(0077);
    ASSERT_TRUE(write_health(file_, calling(true), now_));
    umask(before);
    EXPECT_EQ(fs::status(file_).permissions(), fs::perms(0644));
    EXPECT_EQ(std::distance(fs::directory_iterator(temporary_.path()), {}), 1);
}

TEST_F(HealthTest, SaysWhereItCannotBeWritten) {
    EXPECT_FALSE(write_health(temporary_.path() / "no such folder" / "a.prom", calling(true), now_));
    fs::create_directory(file_);
    EXPECT_FALSE(write_health(file_, calling(true), now_));
}

// Else nobody would hear of it until somebody calls.
TEST_F(HealthTest, SaysWhereItCouldNotBeWrittenAlthoughItNeedsNoWriting) {
    constexpr int refused = 7;
    constexpr uid_t nobody = 65534;
    ASSERT_TRUE(write_health(file_, calling(false), now_));
    fs::permissions(temporary_.path(), fs::perms(0555));
    const auto write_as_nobody = [&] {
        if (getuid() == 0 && setuid(nobody) != 0) _exit(1);  // root may write everywhere
        _exit(write_health(file_, calling(false), now_) ? 0 : refused);
    };
    EXPECT_EXIT(write_as_nobody(), testing::ExitedWithCode(refused), "");
    fs::permissions(temporary_.path(), fs::perms(0755));
}

TEST_F(HealthTest, ItsOwnTimeIsNoFinerThanAMinute) {
    ASSERT_TRUE(write_health(file_, calling(false), now_));
    struct stat state {};
    ASSERT_EQ(stat(file_.c_str(), &state), 0);
    EXPECT_EQ(state.st_mtim.tv_sec, 1'795'771'320);
    EXPECT_EQ(state.st_mtim.tv_nsec, 0);
}

TEST_F(HealthTest, WhereItIsIsRememberedUntilItIsNowhere) {
    const auto& state = temporary_.path();
    EXPECT_EQ(remembered_health_file(state), "");
    remember_health_file(state, file_);
    EXPECT_EQ(remembered_health_file(state), file_);
    remember_health_file(state, "/elsewhere.prom");
    EXPECT_EQ(remembered_health_file(state), "/elsewhere.prom");
    remember_health_file(state, {});
    EXPECT_EQ(remembered_health_file(state), "");
    remember_health_file({}, file_);
    EXPECT_EQ(remembered_health_file({}), "");
}

}  // namespace
}  // namespace pocketplan::machine
