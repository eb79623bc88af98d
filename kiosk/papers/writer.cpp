#include "kiosk/papers/writer.h"

#include <algorithm>

#include "content/keyboard.h"
#include "content/letters.h"

namespace pocketplan::papers {
namespace {

using content::AnswerKind;
using page::Text;
using page::Utf8;

constexpr std::string_view between = " · ";  // a comma would be another one in every script

void append(Utf8& text, std::string_view piece) {
    text.insert(text.end(), piece.begin(), piece.end());
}

// Puts one thing after another on a line.
void append_item(Utf8& line, std::string_view item) {
    if (!line.empty()) append(line, between);
    append(line, item);
}

Text joined(Text before, const Text& after) {
    append_item(before.first, content::view(after.first));
    if (!before.second.empty()) append_item(before.second, content::view(after.second));
    return before;
}

page::Marker marker_of(content::Bullets bullets) {
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

}  // namespace

Writer::Writer(const content::Answers& answers, const content::Library& library, content::LanguageIndex language,
               Gloss gloss)
    : answers_(answers), library_(library), language_(language), gloss_(gloss), glosser_(library.language(language)) {}

Text Writer::text(content::TextIndex index) const {
    Text both{page::utf8(library_.text(language_, index)), {}};
    if (bilingual()) both.second = page::utf8(library_.text(source_language, index));
    return both;
}

Text Writer::text(content::CommonText text) const {
    return this->text(library_.text_index.find(text.id)->second);
}

Text Writer::advice(content::AdviceIndex advice, content::TextIndex index) {
    Text both{content::format_advice(library_, language_, advice, index), {}};
    if (bilingual()) both.second = content::format_advice(library_, source_language, advice, index);
    if (gloss_ == Gloss::yes) both.first = glosser_.gloss(content::view(both.first));
    return both;
}

void Writer::write(const content::PlanBlock& planned, std::pmr::vector<page::Block>& blocks) {
    using Kind = content::Block::Kind;
    const auto& block = *planned.block;
    switch (block.kind) {
        case Kind::items:
            if (!planned.items.empty()) blocks.emplace_back(items(planned));
            break;
        case Kind::field:
            field(planned, blocks);
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

page::Items Writer::items(const content::PlanBlock& planned) {
    page::Items items{marker_of(planned.block->bullets), {}};
    for (const auto& item : planned.items) items.items.push_back(advice(item.advice, item.text));
    return items;
}

page::Pictures Writer::pictures(const content::PlanBlock& planned, Icon of_section) {
    page::Pictures pictures;
    for (const auto& item : planned.items) {
        const auto& icon = library_.advice[static_cast<std::size_t>(item.advice)].icon;
        pictures.items.push_back({icon_named(icon).value_or(of_section), advice(item.advice, item.text)});
    }
    return pictures;
}

void Writer::field(const content::PlanBlock& planned, std::pmr::vector<page::Block>& blocks) {
    const auto& block = *planned.block;
    page::Field field;
    field.label =
        planned.items.empty() ? text(block.text) : advice(planned.items.front().advice, planned.items.front().text);
    field.lines = block.count;
    for (const auto question : block.answers) {
        const auto kind = library_.question(question).kind;
        if (kind == AnswerKind::phone) field.phone = page::Phone::wanted;
        if (!answers_.answered(question)) continue;
        if (kind == AnswerKind::text) field.by_hand = by_hand(std::get<content::Words>(answers_[question]).view());
        append_item(kind == AnswerKind::phone ? field.number : field.value.first,
                    content::view(said(question, language_)));
        if (content::wording_of(kind) == content::Wording::ours)
            append_item(field.value.second, content::view(said(question, source_language)));
    }
    if (!bilingual()) field.value.second.clear();
    blocks.emplace_back(std::move(field));
    if (!block.blank || !lacks_latin_letters(block)) return;
    page::Field latin;
    latin.label = text(*block.blank);
    blocks.emplace_back(std::move(latin));
}

content::PhraseText Writer::said(content::QuestionIndex question, content::LanguageIndex language) const {
    return content::format_answer(library_, language, question, answers_[question]);
}

// The people who were named, then lines to write on for as many more as the block has room for.
void Writer::people(const content::Block& block, std::pmr::vector<page::Block>& blocks) const {
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
        page::Field blank = blank_person();
        if (written == 0 && block.has_text) blank.label = joined(text(block.text), blank.label);
        blocks.emplace_back(std::move(blank));
    }
}

page::Field Writer::blank_person() const {
    page::Field blank;
    blank.label = joined(text(content::texts::entry_name), text(content::texts::entry_phone));
    blank.phone = page::Phone::wanted;
    return blank;
}

page::Field Writer::person_field(const content::Person& person) const {
    if (person.name.empty() && person.phone.empty()) return blank_person();
    page::Field field;
    if (!person.name.empty()) field.value.first = content::isolated(person.name.view());
    field.by_hand = by_hand(person.name.view());
    field.phone = page::Phone::wanted;
    if (!person.phone.empty()) {
        field.number = content::isolated(person.phone.view(), content::ValueDirection::isolated);
    }
    return field;
}

// A name in Latin letters, of somebody who writes it in signs that our keys do not have.
page::ByHand Writer::by_hand(std::string_view name) const {
    const auto letters = content::letters_of(name);
    const auto written = [](std::string_view letter) {
        return content::is_ideograph(content::first_code_point(letter));
    };
    const bool wanted = content::writes_ideographs(library_.language(language_)) && !letters.empty() &&
                        std::none_of(letters.begin(), letters.end(), written);
    return wanted ? page::ByHand::yes : page::ByHand::no;
}

// Whether a name is still to be written in Latin letters: by somebody who writes others, and gave none in Latin.
bool Writer::lacks_latin_letters(const content::Block& block) const {
    if (library_.language(language_).script == "Latn") return false;
    const auto is_latin = [](std::string_view letter) {
        const char32_t point = content::first_code_point(letter);
        return point < 0x250 || (point >= 0x1E00 && point < 0x1F00);  // the blocks of Latin letters
    };
    return std::none_of(block.answers.begin(), block.answers.end(), [&](auto question) {
        const auto* const words = std::get_if<content::Words>(&answers_[question]);
        if (words == nullptr || words->empty()) return false;
        const auto letters = content::letters_of(words->view());
        return std::all_of(letters.begin(), letters.end(), is_latin);
    });
}

// What the centre tells of itself, as it wrote it; or lines to write on.
void Writer::local_lines(const content::Block& block, std::pmr::vector<page::Block>& blocks) const {
    const auto& contacts = library_.contacts(block.local);
    for (const auto& contact : contacts) {
        page::Field field;
        if (&contact == &contacts.front()) field.label = text(block.text);
        for (const auto* part : {&contact.name, &contact.hours, &contact.languages}) {
            if (part->empty()) continue;
            append_item(field.value.first, content::view(content::isolated(*part)));
        }
        if (!contact.phone.empty()) {
            field.number = content::isolated(contact.phone, content::ValueDirection::isolated);
        }
        blocks.emplace_back(std::move(field));
    }
    if (!contacts.empty() || !block.blank) return;
    page::Field blank;
    blank.label = text(*block.blank);
    blank.lines = block.count;
    blocks.emplace_back(std::move(blank));
}

page::Table Writer::table(const content::Block& block) const {
    page::Table table;
    table.rows = block.count;
    table.row_height = block.height;
    for (const auto& column : block.columns) table.columns.push_back({text(column.header), column.width});
    return table;
}

}  // namespace pocketplan::papers
