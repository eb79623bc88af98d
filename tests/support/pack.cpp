#include "tests/support/pack.h"

#include <cstdlib>
#include <iostream>
#include <string>

#include "kiosk/papers/installed.h"

namespace pocketplan::tests {
namespace {

// No test can go on without these.
[[noreturn]] void give_up(const std::string& line) {
    std::cerr << line << '\n';
    std::exit(EXIT_FAILURE);
}

}  // namespace

const content::Library& check_in_pack() {
    const auto file = papers::shipped_file("content.db");
    static const auto library = content::load_library(file);
    if (!library) give_up(content::describe(library.error(), file));
    return *library;
}

const typeset::Typesetter& typesetter() {
    const auto file = papers::shipped_file("fonts/fonts.conf");
    static const auto made = typeset::Typesetter::create(file);
    if (!made) give_up(file.string() + ": no such file, or not our fonts; build again");
    return *made;
}

}  // namespace pocketplan::tests
