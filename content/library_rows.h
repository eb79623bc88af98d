#pragma once

// The tables of content.db, said once for writing and reading: each function names one row's columns in order and hands
// each to `row`, which is a RowWriter (library_save.cpp) or a RowReader (library_load.cpp). Lists within a row are
// tables of their own, whose first column is the parent's number. Only those two files include this.

#include <string_view>

#include "content/library.h"

namespace pocketplan::content {

// Changes with every change of the tables below: a content.db of another release is refused, never misread.
inline constexpr int library_format = 1;
inline constexpr int library_application_id = 0x504B504C;  // "PKPL", for file(1)

inline constexpr std::string_view direction_names[] = {"ltr", "rtl"};
inline constexpr std::string_view review_names[] = {"source", "unreviewed", "reviewed"};
inline constexpr std::string_view kind_names[] = {"choice", "choices", "text",   "phone", "date",
                                                  "time",   "country", "number", "person"};
inline constexpr std::string_view sensitivity_names[] = {"none", "low", "medium", "high"};
inline constexpr std::string_view bullet_names[] = {"boxes", "bullets", "numbers", "plain"};
inline constexpr std::string_view block_names[] = {"items", "field", "persons", "note", "lines", "table"};
inline constexpr std::string_view form_names[] = {"card", "sheet"};

template <class Row>
void pack_row(Row& row, Library& library) {
    row("name", library.pack), row("version", library.version), row("information_date", library.information_date);
}

template <class Row>
void columns_of(Row& row, Language& language) {
    row("tag", language.tag), row("own_name", language.own_name), row("script", language.script);
    row("keyboard", language.keyboard), row("direction", language.direction, direction_names);
    row("review", language.review, review_names);
}

template <class Row>
void columns_of(Row& row, Country& country) {
    row("code", country.code), row("name", country.name);
}

template <class Row>
void columns_of(Row& row, Source& source) {
    row("id", source.id), row("title", source.title), row("url", source.url), row("date", source.date);
    row("checked", source.checked), row("seed", source.seed);
}

// Without its condition, which may speak of options, and is therefore a table of its own.
template <class Row>
void columns_of(Row& row, Question& question) {
    row("id", question.id), row("kind", question.kind, kind_names), row("text", question.text),
        row("why", question.why);
    row("sensitivity", question.sensitivity, sensitivity_names);
    row("is_group", question.group), row("none_of_these", question.none_of_these);
    row("on_review", question.on_review), row("longest", question.longest), row("at_most", question.at_most);
    row("fewest_digits", question.fewest_digits), row("most_digits", question.most_digits);
    row("number_grouping", question.grouping);
}

template <class Row>
void columns_of(Row& row, Condition& when) {
    row("shown_when", when);
}

template <class Row>
void columns_of(Row& row, Option& option) {
    row("id", option.id), row("icon", option.icon), row("label", option.label), row("alone", option.alone);
}

template <class Row>
void columns_of(Row& row, Advice& advice) {
    row("id", advice.id), row("fact", advice.fact), row("source", advice.source), row("wording", advice.wording);
    row("every_page", advice.every_page);
}

template <class Row>
void columns_of(Row& row, Placement& placement) {
    row("paper", placement.paper), row("section", placement.section), row("text", placement.text);
    row("said_when", placement.when);
}

template <class Row>
void columns_of(Row& row, Paper& paper) {
    row("id", paper.id), row("form", paper.form, form_names), row("title", paper.title), row("note", paper.note);
    row("printed_when", paper.when);
}

template <class Row>
void columns_of(Row& row, Section& section) {
    row("id", section.id), row("printed_when", section.when);
}

template <class Row>
void columns_of(Row& row, Heading& heading) {
    row("text", heading.text), row("printed_when", heading.when);
}

template <class Row>
void columns_of(Row& row, Block& block) {
    row("kind", block.kind, block_names), row("printed_when", block.when), row("bullets", block.bullets, bullet_names);
    row("advice", block.advice), row("has_text", block.has_text), row("text", block.text), row("count", block.count);
    row("height", block.height);
}

template <class Row>
void columns_of(Row& row, Column& column) {
    row("header", column.header), row("width", column.width);
}

// The two lists of a block that are references.
template <class Row>
void columns_of(Row& row, AdviceIndex& advice) {
    row("advice", advice);
}

template <class Row>
void columns_of(Row& row, QuestionIndex& question) {
    row("question", question);
}

}  // namespace pocketplan::content
