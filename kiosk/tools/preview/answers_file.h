#pragma once

#include <filesystem>
#include <string>

#include <tl/expected.hpp>

#include "content/answers.h"
#include "content/library.h"

namespace pocketplan::preview {

struct AnswersFile {
    content::Answers answers;
    std::string language;  // BCP 47; empty if the file names none
};

// Reads answers from JSON (docs/CONTENT.md, "Answers files"); answers to questions that are not shown do not count. An
// error is one line that names the file, the place in it and what was expected.
tl::expected<AnswersFile, std::string> read_answers(const std::filesystem::path& file, const content::Library& library);

// The id of a question about a day in the past, for example a birth date, whose answer is after `today`; empty if there
// is none.
std::string day_to_come(const content::Answers& answers, const content::Library& library, const content::Date& today);

}  // namespace pocketplan::preview
