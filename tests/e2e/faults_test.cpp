// System calls that fail in the installed program: at its start, while somebody is there, while paper is on its way,
// and at the end of a visit. Either it does not start, and says why in one line; or it goes on, and the visit can end
// and leaves nothing. POCKETPLAN_FAULTS=all tries every call at many times; a number picks others. Run as root.

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <random>

#include "kiosk/papers/installed.h"
#include "tests/e2e/failing_calls.h"
#include "tests/e2e/forensic_visit.h"
#include "tests/support/text_of_file.h"

namespace pocketplan::tests {
namespace {

namespace fs = std::filesystem;
using testing::AnyOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using visit::EndReason;

constexpr int unforgotten = 70;  // README, "The programs": systemd starts it again

std::ptrdiff_t lines_of(const std::string& text) {
    return std::count(text.begin(), text.end(), '\n');
}

class Faults : public testing::Test {
protected:
    Faults() : kiosk_({1024, 600}) {}

    [[nodiscard]] std::string files() const { return "folder:" + (kiosk_.folder() / "prints").string(); }
    // But for what is overdue in the pack, which is told whenever a kiosk starts, and GLib's empty lines.
    [[nodiscard]] std::string said() const {
        std::ifstream log(kiosk_.log());
        std::string all;
        for (std::string line; std::getline(log, line);) {
            const bool overdue = line.find("nobody checked this source in time") != std::string::npos;
            if (!overdue && !line.empty()) all += line + "\n";
        }
        return all;
    }
    // Waits until it has ended or shows something; true if it shows something.
    bool comes_up() {
        return eventually([&] { return !kiosk_.process().running() || !kiosk_.is_blank(); }) &&
               kiosk_.process().running();
    }
    // What a visitor told must be nowhere: not in the program, not behind the screen, not in its folders.
    void expect_forgotten() {
        const Needles told({word_, number_});
        if (kiosk_.process().running()) {
            const auto hits = find_in_memory(kiosk_.process().id(), told);
            EXPECT_THAT(hits, IsEmpty()) << name(hits);
        }
        EXPECT_THAT(find_in_memory(kiosk_.screen().process(), told), IsEmpty());
        EXPECT_THAT(find_in_files(kiosk_.folder(), told, {{kiosk_.folder() / "prints"}}), IsEmpty());
    }
    void tell() {
        ASSERT_TRUE(kiosk_.start(files()));
        ASSERT_TRUE(kiosk_.go_to_review(
            "en", R"({"contacts": [{"name": ")" + word_ + R"(", "phone": ")" + number_ + R"("}]})"));
        EXPECT_THAT(find_in_memory(kiosk_.process().id(), Needles({word_})), Not(IsEmpty()));
        begun_ = kiosk_.start_of_program();
    }
    // By whatever leads there from here: goodbye, or the end of the program, which forgets as well.
    void expect_an_end() {
        EXPECT_TRUE(eventually([&] {
            return !kiosk_.process().running() || (kiosk_.start_of_program() != begun_ && !kiosk_.is_blank());
        })) << "the visit ends";
        expect_forgotten();
        EXPECT_LE(lines_of(said()), 1) << said();
    }

    PlayedKiosk kiosk_;
    std::string word_ = "Zephyrinda";
    std::string number_ = "202-555-0147";
    std::string begun_;  // the program that was told
};

// At the start.

struct AtStart {
    const char* name;
    FailingCall call;  // a path is below the kiosk's folder, unless it begins with a slash
    int status;        // runs: it comes up
    const char* said;
};
constexpr int runs = -1;

class FaultAtStart : public Faults, public testing::WithParamInterface<AtStart> {};

TEST_P(FaultAtStart, IsOneLineOrNone) {
    const auto& fault = GetParam();
    auto call = fault.call;
    if (!call.path.empty()) call.path = kiosk_.folder() / call.path;
    fs::copy_file(papers::shipped_file("content.db"), kiosk_.folder() / "content.db");
    kiosk_.settle("[content]\nfile = \"" + (kiosk_.folder() / "content.db").string() + "\"\n");
    kiosk_.call_by(failing_from_the_start(call, kiosk_.folder() / "calls"));
    kiosk_.launch(files());
    if (fault.status == runs) {
        EXPECT_TRUE(comes_up()) << said();
    } else {
        EXPECT_FALSE(comes_up());
        EXPECT_EQ(kiosk_.process().wait(), fault.status) << said();
        EXPECT_EQ(lines_of(said()), 1) << said();
    }
    EXPECT_LE(lines_of(said()), 1) << said();
    EXPECT_THAT(said(), HasSubstr(fault.said));
    EXPECT_TRUE(eventually([&] {
        return text_of_file(kiosk_.folder() / "calls").find("(INJECTED)") != std::string::npos;
    })) << "nothing failed";
}

const std::vector<AtStart> at_start{
    {"SettingsThatMayNotBeRead", {"openat", "EACCES", "pocketplan.toml"}, 2, "pocketplan.toml"},
    {"SettingsOnABadDisk", {"read", "EIO", "pocketplan.toml"}, 2, "pocketplan.toml: cannot be read"},
    {"WordsWithoutADescriptor", {"openat", "EMFILE", "content.db"}, 2, "content.db"},
    {"WordsOnABadDisk", {"read", "EIO", "content.db"}, 2, "content.db: cannot be read"},
    {"ALockOnAFullDisk", {"openat", "ENOSPC", "runtime/pocketplan.lock"}, runs, ""},
    {"CentresLinesNobodyMayLookFor", {"newfstatat", "EACCES", "/etc/pocketplan/local.yaml"}, 2, "local.yaml"},
    {"NoMemoryForACopy", {"memfd_create", "ENOMEM"}, 2, "there is no memory for a copy of it"},
    {"NoDescriptorForACopy", {"memfd_create", "EMFILE"}, 2, "there is no memory for a copy of it"},
    {"NoPagesForAVisit", {"madvise", "ENOMEM"}, 1, "there is no memory for a visit"},
    {"PagesThatCannotBeLocked", {"mlock2", "ENOMEM"}, runs, "memory is not locked"},
    {"NoSocket", {"socket", "EMFILE"}, 1, "no display"},
    {"ADisplayThatRefuses", {"connect", "ECONNREFUSED"}, 1, "no display"},
    {"NothingToWatchDevicesWith", {"inotify_init1", "EMFILE"}, runs, ""},
    {"NoRandomNumbersFromTheCall", {"getrandom", "ENOSYS"}, runs, ""},
};

INSTANTIATE_TEST_SUITE_P(Faults, FaultAtStart, testing::ValuesIn(at_start),
                         [](const auto& value) { return value.param.name; });

// From the review on: other looks, another language whose letters were not needed before, paper, and the end.

class FaultInTheVisit : public Faults, public testing::WithParamInterface<std::pair<const char*, FailingCall>> {};

TEST_P(FaultInTheVisit, DoesNotKeepItFromEnding) {
    ASSERT_NO_FATAL_FAILURE(tell());
    const Failing failing(kiosk_.process().id(), GetParam().second);
    const auto press = [&](const char* id) {
        if (kiosk_.process().running()) kiosk_.press(id);
    };
    for (const char* id : {"bar.more", "more.look", "size.large", "theme.white_on_black", "more.language",
                           "language.bn", "review.print"}) {
        press(id);
    }
    kiosk_.shadow_hears(visit::JobSaid{status::Progress::done, status::Trouble::none, 0});
    eventually([&] { return !kiosk_.process().running() || failing.times() > 0; }, std::chrono::seconds(3));
    for (const char* id : {"bar.erase", "erase.yes"}) press(id);
    expect_an_end();
}

// At the end.

class FaultAtTheEnd : public Faults, public testing::WithParamInterface<std::pair<const char*, FailingCall>> {};

TEST_P(FaultAtTheEnd, DoesNotKeepItFromForgetting) {
    ASSERT_NO_FATAL_FAILURE(tell());
    ASSERT_TRUE(kiosk_.press("bar.erase") && kiosk_.shows_the_same());
    const Failing failing(kiosk_.process().id(), GetParam().second);
    kiosk_.press("erase.yes");
    expect_an_end();
    EXPECT_GT(failing.times(), 0) << "nothing failed";
    if (kiosk_.process().running()) return;
    EXPECT_THAT(kiosk_.process().wait(), AnyOf(unforgotten, 1, 127));
    EXPECT_EQ(lines_of(said()), 1) << "it says why: " << said();
}

const std::vector<std::pair<const char*, FailingCall>> in_the_visit{
    {"NoDescriptors", {"openat", "EMFILE"}},
    {"NoFilesOnTheMachine", {"openat", "ENFILE"}},
    {"ABadDisk", {"read", "EIO"}},
    {"AFullDisk", {"write", "ENOSPC"}},
    {"NoMemory", {"mmap", "ENOMEM"}},
    {"NoMoreOfTheHeap", {"brk", "ENOMEM"}},
    {"NoThreads", {"clone3", "EAGAIN"}},
    {"NoSockets", {"socket", "EMFILE"}},
    {"InterruptedWaits", {"poll", "EINTR", {}, "1+2"}},
    {"InterruptedReads", {"read", "EINTR"}},
};
INSTANTIATE_TEST_SUITE_P(Faults, FaultInTheVisit, testing::ValuesIn(in_the_visit),
                         [](const auto& value) { return value.param.first; });

const std::vector<std::pair<const char*, FailingCall>> at_the_end{
    {"NoProgramToBecome", {"execve", "ENOENT"}},
    {"NoMemoryToBecomeOne", {"execve", "ENOMEM"}},
    {"NoRoomForTheFarewell", {"memfd_create", "ENOMEM"}},
    {"NoDescriptorForTheFarewell", {"memfd_create", "EMFILE"}},
    {"AFarewellThatCannotBeWritten", {"write", "ENOSPC", {}, "1"}},
    {"AFarewellThatCannotBeSealed", {"fcntl", "EPERM"}},
    {"DescriptorsThatCannotBeClosed", {"close_range", "ENOMEM"}},
    {"NoDescriptorsForGoodbye", {"openat", "EMFILE"}},
    {"CountsOnAReadOnlyDisk", {"openat", "EROFS", {}, "1"}},
    {"CountsOnABadDisk", {"fdatasync", "EIO"}},
    {"CountsOnAFullDisk", {"pwrite64", "ENOSPC"}},
    {"FilesThatMayNotBeSearched", {"getdents64", "EACCES"}},
    {"AMachineWithoutThreads", {"clone3", "EAGAIN"}},
};
INSTANTIATE_TEST_SUITE_P(Faults, FaultAtTheEnd, testing::ValuesIn(at_the_end),
                         [](const auto& value) { return value.param.first; });

// What is not a system call, and ends the program all the same.
TEST_F(Faults, WhateverSignalAFaultBringsTheVisitIsForgotten) {
    for (const int signal : {SIGTRAP, SIGSYS, SIGPIPE, SIGXCPU, SIGXFSZ}) {
        ASSERT_NO_FATAL_FAILURE(tell()) << signal;
        kiosk_.process().signal(signal);
        EXPECT_EQ(kiosk_.process().wait(), unforgotten) << signal;
        EXPECT_EQ(said(), "");
        kiosk_.shadow_begins_again();
    }
}

TEST_F(Faults, WhenTheDisplayServerHangsUpTheVisitIsForgotten) {
    ASSERT_NO_FATAL_FAILURE(tell());
    EXPECT_FALSE(find_mark(kiosk_.process().id(), {word_, number_}).empty());
    const AboutToExec about_to_exit(kiosk_, kiosk_.process().id(), "exit_group");
    kiosk_.screen().hang_up();
    ASSERT_TRUE(about_to_exit.reached());
    EXPECT_EQ(find_mark(kiosk_.process().id(), {word_, number_}), "");
}

// The next program must not take a file of ours for a place to say something in, nor itself for another that runs.
TEST_F(Faults, WithoutStandardStreamsItStartsAndEndsAVisitAndStarts) {
    for (const char* closed : {"exec \"$@\" <&-", "exec \"$@\" >&- 2>&-", "exec \"$@\" <&- >&- 2>&-"}) {
        kiosk_.call_by({"sh", "-c", closed, "sh"});
        ASSERT_NO_FATAL_FAILURE(tell()) << closed;
        ASSERT_TRUE(kiosk_.erase());
        ASSERT_TRUE(kiosk_.says_goodbye(EndReason::erased)) << closed;
        expect_forgotten();
        kiosk_.shadow_begins_again();
    }
}

// Every call, at its first, second, third, fifth, eighth ... time: the few that a seed picks, or all.

constexpr std::pair<const char*, const char*> every_fault[] = {{"openat", "EMFILE"},       {"openat", "EIO"},
                                                               {"openat", "EROFS"},        {"read", "EIO"},
                                                               {"read", "EINTR"},          {"pread64", "EIO"},
                                                               {"write", "ENOSPC"},        {"pwrite64", "ENOSPC"},
                                                               {"fdatasync", "EIO"},       {"fsync", "EIO"},
                                                               {"ftruncate", "EIO"},       {"unlink", "EROFS"},
                                                               {"rename", "EROFS"},        {"mmap", "ENOMEM"},
                                                               {"mprotect", "ENOMEM"},     {"madvise", "ENOMEM"},
                                                               {"mlock2", "EPERM"},        {"brk", "ENOMEM"},
                                                               {"memfd_create", "ENFILE"}, {"execve", "EAGAIN"},
                                                               {"socket", "ENFILE"},       {"connect", "EACCES"},
                                                               {"sendto", "EPIPE"},        {"poll", "EINTR"},
                                                               {"fcntl", "EINVAL"},        {"newfstatat", "EACCES"},
                                                               {"statx", "EIO"},           {"getdents64", "EIO"},
                                                               {"getrandom", "EINTR"},     {"pipe2", "EMFILE"},
                                                               {"eventfd2", "EMFILE"},     {"flock", "EINTR"},
                                                               {"shmget", "ENOSPC"},       {"shmat", "ENOMEM"},
                                                               {"prctl", "EPERM"},         {"prlimit64", "EPERM"},
                                                               {"close_range", "ENOSYS"},  {"inotify_init1", "EMFILE"},
                                                               {"sigaltstack", "ENOMEM"},  {"access", "EACCES"}};
constexpr int often[] = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144};

class EveryFault : public Faults {
protected:
    // `at_most`: in a run that is not of all.
    static std::vector<FailingCall> some(std::size_t at_most) {
        std::vector<FailingCall> faults;
        for (const auto& [call, error] : every_fault) {
            for (const int nth : often) faults.push_back({call, error, {}, std::to_string(nth)});
        }
        const char* const wanted = std::getenv("POCKETPLAN_FAULTS");
        if (wanted != nullptr && std::string_view(wanted) == "all") return faults;
        const auto seed = wanted == nullptr ? 1U : static_cast<unsigned>(std::atoi(wanted));
        std::shuffle(faults.begin(), faults.end(), std::minstd_rand(seed));
        faults.resize(at_most);
        return faults;
    }
    static std::string name_of(const FailingCall& fault) { return fault.call + " " + fault.error + " " + fault.when; }
};

// The loader, too, which says what it lacks in a line of its own, and ends with 127.
TEST_F(EveryFault, AtTheStartIsOneLineOrNone) {
    for (const auto& fault : some(15)) {
        fs::remove(kiosk_.log());
        kiosk_.call_by(failing_from_the_start(fault, kiosk_.folder() / "calls"));
        kiosk_.launch(files());
        const bool up = comes_up();
        EXPECT_LE(lines_of(said()), 1) << name_of(fault) << ": " << said();
        if (up) continue;
        EXPECT_THAT(kiosk_.process().wait(), AnyOf(1, 2, 127)) << name_of(fault) << ": " << said();
        EXPECT_EQ(lines_of(said()), 1) << name_of(fault) << ": " << said();
    }
}

TEST_F(EveryFault, AtTheEndDoesNotKeepAVisitFromBeingForgotten) {
    for (const auto& fault : some(10)) {
        fs::remove(kiosk_.log());
        ASSERT_NO_FATAL_FAILURE(tell());
        ASSERT_TRUE(kiosk_.press("bar.erase") && kiosk_.shows_the_same());
        {
            const Failing failing(kiosk_.process().id(), fault);
            kiosk_.press("erase.yes");
            expect_an_end();
        }
        EXPECT_FALSE(HasFailure()) << name_of(fault);
        kiosk_.shadow_begins_again();
    }
}

}  // namespace
}  // namespace pocketplan::tests
