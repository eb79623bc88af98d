#include "kiosk/machine/health.h"

#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

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
    // A long time ago, so that a file that is written in this very moment differs.
    void date_back() const { fs::last_write_time(file_, before_); }

    const fs::file_time_type before_ = fs::file_time_type::clock::now() - std::chrono::hours(5);
    const tests::TemporaryFolder temporary_{"health_test"};
    const fs::path file_ = temporary_.path() / "pocketplan.prom";
    const std::chrono::system_clock::time_point now_{std::chrono::seconds(1'795'771'379)};
};

TEST_F(HealthTest, SaysWhetherStaffAreCalledAndSinceWhichMinute) {
    ASSERT_TRUE(write_health(file_, true, now_));
    EXPECT_THAT(text(), HasSubstr("\npocketplan_staff_called 1\n"));
    EXPECT_THAT(text(), HasSubstr("\npocketplan_staff_called_changed_seconds 1795771320\n"));
    ASSERT_TRUE(write_health(file_, false, now_));
    EXPECT_THAT(text(), HasSubstr("\npocketplan_staff_called 0\n"));
}

// Each visit ends with a new process, which says that nobody calls: nobody may learn when.
TEST_F(HealthTest, IsLeftAloneWhereItSaysSoAlready) {
    for (const bool called : {false, true}) {
        ASSERT_TRUE(write_health(file_, called, now_));
        date_back();
        const auto said = text();
        EXPECT_TRUE(write_health(file_, called, now_ + std::chrono::hours(1)));
        EXPECT_EQ(text(), said);
        EXPECT_EQ(fs::last_write_time(file_), before_);
    }
}

TEST_F(HealthTest, IsWrittenOverWhateverElseIsThere) {
    for (const char* other : {"", "pocketplan_staff_called 0\n", "# a file\npocketplan_staff_called 01\n"}) {
        std::ofstream(file_) << other;
        EXPECT_TRUE(write_health(file_, false, now_));
        EXPECT_THAT(text(), HasSubstr("_changed_seconds 1795771320\n")) << other;
    }
    fs::remove(file_);
    ASSERT_EQ(mkfifo(file_.c_str(), 0644), 0);
    EXPECT_TRUE(write_health(file_, false, now_)) << "and nobody waits at a pipe";
    EXPECT_TRUE(fs::is_regular_file(file_));
}

TEST_F(HealthTest, CanBeReadByAllAndLeavesNothingBeside) {
    const auto before = umask(0077);
    ASSERT_TRUE(write_health(file_, true, now_));
    umask(before);
    EXPECT_EQ(fs::status(file_).permissions(), fs::perms(0644));
    EXPECT_EQ(std::distance(fs::directory_iterator(temporary_.path()), {}), 1);
}

TEST_F(HealthTest, SaysWhereItCannotBeWritten) {
    EXPECT_FALSE(write_health(temporary_.path() / "no such folder" / "a.prom", true, now_));
    fs::create_directory(file_);
    EXPECT_FALSE(write_health(file_, true, now_));
}

// Else nobody would hear of it until somebody calls.
TEST_F(HealthTest, SaysWhereItCouldNotBeWrittenAlthoughItNeedsNoWriting) {
    constexpr int refused = 7;
    constexpr uid_t nobody = 65534;
    ASSERT_TRUE(write_health(file_, false, now_));
    fs::permissions(temporary_.path(), fs::perms(0555));
    const auto write_as_nobody = [&] {
        if (getuid() == 0 && setuid(nobody) != 0) _exit(1);  // root may write everywhere
        _exit(write_health(file_, false, now_) ? 0 : refused);
    };
    EXPECT_EXIT(write_as_nobody(), testing::ExitedWithCode(refused), "");
    fs::permissions(temporary_.path(), fs::perms(0755));
}

}  // namespace
}  // namespace pocketplan::machine
