// We say what the source page says in our own words: no text of ours shares as long a run of words with it. The page's
// sentences are not ours to keep, so only hashes of its runs of words are here (page_runs.txt).
//
// When the page has changed, save its text as UTF-8 and make the hashes from it:
//
//     POCKETPLAN_PAGE=page.txt build/dev/content_test --gtest_filter='PageRuns.*'

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "content/letters.h"
#include "content/library.h"

namespace pocketplan::content {
namespace {

using Sum = std::uint64_t;
constexpr std::size_t run_length = 12;

const std::filesystem::path sums_file = std::filesystem::path(SOURCE_DIR) / "tests/content/page_runs.txt";

std::string read(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// English words in lower case, however they are capitalised, spaced and punctuated; "don't" is one.
std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words(1);
    for (const char c : plain(text)) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0) {
            words.back() += static_cast<char>(std::tolower(byte));
        } else if (c != '\'' && byte < 0x80 && !words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

// FNV-1a, 64 bits: the same on every machine.
Sum sum_of(std::vector<std::string>::const_iterator word, std::size_t count) {
    Sum sum = 0xCBF29CE484222325U;
    for (; count > 0; --count, ++word) {
        for (const char c : *word + " ") sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    }
    return sum;
}

std::set<Sum> sums_of_runs(const std::string& text) {
    const auto words = words_of(text);
    std::set<Sum> sums;
    for (auto at = words.begin(); words.end() - at >= static_cast<std::ptrdiff_t>(run_length); ++at) {
        sums.insert(sum_of(at, run_length));
    }
    return sums;
}

// The first run of words that a text shares with a page; empty if there is none.
std::string shared_run(const std::string& text, const std::set<Sum>& page) {
    const auto words = words_of(text);
    for (auto at = words.begin(); words.end() - at >= static_cast<std::ptrdiff_t>(run_length); ++at) {
        if (!page.contains(sum_of(at, run_length))) continue;
        std::string run;
        for (auto word = at; word != at + run_length; ++word) run += (run.empty() ? "" : " ") + *word;
        return run;
    }
    return {};
}

std::set<Sum> page_sums() {
    std::set<Sum> sums;
    std::ifstream in(sums_file);
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with("#")) sums.insert(std::stoull(line, nullptr, 16));
    }
    return sums;
}

TEST(PageRuns, OfTwelveWordsAreInNoneOfOurTexts) {
    if (const char* const page = std::getenv("POCKETPLAN_PAGE")) {
        std::ofstream out(sums_file);
        out << "# Sums of every run of 12 words of the source page; tests/content/page_runs_test.cpp says how they are "
               "made.\n";
        for (const auto sum : sums_of_runs(read(page))) out << std::hex << sum << "\n";
    }
    const auto page = page_sums();
    ASSERT_GT(page.size(), 1000U);
    const auto library = load_library(std::filesystem::path(BUILD_DIR) / "content.db");
    ASSERT_TRUE(library);
    for (std::size_t at = 0; at < library->text_ids.size(); ++at) {
        EXPECT_EQ(shared_run(library->languages.front().texts[at], page), "")
            << "'" << library->text_ids[at] << "' has these words of the page; say it in other words";
    }
}

TEST(PageRuns, AreFoundHoweverTheyAreWritten) {
    const std::string page = "One two three. Don’t stop: four, five six seven (eight nine) 1-800-555 ten!";
    const auto sums = sums_of_runs(page);
    EXPECT_EQ(sums.size(), 4U) << "15 words have 4 runs of 12";
    const std::string run = "three dont stop four five six seven eight nine 1 800 555";
    EXPECT_EQ(
        shared_run("ZERO, THREE; DON'T STOP FOUR\u00A0FIVE si\u00ADx seven – eight nine \u20661-800-555\u2069. End",
                   sums),
        run);
    EXPECT_EQ(shared_run("three don't stop four five six seven eight nine 1-800", sums), "")
        << "eleven words are no run";
    EXPECT_EQ(shared_run("", sums), "");
}

}  // namespace
}  // namespace pocketplan::content
