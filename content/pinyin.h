#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

// Chinese characters by their reading, in pinyin without tones. The table is made from Unihan's readings when the
// program is built (make_pinyin_table); nothing is learned from what anybody types.
namespace pocketplan::content {

struct Syllable {
    std::string_view letters;
    std::string_view characters;  // UTF-8; the most frequent come first
};
inline constexpr std::size_t character_bytes = 3;  // of each of them

// Sorted by their letters.
const std::vector<Syllable>& pinyin_table();

// The Latin letters at the end of `words`: perhaps a syllable that is being typed.
std::string_view letters_at_end(std::string_view words);
// The characters with this reading, in any case; empty if it is not a syllable.
std::string_view characters_for(std::string_view letters);

// Whether the reading of `characters` begins with `letters`: "mei", "meig", "meiguo" match 美国. Other signs are
// skipped.
bool begins_to_read(std::string_view characters, std::string_view letters);

}  // namespace pocketplan::content
