#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "content/advice.h"
#include "content/paper.h"

namespace pocketplan::content {

// One content pack in all its languages: everything the program asks and says. Loaded whole from content.db, which is
// then closed; changed afterwards by age() alone, on the thread that reads it. Holds nothing of any visitor.
struct Library {
    std::string pack;
    std::string version;
    Date information_date;
    std::vector<Language> languages;  // the first is the source language
    std::vector<std::string> text_ids;
    std::map<std::string, TextIndex, std::less<>> text_index;  // of text_ids
    std::vector<Keyboard> keyboards;
    std::vector<Country> countries;
    std::vector<Source> sources;
    std::vector<Question> questions;
    std::vector<Advice> advice;
    std::vector<Paper> papers;
    std::vector<Paper> topics;
    std::vector<LocalLine> local_lines;  // of the centre that runs the program; content/local.h

    [[nodiscard]] std::string_view text(LanguageIndex language, TextIndex index) const;
    // By id, for example "button.next". An id that the pack does not have is a bug of ours: aborts.
    [[nodiscard]] std::string_view text(LanguageIndex language, std::string_view id) const;
    // The form of a plural text that `count`, 0 to 99, takes in this language. Its forms are texts "id[0]", "id[1]" ...
    [[nodiscard]] std::string_view plural(LanguageIndex language, std::string_view id, int count) const;
    [[nodiscard]] const Language& language(LanguageIndex index) const {
        return languages[static_cast<std::size_t>(index)];
    }
    // The recording of a text, for as long as the library is there; empty where there is none.
    [[nodiscard]] std::span<const std::uint8_t> recording(LanguageIndex language, TextIndex text) const;
    // Whether a draft has no translation there, and shows the English.
    [[nodiscard]] bool is_gap(const Language& draft, std::size_t text) const {
        return draft.review == Review::draft && draft.texts[text] == languages.front().texts[text];
    }
    // `tag` in upper or lower case (BCP 47, 2.1.1).
    [[nodiscard]] std::optional<LanguageIndex> find_language(std::string_view tag) const;
    // All of them, for a message that lists them: "en, es, ht".
    [[nodiscard]] std::string tags() const;
    [[nodiscard]] const Question& question(QuestionIndex index) const {
        return questions[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] std::optional<QuestionIndex> find_question(std::string_view id) const;
    [[nodiscard]] const Keyboard& keyboard(LanguageIndex index) const;
    [[nodiscard]] const Advice& advised(AdviceIndex index) const { return advice[static_cast<std::size_t>(index)]; }
    [[nodiscard]] const std::vector<Contact>& contacts(LocalLineIndex line) const {
        return local_lines[static_cast<std::size_t>(line)].contacts;
    }
    // `code`: ISO 3166-1 alpha-2, in capitals.
    [[nodiscard]] std::optional<CountryIndex> find_country(std::string_view code) const;
    [[nodiscard]] std::optional<LocalLineIndex> find_local_line(std::string_view name) const;

    // Fills text_index from text_ids.
    void index_texts();
};

// missing: no such file; unreadable: not SQLite, truncated or damaged; other_version: made by another release's
// compiler.
enum class LibraryFault { missing, unreadable, other_version };
tl::expected<Library, LibraryFault> load_library(const std::filesystem::path& file);
// Of the bytes of such a file, which have to last only as long as the call.
tl::expected<Library, LibraryFault> load_library(std::span<const std::byte> bytes);
// English and the texts of content/common, which are in the program itself: to say that a pack cannot be read. Asks
// nothing and prints nothing.
Library common_library();
// One line for standard error: names the file, what is wrong and what to do.
std::string describe(LibraryFault fault, const std::filesystem::path& file);

// Writes content.db as a whole (to a file beside it, then renamed), never half of it. False if the file cannot be
// written.
bool save_library(const Library& library, const std::filesystem::path& file);

}  // namespace pocketplan::content
