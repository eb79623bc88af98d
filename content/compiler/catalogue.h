#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "content/compiler/fault.h"
#include "content/compiler/po.h"
#include "content/library.h"

namespace pocketplan::content::compiler {

// The texts of a pack and its common folder in every language that is on. While the YAML is read it hands out a
// TextIndex for each id that is asked for; at the end it checks the translations against the English and fills the
// library's texts.
class Catalogue {
public:
    // Reads common and pack PO files for each of `languages`, the first of which is the source language.
    Catalogue(const std::filesystem::path& common, const std::filesystem::path& pack,
              const std::vector<Language>& languages, Faults& faults);

    [[nodiscard]] bool has(const std::string& id) const { return english(id) != nullptr; }
    // The text's index; a fault at `place` where the English lacks it.
    TextIndex need(const std::string& id, const Place& place);

    // Letter-exact values by name, put in place of {name} in every text; {information_date} is left to `library`.
    void finish(const std::map<std::string, std::string>& values, Library& library);

private:
    struct Files {
        PoFile common;
        PoFile pack;
        [[nodiscard]] const PoEntry* find(const std::string& id) const;
        [[nodiscard]] Place place(const std::string& id, const PoEntry& entry) const;
    };

    [[nodiscard]] const PoEntry* english(const std::string& id) const { return files_.front().find(id); }
    void check(const Files& files, const std::string& id, const PoEntry& source, const std::string& tag);
    void check_placeholders(const std::string& id, const PoEntry& source,
                            const std::map<std::string, std::string>& values);
    void refuse_strays();

    std::vector<Files> files_;  // by language
    std::map<std::string, TextIndex> needed_;
    std::vector<std::string> ids_;
    Faults& faults_;
};

}  // namespace pocketplan::content::compiler
