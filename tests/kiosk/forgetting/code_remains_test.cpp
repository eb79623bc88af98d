// What is left in memory of a staff code (docs/PRIVACY.md, "The staff code"). Built like the kiosk, and run as root.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/machine/staff_code.h"
#include "tests/support/memory_search.h"
#include "tests/support/prompted_process.h"

namespace {

using namespace pocketplan;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const std::string code = "730184926150";

class CodeRemainsTest : public ::testing::Test {
protected:
    // The whole code, and all but its first or its last four digits.
    [[nodiscard]] std::vector<std::string> places() const {
        std::vector<std::string> places;
        const tests::Needles needles({code, code.substr(4), code.substr(0, 8)});
        for (const auto& hit : find_in_memory(checking_.id(), needles)) places.push_back(hit.place);
        return places;
    }

    const tests::PromptedProcess checking_{{BUILD_DIR "/checking", machine::hash_code(code).value()}};
};

TEST_F(CodeRemainsTest, ItIsInTheArenaAloneAndNowhereOnceItWasChecked) {
    checking_.tell(code);
    checking_.await("typed");
    const auto typed = places();
    EXPECT_FALSE(typed.empty()) << "or the search proves nothing";
    checking_.tell("");
    checking_.await("checked");
    EXPECT_THAT(places(), SizeIs(typed.size())) << "libsodium left a copy: " << ::testing::PrintToString(places());
    checking_.tell("");
    checking_.await("open");
    EXPECT_THAT(places(), IsEmpty());
}

}  // namespace
