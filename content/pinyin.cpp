#include "content/pinyin.h"

#include <algorithm>

#include "content/letters.h"

namespace pocketplan::content {
namespace {

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

char small(char c) {
    return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

bool comes_before(const Syllable& syllable, std::string_view letters) {
    const auto less = [](char a, char b) { return small(a) < small(b); };
    return std::lexicographical_compare(syllable.letters.begin(), syllable.letters.end(), letters.begin(),
                                        letters.end(), less);
}

}  // namespace

std::string_view letters_at_end(std::string_view words) {
    const auto last_other = std::find_if_not(words.rbegin(), words.rend(), is_latin);
    return words.substr(static_cast<std::size_t>(words.rend() - last_other));
}

std::string_view characters_for(std::string_view letters) {
    const auto& table = pinyin_table();
    const auto found = std::lower_bound(table.begin(), table.end(), letters, comes_before);
    const bool same =
        found != table.end() && std::equal(letters.begin(), letters.end(), found->letters.begin(), found->letters.end(),
                                           [](char typed, char known) { return small(typed) == known; });
    return same ? found->characters : std::string_view();
}

bool begins_to_read(std::string_view characters, std::string_view letters) {
    while (!characters.empty() && !is_ideograph(first_code_point(characters))) {
        characters.remove_prefix(to_utf8(first_code_point(characters)).size());
    }
    if (letters.empty()) return true;
    if (characters.empty()) return false;
    const auto character = characters.substr(0, to_utf8(first_code_point(characters)).size());
    const auto rest = characters.substr(character.size());
    const auto& table = pinyin_table();
    // First the syllables that continue what was typed so far, then the shorter ones that it continues.
    auto syllable = std::lower_bound(table.begin(), table.end(), letters, comes_before);
    for (; syllable != table.end() && syllable->letters.starts_with(letters); ++syllable) {
        if (syllable->characters.find(character) != std::string_view::npos) return true;
    }
    constexpr std::size_t longest = 6;  // "zhuang"
    for (std::size_t length = 1; length <= std::min(longest, letters.size()); ++length) {
        const bool read = characters_for(letters.substr(0, length)).find(character) != std::string_view::npos;
        if (read && begins_to_read(rest, letters.substr(length))) return true;
    }
    return false;
}

}  // namespace pocketplan::content
