#pragma once

#include <string>
#include <string_view>
#include <vector>

// Rules for a text's words. Pure; each finding is the end of a sentence that begins with the text's id.
namespace pocketplan::content::compiler {

// The two texts of one id.
struct Pair {
    std::string_view english;
    std::string_view translation;
    std::string_view script;   // ISO 15924, of the translation
    bool name = false;         // a country's name: the same word in many languages
    bool same_wanted = false;  // the translator marked it as the same text
};

// English that is allowed in any language.
struct Kept {
    std::vector<std::string> names;  // the same in every language, and to be kept
    std::vector<std::string> terms;  // of the glossary: expected in brackets
};

// What a translation must keep and does not: placeholders, digits (of our own script), addresses and names; and English
// that was left in it.
std::vector<std::string> differences(const Pair& pair, const Kept& kept);

// The Flesch-Kincaid grade of an English text (Kincaid et al. 1975), with a count of syllables that knows silent
// endings.
double grade_of(std::string_view english);
// What makes an English text hard to read: a sentence of more than 25 words, or a grade above 8 in a text of 8 words or
// more (a shorter one is a label, and its grade means nothing).
std::vector<std::string> difficulties(std::string_view english);

// Whether an English text contains a term as whole words, in any case.
bool says(std::string_view english, std::string_view term);
// The text without the names that are kept in every language.
std::string without_names(std::string_view text, const Kept& kept);

// With ASCII letters in lower case.
std::string lower(std::string_view text);
// Whether it has no lower-case letter, like the short name of a form or an agency.
bool is_shouted(std::string_view word);
std::string without_placeholders(std::string_view text);
// Replaces every occurrence of the piece with a space.
void cut(std::string& text, std::string_view piece);

}  // namespace pocketplan::content::compiler
