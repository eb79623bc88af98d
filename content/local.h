#pragma once

#include <string>
#include <vector>

#include "content/library.h"

namespace pocketplan::content {

// What a centre settles for its own machine (/etc/pocketplan/local.yaml; docs/OPERATING.md). Nothing of any visitor.
struct Local {
    std::vector<LocalLine> lines;        // those that the centre fills in
    std::vector<std::string> off;        // fact ids of extras that are not to be printed
    std::vector<std::string> languages;  // tags that are on; empty: all that a person has reviewed
};

// Puts the centre's lines into the library, and takes out the extras that the centre does not want.
void apply_local(Library& library, const Local& local);

// Leaves only the languages that are on, and the source language. Before any visit: a LanguageIndex of before no longer
// holds.
void keep_languages(Library& library, const Local& local);

// Leaves out translations that are not complete.
void drop_drafts(Library& library);

}  // namespace pocketplan::content
