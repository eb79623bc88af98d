// The part of the check that lays everything out: what it says of keyboards.

#include "kiosk/proof/fit.h"

#include <gtest/gtest.h>

#include "content/compiler/compile.h"
#include "tests/support/pack.h"

namespace pocketplan::proof {
namespace {

using content::Keyboard;

class KeyboardFitTest : public testing::Test {
protected:
    // The first language alone, with another keyboard.
    std::vector<std::string> told_of(Keyboard::Layer layer) {
        auto& library = pack_.library;
        library.languages.resize(1);
        library.keyboards.front().layers.push_back(std::move(layer));
        std::vector<std::string> lines;
        for (const auto& fault : check_fit(pack_, tests::typesetter())) lines.push_back(describe(fault));
        return lines;
    }
    static Keyboard::Row row_of(std::size_t keys, char first) {
        Keyboard::Row row;
        for (std::size_t key = 0; key < keys; ++key) row.push_back({first, static_cast<char>('a' + key)});
        return row;
    }

    content::compiler::Pack pack_ = content::compiler::compile(SOURCE_DIR "/tests/content/flood").value();
};

TEST_F(KeyboardFitTest, FourteenKeysInThreeRowsHaveRoomOnTheSmallestDisplay) {
    EXPECT_EQ(told_of({row_of(14, 'a'), row_of(14, 'b'), row_of(14, 'c')}), std::vector<std::string>{});
}

TEST_F(KeyboardFitTest, ARowThatIsTooLongIsNamedWithItsKeyboard) {
    const auto told = told_of({row_of(14, 'a'), row_of(14, 'b'), row_of(15, 'c')});
    ASSERT_EQ(told.size(), 1U) << testing::PrintToString(told);
    EXPECT_NE(told[0].find("content/common/keyboards.yaml:3: en: layer 3 of the keyboard 'latin' has more keys than"),
              std::string::npos)
        << told[0];
}

TEST_F(KeyboardFitTest, ARowTooManyIsNamedWithItsKeyboard) {
    const auto told = told_of({row_of(2, 'a'), row_of(2, 'b'), row_of(2, 'c'), row_of(2, 'd')});
    ASSERT_EQ(told.size(), 1U) << testing::PrintToString(told);
    EXPECT_NE(told[0].find("layer 3 of the keyboard 'latin' has more keys than there is room for"), std::string::npos);
}

TEST_F(KeyboardFitTest, AKeyWithTooMuchOnItIsNamed) {
    const auto told = told_of({{"abc", "tzʼtzʼtzʼtzʼtzʼtzʼ", "b", "c", "d", "e", "f", "g", "h", "i", "j"}});
    ASSERT_EQ(told.size(), 1U) << testing::PrintToString(told);
    EXPECT_NE(told[0].find("layer 3 of the keyboard 'latin' has 'Tzʼtzʼtzʼtzʼtzʼtzʼ' on one key, which is too wide"),
              std::string::npos)
        << told[0];
}

}  // namespace
}  // namespace pocketplan::proof
