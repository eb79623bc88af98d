#pragma once

#include <cstddef>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Letters of every script, using Unicode's own tables (utf8proc).
namespace pocketplan::content {

// The capital of a letter; anything else is returned as it is. Turkish has two letters i.
char32_t capital_of(char32_t letter, std::string_view language);

// Lower-case letters without their marks, with one letter for those that people type for one another (Arabic alefs,
// yehs and teh marbuta, the Turkish i): for finding a name by what is typed. In the default memory resource, because
// that is a visitor's; utf8proc works in memory that we give it.
std::pmr::vector<char> folded(std::string_view utf8);

// The form in which a name is searched: its letters and digits, folded, with one space between words. Apostrophes,
// hyphens and brackets separate words, whichever of them a keyboard has.
std::pmr::vector<char> for_search(std::string_view utf8);

// Whether this is a mark, for example a tone or a vowel sign, which belongs to the letter before it.
bool is_mark(char32_t point);
bool is_letter(char32_t point);
// A to Z, in either case.
bool is_latin(char c);
// One of thousands of characters, each a syllable or a word (Unicode's Ideographic): no keyboard has a key for each.
bool is_ideograph(char32_t point);

// Canonically decomposed (NFD), as code points. Not for a visitor's words.
std::u32string decomposed(std::string_view utf8);

// The code point that UTF-8 text begins with; 0 for none.
char32_t first_code_point(std::string_view utf8);
std::string to_utf8(char32_t point);

// The byte at which the text stops being UTF-8 (RFC 3629); unset if all of it is.
std::optional<std::size_t> first_broken_byte(std::string_view utf8);

// For the texts of a pack, never a visitor's. Broken UTF-8 is returned as it is.
// The same text, with each letter and its marks as one code point if there is one (NFC).
std::string composed(std::string_view utf8);
// As it would be typed on a plain keyboard: compatibility forms resolved (NFKC), every kind of space a plain one, and
// nothing invisible, for example no soft hyphens.
std::string plain(std::string_view utf8);

// dropped: without accents and vowel signs that writers leave out (Latin, Greek, Cyrillic, Arabic, Hebrew), and with
// one letter for those that stand for one another, as in folded(). Vowel signs of other scripts are as good as letters,
// and stay.
enum class Accents { kept, dropped };
// Only the letters, digits and marks of plain(), in lower case: two texts that say the same are equal, whatever their
// spaces, punctuation and capitals.
std::string bare(std::string_view utf8, Accents accents);

// Whether it has a decimal digit other than 0 to 9.
bool has_foreign_digit(std::string_view utf8);

}  // namespace pocketplan::content
