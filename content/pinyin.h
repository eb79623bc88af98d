#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

// Chinese characters by how they are read, in pinyin without tones. A table made of Unihan's readings when the program
// is built (make_pinyin_table): nothing is learned of what anybody types.
namespace pocketplan::content {

struct Syllable {
    std::string_view letters;
    std::string_view characters;  // UTF-8; those met most often come first
};
inline constexpr std::size_t character_bytes = 3;  // of each of them

// Sorted by their letters.
const std::vector<Syllable>& pinyin_table();

// The Latin letters that `words` end with: perhaps a syllable that is being typed.
std::string_view letters_at_end(std::string_view words);
// The characters that are read so, capitals or not; none for what is no syllable.
std::string_view characters_for(std::string_view letters);

// Whether `letters` are how `characters` begin to be read: "mei", "meig", "meiguo" are 美国. Other signs are passed
// over.
bool begins_to_read(std::string_view characters, std::string_view letters);

}  // namespace pocketplan::content
