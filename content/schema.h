#pragma once

#include "content/library.h"

// The schema of content.db, written once for saving and loading: `io.rows(table, list, fields)` maps a list of parts to
// a table, and `row(column, value)` maps a part's value to a column. A part's own lists are tables whose rows have its
// number as "parent".
namespace pocketplan::content {

inline constexpr int format_version = 7;           // PRAGMA user_version; another number is another release's file
inline constexpr int application_id = 0x506F636B;  // "Pock": PRAGMA application_id

template <class Io>
void exchange_choices(Io& io, const std::string& table, std::vector<TextChoice>& texts) {
    io.rows(table, texts,
            [](auto& row, TextChoice& choice) { row("text", choice.text), row("condition", choice.when); });
}

template <class Io>
void exchange_papers(Io& io, const char* table, std::vector<Paper>& papers) {
    const std::string name(table);
    io.rows(name, papers, [&](auto& row, Paper& paper) {
        row("name", paper.id), row("form", paper.form), row("title", paper.title);
        row("pictures", paper.pictures), row("condition", paper.when);
        exchange_choices(io, name + "_note", paper.notes);
        io.rows(name + "_section", paper.sections, [&](auto& section_row, Section& section) {
            section_row("name", section.id), section_row("icon", section.icon);
            section_row("condition", section.when);
            exchange_choices(io, name + "_heading", section.headings);
            io.rows(name + "_block", section.blocks, [&](auto& r, Block& block) {
                r("kind", block.kind), r("condition", block.when), r("bullets", block.bullets),
                    r("only_advice", block.only);
                r("advice", block.advice), r("text", block.text), r("has_text", block.has_text);
                r("answers", block.answers), r("count", block.count), r("height", block.height);
                r("local", block.local), r("blank", block.blank);
                io.rows(name + "_column", block.columns,
                        [](auto& c, Column& column) { c("header", column.header), c("width", column.width); });
            });
        });
    });
}

template <class Io>
void exchange_languages(Io& io, Library& library) {
    io.rows("language", library.languages, [&](auto& row, Language& language) {
        row("tag", language.tag), row("own_name", language.own_name), row("script", language.script);
        row("keyboard", language.keyboard), row("direction", language.direction), row("review", language.review);
        row("plural_forms", language.plural_forms);
        io.rows("text", language.texts, [](auto& r, std::string& text) { r("text", text); });
        io.rows("recording", language.recordings,
                [](auto& r, Recording& recording) { r("text", recording.text), r("opus", recording.opus); });
        io.rows("term", language.glossary, [&](auto& r, Term& term) {
            r("english", term.english);
            io.rows("term_form", term.forms, [](auto& f, std::string& form) { f("form", form); });
        });
    });
    io.rows("text_id", library.text_ids, [](auto& row, std::string& id) { row("name", id); });
    io.rows("keyboard", library.keyboards, [&](auto& row, Keyboard& keyboard) {
        row("name", keyboard.id);
        io.rows("keyboard_layer", keyboard.layers, [&](auto&, std::vector<Keyboard::Row>& layer) {
            io.rows("keyboard_row", layer, [&](auto&, Keyboard::Row& keys) {
                io.rows("keyboard_key", keys, [](auto& r, std::string& key) { r("character", key); });
            });
        });
        io.rows("keyboard_letter", keyboard.alphabet, [](auto& r, std::string& key) { r("character", key); });
    });
}

template <class Io>
void exchange_questions(Io& io, Library& library) {
    io.rows("question", library.questions, [&](auto& row, Question& q) {
        row("name", q.id), row("kind", q.kind), row("text", q.text), row("why", q.why), row("condition", q.when);
        row("sensitivity", q.sensitivity), row("is_group", q.group), row("none_of_these", q.none_of_these);
        row("on_review", q.on_review), row("longest", q.longest), row("at_most", q.at_most);
        row("fewest_digits", q.fewest_digits), row("most_digits", q.most_digits), row("grouping", q.grouping);
        row("minutes_apart", q.minutes_apart);
        row("past", q.past);
        row("likely", q.likely);
        io.rows("option", q.options, [](auto& r, Option& option) {
            r("name", option.id), r("icon", option.icon), r("label", option.label), r("alone", option.alone);
        });
    });
}

template <class Io>
void exchange(Io& io, Library& library) {
    std::vector<Library*> whole{&library};
    io.rows("pack", whole, [](auto& row, Library*& pack) {
        row("name", pack->pack), row("version", pack->version), row("information_date", pack->information_date);
    });
    exchange_languages(io, library);
    exchange_questions(io, library);
    io.rows("local_line", library.local_lines, [](auto& row, LocalLine& line) { row("name", line.name); });
    io.rows("country", library.countries, [](auto& row, Country& c) { row("code", c.code), row("name", c.name); });
    io.rows("source", library.sources, [](auto& row, Source& s) {
        row("name", s.id), row("title", s.title), row("url", s.url), row("date", s.date), row("checked", s.checked);
        row("review_by", s.review_by), row("expires", s.expires), row("seed", s.seed);
    });
    io.rows("advice", library.advice, [&](auto& row, Advice& advice) {
        row("name", advice.id), row("fact", advice.fact), row("source", advice.source), row("wording", advice.wording);
        row("icon", advice.icon), row("every_page", advice.every_page);
        io.rows("placement", advice.placements, [](auto& r, Placement& p) {
            r("paper", p.paper), r("section", p.section), r("text", p.text), r("condition", p.when);
        });
    });
    exchange_papers(io, "paper", library.papers);
    exchange_papers(io, "topic", library.topics);
}

}  // namespace pocketplan::content
