// The papers as they are printed: nothing cut, nothing overlapping, read back by other programs.

#include "tests/printer/papers.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <iterator>
#include <set>
#include <sstream>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/support/golden.h"

namespace pocketplan::page {
namespace {

using tests::check_in_pack;
using tests::Ink;
using tests::ink_of;
using tests::longest_visit;
using tests::overlap;
using tests::PapersTest;
using tests::run;
using tests::words_of;
namespace fs = std::filesystem;

class EveryPaperTest : public PapersTest, public testing::WithParamInterface<std::tuple<const char*, bool>> {};

TEST_P(EveryPaperTest, CutsNothingAndOverlapsNothingHoweverLongItIs) {
    const auto [language, is_a4] = GetParam();
    auto wished = wishes(language, is_a4 ? a4 : letter);
    for (const char* json : {longest_visit, "{}", "with big pictures"}) {
        const bool pictured = std::string_view(json) == "with big pictures";
        wished.pictured = pictured ? ~0U : 0;
        const auto composed =
            papers::compose_visit(answers(pictured ? "{}" : json), check_in_pack(), wished, tests::typesetter());
        for (const auto& paper : composed) {
            for (const auto& page : paper.pages) {
                const auto ink = ink_of(page);
                for (std::size_t i = 0; i < ink.size(); ++i) {
                    EXPECT_GE(ink[i].left, 30) << paper.paper->id;
                    EXPECT_LE(ink[i].right, page.size.width - 30) << paper.paper->id;
                    EXPECT_LE(ink[i].bottom, page.size.height - 20) << paper.paper->id;
                    for (std::size_t k = i + 1; k < ink.size(); ++k) {
                        EXPECT_FALSE(overlap(ink[i], ink[k])) << paper.paper->id << " at " << ink[i].top;
                    }
                }
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(LanguagesAndSizes, EveryPaperTest,
                         testing::Combine(testing::Values("en", "es", "ar", "hi", "ru", "zh-Hans"), testing::Bool()));

TEST_F(PapersTest, TheCardKeepsToItsTypeSizesAndItsPanels) {
    const auto composed =
        papers::compose_visit(answers(longest_visit), check_in_pack(), wishes("ar", letter), tests::typesetter());
    const auto& card = composed.front();
    ASSERT_EQ(card.paper->id, "card");
    const double left = (letter.width - 170 * tests::millimetre) / 2;
    const double top = 24;
    const double middle = left + 85 * tests::millimetre;
    const double fold = top + 53 * tests::millimetre;
    for (const auto& page : card.pages) {
        for (const auto& ink : ink_of(page)) {
            if (ink.top > top + 106 * tests::millimetre) continue;
            EXPECT_GE(ink.size, 8.49);
            EXPECT_TRUE(ink.right <= middle || ink.left >= middle) << "a line crosses the fold";
            EXPECT_TRUE(ink.bottom <= fold || ink.top >= fold) << "a line crosses the fold";
            EXPECT_EQ(ink.turn, ink.top < fold ? Turn::none : Turn::half);
            EXPECT_GE(ink.left, left);
            EXPECT_LE(ink.right, left + 170 * tests::millimetre);
        }
    }
}

TEST_F(PapersTest, OthersCanReadThePdf) {
    const auto file = print(answers(longest_visit), wishes("ar", a4));
    EXPECT_EQ(run({"qpdf", "--check", file.string()}).status, 0);
    EXPECT_LT(fs::file_size(file), 150 * 1024U);
    const auto fonts = run({"pdffonts", file.string()}).out;
    EXPECT_NE(fonts.find("NotoSansArabic"), std::string::npos) << fonts;
    EXPECT_EQ(fonts.find(" no  no "), std::string::npos) << "every font is embedded";
    const auto text = run({"pdftotext", "-layout", file.string(), "-"}).out;
    for (const char* said : {"1-833-383-1465", "checkin.ice.gov", "1-800-898-7180", "1-888-351-4024", "I-220A",
                             "A 12-345-678", "Wolfgang Amadeus", "not legal advice", "December 31, 1999"}) {
        EXPECT_NE(text.find(said), std::string::npos) << said;
    }
    const auto about = run({"pdfinfo", file.string()}).out;
    EXPECT_EQ(about.find("Title:"), std::string::npos) << "no title, no author";
    EXPECT_EQ(about.find("Author:"), std::string::npos);
}

TEST_F(PapersTest, WhatTheVisitorTypedIsPrintedWholeBrokenWhereItMustBe) {
    auto text = run({"pdftotext", "-raw", print(answers(longest_visit), wishes("en", letter)).string(), "-"}).out;
    std::erase_if(text, [](char c) { return c == '\n' || c == ' ' || c == '\f'; });
    for (const char* said : {"WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "Donaudampfschifffahrtsgesellschaftskapit",
                             "123-456-789-012-345", "+49(030)123-456-7890"}) {
        EXPECT_NE(text.find(said), std::string::npos) << said;
    }
}

TEST_F(PapersTest, AnswersLeftOutLeaveLinesToWriteOn) {
    const auto composed =
        papers::compose_visit(answers("{}"), check_in_pack(), wishes("en", letter), tests::typesetter());
    for (const auto& paper : composed) {
        if (paper.paper->id != "trusted" && paper.paper->id != "card") continue;
        const auto& marks = paper.pages.front().marks;
        const auto rules = std::count_if(marks.begin(), marks.end(),
                                         [](const Mark& mark) { return std::holds_alternative<Stroke>(mark); });
        EXPECT_GT(rules, 6) << paper.paper->id;
    }
}

TEST_F(PapersTest, APaperTakenOutIsNotPrinted) {
    auto wished = wishes("en", letter);
    const auto all = papers::compose_visit(answers("{}"), check_in_pack(), wished, tests::typesetter());
    wished.left_out = 1U << 3U;  // steps
    const auto some = papers::compose_visit(answers("{}"), check_in_pack(), wished, tests::typesetter());
    EXPECT_EQ(some.size(), all.size() - 1);
    for (const auto& paper : some) EXPECT_NE(paper.paper->id, "steps");
}

// Of a page's texts, each once.
std::set<std::string> words_on(const papers::ComposedPaper& paper) {
    std::set<std::string> words;
    for (const auto& page : paper.pages) {
        std::istringstream all(words_of(page));
        words.insert(std::istream_iterator<std::string>(all), {});
    }
    return words;
}

std::ptrdiff_t boxes_on(const papers::ComposedPaper& paper) {
    std::ptrdiff_t boxes = 0;
    for (const auto& page : paper.pages) {
        boxes += std::count_if(page.marks.begin(), page.marks.end(),
                               [](const Mark& mark) { return std::holds_alternative<page::Frame>(mark); });
    }
    return boxes;
}

TEST_F(PapersTest, BigPicturesTakeNoWordAndNoBoxAway) {
    for (const char* language : {"en", "es", "ar", "zh-Hans"}) {
        for (const auto& size : {letter, page::a4, page::receipt80}) {
            auto wished = wishes(language, size);
            const auto in_words = papers::compose_visit(answers("{}"), check_in_pack(), wished, tests::typesetter());
            wished.pictured = ~0U;
            const auto pictured = papers::compose_visit(answers("{}"), check_in_pack(), wished, tests::typesetter());
            ASSERT_EQ(in_words.size(), pictured.size());
            for (std::size_t at = 0; at < pictured.size(); ++at) {
                SCOPED_TRACE(std::string(language) + " " + pictured[at].paper->id);
                EXPECT_EQ(boxes_on(pictured[at]), boxes_on(in_words[at]));
                const auto words = words_on(pictured[at]);
                for (const auto& word : words_on(in_words[at])) {
                    const bool number = std::isdigit(static_cast<unsigned char>(word.front())) != 0;  // of a page
                    EXPECT_TRUE(number || words.contains(word)) << word;
                }
            }
        }
    }
}

// 20 mm: an icon has strokes that span most of its grid.
TEST_F(PapersTest, BigPicturesAreBigAndInsideThePage) {
    for (const char* language : {"en", "ar"}) {
        for (const auto& size : {letter, page::a4, page::receipt80}) {
            auto wished = wishes(language, size);
            wished.pictured = ~0U;
            int big = 0;
            for (const auto& paper :
                 papers::compose_visit(answers("{}"), check_in_pack(), wished, tests::typesetter())) {
                for (const auto& page : paper.pages) {
                    for (const auto& mark : page.marks) {
                        const auto* const shape = std::get_if<page::Shape>(&mark);
                        if (shape == nullptr || shape->width < 4 || shape->points.empty()) continue;
                        ++big;
                        for (const auto& point : shape->points) {
                            EXPECT_GE(point.x, 0);
                            EXPECT_LE(point.x, size.width);
                        }
                    }
                }
            }
            EXPECT_GT(big, 20) << language;
        }
    }
}

TEST_F(PapersTest, ATopicIsASheetWithoutPersonalData) {
    for (const auto& topic : check_in_pack().topics) {
        const auto sheet = papers::compose_topic(topic, check_in_pack(), wishes("es", letter), tests::typesetter());
        EXPECT_FALSE(sheet.pages.empty()) << topic.id;
    }
}

struct Shot {
    const char* name;
    const char* persona;
    const char* language;
    const char* paper;
    int page;
    PaperSize size = letter;
};
void PrintTo(const Shot& shot, std::ostream* out) {
    *out << shot.name;
}
class GoldenPaperTest : public PapersTest, public testing::WithParamInterface<Shot> {};

TEST_P(GoldenPaperTest, LooksAsItDidWhenAPersonLooked) {
    const auto& shot = GetParam();
    const auto composed = papers::compose_visit(persona(shot.persona), check_in_pack(),
                                                wishes(shot.language, shot.size), tests::typesetter());
    for (const auto& paper : composed) {
        if (paper.paper->id == shot.paper) write(paper.pages, "one.pdf");
    }
    const std::string page = std::to_string(shot.page);
    run({"pdftoppm", "-r", "60", "-png", "-singlefile", "-f", page, "-l", page, (folder / "one.pdf").string(),
         (folder / "one").string()});
    EXPECT_EQ(
        tests::differs_from_golden(std::string("paper-") + shot.name, tests::read_png((folder / "one.png").string())),
        "");
}

INSTANTIATE_TEST_SUITE_P(
    Golden, GoldenPaperTest,
    testing::Values(Shot{"card-ar", "amal", "ar", "card", 1}, Shot{"card-es", "rosa", "es", "card", 1},
                    Shot{"card-en", "grace", "en", "card", 1, a4},
                    Shot{"trusted-zh", "amal", "zh-Hans", "trusted", 1, a4},
                    Shot{"packing-en", "grace", "en", "packing", 1}, Shot{"facts-ar", "amal", "ar", "trusted", 2},
                    Shot{"packing-es", "rosa", "es", "packing", 1}, Shot{"trusted-ar", "amal", "ar", "trusted", 1},
                    Shot{"steps-en", "grace", "en", "steps", 1}, Shot{"log-ar", "amal", "ar", "log", 1},
                    Shot{"family-es", "rosa", "es", "family", 1},
                    Shot{"strip-trusted-ar", "amal", "ar", "trusted", 1, receipt80},
                    Shot{"strip-card-es", "rosa", "es", "card", 1, receipt80},
                    Shot{"strip-family-es", "rosa", "es", "family", 1, receipt80}),
    [](const auto& shot) {
        std::string name = shot.param.name;
        std::replace(name.begin(), name.end(), '-', '_');
        return name;
    });

}  // namespace
}  // namespace pocketplan::page
