// The installed program with too little of something: it says so in one line, or it works. Run as root.

#include <algorithm>
#include <array>
#include <csignal>
#include <cstddef>
#include <fstream>
#include <sstream>

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/e2e/played_kiosk.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/text_of_file.h"

namespace pocketplan::tests {
namespace {

using ::testing::MatchesRegex;
using ::testing::StartsWith;

class LimitsTest : public testing::Test {
protected:
    // Whether it shows its first screen, and answers to a touch.
    bool works_by(const std::vector<std::string>& starter) {
        kiosk_.emplace();
        kiosk_->call_by(starter);
        return kiosk_->start("folder:" + (kiosk_->folder() / "prints").string()) && kiosk_->press("language.en") &&
               kiosk_->shows_the_same();
    }
    [[nodiscard]] std::string said() const { return text_of_file(kiosk_->log()); }
    // But for what a trial is told in any case, and of sources that nobody has looked at for long.
    [[nodiscard]] std::vector<std::string> complaints() const {
        std::istringstream lines(said());
        std::vector<std::string> found;
        for (std::string line; std::getline(lines, line);) {
            const bool usual = line.find("good for a trial") != std::string::npos ||
                               line.find("nobody checked this source in time") != std::string::npos;
            if (!usual) found.push_back(line);
        }
        return found;
    }
    void expect_to_work_or_to_say_so(const std::vector<std::string>& starter) {
        SCOPED_TRACE(testing::PrintToString(starter));
        if (works_by(starter)) return;
        EXPECT_TRUE(eventually([&] { return !kiosk_->process().running(); }));
        EXPECT_EQ(kiosk_->process().wait(), 1) << said();
        const auto lines = complaints();
        ASSERT_EQ(lines.size(), 1U) << said();
        EXPECT_THAT(lines.front(), StartsWith("pocketplan: "));
    }

    std::optional<PlayedKiosk> kiosk_;
};

// Megabytes of address space, from what cannot hold the arena to what holds it all.
TEST_F(LimitsTest, WithLittleMemoryItWorksOrSaysThatItIsTooLittle) {
    for (const int megabytes : {100, 160, 220, 260, 300, 400}) {
        expect_to_work_or_to_say_so({"prlimit", "--as=" + std::to_string(megabytes << 20)});
    }
}

TEST_F(LimitsTest, WithASmallStackItWorks) {
    for (const char* kilobytes : {"64", "128", "256"}) {
        EXPECT_TRUE(works_by({"sh", "-c", std::string("ulimit -S -s ") + kilobytes + R"( && exec "$@")", "sh"}))
            << kilobytes << " " << said();
    }
    expect_to_work_or_to_say_so({"sh", "-c", R"(ulimit -s 64 && exec "$@")", "sh"});
}

TEST_F(LimitsTest, WhereItsParentBlockedSignalsItStopsAllTheSame) {
    for (const int signal : {SIGTERM, SIGINT}) {
        ASSERT_TRUE(works_by({"env", "--block-signal=TERM", "--block-signal=INT"}));
        kiosk_->process().signal(signal);
        EXPECT_EQ(kiosk_->process().wait(), 0);
    }
}

// As if 64 MB were full; there are free blocks in the lists still.
void fill_the_arena(pid_t process) {
    struct Header {  // of forgetting::Arena
        std::size_t mapped, guard, size, next;
    };
    const auto folder = "/proc/" + std::to_string(process);
    const int memory = open((folder + "/mem").c_str(), O_RDWR | O_CLOEXEC);
    std::ifstream maps(folder + "/maps");
    int filled = 0;
    for (std::string line; std::getline(maps, line);) {
        if (line.find("rw-p") == std::string::npos) continue;
        const auto begin = static_cast<off_t>(std::stoull(line, nullptr, 16));
        Header header{};
        if (pread(memory, &header, sizeof header, begin) != sizeof header) continue;
        const bool ours = header.size >= std::size_t{64} << 20U && header.mapped == header.size + 2 * header.guard &&
                          header.guard == 4096 && header.next < header.size;
        if (!ours) continue;
        ++filled;
        const auto at = begin + static_cast<off_t>(offsetof(Header, next));
        ASSERT_EQ(pwrite(memory, &header.size, sizeof header.size, at), ssize_t{sizeof header.size});
    }
    close(memory);
    ASSERT_EQ(filled, 1);
}

TEST_F(LimitsTest, AVisitThatFillsItsMemoryEndsWithWordsAndTheNextOneHasRoom) {
    ASSERT_TRUE(works_by({}));
    const auto process = kiosk_->process().id();
    fill_the_arena(process);
    kiosk_->press("promise.make");
    ASSERT_TRUE(eventually([&] { return kiosk_->was_replaced(); }));
    EXPECT_TRUE(kiosk_->says_goodbye(visit::EndReason::no_room));
    EXPECT_EQ(kiosk_->process().id(), process);
    EXPECT_TRUE(complaints().empty()) << said();
    ASSERT_TRUE(kiosk_->press("goodbye.start") && kiosk_->press("language.es"));
    EXPECT_TRUE(kiosk_->shows_the_same());
}

TEST_F(LimitsTest, AWindowTooLargeToBeDrawnIsRefusedInOneSentence) {
    const PlayedKiosk other;  // whose screen it would be on
    for (const char* size : {"16384x16384", "99999x99999", "0x0", "2000000000x2000000000"}) {
        const auto output = run({"timeout", "20", "env", "DISPLAY=" + const_cast<PlayedKiosk&>(other).screen().name(),
                                 "XDG_RUNTIME_DIR=" + other.folder().string(), BUILD_DIR "/pocketplan", "--windowed",
                                 size, "--printer", "folder:" + (other.folder() / "prints").string()});
        EXPECT_EQ(output.status, 2) << size << output.err;
        EXPECT_THAT(output.err, MatchesRegex("pocketplan: --windowed: [^\n]*\n")) << size;
    }
}

}  // namespace
}  // namespace pocketplan::tests
