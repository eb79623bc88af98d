#include "tests/kiosk/ui/driven_kiosk.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "kiosk/sheets/sheets.h"
#include "printer/status/status.h"
#include "tests/kiosk/ui/monkey.h"
#include "tests/support/pack.h"
#include "tests/support/screen_rules.h"
#include "tests/support/view_text.h"

namespace pocketplan::tests {
namespace {

constexpr std::size_t arena_size = std::size_t{64} << 20U;  // as in the kiosk
constexpr std::size_t most_of_a_visit = arena_size / 4 * 3;

status::PaperKind kind_of(const page::PaperSize& size) {
    if (page::is_roll(size)) return status::PaperKind::receipt80;
    return size.width == page::a4.width ? status::PaperKind::a4 : status::PaperKind::letter;
}

std::uint32_t bits_of(const std::vector<status::Notice>& notices) {
    std::uint32_t bits = 0;
    for (const auto notice : notices) bits |= 1U << static_cast<unsigned>(notice);
    return bits;
}

// What somebody typed may be in no font of ours, and longer than a line; nothing may lie over it.
std::string covered_text(const ui::Ui& ui) {
    const auto& faults = ui.text_faults();
    const auto covered = std::find_if(faults.begin(), faults.end(), [](const ui::TextFault& fault) {
        return fault.kind == ui::TextFault::Kind::covered;
    });
    return covered == faults.end() ? "" : "a button lies over a text: " + told(*covered, ui);
}

}  // namespace

// Notices a job that comes while another may still bring paper.
class DrivenKiosk::StrictPrinter : public FakePrinter {
public:
    StrictPrinter(Script& given, std::atomic<bool>& two_at_once) : FakePrinter(given), two_at_once_(two_at_once) {}
    tl::expected<queue::JobId, queue::SubmitFault> submit(const queue::Document& document) override {
        locked([&] {
            if (!script.left_over.empty() && is_under_way(script.job.state)) two_at_once_ = true;
            script.left_over.clear();
            script.job = {true, status::JobState::processing, {}, 0, 0};
        });
        return FakePrinter::submit(document);
    }

private:
    std::atomic<bool>& two_at_once_;
};

DrivenKiosk::DrivenKiosk() : before_(std::pmr::get_default_resource()) {
    typesetter();  // lives longer than any arena
    begin_again(page::letter);
}

DrivenKiosk::~DrivenKiosk() {
    end_process();
}

void DrivenKiosk::end_process() {
    if (!session_) return;
    session_->stop_printing();
    largest_visit_ = std::max(largest_visit_, arena_->bytes().size());
    reader_.reset();
    days_.reset();
    robot_.reset();
    session_.reset();
    std::pmr::set_default_resource(before_);
    arena_.reset();
}

void DrivenKiosk::begin_again(const page::PaperSize& paper) {
    std::optional<forgetting::Farewell> farewell;
    if (session_) farewell = session_->farewell();
    asked_before_ = asked_for_;
    end_process();
    paper_ = paper;
    library_ = check_in_pack();
    arena_.emplace(std::move(forgetting::Arena::create(arena_size, forgetting::Arena::Unlocked::allowed).value()));
    std::pmr::set_default_resource(&*arena_);
    script_ = std::make_unique<FakePrinter::Script>();
    app::PrintSettings settings;
    settings.paper = paper;
    session_ =
        std::make_unique<app::Session>(library_, typesetter(), std::make_unique<StrictPrinter>(*script_, two_at_once_),
                                       settings, app::TrayMemory(""), [] {});
    robot_.emplace(library_, typesetter(), ui::Display{}, session_->visit(),
                   [this](const visit::Event& event) { apply(event); });
    robot_->set_pictures(session_->pictures());
    days_.emplace(library_, robot_->machine());
    auto speech = std::make_unique<CapturedSpeech>();
    speech_ = speech.get();
    reader_.emplace(std::move(speech), library_);
    switch_ = {};
    focus_ = {};
    has_job_ = false;
    if (farewell) session_->say_goodbye(*farewell);
}

void DrivenKiosk::apply(const visit::Event& event) {
    const auto before = app::place_of(visit());
    const bool printing = visit().is<visit::Printing>();
    session_->apply(event);
    const auto after = app::place_of(visit());
    robot_->ui().set_focus(focus_.move(before, after, robot_->ui().focus()));
    if (std::holds_alternative<visit::Print>(event) && !printing && visit().is<visit::Printing>()) note_what_prints();
}

// Gives the print worker a moment to hand it over; a printer that does not take it is asked again later.
void DrivenKiosk::note_what_prints() {
    ++asked_for_;
    if (!is_true_today()) untrue_ = "what prints is not what is true today";
    const auto submitted = [&] {
        const std::lock_guard lock(script_->mutex);
        return script_->submitted;
    };
    const int before = submitted();
    for (int waited = 0; waited < 50 && submitted() == before; ++waited) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    has_job_ = submitted() != before;
}

// Composed once more, it has the same pages.
bool DrivenKiosk::is_true_today() {
    papers::Wishes wishes;
    wishes.language = visit().language;
    wishes.size = paper_;
    wishes.left_out = visit().papers_left_out;
    wishes.pictured = visit().papers_pictured;
    wishes.card_copies = visit().card_copies;
    sheets::Sheets fresh(library_, typesetter());
    fresh.compose(visit(), wishes);
    const auto now = fresh.printed();
    const auto printed = static_cast<const sheets::Sheets&>(session_->pictures()).printed();
    return std::equal(
        now.begin(), now.end(), printed.begin(), printed.end(),
        [](const page::Page& one, const page::Page& other) { return one.marks.size() == other.marks.size(); });
}

void DrivenKiosk::touch(double x, double y) {
    for (const bool down : {false, true, true, false}) {
        time_ += ui::Hold::rest;
        take(robot_->draw({x, y, down, ui::Key::none, time_}));
        if (ended()) return;
    }
}

void DrivenKiosk::press_key(ui::Key key) {
    time_ += ui::Hold::rest;
    const app::Reader::Clock::time_point now(time_);
    auto& ui = robot_->ui();
    robot_->draw(nobody());
    if (key == ui::Key::press && app::SwitchAccess::is_asked_for(visit(), ui)) {
        return apply(visit::SetScanning{visit::Scanning::slow});
    }
    if (!ui::acts(key)) switch_.rest(now);
    const bool scans = key == ui::Key::press && visit().scanning != visit::Scanning::off;
    if (scans && switch_.press(ui, now) == app::SwitchAccess::Press::into_row) return;
    take(robot_->draw({-1, -1, false, key, time_}));
}

void DrivenKiosk::say_day(const content::Date& today) {
    days_->look(today, *session_);
}

void DrivenKiosk::show_on(const app::DisplayReport& report) {
    report_ = report;
    const auto judged = app::judge_display(report, visit().kept.display_width);
    robot_->set_display(judged.display);
    apply(visit::DisplaySaid{judged.size, judged.finding, judged.display.width_mm()});
}

void DrivenKiosk::hear_printer() {
    status::DeviceReport device;
    status::JobReport job;
    {
        const std::lock_guard lock(script_->mutex);
        device = script_->device;
        job = script_->job;
    }
    apply(visit::PrinterSaid{status::judge_printer(device), bits_of(status::notices_of(device)), kind_of(paper_)});
    if (!has_job_) return;
    const auto verdict = status::judge_job(job, device);
    apply(visit::JobSaid{verdict.progress, verdict.trouble, verdict.pages_done});
}

void DrivenKiosk::go_on() {
    time_ += std::chrono::milliseconds(700);
    const app::Reader::Clock::time_point now(time_);
    session_->take_reports();
    if (ended()) return;
    robot_->draw(nobody());
    const auto view = view::describe(visit(), library_, robot_->machine());
    const view::Sayer sayer(visit(), library_, robot_->machine());
    switch_.look(visit(), view, robot_->ui());
    reader_->look({view, sayer, visit(), robot_->ui().focus(), robot_->ui().held()}, now);
    const auto heard = reader_->take_reports(now);
    for (const auto& event : heard.events) apply(event);
    if (heard.spoken) robot_->ui().set_focus(*heard.spoken);
    reader_->wait(now);
    const auto voice = reader_->is_speaking() ? app::SwitchAccess::Voice::speaking : app::SwitchAccess::Voice::silent;
    switch_.move(robot_->ui(), voice, now);
    session_->work();
    robot_->draw(nobody());
}

std::string DrivenKiosk::screen() {
    return text_of(view::describe(visit(), library_, robot_->machine()), {visit(), library_, robot_->machine()});
}

std::string DrivenKiosk::broken() {
    const auto& ui = robot_->ui();
    if (two_at_once_) return "two plans were in the printer at once";
    {
        const std::lock_guard lock(script_->mutex);
        if (script_->submitted > asked_for_ - asked_before_) return "a plan was printed that nobody asked for";
    }
    if (!untrue_.empty()) return untrue_;
    if (arena_->bytes().size() > most_of_a_visit) return "a visit takes too much memory";
    if (ui.widgets().empty()) return "there is no way out";
    if (screen().find_first_of("{}") != std::string::npos) return "a text is not complete";
    const auto target = broken_target(ui);
    return target.empty() ? covered_text(ui) : target;
}

}  // namespace pocketplan::tests
