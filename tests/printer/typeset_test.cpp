#include <limits>

#include <gtest/gtest.h>

#include "printer/typeset/typesetter.h"
#include "tests/support/pack.h"

namespace pocketplan::typeset {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

Style arabic() {
    Style style;
    style.size = 12;
    style.direction = style.side = Direction::right_to_left;
    style.language = "ar";
    return style;
}

// The text as a reader's eye meets it, from left to right, without direction marks.
std::string from_left_to_right(const Layout& layout) {
    std::string seen;
    for (const auto& run : layout.lines.front().runs) {
        for (const auto& glyph : run.glyphs) {
            if (glyph.id == Glyph::invisible) continue;
            seen.append(layout.text.data() + glyph.text_begin, glyph.text_end - glyph.text_begin);
        }
    }
    return seen;
}

TEST(Typesetter, RefusesAFolderWithoutFonts) {
    EXPECT_EQ(Typesetter::create("/nowhere/fonts.conf").error(), TypesetFault::no_fonts);
}

TEST(Typesetter, KeepsANumberInOrderInsideArabic) {
    const auto layout = tests::typesetter().lay_out("اتصل بالرقم \u20661-833-383-1465\u2069 الآن", arabic(), infinity);
    EXPECT_NE(from_left_to_right(layout).find("1-833-383-1465"), std::string::npos);
    EXPECT_TRUE(layout.missing.empty());
}

TEST(Typesetter, TellsOfANumberThatTurnedRound) {
    const auto turned = [](const char* text, double width) {
        return tests::typesetter().lay_out(text, arabic(), width).turned_number;
    };
    EXPECT_TRUE(turned("اتصل بالرقم 1-833-383-1465 الآن", infinity)) << "nobody isolated it";
    EXPECT_TRUE(turned("من 2025-12-11 فصاعدا", infinity));
    EXPECT_FALSE(turned("اتصل بالرقم \u20661-833-383-1465\u2069 الآن", infinity));
    EXPECT_FALSE(turned("من 8 صباحًا إلى 10 مساءً", 60)) << "numbers of one piece cannot turn";
    EXPECT_FALSE(turned("نموذج \u2066I-220B\u2069", infinity));
}

TEST(Typesetter, ANumberIsBrokenOnlyWhereItIsWiderThanALine) {
    const std::string number = "\u20662025550101666666666666666666666666\u2069";
    const double wide = tests::typesetter().lay_out(number, {}, infinity).width;
    const auto whole = tests::typesetter().lay_out("Ana " + number, {}, wide + 1);
    EXPECT_EQ(whole.lines.size(), 2U);
    EXPECT_FALSE(whole.broken_number);
    const auto broken = tests::typesetter().lay_out("Ana " + number, {}, wide / 2);
    EXPECT_TRUE(broken.broken_number);
    EXPECT_LE(broken.width, wide / 2);
}

TEST(Typesetter, JoinsArabicLetters) {
    const auto& typesetter = tests::typesetter();
    const auto alone = typesetter.lay_out("ب", arabic(), infinity);
    const auto joined = typesetter.lay_out("ببب", arabic(), infinity);
    const auto& glyphs = joined.lines.front().runs.front().glyphs;
    ASSERT_GE(glyphs.size(), 3U);
    EXPECT_NE(glyphs[1].id, alone.lines.front().runs.front().glyphs.front().id)
        << "the middle one has a form of its own";
}

TEST(Typesetter, BreaksBetweenWordsAndLongWordsWithin) {
    Style style;
    style.size = 10;
    const auto& typesetter = tests::typesetter();
    for (const char* text :
         {"one two three four five six seven eight nine ten", "Donaudampfschifffahrtsgesellschaftskapitaenswitwe"}) {
        const auto layout = typesetter.lay_out(text, style, 80);
        EXPECT_GT(layout.lines.size(), 1U);
        for (const auto& line : layout.lines) EXPECT_LE(line.width, 80.1);
    }
    EXPECT_EQ(typesetter.lay_out("one two", style, infinity).lines.size(), 1U);
}

TEST(Typesetter, StartsLinesAtThePagesSide) {
    Style style = arabic();
    EXPECT_GT(tests::typesetter().lay_out("نص", style, 300).lines.front().left, 200);
    style.side = Direction::left_to_right;
    EXPECT_LT(tests::typesetter().lay_out("نص", style, 300).lines.front().left, 1);
}

TEST(Typesetter, HasEveryCharacterOfEveryText) {
    const auto& library = tests::check_in_pack();
    for (const auto& language : library.languages) {
        for (std::size_t i = 0; i < language.texts.size(); ++i) {
            EXPECT_TRUE(tests::typesetter().lay_out(language.texts[i], {}, infinity).missing.empty())
                << language.tag << " " << library.text_ids[i];
        }
    }
}

TEST(Typesetter, TellsOfACharacterThatNoFontHas) {
    const auto layout = tests::typesetter().lay_out("a🙂 🙂b", {}, infinity);
    EXPECT_EQ(layout.missing, (std::pmr::vector<char32_t>{U'🙂', U'🙂'}));
    EXPECT_EQ(boxes_of(layout).size(), 2U);
    EXPECT_EQ(tests::typesetter().missing_glyph("a🙂"), U'🙂');
}

TEST(Typesetter, ALineThatEndsBeforeABoxIsNotWidened) {
    const std::string brackets(16, '(');
    EXPECT_LE(tests::typesetter().lay_out(brackets + "E\u1161\u11A8%", {}, 60).width, 60);
}

TEST(Typesetter, SubsetsAFontToAFewKilobytes) {
    const auto layout = tests::typesetter().lay_out("Call 1-833-383-1465", {}, infinity);
    std::vector<std::uint32_t> glyphs;
    for (const auto& glyph : layout.lines.front().runs.front().glyphs) glyphs.push_back(glyph.id);
    const auto font = tests::typesetter().subset(layout.lines.front().runs.front().face, 0xE000, glyphs);
    EXPECT_GT(font.size(), 1000U);
    EXPECT_LT(font.size(), 20000U);
}

TEST(Typesetter, ALetterOnAHyphenStaysWithItsWord) {
    const std::string text = "write the A-number here";
    const Style style{.size = 10};
    const double wide = tests::typesetter().lay_out("write the A-", style, 1000).width + 1;
    const auto layout = tests::typesetter().lay_out(text, style, wide);
    ASSERT_GT(layout.lines.size(), 1U);
    EXPECT_EQ(layout.lines[1].runs.front().glyphs.front().text_begin, text.find("A-"));
    EXPECT_FALSE(layout.broken_word);
}

}  // namespace
}  // namespace pocketplan::typeset
