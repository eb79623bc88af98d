#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "content/compiler/fault.h"
#include "content/compiler/plural.h"

namespace pocketplan::content::compiler {

struct PoEntry {
    std::string english;      // msgid
    std::string translation;  // msgstr
    bool fuzzy = false;
    bool same = false;  // the translator's comment has the line "same": the same text in both languages
    int line = 0;
    std::string note = {};  // for translators ("#.")
};

// A PO file by msgctxt, which is the text's id; its texts are composed (NFC), like those of YAML files. A plural
// message becomes most_forms entries "id[0]", "id[1]" ...; those that the language does not have are never asked for.
struct PoFile {
    std::string name;
    std::map<std::string, PoEntry> entries;
    std::optional<PluralForms> plural_forms;  // unset: the header has none
    std::string reviewed_by;                  // who signed it, and when; empty: nobody
};

// Reads one PO file; whatever is wrong with it (missing, another charset, cut off, no msgctxt) becomes a fault.
PoFile read_po(const std::filesystem::path& file, const std::string& name, Faults& faults);

}  // namespace pocketplan::content::compiler
