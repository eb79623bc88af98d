#include "content/local.h"

#include <algorithm>

namespace pocketplan::content {
namespace {

bool named(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

void apply_local(Library& library, const Local& local) {
    for (auto& line : library.local_lines) {
        const auto told = std::find_if(local.lines.begin(), local.lines.end(),
                                       [&](const LocalLine& lines) { return lines.name == line.name; });
        line.contacts = told == local.lines.end() ? std::vector<Contact>() : told->contacts;
    }
    for (auto& advice : library.advice) {
        if (!named(local.off, advice.fact)) continue;
        advice.placements.clear();
        advice.every_page.reset();
    }
}

void drop_drafts(Library& library) {
    std::erase_if(library.languages, [](const Language& language) { return language.review == Review::draft; });
}

void keep_languages(Library& library, const Local& local) {
    drop_drafts(library);
    std::erase_if(library.languages, [&](const Language& language) {
        if (language.review == Review::source) return false;
        return local.languages.empty() ? language.review != Review::reviewed : !named(local.languages, language.tag);
    });
}

}  // namespace pocketplan::content
