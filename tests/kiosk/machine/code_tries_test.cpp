#include "kiosk/machine/code_tries.h"

#include <gtest/gtest.h>

namespace pocketplan::machine {
namespace {

using namespace std::chrono_literals;

class CodeTriesTest : public testing::Test {
protected:
    void wrong(int times = 1) {
        for (int n = 0; n < times; ++n) tries_.count_wrong(now_);
    }
    CodeTries::Time now_ = CodeTries::Time(1h);
    CodeTries tries_;
};

TEST_F(CodeTriesTest, TwoWrongOnesCostNothingAndTheThirdHalfAMinute) {
    wrong(2);
    EXPECT_EQ(tries_.wait(now_), 0s);
    wrong();
    EXPECT_EQ(tries_.wait(now_), 30s);
    EXPECT_EQ(tries_.wait(now_ + 29001ms), 1s) << "rounded up, so that nobody comes too soon";
    EXPECT_EQ(tries_.wait(now_ + 30s), 0s);
}

TEST_F(CodeTriesTest, EachFurtherOneDoublesTheWaitUpToAQuarterOfAnHour) {
    wrong(3);
    for (const auto expected : {60s, 120s, 240s, 480s, 900s, 900s, 900s}) {
        now_ += tries_.wait(now_);
        wrong();
        EXPECT_EQ(tries_.wait(now_), expected);
    }
    wrong(1000);
    EXPECT_EQ(tries_.wait(now_), 900s);
}

TEST_F(CodeTriesTest, ARightOneForgetsTheWrongOnes) {
    wrong(3);
    now_ += 30s;
    tries_.count_right();
    wrong(2);
    EXPECT_EQ(tries_.wait(now_), 0s);
}

TEST_F(CodeTriesTest, NoClockMakesAnybodyWaitLongerThanTheLongestWait) {
    wrong(9);
    EXPECT_EQ(tries_.wait(CodeTries::Time(0h)), 900s);
}

}  // namespace
}  // namespace pocketplan::machine
