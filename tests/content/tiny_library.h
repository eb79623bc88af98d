#pragma once

#include "content/library.h"

namespace pocketplan::content {

// A small pack made in code: questions water (yes/no), rooms (cellar, attic, none alone), boat (only for water is yes),
// details (a group with a name and a number); two papers and a topic; English and Arabic.
Library make_tiny_library();

QuestionIndex question(const Library& library, std::string_view id);
// Answers by ids: the options of a choice or several choices.
void choose(Answers& answers, const Library& library, std::string_view id,
            std::initializer_list<std::string_view> options);

}  // namespace pocketplan::content
