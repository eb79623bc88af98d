#include "content/compiler/local.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "content/compiler/yaml.h"
#include "content/interview.h"
#include "content/value.h"

namespace pocketplan::content::compiler {
namespace {

constexpr int longest_line = 80;

std::string in_hexadecimal(char32_t point) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "U+%04lX", static_cast<unsigned long>(point));
    return text.data();
}

// Reads a centre's contacts, and reports what cannot be printed as written.
class ContactReader {
public:
    explicit ContactReader(const MissingGlyph& missing_glyph) : missing_glyph_(missing_glyph) {}

    std::vector<Contact> read(const Yaml& root, const char* key) const {
        std::vector<Contact> contacts;
        if (!root.has(key)) return contacts;
        for (const auto& part : root.list(key)) contacts.push_back(read_contact(part));
        if (contacts.size() > 3)
            root.at(key).fault(std::string("'") + key + "' has more than 3 entries; the paper has room for 3");
        return contacts;
    }

private:
    Contact read_contact(const Yaml& node) const {
        node.allow_keys({"name", "phone", "hours", "languages"});
        Contact contact;
        if (node.at("name").is_blank()) {
            node.at("name").fault("'name' is missing; write who answers");
        } else {
            contact.name = read_line(node, "name");
        }
        contact.hours = read_line(node, "hours");
        contact.languages = read_line(node, "languages");
        if (node.has("phone") && node.at("phone").is_blank()) {
            node.at("phone").fault("'phone' is empty; write the number, or leave 'phone' out");
        } else if (node.has("phone")) {
            contact.phone = read_phone(node.at("phone"));
        }
        return contact;
    }

    std::string read_line(const Yaml& node, const char* key) const {
        if (!node.has(key)) return {};
        const std::string text = node.at(key).text();
        const std::string named = std::string("'") + key + "'";
        const auto taken = take_text(text, longest_line);
        if (!taken) {
            const auto unfit = find_unfit(text);
            node.at(key).fault(named +
                               (unfit ? ": " + describe(*unfit) : " must be one line of at most 80 characters"));
            return {};
        }
        const char32_t missing = missing_glyph_(taken->view());
        if (missing != 0)
            node.at(key).fault(named + " has " + in_hexadecimal(missing) +
                               ", which none of our fonts has; write it another way");
        return std::string(taken->view());
    }

    static std::string read_phone(const Yaml& node) {
        const std::string text = node.text();
        const auto taken = take_phone(text);
        if (taken) return std::string(taken->view());
        const auto unfit = find_unfit(text);
        node.fault(
            unfit ? "'phone': " + describe(*unfit)
                  : "'" + text +
                        "' is not a phone number; write 3 to 20 digits, in quotes, such as \"1-800-555-0100 ext. 5\"");
        return {};
    }

    const MissingGlyph& missing_glyph_;
};

bool is_extra(const Library& library, const std::string& fact) {
    return std::any_of(library.advice.begin(), library.advice.end(), [&](const Advice& advice) {
        const auto source = std::find_if(library.sources.begin(), library.sources.end(),
                                         [&](const Source& s) { return s.id == advice.source; });
        return advice.fact == fact && source != library.sources.end() && !source->seed;
    });
}

// How this pack's lines are written.
std::string example(const Library& library) {
    if (library.local_lines.empty()) return "languages: [" + library.tags() + "]";
    return library.local_lines.front().name + ": [{name: Legal Aid, phone: \"1-800-555-0100\"}]";
}

}  // namespace

tl::expected<Local, Faults> read_local(const std::filesystem::path& file, const Library& library,
                                       const MissingGlyph& missing_glyph, const std::filesystem::path& name) {
    Faults faults;
    const Yaml root = Yaml::read(file, (name.empty() ? file : name).string(), faults);
    Local local;
    if (faults.empty() && !root.is_empty() && !root.is_map()) {
        root.fault("expected lines by their names; write for example " + example(library));
    } else if (faults.empty() && root.is_map()) {
        std::vector<std::string_view> keys{"off", "languages"};
        for (const auto& line : library.local_lines) keys.emplace_back(line.name);
        root.allow_keys(keys);
        const ContactReader contacts(missing_glyph);
        for (const auto& line : library.local_lines) {
            local.lines.push_back({line.name, contacts.read(root, line.name.c_str())});
        }
        for (const auto& fact : root.list("off")) {
            local.off.push_back(fact.text());
            if (is_extra(library, local.off.back())) continue;
            fact.fault("'" + local.off.back() +
                       "' is not an extra that can be switched off; name facts of sources with seed: false");
        }
        for (const auto& tag : root.list("languages")) {
            local.languages.push_back(tag.text());
            const auto language = library.find_language(tag.text());
            const bool known = language && library.language(*language).tag == tag.text();
            if (!known) tag.fault("the content has no language '" + tag.text() + "'; it has " + library.tags());
        }
    }
    if (!faults.empty()) return tl::unexpected(std::move(faults));
    return local;
}

}  // namespace pocketplan::content::compiler
