#include "content/common_english.h"
#include "content/library.h"

namespace pocketplan::content {

Library common_library() {
    Library library;
    Language english;
    english.tag = "en";
    english.own_name = "English";
    english.script = "Latn";
    english.review = Review::source;
    english.plural_forms.assign(counts, 1);
    english.plural_forms[1] = 0;
    for (const auto& [id, text] : common_english) {
        library.text_ids.emplace_back(id);
        english.texts.emplace_back(text);
    }
    library.languages.push_back(std::move(english));
    library.index_texts();
    return library;
}

}  // namespace pocketplan::content
