#include "content/keyboard.h"

#include <gtest/gtest.h>

#include "content/letters.h"

namespace pocketplan::content {
namespace {

Language language_of(const std::string& tag) {
    Language language;
    language.tag = tag;
    return language;
}

// "k'iche'" and Yoruba need keys of several code points; Vietnamese, marks of their own.
const Keyboard mixed{
    "mixed", {{{"c", "h", "ch", "tzʼ", "ẹ́"}, {"a", "ă", "ơ", "o", "i", "\u0302", "\u0323"}}, {{"7", "ড়", "ড"}}}};

std::string typed(std::string_view text, const Keyboard& keyboard, const Language& language) {
    std::string all;
    const Typist typist(keyboard, language);
    for (const auto letter : letters_of(text)) {
        const auto touches = typist.touches_for(letter);
        if (!touches) return "no key for " + std::string(letter);
        for (const auto& at : *touches) {
            all += typed_by(keyboard.layers[at.layer][at.row][at.key], at.letters, language).view();
        }
    }
    return all;
}

TEST(Keys, TypeAllThatIsOnThem) {
    for (const char* key : {"a", "ch", "tzʼ", "ẹ́", "ড়", "\u0302", "中文"}) {
        EXPECT_EQ(typed_by(key, Case::small, language_of("en")).view(), key);
    }
}

TEST(Keys, BeginWithACapitalWhereThereIsOne) {
    EXPECT_EQ(typed_by("ch", Case::capital, language_of("en")).view(), "Ch");
    EXPECT_EQ(typed_by("tzʼ", Case::capital, language_of("quc")).view(), "Tzʼ");
    EXPECT_EQ(typed_by("ẹ́", Case::capital, language_of("yo")).view(), "Ẹ́");
    EXPECT_EQ(typed_by("i", Case::capital, language_of("tr")).view(), "İ");
    EXPECT_EQ(typed_by("ড়", Case::capital, language_of("bn")).view(), "ড়");
    EXPECT_EQ(typed_by("7", Case::capital, language_of("en")).view(), "7");
}

TEST(Layers, StandInTheOrderOfTheAlphabetForWhoeverHearsThem) {
    const Keyboard keyboard{"letters", {{{"q", "w", "e"}, {"ñ", "a", "-"}}, {{"2", "1"}}}, {"a", "e", "ñ", "q", "w"}};
    const auto in_order = [&](std::size_t layer, Order order) {
        std::string all;
        for (const auto& row : rows_of(keyboard, layer, order)) {
            for (const auto& at : row) all += keyboard.layers[at.layer][at.row][at.key];
            all += " ";
        }
        return all;
    };
    EXPECT_EQ(in_order(0, Order::usual), "qwe ña- ");
    EXPECT_EQ(in_order(0, Order::alphabet), "aeñ qw- ") << "signs last, and rows as long";
    EXPECT_EQ(in_order(1, Order::alphabet), "21 ");
}

TEST(Layers, HaveShiftWhereAnyKeyHasACapital) {
    EXPECT_TRUE(has_capitals({{"क", "q"}}, language_of("hi")));
    EXPECT_TRUE(has_capitals({{"я"}}, language_of("ru")));
    EXPECT_FALSE(has_capitals({{"क", "ड़", "ि"}, {"ب", "7", "#"}}, language_of("hi")));
}

TEST(Backspace, TakesBackWhatOneTouchTyped) {
    const auto yoruba = language_of("yo");
    EXPECT_EQ(typed_last("each", mixed, yoruba), 2U);
    EXPECT_EQ(typed_last("Ch", mixed, yoruba), 2U);
    EXPECT_EQ(typed_last("atzʼ", mixed, yoruba), 3U);
    EXPECT_EQ(typed_last("Ẹ́", mixed, yoruba), 2U);
    EXPECT_EQ(typed_last("ড়", mixed, yoruba), 2U);
    EXPECT_EQ(typed_last("a\u0302\u0323", mixed, yoruba), 1U) << "each mark had its touch";
}

TEST(Backspace, TakesOneCodePointOfWhatNoKeyTypes) {
    EXPECT_EQ(typed_last("中文", mixed, language_of("en")), 1U);
    EXPECT_EQ(typed_last("x ", mixed, language_of("en")), 1U);
    EXPECT_EQ(typed_last("", mixed, language_of("en")), 0U);
}

TEST(Typist, FindsTheKeysOfALetterHoweverItIsComposed) {
    const auto vietnamese = language_of("vi");
    for (const char* word : {"ậ", "a\u0323\u0302", "a\u0302\u0323", "ợ", "ệ", "ặ", "Ậ", "Ơ"}) {
        const std::string all = typed(word, mixed, vietnamese);
        if (std::string_view(word) == "ệ") {
            EXPECT_EQ(all, "no key for ệ") << "there is no e";
        } else {
            EXPECT_EQ(decomposed(all), decomposed(word)) << word;
        }
    }
    EXPECT_EQ(typed("ড়", mixed, vietnamese), "ড়");
    EXPECT_EQ(typed("ড", mixed, vietnamese), "ড");
}

TEST(Typist, DoesNotTakeAMarkFromAKeyThatTypesALetterWithIt) {
    EXPECT_EQ(typed("ọ́", mixed, language_of("yo")), "no key for ọ́") << "only the key ẹ́ has that accent";
    EXPECT_EQ(typed("ঢ়", mixed, language_of("bn")), "no key for ঢ়");
}

TEST(Typist, PartsATextIntoLettersWithTheirMarks) {
    const auto letters = letters_of("a\u0302\u0323 কি#");
    const std::vector<std::string_view> parted{"a\u0302\u0323", " ", "কি", "#"};
    EXPECT_EQ(letters, parted);
    EXPECT_TRUE(letters_of("").empty());
}

}  // namespace
}  // namespace pocketplan::content
