#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "content/compiler/fault.h"

namespace pocketplan::content::compiler {

struct PoEntry {
    std::string english;      // msgid
    std::string translation;  // msgstr
    bool fuzzy = false;
    int line = 0;
};

// A PO file by msgctxt, which is the text's id.
struct PoFile {
    std::string name;
    std::map<std::string, PoEntry> entries;
};

// Reads one PO file; what is wrong with it (missing, another charset, cut off, no msgctxt) becomes faults.
PoFile read_po(const std::filesystem::path& file, const std::string& name, Faults& faults);

}  // namespace pocketplan::content::compiler
