// The part of the check that lays everything out: its messages about keyboards.

#include "kiosk/tools/proof/fit.h"

#include <gtest/gtest.h>

#include "content/compiler/compile.h"
#include "tests/support/pack.h"

namespace pocketplan::proof {
namespace {

using content::Keyboard;

class KeyboardFitTest : public testing::Test {
protected:
    // Only the first language, with another keyboard.
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
    EXPECT_NE(told[0].find("content/common/keyboards.yaml:4: en: layer 3 of the keyboard 'latin' has more keys than"),
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

// Only the source language.
class TextFitTest : public testing::Test {
protected:
    TextFitTest() { pack_.library.languages.resize(1); }
    std::string& text(const char* id) {
        return pack_.library.languages.front()
            .texts[static_cast<std::size_t>(pack_.library.text_index.find(id)->second)];
    }
    [[nodiscard]] std::string told() const {
        return content::compiler::describe(check_fit(pack_, tests::typesetter()));
    }

    content::compiler::Pack pack_ = content::compiler::compile(SOURCE_DIR "/tests/content/flood").value();
};

TEST_F(TextFitTest, ACharacterThatNoFontHasIsQuotedWithItsCodePoint) {
    text("advice.call-first") += " \U0001F642";
    EXPECT_NE(told().find("en: 'advice.call-first' has '\U0001F642' (U+1F642), which none of our fonts has"),
              std::string::npos)
        << told();
}

TEST_F(TextFitTest, WordsThatWouldRunUnderAButtonAreToldWithTheirScreen) {
    for (int sentence = 0; sentence < 20; ++sentence)
        text("goodbye.closed") += " The program has closed, and it is gone.";
    EXPECT_NE(told().find("has no room for all of its words; shorten its texts"), std::string::npos) << told();
    EXPECT_NE(told().find("en: the screen 'goodbye"), std::string::npos) << told();
}

TEST_F(TextFitTest, APanelThatIsTooTallIsToldWithItsSectionItsAnswersAndItsSize) {
    pack_.library.papers.front().form = content::PaperForm::card;
    for (int line = 0; line < 12; ++line) text("section.sheet.first") += " and then some more of it";
    const auto lines = told();
    EXPECT_NE(lines.find("en: the section 'first' of the card 'sheet' is "), std::string::npos) << lines;
    EXPECT_NE(lines.find(" points too tall for a panel of 85 by 53 mm, for somebody who answers every question"),
              std::string::npos)
        << lines;
}

}  // namespace
}  // namespace pocketplan::proof
