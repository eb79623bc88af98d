#include "kiosk/app/parts.h"

#include <cstdlib>
#include <iostream>
#include <string>

#include <CLI/CLI.hpp>

#include "content/compiler/local.h"
#include "content/dates.h"
#include "kiosk/app/user_name.h"
#include "kiosk/papers/installed.h"
#include "kiosk/papers/today.h"

namespace pocketplan::app {
namespace {

// What the pack says, as the centre wants it said, as things stand today.
tl::expected<content::Library, int> load_content(const Config& config, const typeset::Typesetter& typesetter) {
    const auto file = config.content.empty() ? papers::shipped_file("content.db") : config.content;
    auto library = content::load_library(file);
    if (!library) return tl::unexpected(tell(content::describe(library.error(), file), users_fault));
    const bool usual = config.local.empty() && std::filesystem::exists(usual_local);
    const auto local_file = usual ? std::filesystem::path(usual_local) : config.local;
    content::Local local;
    if (!local_file.empty()) {
        const auto missing = [&](std::string_view text) { return typesetter.missing_glyph(text); };
        auto read = content::compiler::read_local(local_file, *library, missing);
        if (!read) return tl::unexpected(tell(content::compiler::describe(read.error()), users_fault));
        local = std::move(*read);
    }
    content::apply_local(*library, local);
    // On an installed kiosk nobody meets a translation that no person has read, unless the centre says so.
    if (!local_file.empty() || papers::is_installed()) content::keep_languages(*library, local);
    // Told once, when the machine starts: told at every end of a visit, a journal would learn when visits end.
    if (config.farewell < 0) {
        for (const auto* source : content::overdue_sources(*library, papers::today())) {
            std::cerr << "pocketplan: nobody checked this source in time: " << source->title << "\n";
        }
    }
    content::age(*library, papers::today());
    return std::move(*library);
}

}  // namespace

int tell(const std::string& what, Exit status) {
    std::cerr << what << "\n";
    return status;
}

tl::expected<Config, int> configure(int argc, char** argv) {
    CLI::App app{"Pocketplan, a kiosk that prints a personal emergency plan and forgets"};
    std::string file;
    std::string windowed;
    std::string content;
    std::string printer;
    int farewell = -1;
    app.add_option("--windowed", windowed, "a window of this size, such as 1280x800, instead of the full screen");
    app.add_option("--config", file, "the settings file; see docs/OPERATING.md");
    app.add_option("--content", content, "another content.db than the one installed");
    app.add_option("--printer", printer, "ipp://HOST/PATH, ipps://HOST/PATH, cups:QUEUE or folder:DIR");
    app.add_option("--farewell", farewell, "left by the visit before this one")->group("");
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp& help) {
        return tl::unexpected(app.exit(help));
    } catch (const CLI::ParseError& error) {
        return tl::unexpected(tell("pocketplan: " + std::string(error.what()) + "; see --help", users_fault));
    }
    Config config;
    if (!file.empty()) {
        auto read = read_config(file);
        if (!read) return tl::unexpected(tell(read.error(), users_fault));
        config = *read;
    }
    if (!content.empty()) config.content = content;
    if (!printer.empty()) {
        config.printer = printer;
        config.printer_place = "--printer: ";
    }
    config.farewell = farewell;
    if (!windowed.empty()) {
        config.windowed = parse_window_size(windowed);
        const std::string expected = "--windowed: expected a size such as 1280x800, found '" + windowed + "'";
        if (!config.windowed) return tl::unexpected(tell(expected, users_fault));
        config.unlocked_memory = UnlockedMemory::warn;
    }
    return config;
}

tl::expected<Parts, int> load_parts(const Config& config) {
    const auto fonts = papers::shipped_file("fonts/fonts.conf");
    auto typesetter = typeset::Typesetter::create(fonts);
    if (!typesetter) {
        return tl::unexpected(tell(fonts.string() + ": expected our fonts beside it; install Pocketplan anew", failed));
    }
    auto library = load_content(config, *typesetter);
    if (!library) return tl::unexpected(library.error());
    auto printer = queue::open_printer(config.printer, printer_user_name(), config.cleartext, config.certificate);
    if (!printer) {
        const auto what = config.printer_place + queue::describe(printer.error(), config.printer);
        return tl::unexpected(tell(what, users_fault));
    }
    return Parts{std::move(*library), std::move(*typesetter), std::move(*printer)};
}

screens::PrintPath path_of(const queue::Printer& printer) {
    switch (printer.path()) {
        case queue::Path::direct_pdf:
            return screens::PrintPath::direct;
        case queue::Path::scheduler:
            return screens::PrintPath::scheduler;
        case queue::Path::files:
            return screens::PrintPath::files;
    }
    std::abort();
}

}  // namespace pocketplan::app
