#include "kiosk/app/check.h"

#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/real_printer.h"
#include "tests/support/shipped_machine.h"

namespace pocketplan::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;

class CheckTest : public testing::Test {
protected:
    std::string said(const std::string& settings) {
        machine_.write("pocketplan.toml", settings);
        std::ostringstream out;
        const auto done = check(call_, out, machine_.root());
        well_ = done.has_value();
        EXPECT_TRUE(well_ || done.error().status == tools::Exit::users_fault);
        return out.str();
    }
    static std::string printer_is(const std::string& uri) { return "[printer]\nuri = \"" + uri + "\"\n"; }

    tests::ShippedMachine machine_;
    Call call_{.settings = machine_.root() / "pocketplan.toml"};
    bool well_ = false;
};

TEST_F(CheckTest, AMachineThatIsReadySaysSoAndWhatItHas) {
    const tests::RealPrinter printer(tests::free_port());
    machine_.write("sys/class/drm/card0-HDMI-A-1/status", "connected\n");
    EXPECT_THAT(said(printer_is(printer.uri())),
                AllOf(HasSubstr("display: HDMI-A-1\n"), HasSubstr("touch screen: none"), HasSubstr("sound: none"),
                      HasSubstr("words: check-in, version "), HasSubstr("printer: " + printer.uri() + ": ready\n"),
                      HasSubstr("\nready for visitors\n")));
    EXPECT_TRUE(well_);
}

TEST_F(CheckTest, AllThatKeepsVisitsAwayIsTold) {
    const tests::RealPrinter printer(tests::free_port());
    printer.take_paper_out();
    machine_.write("proc/swaps", "Filename\tType\n/dev/zram0\tpartition\n");
    const auto told = said("[machine]\nunready = \"refuse\"\n" + printer_is(printer.uri()));
    EXPECT_FALSE(well_);
    EXPECT_THAT(told, AllOf(HasSubstr("\nNOT READY: printer: " + printer.uri() + ": "),
                            HasSubstr("\nNOT READY: promises: "), testing::Not(HasSubstr("ready for visitors"))));
}

TEST_F(CheckTest, APrinterThatNobodyNamedIsTold) {
    EXPECT_THAT(said("[machine]\nunready = \"refuse\"\n"),
                HasSubstr("\nNOT READY: printer: The settings name no printer"));
    EXPECT_FALSE(well_);
}

TEST_F(CheckTest, AFaultOfTheSettingsIsToldWithItsLine) {
    EXPECT_THAT(said("[printer]\nurl = \"ipp://localhost/ipp/print\"\n"),
                HasSubstr("\nNOT READY: " + call_.settings.string() + ":2: printer.url is no setting"));
    EXPECT_FALSE(well_);
}

TEST_F(CheckTest, ATrialIsNotHeldToThePromisesAndNothingIsWritten) {
    const auto folder = machine_.root() / "plans";
    machine_.write("proc/swaps", "Filename\tType\n/dev/zram0\tpartition\n");
    EXPECT_THAT(said(printer_is("folder:" + folder.string())),
                AllOf(HasSubstr("\nprinter: folder:" + folder.string() + ": files instead of paper"),
                      HasSubstr("\npromises: not looked at"), HasSubstr("\nready for visitors\n")));
    EXPECT_TRUE(well_);
    EXPECT_FALSE(std::filesystem::exists(folder));
}

TEST_F(CheckTest, TheVersionIsOfTheProgramAndOfTheWords) {
    std::ostringstream out;
    ASSERT_TRUE(tell_version(call_, out));
    EXPECT_THAT(out.str(), testing::MatchesRegex("pocketplan [0-9.]+\nwords: check-in, version .+, as of 20.+\n"));
    call_.content = machine_.root() / "none.db";
    const auto done = tell_version(call_, out);
    ASSERT_FALSE(done);
    EXPECT_THAT(done.error().message, HasSubstr("none.db: no such content file"));
}

}  // namespace
}  // namespace pocketplan::app
