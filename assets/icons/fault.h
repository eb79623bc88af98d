#pragma once

#include <stdexcept>

namespace pocketplan::icons {

// What is wrong with a picture and what to do about it, for whoever drew it. main adds the file's name.
struct Fault : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace pocketplan::icons
