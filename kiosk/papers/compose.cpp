#include "kiosk/papers/compose.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

#include "content/glossary.h"
#include "content/keyboard.h"
#include "content/letters.h"
#include "content/phrase.h"

namespace pocketplan::papers {
namespace {

using content::AnswerKind;
using content::LanguageIndex;
using page::Text;
using page::Utf8;

constexpr LanguageIndex source_language{};
constexpr std::string_view between = " · ";  // a comma would be another one in every script

typeset::Direction direction_of(const content::Language& language) {
    return language.direction == content::Direction::right_to_left ? typeset::Direction::right_to_left
                                                                   : typeset::Direction::left_to_right;
}

page::Script script_of(const content::Language& language) {
    return {language.tag, direction_of(language)};
}

void append(Utf8& text, std::string_view piece) {
    text.insert(text.end(), piece.begin(), piece.end());
}

// Writes the blocks of one paper.
class Writer {
public:
    // A card has no room for English in brackets; every line of it has the English below.
    enum class Gloss { yes, no };
    Writer(const content::Answers& answers, const content::Library& library, LanguageIndex language, Gloss gloss)
        : answers_(answers),
          library_(library),
          language_(language),
          gloss_(gloss),
          glosser_(library.language(language)) {}

    [[nodiscard]] Text text(content::TextIndex index) const {
        Text both{page::utf8(library_.text(language_, index)), {}};
        if (bilingual()) both.second = page::utf8(library_.text(source_language, index));
        return both;
    }
    [[nodiscard]] Text text(std::string_view id) const { return text(library_.text_index.find(id)->second); }

    // A piece of advice, with what is said of its age, and its terms in English at their first use.
    [[nodiscard]] Text advice(content::AdviceIndex advice, content::TextIndex index) {
        Text both{content::format_advice(library_, language_, advice, index), {}};
        if (bilingual()) both.second = content::format_advice(library_, source_language, advice, index);
        if (gloss_ == Gloss::yes) both.first = glosser_.gloss(content::view(both.first));
        return both;
    }

    void write(const content::PlanBlock& planned, std::pmr::vector<page::Block>& blocks) {
        using Kind = content::Block::Kind;
        const auto& block = *planned.block;
        switch (block.kind) {
            case Kind::items:
                blocks.emplace_back(items(planned));
                break;
            case Kind::field:
                blocks.emplace_back(field(planned));
                break;
            case Kind::persons:
                people(block, blocks);
                break;
            case Kind::note:
                blocks.emplace_back(page::Note{text(block.text)});
                break;
            case Kind::lines:
                blocks.emplace_back(page::Lines{block.count});
                break;
            case Kind::local:
                local_lines(block, blocks);
                break;
            case Kind::table:
                if (!planned.items.empty()) blocks.emplace_back(items(planned));
                blocks.emplace_back(table(block));
                break;
        }
    }

private:
    [[nodiscard]] bool bilingual() const { return language_ != source_language; }

    static page::Marker marker_of(content::Bullets bullets) {
        switch (bullets) {
            case content::Bullets::boxes:
                return page::Marker::box;
            case content::Bullets::bullets:
                return page::Marker::bullet;
            case content::Bullets::numbers:
                return page::Marker::number;
            case content::Bullets::plain:
                return page::Marker::none;
        }
        std::abort();
    }

    [[nodiscard]] page::Items items(const content::PlanBlock& planned) {
        page::Items items{marker_of(planned.block->bullets), {}};
        for (const auto& item : planned.items) items.items.push_back(advice(item.advice, item.text));
        return items;
    }

    [[nodiscard]] page::Field field(const content::PlanBlock& planned) {
        const auto& block = *planned.block;
        page::Field field;
        field.label =
            planned.items.empty() ? text(block.text) : advice(planned.items.front().advice, planned.items.front().text);
        field.lines = block.count;
        for (const auto question : block.answers) {
            if (!answers_.answered(question)) continue;
            const bool called = library_.question(question).kind == AnswerKind::phone;
            Utf8& place = called ? field.number : field.value;
            if (library_.question(question).kind == AnswerKind::text) {
                field.by_hand = by_hand(std::get<content::Words>(answers_[question]).view());
            }
            if (!place.empty()) append(place, between);
            append(place, content::view(said(question, language_)));
        }
        add_english(block, field);
        return field;
    }

    // A date or a country is words of ours, so a helper who reads English gets them in English too.
    void add_english(const content::Block& block, page::Field& field) const {
        Utf8 english;
        for (const auto question : block.answers) {
            const auto kind = library_.question(question).kind;
            const bool ours = kind == AnswerKind::date || kind == AnswerKind::time || kind == AnswerKind::country ||
                              kind == AnswerKind::choice || kind == AnswerKind::choices;
            if (!ours || !answers_.answered(question)) continue;
            if (!english.empty()) append(english, between);
            append(english, content::view(said(question, source_language)));
        }
        if (!bilingual() || english.empty()) return;
        append(field.value, "\n\u2066");
        field.value.insert(field.value.end(), english.begin(), english.end());
        append(field.value, "\u2069");
    }

    [[nodiscard]] content::PhraseText said(content::QuestionIndex question, LanguageIndex language) const {
        return content::format_answer(library_, language, question, answers_[question]);
    }

    // The people who were named, then lines to write on for as many more as the block has room for.
    void people(const content::Block& block, std::pmr::vector<page::Block>& blocks) const {
        int written = 0;
        const auto* const named = std::get_if<content::People>(&answers_[block.answers.front()]);
        if (named != nullptr) {
            for (const auto& person : *named) {
                page::Field field = person_field(person);
                if (written++ == 0 && block.has_text) field.label = text(block.text);
                blocks.emplace_back(std::move(field));
            }
        }
        for (; written < block.count; ++written) {
            page::Field blank;
            blank.label = name_and_phone();
            if (written == 0 && block.has_text) blank.label = joined(text(block.text), blank.label);
            blocks.emplace_back(std::move(blank));
        }
    }

    static Text joined(Text before, const Text& after) {
        append(before.first, between);
        append(before.first, content::view(after.first));
        if (before.second.empty()) return before;
        append(before.second, between);
        append(before.second, content::view(after.second));
        return before;
    }

    // A name in Latin letters, of somebody who writes it in signs that our keys do not have.
    [[nodiscard]] page::ByHand by_hand(std::string_view name) const {
        const auto letters = content::letters_of(name);
        const auto written = [](std::string_view letter) {
            return content::is_ideograph(content::first_code_point(letter));
        };
        const bool wanted = content::writes_ideographs(library_.language(language_)) && !letters.empty() &&
                            std::none_of(letters.begin(), letters.end(), written);
        return wanted ? page::ByHand::yes : page::ByHand::no;
    }

    [[nodiscard]] page::Field person_field(const content::Person& person) const {
        page::Field field;
        field.value = content::fill("{name}", {{"name", person.name.view()}});
        if (person.name.empty()) field.value.clear();
        field.by_hand = by_hand(person.name.view());
        if (!person.phone.empty()) {
            field.number =
                content::fill("{phone}", {{"phone", person.phone.view(), content::ValueDirection::isolated}});
        }
        return field;
    }

    // What the centre tells of itself, as it wrote it; or lines to write on.
    void local_lines(const content::Block& block, std::pmr::vector<page::Block>& blocks) const {
        const auto& contacts = library_.contacts(block.local);
        for (const auto& contact : contacts) {
            page::Field field;
            field.continues = &contact != &contacts.front();
            if (!field.continues) field.label = text(block.text);
            for (const auto* part : {&contact.name, &contact.hours, &contact.languages}) {
                if (part->empty()) continue;
                if (!field.value.empty()) append(field.value, between);
                append(field.value, content::view(content::fill("{line}", {{"line", *part}})));
            }
            if (!contact.phone.empty()) {
                field.number = content::fill("{phone}", {{"phone", contact.phone, content::ValueDirection::isolated}});
            }
            blocks.emplace_back(std::move(field));
        }
        if (!contacts.empty() || !block.blank) return;
        page::Field blank;
        blank.label = text(*block.blank);
        blank.lines = block.count;
        blocks.emplace_back(std::move(blank));
    }

    [[nodiscard]] Text name_and_phone() const { return joined(text("entry.name"), text("entry.phone")); }

    [[nodiscard]] page::Table table(const content::Block& block) const {
        page::Table table;
        table.rows = block.count;
        table.row_height = block.height;
        for (const auto& column : block.columns) table.columns.push_back({text(column.header), column.width});
        return table;
    }

    const content::Answers& answers_;
    const content::Library& library_;
    LanguageIndex language_;
    Gloss gloss_;
    content::Glosser glosser_;
};

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

// What stands on every page.
void add_foot(page::Document& document, Writer& writer, const content::Library& library, LanguageIndex language) {
    for (std::size_t at = 0; at < library.advice.size(); ++at) {
        const auto every_page = library.advice[at].every_page;
        if (every_page) document.foot.push_back(writer.advice(static_cast<content::AdviceIndex>(at), *every_page));
    }
    const bool unreviewed = content::is_unreviewed(library.language(language));
    if (unreviewed) document.foot.push_back(writer.text("paper.unreviewed"));
    const Text pattern = writer.text("paper.page");
    document.page_number = [pattern](int page, int pages) { return numbered(pattern, page, pages); };
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

}  // namespace

page::Document document_of(const content::PlanPaper& planned, const content::Answers& answers,
                           const content::Library& library, const Wishes& wishes) {
    const bool card = planned.paper->form == content::PaperForm::card;
    Writer writer(answers, library, wishes.language, card ? Writer::Gloss::no : Writer::Gloss::yes);
    page::Document document = blank_document(library, wishes);
    document.form = card ? page::Form::card : page::Form::sheet;
    document.title = writer.text(planned.paper->title);
    if (planned.note) document.note = writer.text(*planned.note);
    if (card) document.note = writer.text(page::is_roll(wishes.size) ? "paper.cut" : "paper.fold");
    for (const auto& planned_section : planned.sections) {
        page::Section section;
        if (planned_section.heading) section.heading = writer.text(*planned_section.heading);
        for (const auto& block : planned_section.blocks) writer.write(block, section.blocks);
        document.sections.push_back(std::move(section));
    }
    add_foot(document, writer, library, wishes.language);
    return document;
}

page::Document cover_document(int pages, const content::Library& library, const Wishes& wishes) {
    const content::Answers none(library.questions.size());
    Writer writer(none, library, wishes.language, Writer::Gloss::no);
    page::Document cover = blank_document(library, wishes);
    cover.title = writer.text("cover.title");
    cover.sections.push_back({{}, {page::Note{writer.text("cover.private")}}});
    const page::Items more{page::Marker::none,
                           {writer.text("cover.take"), numbered(writer.text("cover.count"), 1, pages)}};
    cover.sections.front().blocks.emplace_back(more);
    add_foot(cover, writer, library, wishes.language);
    return cover;
}

std::pmr::vector<ComposedPaper> compose_visit(const content::Answers& answers, const content::Library& library,
                                              const Wishes& wishes, const typeset::Typesetter& typesetter) {
    const content::Plan plan = content::make_plan(answers, library);
    std::pmr::vector<ComposedPaper> composed;
    for (const auto& planned : plan.papers) {
        const auto at = static_cast<std::size_t>(planned.paper - library.papers.data());
        if ((wishes.left_out >> at & 1U) != 0) continue;
        const auto document = document_of(planned, answers, library, wishes);
        const int copies = document.form == page::Form::card ? wishes.card_copies : 1;
        for (int copy = 0; copy < copies; ++copy) {
            composed.push_back({planned.paper, page::lay_out(document, typesetter), said_on(planned, answers)});
        }
    }
    return composed;
}

ComposedPaper compose_topic(const content::Paper& topic, const content::Library& library, const Wishes& wishes,
                            const typeset::Typesetter& typesetter) {
    const content::Answers none(library.questions.size());
    const auto document = document_of(content::make_topic(topic, library), none, library, wishes);
    return {&topic, page::lay_out(document, typesetter), Said::nothing};
}

}  // namespace pocketplan::papers
