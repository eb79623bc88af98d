// The kiosk as a centre has it: installed on a Debian machine, started by systemd, under cage on a real seat, with a
// printer on the network. After visits with unique words, all of that machine's memory and disk is searched from
// outside. Has its own command (docs/OPERATING.md), because the machine has to be made and emulated. The tests follow
// one another on one machine.

#include <csignal>
#include <iostream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/e2e/forensics.h"
#include "tests/e2e/shadowed_kiosk.h"
#include "tests/support/real_printer.h"
#include "tests/systemd/machine/virtual_machine.h"

namespace pocketplan::tests {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using visit::EndReason;

constexpr int port_of_the_printer = 8631;  // as in pocketplan.toml

class InstalledKiosk : public ShadowedKiosk {
public:
    explicit InstalledKiosk(std::shared_ptr<VirtualMachine> machine) : ShadowedKiosk(std::move(machine)) {
        shadow_prints_to("ipp:");
    }
};

class WholeMachine : public testing::Test {
protected:
    static void SetUpTestSuite() {
        const char* const made = std::getenv("POCKETPLAN_MACHINE");
        ASSERT_NE(made, nullptr) << "names the folder that make_machine wrote to";
        printer_ = std::make_unique<RealPrinter>(port_of_the_printer, RealPrinter::Pace::quick);
        machine_ = std::make_shared<VirtualMachine>(made);
        ASSERT_TRUE(machine_->boot());
    }
    static void TearDownTestSuite() {
        machine_.reset();
        printer_.reset();
    }
    // Each starts at a first screen, with nobody there.
    void SetUp() override {
        kiosk_ = std::make_unique<InstalledKiosk>(machine_);
        ASSERT_TRUE(machine_->is_on());
        ASSERT_TRUE(eventually([&] { return is("active"); }, std::chrono::minutes(2)));
        ASSERT_TRUE(kiosk_->shows_the_same());
        starts_ = said_of_unit("NRestarts");
    }
    // The machine's messages, for a test that failed.
    void TearDown() override {
        if (!HasFailure() || !machine_->is_on()) return;
        std::cout << machine_->shell(
                         "journalctl -b --no-pager -n 30 -u pocketplan -u seatd; "
                         "journalctl --namespace=pocketplan --no-pager -n 30")
                  << "\n";
    }

    static std::string said_of_unit(const std::string& property) {
        return machine_->shell("systemctl show -P " + property + " pocketplan");
    }
    static bool is(const std::string& state) { return said_of_unit("ActiveState") == state; }
    // The kiosk's own process, below cage's. (Its name becomes "exe" with the first visit that ends.)
    static std::string process() {
        return machine_->shell(
            "for p in $(cat /sys/fs/cgroup/system.slice/pocketplan.service/cgroup.procs); do "
            "[ \"$(readlink /proc/$p/exe)\" = /usr/lib/pocketplan/pocketplan ] && echo $p; done");
    }
    // In a shell below the unit, under its rules of the network.
    static std::string in_the_unit(const std::string& command) {
        return machine_->shell("bash -c 'echo $$ > /sys/fs/cgroup/system.slice/pocketplan.service/cgroup.procs; " +
                               command + "'");
    }
    void tell(const Told& told) {
        ASSERT_TRUE(kiosk_->go_to_review(told.language, told.json));
        EXPECT_THAT(machine_->find_in_memory(told.needles()), Not(IsEmpty()));
        mark_ = machine_->find_mark(told.words);
        EXPECT_FALSE(mark_.empty());
        pixels_ = kiosk_->row_of_word(told.word_in_pictures());
        ASSERT_FALSE(pixels_.empty()) << "no picture shows " << told.word_in_pictures();
        EXPECT_THAT(machine_->find_in_memory(needles_of(pixels_)), Not(IsEmpty()));
    }
    // All that nothing may be left of.
    [[nodiscard]] Needles all_needles(const Told& told) const { return told.needles_and(mark_, pixels_); }
    void erase() {
        ASSERT_TRUE(kiosk_->erase());
        EXPECT_TRUE(kiosk_->says_goodbye(EndReason::erased));
    }
    void expect_nothing_left(const Told& told) const {
        const auto needles = all_needles(told);
        EXPECT_THAT(machine_->find_in_memory(needles), IsEmpty());
        machine_->shell("sync");
        EXPECT_THAT(machine_->find_on_disk(needles), IsEmpty());
    }
    // Sends a signal to the kiosk, and returns after how many seconds its first screen is there again.
    void expect_back_after(int signal) {
        const auto killed =
            machine_->shell("cut -d' ' -f1 /proc/uptime; kill -" + std::to_string(signal) + " " + process());
        ASSERT_TRUE(
            eventually([&] { return said_of_unit("NRestarts") != starts_ && is("active"); }, std::chrono::minutes(2)));
        const double back = std::stod(said_of_unit("ActiveEnterTimestampMonotonic")) / 1e6;
        std::cout << "back after signal " << signal << " in " << back - std::stod(killed) << " s, emulated"
                  << std::endl;
        kiosk_->shadow_hears(visit::StartOver{});
        EXPECT_TRUE(kiosk_->shows_the_same());
    }

    static inline std::unique_ptr<RealPrinter> printer_;
    static inline std::shared_ptr<VirtualMachine> machine_;
    std::unique_ptr<InstalledKiosk> kiosk_;
    std::string mark_;
    std::vector<std::uint8_t> pixels_;
    std::string starts_;
};

TEST_F(WholeMachine, IsReadyAfterTheFirstStart) {
    EXPECT_EQ(said_of_unit("NRestarts"), "0");
    EXPECT_EQ(machine_->shell("cat /run/pocketplan-check/verdict"), "pocketplan-verdict-1")
        << "and root has nothing to tell";
    EXPECT_EQ(machine_->shell("systemctl is-system-running"), "running");
    EXPECT_THAT(machine_->shell("grep VmLck /proc/" + process() + "/status"), Not(HasSubstr(" 0 kB")));
    EXPECT_THAT(machine_->find_on_disk(Needles({"Pocketplan kiosk"})), Not(IsEmpty())) << "the unit's description";
    EXPECT_EQ(machine_->shell("find /var/log/journal -path '*.pocketplan/*'"), "");
}

TEST_F(WholeMachine, NothingBelowTheUnitReachesAnotherThanThePrinter) {
    const std::string printer = "exec 3<>/dev/tcp/10.0.2.2/8631 && echo reached";
    const std::string other = "echo question > /dev/udp/10.0.2.3/53 && echo sent";
    EXPECT_EQ(machine_->shell("bash -c '" + other + "'"), "sent") << "there is something to reach";
    EXPECT_EQ(in_the_unit(printer), "reached");
    EXPECT_THAT(in_the_unit(other), HasSubstr("not permitted"));
}

TEST_F(WholeMachine, NoKeysLeaveIt) {
    const auto before = process();
    const std::vector<std::vector<std::string>> combinations{
        {"alt", "f4"}, {"alt", "tab"}, {"ctrl", "alt", "f2"}, {"ctrl", "alt", "backspace"}, {"meta_l"}, {"alt", "f2"},
        {"print"},     {"alt", "esc"}, {"ctrl", "c"},         {"alt", "sysrq", "k"}};
    for (const auto& keys : combinations) machine_->press_keys(keys);
    EXPECT_TRUE(kiosk_->shows_the_same());
    EXPECT_EQ(process(), before);
    EXPECT_EQ(machine_->shell("cat /sys/class/tty/tty0/active"), "tty1");
}

TEST_F(WholeMachine, AVisitWithPaperLeavesNothing) {
    ASSERT_NO_FATAL_FAILURE(tell(told_in_english()));
    ASSERT_TRUE(kiosk_->take_paper());
    EXPECT_TRUE(kiosk_->says_goodbye(EndReason::done));
    expect_nothing_left(told_in_english());
    EXPECT_EQ(printer_->spool().front().filename(), "1-document.pdf");
    EXPECT_EQ(said_of_unit("NRestarts"), starts_) << "a visit that ends restarts nothing";
    EXPECT_TRUE(kiosk_->press("goodbye.start"));
}

TEST_F(WholeMachine, AVisitThatIsErasedLeavesNothing) {
    ASSERT_NO_FATAL_FAILURE(tell(told_in_arabic()));
    ASSERT_NO_FATAL_FAILURE(erase());
    expect_nothing_left(told_in_arabic());
    EXPECT_TRUE(kiosk_->press("goodbye.start"));
}

TEST_F(WholeMachine, AFullDiskChangesNothingForVisitors) {
    machine_->shell("dd if=/dev/zero of=/filled bs=1M; sync");
    ASSERT_EQ(machine_->shell("df --output=avail / | tail -1 | tr -d ' '"), "0");
    ASSERT_NO_FATAL_FAILURE(tell(told_in_russian()));
    ASSERT_NO_FATAL_FAILURE(erase());
    EXPECT_EQ(said_of_unit("NRestarts"), starts_);
    EXPECT_TRUE(kiosk_->press("goodbye.start"));
    machine_->shell("rm /filled");
}

TEST_F(WholeMachine, ACrashLeavesNothingAndIsSoonMended) {
    ASSERT_NO_FATAL_FAILURE(tell(told_in_russian()));
    ASSERT_NO_FATAL_FAILURE(expect_back_after(SIGSEGV));
    expect_nothing_left(told_in_russian());
}

TEST_F(WholeMachine, AKilledProcessLeavesNothing) {
    ASSERT_NO_FATAL_FAILURE(tell(told_in_english()));
    ASSERT_NO_FATAL_FAILURE(expect_back_after(SIGKILL));
    expect_nothing_left(told_in_english());
}

TEST_F(WholeMachine, OneThatNoLongerAnswersIsEndedBySystemd) {
    ASSERT_NO_FATAL_FAILURE(tell(told_in_arabic()));
    ASSERT_NO_FATAL_FAILURE(expect_back_after(SIGSTOP));
    expect_nothing_left(told_in_arabic());
}

TEST_F(WholeMachine, APowerCutLeavesNothingOnTheDisk) {
    ASSERT_NO_FATAL_FAILURE(tell(told_in_russian()));
    machine_->cut_power();
    EXPECT_THAT(machine_->find_on_disk(all_needles(told_in_russian())), IsEmpty());
    ASSERT_TRUE(machine_->boot());
    expect_nothing_left(told_in_russian());
}

TEST_F(WholeMachine, AShutDownLeavesNothingEvenInMemory) {
    ASSERT_NO_FATAL_FAILURE(tell(told_in_english()));
    machine_->shell("systemctl poweroff --no-block");
    ASSERT_TRUE(eventually([&] { return !machine_->is_on(); }, std::chrono::minutes(3)));
    EXPECT_THAT(machine_->find_in_memory(all_needles(told_in_english())), IsEmpty());
    EXPECT_THAT(machine_->find_on_disk(all_needles(told_in_english())), IsEmpty());
}

}  // namespace
}  // namespace pocketplan::tests
