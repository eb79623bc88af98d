// pocketplan: the kiosk. Exit status: 0 done, 2 the call or the settings are at fault, 1 anything else.

#include <cerrno>
#include <clocale>
#include <cstring>
#include <future>
#include <iostream>
#include <vector>

#include <CLI/CLI.hpp>
#include <sodium.h>
#include <unistd.h>

#include "content/dates.h"
#include "kiosk/app/call.h"
#include "kiosk/app/check.h"
#include "kiosk/app/days.h"
#include "kiosk/app/loop.h"
#include "kiosk/app/promises.h"
#include "kiosk/app/session.h"
#include "kiosk/app/setup.h"
#include "kiosk/app/watched_files.h"
#include "kiosk/app/window.h"
#include "kiosk/forgetting/farewell.h"
#include "kiosk/forgetting/memory.h"
#include "kiosk/forgetting/replace.h"
#include "kiosk/machine/room.h"
#include "kiosk/machine/service.h"
#include "kiosk/papers/installed.h"
#include "kiosk/papers/today.h"
#include "kiosk/speech/speaker.h"
#include "kiosk/tools/command_line.h"
#include "kiosk/tools/failure.h"
#include "kiosk/tools/meanwhile.h"

namespace {

using namespace pocketplan;
using tools::Exit;
using tools::Failure;

constexpr std::size_t arena_size = std::size_t{64} << 20U;  // bytes; a whole visit with its PDF takes under 16 MB

// Locked where it can be; whether that is a fault, the settings say, which are not read yet.
tl::expected<forgetting::Arena, Failure> make_arena() {
    auto arena = forgetting::Arena::create(arena_size, forgetting::Arena::Unlocked::allowed);
    if (!arena) return tools::failed("pocketplan: there is no memory for a visit");
    forgetting::Mark mark;
    randombytes_buf(mark.data(), mark.size());
    arena->set_mark(mark);
    explicit_bzero(mark.data(), mark.size());
    return std::move(*arena);
}

// Before anything of a visitor's is in it.
tl::expected<void, Failure> check_lock(const forgetting::Arena& arena, const app::Config& config) {
    if (arena.locked()) return {};
    if (config.unlocked_memory == app::UnlockedMemory::refuse) {
        return tools::failed(
            "pocketplan: memory for the visit cannot be locked; raise LimitMEMLOCK, or see docs/OPERATING.md, Memory");
    }
    tools::tell("pocketplan: memory is not locked; good for a trial, not for visitors");
    return {};
}

// What the process before this one left, and what came of looking for the rest.
struct Past {
    std::optional<forgetting::Farewell> farewell;
    std::optional<visit::Receipt> receipt;
    std::vector<int> inherited;  // descriptors that are not ours to close
};

Past learn_the_past(const app::Call& call) {
    Past past;
    if (call.farewell >= 0) past.farewell = forgetting::take_farewell(call.farewell);
    past.inherited = forgetting::inherited_descriptors();
    if (!past.farewell) return past;
    for (const int left : past.farewell->descriptors()) std::erase(past.inherited, left);
    // As that visit was set up: what stands for paper is where its papers went.
    past.receipt = app::make_receipt(past.farewell, app::settings_of(call, past.farewell->copies));
    return past;
}

// What is made while the window opens.
struct Drawing {
    std::shared_ptr<const typeset::Typesetter> typesetter;
    std::shared_ptr<ui::Ui> ui;
};
struct Loaded {
    Drawing drawing;
    app::Setup setup;
};

tl::expected<app::Setup, Failure> set_up(const app::Call& call, const content::compiler::MissingGlyph& missing_glyph,
                                         const Past& past) {
    std::optional<forgetting::Copies> last_good;
    if (past.farewell && past.farewell->copies.content >= 0) last_good = past.farewell->copies;
    auto setup = app::set_up(call, missing_glyph, last_good);
    if (!setup && papers::is_installed() && !call.windowed) setup = app::only_told(call, setup.error());
    if (!setup) return tools::users_fault(setup.error());
    // Told once, when the machine starts: told at every end of a visit, a journal would learn when visits end.
    if (past.farewell) return std::move(*setup);
    if (!setup->usable) tools::tell(setup->fault);
    for (const auto* source : content::overdue_sources(setup->library, papers::today())) {
        tools::tell("pocketplan: nobody checked this source in time: " + source->title);
    }
    return std::move(*setup);
}

tl::expected<Drawing, Failure> load_drawing() {
    auto fonts = tools::load_fonts();
    if (!fonts) return tl::unexpected(fonts.error());
    auto typesetter = std::make_unique<const typeset::Typesetter>(std::move(*fonts));
    auto ui = std::make_unique<ui::Ui>(*typesetter);
    return Drawing{std::move(typesetter), std::move(ui)};
}

// In a locale of its own: SDL changes the process's for a moment, and a number would be read in another way.
template <class Work>
auto in_plain_locale(Work work) {
    const locale_t plain = newlocale(LC_ALL_MASK, "C", nullptr);
    const locale_t before = uselocale(plain);
    auto done = work();
    uselocale(before);
    freelocale(plain);
    return done;
}

// What takes files to be read, on two threads that take no stop signal. Until take() returns, the one that loads the
// fonts allocates in the arena, and nobody else does; what is missing in a font is asked of them when they are there.
class Loading {
public:
    Loading(const app::Call& call, const Past& past) {
        forgetting::with_stop_signals_held([&] {
            drawing_ = tools::meanwhile([] { return in_plain_locale(load_drawing); }).share();
            const auto missing_glyph = [drawing = drawing_](std::string_view text) {
                return drawing.get() ? drawing.get()->typesetter->missing_glyph(text) : 0;
            };
            setup_ = tools::meanwhile([&call, &past, missing_glyph] {
                return in_plain_locale([&] { return set_up(call, missing_glyph, past); });
            });
        });
    }
    // Waits for both.
    tl::expected<Loaded, Failure> take() {
        auto setup = setup_.get();
        const auto& drawing = drawing_.get();
        if (!drawing) return tl::unexpected(drawing.error());
        if (!setup) return tl::unexpected(setup.error());
        return Loaded{*drawing, std::move(*setup)};
    }

private:
    std::shared_future<tl::expected<Drawing, Failure>> drawing_;
    std::future<tl::expected<app::Setup, Failure>> setup_;
};

// Once, when the machine starts, like overdue sources.
void begin_health_file(const app::Config& config, const Past& past, app::Session& session) {
    machine::remember_health_file(machine::state_folder(), config.health);
    if (session.tell_health() || past.farewell) return;
    tools::tell("pocketplan: the health file " + config.health.string() +
                " cannot be written; let the kiosk write to its folder, see docs/OPERATING.md, Monitoring");
}

// Once the first frame is on screen, and nobody waits for it.
void close_the_past(const Past& past, machine::Tally& tally, app::Session& session) {
    if (!past.farewell) return;
    if (past.farewell->display >= 0) close(past.farewell->display);
    tally = past.farewell->tally;
    if (const auto finding = app::count(*past.farewell, tally)) session.apply(visit::Found{*finding});
}

// What a visit was shown with, and read aloud.
struct Stage {
    app::Session& session;
    app::Loop& loop;
    app::Window& window;
    ui::Colour ground;
};

// The end of a visit, however it came. What outside libraries copied goes with the process itself.
[[noreturn]] void end(forgetting::Farewell farewell, const Past& past, forgetting::Arena& arena, const Stage& stage,
                      std::span<char* const> arguments) {
    auto& window = stage.window;
    window.blank(stage.ground);
    forgetting::hold_stop_signals();
    if (window.told_to_quit()) farewell.reason = visit::EndReason::shutdown;
    stage.session.stop_printing();
    stage.loop.stop_reading();
    // A machine that was not ready had no visit; what is searched for is still the one before.
    const bool no_visit = farewell.reason == visit::EndReason::again;
    farewell.trace =
        no_visit ? past.farewell.value_or(forgetting::Farewell{}).trace : forgetting::Trace::of(arena.mark());
    farewell.proven = no_visit ? past.receipt && past.receipt->proven : farewell.trace.is_in(arena.bytes());
    arena.zero();
    window.blank_every_buffer(stage.ground);
    if (farewell.reason == visit::EndReason::shutdown) _exit(static_cast<int>(Exit::done));
    farewell.display = window.connection();
    forgetting::replace_process(arguments, farewell, past.inherited);
    tools::tell(std::string("pocketplan: cannot begin again after a visit (") + std::strerror(errno) +
                "); this one is forgotten, and the program has to be started");
    _exit(static_cast<int>(Exit::unforgotten));
}

app::StaffRoom staff_room(const app::Config& config, const Past& past) {
    const auto tries = past.farewell ? past.farewell->tries : machine::CodeTries{};
    return {config.staff_code, {machine::state_folder(), config.health}, tries};
}

app::Loop::MakeSpeaker speaker_maker(const app::Config& config) {
    if (config.read_aloud != app::ReadAloud::on_asking) return {};
    return [] { return forgetting::with_stop_signals_held([] { return speech::create_speaker(app::Window::wake); }); };
}

// Returns only if no visit can begin.
Failure run(const app::Call& call, Loaded& loaded, app::Window& window, const Past& past, forgetting::Arena& arena,
            std::span<char* const> arguments) {
    auto& setup = loaded.setup;
    const auto& config = setup.config;
    const auto& typesetter = *loaded.drawing.typesetter;
    auto& ui = *loaded.drawing.ui;
    view::Machine machine{.path = app::path_of(setup.printer.get()),
                          .fault = setup.fault,
                          .receipt = past.receipt,
                          .width_is_set = config.display_width_mm > 0};
    app::Session session = forgetting::with_stop_signals_held([&] {
        return app::Session(setup.library, typesetter, std::move(setup.printer), config.printing,
                            app::TrayMemory::of_this_machine(), app::Window::wake, &arena.mark(),
                            staff_room(config, past));
    });
    if (!session.can_print()) {
        return {Exit::failed, "pocketplan: the system gives no thread to print with; raise TasksMax, or memory limits"};
    }
    const auto findings = app::examine(setup, past.receipt, arena);
    for (const auto finding : findings) session.apply(visit::Found{finding});
    if (app::refuses(config, findings)) session.apply(visit::RefuseVisits{});
    session.apply(visit::SignDrawn{visit::own_signs.at(randombytes_uniform(std::uint32_t{visit::own_signs.size()}))});
    session.apply(visit::ScanningSettled{config.scanning});
    if (past.farewell) session.say_goodbye(*past.farewell);
    app::Days days(setup.library, machine);
    app::WatchedFiles files(call, config);
    days.look(papers::today(), session);
    machine::Service service;
    machine::Tally tally;
    bool shown = false;
    const auto awake = [&] {
        service.alive();
        if (!shown) {
            close_the_past(past, tally, session);
            begin_health_file(config, past, session);
        }
        shown = true;
        if (files.changed()) session.apply(visit::FilesChanged{});
        return days.look(papers::today(), session);
    };
    app::Loop loop(window, ui, session, setup.library, machine, config, awake, speaker_maker(config));
    try {
        loop.run();
    } catch (const std::bad_alloc&) {
        session.end_without_room();
    }
    auto farewell = session.farewell();
    farewell.tally = tally;
    farewell.copies = setup.copies;
    end(farewell, past, arena, {session, loop, window, ui.colours().ground}, arguments);
}

}  // namespace

int main(int argc, char** argv) {
    forgetting::refuse_dumps();
    forgetting::heed_stop_signals();
    machine::be_modest();
    CLI::App command_line{"Pocketplan, a kiosk that prints a personal emergency plan and forgets"};
    app::Call call;
    app::add_options(command_line, call);
    if (const auto ended = tools::parse(command_line, "pocketplan", argc, argv)) return *ended;
    if (papers::is_installed()) call.brought = words::Places{};
    if (call.version) return tools::finish(app::tell_version(call, std::cout), "pocketplan");
    if (call.check) return tools::finish(app::check(call, std::cout), "pocketplan");
    if (!machine::has_room()) {
        return tools::report({Exit::failed,
                              "pocketplan: too little memory is allowed; raise LimitAS and LimitSTACK "
                              "(ulimit -v, ulimit -s)"});
    }
    const machine::Instance instance;
    if (!instance.alone()) {
        return tools::report({Exit::failed, "pocketplan: another one runs already (it holds " +
                                                instance.file().string() + "); end that one first"});
    }
    const Past past = learn_the_past(call);
    static auto arena = make_arena();  // until exit(), whoever calls it
    if (!arena) return tools::report(arena.error());
    std::pmr::set_default_resource(&*arena);
    forgetting::zero_on_crash(*arena);
    app::Window::prepare();
    Loading loading(call, past);
    // Where no display is named, SDL says so in words of its own: not before what the files are at fault for.
    tl::expected<app::Window, app::WindowFault> window = tl::unexpected(app::WindowFault::no_display);
    const bool named = app::Window::is_display_named();
    if (named) window = app::Window::open(call.windowed);
    auto loaded = loading.take();
    if (!loaded) return tools::report(loaded.error());
    if (!named) window = app::Window::open(call.windowed);
    if (const auto lock = check_lock(*arena, loaded->setup.config); !lock) return tools::report(lock.error());
    if (!window) {
        return tools::report({Exit::failed, "pocketplan: no display; start it under cage or X, or try ./dev run"});
    }
    window->use(loaded->setup.config.keypad);
    return tools::report(run(call, *loaded, *window, past, *arena, {argv, static_cast<std::size_t>(argc)}));
}
