// pocketplan: the kiosk. Exit status: 0 done, 2 the call or the settings are at fault, 1 anything else.

#include <iostream>
#include <string>

#include <CLI/CLI.hpp>

#include "content/compiler/local.h"
#include "content/dates.h"
#include "kiosk/app/config.h"
#include "kiosk/app/loop.h"
#include "kiosk/app/machine.h"
#include "kiosk/app/session.h"
#include "kiosk/app/window.h"
#include "kiosk/ending/farewell.h"
#include "kiosk/ending/replace.h"
#include "kiosk/papers/installed.h"
#include "kiosk/papers/today.h"
#include "kiosk/visit/memory.h"
#include "printer/queue/printer.h"

namespace {

using namespace pocketplan;

enum Exit { done = 0, failed = 1, users_fault = 2, unforgotten = 70 };

constexpr std::size_t arena_size = std::size_t{64} << 20U;  // bytes; a whole visit with its PDF takes under 8 MB

int tell(const std::string& what, Exit status) {
    std::cerr << what << "\n";
    return status;
}

// Settings from the file, then from the command line, which wins. Where it fails, the exit status.
tl::expected<app::Config, int> configure(int argc, char** argv) {
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
    app::Config config;
    if (!file.empty()) {
        auto read = app::read_config(file);
        if (!read) return tl::unexpected(tell(read.error(), users_fault));
        config = *read;
    }
    if (!content.empty()) config.content = content;
    if (!printer.empty()) config.printer = printer;
    config.farewell = farewell;
    if (!windowed.empty()) {
        config.windowed = app::parse_window_size(windowed);
        const std::string expected = "--windowed: expected a size such as 1280x800, found '" + windowed + "'";
        if (!config.windowed) return tl::unexpected(tell(expected, users_fault));
        config.unlocked_memory = app::UnlockedMemory::warn;
    }
    return config;
}

tl::expected<visit::Arena, int> make_arena(const app::Config& config) {
    const bool warn = config.unlocked_memory == app::UnlockedMemory::warn;
    const auto unlocked = warn ? visit::Arena::Unlocked::allowed : visit::Arena::Unlocked::refused;
    auto arena = visit::Arena::create(arena_size, unlocked);
    if (!arena) {
        return tl::unexpected(
            tell("pocketplan: memory for the visit cannot be locked; raise LimitMEMLOCK, or see "
                 "docs/OPERATING.md, Memory",
                 failed));
    }
    if (!arena->locked()) std::cerr << "pocketplan: memory is not locked; good for a trial, not for visitors\n";
    return std::move(*arena);
}

// The parts of one run that hold nothing of the visitor.
struct Parts {
    content::Library library;
    typeset::Typesetter typesetter;
    std::unique_ptr<queue::Printer> printer;
};

// What the pack says, as the centre wants it said, as things stand today.
tl::expected<content::Library, int> load_content(const app::Config& config) {
    const auto file = config.content.empty() ? papers::shipped_file("content.db") : config.content;
    auto library = content::load_library(file);
    if (!library) return tl::unexpected(tell(content::describe(library.error(), file), users_fault));
    const bool usual = config.local.empty() && std::filesystem::exists(app::usual_local);
    const auto local_file = usual ? std::filesystem::path(app::usual_local) : config.local;
    content::Local local;
    if (!local_file.empty()) {
        auto read = content::compiler::read_local(local_file, *library);
        if (!read) return tl::unexpected(tell(content::compiler::describe(read.error()), users_fault));
        local = std::move(*read);
    }
    content::apply_local(*library, local);
    // On an installed kiosk nobody meets a translation that no person has read, unless the centre says so.
    if (!local_file.empty() || papers::is_installed()) content::keep_languages(*library, local);
    for (const auto* source : content::overdue_sources(*library, papers::today())) {
        std::cerr << "pocketplan: nobody checked this source in time: " << source->title << "\n";
    }
    content::age(*library, papers::today());
    return std::move(*library);
}

tl::expected<Parts, int> load_parts(const app::Config& config) {
    auto library = load_content(config);
    if (!library) return tl::unexpected(library.error());
    auto printer = queue::open_printer(config.printer, app::printer_user_name(), config.cleartext, config.certificate);
    if (!printer) return tl::unexpected(tell(queue::describe(printer.error(), config.printer), users_fault));
    const auto fonts = papers::shipped_file("fonts/fonts.conf");
    auto typesetter = typeset::Typesetter::create(fonts);
    if (!typesetter) {
        return tl::unexpected(tell(fonts.string() + ": expected our fonts beside it; install Pocketplan anew", failed));
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

int run(const app::Config& config, visit::Arena& arena, std::span<char* const> arguments) {
    auto parts = load_parts(config);
    if (!parts) return parts.error();
    auto window = app::Window::open(config);
    if (!window) return tell("pocketplan: no display; start it under cage or X, or try ./dev run", failed);

    ui::Ui ui(parts->typesetter);
    const auto path = path_of(*parts->printer);
    app::Session session(parts->library, parts->typesetter, std::move(parts->printer), config.printing,
                         app::TrayMemory::of_this_machine(), app::Window::wake);
    if (config.farewell >= 0) {
        if (const auto farewell = ending::take_farewell(config.farewell)) session.say_goodbye(*farewell);
    }
    const auto today = papers::today();
    const screens::Machine machine{today.year, path, content::overdue_sources(parts->library, today)};
    app::Loop loop(*window, ui, session, parts->library, machine, config.motion);
    const auto reason = loop.run();

    // The end of a visit, however it came. What outside libraries copied goes with the process itself.
    const auto ground = ui.colours().ground;
    const auto farewell = session.farewell();
    session.stop_printing();
    arena.zero();
    window->blank(ground);
    if (reason == visit::EndReason::shutdown) _exit(done);
    ending::replace_process(arguments, farewell);
    _exit(unforgotten);  // systemd starts anew
}

}  // namespace

int main(int argc, char** argv) {
    ending::refuse_dumps();
    const auto config = configure(argc, argv);
    if (!config) return config.error();
    auto arena = make_arena(*config);
    if (!arena) return arena.error();
    std::pmr::set_default_resource(&*arena);
    ending::zero_on_crash(*arena);
    return run(*config, *arena, {argv, static_cast<std::size_t>(argc)});
}
