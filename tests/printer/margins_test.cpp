// Papers on a printer that leaves wide margins: no ink where it does not reach, no smaller type, nothing left out.

#include <algorithm>
#include <cctype>
#include <random>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/printer/papers.h"
#include "tests/printer/random_values.h"

namespace pocketplan::page {
namespace {

using tests::check_in_pack;
using tests::Ink;
using tests::longest_visit;

constexpr double hair = 0.01;

Margins in_millimetres(double left, double top, double right, double bottom) {
    return {left * tests::millimetre, top * tests::millimetre, right * tests::millimetre, bottom * tests::millimetre};
}

class MarginsTest : public tests::PapersTest {
protected:
    [[nodiscard]] static papers::Wishes on(std::string_view language, const PaperSize& size, const Margins& margins) {
        auto wished = wishes(language, size);
        wished.margins = margins;
        wished.cover = papers::Cover::around;
        return wished;
    }
    [[nodiscard]] static papers::ComposedPaper card(const content::Answers& given, const papers::Wishes& wished) {
        return papers::compose_visit(given, check_in_pack(), wished, tests::typesetter()).front();
    }
};

void expect_within_reach(const Page& page, const Margins& margins) {
    const Ink ink = tests::all_ink_of(page);
    EXPECT_GE(ink.left, margins.left - hair);
    EXPECT_GE(ink.top, margins.top - hair);
    EXPECT_LE(ink.right, page.size.width - margins.right + hair);
    EXPECT_LE(ink.bottom, page.size.height - margins.bottom + hair);
}

void expect_nothing_overlaps(const Page& page) {
    const auto ink = tests::ink_of(page);
    for (std::size_t i = 0; i < ink.size(); ++i) {
        for (std::size_t k = i + 1; k < ink.size(); ++k) {
            EXPECT_FALSE(tests::overlap(ink[i], ink[k]))
                << ink[i].left << " " << ink[i].top << " to " << ink[i].right << " " << ink[i].bottom << ", "
                << ink[k].left << " " << ink[k].top << " to " << ink[k].right << " " << ink[k].bottom;
        }
    }
}

// Folds are the dashed lines, and a card is the frame that they cross.
std::vector<Frame> cards_on(const Page& page) {
    std::vector<Frame> cards;
    for (const auto& mark : page.marks) {
        const auto* const frame = std::get_if<Frame>(&mark);
        if (frame != nullptr && frame->width >= 4 * 70 && frame->line == 0.5) cards.push_back(*frame);
    }
    return cards;
}

void expect_type_of_a_card(const Page& page, const Frame& card) {
    const double fold = card.x + card.width / 2;
    const double level = card.y + card.height / 2;
    for (const auto& ink : tests::ink_of(page)) {
        const double x = (ink.left + ink.right) / 2;
        const double y = (ink.top + ink.bottom) / 2;
        if (x < card.x || x > card.x + card.width || y < card.y || y > card.y + card.height) continue;
        EXPECT_GE(ink.size, 8.49);
        EXPECT_TRUE(ink.right <= fold || ink.left >= fold) << "a line crosses the fold";
        EXPECT_TRUE(ink.bottom <= level || ink.top >= level) << "a line crosses the fold";
        EXPECT_GE(ink.left, card.x);
        EXPECT_LE(ink.right, card.x + card.width);
        EXPECT_GE(ink.top, card.y);
        EXPECT_LE(ink.bottom, card.y + card.height);
    }
}

// But for the numbers of sheets.
std::set<std::string> words_on(std::span<const Page> pages) {
    std::set<std::string> words;
    for (const auto& page : pages) {
        std::istringstream all(tests::words_of(page));
        for (std::string word; all >> word;) {
            const bool of_sheets = word.size() <= 2 && std::isdigit(static_cast<unsigned char>(word.front())) != 0;
            if (!of_sheets) words.insert(word);
        }
    }
    return words;
}

bool is_phone(const PlacedText& placed) {
    const auto& text = placed.layout.text;
    return placed.layout.lines.size() == 1 && text.size() >= 7 && std::all_of(text.begin(), text.end(), [](char c) {
               return std::string_view("0123456789-+() ext.").find(c) != std::string_view::npos;
           });
}

// What a printer may tell: up to 30 mm on each side, more often on one of them.
class AnyMargins {
public:
    Margins next() {
        const auto one = [&] { return random_() % 2 == 0 ? wide_(random_) : narrow_(random_); };
        return {one(), one(), one(), one()};
    }

private:
    std::mt19937 random_{20261127};
    std::uniform_real_distribution<double> wide_{0, 30 * tests::millimetre};
    std::uniform_real_distribution<double> narrow_{0, 8 * tests::millimetre};
};

TEST_F(MarginsTest, ACardMovesOffTheMiddleBeforeItShrinks) {
    const Margins one_side = in_millimetres(30, 0, 6, 0);
    EXPECT_EQ(fit_of_card(letter, one_side), CardFit::whole);
    const auto moved = card(persona("rosa"), on("es", letter, one_side));
    const auto cards = cards_on(moved.pages.front());
    ASSERT_EQ(cards.size(), 2U);
    EXPECT_NEAR(cards[0].width, 170 * tests::millimetre, 1);
    EXPECT_NEAR(cards[0].x, one_side.left, 1);
    expect_within_reach(moved.pages.front(), one_side);
}

TEST_F(MarginsTest, WhereThatIsNotEnoughItIsSmallerAndSaysSo) {
    const Margins both_sides = in_millimetres(30, 0, 25, 0);
    EXPECT_EQ(fit_of_card(letter, both_sides), CardFit::smaller);
    for (const char* language : {"en", "es", "ar"}) {
        const auto given = persona("rosa");
        const auto smaller = card(given, on(language, letter, both_sides));
        const auto cards = cards_on(smaller.pages.front());
        ASSERT_FALSE(cards.empty());
        EXPECT_NEAR(cards[0].width, letter.width - both_sides.left - both_sides.right, 1);
        const auto whole = words_on(card(given, on(language, letter, {})).pages);
        const auto words = words_on(smaller.pages);
        for (const auto& word : whole) EXPECT_TRUE(words.contains(word)) << word;
        EXPECT_TRUE(words.contains("margins,")) << "why it is small, in the second language too";
        EXPECT_FALSE(whole.contains("margins,"));
    }
}

TEST_F(MarginsTest, WhereEvenTheLeastCardIsTooWideItIsASheetAndSaysSo) {
    for (const auto& [size, margins] :
         {std::pair{letter, in_millimetres(35, 0, 32, 0)}, std::pair{letter, in_millimetres(0, 70, 0, 75)},
          std::pair{PaperSize{419.53, 595.28}, in_millimetres(5, 5, 5, 5)},  // A5
          std::pair{PaperSize{288, 432}, in_millimetres(3, 3, 3, 3)}}) {     // 4 x 6 in
        EXPECT_EQ(fit_of_card(size, margins), CardFit::none);
        const auto sheet = card(answers(longest_visit), on("es", size, margins));
        const auto words = words_on(sheet.pages);
        for (const char* said : {"+49", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "plain"}) {
            EXPECT_TRUE(words.contains(said)) << said;
        }
        EXPECT_FALSE(words.contains("Fold")) << "there is nothing to fold";
        for (const auto& page : sheet.pages) {
            expect_within_reach(page, margins);
            EXPECT_TRUE(cards_on(page).empty());
        }
    }
}

TEST_F(MarginsTest, ARollIsNeverTooNarrowForACard) {
    EXPECT_EQ(fit_of_card(receipt80, in_millimetres(10, 0, 10, 0)), CardFit::whole);
}

TEST_F(MarginsTest, AHairsBreadthDecides) {
    const double spare = letter.width - 170 * tests::millimetre;
    EXPECT_EQ(fit_of_card(letter, {spare / 2, 0, spare / 2 - 0.01, 0}), CardFit::whole);
    EXPECT_EQ(fit_of_card(letter, {spare / 2, 0, spare / 2 + 0.01, 0}), CardFit::smaller);
    const double most = letter.width - 150 * tests::millimetre;
    EXPECT_EQ(fit_of_card(letter, {most / 2, 0, most / 2 - 0.01, 0}), CardFit::smaller);
    EXPECT_EQ(fit_of_card(letter, {most / 2, 0, most / 2 + 0.01, 0}), CardFit::none);
}

// Whatever a printer tells is taken to 30 mm (printer/queue/ipp_answer.cpp).
TEST_F(MarginsTest, LetterAndA4HoldACardWhateverAPrinterTells) {
    for (const auto& size : {letter, a4}) {
        EXPECT_EQ(fit_of_card(size, in_millimetres(30, 30, 30, 30)), CardFit::smaller);
    }
}

TEST_F(MarginsTest, NoInkIsLostNoTypeIsSmallerAndNoWordIsMissing) {
    AnyMargins any;
    tests::RandomValues values(16);
    const auto languages = check_in_pack().languages.size();
    for (std::size_t round = 0; round < 2 * languages; ++round) {
        const auto& language = check_in_pack().languages[round % languages].tag;
        const auto size = round % 3 == 0 ? a4 : letter;
        const auto margins = any.next();
        SCOPED_TRACE(language + " " + std::to_string(margins.left) + " " + std::to_string(margins.top) + " " +
                     std::to_string(margins.right) + " " + std::to_string(margins.bottom));
        const auto given =
            round % 2 == 0 ? answers(longest_visit) : tests::random_visit(values, answers(longest_visit)).answers;
        const auto composed =
            papers::compose_visit(given, check_in_pack(), on(language, size, margins), tests::typesetter());
        for (const auto& paper : composed) {
            for (const auto& page : paper.pages) {
                expect_within_reach(page, margins);
                expect_nothing_overlaps(page);
                for (const auto& one : cards_on(page)) expect_type_of_a_card(page, one);
                for (const auto& mark : page.marks) {
                    const auto* const placed = std::get_if<PlacedText>(&mark);
                    if (placed != nullptr && is_phone(*placed)) {
                        EXPECT_GE(placed->layout.lines.front().runs.front().size, 12);
                    }
                }
            }
        }
        const auto words = words_on(composed.front().pages);
        for (const auto& word : words_on(card(given, on(language, size, {})).pages)) {
            EXPECT_TRUE(words.contains(word)) << word;
        }
    }
}

TEST_F(MarginsTest, OthersReadASmallerCard) {
    const auto wished = on("es", letter, in_millimetres(30, 30, 30, 30));
    const auto pages = card(answers(longest_visit), wished).pages;
    auto text = tests::run({"pdftotext", "-raw", write(pages, "card.pdf").string(), "-"}).out;
    std::erase_if(text, [](char c) { return c == '\n' || c == ' ' || c == '\f'; });
    for (const char* said :
         {"+49(030)123-456-7890", "123-456-789-012-345ext.67890", "+966123456789012", "Hohenzollern"}) {
        EXPECT_NE(text.find(said), std::string::npos) << said;
    }
}

}  // namespace
}  // namespace pocketplan::page
