#include "content/compiler/wording.h"

#include <algorithm>
#include <cctype>
#include <regex>
#include <set>
#include <sstream>

#include "content/compiler/untranslated.h"
#include "content/letters.h"

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

bool is_letter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

// Whether a text contains these words as whole words.
bool stands_in(std::string_view text, std::string_view words) {
    for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
        const auto end = at + words.size();
        const bool begins = at == 0 || !is_letter(text[at - 1]);
        if (begins && (end == text.size() || !is_letter(text[end]))) return true;
    }
    return false;
}

// Sentences, as lists of words. "U.S." does not end one.
std::vector<std::vector<std::string>> sentences_of(std::string_view english) {
    static const std::regex united_states("U\\.S\\.");
    const std::string text = std::regex_replace(without_placeholders(english), united_states, "US");
    static const std::regex end("[.!?]+(\\s|$)");
    static const std::regex word("[A-Za-z0-9]+(['-][A-Za-z]+)*");
    std::vector<std::vector<std::string>> sentences;
    for (std::sregex_token_iterator part(text.begin(), text.end(), end, -1); part != std::sregex_token_iterator();
         ++part) {
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
    const auto ends = [&](std::string_view ending, std::string_view not_after) {
        const auto before = word.size() - ending.size() - 1;
        return word.size() > ending.size() && word.ends_with(ending) && not_after.find(word[before]) == not_after.npos;
    };
    if (count > 1 && (ends("e", "l") || ends("es", "sxzcghaeiou") || ends("ed", "tdaeiou"))) --count;
    return std::max(count, 1);
}

// Some languages write a month as its number: "2025 年 12 月" for "December 2025".
Found numbers_of_months(const std::string& english) {
    static const std::regex dated(
        "(January|February|March|April|May|June|July|August|September|October|November|December)( [0-9]+,)? [0-9]{4}");
    static constexpr std::string_view begun = "JanFebMarAprMayJunJulAugSepOctNovDec";
    Found numbers;
    for (const auto& date : matches(english, dated)) {
        numbers.insert(std::to_string(begun.find(std::string_view(date).substr(0, 3)) / 3 + 1));
    }
    return numbers;
}

void compare_numbers(const std::string& english, const std::string& translation, std::vector<std::string>& found) {
    static const std::regex number("[0-9]+");
    Found with_months = matches(english, number);
    with_months.merge(numbers_of_months(english));
    if (matches(translation, number) != with_months) compare("the numbers", english, translation, number, found);
}

}  // namespace

std::vector<std::string> differences(const Pair& pair, const Kept& kept) {
    static const std::regex address("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[a-z]{2,}");
    std::vector<std::string> found;
    compare("placeholders", std::string(pair.english), std::string(pair.translation), placeholder(), found);
    const std::string english = without_placeholders(pair.english);
    const std::string translation = without_placeholders(pair.translation);
    if (has_foreign_digit(translation)) found.emplace_back("has digits of another script; write 0 to 9");
    compare_numbers(english, translation, found);
    compare("the addresses", english, translation, address, found);
    for (const auto& name : kept.names) {
        const bool lost = stands_in(english, name) && !stands_in(translation, name);
        if (lost) found.push_back("lacks '" + name + "', which the English has");
    }
    if (const auto left = untranslated(pair, kept)) found.push_back(*left);
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
    return stands_in(lower(english), lower(term));
}

std::string without_names(std::string_view text, const Kept& kept) {
    std::string rest(text);
    for (const auto& name : kept.names) {
        if (!is_shouted(name)) cut(rest, name);  // all capitals are never taken for English
    }
    return rest;
}

std::string lower(std::string_view text) {
    std::string small(text);
    std::transform(small.begin(), small.end(), small.begin(), [](unsigned char c) { return std::tolower(c); });
    return small;
}

bool is_shouted(std::string_view word) {
    return std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string without_placeholders(std::string_view text) {
    return std::regex_replace(std::string(text), placeholder(), " ");
}

void cut(std::string& text, std::string_view piece) {
    if (piece.empty()) return;
    for (auto at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) {
        text.replace(at, piece.size(), " ");
    }
}

}  // namespace pocketplan::content::compiler
