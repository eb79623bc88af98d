// What is left in memory of a staff code (docs/PRIVACY.md, "The staff code"). Built like the kiosk, and run as root.

#include <array>
#include <cstdlib>
#include <fstream>
#include <optional>

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "kiosk/machine/staff_code.h"
#include "tests/support/memory_search.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace pocketplan;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using tests::eventually;

const std::string code = "730184926150";

class CodeRemainsTest : public ::testing::Test {
protected:
    CodeRemainsTest() {
        std::array<int, 2> ends{};
        if (pipe(ends.data()) != 0) std::abort();
        write_end_ = ends[1];
        fcntl(write_end_, F_SETFD, FD_CLOEXEC);
        const int own = dup(STDIN_FILENO);
        dup2(ends[0], STDIN_FILENO);
        checking_.emplace(std::vector<std::string>{BUILD_DIR "/checking", machine::hash_code(code).value()},
                          log_.string());
        dup2(own, STDIN_FILENO);
        close(own);
        close(ends[0]);
    }
    ~CodeRemainsTest() override { close(write_end_); }
    void tell(const std::string& line) const {
        ASSERT_EQ(write(write_end_, (line + "\n").data(), line.size() + 1), static_cast<ssize_t>(line.size() + 1));
    }
    void await(const std::string& stage) const {
        ASSERT_TRUE(eventually([&] {
            std::ifstream log(log_);
            for (std::string line; std::getline(log, line);) {
                if (line == stage) return true;
            }
            return false;
        })) << stage;
    }
    // The whole code, and all but its first or its last four digits.
    [[nodiscard]] std::vector<std::string> places() const {
        std::vector<std::string> places;
        const tests::Needles needles({code, code.substr(4), code.substr(0, 8)});
        for (const auto& hit : find_in_memory(checking_->id(), needles)) places.push_back(hit.place);
        return places;
    }

    tests::TemporaryFolder folder_{"code_remains"};
    std::filesystem::path log_ = folder_.path() / "log";
    int write_end_ = -1;
    std::optional<tests::Process> checking_;
};

TEST_F(CodeRemainsTest, ItIsInTheArenaAloneAndNowhereOnceItWasChecked) {
    tell(code);
    await("typed");
    const auto typed = places();
    EXPECT_FALSE(typed.empty()) << "or the search proves nothing";
    tell("");
    await("checked");
    EXPECT_THAT(places(), SizeIs(typed.size())) << "libsodium left a copy: " << ::testing::PrintToString(places());
    tell("");
    await("open");
    EXPECT_THAT(places(), IsEmpty());
}

}  // namespace
