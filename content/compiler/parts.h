#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/compiler/catalogue.h"
#include "content/compiler/yaml.h"
#include "content/library.h"

// The readers of a pack's YAML files: each fills its part of the Library and reports its faults. They are called in the
// order in which they are declared here, because later files refer to earlier ones.
namespace pocketplan::content::compiler {

// Whether this is a valid id for a question, an option or a local line: a-z, 0-9 and _.
bool is_id(const std::string& id);
// The icon that a part has, by name; empty where it has none.
std::string read_icon(const Yaml& node);

// pack.yaml
struct PackHead {
    std::filesystem::path common;
    Rules rules;
};
// The folder of the common texts that a pack names.
std::filesystem::path common_folder(const Yaml& root, const std::filesystem::path& folder);
PackHead read_pack(const Yaml& root, const std::filesystem::path& folder, Library& library);
// Adds a list of names that are the same in every language.
void add_names(const std::vector<Yaml>& list, Kept& kept);
std::vector<Language> read_languages(const Yaml& root);
// The tags that a pack's files may use for a language: those of languages.yaml, on or off, and of the PO files beside
// it.
using Tags = std::set<std::string>;
Tags tags_of(const Yaml& languages, const std::filesystem::path& folder);
// The keys and values of a map by language; a fault for each key that is neither a tag nor `other`.
std::vector<std::pair<std::string, Yaml>> languages_of(const Yaml& part, std::string_view other, const Tags& tags);
void read_keyboards(const Yaml& root, Library& library);
void read_countries(const Yaml& root, Catalogue& texts, Library& library);
void read_sources(const Yaml& root, Library& library);
std::vector<Never> read_never(const Yaml& root, const Tags& tags);
// languages/glossary.yaml. Read after the texts, because its words must be the ones that the translations use.
void read_glossary(const Yaml& root, const Tags& tags, const Catalogue& texts, const Kept& kept, Library& library,
                   Faults& faults);

// The named conditions known so far; they refer to earlier questions only.
struct Conditions {
    NamedConditions names;
    mutable std::set<std::string> said;  // the words of all conditions read, to find unused names
    // The condition under `key`; always if there is none.
    Condition read(const Yaml& node, const char* key, const Library& library) const;
    Condition parse(const Yaml& text, const Library& library) const;
};
Conditions read_interview(const Yaml& root, Catalogue& texts, Library& library);
void read_advice(const Yaml& root, const Conditions& conditions, Catalogue& texts, Library& library);
// `advice`: the root of advice.yaml, to look up the ids that blocks name.
void read_papers(const Yaml& root, const Yaml& advice, const Conditions& conditions, Catalogue& texts,
                 Library& library);

// Reports characters of a language's texts that its keyboard lacks. Call it when the texts are known and keyboards.yaml
// was read.
void check_keyboards(const Yaml& root, const Library& library);
// voices/TAG/ID.opus of both folders. Read after the texts, whose ids name the files.
void read_recordings(const std::filesystem::path& common, const std::filesystem::path& pack, const Catalogue& texts,
                     const Tags& tags, Library& library, Faults& faults);
// Reports what nothing uses: answers, values, named conditions; and texts that tell somebody what they answered
// although they gave no answer.
void check_unused(const Yaml& pack, const Yaml& interview, const Conditions& conditions, const Catalogue& texts,
                  const Library& library, Faults& faults);
// Reports facts that are twice on one paper, questions never asked, papers never printed, and advice on no paper or
// never said.
void check_reach(const Yaml& interview, const Yaml& advice, const Yaml& papers, const Library& library);

// The conjunction of two conditions.
Condition both(const Condition& first, const Condition& second);

}  // namespace pocketplan::content::compiler
