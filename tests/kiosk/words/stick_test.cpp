// The program itself: what a stick brings, and whenever it is killed, the old words are there or the new ones. Run as
// root.

#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "content/dates.h"
#include "content/library.h"
#include "kiosk/words/taken.h"
#include "tests/kiosk/words/signed_words.h"
#include "tests/support/process.h"

namespace pocketplan::words {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr long spring = 1'700'000'000;
const fs::path build(BUILD_DIR);

class ProgramTest : public testing::Test {
protected:
    [[nodiscard]] std::vector<std::string> options() const {
        return {"--keys",    signer_.keys(),       "--taken",   taken_,
                "--shipped", build / "content.db", "--refused", signer_.folder() / "refused"};
    }
    // The program's call, behind whatever runs it.
    [[nodiscard]] std::vector<std::string> call(std::vector<std::string> before, const fs::path& file) const {
        before.push_back(build / "pocketplan-words");
        for (auto& option : options()) before.push_back(std::move(option));
        before.insert(before.end(), {"take", file});
        return before;
    }
    [[nodiscard]] int day_in_use() const {
        const auto library = content::load_library(words_in_use(taken_));
        return library ? library->information_date.day : 0;
    }
    // How often the program makes one of these calls.
    [[nodiscard]] int count(const std::string& calls, const fs::path& file) const {
        const auto log = signer_.folder() / "calls";
        EXPECT_EQ(tests::run(call({"strace", "-f", "-o", log, "-e", "trace=" + calls}, file)).status, 0);
        std::ifstream in(log);
        int lines = 0;
        for (std::string line; std::getline(in, line);) lines += line.find('(') != std::string::npos ? 1 : 0;
        return lines;
    }

    const tests::SignedWords signer_;
    const fs::path taken_ = signer_.folder() / "taken";
};

using PowerCut = ProgramTest;

TEST_F(PowerCut, AtWhateverMomentLeavesTheOldWordsOrTheNewOnesWhole) {
    const std::string calls = "openat,write,fsync,mkdir,symlink,rename,renameat2,unlink,rmdir,unlinkat";
    const auto first = signer_.sign("one", 1, spring);
    const auto second = signer_.sign("two", 2, spring + 1);
    ASSERT_EQ(tests::run(call({}, first)).status, 0);
    fs::copy(taken_, signer_.folder() / "as before", fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    const int times = count(calls, second);
    ASSERT_GT(times, 20);
    int old = 0;
    for (int at = 1; at <= times; ++at) {
        fs::remove_all(taken_);
        fs::copy(signer_.folder() / "as before", taken_, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
        const auto inject = "inject=" + calls + ":signal=KILL:when=" + std::to_string(at);
        tests::run(call({"strace", "-f", "-o", "/dev/null", "-e", inject}, second));
        const int day = day_in_use();
        ASSERT_TRUE(day == 1 || day == 2) << "killed at call " << at;
        old += day == 1 ? 1 : 0;
        ASSERT_EQ(tests::run(call({}, second)).status, 0) << "and the next time they are taken, after call " << at;
        ASSERT_EQ(day_in_use(), 2);
        ASSERT_EQ(tests::run({build / "pocketplan-words", "--taken", taken_, "--shipped", build / "content.db", "back"})
                      .status,
                  0);
        ASSERT_EQ(day_in_use(), 1) << "and those before are there, after call " << at;
    }
    EXPECT_GT(old, 0);
    EXPECT_LT(old, times) << "it was killed after they were in place, too";
}

TEST_F(ProgramTest, ADiskThatIsFullKeepsTheOldWords) {
    ASSERT_EQ(tests::run(call({}, signer_.sign("one", 1, spring))).status, 0);
    const auto second = signer_.sign("two", 2, spring + 1);
    const auto done =
        tests::run(call({"strace", "-f", "-o", "/dev/null", "-P", taken_ / "1700000001.1" / "content.db.part", "-e",
                         "inject=write,writev:error=ENOSPC"},
                        second));
    EXPECT_EQ(done.status, 2);
    EXPECT_THAT(done.err, HasSubstr("cannot be written"));
    EXPECT_EQ(day_in_use(), 1);
    EXPECT_FALSE(fs::exists(taken_ / "1700000001.1")) << "nothing half-written is left";
}

class StickTest : public ProgramTest {
protected:
    void SetUp() override {
        if (tests::run({"unshare", "-m", "true"}).status != 0) GTEST_SKIP() << "nothing can be mounted here";
        fs::create_directory(content_);
    }
    ~StickTest() override {
        if (!device_.empty()) tests::run({"losetup", "-d", device_});
    }
    // Made of what is in the folder so far; only its first bytes, if it is pulled out.
    bool plug_in(std::uintmax_t bytes = 0) {
        const auto image = signer_.folder() / "stick.img";
        tests::run({"mke2fs", "-q", "-t", "ext4", "-d", content_, image, "64M"});
        auto looped = tests::run({"losetup", "-f", "--show", image});
        device_ = looped.out.substr(0, looped.out.find('\n'));
        if (bytes > 0) fs::resize_file(image, bytes);
        return looped.status == 0;
    }
    [[nodiscard]] tests::Output take_from_stick() const {
        std::vector<std::string> whole{"unshare", "-m", build / "take-from-stick", device_};
        for (auto& option : options()) whole.push_back(std::move(option));
        return tests::run(whole);
    }

    const fs::path content_ = signer_.folder() / "stick";

private:
    std::string device_;
};

TEST_F(StickTest, SignedWordsOnAStickAreTakenAndTheStickIsLetGo) {
    const auto file = signer_.sign("one", 1, spring);
    fs::copy(file, content_ / file.filename());
    fs::copy(file.string() + ".minisig", content_ / "one.pocketplan.minisig");
    if (!plug_in()) GTEST_SKIP() << "there are no loop devices here";
    const auto done = take_from_stick();
    EXPECT_EQ(done.status, 0) << done.err;
    EXPECT_THAT(done.out, HasSubstr("taken: check-in of 2026-12-01"));
    EXPECT_EQ(day_in_use(), 1);
    std::ifstream mounts("/proc/mounts");
    for (std::string line; std::getline(mounts, line);)
        EXPECT_EQ(line.find("pocketplan-words/stick"), std::string::npos);
}

TEST_F(StickTest, AStickThatIsPulledOutChangesNothing) {
    const auto file = signer_.sign("one", 1, spring);
    fs::copy(file, content_ / file.filename());
    fs::copy(file.string() + ".minisig", content_ / "one.pocketplan.minisig");
    if (!plug_in(std::uintmax_t{2} << 20U)) GTEST_SKIP() << "there are no loop devices here";
    EXPECT_NE(take_from_stick().status, 0);
    EXPECT_EQ(words_in_use(taken_), "");
}

TEST_F(StickTest, AStickOfSomebodyElsesIsLeftAlone) {
    std::ofstream(content_ / "holiday.jpg") << "sea";
    if (!plug_in()) GTEST_SKIP() << "there are no loop devices here";
    const auto done = take_from_stick();
    EXPECT_EQ(done.status, 0);
    EXPECT_EQ(done.out + done.err, "");
    EXPECT_FALSE(fs::exists(signer_.folder() / "refused"));
}

}  // namespace
}  // namespace pocketplan::words
