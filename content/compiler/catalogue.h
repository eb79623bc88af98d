#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "content/compiler/fault.h"
#include "content/compiler/po.h"
#include "content/compiler/progress.h"
#include "content/compiler/wording.h"
#include "content/library.h"

namespace pocketplan::content::compiler {

// A sentence that must not appear in a language, and why.
struct Never {
    std::string language;
    std::string sentence;
    std::string bare;  // the sentence in the form in which texts are searched for it
    std::string why;
};

// The rules for every text, and the values that are put into it.
struct Rules {
    std::map<std::string, std::string> values;  // letter-exact, by name: {name} in every text becomes the value
    Kept kept;
    std::vector<Never> never;
};

// The texts of a pack and its common folder in every language that is on. While the YAML is read it gives out a
// TextIndex for each id that is asked for; at the end it checks the translations against the English and fills the
// library's texts.
class Catalogue {
public:
    // Reads common and pack PO files for each of `languages`, the first of which is the source language.
    Catalogue(const std::filesystem::path& common, const std::filesystem::path& pack,
              const std::vector<Language>& languages, Faults& faults);

    [[nodiscard]] bool has(const std::string& id) const { return english(id) != nullptr; }
    // The text's index; a fault at `place` if the English lacks it.
    TextIndex need(const std::string& id, const Place& place);

    // Checks every text against the rules, and puts the values in.
    void finish(const Rules& rules, Library& library);
    // The place of a text in the file of the language with this index.
    [[nodiscard]] Place place_of(std::size_t language, const std::string& id) const;
    // How much of each language is translated; known when finished.
    [[nodiscard]] const std::vector<Progress>& progress() const { return progress_; }

private:
    struct Files {
        PoFile common;
        PoFile pack;
        [[nodiscard]] const PoEntry* find(const std::string& id) const;
        [[nodiscard]] Place place(const std::string& id, const PoEntry& entry) const;
    };

    [[nodiscard]] const PoEntry* english(const std::string& id) const { return files_.front().find(id); }
    [[nodiscard]] bool is_translated(std::size_t at, const std::string& id, const Language& language) const;
    // For a draft without a translation of the current English, the English.
    [[nodiscard]] std::string said(std::size_t at, const std::string& id, const Language& language) const;
    void check(std::size_t at, const std::string& id, const PoEntry& source, const Language& language,
               const Rules& rules);
    void check_missing(std::size_t at, const Language& language);
    void check_signatures(const std::vector<Language>& languages);
    void check_placeholders(const std::string& id, const PoEntry& source,
                            const std::map<std::string, std::string>& values);
    void refuse_strays();

    std::vector<Files> files_;  // by language
    std::map<std::string, TextIndex> needed_;
    std::vector<std::string> ids_;
    std::vector<Progress> progress_;
    Faults& faults_;
};

}  // namespace pocketplan::content::compiler
