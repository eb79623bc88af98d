#include "content/compiler/local.h"

#include <algorithm>
#include <array>

#include "content/compiler/yaml.h"
#include "content/interview.h"

namespace pocketplan::content::compiler {
namespace {

constexpr int longest_line = 80;

// A text that fits its place on paper, and holds nothing that would break or turn a line.
std::string read_line(const Yaml& node, const char* key) {
    if (!node.has(key)) return {};
    std::string text = node.at(key).text();
    if (!check_text(text, longest_line)) {
        node.at(key).fault(std::string("'") + key + "' must be one line of at most 80 characters");
    }
    return text;
}

Contact read_contact(const Yaml& node) {
    node.allow_keys({"name", "phone", "hours", "languages"});
    Contact contact;
    if (!node.has("name")) node.fault("'name' is missing; write who answers");
    contact.name = read_line(node, "name");
    contact.hours = read_line(node, "hours");
    contact.languages = read_line(node, "languages");
    if (node.has("phone")) contact.phone = node.at("phone").text();
    if (!contact.phone.empty() && !check_phone(contact.phone)) {
        node.at("phone").fault("'" + contact.phone +
                               "' is no phone number; write 7 to 15 digits, in quotes, such as \"1-800-555-0100\"");
    }
    return contact;
}

std::vector<Contact> read_contacts(const Yaml& root, const char* key) {
    std::vector<Contact> contacts;
    if (!root.has(key)) return contacts;
    for (const auto& part : root.list(key)) contacts.push_back(read_contact(part));
    if (contacts.size() > 3)
        root.at(key).fault(std::string("'") + key + "' has more than 3 entries; the paper has room for 3");
    return contacts;
}

std::string known_tags(const Library& library) {
    std::string tags;
    for (const auto& language : library.languages) tags += (tags.empty() ? "" : ", ") + language.tag;
    return tags;
}

bool is_extra(const Library& library, const std::string& fact) {
    return std::any_of(library.advice.begin(), library.advice.end(), [&](const Advice& advice) {
        const auto source = std::find_if(library.sources.begin(), library.sources.end(),
                                         [&](const Source& s) { return s.id == advice.source; });
        return advice.fact == fact && source != library.sources.end() && !source->seed;
    });
}

}  // namespace

tl::expected<Local, Faults> read_local(const std::filesystem::path& file, const Library& library) {
    Faults faults;
    const Yaml root = Yaml::read(file, file.string(), faults);
    Local local;
    if (faults.empty() && !root.is_empty()) {
        std::vector<std::string_view> keys{"off", "languages"};
        for (const auto& line : library.local_lines) keys.emplace_back(line.name);
        root.allow_keys(keys);
        for (const auto& line : library.local_lines) {
            local.lines.push_back({line.name, read_contacts(root, line.name.c_str())});
        }
        for (const auto& fact : root.list("off")) {
            local.off.push_back(fact.text());
            if (is_extra(library, local.off.back())) continue;
            fact.fault("'" + local.off.back() +
                       "' is no extra that can be switched off; name facts of sources with seed: false");
        }
        for (const auto& tag : root.list("languages")) {
            local.languages.push_back(tag.text());
            if (library.find_language(local.languages.back())) continue;
            tag.fault("the content has no language '" + local.languages.back() + "'; it has " + known_tags(library));
        }
    }
    if (!faults.empty()) return tl::unexpected(std::move(faults));
    return local;
}

}  // namespace pocketplan::content::compiler
