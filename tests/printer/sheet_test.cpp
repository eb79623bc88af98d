// A sheet's composition: what stays together, what is shaded, and when a sheet fewer is enough.

#include <algorithm>

#include <gtest/gtest.h>

#include "content/phrase.h"
#include "tests/printer/papers.h"

namespace pocketplan::page {
namespace {

using tests::check_in_pack;
using tests::words_of;

class SheetTest : public tests::PapersTest {
protected:
    [[nodiscard]] std::pmr::vector<Page> paper(const content::Answers& given, std::string_view language,
                                               const std::string& id) const {
        for (auto& composed :
             papers::compose_visit(given, check_in_pack(), wishes(language, letter), tests::typesetter())) {
            if (composed.paper->id == id) return std::move(composed.pages);
        }
        return {};
    }
    [[nodiscard]] static std::string text(std::string_view language, std::string_view id) {
        const auto& library = check_in_pack();
        return std::string(library.text(*library.find_language(language), library.text_index.find(id)->second));
    }
    static Document document() {
        Document document;
        document.first.language = document.second.language = "en";
        document.title = {utf8("Title"), {}};
        document.page_number = [](int, int) { return Text{}; };
        return document;
    }
    // Pages of a document whose one section has so many items, or a table of so many rows.
    static std::size_t pages_of(Block block) {
        Document one = document();
        one.sections.push_back({{utf8("Heading"), {}}, Icon::none, {}});
        one.sections.front().blocks.push_back(std::move(block));
        return lay_out(one, tests::typesetter()).size();
    }
    static Items items(int count) {
        Items items{Marker::box, {}};
        for (int i = 0; i < count; ++i) items.items.push_back({utf8("Something to do"), {}});
        return items;
    }
};

TEST_F(SheetTest, TheFourFactsStandOnOnePageWithTheirHeading) {
    for (const auto& language : check_in_pack().languages) {
        for (const char* name : {"amal", "rosa"}) {
            int together = 0;
            for (const auto& page : paper(persona(name), language.tag, "trusted")) {
                const auto words = words_of(page);
                int facts = 0;
                for (const char* id : {"section.trusted.facts", "field.trusted.full_name", "field.trusted.a_number",
                                       "field.trusted.birth_date", "field.trusted.birth_country"}) {
                    facts += words.find(text(language.tag, id) + "\n") == std::string::npos ? 0 : 1;
                }
                EXPECT_TRUE(facts == 0 || facts == 5) << language.tag << " " << name << " " << facts;
                together += facts == 5 ? 1 : 0;
            }
            EXPECT_EQ(together, 1) << language.tag;
        }
    }
}

TEST_F(SheetTest, APageFewerIsWorthNarrowerGapsButNotNarrowerThanHalf) {
    int fitting = 0;
    while (pages_of(items(fitting + 1)) == 1) ++fitting;
    // A letter page has room for 28 of them with whole gaps, and for 36 with halves.
    EXPECT_GT(fitting, 30);
    EXPECT_LT(fitting, 38);
    EXPECT_EQ(pages_of(items(fitting + 1)), 2U);
}

TEST_F(SheetTest, ATableGivesUpAThirdOfItsRowsForASheet) {
    Table table;
    table.columns.push_back({{utf8("Date"), {}}, 1});
    table.row_height = 30;
    table.rows = 30;  // 27 are as many as a page has room for, at 24 points each
    EXPECT_EQ(pages_of(table), 1U);
    table.rows = 60;
    EXPECT_GT(pages_of(table), 1U);
}

TEST_F(SheetTest, RowsToWriteInAreLowerBeforeAnyIsLeftOut) {
    const auto rows = [&](int count, double height) {
        Document one = document();
        Table table;
        table.columns.push_back({{utf8("Child"), {}}, 1});
        table.row_height = height;
        table.rows = count;
        one.sections.emplace_back().blocks.emplace_back(table);
        std::vector<double> heights;
        for (const auto& page : lay_out(one, tests::typesetter())) {
            for (const auto& mark : page.marks) {
                const auto* const frame = std::get_if<Frame>(&mark);
                if (frame != nullptr) heights.push_back(frame->height);
            }
        }
        return heights;
    };
    const auto lower = rows(5, 160);
    ASSERT_EQ(lower.size(), 6U) << "the head, and every child";
    EXPECT_LT(lower.back(), 160);
    EXPECT_GE(lower.back(), 120);
    EXPECT_EQ(rows(4, 60).back(), 60);
}

TEST_F(SheetTest, ATableThatIsBrokenHasItsHeadOnEveryPage) {
    Document one = document();
    Table table;
    table.columns.push_back({{utf8("What they said"), {}}, 1});
    table.rows = 60;
    one.sections.emplace_back().blocks.emplace_back(table);
    const auto pages = lay_out(one, tests::typesetter());
    ASSERT_GT(pages.size(), 1U);
    for (const auto& page : pages) EXPECT_NE(words_of(page).find("What they said"), std::string::npos);
}

TEST_F(SheetTest, WhatTheVisitorWroteIsShaded) {
    const auto pages = paper(persona("amal"), "ar", "trusted");
    std::size_t shaded = 0;
    for (const auto& page : pages) {
        for (const auto& mark : page.marks) {
            const auto* const text = std::get_if<PlacedText>(&mark);
            if (text == nullptr) continue;
            const std::string_view said{text->layout.text.data(), text->layout.text.size()};
            if (said.find("012-345-678") == std::string_view::npos &&
                said.find("212-555-0143") == std::string_view::npos)
                continue;
            shaded += static_cast<std::size_t>(std::count_if(page.marks.begin(), page.marks.end(), [&](const Mark& m) {
                const auto* const shape = std::get_if<Shape>(&m);
                return shape != nullptr && shape->grey > 0 && shape->points.front().y <= text->y &&
                       shape->points.back().y >= text->y + text->layout.height;
            }));
        }
    }
    EXPECT_EQ(shaded, 2U);
}

TEST_F(SheetTest, EnglishBesideArabicStartsAtItsOwnLeft) {
    for (const auto& page : paper(persona("amal"), "ar", "steps")) {
        for (const auto& mark : page.marks) {
            const auto* const text = std::get_if<PlacedText>(&mark);
            if (text == nullptr || text->layout.lines.size() < 2 || text->x > letter.width / 3) continue;
            for (const auto& line : text->layout.lines) EXPECT_NEAR(line.left, 0, 0.01);
        }
    }
}

TEST_F(SheetTest, ANameInOtherLettersHasALineForTheLatinSpelling) {
    const auto line = [&](const char* json, const char* language) {
        std::string words;
        for (const auto& page : paper(answers(json), language, "trusted")) words += words_of(page);
        return words.find(text(language, "field.trusted.full_name.latin")) != std::string::npos;
    };
    constexpr const char* arabic = R"({"helper_facts": {"full_name": "أمل حسن"}})";
    constexpr const char* latin = R"({"helper_facts": {"full_name": "Amal Hassan"}})";
    EXPECT_TRUE(line(arabic, "ar"));
    EXPECT_TRUE(line("{}", "ar")) << "the name is still to be written by hand";
    EXPECT_FALSE(line(latin, "ar"));
    EXPECT_FALSE(line("{}", "es"));
}

TEST_F(SheetTest, ChineseHasNoBoldFaceAndStressesBySize) {
    const auto largest = [&](std::string_view language) {
        double size = 0;
        for (const auto& page : paper(persona("amal"), language, "steps")) {
            for (const auto& ink : tests::ink_of(page)) size = std::max(size, ink.size);
        }
        return size;
    };
    EXPECT_NEAR(largest("es"), 22, 0.01);
    EXPECT_NEAR(largest("zh-Hans"), 22 * 1.15, 0.01);
}

}  // namespace
}  // namespace pocketplan::page
