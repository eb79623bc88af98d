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

TEST(Letters, OfBrokenTextAreNone) {
    EXPECT_EQ(fold("\xC3"), "");
    EXPECT_EQ(first_code_point("\xC3"), 0U);
    EXPECT_EQ(first_code_point(""), 0U);
    EXPECT_EQ(to_utf8(first_code_point("中文")), "中");
}

}  // namespace
}  // namespace pocketplan::content
