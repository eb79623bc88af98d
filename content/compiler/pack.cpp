#include <algorithm>
#include <cctype>
#include <set>

#include "content/compiler/parts.h"
#include "content/dates.h"
#include "content/letters.h"
#include "content/value.h"

namespace pocketplan::content::compiler {
namespace {

Date read_date(const Yaml& node, const char* key) {
    const auto date = parse_day(node.text(key));
    if (!date) node.at(key).fault(std::string("'") + key + "' must be a day such as 2025-12-11");
    return date.value_or(Date{});
}

// A number or an address, printed exactly as written.
std::string read_value(const Yaml& name, const Yaml& value) {
    const std::string called = "the value '" + name.text() + "'";
    if (value.is_blank()) {
        name.fault(called + " is empty; write it, or take it out");
        return {};
    }
    const std::string text = value.text();
    const auto unfit = find_unfit(text);
    if (unfit) value.fault(called + ": " + describe(*unfit));
    if (text.find_first_of("{}") != std::string::npos)
        value.fault(called + " has a brace; a value is printed as it is");
    return text;
}

constexpr std::size_t longest_tag = 15;  // as long as the kiosk's counts and its farewell have room for

// What a visitor touches to choose the language, and its name in files.
void check_names(const Yaml& part, const Language& language) {
    const auto unfit = find_unfit(language.own_name);
    if (unfit) part.fault("'name': " + describe(*unfit));
    if (bare(language.own_name, Accents::kept).empty()) part.fault("'name' is empty; write the language's own name");
    const bool tagged = std::all_of(language.tag.begin(), language.tag.end(),
                                    [](unsigned char c) { return std::isalnum(c) != 0 || c == '-'; });
    if (language.tag.empty() || !tagged)
        part.fault("'" + language.tag + "' is not a language tag; write, for example, pt-BR");
    if (language.tag.size() > longest_tag)
        part.fault("the tag '" + language.tag + "' is too long; write at most " + std::to_string(longest_tag) +
                   " characters");
}

void read_local_line(const Yaml& node, Library& library) {
    const std::string name = node.text();
    const bool taken = name == "off" || name == "languages";  // local.yaml has these already
    if (!is_id(name) || taken) node.fault("a local line cannot be called '" + name + "'; use a-z, 0-9 and _");
    if (library.find_local_line(name)) node.fault("the local line '" + name + "' is defined twice");
    library.local_lines.push_back({name, {}});
}

}  // namespace

std::filesystem::path common_folder(const Yaml& root, const std::filesystem::path& folder) {
    return (folder / root.text_or("common", "../common")).lexically_normal();
}

PackHead read_pack(const Yaml& root, const std::filesystem::path& folder, Library& library) {
    root.allow_keys({"name", "version", "information_date", "common", "values", "keep", "local_lines"});
    library.pack = root.text("name");
    library.version = root.text("version");
    library.information_date = read_date(root, "information_date");
    for (const auto& name : root.list("local_lines")) read_local_line(name, library);
    PackHead head;
    head.common = common_folder(root, folder);
    for (const auto& [name, value] : root.at("values").pairs())
        head.rules.values[name.text()] = read_value(name, value);
    add_names(root.list("keep"), head.rules.kept);
    return head;
}

void add_names(const std::vector<Yaml>& list, Kept& kept) {
    for (const auto& name : list) {
        kept.names.push_back(name.text());
        if (bare(kept.names.back(), Accents::kept).empty()) name.fault("expected a name that every language keeps");
    }
}

std::vector<Language> read_languages(const Yaml& root) {
    std::vector<Language> languages;
    std::set<std::string> tags;
    for (const auto& part : root.list()) {
        part.allow_keys({"tag", "name", "script", "direction", "keyboard", "review", "on"});
        Language language;
        language.tag = part.text("tag");
        language.own_name = part.text("name");
        check_names(part, language);
        language.script = part.text("script");
        language.keyboard = part.text("keyboard");
        if (!part.has("direction")) part.fault("'direction' is missing; it is ltr or rtl");
        language.direction = static_cast<Direction>(part.one_of("direction", {"ltr", "rtl"}, 0));
        language.review = static_cast<Review>(part.one_of("review", {"source", "unreviewed", "reviewed", "draft"}, 1));
        if (!tags.insert(language.tag).second) part.fault("the language '" + language.tag + "' is defined twice");
        if (part.flag_or("on", true)) languages.push_back(std::move(language));
    }
    if (languages.empty()) root.fault("no language is on; the first one is the source language");
    return languages;
}

Tags tags_of(const Yaml& languages, const std::filesystem::path& folder) {
    Tags tags;
    for (const auto& part : languages.list()) tags.insert(part.text_or("tag", ""));
    std::error_code none;
    for (const auto& file : std::filesystem::directory_iterator(folder / "languages", none)) {
        if (file.path().extension() == ".po") tags.insert(file.path().stem().string());
    }
    return tags;
}

std::vector<std::pair<std::string, Yaml>> languages_of(const Yaml& part, std::string_view other, const Tags& tags) {
    std::vector<std::pair<std::string, Yaml>> found;
    for (const auto& [key, value] : part.pairs()) {
        const std::string tag = key.text();
        if (tag == other) continue;
        found.emplace_back(tag, value);
        if (tags.contains(tag)) continue;
        std::string known;
        for (const auto& name : tags) known += (known.empty() ? "" : ", ") + name;
        key.fault("the pack has no language '" + tag + "'; it has " + known);
    }
    return found;
}

void read_countries(const Yaml& root, Catalogue& texts, Library& library) {
    for (const auto& part : root.list()) {
        const std::string code = part.text();
        library.countries.push_back({code, texts.need("country." + code, part.place())});
    }
}

// Other people's words, in the form in which they are kept.
std::string tidied(const Yaml& node, const char* key) {
    const std::string text = node.text(key);
    const auto words = tidy(text);
    if (!words) node.at(key).fault(std::string("'") + key + "': " + describe(words.error()));
    return words ? std::string(words->view()) : std::string();
}

void read_sources(const Yaml& root, Library& library) {
    for (const auto& part : root.list()) {
        part.allow_keys({"id", "title", "url", "date", "checked", "review_by", "expires", "seed"});
        Source source;
        source.id = part.text("id");
        source.title = tidied(part, "title");
        if (part.has("url")) source.url = tidied(part, "url");
        if (part.has("date")) source.date = read_date(part, "date");
        source.checked = read_date(part, "checked");
        source.review_by = read_date(part, "review_by");
        if (part.has("expires")) source.expires = read_date(part, "expires");
        source.seed = part.flag_or("seed", true);
        library.sources.push_back(std::move(source));
    }
}

std::vector<Never> read_never(const Yaml& root, const Tags& tags) {
    std::vector<Never> never;
    for (const auto& part : root.list()) {
        const std::string why = part.text("why");
        for (const auto& [tag, sentences] : languages_of(part, "why", tags)) {
            for (const auto& sentence : sentences.list()) {
                const std::string words = sentence.text();
                never.push_back({tag, words, bare(words, Accents::dropped), why});
                if (never.back().bare.empty()) sentence.fault("expected a sentence that must never be said");
            }
        }
    }
    return never;
}

}  // namespace pocketplan::content::compiler
