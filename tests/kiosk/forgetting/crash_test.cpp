// Whatever ends the program unasked zeroes what the visitor said, says nothing, and looks the same from outside. Run as
// root, as in an installed kiosk.

#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/ptrace.h>
#include <sys/wait.h>

#include "tests/support/memory_search.h"
#include "tests/support/prompted_process.h"

namespace {

using namespace pocketplan;
using ::testing::IsEmpty;

constexpr int crashed = 70;  // EX_SOFTWARE of sysexits.h
const std::string word = "Xochiquetzalli";

// Lets a process that is traced run until one of its threads ends it; that one then stops, and the memory is still
// there. Which one that is; negative if none stops.
pid_t run_to_its_exit() {
    int status = 0;
    for (pid_t thread = 0; (thread = waitpid(-1, &status, __WALL)) > 0;) {
        if (!WIFSTOPPED(status)) return -1;
        const int event = status >> 16;
        if (event == PTRACE_EVENT_EXIT) return thread;
        ptrace(PTRACE_CONT, thread, nullptr, event == 0 ? WSTOPSIG(status) : 0);
    }
    return -1;
}

class CrashTest : public ::testing::TestWithParam<const char*> {};

TEST_P(CrashTest, ZeroesWhatWasSaidAndSaysNothing) {
    const tests::PromptedProcess crashing({BUILD_DIR "/crashing", GetParam()});
    const tests::Needles needles({word});
    crashing.tell(word);
    crashing.await("typed");
    ASSERT_FALSE(find_in_memory(crashing.id(), needles).empty()) << "or the search proves nothing";
    ASSERT_EQ(ptrace(PTRACE_SEIZE, crashing.id(), nullptr, PTRACE_O_TRACEEXIT | PTRACE_O_TRACECLONE), 0);
    crashing.tell("");
    const pid_t ending = run_to_its_exit();
    ASSERT_GT(ending, 0);
    std::vector<std::string> places;
    for (const auto& hit : find_in_memory(crashing.id(), needles)) places.push_back(hit.place);
    EXPECT_THAT(places, IsEmpty());
    int status = 0;
    ptrace(PTRACE_CONT, ending, nullptr, nullptr);
    for (pid_t thread = 0; (thread = waitpid(-1, &status, __WALL)) > 0;) {
        if (WIFSTOPPED(status)) ptrace(PTRACE_CONT, thread, nullptr, nullptr);
        if (thread == crashing.id() && !WIFSTOPPED(status)) break;
    }
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == crashed) << status;
    EXPECT_EQ(crashing.said(), "typed\n") << "the journal would have the rest";
}

INSTANTIATE_TEST_SUITE_P(Ways, CrashTest,
                         ::testing::Values("exception", "noexcept", "thread", "arena", "abort", "null", "stack"),
                         [](const auto& way) { return std::string(way.param); });

}  // namespace
