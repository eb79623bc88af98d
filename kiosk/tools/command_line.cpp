#include "kiosk/tools/command_line.h"

#include "kiosk/papers/installed.h"

namespace pocketplan::tools {

std::optional<int> parse(CLI::App& app, const std::string& program, int argc, char** argv) {
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
