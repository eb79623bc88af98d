#pragma once

#include "content/library.h"
#include "content/phrase.h"
#include "kiosk/view/machine.h"
#include "kiosk/view/said.h"

namespace pocketplan::view {

// What is said, and the same in a second language; empty: there is none, or it would be the same words.
struct Saying {
    content::PhraseText text;
    content::PhraseText second;
    const content::Language* language = nullptr;  // of the second
    [[nodiscard]] bool empty() const { return text.empty(); }
    [[nodiscard]] bool is_twice() const { return !second.empty(); }
};

// Says a view in the visitor's language, and in that of whoever helps. Borrows all three.
class Sayer {
public:
    Sayer(const visit::Visit& visit, const content::Library& library, const Machine& machine)
        : visit_(visit), library_(library), machine_(machine) {}

    [[nodiscard]] content::PhraseText say(const Said& said) const;
    // As it stands on the screen; the second language covered where the visitor alone should read.
    [[nodiscard]] Saying show(const Said& said) const;
    // The same for staff, who may not read the visitor's language: the second one is the source's.
    [[nodiscard]] Saying show_to_staff(const Said& said) const;

private:
    [[nodiscard]] Saying show_with(const Said& said, content::LanguageIndex second) const;

    const visit::Visit& visit_;
    const content::Library& library_;
    const Machine& machine_;
};

// The Chinese characters that the letters typed last are read as, where there are any.
std::string_view candidates(const visit::Visit& visit, const content::Library& library);

}  // namespace pocketplan::view
