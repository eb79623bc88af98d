#pragma once

#include <memory>

#include <tl/expected.hpp>

#include "content/library.h"
#include "kiosk/app/config.h"
#include "kiosk/screens/screens.h"
#include "printer/queue/printer.h"
#include "printer/typeset/typesetter.h"

namespace pocketplan::app {

// Exit status of the program. unforgotten: EX_SOFTWARE of sysexits.h; systemd starts it anew.
enum Exit { done = 0, failed = 1, users_fault = 2, unforgotten = 70 };

// One line on standard error; gives back the status.
int tell(const std::string& what, Exit status);

// Settings from the file, then from the command line, which wins. Where it fails, the exit status, and one line was
// told.
tl::expected<Config, int> configure(int argc, char** argv);

// The parts of one run that hold nothing of the visitor.
struct Parts {
    content::Library library;
    typeset::Typesetter typesetter;
    std::unique_ptr<queue::Printer> printer;
};

// Where it fails, the exit status, and one line was told.
tl::expected<Parts, int> load_parts(const Config& config);

screens::PrintPath path_of(const queue::Printer& printer);

}  // namespace pocketplan::app
