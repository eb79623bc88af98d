// Text in PDFs is text: what other programs find when they search or copy.

#include <cstdio>

#include <gtest/gtest.h>

#include "tests/printer/papers.h"
#include "tests/printer/read_back.h"

namespace pocketplan::page {
namespace {

using tests::check_in_pack;
using tests::PapersTest;
using tests::run;

class TextTest : public PapersTest {
protected:
    // What another program finds on one page.
    enum class Order { as_written, as_it_lies };
    [[nodiscard]] std::string copied(const Page& page, Order order) const {
        std::vector<std::string> call{"pdftotext", write({&page, 1}, "page.pdf").string(), "-"};
        if (order == Order::as_written) call.insert(std::next(call.begin()), "-raw");
        return run(call).out;
    }
};

TEST_F(TextTest, WhereLettersKeepTheirShapesEveryTextIsFoundWholeAndInOrder) {
    for (const char* language : {"en", "es", "pt-BR", "ht", "fr", "tr", "vi", "ru", "zh-Hans"}) {
        for (const auto& paper :
             papers::compose_visit(persona("rosa"), check_in_pack(), wishes(language, letter), tests::typesetter())) {
            const auto& page = paper.pages.front();
            const auto found = tests::without_spaces(copied(page, Order::as_written));
            std::size_t at = 0;
            for (const auto& line : tests::lines_of(page)) {
                const auto next = found.find(line, at);
                EXPECT_NE(next, std::string::npos) << language << " " << paper.paper->id << ": " << line;
                if (next != std::string::npos) at = next + line.size();
            }
        }
    }
}

TEST_F(TextTest, WhereLettersAreShapedMostOfTheTextIsFound) {
    // Less than all, because pdftotext reorders Arabic punctuation and reverses lam-alef by its own guess.
    const std::pair<const char*, double> floors[] = {
        {"ar", 0.79}, {"fa-AF", 0.79}, {"hi", 0.95}, {"bn", 0.95}, {"pa", 0.95}};
    for (const auto& [language, least] : floors) {
        if (!check_in_pack().find_language(language)) continue;
        for (const auto& paper :
             papers::compose_visit(persona("amal"), check_in_pack(), wishes(language, letter), tests::typesetter())) {
            const auto& page = paper.pages.front();
            const double share = tests::share_read(tests::lines_of(page), copied(page, Order::as_it_lies));
            std::printf("%s %s: %.1f %% of characters found\n", language, paper.paper->id.c_str(), share * 100);
            EXPECT_GE(share, least) << language << " " << paper.paper->id;
        }
    }
}

TEST_F(TextTest, AnyPaperInAnyLanguageIsSmall) {
    std::size_t largest = 0;
    for (const auto& language : check_in_pack().languages) {
        const auto wished = wishes(language.tag, letter);
        for (const auto& paper :
             papers::compose_visit(answers(tests::longest_visit), check_in_pack(), wished, tests::typesetter())) {
            const auto bytes = pdf::write_pdf(paper.pages, tests::typesetter()).value().size();
            EXPECT_LE(bytes, 100 * 1024U) << language.tag << " " << paper.paper->id;
            largest = std::max(largest, bytes);
        }
    }
    std::printf("the largest paper: %zu bytes\n", largest);
}

}  // namespace
}  // namespace pocketplan::page
