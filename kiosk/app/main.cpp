// pocketplan: the kiosk. Exit status: 0 done, 2 the call or the settings are at fault, 1 anything else.

#include <vector>

#include <sodium.h>
#include <unistd.h>

#include "content/dates.h"
#include "kiosk/app/call.h"
#include "kiosk/app/loop.h"
#include "kiosk/app/promises.h"
#include "kiosk/app/session.h"
#include "kiosk/app/setup.h"
#include "kiosk/app/window.h"
#include "kiosk/ending/farewell.h"
#include "kiosk/ending/replace.h"
#include "kiosk/machine/service.h"
#include "kiosk/papers/installed.h"
#include "kiosk/papers/today.h"
#include "kiosk/visit/memory.h"

namespace {

using namespace pocketplan;
using app::Exit;

constexpr std::size_t arena_size = std::size_t{64} << 20U;  // bytes; a whole visit with its PDF takes under 16 MB

// Locked where it can be; whether that is a fault, the settings say, which are not read yet.
tl::expected<visit::Arena, int> make_arena() {
    auto arena = visit::Arena::create(arena_size, visit::Arena::Unlocked::allowed);
    if (!arena) return tl::unexpected(app::tell("pocketplan: there is no memory for a visit", app::failed));
    visit::Mark mark;
    randombytes_buf(mark.data(), mark.size());
    arena->set_mark(mark);
    explicit_bzero(mark.data(), mark.size());
    return std::move(*arena);
}

// Before anything of a visitor's is in it.
int check_lock(const visit::Arena& arena, const app::Config& config) {
    if (arena.locked()) return app::done;
    if (config.unlocked_memory == app::UnlockedMemory::warn) {
        return app::tell("pocketplan: memory is not locked; good for a trial, not for visitors", app::done);
    }
    return app::tell(
        "pocketplan: memory for the visit cannot be locked; raise LimitMEMLOCK, or see "
        "docs/OPERATING.md, Memory",
        app::failed);
}

// What the process before this one left, and what came of looking for the rest.
struct Past {
    std::optional<ending::Farewell> farewell;
    std::optional<visit::Receipt> receipt;
    std::vector<int> inherited;  // descriptors that are not ours to close
};

Past learn_the_past(const app::Call& call) {
    Past past;
    if (call.farewell >= 0) past.farewell = ending::take_farewell(call.farewell);
    past.inherited = ending::inherited_descriptors();
    if (!past.farewell) return past;
    for (const int left : past.farewell->descriptors()) std::erase(past.inherited, left);
    // As that visit was set up: what stands for paper is where its papers went.
    past.receipt = app::make_receipt(past.farewell, app::settings_of(call, past.farewell->copies));
    return past;
}

tl::expected<app::Setup, int> set_up(const app::Call& call, const typeset::Typesetter& typesetter, const Past& past) {
    std::optional<ending::Copies> last_good;
    if (past.farewell) last_good = past.farewell->copies;
    auto setup = app::set_up(call, typesetter, last_good);
    if (!setup) return tl::unexpected(app::tell(setup.error(), app::users_fault));
    const auto overdue = content::overdue_sources(setup->library, papers::today());
    // Told once, when the machine starts: told at every end of a visit, a journal would learn when visits end.
    for (const auto* source : overdue) {
        if (!past.farewell) app::tell("pocketplan: nobody checked this source in time: " + source->title, app::done);
    }
    content::age(setup->library, papers::today());
    return std::move(*setup);
}

// Once the first frame is on screen, and nobody waits for it.
void close_the_past(const Past& past, machine::Tally& tally, view::Machine& machine) {
    if (!past.farewell) return;
    if (past.farewell->display >= 0) close(past.farewell->display);
    tally = past.farewell->tally;
    if (!app::count(*past.farewell, tally)) machine.findings.push_back(visit::Finding::counters);
}

// The end of a visit, however it came. What outside libraries copied goes with the process itself.
[[noreturn]] void end(ending::Farewell farewell, const Past& past, visit::Arena& arena, app::Session& session,
                      app::Window& window, ui::Colour ground, std::span<char* const> arguments) {
    window.blank(ground);
    ending::hold_stop_signals();
    if (window.told_to_quit()) farewell.reason = visit::EndReason::shutdown;
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

int run(app::Setup& setup, const typeset::Typesetter& typesetter, const Past& past, visit::Arena& arena,
        std::span<char* const> arguments) {
    const auto& config = setup.config;
    if (const int status = check_lock(arena, config); status != app::done) return status;
    auto window = app::Window::open(config);
    if (!window) {
        return app::tell("pocketplan: no display; start it under cage or X, or try ./dev run", app::failed);
    }
    const auto today = papers::today();
    view::Machine machine{.this_year = today.year,
                          .path = app::path_of(setup.printer.get()),
                          .overdue = content::overdue_sources(setup.library, today),
                          .findings = app::examine(setup, past.receipt, arena),
                          .fault = setup.fault,
                          .receipt = past.receipt};
    ui::Ui ui(typesetter);
    // The thread that prints, and those it starts, have stop signals blocked from their birth, so that none takes one.
    ending::hold_stop_signals();
    app::Session session(setup.library, typesetter, std::move(setup.printer), config.printing,
                         app::TrayMemory::of_this_machine(), app::Window::wake, &arena.mark());
    ending::heed_stop_signals();
    if (app::refuses(config, machine.findings)) session.refuse_visits();
    if (past.farewell) session.say_goodbye(*past.farewell);
    machine::Service service;
    machine::Tally tally;
    bool shown = false;
    app::Loop loop(*window, ui, session, setup.library, machine, config, [&] {
        service.alive();
        if (!shown) close_the_past(past, tally, machine);
        shown = true;
    });
    loop.run();
    auto farewell = session.farewell();
    farewell.tally = tally;
    farewell.copies = setup.copies;
    end(farewell, past, arena, session, *window, ui.colours().ground, arguments);
}

}  // namespace

int main(int argc, char** argv) {
    ending::refuse_dumps();
    ending::heed_stop_signals();
    const auto call = app::read_call(argc, argv);
    if (!call) return call.error();
    const machine::Instance instance;
    if (!instance.alone()) {
        return app::tell(
            "pocketplan: another one runs already (it holds " + instance.file().string() + "); end that one first",
            app::failed);
    }
    const Past past = learn_the_past(*call);
    auto arena = make_arena();
    if (!arena) return arena.error();
    std::pmr::set_default_resource(&*arena);
    ending::zero_on_crash(*arena);
    const auto fonts = papers::shipped_file("fonts/fonts.conf");
    const auto typesetter = typeset::Typesetter::create(fonts);
    if (!typesetter) {
        return app::tell(fonts.string() + ": expected our fonts beside it; install Pocketplan again", app::failed);
    }
    auto setup = set_up(*call, *typesetter, past);
    if (!setup) return setup.error();
    return run(*setup, *typesetter, past, *arena, {argv, static_cast<std::size_t>(argc)});
}
