#pragma once

#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "content/answers.h"
#include "content/library.h"

namespace pocketplan::content::compiler {

// A value as written in a file of answers, whatever the file's syntax: an answers file is JSON, a story is YAML.
// Made-up visitors only; what a real one says never comes this way.
struct Given {
    enum class Kind { nothing, text, list, parts, other };
    Kind kind = Kind::nothing;
    std::string text;  // of text and other, as it was written
    std::vector<Given> list;
    struct Part;
    std::vector<Part> parts;
    int line = 0;  // if the file's syntax provides it
};
struct Given::Part {
    std::string key;
    Given value;
};

// Where in the answers ("contacts[1].phone"), what was expected there, and what was found.
struct GivenFault {
    std::string place;
    std::string message;
    int line = 0;
};

// Answers by question id, in the form of docs/CONTENT.md ("Answers files"). Answers to questions that these answers do
// not show are left out.
tl::expected<Answers, GivenFault> read_answers(const Given& given, const Library& library);

}  // namespace pocketplan::content::compiler
