#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace pocketplan::content::compiler {

struct PluralForms {
    int count = 0;                       // nplurals
    std::vector<std::uint8_t> by_count;  // which form each of content::counts takes
};

// Parses the value of a PO header's Plural-Forms, for example "nplurals=2; plural=n != 1;": the number of forms, and a
// C expression of n (GNU gettext manual, 11.2.6; gettext's plural.y). Unset if it is not such a value, names a form
// that does not exist, or divides by zero.
std::optional<PluralForms> read_plural_forms(std::string_view header);

}  // namespace pocketplan::content::compiler
