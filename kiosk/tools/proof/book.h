#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/library.h"

// The proof book's order: every text of a pack, where a reader meets it. Pure.
namespace pocketplan::proof {

// Texts that appear together on a screen or a paper.
struct Chapter {
    std::string id;                         // "question.situation", "paper.card", "printing"
    std::string title;                      // in English
    std::vector<content::TextIndex> texts;  // in reading order, each once
};

struct Part {
    std::string id;
    std::string title;
    std::vector<Chapter> chapters;
};

using Book = std::vector<Part>;

// Questions in the order they are asked, papers and topics as they are laid out, then the words that every pack has.
// Contains every text of the library at least once; a text on several papers is listed with each.
Book make_book(const content::Library& library);

// The chapter that a picture belongs to, by the beginning of its name ("question.situation.2"); null if there is none.
const Chapter* chapter_of(const Book& book, std::string_view picture);

}  // namespace pocketplan::proof
