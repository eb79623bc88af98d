#pragma once

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "tests/support/pack.h"

namespace pocketplan::view {

// What tests of the language in that place are called.
inline std::string language_name(const testing::TestParamInfo<std::size_t>& language) {
    auto tag = tests::check_in_pack().languages[language.param].tag;
    std::replace(tag.begin(), tag.end(), '-', '_');
    return tag;
}

}  // namespace pocketplan::view
