#include "content/compiler/wording.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <regex>
#include <set>
#include <sstream>

namespace pocketplan::content::compiler {
namespace {

using Found = std::multiset<std::string>;

Found matches(const std::string& text, const std::regex& pattern) {
    return {std::sregex_token_iterator(text.begin(), text.end(), pattern), std::sregex_token_iterator()};
}

const std::regex& placeholder() {
    static const std::regex pattern(R"(\{[a-z_0-9]*\})");
    return pattern;
}

std::string without_placeholders(std::string_view text) {
    return std::regex_replace(std::string(text), placeholder(), " ");
}

std::string list_of(const Found& words) {
    std::string list;
    for (const auto& word : words) list += (list.empty() ? "" : " ") + word;
    return list.empty() ? "none" : list;
}

void compare(const char* what, const std::string& english, const std::string& translation, const std::regex& pattern,
             std::vector<std::string>& found) {
    const Found expected = matches(english, pattern);
    const Found actual = matches(translation, pattern);
    if (expected == actual) return;
    found.push_back(std::string("has ") + what + " " + list_of(actual) + "; the English has " + list_of(expected));
}

// Decimal digits of other scripts (Unicode category Nd) in the blocks of languages near us: their zeros.
bool has_foreign_digit(std::string_view utf8) {
    constexpr std::array<unsigned, 10> zeros{0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xFF10};
    for (std::size_t i = 0; i + 1 < utf8.size(); ++i) {
        const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(utf8[k]); };
        unsigned point = 0;
        if (byte(i) >= 0xC0 && byte(i) < 0xE0) point = (byte(i) & 0x1FU) << 6U | (byte(i + 1) & 0x3FU);
        if (byte(i) >= 0xE0 && byte(i) < 0xF0 && i + 2 < utf8.size()) {
            point = (byte(i) & 0xFU) << 12U | (byte(i + 1) & 0x3FU) << 6U | (byte(i + 2) & 0x3FU);
        }
        const bool foreign =
            std::any_of(zeros.begin(), zeros.end(), [&](unsigned z) { return point >= z && point < z + 10; });
        if (foreign) return true;
    }
    return false;
}

bool is_letter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

// Words of ASCII letters, with an apostrophe or hyphen inside.
std::vector<std::string> ascii_words(const std::string& text) {
    static const std::regex word("[A-Za-z\\x80-\\xff]+(['-][A-Za-z]+)*");
    return {std::sregex_token_iterator(text.begin(), text.end(), word), std::sregex_token_iterator()};
}

bool is_shouted(const std::string& word) {
    return std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_english(const std::string& word) {
    const bool ascii = std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return ascii && !is_shouted(word);
}

// Three English words in a row, not all of them names, say that a piece was not translated; in a script of its own, one.
std::string left_in_english(const Pair& pair) {
    const auto english = ascii_words(without_placeholders(pair.english));
    const auto words = ascii_words(without_placeholders(pair.translation));
    const std::size_t most = pair.script == "Latn" ? 3 : 1;
    for (std::size_t at = 0; at + most <= words.size(); ++at) {
        const auto first = words.begin() + static_cast<std::ptrdiff_t>(at);
        const auto last = first + static_cast<std::ptrdiff_t>(most);
        if (!std::all_of(first, last, is_english)) continue;
        const bool names = most > 1 && std::all_of(first, last, [](const std::string& w) { return w.front() < 'a'; });
        if (names || std::search(english.begin(), english.end(), first, last) == english.end()) continue;
        std::string run;
        for (auto word = first; word != last; ++word) run += (run.empty() ? "" : " ") + *word;
        return run;
    }
    return {};
}

void cut(std::string& text, const std::string& piece) {
    for (auto at = text.find(piece); at != std::string::npos; at = text.find(piece)) text.replace(at, piece.size(), " ");
}

std::string lower(std::string_view text) {
    std::string small(text);
    std::transform(small.begin(), small.end(), small.begin(), [](unsigned char c) { return std::tolower(c); });
    return small;
}

void find_untranslated(Pair pair, const Kept& kept, std::vector<std::string>& found) {
    if (pair.same_wanted) return;
    std::string translation = without_names(pair.translation, kept);
    for (const auto& term : kept.terms) cut(translation, "(" + term + ")");  // wanted there
    pair.translation = translation;
    const auto words = ascii_words(without_placeholders(pair.english));
    const bool wordless = std::none_of(words.begin(), words.end(),
                                       [](const std::string& word) { return word.size() > 2 && is_english(word); });
    if (pair.translation == pair.english && !wordless && !(pair.name && pair.script == "Latn")) {
        found.emplace_back("is still the English; translate it, or write the comment '# same' above it");
        return;
    }
    const auto run = left_in_english(pair);
    if (!run.empty() && !pair.name) found.push_back("has '" + run + "' left in English; translate it");
}

// Sentences, as lists of words. "U.S." ends none.
std::vector<std::vector<std::string>> sentences_of(std::string_view english) {
    const std::string text = std::regex_replace(without_placeholders(english), std::regex("U\\.S\\."), "US");
    static const std::regex end("[.!?]+(\\s|$)");
    static const std::regex word("[A-Za-z0-9]+(['-][A-Za-z]+)*");
    std::vector<std::vector<std::string>> sentences;
    for (std::sregex_token_iterator part(text.begin(), text.end(), end, -1); part != std::sregex_token_iterator(); ++part) {
        const std::string sentence = part->str();
        std::vector<std::string> words{std::sregex_token_iterator(sentence.begin(), sentence.end(), word),
                                       std::sregex_token_iterator()};
        if (!words.empty()) sentences.push_back(std::move(words));
    }
    return sentences;
}

int syllables_of(std::string word) {
    if (word == "US") return 2;
    word = lower(word);
    const auto vowel = [](char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; };
    int count = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (vowel(word[i]) && (i == 0 || !vowel(word[i - 1]))) ++count;
    }
    const auto ends = [&](const char* pattern) { return std::regex_search(word, std::regex(pattern)); };
    if (count > 1 && (ends("[^l]e$") || ends("[^sxzcghaeiou]es$") || ends("[^tdaeiou]ed$"))) --count;
    return std::max(count, 1);
}

}  // namespace

std::vector<std::string> differences(const Pair& pair, const Kept& kept) {
    static const std::regex number("[0-9]+");
    static const std::regex address("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[a-z]{2,}");
    std::vector<std::string> found;
    compare("placeholders", std::string(pair.english), std::string(pair.translation), placeholder(), found);
    const std::string english = without_placeholders(pair.english);
    const std::string translation = without_placeholders(pair.translation);
    if (has_foreign_digit(translation)) found.emplace_back("has digits of another script; write 0 to 9");
    compare("the numbers", english, translation, number, found);
    compare("the addresses", english, translation, address, found);
    for (const auto& name : kept.names) {
        const auto stands_in = [&](const std::string& text) {
            return std::regex_search(text, std::regex("(^|[^A-Za-z])" + name + "($|[^A-Za-z])"));
        };
        if (stands_in(english) && !stands_in(translation)) found.push_back("lacks '" + name + "', which the English has");
    }
    find_untranslated(pair, kept, found);
    return found;
}

double grade_of(std::string_view english) {
    const auto sentences = sentences_of(english);
    double words = 0;
    double syllables = 0;
    for (const auto& sentence : sentences) {
        words += static_cast<double>(sentence.size());
        for (const auto& word : sentence) syllables += syllables_of(word);
    }
    if (words == 0) return 0;
    return 0.39 * words / static_cast<double>(sentences.size()) + 11.8 * syllables / words - 15.59;
}

std::vector<std::string> difficulties(std::string_view english) {
    constexpr std::size_t most_words = 25;
    constexpr std::size_t fewest_graded = 8;
    constexpr double highest_grade = 8;
    std::vector<std::string> found;
    std::size_t words = 0;
    for (const auto& sentence : sentences_of(english)) {
        words += sentence.size();
        if (sentence.size() <= most_words) continue;
        found.push_back("has a sentence of " + std::to_string(sentence.size()) + " words, from '" + sentence.front() +
                        " " + sentence[1] + " " + sentence[2] + "'; make it 25 or fewer");
    }
    const double grade = grade_of(english);
    if (words >= fewest_graded && grade > highest_grade) {
        std::ostringstream line;
        line.precision(1);
        line << "reads at grade " << std::fixed << grade << "; write it for grade 8, in shorter words and sentences";
        found.push_back(line.str());
    }
    return found;
}

bool says(std::string_view english, std::string_view term) {
    const std::string text = lower(english);
    const std::string word = lower(term);
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        const bool begins = at == 0 || !is_letter(text[at - 1]);
        if (begins && (end == text.size() || !is_letter(text[end]))) return true;
    }
    return false;
}

std::string without_names(std::string_view text, const Kept& kept) {
    std::string rest(text);
    for (const auto& name : kept.names) {
        if (!is_shouted(name)) cut(rest, name);  // what is all capitals is never taken for English
    }
    return rest;
}

std::string plain_words(std::string_view text) {
    std::string plain;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool kept = byte >= 0x80 || is_letter(c) || (c >= '0' && c <= '9');
        if (kept) {
            plain += static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte);
        } else if (c != '\'' && !plain.empty() && plain.back() != ' ') {
            plain += ' ';
        }
    }
    while (!plain.empty() && plain.back() == ' ') plain.pop_back();
    return plain;
}

}  // namespace pocketplan::content::compiler
