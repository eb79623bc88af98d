#include "content/library.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace pocketplan::content {

namespace {

template <class Items, class Key, class Wanted>
auto find_place(const Items& items, Key key, const Wanted& wanted) -> std::optional<std::size_t> {
    const auto found = std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.*key == wanted; });
    if (found == items.end()) return std::nullopt;
    return static_cast<std::size_t>(found - items.begin());
}

}  // namespace

std::string_view Library::text(LanguageIndex index, TextIndex text) const {
    return language(index).texts[static_cast<std::size_t>(text)];
}

std::string_view Library::text(LanguageIndex index, std::string_view id) const {
    const auto found = text_index.find(id);
    if (found != text_index.end()) return text(index, found->second);
    std::fprintf(stderr, "content: no text '%.*s'\n", static_cast<int>(id.size()), id.data());
    std::abort();
}

std::optional<LanguageIndex> Library::find_language(std::string_view tag) const {
    const auto place = find_place(languages, &Language::tag, tag);
    return place ? std::optional(LanguageIndex(*place)) : std::nullopt;
}

std::optional<QuestionIndex> Library::find_question(std::string_view id) const {
    const auto place = find_place(questions, &Question::id, id);
    return place ? std::optional(QuestionIndex(*place)) : std::nullopt;
}

const Keyboard& Library::keyboard(LanguageIndex index) const {
    const auto place = find_place(keyboards, &Keyboard::id, language(index).keyboard);
    if (place) return keyboards[*place];
    std::fprintf(stderr, "content: no keyboard '%s'\n", language(index).keyboard.c_str());
    std::abort();
}

}  // namespace pocketplan::content
