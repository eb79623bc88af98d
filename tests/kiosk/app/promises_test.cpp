#include "kiosk/app/promises.h"

#include <cstdlib>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/forgetting/checks.h"
#include "tests/support/temporary_folder.h"

namespace pocketplan::app {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::Contains;
using testing::IsEmpty;
using testing::Not;
using visit::Finding;

class PromisesTest : public testing::Test {
protected:
    PromisesTest() {
        setenv("RUNTIME_DIRECTORY", runtime_.c_str(), 1);
        setenv("STATE_DIRECTORY", folder_.c_str(), 1);
        strict_.unready = Unready::refuse;
    }
    ~PromisesTest() override {
        unsetenv("RUNTIME_DIRECTORY");
        unsetenv("STATE_DIRECTORY");
    }
    // With a default printer, if no other is named.
    std::vector<Finding> findings(Config config, const std::optional<visit::Receipt>& receipt = {},
                                  const std::string& printer = "ipp://localhost/ipp/print") {
        config.printer = printer;
        app::Setup setup{config, {}, {}, {}, fault_};
        if (!refused_printer(config)) setup.printer = std::move(queue::open_printer(printer, "").value());
        auto all = examine(setup, receipt, arena_);
        std::erase(all, Finding::memory);  // depends on the machine that runs the tests
        return all;
    }

    const tests::TemporaryFolder temporary_{"promises_test"};
    const fs::path& folder_ = temporary_.path();
    const fs::path runtime_ = folder_ / "runtime";
    forgetting::Arena arena_ =
        std::move(forgetting::Arena::create(1 << 20, forgetting::Arena::Unlocked::allowed).value());
    Config strict_;
    std::string fault_;  // in changed files
};

TEST_F(PromisesTest, ATrialIsHeldToItsReceiptAlone) {
    const Config trial;
    EXPECT_THAT(findings(trial), IsEmpty());
    EXPECT_FALSE(refuses(trial, findings(trial)));
    const visit::Receipt found{{visit::Place::memory}, {visit::Place::memory}, true};
    EXPECT_THAT(findings(trial, found), testing::ElementsAre(Finding::trace));
    EXPECT_TRUE(refuses(trial, findings(trial, found)));
    const visit::Receipt unproven{{visit::Place::memory}, {}, false};
    EXPECT_TRUE(refuses(trial, findings(trial, unproven)));
}

TEST_F(PromisesTest, AKioskWithoutAVerdictOrASandboxRefuses) {
    EXPECT_THAT(findings(strict_), Contains(Finding::unchecked));
    EXPECT_THAT(findings(strict_), Contains(Finding::sandbox));
    EXPECT_TRUE(refuses(strict_, findings(strict_)));
    strict_.unready = Unready::warn;
    EXPECT_THAT(findings(strict_), Contains(Finding::unchecked)) << "staff are told all the same";
    EXPECT_FALSE(refuses(strict_, findings(strict_)));
}

TEST_F(PromisesTest, TheSchedulerCountsOnlyWherePlansGoThroughIt) {
    forgetting::leave_verdict(forgetting::verdict_folder(runtime_), {Finding::scheduler, Finding::journal});
    EXPECT_THAT(findings(strict_), Not(Contains(Finding::scheduler)));
    EXPECT_THAT(findings(strict_), Contains(Finding::journal));
    EXPECT_THAT(findings(strict_, {}, "cups:office"), Contains(Finding::scheduler));
}

TEST_F(PromisesTest, WhereVisitorsComeNoPlanGoesToAFolderOrNowhereWhateverTheSettingsSay) {
    for (const auto unready : {Unready::refuse, Unready::warn}) {
        strict_.unready = unready;
        const auto none = findings(strict_, {}, "");
        EXPECT_THAT(none, AllOf(Contains(Finding::no_printer), Not(Contains(Finding::folder))));
        EXPECT_TRUE(refuses(strict_, none));
        for (const char* folder : {"folder:/var/lib/pocketplan/plans", "folder:out", "folder:"}) {
            const auto kept = findings(strict_, {}, folder);
            EXPECT_THAT(kept, AllOf(Contains(Finding::folder), Not(Contains(Finding::no_printer)))) << folder;
            EXPECT_TRUE(refuses(strict_, kept)) << folder;
        }
        EXPECT_THAT(findings(strict_), AllOf(Not(Contains(Finding::folder)), Not(Contains(Finding::no_printer))));
    }
}

TEST_F(PromisesTest, ATrialMayKeepItsPlansInAFolder) {
    EXPECT_THAT(findings({}, {}, "folder:out"), IsEmpty());
    EXPECT_THAT(findings({}, {}, ""), testing::ElementsAre(Finding::no_printer)) << "no trial is without one: set_up()";
}

TEST_F(PromisesTest, TheSearchExemptsTheFolderOfATrialAlone) {
    Config trial;
    trial.printer = strict_.printer = "folder:/var/lib/plans";
    EXPECT_EQ(folders_to_search(trial).paper, "/var/lib/plans");
    for (const auto unready : {Unready::refuse, Unready::warn}) {
        strict_.unready = unready;
        EXPECT_EQ(folders_to_search(strict_).paper, "");
    }
    trial.printer = "cups:office";
    EXPECT_EQ(folders_to_search(trial).paper, "");
}

TEST_F(PromisesTest, AFaultInAChangedFileIsToldAndEndsNothing) {
    fault_ = "local.yaml:3: what is wrong";
    EXPECT_THAT(findings({}), testing::ElementsAre(Finding::faulty_files));
    EXPECT_FALSE(refuses({}, {Finding::faulty_files}));
    EXPECT_FALSE(refuses(strict_, {Finding::faulty_files}));
}

TEST_F(PromisesTest, AVisitThatWasNoneIsNotCounted) {
    forgetting::Farewell farewell;
    farewell.language = {'a', 'r'};
    machine::Tally tally;
    for (const auto reason : {visit::EndReason::again, visit::EndReason::shutdown}) {
        farewell.reason = reason;
        EXPECT_EQ(count(farewell, tally), std::nullopt);
    }
    EXPECT_FALSE(fs::exists(folder_ / "state.db"));
    farewell.reason = visit::EndReason::erased;
    EXPECT_EQ(count(farewell, tally), std::nullopt);
    EXPECT_TRUE(fs::exists(folder_ / "state.db"));
    std::ofstream(folder_ / "state.db") << "not a database at all";
    EXPECT_EQ(count(farewell, tally), Finding::counters) << "begun again, and told";
    fs::remove(folder_ / "state.db");
    fs::create_directory(folder_ / "state.db");
    EXPECT_EQ(count(farewell, tally), Finding::state);
}

}  // namespace
}  // namespace pocketplan::app
