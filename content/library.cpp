#include "content/library.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace pocketplan::content {

std::string_view Library::text(LanguageIndex index, TextIndex text) const {
    return language(index).texts[static_cast<std::size_t>(text)];
}

std::string_view Library::text(LanguageIndex index, std::string_view id) const {
    const auto found = text_index.find(id);
    if (found == text_index.end()) {
        std::fprintf(stderr, "content: no text %.*s\n", static_cast<int>(id.size()), id.data());
        std::abort();
    }
    return text(index, found->second);
}

std::string_view Library::plural(LanguageIndex index, std::string_view id, int count) const {
    const auto& forms = language(index).plural_forms;
    const auto form = forms[static_cast<std::size_t>(std::clamp(count, 0, static_cast<int>(forms.size()) - 1))];
    return text(index, std::string(id) + "[" + std::to_string(form) + "]");
}

std::span<const std::uint8_t> Library::recording(LanguageIndex index, TextIndex text) const {
    const auto& all = language(index).recordings;
    const auto found = std::lower_bound(all.begin(), all.end(), text,
                                        [](const Recording& one, TextIndex wanted) { return one.text < wanted; });
    if (found == all.end() || found->text != text) return {};
    return found->opus;
}

std::optional<LanguageIndex> Library::find_language(std::string_view tag) const {
    const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    const auto found = std::find_if(languages.begin(), languages.end(), [&](const auto& language) {
        return std::equal(language.tag.begin(), language.tag.end(), tag.begin(), tag.end(),
                          [&](char a, char b) { return small(a) == small(b); });
    });
    if (found == languages.end()) return std::nullopt;
    return static_cast<LanguageIndex>(found - languages.begin());
}

std::string Library::tags() const {
    std::string all;
    for (const auto& language : languages) all += (all.empty() ? "" : ", ") + language.tag;
    return all;
}

std::optional<QuestionIndex> Library::find_question(std::string_view id) const {
    const auto found = std::find_if(questions.begin(), questions.end(), [&](const auto& q) { return q.id == id; });
    if (found == questions.end()) return std::nullopt;
    return static_cast<QuestionIndex>(found - questions.begin());
}

std::optional<CountryIndex> Library::find_country(std::string_view code) const {
    const auto found =
        std::find_if(countries.begin(), countries.end(), [&](const Country& country) { return country.code == code; });
    if (found == countries.end()) return std::nullopt;
    return static_cast<CountryIndex>(found - countries.begin());
}

std::optional<LocalLineIndex> Library::find_local_line(std::string_view name) const {
    const auto found =
        std::find_if(local_lines.begin(), local_lines.end(), [&](const auto& line) { return line.name == name; });
    if (found == local_lines.end()) return std::nullopt;
    return static_cast<LocalLineIndex>(found - local_lines.begin());
}

const Keyboard& Library::keyboard(LanguageIndex index) const {
    const auto& id = language(index).keyboard;
    return *std::find_if(keyboards.begin(), keyboards.end(), [&](const auto& k) { return k.id == id; });
}

void Library::index_texts() {
    text_index.clear();
    for (std::size_t at = 0; at < text_ids.size(); ++at) text_index[text_ids[at]] = static_cast<TextIndex>(at);
}

std::string describe(LibraryFault fault, const std::filesystem::path& file) {
    const std::string name = file.string();
    switch (fault) {
        case LibraryFault::missing:
            return name + ": no such content file; install its package, or make it with pocketplan-content build";
        case LibraryFault::unreadable:
            return name +
                   ": not a whole content file; install its package again, or make it again with pocketplan-content "
                   "build";
        case LibraryFault::other_version:
            return name +
                   ": made for another version of Pocketplan; install the package of this one, or make it again with "
                   "pocketplan-content build";
    }
    std::abort();
}

}  // namespace pocketplan::content
