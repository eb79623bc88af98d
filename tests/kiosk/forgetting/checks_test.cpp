#include "kiosk/forgetting/checks.h"

#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/support/process.h"
#include "tests/support/shipped_machine.h"
#include "tests/support/text_of_file.h"

namespace pocketplan::forgetting {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;
using visit::Finding;

// Each test breaks one thing.
class MachineTest : public testing::Test, protected tests::ShippedMachine {
protected:
    const fs::path& root_ = root();
};

TEST_F(MachineTest, AsWeShipItThereIsNothingToTell) {
    EXPECT_THAT(examine_in_the_open(root_), IsEmpty());
    EXPECT_THAT(examine_sandbox(root_), IsEmpty());
    EXPECT_THAT(examine_as_root(root_), IsEmpty());
}

TEST_F(MachineTest, SwapIsTold) {
    write("proc/swaps", "Filename\tType\n/dev/zram0\tpartition\n");
    EXPECT_THAT(examine_in_the_open(root_), ElementsAre(Finding::swap));
}

TEST_F(MachineTest, DumpsThatGoAnywhereAreTold) {
    for (const char* pattern : {"core\n", "|/usr/lib/systemd/systemd-coredump %P\n", "/var/crash/%e\n"}) {
        write("proc/sys/kernel/core_pattern", pattern);
        EXPECT_THAT(examine_in_the_open(root_), ElementsAre(Finding::dumps)) << pattern;
    }
    write("proc/sys/kernel/core_pattern", "|/bin/false\n");
    write("proc/sys/fs/suid_dumpable", "2\n");
    EXPECT_THAT(examine_in_the_open(root_), ElementsAre(Finding::dumps));
}

TEST_F(MachineTest, FreedMemoryThatIsNotClearedIsAdvice) {
    write("proc/cmdline", "root=/dev/sda1 quiet\n");
    EXPECT_THAT(examine_in_the_open(root_), ElementsAre(Finding::freed_memory));
    EXPECT_EQ(visit::weight(Finding::freed_memory), visit::Weight::advises);
}

TEST_F(MachineTest, AKioskOutsideOfItsSandboxIsTold) {
    for (const char* status : {"NoNewPrivs:\t0\nSeccomp:\t2\n", "NoNewPrivs:\t1\nSeccomp:\t0\n", ""}) {
        write("proc/self/status", status);
        EXPECT_THAT(examine_sandbox(root_), ElementsAre(Finding::sandbox)) << status;
    }
}

TEST_F(MachineTest, ASchedulerThatKeepsOrLogsAnythingIsTold) {
    const auto good = tests::text_of_file(root_ / "etc/cups/cupsd.conf");
    for (const char* more :
         {"PreserveJobFiles Yes\n", "PreserveJobFiles 3600\n", "PreserveJobHistory Yes\n", "preservejobhistory 86400\n",
          "LogLevel info\n", "AccessLogLevel all\n", "PageLogFormat %p %u %j\n"}) {
        write("etc/cups/cupsd.conf", good + more);
        EXPECT_THAT(examine_as_root(root_), ElementsAre(Finding::scheduler)) << more;
    }
    write("etc/cups/cupsd.conf", "Listen localhost:631\n");  // the defaults of CUPS
    EXPECT_THAT(examine_as_root(root_), ElementsAre(Finding::scheduler));
}

TEST_F(MachineTest, ASpoolOnTheDiskIsTold) {
    write("proc/77/comm", "cupsd\n");
    const std::string spool = "36 35 0:40 / /var/spool/cups rw,nosuid shared:3 - tmpfs tmpfs rw\n";
    const std::string cache = "37 35 0:41 / /var/cache/cups rw,nosuid - tmpfs tmpfs rw\n";
    write("proc/77/mountinfo", spool + cache);
    EXPECT_THAT(examine_as_root(root_), IsEmpty());
    write("proc/77/mountinfo", spool);
    EXPECT_THAT(examine_as_root(root_), ElementsAre(Finding::spool));
    write("proc/77/mountinfo", spool + cache + "38 36 8:1 /x /var/spool/cups rw - ext4 /dev/sda1 rw\n");
    EXPECT_THAT(examine_as_root(root_), ElementsAre(Finding::spool)) << "another mount lies over it";
    fs::remove_all(root_ / "proc/77");
    write("usr/lib/systemd/system/cups.service.d/pocketplan.conf", "[Service]\n");
    EXPECT_THAT(examine_as_root(root_), ElementsAre(Finding::spool));
}

TEST_F(MachineTest, ASpoolThatOnlyTheSchedulerSeesIsKnown) {
    EXPECT_TRUE(spool_is_the_schedulers_alone(root_)) << "as we ship it";
    write("usr/lib/systemd/system/cups.service.d/pocketplan.conf", "[Service]\n");
    EXPECT_FALSE(spool_is_the_schedulers_alone(root_));
}

TEST_F(MachineTest, AJournalOnTheDiskIsTold) {
    write("var/log/journal/0123456789abcdef.other/system.journal", "kept");
    EXPECT_THAT(examine_as_root(root_), IsEmpty());
    fs::create_directories(root_ / "var/log/journal/0123456789abcdef.pocketplan");
    EXPECT_THAT(examine_as_root(root_), IsEmpty()) << "systemd makes it for its journald, and nothing is in it";
    write("var/log/journal/0123456789abcdef.pocketplan/system.journal", "kept");
    EXPECT_THAT(examine_as_root(root_), ElementsAre(Finding::journal));
}

class VerdictTest : public testing::Test {
protected:
    const tests::TemporaryFolder temporary_{"verdict_test"};
    const fs::path runtime_ = temporary_.path() / "pocketplan";
    const fs::path folder_ = verdict_folder(runtime_);
    const fs::path file_ = folder_ / "verdict";
};

TEST_F(VerdictTest, ReachesWhoMayNotLook) {
    EXPECT_THAT(read_verdict(folder_), ElementsAre(Finding::unchecked));
    const auto before = umask(0077);
    ASSERT_TRUE(leave_verdict(folder_, {Finding::journal, Finding::scheduler}));
    umask(before);
    EXPECT_THAT(read_verdict(folder_), testing::UnorderedElementsAre(Finding::journal, Finding::scheduler));
    EXPECT_EQ(fs::status(file_).permissions(), fs::perms(0644));
    EXPECT_EQ(fs::status(folder_).permissions(), fs::perms(0755));
    ASSERT_TRUE(leave_verdict(folder_, {}));
    EXPECT_THAT(read_verdict(folder_), IsEmpty());
    std::ofstream(file_) << "machine.journal\n";
    EXPECT_THAT(read_verdict(folder_), ElementsAre(Finding::unchecked)) << "not ours";
    EXPECT_THAT(read_verdict(verdict_folder("")), ElementsAre(Finding::unchecked)) << "there is no such folder";
}

TEST_F(VerdictTest, IsNotWrittenWhereAnybodyElseCouldWrite) {
    EXPECT_FALSE(leave_verdict(runtime_ / "no such folder", {}));
    const auto elsewhere = temporary_.path() / "elsewhere";
    fs::create_directory(elsewhere);
    fs::create_directory_symlink(elsewhere, folder_);
    EXPECT_FALSE(leave_verdict(folder_, {})) << "a link in the folder's place";
    fs::remove(folder_);
    fs::create_directory(folder_);
    fs::permissions(folder_, fs::perms(0777));
    EXPECT_FALSE(leave_verdict(folder_, {})) << "open to all";
    EXPECT_TRUE(fs::is_empty(elsewhere) && fs::is_empty(folder_));
}

TEST_F(VerdictTest, FollowsNoLinkThatIsPlanted) {
    const auto precious = temporary_.path() / "precious";
    std::ofstream(precious) << "as it was";
    fs::create_directory(runtime_);
    fs::create_directory(folder_);
    for (const auto& link : {runtime_ / "verdict", file_, folder_ / "verdict.new"}) fs::create_symlink(precious, link);
    const auto called = tests::run({"env", "RUNTIME_DIRECTORY=" + runtime_.string(), BUILD_DIR "/pocketplan-check"});
    EXPECT_EQ(called.status, 0) << called.err;
    EXPECT_EQ(tests::text_of_file(precious), "as it was");
    EXPECT_TRUE(fs::is_regular_file(fs::symlink_status(file_)));
    EXPECT_FALSE(fs::exists(runtime_ / "verdict.new"));
}

}  // namespace
}  // namespace pocketplan::forgetting
