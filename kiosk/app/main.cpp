// pocketplan: the kiosk. Exit status: 0 done, 2 the call or the settings are at fault, 1 anything else.

#include <vector>

#include <sodium.h>
#include <unistd.h>

#include "content/dates.h"
#include "kiosk/app/loop.h"
#include "kiosk/app/parts.h"
#include "kiosk/app/promises.h"
#include "kiosk/app/session.h"
#include "kiosk/app/window.h"
#include "kiosk/ending/farewell.h"
#include "kiosk/ending/replace.h"
#include "kiosk/machine/service.h"
#include "kiosk/papers/today.h"
#include "kiosk/visit/memory.h"

namespace {

using namespace pocketplan;
using app::Exit;

constexpr std::size_t arena_size = std::size_t{64} << 20U;  // bytes; a whole visit with its PDF takes under 16 MB

tl::expected<visit::Arena, int> make_arena(const app::Config& config) {
    const bool warn = config.unlocked_memory == app::UnlockedMemory::warn;
    const auto unlocked = warn ? visit::Arena::Unlocked::allowed : visit::Arena::Unlocked::refused;
    auto arena = visit::Arena::create(arena_size, unlocked);
    if (!arena) {
        return tl::unexpected(
            app::tell("pocketplan: memory for the visit cannot be locked; raise LimitMEMLOCK, or see "
                      "docs/OPERATING.md, Memory",
                      app::failed));
    }
    if (!arena->locked()) app::tell("pocketplan: memory is not locked; good for a trial, not for visitors", app::done);
    visit::Mark mark;
    randombytes_buf(mark.data(), mark.size());
    arena->set_mark(mark);
    explicit_bzero(mark.data(), mark.size());
    return std::move(*arena);
}

// What the process before this one left, and what came of looking for the rest.
struct Past {
    std::optional<ending::Farewell> farewell;
    std::optional<visit::Receipt> receipt;
    std::vector<int> inherited;  // descriptors that are not ours to close
};

Past learn_the_past(const app::Config& config) {
    Past past;
    if (config.farewell >= 0) past.farewell = ending::take_farewell(config.farewell);
    past.inherited = ending::inherited_descriptors();
    if (past.farewell) std::erase(past.inherited, past.farewell->display);
    past.receipt = app::make_receipt(past.farewell, config);
    return past;
}

// Once the first frame is on screen, and nobody waits for it.
void close_the_past(const Past& past, const content::Library& library, machine::Tally& tally,
                    screens::Machine& machine) {
    if (!past.farewell) return;
    if (past.farewell->display >= 0) close(past.farewell->display);
    tally = past.farewell->tally;
    if (!app::count(*past.farewell, library, tally)) machine.findings.push_back(visit::Finding::counters);
}

// The end of a visit, however it came. What outside libraries copied goes with the process itself.
[[noreturn]] void end(ending::Farewell farewell, const Past& past, visit::Arena& arena, app::Session& session,
                      app::Window& window, ui::Colour ground, std::span<char* const> arguments) {
    window.blank(ground);
    session.stop_printing();
    // A machine that was not ready had no visit; what is searched for is still the one before.
    const bool no_visit = farewell.reason == visit::EndReason::again;
    farewell.trace = no_visit ? past.farewell.value_or(ending::Farewell{}).trace : ending::Trace::of(arena.mark());
    farewell.proven = no_visit ? past.receipt && past.receipt->proven : farewell.trace.is_in(arena.bytes());
    arena.zero();
    window.blank_every_buffer(ground);
    if (farewell.reason == visit::EndReason::shutdown) _exit(app::done);
    farewell.display = window.connection();
    ending::replace_process(arguments, farewell, past.inherited);
    _exit(app::unforgotten);
}

int run(const app::Config& config, const Past& past, visit::Arena& arena, std::span<char* const> arguments) {
    auto parts = app::load_parts(config);
    if (!parts) return parts.error();
    auto window = app::Window::open(config);
    if (!window) {
        return app::tell("pocketplan: no display; start it under cage or X, or try ./dev run", app::failed);
    }
    const auto today = papers::today();
    screens::Machine machine{.this_year = today.year, .path = app::path_of(*parts->printer), .receipt = past.receipt};
    machine.overdue = content::overdue_sources(parts->library, today);
    machine.findings = app::examine(config, past.receipt, arena, machine.path);

    ui::Ui ui(parts->typesetter);
    app::Session session(parts->library, parts->typesetter, std::move(parts->printer), config.printing,
                         app::TrayMemory::of_this_machine(), app::Window::wake, &arena.mark());
    if (app::refuses(config, machine.findings)) session.refuse_visits();
    if (past.farewell) session.say_goodbye(*past.farewell);
    machine::Service service;
    machine::Tally tally;
    bool shown = false;
    app::Loop loop(*window, ui, session, parts->library, machine, config.motion, [&] {
        service.alive();
        if (!shown) close_the_past(past, parts->library, tally, machine);
        shown = true;
    });
    loop.run();
    auto farewell = session.farewell();
    farewell.tally = tally;
    end(farewell, past, arena, session, *window, ui.colours().ground, arguments);
}

}  // namespace

int main(int argc, char** argv) {
    ending::refuse_dumps();
    const auto config = app::configure(argc, argv);
    if (!config) return config.error();
    const machine::Instance instance;
    if (!instance.alone()) {
        return app::tell(
            "pocketplan: another one runs already (it holds " + instance.file().string() + "); end that one first",
            app::failed);
    }
    const Past past = learn_the_past(*config);
    auto arena = make_arena(*config);
    if (!arena) return arena.error();
    std::pmr::set_default_resource(&*arena);
    ending::zero_on_crash(*arena);
    return run(*config, past, *arena, {argv, static_cast<std::size_t>(argc)});
}
