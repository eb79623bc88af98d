#pragma once

#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

// Letters of every script, by Unicode's own tables (utf8proc).
namespace pocketplan::content {

// The capital of a letter; anything else is itself. Turkish has two i.
char32_t capital_of(char32_t letter, std::string_view language);

// Small letters without their marks, and one letter for those that people type for one another (Arabic alefs, yehs and
// teh marbuta, the Turkish i): for finding a name by what is typed. In the default memory resource, as that is a
// visitor's; utf8proc is given our own memory to work in.
std::pmr::vector<char> folded(std::string_view utf8);

// What a name is found by: its letters and digits, folded, with one space between words. Apostrophes, hyphens and
// brackets part words, whichever of them a keyboard has.
std::pmr::vector<char> for_search(std::string_view utf8);

// A mark of its own, such as a tone or a vowel sign: it belongs to the letter before it.
bool is_mark(char32_t point);
bool is_letter(char32_t point);
// Written by the thousand, one for a syllable or a word (Unicode's Ideographic): no keyboard has a key for each.
bool is_ideograph(char32_t point);

// Canonically decomposed (NFD), as code points. Not for a visitor's words.
std::u32string decomposed(std::string_view utf8);

// The code point that UTF-8 text begins with; 0 for none.
char32_t first_code_point(std::string_view utf8);
std::string to_utf8(char32_t point);

}  // namespace pocketplan::content
