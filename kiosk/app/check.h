#pragma once

#include <filesystem>
#include <ostream>

#include <tl/expected.hpp>

#include "kiosk/app/call.h"
#include "kiosk/tools/failure.h"

namespace pocketplan::app {

// pocketplan --check: says in English whether visits could begin on this machine with these settings, and what the
// machine has, a line each; those that keep visits away begin with "NOT READY", and if there is any it is a failure. It
// reads the files and asks the printer as the kiosk does, beside a kiosk that runs, and writes nothing. What only the
// unit's own sandbox sees, it does not. `root`: "/", or a test's copy of a machine.
tl::expected<void, tools::Failure> check(const Call& call, std::ostream& out, const std::filesystem::path& root = "/");

// pocketplan --version: of the program, and of the words that it would use.
tl::expected<void, tools::Failure> tell_version(const Call& call, std::ostream& out);

}  // namespace pocketplan::app
