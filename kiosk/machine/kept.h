#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/machine/change.h"

namespace pocketplan::machine {

// What staff set at their desk for all visits to come, in state.db: numbers and tags, nothing about any visitor.
struct Kept {
    std::vector<std::string> languages_off;  // tags, of those that the centre's files allow
    std::optional<int> loudness;             // with which each visit begins, a step; unset: the usual one
    double display_width_mm = 0;             // as it was measured with a card; 0: it was not
    bool operator==(const Kept&) const = default;
};

// What `folder` has; where it has nothing that can be read, as if nothing had been set.
Kept read_kept(const std::filesystem::path& folder);
// All of it, in the place of what was there.
ChangeOutcome write_kept(const std::filesystem::path& folder, const Kept& kept);

}  // namespace pocketplan::machine
