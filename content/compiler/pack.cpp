#include <set>

#include "content/compiler/parts.h"
#include "content/dates.h"

namespace pocketplan::content::compiler {
namespace {

Date read_date(const Yaml& node, const char* key) {
    const auto date = parse_day(node.text(key));
    if (!date) node.at(key).fault(std::string("'") + key + "' must be a day such as 2025-12-11");
    return date.value_or(Date{});
}

}  // namespace

PackHead read_pack(const Yaml& root, const std::filesystem::path& folder, Library& library) {
    root.allow_keys({"name", "version", "information_date", "common", "values", "keep"});
    library.pack = root.text("name");
    library.version = root.text("version");
    library.information_date = read_date(root, "information_date");
    PackHead head;
    head.common = (folder / root.text_or("common", "../common")).lexically_normal();
    for (const auto& [name, value] : root.at("values").pairs()) head.rules.values[name.text()] = value.text();
    for (const auto& name : root.list("keep")) head.rules.kept.names.push_back(name.text());
    return head;
}

std::vector<Language> read_languages(const Yaml& root) {
    std::vector<Language> languages;
    std::set<std::string> tags;
    for (const auto& part : root.list()) {
        part.allow_keys({"tag", "name", "script", "direction", "keyboard", "review", "on"});
        Language language;
        language.tag = part.text("tag");
        language.own_name = part.text("name");
        language.script = part.text("script");
        language.keyboard = part.text("keyboard");
        if (!part.has("direction")) part.fault("'direction' is missing; it is ltr or rtl");
        language.direction = static_cast<Direction>(part.one_of("direction", {"ltr", "rtl"}, 0));
        language.review = static_cast<Review>(part.one_of("review", {"source", "unreviewed", "reviewed"}, 1));
        if (!tags.insert(language.tag).second) part.fault("the language '" + language.tag + "' stands here twice");
        if (part.flag_or("on", true)) languages.push_back(std::move(language));
    }
    if (languages.empty()) root.fault("no language is on; the first one is the source language");
    return languages;
}

void read_countries(const Yaml& root, Catalogue& texts, Library& library) {
    for (const auto& part : root.list()) {
        const std::string code = part.text();
        library.countries.push_back({code, texts.need("country." + code, part.place())});
    }
}

void read_sources(const Yaml& root, Library& library) {
    for (const auto& part : root.list()) {
        part.allow_keys({"id", "title", "url", "date", "checked", "review_by", "expires", "seed"});
        Source source;
        source.id = part.text("id");
        source.title = part.text("title");
        source.url = part.text_or("url", "");
        if (part.has("date")) source.date = read_date(part, "date");
        source.checked = read_date(part, "checked");
        source.review_by = read_date(part, "review_by");
        if (part.has("expires")) source.expires = read_date(part, "expires");
        source.seed = part.flag_or("seed", true);
        library.sources.push_back(std::move(source));
    }
}

std::vector<Never> read_never(const Yaml& root) {
    std::vector<Never> never;
    for (const auto& part : root.list()) {
        const std::string why = part.text("why");
        for (const auto& [tag, sentences] : part.pairs()) {
            if (tag.text() == "why") continue;
            for (const auto& sentence : sentences.list()) {
                never.push_back({tag.text(), plain_words(sentence.text()), why});
                if (never.back().words.empty()) sentence.fault("expected words that are never to be said");
            }
        }
    }
    return never;
}

}  // namespace pocketplan::content::compiler
