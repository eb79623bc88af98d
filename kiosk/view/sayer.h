#pragma once

#include "content/library.h"
#include "content/phrase.h"
#include "kiosk/view/machine.h"
#include "kiosk/view/said.h"

namespace pocketplan::view {

// Says a view in the visitor's language, or in the source's. Borrows all three.
class Sayer {
public:
    Sayer(const visit::Visit& visit, const content::Library& library, const Machine& machine)
        : visit_(visit), library_(library), machine_(machine) {}

    [[nodiscard]] content::PhraseText say(const Said& said) const;
    // For staff, who may not read the visitor's; nothing where that is the same.
    [[nodiscard]] content::PhraseText say_in_source(const Said& said) const;

private:
    const visit::Visit& visit_;
    const content::Library& library_;
    const Machine& machine_;
};

// The Chinese characters that the letters typed last are read as, where there are any.
std::string_view candidates(const visit::Visit& visit, const content::Library& library);

}  // namespace pocketplan::view
