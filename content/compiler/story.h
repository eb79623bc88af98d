#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/answers.h"
#include "content/compiler/yaml.h"
#include "content/library.h"

namespace pocketplan::content::compiler {

// Answers of a made-up visitor of whom a pack says what is printed (docs/CONTENT.md, "Stories").
struct Story {
    std::string name;
    Answers answers;
    std::optional<int> sheets;  // pages of the whole plan
    Place sheets_place;
};

// Reads stories.yaml, plans the papers of each story, and tells where they are not as it says. Sheets are left to those
// who can lay out pages. The library must be whole.
std::vector<Story> check_stories(const Yaml& root, const Library& library);

}  // namespace pocketplan::content::compiler
