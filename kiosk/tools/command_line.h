#pragma once

#include <optional>
#include <string>

#include <CLI/CLI.hpp>
#include <tl/expected.hpp>

#include "kiosk/tools/failure.h"
#include "printer/typeset/typesetter.h"

// What the programs for authors begin with.
namespace pocketplan::tools {

// Reads the call of `program`, before anything else is done. Set if the program ends with it: the exit status of
// --help, or of a call that is wrong.
std::optional<int> parse(CLI::App& app, const std::string& program, int argc, char** argv);

// The shipped fonts.
tl::expected<typeset::Typesetter, Failure> load_fonts();

}  // namespace pocketplan::tools
