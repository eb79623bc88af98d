#include "kiosk/forgetting/trace.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace pocketplan::forgetting {
namespace {

forgetting::Mark mark_of(const char* sixteen) {
    forgetting::Mark made;
    std::memcpy(made.data(), sixteen, made.size());
    return made;
}

std::span<const std::byte> bytes(const std::string& text) {
    return std::as_bytes(std::span(text));
}

const forgetting::Mark of_a_visit = mark_of("\x01\xFFmark-of-a-visit");
const std::string plain = "\x01\xFFmark-of-a-visi";

TEST(Trace, IsFoundWhereverItStands) {
    const auto trace = Trace::of(of_a_visit);
    for (const std::size_t before : {0U, 1U, 15U, 16U, 17U, 4095U}) {
        EXPECT_TRUE(trace.is_in(bytes(std::string(before, 'm') + plain))) << before;
        EXPECT_TRUE(trace.is_in(bytes(std::string(before, 'm') + plain + "behind it"))) << before;
    }
}

TEST(Trace, IsFoundInHexadecimalAsAPdfHasIt) {
    const auto trace = Trace::of(of_a_visit);
    EXPECT_TRUE(trace.is_in(bytes("/ID [<01FF6D61726B2D6F662D612D76697369>]")));
    EXPECT_TRUE(trace.is_in(bytes("/ID [<01ff6d61726b2d6f662d612d76697369>]")));
}

TEST(Trace, IsNotFoundWhereAByteIsMissingOrAnother) {
    const auto trace = Trace::of(of_a_visit);
    EXPECT_FALSE(trace.is_in({}));
    EXPECT_FALSE(trace.is_in(bytes(plain.substr(1))));
    EXPECT_FALSE(trace.is_in(bytes(plain.substr(0, 15))));
    for (std::size_t at = 0; at < plain.size(); ++at) {
        auto other = plain;
        other[at] = static_cast<char>(other[at] ^ 1);
        EXPECT_FALSE(trace.is_in(bytes(other))) << at;
    }
}

TEST(Trace, DoesNotHoldTheMarkThatItLooksFor) {
    const auto trace = Trace::of(of_a_visit);
    EXPECT_FALSE(trace.is_in(std::as_bytes(std::span(&trace, 1))));
}

}  // namespace
}  // namespace pocketplan::forgetting
