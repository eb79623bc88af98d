#include "kiosk/tools/command_line.h"

#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "kiosk/papers/installed.h"

namespace pocketplan::tools {
namespace {

// Where a program was called without standard streams, the next files that it opens would get their numbers, and what
// is meant for a person would be written into them. Whatever is read here, or written, still fails.
void reserve_standard_streams() {
    for (const auto& [stream, wrong_way] :
         {std::pair(STDIN_FILENO, O_WRONLY), {STDOUT_FILENO, O_RDONLY}, {STDERR_FILENO, O_RDONLY}}) {
        if (fcntl(stream, F_GETFD) < 0) open("/dev/null", wrong_way);  // the lowest that is free
    }
}

}  // namespace

std::optional<int> parse(CLI::App& app, const std::string& program, int argc, char** argv) {
    reserve_standard_streams();
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp& help) {
        return app.exit(help);
    } catch (const CLI::ParseError& error) {
        return report({Exit::users_fault, program + ": " + error.what() + "; see --help"});
    }
    return std::nullopt;
}

tl::expected<typeset::Typesetter, Failure> load_fonts() {
    const auto fonts = papers::shipped_file("fonts/fonts.conf");
    auto typesetter = typeset::Typesetter::create(fonts);
    if (!typesetter) return failed(fonts.string() + ": our fonts are missing; install Pocketplan again");
    return std::move(*typesetter);
}

}  // namespace pocketplan::tools
