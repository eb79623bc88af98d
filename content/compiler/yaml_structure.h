#pragma once

#include <string>

#include "content/compiler/fault.h"

namespace pocketplan::content::compiler {

// Finds what yaml-cpp silently drops: a key that is twice in one map, at any depth, and a second document. Also keys
// that are not plain text. Throws YAML::Exception if the text is not YAML.
void check_structure(const std::string& yaml, const std::string& name, Faults& faults);

}  // namespace pocketplan::content::compiler
