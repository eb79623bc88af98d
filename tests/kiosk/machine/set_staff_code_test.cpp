// pocketplan-staff-code, from a pipe and on a console.

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <unistd.h>

#include "kiosk/machine/staff_code.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace pocketplan::machine {
namespace {

using testing::HasSubstr;
using tests::eventually;

const std::string program = BUILD_DIR "/pocketplan-staff-code";

tests::Output pipe_in(const std::string& line) {
    return tests::run({"sh", "-c", "printf '%s' '" + line + "' | " + program});
}

// What stands between the quotes.
std::string hash_in(const std::string& lines) {
    const auto begin = lines.find('"') + 1;
    return lines.substr(begin, lines.rfind('"') - begin);
}

TEST(SetStaffCode, PrintsTheLinesForTheSettings) {
    for (const std::string line : {"730184\n", "730184"}) {
        const auto told = pipe_in(line);
        ASSERT_EQ(told.status, 0) << told.err;
        EXPECT_TRUE(told.out.starts_with("[staff]\ncode = \"$argon2id$")) << told.out;
        EXPECT_TRUE(code_matches("730184", hash_in(told.out))) << told.out;
        EXPECT_EQ((told.out + told.err).find("730184"), std::string::npos);
    }
}

TEST(SetStaffCode, RefusesWhatAnybodyWouldTryInOneSentence) {
    for (const std::string line : {"", "12345\n", "111111\n", "123456\n", "730184730184730184\n", "a code\n"}) {
        const auto told = pipe_in(line);
        EXPECT_EQ(told.status, 2) << line;
        EXPECT_EQ(told.out, "");
        EXPECT_THAT(told.err, HasSubstr("pocketplan-staff-code: "));
        EXPECT_EQ(std::count(told.err.begin(), told.err.end(), '\n'), 1);
    }
    EXPECT_EQ(pipe_in("730184" + std::string(90, '7') + "\n").status, 2) << "not the digits that fit";
    EXPECT_EQ(tests::run({program, "730184"}).status, 2) << "a call can be read by everybody";
}

// Else a settings file without a code would pass for done.
TEST(SetStaffCode, SaysWhenTheLinesCouldNotBeWritten) {
    for (const std::string where : {" > /dev/full", " >&-"}) {
        const auto told = tests::run({"sh", "-c", "echo 730184 | " + program + where});
        EXPECT_EQ(told.status, 1) << where;
        EXPECT_THAT(told.err, HasSubstr("pocketplan-staff-code: the lines could not be written")) << where;
    }
}

// A console whose other end the test has.
class ConsoleTest : public testing::Test {
protected:
    ConsoleTest() {
        other_end_ = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
        grantpt(other_end_);
        unlockpt(other_end_);
        const int console = open(ptsname(other_end_), O_RDWR | O_NOCTTY | O_CLOEXEC);
        const int own = dup(STDIN_FILENO);
        dup2(console, STDIN_FILENO);
        program_.emplace(std::vector<std::string>{program}, log_.string());
        dup2(own, STDIN_FILENO);
        close(own);
        close(console);
    }
    ~ConsoleTest() override { close(other_end_); }
    [[nodiscard]] std::string told() const {
        std::ostringstream all;
        all << std::ifstream(log_).rdbuf();
        return all.str();
    }
    void answer(const std::string& prompt, const std::string& line) const {
        ASSERT_TRUE(eventually([&] { return told().find(prompt) != std::string::npos; })) << told();
        ASSERT_EQ(write(other_end_, (line + "\n").data(), line.size() + 1), static_cast<ssize_t>(line.size() + 1));
    }
    // What the console shows of what is typed.
    [[nodiscard]] std::string shown() const {
        std::array<char, 256> bytes{};
        pollfd waiting{other_end_, POLLIN, 0};
        if (poll(&waiting, 1, 0) <= 0) return "";
        const auto size = read(other_end_, bytes.data(), bytes.size());
        return {bytes.data(), size > 0 ? static_cast<std::size_t>(size) : 0};
    }

    tests::TemporaryFolder folder_{"set_staff_code"};
    std::filesystem::path log_ = folder_.path() / "log";
    int other_end_ = -1;
    std::optional<tests::Process> program_;
};

TEST_F(ConsoleTest, AsksTwiceAndShowsNothing) {
    answer("6 to 12 digits: ", "730184");
    answer("once more: ", "730184");
    EXPECT_EQ(program_->wait(), 0) << told();
    EXPECT_THAT(told(), HasSubstr("code = \"$argon2id$"));
    EXPECT_EQ(told().find("730184"), std::string::npos);
    EXPECT_EQ(shown().find("7"), std::string::npos);
}

TEST_F(ConsoleTest, RefusesTwoThatDiffer) {
    answer("6 to 12 digits: ", "730184");
    answer("once more: ", "730148");
    EXPECT_EQ(program_->wait(), 2);
    EXPECT_THAT(told(), HasSubstr("not the same"));
    EXPECT_EQ(told().find("argon2id"), std::string::npos);
}

}  // namespace
}  // namespace pocketplan::machine
