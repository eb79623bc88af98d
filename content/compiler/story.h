#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/answers.h"
#include "content/compiler/yaml.h"
#include "content/library.h"

namespace pocketplan::content::compiler {

// A made-up visitor's answers, and what a pack says is printed for them (docs/CONTENT.md, "Stories").
struct Story {
    std::string name;
    Answers answers;
    std::optional<int> sheets;  // pages of the whole plan
    Place sheets_place;
};

// Reads stories.yaml, plans the papers of each story, and reports where they differ from what the story says. Counts of
// sheets are left to callers that can lay out pages. The library must be complete.
std::vector<Story> check_stories(const Yaml& root, const Library& library);

}  // namespace pocketplan::content::compiler
