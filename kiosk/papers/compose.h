#pragma once

#include <cstdint>
#include <memory_resource>
#include <vector>

#include "content/answers.h"
#include "content/library.h"
#include "content/plan.h"
#include "printer/page/document.h"
#include "printer/page/page.h"

namespace pocketplan::papers {

// around: a page that says whose papers these are, as the first and the last that is printed.
enum class Cover { none, around };

// How the visitor wants it printed, and on what.
struct Wishes {
    content::LanguageIndex language{};
    page::PaperSize size = page::letter;
    std::uint32_t left_out = 0;  // bit n: Library::papers[n]
    std::uint32_t pictured = 0;  // of those that can be: with large pictures
    int card_copies = 1;         // at least: a sheet has room for two
    page::Margins margins;       // the printer's, where it tells
    Cover cover = Cover::none;

    bool operator==(const Wishes&) const = default;
};

// Whether words or numbers that the visitor gave stand on a paper.
enum class Said { nothing, words };

// One paper of the plan and its pages.
struct ComposedPaper {
    const content::Paper* paper = nullptr;  // owned by the Library
    std::pmr::vector<page::Page> pages;
    Said said = Said::nothing;
};

// The paper in the visitor's words, ready to be laid out: the visitor's language first, English second.
page::Document document_of(const content::PlanPaper& planned, const content::Answers& answers,
                           const content::Library& library, const Wishes& wishes);

// Every paper of the visitor's plan that is wished for, laid out, in the order they are printed, and its sheets
// numbered through the whole stack, covers included. The first two of the plan come first; of the others, those with
// words of the visitor's go inside. A roll keeps the plan's order.
std::pmr::vector<ComposedPaper> compose_visit(const content::Answers& answers, const content::Library& library,
                                              const Wishes& wishes, const typeset::Typesetter& typesetter);

// One topic of "Learn" as a sheet without personal data.
ComposedPaper compose_topic(const content::Paper& topic, const content::Library& library, const Wishes& wishes,
                            const typeset::Typesetter& typesetter);

// How many covers stand before what is printed, and behind it. A roll has none: all of it is seen as it comes out.
constexpr int covers_of(const Wishes& wishes) {
    return wishes.cover == Cover::around && !page::is_roll(wishes.size) ? 1 : 0;
}

// A cover of a stack: whose it is, and how many sheets belong to it, covers included. Nothing of the visitor's.
std::pmr::vector<page::Page> compose_cover(int number, int all, const content::Library& library, const Wishes& wishes,
                                           const typeset::Typesetter& typesetter);

}  // namespace pocketplan::papers
