#include "kiosk/machine/health.h"

#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

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

}  // namespace
}  // namespace pocketplan::machine
