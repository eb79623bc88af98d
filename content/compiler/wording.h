#pragma once

#include <string>
#include <string_view>
#include <vector>

// What a text's words are held to; pure, each finding is the end of a sentence that begins with the text's id.
namespace pocketplan::content::compiler {

// The two texts of one id.
struct Pair {
    std::string_view english;
    std::string_view translation;
    std::string_view script;   // ISO 15924, of the translation
    bool name = false;         // a country's: the same word in many languages
    bool same_wanted = false;  // the translator says that it is the same text
};

// English that may stand in any language.
struct Kept {
    std::vector<std::string> names;  // the same in every language, and to be kept
    std::vector<std::string> terms;  // of the glossary: wanted in brackets
};

// What a translation has to keep and does not: placeholders, digits (of our own script), addresses and names; and
// English that was left in it.
std::vector<std::string> differences(const Pair& pair, const Kept& kept);

// Flesch-Kincaid grade of an English text (Kincaid et al. 1975), by a count of syllables that knows silent endings.
double grade_of(std::string_view english);
// What makes an English text hard to read: a sentence of more than 25 words, or a grade above 8 in a text of 8 words or
// more (a shorter one is a label, and a grade says nothing of it).
std::vector<std::string> difficulties(std::string_view english);

// Whether an English text says a term as words of its own, in capitals or not.
bool says(std::string_view english, std::string_view term);
// The text without the names that are kept.
std::string without_names(std::string_view text, const Kept& kept);

// ASCII letters in small.
std::string lower(std::string_view text);
// Without a small letter, as a form's or an agency's short name is.
bool is_shouted(std::string_view word);
std::string without_placeholders(std::string_view text);
// Puts a space for each place where the piece stands.
void cut(std::string& text, std::string_view piece);

}  // namespace pocketplan::content::compiler
