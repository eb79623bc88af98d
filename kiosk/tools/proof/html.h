#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/tools/proof/book.h"
#include "kiosk/tools/proof/review_state.h"

// The pages of the proof book, as HTML that needs no script. Pure.
namespace pocketplan::proof {

// A picture of a screen or a printed page, by its name without ".png"; it is in the folder named by the language's tag,
// next to the language's page.
struct BookPicture {
    std::string name;  // "question.situation.2"
    int width = 0;     // pixels
    int height = 0;
};

// What the page of one language is made from. `states` are by TextIndex.
struct LanguagePage {
    const content::Library& library;
    const Book& book;
    content::LanguageIndex language;
    std::vector<ReviewState> states;
    std::vector<BookPicture> pictures;
};

// "ar.html"
std::string language_page(const LanguagePage& page);
// "index.html": the languages, the sources, and how to use the book.
std::string index_page(const content::Library& library, const std::vector<LanguagePage>& pages,
                       const content::Date& today);

// Text as HTML, and as the value of an attribute.
std::string escaped(std::string_view text);

}  // namespace pocketplan::proof
