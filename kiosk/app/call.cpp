#include "kiosk/app/call.h"

#include <CLI/CLI.hpp>

namespace pocketplan::app {

void add_options(CLI::App& command_line, Call& call) {
    command_line.add_option_function<std::string>(
        "--windowed",
        [&call](const std::string& size) {
            call.windowed = parse_window_size(size);
            if (call.windowed) return;
            throw CLI::ValidationError("--windowed",
                                       "expected a size such as 1280x800, up to 7680x7680, found '" + size + "'");
        },
        "a window of this size, such as 1280x800, instead of the full screen");
    // As strings: a path that is read from a stream ends at its first space.
    command_line.add_option_function<std::string>(
        "--config", [&call](const std::string& file) { call.settings = file; },
        "the settings file; see docs/OPERATING.md");
    command_line.add_option_function<std::string>(
        "--content", [&call](const std::string& file) { call.content = file; },
        "another content.db than the one installed");
    command_line.add_option("--printer", call.printer,
                            "ipp://HOST/PATH, ipps://HOST/PATH, cups:QUEUE; in a trial folder:DIR");
    command_line.add_flag("--check", call.check, "say whether visits could begin, and what this machine has, and end");
    command_line.add_flag("--version", call.version, "print the version of the program and of the words, and end")
        ->excludes("--check");
    command_line.add_option("--farewell", call.farewell, "left by the visit before this one")->group("");
}

}  // namespace pocketplan::app
