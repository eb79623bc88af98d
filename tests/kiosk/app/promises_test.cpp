#include "kiosk/app/promises.h"

#include <cstdlib>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/machine/checks.h"
#include "tests/support/pack.h"
#include "tests/support/temporary_folder.h"

namespace pocketplan::app {
namespace {

namespace fs = std::filesystem;
using screens::PrintPath;
using testing::Contains;
using testing::IsEmpty;
using testing::Not;
using visit::Finding;

class PromisesTest : public testing::Test {
protected:
    PromisesTest() {
        setenv("RUNTIME_DIRECTORY", folder_.c_str(), 1);
        setenv("STATE_DIRECTORY", folder_.c_str(), 1);
        strict_.unready = Unready::refuse;
    }
    ~PromisesTest() override {
        unsetenv("RUNTIME_DIRECTORY");
        unsetenv("STATE_DIRECTORY");
    }
    std::vector<Finding> findings(const Config& config, const std::optional<visit::Receipt>& receipt = {},
                                  PrintPath path = PrintPath::direct) {
        auto all = examine(config, receipt, arena_, path);
        std::erase(all, Finding::memory);  // as the machine allows that runs the tests
        return all;
    }

    const tests::TemporaryFolder temporary_{"promises_test"};
    const fs::path& folder_ = temporary_.path();
    visit::Arena arena_ = std::move(visit::Arena::create(1 << 20, visit::Arena::Unlocked::allowed).value());
    Config strict_;
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
    machine::leave_verdict(folder_ / machine::verdict_name, {Finding::scheduler, Finding::journal});
    EXPECT_THAT(findings(strict_), Not(Contains(Finding::scheduler)));
    EXPECT_THAT(findings(strict_), Contains(Finding::journal));
    EXPECT_THAT(findings(strict_, {}, PrintPath::scheduler), Contains(Finding::scheduler));
}

TEST_F(PromisesTest, AVisitThatWasNoneIsNotCounted) {
    ending::Farewell farewell;
    farewell.language = {'a', 'r'};
    machine::Tally tally;
    for (const auto reason : {visit::EndReason::again, visit::EndReason::shutdown}) {
        farewell.reason = reason;
        EXPECT_TRUE(count(farewell, tests::check_in_pack(), tally));
    }
    EXPECT_FALSE(fs::exists(folder_ / "state.db"));
    farewell.reason = visit::EndReason::erased;
    EXPECT_TRUE(count(farewell, tests::check_in_pack(), tally));
    EXPECT_TRUE(fs::exists(folder_ / "state.db"));
    std::ofstream(folder_ / "state.db") << "not a database at all";
    EXPECT_FALSE(count(farewell, tests::check_in_pack(), tally)) << "begun anew, and told";
}

}  // namespace
}  // namespace pocketplan::app
