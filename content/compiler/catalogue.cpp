#include "content/compiler/catalogue.h"

#include <algorithm>
#include <array>
#include <regex>
#include <set>

#include "content/phrase.h"

namespace pocketplan::content::compiler {
namespace {

using Words = std::multiset<std::string>;

Words matches(const std::string& text, const std::regex& pattern) {
    return {std::sregex_token_iterator(text.begin(), text.end(), pattern), std::sregex_token_iterator()};
}

const std::regex& placeholder() {
    static const std::regex pattern(R"(\{[a-z_0-9]*\})");
    return pattern;
}

Words placeholders_of(const std::string& text) {
    return matches(text, placeholder());
}

Words digits_of(const std::string& text) {
    static const std::regex runs("[0-9]+");
    return matches(std::regex_replace(text, placeholder(), ""), runs);
}

std::string list_of(const Words& words) {
    std::string list;
    for (const auto& word : words) list += (list.empty() ? "" : " ") + word;
    return list.empty() ? "none" : list;
}

// Decimal digits of other scripts (Unicode category Nd) in the blocks of languages near us: their zeros.
bool has_foreign_digit(const std::string& utf8) {
    constexpr std::array<unsigned, 10> zeros{0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xFF10};
    for (std::size_t i = 0; i + 1 < utf8.size(); ++i) {
        const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(utf8[k]); };
        unsigned point = 0;
        if (byte(i) >= 0xC0 && byte(i) < 0xE0) point = (byte(i) & 0x1FU) << 6U | (byte(i + 1) & 0x3FU);
        if (byte(i) >= 0xE0 && byte(i) < 0xF0 && i + 2 < utf8.size()) {
            point = (byte(i) & 0xFU) << 12U | (byte(i + 1) & 0x3FU) << 6U | (byte(i + 2) & 0x3FU);
        }
        const bool foreign =
            std::any_of(zeros.begin(), zeros.end(), [&](unsigned z) { return point >= z && point < z + 10; });
        if (foreign) return true;
    }
    return false;
}

std::string replace_all(std::string text, const std::string& from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

}  // namespace

const PoEntry* Catalogue::Files::find(const std::string& id) const {
    for (const auto* file : {&pack, &common}) {
        const auto found = file->entries.find(id);
        if (found != file->entries.end()) return &found->second;
    }
    return nullptr;
}

Place Catalogue::Files::place(const std::string& id, const PoEntry& entry) const {
    return {pack.entries.contains(id) ? pack.name : common.name, entry.line};
}

Catalogue::Catalogue(const std::filesystem::path& common, const std::filesystem::path& pack,
                     const std::vector<Language>& languages, Faults& faults)
    : faults_(faults) {
    const auto read = [&](const std::filesystem::path& folder, const std::string& tag) {
        const auto file = folder / "languages" / (tag + ".po");
        return read_po(file, file.string(), faults);
    };
    for (const auto& language : languages) files_.push_back({read(common, language.tag), read(pack, language.tag)});
    // The engine itself asks for common texts, so all of them are kept.
    for (const auto& [id, entry] : files_.front().common.entries) need(id, {});
}

TextIndex Catalogue::need(const std::string& id, const Place& place) {
    const auto known = needed_.find(id);
    if (known != needed_.end()) return known->second;
    if (!has(id)) faults_.push_back({place, "no text '" + id + "'; add it to " + files_.front().pack.name});
    const auto index = static_cast<TextIndex>(ids_.size());
    ids_.push_back(id);
    needed_[id] = index;
    return index;
}

void Catalogue::check(const Files& files, const std::string& id, const PoEntry& source, const std::string& tag) {
    const auto* const entry = files.find(id);
    const auto refuse = [&](const Place& place, const std::string& message) {
        faults_.push_back({place, tag + ": '" + id + "' " + message});
    };
    if (entry == nullptr || entry->translation.empty()) {
        const Place place = entry == nullptr ? Place{files.pack.name, 1} : files.place(id, *entry);
        return refuse(place, "is not translated; translate it or switch the language off");
    }
    const Place place = files.place(id, *entry);
    if (entry->fuzzy) refuse(place, "is marked fuzzy; check it and take the mark away");
    if (entry->english != source.english) {
        refuse(place, "was translated from other English; translate it anew and set msgid to the English of today");
    }
    const auto expected = placeholders_of(source.english);
    const auto found = placeholders_of(entry->translation);
    if (expected != found) {
        refuse(place, "has placeholders " + list_of(found) + "; the English has " + list_of(expected));
    }
    if (has_foreign_digit(entry->translation)) refuse(place, "has digits of another script; write 0 to 9");
    const auto numbers = digits_of(source.english);
    const auto numbers_found = digits_of(entry->translation);
    if (numbers != numbers_found) {
        refuse(place, "has the numbers " + list_of(numbers_found) + "; the English has " + list_of(numbers));
    }
}

void Catalogue::check_placeholders(const std::string& id, const PoEntry& source,
                                   const std::map<std::string, std::string>& values) {
    if (!files_.front().pack.entries.contains(id)) return;  // the engine fills those of common
    for (const auto& word : placeholders_of(source.english)) {
        const std::string name = word.substr(1, word.size() - 2);
        if (values.contains(name) || name == "information_date") continue;
        faults_.push_back({files_.front().place(id, source),
                           "'" + id + "' has the unknown placeholder " + word + "; name it under values in pack.yaml"});
    }
}

void Catalogue::refuse_strays() {
    for (const auto& files : files_) {
        for (const auto& [id, entry] : files.pack.entries) {
            if (needed_.contains(id)) continue;
            faults_.push_back({{files.pack.name, entry.line}, "nothing uses the text '" + id + "'; take it out"});
        }
    }
}

void Catalogue::finish(const std::map<std::string, std::string>& values, Library& library) {
    refuse_strays();
    library.text_ids = ids_;
    library.index_texts();
    for (std::size_t at = 0; at < files_.size(); ++at) {
        auto& language = library.languages[at];
        for (const auto& id : ids_) {
            const auto* const source = english(id);
            if (source != nullptr && at == 0) check_placeholders(id, *source, values);
            if (source != nullptr && at > 0) check(files_[at], id, *source, language.tag);
            const auto* const entry = files_[at].find(id);
            std::string text = entry == nullptr ? "" : at == 0 ? entry->english : entry->translation;
            for (const auto& [name, value] : values) {
                const auto isolated = fill("{v}", {{"v", value, ValueDirection::isolated}});
                text = replace_all(std::move(text), "{" + name + "}", view(isolated));
            }
            language.texts.push_back(std::move(text));
        }
    }
    const bool dated = library.information_date.month > 0 && library.text_index.contains("date.format") &&
                       library.text_index.contains("month.12");
    for (std::size_t at = 0; dated && at < library.languages.size(); ++at) {
        const auto date = format_date(library, static_cast<LanguageIndex>(at), library.information_date);
        for (auto& text : library.languages[at].texts) {
            text = replace_all(std::move(text), "{information_date}", view(date));
        }
    }
}

}  // namespace pocketplan::content::compiler
