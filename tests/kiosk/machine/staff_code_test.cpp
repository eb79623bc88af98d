#include "kiosk/machine/staff_code.h"

#include <gtest/gtest.h>

namespace pocketplan::machine {
namespace {

TEST(StaffCode, OpensWithTheDigitsItWasMadeOfAndWithNoOthers) {
    const auto hash = hash_code("730184").value();
    EXPECT_TRUE(code_matches("730184", hash));
    EXPECT_FALSE(code_matches("730185", hash));
    EXPECT_FALSE(code_matches("73018", hash));
    EXPECT_FALSE(code_matches("", hash));
    EXPECT_NE(hash_code("730184").value(), hash) << "each has a salt of its own";
    EXPECT_EQ(hash.find("730184"), std::string::npos);
}

TEST(StaffCode, NothingOpensWithoutAHash) {
    for (const char* no_hash : {"", "730184", "$argon2id$v=19$m=65536,t=2,p=1$"}) {
        EXPECT_FALSE(code_matches("730184", no_hash));
        EXPECT_FALSE(code_matches("", no_hash));
    }
}

TEST(StaffCode, AHashIsOneThatWePrinted) {
    const auto hash = hash_code("730184").value();
    EXPECT_TRUE(is_code_hash(hash));
    for (std::size_t length = 0; length < hash.size(); ++length) EXPECT_FALSE(is_code_hash(hash.substr(0, length)));
    auto costly = hash;
    costly.replace(costly.find("m=65536"), 7, "m=4194304");
    EXPECT_FALSE(is_code_hash(costly)) << "it would take 4 GB for each try";
    auto other = hash;
    other.replace(0, 9, "$argon2i$");
    EXPECT_FALSE(is_code_hash(other));
    EXPECT_FALSE(is_code_hash("$2y$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy"));
    EXPECT_FALSE(is_code_hash(hash + std::string(200, 'a')));
}

TEST(StaffCode, ANewOneIsSixToTwelveDigitsAndNotTheFirstThatAnybodyTries) {
    EXPECT_EQ(fault_of("730184"), std::nullopt);
    EXPECT_EQ(fault_of("730184730184"), std::nullopt);
    EXPECT_EQ(fault_of(""), CodeFault::too_short);
    EXPECT_EQ(fault_of("73018"), CodeFault::too_short);
    EXPECT_EQ(fault_of("7301847301847"), CodeFault::too_long);
    EXPECT_EQ(fault_of("7301 4"), CodeFault::no_digits);
    EXPECT_EQ(fault_of("\u0667\u0663\u0660\u0661"), CodeFault::no_digits);
    EXPECT_EQ(fault_of("777777"), CodeFault::too_plain);
    for (const char* run : {"123456", "654321", "456789", "789012", "321098"}) {
        EXPECT_EQ(fault_of(run), CodeFault::a_run) << run;
    }
    EXPECT_EQ(fault_of("123457"), std::nullopt);
}

}  // namespace
}  // namespace pocketplan::machine
