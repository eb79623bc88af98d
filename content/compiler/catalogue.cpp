#include "content/compiler/catalogue.h"

#include <algorithm>
#include <regex>
#include <set>

#include "content/compiler/characters.h"
#include "content/letters.h"
#include "content/phrase.h"

namespace pocketplan::content::compiler {
namespace {

std::set<std::string> placeholders_of(const std::string& text) {
    static const std::regex pattern(R"(\{[a-z_0-9]*\})");
    return {std::sregex_token_iterator(text.begin(), text.end(), pattern), std::sregex_token_iterator()};
}

// The sentence of never.yaml that a text contains, if any.
const Never* forbidden(std::string_view text, const std::string& tag, const std::vector<Never>& never) {
    const std::string letters = bare(text, Accents::dropped);
    const auto said = std::find_if(never.begin(), never.end(), [&](const Never& n) {
        return n.language == tag && letters.find(n.bare) != std::string::npos;
    });
    return said == never.end() ? nullptr : &*said;
}

// To a translator, a message with plural forms is one text.
bool is_further_form(const std::string& id) {
    return id.ends_with(']') && !id.ends_with("[0]");
}

// A brace that is not part of a placeholder would be printed as it is.
bool has_stray_brace(const std::string& text) {
    static const std::regex pattern(R"(\{[a-z_0-9]+\})");
    return std::regex_replace(text, pattern, "").find_first_of("{}") != std::string::npos;
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

Place Catalogue::place_of(std::size_t language, const std::string& id) const {
    const auto& files = files_[language];
    const auto* const entry = files.find(id);
    return entry == nullptr ? Place{files.pack.name, 1} : files.place(id, *entry);
}

Catalogue::Catalogue(const std::filesystem::path& common, const std::filesystem::path& pack,
                     const std::vector<Language>& languages, Faults& faults)
    : faults_(faults) {
    const auto read = [&](const std::filesystem::path& folder, const Language& language) {
        const auto file = folder / "languages" / (language.tag + ".po");
        const bool begun = language.review != Review::draft || std::filesystem::exists(file);
        return begun ? read_po(file, file.string(), faults) : PoFile{file.string(), {}, {}, {}};
    };
    for (const auto& language : languages) files_.push_back({read(common, language), read(pack, language)});
    // The engine itself uses common texts, so all of them are kept.
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

bool Catalogue::is_translated(std::size_t at, const std::string& id, const Language& language) const {
    const auto* const entry = files_[at].find(id);
    if (at == 0) return entry != nullptr;
    if (entry == nullptr || entry->translation.empty()) return false;
    return language.review != Review::draft || (!entry->fuzzy && entry->english == english(id)->english);
}

std::string Catalogue::said(std::size_t at, const std::string& id, const Language& language) const {
    if (!has(id)) return {};
    if (at > 0 && is_translated(at, id, language)) return files_[at].find(id)->translation;
    return at == 0 || language.review == Review::draft ? english(id)->english : std::string();
}

// Names each missing text if there are few; for a language that was just started, only how many.
void Catalogue::check_missing(std::size_t at, const Language& language) {
    constexpr std::size_t most_listed = 5;
    Progress progress{language.tag, {}, {}};
    std::vector<std::string> missing;
    for (const auto& id : ids_) {
        if (!has(id)) continue;
        const bool translated = is_translated(at, id, language);
        const bool own = files_.front().pack.entries.contains(id);
        if (!is_further_form(id)) progress.count(own ? TextPart::pack : part_of(id), translated);
        if (!translated) missing.push_back(id);
    }
    progress_.push_back(progress);
    if (language.review == Review::draft) return;
    if (missing.size() > most_listed) {
        faults_.push_back({{files_[at].pack.name, 1},
                           describe(progress) + " are translated; translate the rest, or write 'review: draft' in "
                                                "languages.yaml until they are"});
        return;
    }
    for (const auto& id : missing) {
        faults_.push_back({place_of(at, id),
                           language.tag + ": '" + id + "' is not translated; translate it or switch the language off"});
    }
}

void Catalogue::check(std::size_t at, const std::string& id, const PoEntry& source, const Language& language,
                      const Rules& rules) {
    const Files& files = files_[at];
    const auto* const entry = files.find(id);
    const auto refuse = [&](const Place& place, const std::string& message) {
        faults_.push_back({place, language.tag + ": '" + id + "' " + message});
    };
    if (entry == nullptr || !is_translated(at, id, language)) return;  // check_missing() reports it
    const Place place = files.place(id, *entry);
    const bool named = id.starts_with("country.");
    if (const auto* never = forbidden(at == 0 ? entry->english : entry->translation, language.tag, rules.never)) {
        refuse(place, "says '" + never->sentence + "', which is never to be printed: " + never->why);
    }
    if (has_stray_brace(at == 0 ? entry->english : entry->translation)) {
        refuse(place, "has a '{' or '}' that is not part of a placeholder; write, for example, {name}");
    }
    for (const auto& message : impurities(at == 0 ? entry->english : entry->translation)) refuse(place, message);
    if (at == 0) {
        for (const auto& message : named ? std::vector<std::string>{} : difficulties(source.english))
            refuse(place, message);
        return;
    }
    if (bare(entry->translation, Accents::kept).empty() && !bare(source.english, Accents::kept).empty()) {
        refuse(place, "has no words; translate it");
    }
    if (entry->fuzzy) refuse(place, "is marked fuzzy; check it and remove the mark");
    if (entry->english != source.english) {
        refuse(
            place,
            "was translated from different English; run pocketplan-content update-po, and translate what it marks as "
            "fuzzy");
    }
    // A month may be written as its number: "9月".
    const bool numbered =
        id.starts_with("month.") && entry->translation.find_first_of("0123456789") != std::string::npos;
    const std::string english = numbered ? id.substr(std::string_view("month.").size()) : source.english;
    const Pair pair{english, entry->translation, language.script, named, entry->same};
    for (const auto& message : differences(pair, rules.kept)) refuse(place, message);
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
        for (const auto* file : {&files.common, &files.pack}) {
            for (const auto& [id, entry] : file->entries) {
                if (needed_.contains(id)) continue;
                faults_.push_back({{file->name, entry.line}, "nothing uses the text '" + id + "'; take it out"});
            }
        }
    }
}

void Catalogue::check_signatures(const std::vector<Language>& languages) {
    for (std::size_t at = 1; at < files_.size(); ++at) {
        for (const auto* file : {&files_[at].common, &files_[at].pack}) {
            if (languages[at].review != Review::reviewed || !file->reviewed_by.empty()) continue;
            faults_.push_back({{file->name, 1},
                               languages[at].tag + ": languages.yaml says reviewed, but nobody signed this file; a "
                                                   "reviewer writes X-Reviewed-By and X-Reviewed-On into the header"});
        }
    }
}

void Catalogue::finish(const Rules& rules, Library& library) {
    // Only for files that are otherwise good: what uses a text may be the fault.
    if (faults_.empty()) refuse_strays();
    check_signatures(library.languages);
    library.text_ids = ids_;
    library.index_texts();
    for (std::size_t at = 0; at < files_.size(); ++at) {
        auto& language = library.languages[at];
        check_missing(at, language);
        const bool own = files_[at].common.plural_forms.has_value();  // a draft's English has the English forms
        const auto& plural = files_[own ? at : 0].common.plural_forms;
        language.plural_forms = plural ? plural->by_count : std::vector<std::uint8_t>(counts, 0);
        for (const auto& id : ids_) {
            const auto* const source = english(id);
            if (source != nullptr && at == 0) check_placeholders(id, *source, rules.values);
            if (source != nullptr) check(at, id, *source, language, rules);
            std::string text = said(at, id, language);
            for (const auto& [name, value] : rules.values) {
                const auto put = isolated(value, ValueDirection::isolated);
                text = replace_all(std::move(text), "{" + name + "}", view(put));
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
