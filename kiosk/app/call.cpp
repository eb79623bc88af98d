#include "kiosk/app/call.h"

#include <iostream>

#include <CLI/CLI.hpp>

namespace pocketplan::app {

int tell(const std::string& what, Exit status) {
    std::cerr << what << "\n";
    return status;
}

tl::expected<Call, int> read_call(int argc, char** argv) {
    CLI::App app{"Pocketplan, a kiosk that prints a personal emergency plan and forgets"};
    std::string settings;
    std::string windowed;
    std::string content;
    Call call;
    app.add_option("--windowed", windowed, "a window of this size, such as 1280x800, instead of the full screen");
    app.add_option("--config", settings, "the settings file; see docs/OPERATING.md");
    app.add_option("--content", content, "another content.db than the one installed");
    app.add_option("--printer", call.printer, "ipp://HOST/PATH, ipps://HOST/PATH, cups:QUEUE; in a trial folder:DIR");
    app.add_option("--farewell", call.farewell, "left by the visit before this one")->group("");
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp& help) {
        return tl::unexpected(app.exit(help));
    } catch (const CLI::ParseError& error) {
        return tl::unexpected(tell("pocketplan: " + std::string(error.what()) + "; see --help", users_fault));
    }
    call.settings = settings;
    call.content = content;
    if (!windowed.empty()) {
        call.windowed = parse_window_size(windowed);
        const std::string expected = "--windowed: expected a size such as 1280x800, found '" + windowed + "'";
        if (!call.windowed) return tl::unexpected(tell(expected, users_fault));
    }
    return call;
}

}  // namespace pocketplan::app
