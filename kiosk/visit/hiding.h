#pragma once

#include <array>
#include <cstdint>

// How a visitor comes back to a screen that they hid (docs/decisions/0030).
namespace pocketplan::visit {

// A picture that stands on the Hide button throughout a visit, and brings its screen back when it is held.
enum class OwnSign : std::uint8_t { sun, star, tree, fish, cup, flower, bird, boat, umbrella };
inline constexpr std::array own_signs{OwnSign::sun,    OwnSign::star, OwnSign::tree, OwnSign::fish,    OwnSign::cup,
                                      OwnSign::flower, OwnSign::bird, OwnSign::boat, OwnSign::umbrella};

// So many wrong ones end the visit: whoever guesses comes back in one visit of three.
inline constexpr int most_wrong_signs = 3;

struct Hiding {
    OwnSign sign = OwnSign::sun;  // this visit's
    int wrong = 0;                // held since the screen was hidden
};

}  // namespace pocketplan::visit
