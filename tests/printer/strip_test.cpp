// Papers on an 80 mm roll with 203 dots per inch: one column, as long as it needs to be.

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/printer/papers.h"

namespace pocketplan::page {
namespace {

using tests::check_in_pack;
using tests::ink_of;
using tests::longest_visit;
using tests::overlap;
using tests::PapersTest;

constexpr double longest = 3000 * tests::millimetre;

class StripTest : public PapersTest {
protected:
    [[nodiscard]] auto compose(const char* json, std::string_view language) const {
        return papers::compose_visit(answers(json), check_in_pack(), wishes(language, receipt80), tests::typesetter());
    }
};

auto dashes_on(const Page& page) {
    return std::count_if(page.marks.begin(), page.marks.end(), [](const Mark& mark) {
        const auto* const stroke = std::get_if<Stroke>(&mark);
        return stroke != nullptr && stroke->pen == Pen::dashed;
    });
}

void expect_whole(const Page& page, const std::string& name) {
    const auto all = tests::all_ink_of(page);
    EXPECT_GE(all.left, 4 * tests::millimetre - 0.01) << name;
    EXPECT_LE(all.right, page.size.width - 4 * tests::millimetre + 0.01) << name;
    EXPECT_GE(all.top, 4 * tests::millimetre) << name;
    EXPECT_LE(all.bottom, page.size.height - 4 * tests::millimetre + 0.01) << name;
    // In the order set, so that only neighbours can meet; a window of lines keeps this quick on long strips.
    const auto ink = ink_of(page);
    for (std::size_t i = 0; i < ink.size(); ++i) {
        EXPECT_GE(ink[i].size, 8) << name;
        for (std::size_t k = i + 1; k < std::min(ink.size(), i + 40); ++k) {
            EXPECT_FALSE(overlap(ink[i], ink[k])) << name << " at " << ink[i].top;
        }
    }
}

TEST_F(StripTest, CutsNothingAndOverlapsNothingInAnyLanguageHoweverLongItIs) {
    for (const auto& language : check_in_pack().languages) {
        for (const char* json : {longest_visit, "{}"}) {
            for (const auto& paper : compose(json, language.tag)) {
                for (const auto& page : paper.pages) expect_whole(page, language.tag + " " + paper.paper->id);
            }
        }
    }
}

TEST_F(StripTest, NoWordOfOursIsTooLongForItsWidth) {
    for (const auto& language : check_in_pack().languages) {
        for (const auto& paper : compose("{}", language.tag)) {
            for (const auto& mark : paper.pages.front().marks) {
                const auto* const placed = std::get_if<PlacedText>(&mark);
                if (placed == nullptr) continue;
                EXPECT_FALSE(placed->layout.broken_word)
                    << language.tag << ": " << std::string(placed->layout.text.begin(), placed->layout.text.end());
            }
        }
    }
}

TEST_F(StripTest, NumbersToCallAreBoldAndLarge) {
    const auto composed = compose(R"({"contacts": [{"name": "Ana", "phone": "202-555-0101"}]})", "ar");
    int seen = 0;
    for (const auto& mark : composed.front().pages.front().marks) {
        const auto* const placed = std::get_if<PlacedText>(&mark);
        if (placed == nullptr) continue;
        const std::string text(placed->layout.text.begin(), placed->layout.text.end());
        if (text.find("202-555-0101") == std::string::npos) continue;
        ++seen;
        EXPECT_GE(placed->layout.lines.front().runs.front().size, 12);
    }
    EXPECT_EQ(seen, 1);
}

TEST_F(StripTest, AVisitIsOneStripWithALineToCutAlongAfterEachPaper) {
    const auto given = persona("rosa");
    const auto wished = wishes("es", receipt80);
    const auto composed = papers::compose_visit(given, check_in_pack(), wished, tests::typesetter());
    const auto strip = papers::pages_of_visit(given, check_in_pack(), wished, tests::typesetter());
    ASSERT_EQ(strip.size(), 1U);
    EXPECT_EQ(dashes_on(strip.front()), static_cast<std::ptrdiff_t>(composed.size()));
    EXPECT_NEAR(strip.front().size.width, 80 * tests::millimetre, 0.01);
    EXPECT_LE(strip.front().size.height, longest);
    std::string each;
    for (const auto& paper : composed) each += tests::words_of(paper.pages.front());
    EXPECT_EQ(tests::words_of(strip.front()), each) << "every paper, in the pack's order";
    const auto about = tests::run({"pdfinfo", write(strip, "plan.pdf").string()}).out;
    EXPECT_NE(about.find("Page size:       226.77"), std::string::npos) << about;
}

TEST_F(StripTest, WhatEveryPageCarriesIsOnEveryPaper) {
    for (const auto& paper : compose("{}", "es")) {
        const auto words = tests::words_of(paper.pages.front());
        for (const char* said : {"December 11, 2025", "not legal advice", "Source:", "No person has reviewed"}) {
            EXPECT_NE(words.find(said), std::string::npos) << paper.paper->id << ": " << said;
        }
        EXPECT_EQ(words.find("Sheet 1"), std::string::npos) << "one page needs no number";
    }
}

TEST_F(StripTest, AStripOfMoreThanThreeMetresIsSeveralPages) {
    const auto pages =
        papers::pages_of_visit(answers(longest_visit), check_in_pack(), wishes("ru", receipt80), tests::typesetter());
    EXPECT_GT(pages.size(), 1U);
    for (const auto& page : pages) EXPECT_LE(page.size.height, longest);

    const auto given = persona("rosa");
    const auto plan = content::make_plan(given, check_in_pack());
    auto document = papers::document_of(plan.papers.back(), given, check_in_pack(), wishes("es", receipt80));
    const auto section = document.sections.front();
    for (int i = 0; i < 60; ++i) document.sections.push_back(section);
    const auto numbered = lay_out(document, tests::typesetter());
    ASSERT_GT(numbered.size(), 1U);
    for (const auto& page : numbered) EXPECT_LE(page.size.height, longest);
    EXPECT_NE(tests::words_of(numbered.front()).find("Sheet 1 of " + std::to_string(numbered.size())),
              std::string::npos);
}

TEST_F(StripTest, ATableBecomesGroupsOfLabelsAndLines) {
    const auto composed = compose(R"({"situation": ["no_answer"]})", "es");
    const auto log = std::find_if(composed.begin(), composed.end(), [](const auto& p) { return p.paper->id == "log"; });
    ASSERT_NE(log, composed.end());
    const auto words = tests::words_of(log->pages.front());
    std::size_t groups = 0;
    for (auto at = words.find("Number called"); at != std::string::npos; at = words.find("Number called", at + 1)) {
        ++groups;
    }
    EXPECT_EQ(groups, 4U);
}

TEST_F(StripTest, APrinterThatReachesLessGetsWiderMargins) {
    auto wished = wishes("es", receipt80);
    wished.margins = {20, 30, 25, 40};
    for (const auto& page : papers::pages_of_visit(persona("rosa"), check_in_pack(), wished, tests::typesetter())) {
        const auto ink = tests::all_ink_of(page);
        EXPECT_GE(ink.left, 20);
        EXPECT_GE(ink.top, 30);
        EXPECT_LE(ink.right, page.size.width - 25);
        EXPECT_LE(ink.bottom, page.size.height - 40);
    }
}

}  // namespace
}  // namespace pocketplan::page
