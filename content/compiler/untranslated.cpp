#include "content/compiler/untranslated.h"

#include <algorithm>
#include <regex>
#include <vector>

#include "content/letters.h"

namespace pocketplan::content::compiler {
namespace {

using Strings = std::vector<std::string>;

// Words made of letters, perhaps with an apostrophe or hyphen inside.
Strings words_of(std::string_view text) {
    static const std::regex word("[A-Za-z\\x80-\\xff]+(['-][A-Za-z]+)*");
    const std::string plainly = plain(without_placeholders(text));
    return {std::sregex_token_iterator(plainly.begin(), plainly.end(), word), std::sregex_token_iterator()};
}

// English words are ASCII. A word in all capitals is an agency or a form, and the same in every language.
bool is_english(const std::string& word) {
    const bool ascii =
        std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return ascii && !is_shouted(word);
}

bool begins_large(const std::string& word) {
    return word.front() < 'a';
}

std::string joined(Strings::const_iterator first, Strings::const_iterator last) {
    std::string run;
    for (auto word = first; word != last; ++word) run += (run.empty() ? "" : " ") + *word;
    return run;
}

// In lower case, except for words that the English itself capitalises, and the A of an A-number.
Strings small_words(Strings words, const Strings& english) {
    for (auto& word : words) {
        const bool english_too = std::find(english.begin(), english.end(), word) != english.end();
        const bool kept = is_shouted(word) && (word.size() == 1 || english_too);
        if (!kept) word = lower(word);
    }
    return words;
}

// Three English words in a row that are not all names show that a piece was not translated; in another script, one
// does. If the spaces between them are missing, or are inside the words, enough letters of three words do.
std::string left_in_english(const Pair& pair) {
    constexpr std::size_t enough_letters = 12;
    const auto english = words_of(pair.english);
    const auto small_english = small_words(english, english);
    const auto words = small_words(words_of(pair.translation), english);
    const auto letters = bare(without_placeholders(pair.translation), Accents::kept);
    const auto begins_here = [&](std::size_t at, std::size_t count) {
        const auto first = english.begin() + static_cast<std::ptrdiff_t>(at);
        const auto last = first + static_cast<std::ptrdiff_t>(count);
        if (!std::all_of(first, last, is_english)) return false;
        if (count > 1 && std::all_of(first, last, begins_large)) return false;
        const auto small = small_english.begin() + static_cast<std::ptrdiff_t>(at);
        const auto end = small + static_cast<std::ptrdiff_t>(count);
        if (std::search(words.begin(), words.end(), small, end) != words.end()) return true;
        const auto run = bare(joined(small, end), Accents::kept);
        return count > 2 && run.size() >= enough_letters && letters.find(run) != std::string::npos;
    };
    const std::size_t fewest = pair.script == "Latn" ? 3 : 1;
    for (const std::size_t count : {fewest, std::size_t{3}}) {
        for (std::size_t at = 0; at + count <= english.size(); ++at) {
            const auto first = english.begin() + static_cast<std::ptrdiff_t>(at);
            if (begins_here(at, count)) return joined(first, first + static_cast<std::ptrdiff_t>(count));
        }
    }
    return {};
}

}  // namespace

std::optional<std::string> untranslated(const Pair& pair, const Kept& kept) {
    std::string translation = without_names(pair.translation, kept);
    for (const auto& term : kept.terms) cut(translation, "(" + term + ")");  // wanted there
    const auto words = words_of(pair.english);
    const bool wordless = std::none_of(words.begin(), words.end(),
                                       [](const std::string& word) { return word.size() > 2 && is_english(word); });
    if (bare(translation, Accents::kept) == bare(pair.english, Accents::kept)) {
        const bool wanted = pair.same_wanted || wordless || (pair.name && pair.script == "Latn");
        if (wanted) return std::nullopt;
        return "is still in English; translate it, or write the comment '# same' above it";
    }
    const auto run = pair.name ? "" : left_in_english({pair.english, translation, pair.script});
    if (run.empty()) return std::nullopt;
    return "has '" + run + "' left in English; translate it";
}

}  // namespace pocketplan::content::compiler
