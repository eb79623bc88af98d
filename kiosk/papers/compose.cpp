#include "kiosk/papers/compose.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "content/phrase.h"
#include "kiosk/papers/writer.h"

namespace pocketplan::papers {
namespace {

using content::LanguageIndex;
namespace texts = content::texts;
using page::Text;
using page::Utf8;

typeset::Direction direction_of(const content::Language& language) {
    return language.direction == content::Direction::right_to_left ? typeset::Direction::right_to_left
                                                                   : typeset::Direction::left_to_right;
}

page::Script script_of(const content::Language& language) {
    return {language.tag, direction_of(language)};
}

Utf8 numbered(const Utf8& pattern, int page, int pages) {
    std::array<char, 24> digits{};
    char* const middle = digits.data() + 12;
    const auto end = std::to_chars(digits.data(), middle, page).ptr;
    const auto total_end = std::to_chars(middle, digits.data() + digits.size(), pages).ptr;
    return content::fill(
        {pattern.data(), pattern.size()},
        {{"page", {digits.data(), static_cast<std::size_t>(end - digits.data())}, content::ValueDirection::isolated},
         {"pages", {middle, static_cast<std::size_t>(total_end - middle)}, content::ValueDirection::isolated}});
}

Text numbered(const Text& pattern, int page, int pages) {
    return {numbered(pattern.first, page, pages),
            pattern.second.empty() ? Utf8{} : numbered(pattern.second, page, pages)};
}

// What a paper looks like, before anything stands on it.
page::Document blank_document(const content::Library& library, const Wishes& wishes) {
    page::Document document;
    document.size = wishes.size;
    document.margins = wishes.margins;
    document.first = script_of(library.language(wishes.language));
    document.second = script_of(library.language(source_language));
    return document;
}

void add_page_number(page::Document& document, const Writer& writer) {
    const Text pattern = writer.text(texts::paper_page);
    document.page_number = [pattern](int page, int pages) { return numbered(pattern, page, pages); };
}

// A sheet with nothing on it that can be numbered.
page::Document numbered_document(const content::Library& library, const Wishes& wishes) {
    const content::Answers none(library.questions.size());
    page::Document document = blank_document(library, wishes);
    add_page_number(document, Writer(none, library, wishes.language, Writer::Gloss::no));
    return document;
}

// What stands on every page.
void add_foot(page::Document& document, Writer& writer, const content::Library& library, LanguageIndex language) {
    for (std::size_t at = 0; at < library.advice.size(); ++at) {
        const auto every_page = library.advice[at].every_page;
        if (every_page) document.foot.push_back(writer.advice(static_cast<content::AdviceIndex>(at), *every_page));
    }
    const bool unreviewed = content::is_unreviewed(library.language(language));
    if (unreviewed) document.foot.push_back(writer.text(texts::paper_unreviewed));
    add_page_number(document, writer);
}

// Whether anything that the visitor said stands on it word by word.
Said said_on(const content::PlanPaper& planned, const content::Answers& answers) {
    for (const auto& section : planned.sections) {
        for (const auto& [block, items] : section.blocks) {
            const auto answered = [&](auto question) { return answers.answered(question); };
            if (std::any_of(block->answers.begin(), block->answers.end(), answered)) return Said::words;
        }
    }
    return Said::nothing;
}

// A card where the printer's margins leave room for one, and a sheet where they do not.
page::Form form_of(const content::Paper& paper, page::CardFit fit) {
    const bool card = paper.form == content::PaperForm::card && fit != page::CardFit::none;
    return card ? page::Form::card : page::Form::sheet;
}

// A topic never is: its place is among the topics.
bool is_pictured(const content::Paper& paper, const content::Library& library, const Wishes& wishes) {
    if (!paper.pictures) return false;
    const auto same = [&](const content::Paper& one) { return &one == &paper; };
    const auto at = std::find_if(library.papers.begin(), library.papers.end(), same) - library.papers.begin();
    return (wishes.pictured >> static_cast<unsigned>(at) & 1U) != 0;
}

// How a card is cut and folded: the half where reading ends goes back last.
content::CommonText how_to_fold(const page::Document& card) {
    if (page::is_roll(card.size)) return texts::paper_cut;
    const bool mirrored = card.first.direction == typeset::Direction::right_to_left;
    return mirrored ? texts::paper_fold_left : texts::paper_fold_right;
}

void add_sentence(Utf8& to, const Utf8& sentence) {
    if (!to.empty() && !sentence.empty()) to.push_back(' ');
    to.insert(to.end(), sentence.begin(), sentence.end());
}

// What is to be done with a card, and why it is not as it is elsewhere.
void add_card_note(page::Document& document, const Writer& writer, page::CardFit fit) {
    const auto add = [&](content::CommonText text) {
        const Text said = writer.text(text);
        add_sentence(document.note.first, said.first);
        add_sentence(document.note.second, said.second);
    };
    if (document.form == page::Form::card) {
        document.note = {};
        add(how_to_fold(document));
    }
    if (fit == page::CardFit::smaller) add(texts::paper_card_smaller);
    if (fit == page::CardFit::none) add(texts::paper_card_none);
}

// The first two papers of the plan lead the stack: what is carried, and what is packed. Of the others, those with words
// of the visitor's go inside: printers that stack face down show the back of the last sheet, and most of those that
// stack face up show its face (docs/decisions/0006, 0023).
void order_stack(std::pmr::vector<ComposedPaper>& papers) {
    constexpr std::ptrdiff_t leading = 2;
    if (papers.size() <= leading) return;
    std::stable_partition(papers.begin() + leading, papers.end(),
                          [](const ComposedPaper& paper) { return paper.said == Said::words; });
}

void number_stack(std::pmr::vector<ComposedPaper>& papers, const content::Library& library, const Wishes& wishes,
                  const typeset::Typesetter& typesetter) {
    const auto sheet = numbered_document(library, wishes);
    const int before = covers_of(wishes);
    int all = 2 * before;
    for (const auto& paper : papers) all += static_cast<int>(paper.pages.size());
    int first = 1 + before;
    for (auto& paper : papers) {
        page::number_pages(paper.pages, sheet, first, all, typesetter);
        first += static_cast<int>(paper.pages.size());
    }
}

}  // namespace

page::Document document_of(const content::PlanPaper& planned, const content::Answers& answers,
                           const content::Library& library, const Wishes& wishes) {
    const auto fit = page::fit_of_card(wishes.size, wishes.margins);
    const auto form = form_of(*planned.paper, fit);
    const bool card = form == page::Form::card;
    const bool pictured = is_pictured(*planned.paper, library, wishes);
    Writer writer(answers, library, wishes.language, card ? Writer::Gloss::no : Writer::Gloss::yes);
    page::Document document = blank_document(library, wishes);
    document.form = form;
    document.title = writer.text(planned.paper->title);
    if (planned.note) document.note = writer.text(*planned.note);
    if (planned.paper->form == content::PaperForm::card) {
        document.copies = wishes.card_copies;
        add_card_note(document, writer, fit);
    }
    for (const auto& planned_section : planned.sections) {
        page::Section section;
        if (planned_section.heading) section.heading = writer.text(*planned_section.heading);
        section.icon = icon_named(planned_section.section->icon).value_or(Icon::none);
        for (const auto& block : planned_section.blocks) {
            const bool boxes = block.block->bullets == content::Bullets::boxes && !block.items.empty();
            if (pictured && boxes) {
                section.blocks.emplace_back(writer.pictures(block, section.icon));
            } else {
                writer.write(block, section.blocks);
            }
        }
        document.sections.push_back(std::move(section));
    }
    add_foot(document, writer, library, wishes.language);
    return document;
}

std::pmr::vector<page::Page> compose_cover(int number, int all, const content::Library& library, const Wishes& wishes,
                                           const typeset::Typesetter& typesetter) {
    const content::Answers none(library.questions.size());
    Writer writer(none, library, wishes.language, Writer::Gloss::no);
    page::Document cover = blank_document(library, wishes);
    cover.title = writer.text(texts::cover_title);
    page::Section& section = cover.sections.emplace_back();
    section.blocks.emplace_back(page::Note{writer.text(texts::cover_private)});
    section.blocks.emplace_back(page::Items{
        page::Marker::none, {writer.text(texts::cover_take), numbered(writer.text(texts::cover_count), 1, all)}});
    add_foot(cover, writer, library, wishes.language);
    auto pages = page::lay_out(cover, typesetter);
    page::number_pages(pages, cover, number, all, typesetter);
    return pages;
}

std::pmr::vector<ComposedPaper> compose_visit(const content::Answers& answers, const content::Library& library,
                                              const Wishes& wishes, const typeset::Typesetter& typesetter) {
    const content::Plan plan = content::make_plan(answers, library);
    std::pmr::vector<ComposedPaper> composed;
    for (const auto& planned : plan.papers) {
        const auto at = static_cast<std::size_t>(planned.paper - library.papers.data());
        if ((wishes.left_out >> at & 1U) != 0) continue;
        const auto document = document_of(planned, answers, library, wishes);
        composed.push_back({planned.paper, page::lay_out(document, typesetter), said_on(planned, answers)});
    }
    if (page::is_roll(wishes.size)) return composed;
    order_stack(composed);
    number_stack(composed, library, wishes, typesetter);
    return composed;
}

ComposedPaper compose_topic(const content::Paper& topic, const content::Library& library, const Wishes& wishes,
                            const typeset::Typesetter& typesetter) {
    const content::Answers none(library.questions.size());
    const auto document = document_of(content::make_topic(topic, library), none, library, wishes);
    ComposedPaper composed{&topic, page::lay_out(document, typesetter), Said::nothing};
    page::number_pages(composed.pages, document, 1, static_cast<int>(composed.pages.size()), typesetter);
    return composed;
}

}  // namespace pocketplan::papers
