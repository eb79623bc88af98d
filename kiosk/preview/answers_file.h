#pragma once

#include <filesystem>
#include <string>

#include <tl/expected.hpp>

#include "content/answers.h"
#include "content/library.h"

namespace pocketplan::preview {

struct AnswersFile {
    content::Answers answers;
    std::string language;  // BCP 47; empty where the file names none
};

// Reads answers from JSON as docs/CONTENT.md says; answers to questions that are not shown do not count. What is wrong
// comes back as one line that names the file, the place in it and what was expected.
tl::expected<AnswersFile, std::string> read_answers(const std::filesystem::path& file, const content::Library& library);

// The id of a question that asks for a day long ago, such as a birth date, and got one after `today`; else empty.
std::string day_to_come(const content::Answers& answers, const content::Library& library, const content::Date& today);

}  // namespace pocketplan::preview
