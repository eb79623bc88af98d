// Words that are not ours, on paper: no number reversed, no phone broken, nothing missing without a sign.

#include <algorithm>
#include <array>
#include <set>

#include <gtest/gtest.h>

#include "content/local.h"
#include "printer/pdf/pdf.h"
#include "tests/printer/papers.h"
#include "tests/printer/random_values.h"
#include "tests/printer/read_back.h"

namespace pocketplan::page {
namespace {

using tests::check_in_pack;
using tests::PapersTest;

constexpr const char* base = R"({"appointment": "ice_office", "appointment_date": "2027-01-12", "lawyer": "yes",
    "lawyer_name": "A", "lawyer_phone": "5550100", "situation": ["missed"], "helper_facts": {"full_name": "B"}})";

class ValuesTest : public PapersTest {
protected:
    [[nodiscard]] std::pmr::vector<Page> pages(const std::string& json, const char* language,
                                               PaperSize size = letter) const {
        return papers::pages_of_visit(answers(json), check_in_pack(), wishes(language, size), tests::typesetter());
    }
    // Everything that the eye meets on these pages, from left to right, line by line.
    static std::string seen_on(std::span<const Page> pages) {
        std::string seen;
        for_each_text(pages, [&](const PlacedText& placed) { seen += tests::seen_in(placed.layout); });
        return seen;
    }
    template <class Visit>
    static void for_each_text(std::span<const Page> pages, Visit visit) {
        for (const auto& page : pages) {
            for (const auto& mark : page.marks) {
                if (const auto* const placed = std::get_if<PlacedText>(&mark)) visit(*placed);
            }
        }
    }
    static std::size_t boxes_on(std::span<const Page> pages) {
        std::size_t boxes = 0;
        for_each_text(pages, [&](const PlacedText& placed) { boxes += typeset::boxes_of(placed.layout).size(); });
        return boxes;
    }
    static std::size_t rules_on(std::span<const Page> pages) {
        std::size_t rules = 0;
        for (const auto& page : pages) {
            rules += static_cast<std::size_t>(std::count_if(page.marks.begin(), page.marks.end(), [](const Mark& mark) {
                return std::holds_alternative<Stroke>(mark);
            }));
        }
        return rules;
    }
};

TEST_F(ValuesTest, NoNumberInAnArabicNamePlaceOrLineTurnsRound) {
    const char* const json = R"({"appointment": "ice_office", "appointment_date": "2027-01-12",
        "appointment_place": "شارع النصر 12-34 شقة 5", "lawyer": "yes", "lawyer_name": "علي 555-0142",
        "lawyer_phone": "+1 (212) 555-0143", "contacts": [{"name": "محمد ٥٥٥-٠١٤٤", "phone": "555-0145"}]})";
    auto library = check_in_pack();
    content::Local local;
    local.lines.push_back({"legal_help", {{"مكتب المساعدة 24-7", "202-555-0100", "الاثنين 9-17", "العربية"}}});
    content::apply_local(library, local);
    for (const char* language : {"ar", "en", "fa-AF", "es"}) {
        for (const auto& size : {letter, receipt80}) {
            const auto printed =
                papers::pages_of_visit(answers(json), library, wishes(language, size), tests::typesetter());
            const auto seen = seen_on(printed);
            for (const char* number :
                 {"12-34", "555-0142", "+1(212)555-0143", "٥٥٥-٠١٤٤", "555-0145", "24-7", "9-17", "202-555-0100"}) {
                EXPECT_NE(seen.find(number), std::string::npos) << language << ": " << number;
            }
        }
    }
}

TEST_F(ValuesTest, AnyTextIsRefusedOrPrintedWithItsNumbersInOrder) {
    tests::RandomValues values(20261126);
    auto library = check_in_pack();
    int refused = 0;
    std::size_t numbers = 0;
    for (int round = 0; round < 12; ++round) {
        const char* const language = std::array{"ar", "en", "zh-Hans"}[static_cast<std::size_t>(round % 3)];
        const auto visit = tests::random_visit(values, answers(base));
        refused += visit.refused;
        content::apply_local(library, visit.local);
        const auto printed = papers::pages_of_visit(
            visit.answers, library, wishes(language, round % 2 == 0 ? letter : receipt80), tests::typesetter());
        const auto seen = seen_on(printed);
        for (const auto& value : visit.kept) {
            for (const auto& number : value.numbers) {
                ++numbers;
                EXPECT_NE(seen.find(tests::without_spaces(number)), std::string::npos)
                    << language << ": " << number << " of " << tests::spelled(value.text);
            }
        }
        EXPECT_TRUE(pdf::write_pdf(printed, tests::typesetter())) << round;
    }
    EXPECT_GT(refused, 12) << "oddities are met";
    EXPECT_GT(numbers, 100U) << "and numbers printed";
}

TEST_F(ValuesTest, APhoneIsNeverBroken) {
    for (const char* phone : {"211", "0044 20 7946 0958", "+502 5555 0143", "+52 (55) 5555-0143", "202-555-0100 ext. 5",
                              "+1 202 555 0143 x12345", "1 2 3 4 5 6 7 8 9 0 1 2 3 4 5", "12345678901234567890",
                              "12 34 56 78 90 12 34 56 78 90"}) {
        const auto json =
            std::string(R"({"lawyer": "yes", "lawyer_name": "Wolfgang Hohenzollern", "lawyer_phone": ")") + phone +
            R"(", "child": "yes", "contacts": [{"name": "محمد عبد الرحمن", "phone": ")" + phone +
            R"("}], "child_pickup": {"name": "", "phone": ")" + phone + R"("}})";
        for (const char* language : {"en", "ar"}) {
            for (const auto& size : {letter, receipt80}) {
                int met = 0;
                for_each_text(pages(json, language, size), [&](const PlacedText& placed) {
                    const auto& layout = placed.layout;
                    const std::string text(layout.text.data(), layout.text.size());
                    if (text.find(phone) == std::string::npos) return;
                    ++met;
                    EXPECT_EQ(layout.lines.size(), 1U) << phone << " in " << language;
                    EXPECT_GE(layout.lines.front().runs.front().size, is_roll(size) ? 10 : 12) << phone;
                    EXPECT_LE(placed.x + layout.lines.front().left + layout.width, size.width - 11) << phone;
                });
                EXPECT_GE(met, 4) << phone << " in " << language << ": card, trusted and children";
            }
        }
    }
}

TEST_F(ValuesTest, ANumberToDialInsideWordsIsNotBrokenEither) {
    const auto& typesetter = tests::typesetter();
    typeset::Style style;
    style.size = 10;
    const std::string text = "Call \u2066+502 5555 0143\u2069 or \u2066202 555 0100 ext. 5\u2069 now, please";
    for (double width = 90; width < 300; width += 7) {
        const auto layout = typesetter.lay_out(text, style, width);
        const auto lines = tests::lines_of(Page{letter, {PlacedText{layout, 0, 0}}});
        for (const char* number : {"+50255550143", "2025550100ext.5"}) {
            const auto whole = std::count_if(lines.begin(), lines.end(), [&](const std::string& line) {
                return line.find(number) != std::string::npos;
            });
            EXPECT_EQ(whole, 1) << number << " at " << width;
        }
    }
}

TEST_F(ValuesTest, ANameInAnyScriptIsPrintedInIt) {
    const std::set<std::string> names{"አበበ ታደሰ",
                                      "გიორგი",
                                      "김민준",
                                      "சுந்தரி",
                                      "สมชาย ใจดี",
                                      "Գրիգոր",
                                      "שרה",
                                      "ສົມຊາຍ",
                                      "ចន្ទា",
                                      "မောင်လှ",
                                      "བསོད་ནམས",
                                      "ᏣᎳᎩ",
                                      "ނޫރު",
                                      "ܝܘܚܢܢ",
                                      "ⵎⵓⵃⵎⴷ",
                                      "ମଧୁସୂଦନ",
                                      "ප්‍රියා",
                                      "ಮಂಜುಳಾ"};
    for (const auto& name : names) {
        const auto printed = pages(R"({"helper_facts": {"full_name": ")" + name + R"("}})", "ar");
        EXPECT_EQ(boxes_on(printed), 0U) << name;
        EXPECT_TRUE(pdf::write_pdf(printed, tests::typesetter())) << name;
    }
}

TEST_F(ValuesTest, WhatNoFontHasIsABoxWithALineToWriteOn) {
    const auto trusted = [&](const char* name, const char* language, PaperSize size) {
        const auto json =
            R"({"lawyer": "yes", "lawyer_phone": "5550100", "lawyer_name": ")" + std::string(name) + R"("})";
        for (auto& paper :
             papers::compose_visit(answers(json), check_in_pack(), wishes(language, size), tests::typesetter())) {
            if (paper.paper->id == "trusted") return std::move(paper.pages);
        }
        return std::pmr::vector<Page>();
    };
    for (const char* language : {"en", "ar"}) {
        for (const auto& size : {letter, receipt80}) {
            const auto with = trusted("Ana 🙂🫠", language, size);
            const auto without = trusted("Ana", language, size);
            EXPECT_EQ(boxes_on(with), 2U) << "one a character";
            EXPECT_EQ(boxes_on(without), 0U);
            EXPECT_EQ(rules_on(with), rules_on(without) + 1);
            EXPECT_NE(seen_on(with).find("Ana"), std::string::npos) << "what can be printed is";
            EXPECT_TRUE(pdf::write_pdf(with, tests::typesetter()));
        }
    }
}

// Found by random names: a font that filled libharu's buffers to the last byte, and clusters out of order.
TEST_F(ValuesTest, ANameOfAnyCharactersIsWrittenWhateverBecomesOfItsFonts) {
    constexpr const char* full_buffers = R"({"lawyer": "yes", "child": "yes", "fear": "yes",
        "lawyer_name": "0\u05d0(+6", "visitor_name": "7:", "helper_facts": {"full_name": "\u0433"},
        "child_pickup": {"name": "\ua7f9\u2e23\u207d\u2017"}})";
    constexpr const char* thrown_together =
        R"({"contacts": [{"name": "ﺪﵹ𐢈33+8𐺆ﭒﰉ𐿶ﺧ𞲎ﶇﳮﮤ𐨮𐰶𐭹86𞲙2𐫭כֿࣃ"}]})";
    for (const char* json : {full_buffers, thrown_together}) {
        for (const char* language : {"zh-Hans", "ar", "en"}) {
            EXPECT_TRUE(pdf::write_pdf(pages(json, language), tests::typesetter())) << language;
        }
    }
}

TEST_F(ValuesTest, APageOfNothingButBoxesIsWritten) {
    auto page = Page{letter, {}};
    page.marks.push_back(PlacedText{tests::typesetter().lay_out("🙂🙂", {}, 200), 100, 100});
    EXPECT_EQ(boxes_on({&page, 1}), 2U);
    EXPECT_TRUE(pdf::write_pdf({&page, 1}, tests::typesetter()));
}

}  // namespace
}  // namespace pocketplan::page
