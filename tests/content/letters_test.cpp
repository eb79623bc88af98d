#include "content/letters.h"

#include <gtest/gtest.h>

namespace pocketplan::content {
namespace {

std::string fold(std::string_view text) {
    const auto small = folded(text);
    return {small.begin(), small.end()};
}

TEST(Letters, HaveCapitalsInEveryScriptThatHasThem) {
    EXPECT_EQ(capital_of(U'a', "en"), U'A');
    EXPECT_EQ(capital_of(U'ñ', "es"), U'Ñ');
    EXPECT_EQ(capital_of(U'я', "ru"), U'Я');
    EXPECT_EQ(capital_of(U'ё', "ru"), U'Ё');
    EXPECT_EQ(capital_of(U'ơ', "vi"), U'Ơ');
    EXPECT_EQ(capital_of(U'ب', "ar"), U'ب');
    EXPECT_EQ(capital_of(U'7', "en"), U'7');
}

TEST(Letters, KnowTheTwoTurkishOnes) {
    EXPECT_EQ(capital_of(U'i', "tr"), U'İ');
    EXPECT_EQ(capital_of(U'ı', "tr"), U'I');
    EXPECT_EQ(capital_of(U'i', "en"), U'I');
}

TEST(Letters, AreFoundHoweverTheyAreTyped) {
    EXPECT_EQ(fold("СШа"), fold("сша"));
    EXPECT_EQ(fold("Perú"), "peru");
    EXPECT_EQ(fold("Côte"), "cote");
    EXPECT_EQ(fold("ırak"), fold("Irak"));
    EXPECT_EQ(fold("İran"), "iran");
    EXPECT_EQ(fold("أفغانستان"), fold("افغانستان"));
    EXPECT_EQ(fold("سورية"), fold("سوريه"));
    EXPECT_EQ(fold("ایران"), fold("إيران"));
    EXPECT_EQ(fold("\u09DF"), fold("\u09AF\u09BC")) << "a Bengali letter of one code or of two";
    EXPECT_EQ(fold("می\u200cخواهم"), fold("میخواهم")) << "without what has no shape";
}

std::string search(std::string_view text) {
    const auto words = for_search(text);
    return {words.begin(), words.end()};
}

TEST(Letters, AreSearchedForAsWordsWhateverPartsThem) {
    for (const char* name :
         {"Côte d'Ivoire", "COTE D’IVOIRE", "cote-d ivoire", "«Côte», d\u02BCIvoire.", " cote\u00A0d (ivoire)"}) {
        EXPECT_EQ(search(name), "cote d ivoire") << name;
    }
    EXPECT_EQ(search("Guinée\u2013Bissau"), "guinee bissau");
    EXPECT_EQ(search("9月"), "9月");
    EXPECT_EQ(search("'-()"), "");
    EXPECT_EQ(search(""), "");
}

TEST(Letters, AreDecomposedInCanonicalOrder) {
    EXPECT_EQ(decomposed("ậ"), U"a\u0323\u0302");
    EXPECT_EQ(decomposed("a\u0302\u0323"), U"a\u0323\u0302");
    EXPECT_EQ(decomposed("\u09DC"), U"\u09A1\u09BC");
    EXPECT_EQ(decomposed("ؤ"), U"\u0648\u0654");
    EXPECT_EQ(decomposed("中"), U"中");
    EXPECT_EQ(decomposed(""), U"");
}

TEST(Letters, AreToldFromMarksAndSigns) {
    for (const char32_t letter : {U'a', U'Я', U'ب', U'क', U'中', U'\u02BC'}) {
        EXPECT_TRUE(is_letter(letter));
        EXPECT_FALSE(is_mark(letter));
        EXPECT_EQ(is_ideograph(letter), letter == U'中');
    }
    for (const char32_t mark : {U'\u0302', U'ि', U'া', U'ّ'}) {
        EXPECT_TRUE(is_mark(mark));
        EXPECT_FALSE(is_letter(mark));
    }
    for (const char32_t sign : {U'7', U'#', U'\u2066', U'।'}) EXPECT_FALSE(is_letter(sign) || is_mark(sign));
}

TEST(Letters, OfBrokenTextAreNone) {
    EXPECT_EQ(decomposed("\xC3"), U"");
    EXPECT_EQ(fold("\xC3"), "");
    EXPECT_EQ(first_code_point("\xC3"), 0U);
    EXPECT_EQ(first_code_point(""), 0U);
    EXPECT_EQ(to_utf8(first_code_point("中文")), "中");
}

}  // namespace
}  // namespace pocketplan::content
