#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "content/answer_kind.h"
#include "content/condition.h"

// The plain parts that a content pack is made of; docs/CONTENT.md says what an author writes for each.
namespace pocketplan::content {

// Index into Language::texts, the same in every language.
enum class TextIndex : std::uint32_t {};
enum class LanguageIndex : std::uint16_t {};
// Index into Library::advice.
enum class AdviceIndex : std::uint16_t {};

enum class Direction { left_to_right, right_to_left };
// source: the language the facts are written in. reviewed: a person signed each of its PO files. draft: some of its
// texts are still in English; for translators, never on an installed kiosk.
enum class Review { source, unreviewed, reviewed, draft };

// A word that papers and officers say in English, and the ways a language writes it; docs/CONTENT.md, Glossary.
struct Term {
    std::string english;
    std::vector<std::string> forms;  // beginnings of words are enough; the longest first
};

// Counts for which plural forms are stored (0 to 99), and the most forms that a language has (Arabic).
inline constexpr std::size_t counts = 100;
inline constexpr std::size_t most_forms = 6;

// A text as a person said it, to be played in the place of the machine's voice.
struct Recording {
    TextIndex text{};
    std::vector<std::uint8_t> opus;  // an Ogg Opus file (RFC 7845)
};

struct Language {
    std::string tag;       // BCP 47
    std::string own_name;  // in its own script
    std::string script;    // ISO 15924
    std::string keyboard;  // Keyboard::id
    Direction direction = Direction::left_to_right;
    Review review = Review::unreviewed;
    std::vector<std::string> texts;          // by TextIndex
    std::vector<Term> glossary;              // empty in the source language
    std::vector<std::uint8_t> plural_forms;  // which form a count takes, for each of `counts`
    std::vector<Recording> recordings{};     // in the order of their texts
};

// Whether nobody has reviewed the language; screens and papers then say so.
inline bool is_unreviewed(const Language& language) {
    return language.review == Review::unreviewed || language.review == Review::draft;
}

// Layers of rows of keys. Each key is the UTF-8 that it types: one letter or several, in NFC.
struct Keyboard {
    std::string id;
    using Row = std::vector<std::string>;
    using Layer = std::vector<Row>;
    std::vector<Layer> layers;
    Row alphabet{};  // letters in their order, for whoever hears them one after another; empty: they stand in it
};

struct Country {
    std::string code;  // ISO 3166-1 alpha-2
    TextIndex name{};
};

enum class Sensitivity { none, low, medium, high };

struct Option {
    std::string id;
    std::string icon;
    TextIndex label{};
    bool alone = false;  // choosing it clears every other choice
};

// The options of a group, in order: leave blank lines, or type what its fields ask for.
enum class GroupOption : std::uint8_t { blank, write };

struct Question {
    std::string id;  // a field of a group is "group.field"
    AnswerKind kind = AnswerKind::choice;
    TextIndex text{};
    std::optional<TextIndex> why;
    Condition when;
    std::vector<Option> options;
    Sensitivity sensitivity = Sensitivity::none;
    bool group = false;          // a choice of GroupOption, followed by its fields
    bool none_of_these = false;  // choices: offers "None of these"
    bool on_review = false;      // asked on the review screen instead of a screen of its own
    int longest = 60;            // text and a person's name: most code points
    int at_most = 1;             // person: how many
    int fewest_digits = 0;       // number
    int most_digits = 0;
    int minutes_apart = 5;             // time: those that are offered
    bool past = false;                 // date: long ago, such as a birth date; else one that lies ahead
    std::string grouping;              // number: "A 000-000-000", filled from the right
    std::vector<CountryIndex> likely;  // country: shown before anything is typed; none: all of them
};

// Whether nobody but the visitor should read it, nor its answer.
inline bool is_private(const Question& question) {
    return question.sensitivity == Sensitivity::high;
}

}  // namespace pocketplan::content
