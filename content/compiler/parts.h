#pragma once

#include <map>
#include <string>

#include "content/compiler/catalogue.h"
#include "content/compiler/yaml.h"
#include "content/library.h"

// The readers of a pack's YAML files: each fills its part of the Library and tells its faults. They are called in the
// order in which they stand here, because later files speak of earlier ones.
namespace pocketplan::content::compiler {

// pack.yaml
struct PackHead {
    std::filesystem::path common;
    Rules rules;
};
PackHead read_pack(const Yaml& root, const std::filesystem::path& folder, Library& library);
std::vector<Language> read_languages(const Yaml& root);
void read_keyboards(const Yaml& root, Library& library);
void read_countries(const Yaml& root, Catalogue& texts, Library& library);
void read_sources(const Yaml& root, Library& library);
std::vector<Never> read_never(const Yaml& root);
// languages/glossary.yaml, after the texts are known: its words must be those of the translations.
void read_glossary(const Yaml& root, const Catalogue& texts, const Kept& kept, Library& library, Faults& faults);

// Named conditions as they are known so far; questions above only.
struct Conditions {
    NamedConditions names;
    // What the condition text under `key` says; always where there is none.
    Condition read(const Yaml& node, const char* key, const Library& library) const;
    Condition parse(const Yaml& text, const Library& library) const;
};
Conditions read_interview(const Yaml& root, Catalogue& texts, Library& library);
void read_advice(const Yaml& root, const Conditions& conditions, Catalogue& texts, Library& library);
// `advice`: the root of advice.yaml, for the ids that blocks name.
void read_papers(const Yaml& root, const Yaml& advice, const Conditions& conditions, Catalogue& texts,
                 Library& library);

// What a language's texts are made of and its keyboard lacks. After the texts are known; keyboards.yaml was read.
void check_keyboards(const Yaml& root, const Library& library);
// Questions never asked, papers never printed, advice on no paper or never said.
void check_reach(const Yaml& interview, const Yaml& advice, const Yaml& papers, const Library& library);

// The conjunction of two conditions.
Condition both(const Condition& first, const Condition& second);

}  // namespace pocketplan::content::compiler
