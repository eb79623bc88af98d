#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <tl/expected.hpp>

#include "content/paper.h"
#include "content/question.h"

namespace pocketplan::content {

// A language's place in Library::languages.
enum class LanguageIndex : std::uint16_t {};

enum class Direction { left_to_right, right_to_left };
// source: the language the facts are written in.
enum class Review { source, unreviewed, reviewed };

struct Language {
    std::string tag;       // BCP 47
    std::string own_name;  // in its own script
    std::string script;    // ISO 15924
    std::string keyboard;  // Keyboard::id
    Direction direction = Direction::left_to_right;
    Review review = Review::unreviewed;
    std::vector<std::string> texts;  // by TextIndex
};

// Layers of rows of keys, each key one UTF-8 character.
struct Keyboard {
    std::string id;
    using Row = std::vector<std::string>;
    std::vector<std::vector<Row>> layers;
};

struct Country {
    std::string code;  // ISO 3166-1 alpha-2
    TextIndex name{};
};

// Lets text_index be asked for a string_view without a copy.
struct TextIdHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view id) const { return std::hash<std::string_view>{}(id); }
};

// One content pack in all its languages: everything the program asks and says. Loaded whole from content.db, which is
// then closed; never changed afterwards, so any thread may read it. Holds nothing of any visitor.
struct Library {
    std::string pack;
    std::string version;
    Date information_date;
    std::vector<Language> languages;  // the first is the source language
    std::vector<std::string> text_ids;
    std::unordered_map<std::string, TextIndex, TextIdHash, std::equal_to<>> text_index;
    std::vector<Keyboard> keyboards;
    std::vector<Country> countries;
    std::vector<Source> sources;
    std::vector<Question> questions;
    std::vector<Advice> advice;
    std::vector<Paper> papers;
    std::vector<Paper> topics;

    [[nodiscard]] std::string_view text(LanguageIndex language, TextIndex index) const;
    // By id, such as "button.next". An id that the pack lacks is a fault of ours: aborts.
    [[nodiscard]] std::string_view text(LanguageIndex language, std::string_view id) const;
    [[nodiscard]] const Language& language(LanguageIndex index) const {
        return languages[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] std::optional<LanguageIndex> find_language(std::string_view tag) const;
    [[nodiscard]] const Question& question(QuestionIndex index) const {
        return questions[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] std::optional<QuestionIndex> find_question(std::string_view id) const;
    [[nodiscard]] const Keyboard& keyboard(LanguageIndex index) const;
};

// missing: no such file; unreadable: not SQLite, truncated or damaged; other_version: made by another release's
// compiler.
enum class LibraryFault { missing, unreadable, other_version };
tl::expected<Library, LibraryFault> load_library(const std::filesystem::path& file);
// One line for standard error: names the file, what is wrong and what to do.
std::string describe(LibraryFault fault, const std::filesystem::path& file);

// Writes content.db whole (beside, then renamed): never half of it. False where the file cannot be written.
bool save_library(const Library& library, const std::filesystem::path& file);

}  // namespace pocketplan::content
