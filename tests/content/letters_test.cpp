#include "content/letters.h"

#include <cstdlib>
#include <functional>

#include <gtest/gtest.h>
#include <utf8proc.h>

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

// A sentence that must never be printed, in each language that ships.
const std::vector<std::pair<std::string, std::string>> sentences{{"en", "you are safe"},
                                                                 {"es", "usted está a salvo"},
                                                                 {"pt-BR", "você não será detido"},
                                                                 {"ht", "yo p ap mete w nan detansyon"},
                                                                 {"zh-Hans", "您不会被拘留"},
                                                                 {"pa", "ਤੁਹਾਨੂੰ ਹਿਰਾਸਤ ਵਿੱਚ ਲਿਆ ਜਾਵੇਗਾ"},
                                                                 {"ru", "вы ещё в безопасности, мой друг"},
                                                                 {"ar", "14 يومًا تعني أنت في أمان"},
                                                                 {"fr", "vous êtes en sécurité"},
                                                                 {"tr", "gözaltına alınmayacaksınız, güvendesiniz"},
                                                                 {"hi", "आपको हिरासत में नहीं लिया जाएगा, ज़रूर"},
                                                                 {"bn", "আপনাকে আটক করা হবে না, বাড়ি"},
                                                                 {"vi", "quý vị sẽ không bị giam giữ"},
                                                                 {"fa-AF", "شما توقیف نمی‌شوید"}};

std::vector<char32_t> points_of(std::string_view text) {
    std::vector<char32_t> points;
    for (; !text.empty(); text.remove_prefix(to_utf8(points.back()).size())) points.push_back(first_code_point(text));
    return points;
}
std::string replaced(std::string_view text, const std::function<std::string(char32_t)>& by) {
    std::string changed;
    for (const auto point : points_of(text)) changed += by(point);
    return changed;
}
std::string decomposed(const std::string& text) {
    utf8proc_uint8_t* const bytes = utf8proc_NFD(reinterpret_cast<const utf8proc_uint8_t*>(text.c_str()));
    std::string result(reinterpret_cast<const char*>(bytes));
    std::free(bytes);
    return result;
}
char32_t full_width(char32_t point) {
    return point > 0x20 && point < 0x7F ? point + 0xFEE0 : point;
}

TEST(BareText, IsTheSameHoweverItsWordsAreSpaced) {
    const std::vector<std::string> spaces{"",       "\u00A0", "\u202F", "\u3000", "\u2009", "\u1680",
                                          "\u2028", "\t",     "\n",     "\r\n",   "  ",     " \u00A0 ",
                                          "\u2060", "\u200B", "-",      "\u2026", ", ",     "_"};
    for (const auto& [tag, sentence] : sentences) {
        for (const auto& space : spaces) {
            const auto spaced = replaced(sentence, [&](char32_t p) { return p == U' ' ? space : to_utf8(p); });
            EXPECT_EQ(bare(spaced, Accents::dropped), bare(sentence, Accents::dropped)) << tag << " '" << space << "'";
        }
        const auto apart = replaced(sentence, [](char32_t p) { return to_utf8(p) + " "; });
        EXPECT_EQ(bare(apart, Accents::dropped), bare(sentence, Accents::dropped)) << tag;
    }
}

TEST(BareText, IsTheSameWithWhatCannotBeSeen) {
    for (const char32_t unseen :
         {0xADU,   0x34FU,  0x61CU,  0x200BU, 0x200CU, 0x200DU, 0x200EU, 0x200FU,  0x202AU,  0x202EU,
          0x202CU, 0x2060U, 0x2063U, 0x2066U, 0x2069U, 0xFE0FU, 0xFEFFU, 0xE0061U, 0xE0100U, 0x180EU}) {
        for (const auto& [tag, sentence] : sentences) {
            const auto hidden = replaced(sentence, [&](char32_t p) { return to_utf8(p) + to_utf8(unseen); });
            EXPECT_EQ(bare(hidden, Accents::dropped), bare(sentence, Accents::dropped))
                << tag << " " << static_cast<unsigned>(unseen);
        }
    }
}

TEST(BareText, IsTheSameInCapitalsWithTheirAccentsOrWithout) {
    for (const auto& [tag, sentence] : sentences) {
        const auto& language = tag;
        const auto capitals = replaced(sentence, [&](char32_t p) { return to_utf8(capital_of(p, language)); });
        EXPECT_EQ(bare(capitals, Accents::dropped), bare(sentence, Accents::dropped)) << capitals;
        EXPECT_EQ(bare(capitals, Accents::kept) == bare(sentence, Accents::kept), tag != "tr") << "which has two i";
    }
    EXPECT_EQ(bare("USTED ESTA A SALVO", Accents::dropped), bare("usted está a salvo", Accents::dropped));
    EXPECT_EQ(bare("еще", Accents::dropped), bare("ЕЩЁ", Accents::dropped));
    EXPECT_EQ(bare("GÜVENDESINIZ", Accents::dropped), bare("güvendesiniz", Accents::dropped));
    EXPECT_NE(bare("esta", Accents::kept), bare("está", Accents::kept));
}

TEST(BareText, IsTheSameHoweverItsLettersAreStored) {
    for (const auto& [tag, sentence] : sentences) {
        EXPECT_EQ(bare(decomposed(sentence), Accents::kept), bare(sentence, Accents::kept)) << tag;
        EXPECT_EQ(bare(composed(sentence), Accents::kept), bare(sentence, Accents::kept)) << tag;
        const auto wide = replaced(sentence, [](char32_t p) { return to_utf8(full_width(p)); });
        EXPECT_EQ(bare(wide, Accents::kept), bare(sentence, Accents::kept)) << tag;
    }
    EXPECT_EQ(bare("𝐲𝐨𝐮 𝒂𝒓𝒆 ⓢⓐⓕⓔ", Accents::kept), "youaresafe");
    EXPECT_EQ(bare("ﺃﻧﺖ ﻓﻲ ﺃﻣﺎﻥ", Accents::dropped), bare("أنت في أمان", Accents::dropped))
        << "shapes of Arabic letters";
    EXPECT_EQ(bare("أنـــت في أمـــان", Accents::dropped), bare("انت في امان", Accents::dropped))
        << "stretched, unmarked";
    EXPECT_EQ(bare("أَنْتَ فِي أَمَان", Accents::dropped), bare("أنت في أمان", Accents::dropped)) << "with its vowels";
}

TEST(BareText, KeepsWhatMakesAnotherWord) {
    for (const auto& [tag, sentence] : sentences) {
        for (const auto& [other_tag, other] : sentences) {
            EXPECT_EQ(bare(sentence, Accents::dropped) == bare(other, Accents::dropped), tag == other_tag);
        }
    }
    EXPECT_NE(bare("में", Accents::dropped), bare("मैं", Accents::dropped)) << "'in' and 'I'";
    EXPECT_NE(bare("হবে", Accents::dropped), bare("হব", Accents::dropped));
    EXPECT_NE(bare("14 days", Accents::dropped), bare("15 days", Accents::dropped));
    EXPECT_EQ(bare("«», … ( ) – ¿?", Accents::dropped), "");
}

TEST(ComposedText, IsAsItLooks) {
    for (const auto& [tag, sentence] : sentences) {
        EXPECT_EQ(composed(decomposed(sentence)), composed(sentence)) << tag;
        EXPECT_EQ(composed(composed(sentence)), composed(sentence)) << tag;
    }
    EXPECT_EQ(composed("Nguye\u0302\u0303n"), "Nguyễn");
    EXPECT_EQ(composed("می\u200cخواهم"), "می\u200cخواهم") << "nothing is taken out";
    EXPECT_EQ(composed("a\u00A0b ﬁ ²"), "a\u00A0b ﬁ ²");
    EXPECT_EQ(composed("\xC3"), "\xC3");
}

TEST(PlainText, HasOneKindOfSpaceAndNothingUnseen) {
    EXPECT_EQ(plain("ｆｕｌｌ\u00A0wi\u00ADdth\u3000ﬁ\u200B\nAé"), "full width fi Aé");
    EXPECT_EQ(plain("\xFF"), "\xFF");
}

TEST(ForeignDigits, AreThoseOfEveryOtherScript) {
    for (const char32_t zero : {0x660U, 0x6F0U, 0x7C0U, 0x966U, 0x9E6U, 0xA66U, 0xE50U, 0x1040U, 0xFF10U, 0x1D7CEU}) {
        for (char32_t digit = 0; digit < 10; ++digit) {
            EXPECT_TRUE(has_foreign_digit("a" + to_utf8(zero + digit))) << static_cast<unsigned>(zero);
        }
    }
    EXPECT_FALSE(has_foreign_digit("0123456789 三 ½ Ⅳ é"));
}

TEST(BrokenText, IsFoundWhereItBreaks) {
    EXPECT_EQ(first_broken_byte("aé中🙂"), std::nullopt);
    EXPECT_EQ(first_broken_byte("ab\xE9z"), 2U);
    EXPECT_EQ(first_broken_byte("é\xC3"), 2U);
    EXPECT_EQ(first_broken_byte("\xED\xA0\x80"), 0U) << "half of a pair of UTF-16";
    EXPECT_EQ(first_broken_byte("\xC0\xAF"), 0U) << "longer than it need be";
}

}  // namespace
}  // namespace pocketplan::content
