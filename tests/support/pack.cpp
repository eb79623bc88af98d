#include "tests/support/pack.h"

#include "kiosk/papers/installed.h"

namespace pocketplan::tests {

const content::Library& check_in_pack() {
    static const auto library = content::load_library(papers::shipped_file("content.db")).value();
    return library;
}

const typeset::Typesetter& typesetter() {
    static const auto made = typeset::Typesetter::create(papers::shipped_file("fonts/fonts.conf")).value();
    return made;
}

}  // namespace pocketplan::tests
