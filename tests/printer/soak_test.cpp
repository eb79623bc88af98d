// Many visits with random faults on one real printer: no plan is lost silently, none comes twice, and none after a
// later visit's. 50 visits; POCKETPLAN_SOAK sets another number (docs/OPERATING.md). Run as root.

#include <array>
#include <cstdlib>
#include <random>

#include <sys/stat.h>

#include "tests/printer/print_test.h"
#include "tests/support/real_printer.h"

namespace pocketplan::queue {
namespace {

namespace fs = std::filesystem;
using status::Progress;
using status::Trouble;
using tests::RealPrinter;

enum class Mishap { none, jam, abort, cancel, hang, unplug };
constexpr int mishaps = 6;

// What happens to one visit, and what it was told.
struct Played {
    Mishap mishap = Mishap::none;
    bool told_done = false;
};

class SoakTest : public testing::Test {
protected:
    SoakTest() : real(tests::free_port(), {.command = write_command()}) {}
    ~SoakTest() override { fs::remove_all(folder); }

    // The paper is a file: one line a document. "jam" and "abort" are played by the command itself.
    std::string write_command() {
        std::string name = "/tmp/soak.XXXXXX";
        folder = mkdtemp(name.data());
        const auto file = folder / "print.sh";
        std::ofstream(file)
            << "#!/bin/sh\nwords=$(pdftotext \"$1\" - | head -n 1)\ncase \"$words\" in\n"
            << "*jam) echo 'STATE: +media-jam-error' >&2; sleep 0.3; echo 'STATE: -media-jam-error' >&2;;\n"
            << "*abort) exit 1;;\n*cancel|*hang|*unplug) sleep 0.3;;\nesac\n"
            << "echo \"$words\" >> " << (folder / "paper").string() << "\n";
        chmod(file.c_str(), 0755);
        return file;
    }
    std::vector<std::string> paper() const {
        std::ifstream in(folder / "paper");
        std::vector<std::string> lines;
        for (std::string line; std::getline(in, line);) lines.push_back(line);
        return lines;
    }
    static std::string words(int number, Mishap mishap) {
        constexpr std::array names{"none", "jam", "abort", "cancel", "hang", "unplug"};
        return std::to_string(number) + " " + names.at(static_cast<std::size_t>(mishap));
    }
    // Ends with a queue that is confirmed to be clear.
    Played play(int number, Mishap mishap) {
        Visit visit(real.uri());
        EXPECT_TRUE(visit.queue_is(QueueState::clear));
        visit.print(words(number, mishap));
        EXPECT_TRUE(visit.hears([](const Report& r) { return r.job || r.progress == Progress::trouble; }));
        if (mishap == Mishap::hang) {
            real.hang();
            std::this_thread::sleep_for(std::chrono::milliseconds(200));  // of the printer's own time
            real.go_on();
        }
        if (mishap == Mishap::unplug) {
            real.unplug();
            real.plug_in();
        }
        if (mishap != Mishap::cancel) {
            const auto ended = [](const Report& r) {
                return r.progress == Progress::done || r.trouble == Trouble::failed;
            };
            EXPECT_TRUE(visit.hears(ended)) << number;
        }
        const Played played{mishap, visit.was_done()};
        if (mishap == Mishap::cancel) {
            visit.forget_reports();
            visit.cancel();
        }
        EXPECT_TRUE(visit.queue_is(QueueState::clear)) << number;
        return played;
    }

    fs::path folder;
    RealPrinter real;
};

TEST_F(SoakTest, NoPlanIsLostSilentlyNoneComesTwiceAndNoneOfAnEarlierVisit) {
    const char* const wanted = getenv("POCKETPLAN_SOAK");
    const int visits = wanted == nullptr ? 50 : std::atoi(wanted);
    ASSERT_GT(visits, 0);
    std::mt19937 random(20270922);  // the same faults in every run
    std::vector<Played> all;
    for (int number = 0; number < visits && !HasFailure(); ++number) {
        all.push_back(play(number, static_cast<Mishap>(random() % mishaps)));
    }
    EXPECT_EQ(real.unfinished_jobs(), 0U);
    int last = -1;
    std::map<int, int> came;
    for (const auto& line : paper()) {
        const int number = std::stoi(line);
        EXPECT_GT(number, last) << "a plan of an earlier visit, or one twice";
        last = number;
        ++came[number];
    }
    for (int number = 0; number < static_cast<int>(all.size()); ++number) {
        const auto& played = all[static_cast<std::size_t>(number)];
        const auto name = words(number, played.mishap);
        if (played.told_done) {
            EXPECT_EQ(came[number], 1) << name << " was lost silently";
        }
        // A cancelled or unplugged job may end either way, but never silently.
        const bool may_fail = played.mishap == Mishap::cancel || played.mishap == Mishap::unplug;
        if (!may_fail) {
            EXPECT_EQ(played.told_done, played.mishap != Mishap::abort) << name;
        }
    }
}

}  // namespace
}  // namespace pocketplan::queue
