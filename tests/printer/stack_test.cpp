// A stack of sheets as it lies in the printer's tray: what is on top, what is around it, and how far its ink goes.

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "tests/printer/papers.h"

namespace pocketplan::page {
namespace {

using tests::check_in_pack;
using tests::PapersTest;
using tests::words_of;

class StackTest : public PapersTest {
protected:
    [[nodiscard]] auto print_pages(const content::Answers& given, const papers::Wishes& wished) const {
        return papers::pages_of_visit(given, check_in_pack(), wished, tests::typesetter());
    }
};

const std::vector<const char*> typed_by_amal{"ليلى",         "917-555-0186", "مكتب المحامية سلمى",
                                             "212-555-0143", "أمل حسن",      "012-345-678"};

bool shows_any(const Page& page, const std::vector<const char*>& words) {
    const auto said = words_of(page);
    return std::any_of(words.begin(), words.end(),
                       [&](const char* word) { return said.find(word) != std::string::npos; });
}

TEST_F(StackTest, NothingTheVisitorTypedIsOnTheLastSheet) {
    const auto given =
        answers(R"({"appointment": "ice_office", "lawyer": "yes", "lawyer_name": "Quixote", "child": "yes",
        "child_pickup": {"name": "Sancho", "phone": "2025550155"}, "visitor_name": "Dulcinea",
        "contacts": [{"name": "Rocinante", "phone": "2025550177"}], "situation": ["no_answer"]})");
    const std::vector<const char*> typed{"Quixote", "Sancho", "Dulcinea", "Rocinante", "2025550155", "2025550177"};
    const auto pages = print_pages(given, wishes("en", letter));
    ASSERT_TRUE(std::any_of(pages.begin(), pages.end(), [&](const Page& page) { return shows_any(page, typed); }));
    EXPECT_FALSE(shows_any(pages.back(), typed)) << "it lies on top, but in printers that deliver in reverse";
}

TEST_F(StackTest, TheCardAndThePackingListComeFirst) {
    for (const char* name : {"amal", "grace", "rosa"}) {
        const auto composed =
            papers::compose_visit(persona(name), check_in_pack(), wishes("en", letter), tests::typesetter());
        EXPECT_EQ(composed[0].paper->id, "card");
        EXPECT_EQ(composed[1].paper->id, "packing");
    }
}

TEST_F(StackTest, SheetsAreNumberedThroughTheWholeStack) {
    for (const auto cover : {papers::Cover::none, papers::Cover::around}) {
        auto wished = wishes("es", letter);
        wished.cover = cover;
        const auto pages = print_pages(persona("rosa"), wished);
        for (std::size_t at = 0; at < pages.size(); ++at) {
            const auto number = std::to_string(at + 1) + " of " + std::to_string(pages.size());
            EXPECT_NE(words_of(pages[at]).find("Sheet " + number + "\n"), std::string::npos) << number;
        }
    }
}

TEST_F(StackTest, EveryPaperIsStillThereOnce) {
    const auto given = persona("amal");
    const auto wished = wishes("ar", letter);
    std::multiset<std::string> composed;
    for (const auto& paper : papers::compose_visit(given, check_in_pack(), wished, tests::typesetter())) {
        for (const auto& page : paper.pages) composed.insert(words_of(page));
    }
    std::multiset<std::string> printed;
    for (const auto& page : print_pages(given, wished)) printed.insert(words_of(page));
    EXPECT_EQ(printed, composed);
}

TEST_F(StackTest, CoversSayInBothLanguagesWhoseTheyAreAndHowManyToTake) {
    auto wished = wishes("ar", a4);
    const auto bare = print_pages(persona("amal"), wished);
    wished.cover = papers::Cover::around;
    const auto pages = print_pages(persona("amal"), wished);
    ASSERT_EQ(pages.size(), bare.size() + 2);
    for (const auto* cover : {&pages.front(), &pages.back()}) {
        const auto words = words_of(*cover);
        const auto& library = check_in_pack();
        for (const auto language : {wished.language, content::LanguageIndex{}}) {
            for (const char* id : {"cover.title", "cover.private", "cover.take"}) {
                const auto text = library.text(language, library.text_index.find(id)->second);
                EXPECT_NE(words.find(text), std::string::npos) << id;
            }
        }
        EXPECT_NE(words.find(": " + std::to_string(pages.size()) + "\n"), std::string::npos) << words;
        EXPECT_NE(words.find("not legal advice"), std::string::npos) << "as on every page";
        EXPECT_FALSE(shows_any(*cover, typed_by_amal));
    }
}

TEST_F(StackTest, ARollHasNoCoverAndAnEmptyStackNeither) {
    auto wished = wishes("en", receipt80);
    wished.cover = papers::Cover::around;
    for (const auto& page : print_pages(persona("grace"), wished)) {
        EXPECT_EQ(words_of(page).find("Private papers"), std::string::npos);
    }
    wished.size = letter;
    wished.left_out = 0xFFFFFFFF;
    EXPECT_TRUE(print_pages(persona("grace"), wished).empty());
}

TEST_F(StackTest, AllInkStaysInsideWhatThePrinterReaches) {
    for (const auto& size : {letter, a4}) {
        for (const Margins& margins : {Margins{}, Margins{56, 70, 40, 60}, Margins{20, 90, 56, 90}}) {
            auto wished = wishes("es", size);
            wished.margins = margins;
            wished.cover = papers::Cover::around;
            EXPECT_EQ(fit_of_card(size, margins), CardFit::whole);
            for (const auto& page : print_pages(answers(tests::longest_visit), wished)) {
                const auto ink = tests::all_ink_of(page);
                EXPECT_GE(ink.left, margins.left);
                EXPECT_GE(ink.top, margins.top);
                EXPECT_LE(ink.right, size.width - margins.right);
                EXPECT_LE(ink.bottom, size.height - margins.bottom);
            }
        }
    }
}

TEST_F(StackTest, MarginsAreToldInHundredthsOfMillimetres) {
    EXPECT_NEAR(points_of_hundredths(423), 12, 0.01) << "1/6 inch";
}

}  // namespace
}  // namespace pocketplan::page
