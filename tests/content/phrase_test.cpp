#include "content/phrase.h"

#include <gtest/gtest.h>

#include "tests/content/tiny_library.h"

namespace pocketplan::content {
namespace {

constexpr LanguageIndex english{0};
constexpr LanguageIndex arabic{1};

std::string said(const PhraseText& text) {
    return std::string(view(text));
}

TEST(Fill, IsolatesEveryValueSoThatNoNumberTurnsRound) {
    const auto text = fill("اتصل: {number}", {{"number", "555-0100", ValueDirection::isolated}});
    EXPECT_EQ(said(text),
              "اتصل: \u2066\u200E"
              "555-0100\u2069");
    EXPECT_EQ(said(fill("{name}!", {{"name", "ليلى"}})), "\u2068ليلى\u2069!");
}

TEST(Fill, LeavesUnknownNamesAndLooseBracesAlone) {
    EXPECT_EQ(said(fill("{a} {b} { } {a", {{"a", "1"}})),
              "\u2068\u2066\u200E"
              "1\u2069\u2069 {b} { } {a");
    EXPECT_EQ(said(fill("{x{a}", {{"a", "1"}})),
              "{x\u2068\u2066\u200E"
              "1\u2069\u2069");
    EXPECT_EQ(said(fill("100%s %d", {})), "100%s %d");
}

TEST(Fill, NeverFillsAValueAgain) {
    EXPECT_EQ(said(fill("{a}", {{"a", "{b}"}, {"b", "x"}})), "\u2068{b}\u2069");
}

// A value once it is filled in: [ is U+2066, with U+200E if no Latin letter follows; [! is U+2066 U+202D; ] is U+2069.
std::string filled(std::string_view value) {
    auto text = said(fill("{a}", {{"a", value}}));
    for (const auto& [mark, shown] : {std::pair("\u2066\u200E", "["), std::pair("\u2066\u202D", "[!"),
                                      std::pair("\u2066", "["), std::pair("\u2069", "]")}) {
        const std::string wanted = mark;
        for (auto at = text.find(wanted); at != std::string::npos; at = text.find(wanted)) {
            text.replace(at, wanted.size(), shown);
        }
    }
    EXPECT_TRUE(text.starts_with("\u2068") && text.ends_with("]"));
    return text.substr(3, text.size() - 4);
}

TEST(Fill, IsolatesTheNumbersInsideAValue) {
    EXPECT_EQ(filled("علي 555-0142"), "علي [555-0142]");
    EXPECT_EQ(filled("شارع 12½"), "شارع [12½]");
    EXPECT_EQ(filled("بيت 12 ½ م²"), "بيت [12 ½] م[²]");
    EXPECT_EQ(filled("اتصل *21*5#"), "اتصل [*21*5#]");
    EXPECT_EQ(filled("الطابق -1"), "الطابق [-1]");
    EXPECT_EQ(filled("أ-5"), "أ-[5]") << "a hyphen that joins it to a word";
    EXPECT_EQ(filled("شقة 12 [3]"), "شقة [12 [3]]");
    EXPECT_EQ(filled("باب (12) (13) [14] {15}"), "باب [(12) (13) [14] {15}]");
    EXPECT_EQ(filled("عمر ≤12 ≥13"), "عمر [≤12 ≥13]");
    EXPECT_EQ(filled("شارع النصر 12-34 شقة 5"), "شارع النصر [12-34] شقة [5]");
    EXPECT_EQ(filled("الاثنين 9-17"), "الاثنين [9-17]");
    EXPECT_EQ(filled("مكتب المساعدة 24-7"), "مكتب المساعدة [24-7]");
    EXPECT_EQ(filled("هاتف +1 (212) 555-0143"), "هاتف [+1 (212) 555-0143]");
    EXPECT_EQ(filled("هاتف (212) 555-0143 ext. 5، مكتب"), "هاتف [(212) 555-0143 ext. 5]، مكتب");
    EXPECT_EQ(filled("شقة #5"), "شقة [#5]");
    EXPECT_EQ(filled("خصم 5%"), "خصم [5%]");
    EXPECT_EQ(filled("مبنى 12-B ثم I-220A"), "مبنى [12-B] ثم [I-220A]") << "with the letters that belong to them";
    EXPECT_EQ(filled("(12) شارع"), "([12]) شارع");
    EXPECT_EQ(filled("דירה 12/34"), "דירה [12/34]") << "Hebrew";
    EXPECT_EQ(filled("سرک ۱۲-۳۴"), "سرک [۱۲-۳۴]") << "Persian digits";
    EXPECT_EQ(filled("शारदा १२-३४"), "[शारदा १२-३४]") << "Devanagari";
    EXPECT_EQ(filled("12 Main St, Apt 5"), "[12 Main St, Apt 5]");
    EXPECT_EQ(filled("9-17"), "[9-17]");
}

TEST(Fill, LaysDownTheOrderOfArabicIndicDigits) {
    EXPECT_EQ(filled("شارع ١٢-٣٤"), "شارع [!١٢-٣٤]") << "even an isolate would let them change places";
    EXPECT_EQ(filled("Apt ١٢-٣٤"), "[!Apt ١٢-٣٤]");
}

TEST(Fill, LeavesAloneWhatHasNoNumber) {
    for (const char* value : {"Ana", "ليلى", "Ana علي", "+ - #", "", "(שרה)"}) EXPECT_EQ(filled(value), value);
}

TEST(Format, DatesAreInTheReadersWordsWithAsciiDigits) {
    const auto library = make_tiny_library();
    EXPECT_EQ(said(format_date(library, english, {2027, 12, 5})), "Month12 5, 2027");
    EXPECT_EQ(said(format_date(library, arabic, {2027, 1, 31})), "31 شهر 2027");
}

TEST(Format, TimesAreOnTheTwelveHourClock) {
    const auto library = make_tiny_library();
    EXPECT_EQ(said(format_time(library, english, {0, 5})),
              "\u2066\u200E"
              "12:05\u2069 AM");
    EXPECT_EQ(said(format_time(library, english, {12, 0})),
              "\u2066\u200E"
              "12:00\u2069 PM");
    EXPECT_EQ(said(format_time(library, english, {23, 59})),
              "\u2066\u200E"
              "11:59\u2069 PM");
    EXPECT_EQ(said(format_time(library, arabic, {10, 0})),
              "\u2066\u200E"
              "10:00\u2069 ص");
}

TEST(Format, NumbersAreGroupedFromTheRightAndNeverPadded) {
    const auto library = make_tiny_library();
    const auto& number = library.question(question(library, "number"));
    EXPECT_EQ(said(format_number(number, "12345678")), "\u2066A 12-345-678\u2069");
    EXPECT_EQ(said(format_number(number, "012-345-678")), "\u2066A 012-345-678\u2069");
    EXPECT_EQ(said(format_number(number, "345678")), "\u2066A 345-678\u2069");
    EXPECT_EQ(said(format_number(number, "1234567890")), "\u2066A 1234-567-890\u2069");
}

TEST(Format, AnAnswerOfAnyKindIsSaidInTheReadersWords) {
    const auto library = make_tiny_library();
    const auto say = [&](const char* id, const Answer& answer) {
        return said(format_answer(library, english, question(library, id), answer));
    };
    EXPECT_EQ(say("water", {}), "");
    EXPECT_EQ(say("water", Choice{1}), "no");
    EXPECT_EQ(say("rooms", Choices{}), "None of these");
    EXPECT_EQ(say("rooms", Choices{0b11}), "cellar\nattic");
    EXPECT_EQ(say("captain", Words("Ada")), "\u2068Ada\u2069");
    EXPECT_EQ(say("phone", Words("555 0100")),
              "\u2066\u200E"
              "555 0100\u2069");
    EXPECT_EQ(say("number", Words("1234567")), "\u2066A 1-234-567\u2069");
    EXPECT_EQ(say("land", CountryIndex(0)), "Guatemala");
    EXPECT_EQ(say("day", Date{2027, 1, 12}), "Weekday2, Month1 12, 2027");
    EXPECT_EQ(say("hour", TimeOfDay{9, 30}),
              "\u2066\u200E"
              "9:30\u2069 AM");
}

TEST(Format, PeopleAreNameAndPhone) {
    const auto library = make_tiny_library();
    People people;
    people.push_back({Words("Ana"), Words("555 0100")});
    people.push_back({Words("Luis"), Words()});
    const auto text = format_answer(library, english, question(library, "helpers"), Answer(std::move(people)));
    EXPECT_EQ(said(text),
              "\u2068Ana\u2069  \u2066\u200E"
              "555 0100\u2069\n\u2068Luis\u2069");
}

}  // namespace
}  // namespace pocketplan::content
