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
    int card_copies = 1;
    page::Margins margins;  // the printer's, where it tells
    Cover cover = Cover::none;
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

// Every paper of the visitor's plan that is wished for, laid out; an extra copy of the card is another ComposedPaper.
std::pmr::vector<ComposedPaper> compose_visit(const content::Answers& answers, const content::Library& library,
                                              const Wishes& wishes, const typeset::Typesetter& typesetter);

// One topic of "Learn" as a sheet without personal data.
ComposedPaper compose_topic(const content::Paper& topic, const content::Library& library, const Wishes& wishes,
                            const typeset::Typesetter& typesetter);

// The page that covers a stack of so many: whose it is, and how many belong to it. Nothing of the visitor's.
page::Document cover_document(int pages, const content::Library& library, const Wishes& wishes);

}  // namespace pocketplan::papers
