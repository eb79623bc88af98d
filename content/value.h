#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "content/words.h"

// Words that are not ours: typed by a visitor, or written into local.yaml, an answers file or a list of sources. All of
// them come in through tidy(), whose rules are in docs/decisions/0014.
namespace pocketplan::content {

// Why a character is not allowed in a value.
enum class Unfit {
    not_utf8,
    control,        // breaks or ends a line, or is meant for machines
    steers,         // changes the direction of the text around it
    invisible,      // takes no room, and shows nothing on paper
    stray_joiner,   // ZWJ or ZWNJ after something that cannot be joined
    unknown,        // private, unassigned, or a replacement for a lost character
    bare_mark,      // a mark without a letter
    too_many_marks  // more than four on one letter
};

// The first such character. `place` counts code points from 1.
struct UnfitCharacter {
    Unfit why{};
    char32_t point = 0;
    std::size_t place = 0;
};
std::optional<UnfitCharacter> find_unfit(std::string_view utf8);
// "character 3, U+202E, changes the direction of text; take it out"
std::string describe(const UnfitCharacter& unfit);

// Whether a key may add `point` to what was typed before.
bool may_follow(std::string_view typed, char32_t point);

// The value as it is kept: in NFC, every kind of space a plain one, none at the ends. Nothing else is ever changed.
tl::expected<Words, UnfitCharacter> tidy(std::string_view utf8);

// A number as it is dialled: digits of any script, dashes of any kind and full-width forms become ASCII.
Words in_ascii(std::string_view number);

}  // namespace pocketplan::content
