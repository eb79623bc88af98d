#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/app/days.h"
#include "kiosk/app/display.h"
#include "kiosk/app/reader.h"
#include "kiosk/app/session.h"
#include "kiosk/app/switch_access.h"
#include "kiosk/forgetting/memory.h"
#include "kiosk/view/describe.h"
#include "tests/printer/fake_printer.h"
#include "tests/support/captured_speech.h"
#include "tests/support/robot.h"

namespace pocketplan::tests {

// A kiosk without a window, a clock and a printer of its own: what the loop drives, driven by a test, which is all of
// them. One process follows another, each with an arena of its own, as visits end.
class DrivenKiosk {
public:
    DrivenKiosk();
    ~DrivenKiosk();
    DrivenKiosk(const DrivenKiosk&) = delete;
    DrivenKiosk& operator=(const DrivenKiosk&) = delete;

    [[nodiscard]] const visit::Visit& visit() const { return session_->visit(); }
    [[nodiscard]] bool ended() const { return session_->ended().has_value(); }
    [[nodiscard]] Robot& robot() { return *robot_; }
    [[nodiscard]] FakePrinter::Script& printer() { return *script_; }
    [[nodiscard]] const content::Library& library() const { return library_; }
    [[nodiscard]] CapturedSpeech& speech() { return *speech_; }

    void apply(const visit::Event& event);
    // Long enough to hold what is to be held.
    void touch(double x, double y);
    void press_key(ui::Key key);
    void say_day(const content::Date& today);
    void show_on(const app::DisplayReport& report);
    // What the printer says of itself and of the job that it has.
    void hear_printer();
    // What the kiosk does after each of these: draws, speaks, moves the focus, and works while nobody waits.
    void go_on();
    // The process that follows one that ended; it lays plans out for this paper.
    void begin_again(const page::PaperSize& paper);

    // All that a screen says, with the ids of its controls.
    [[nodiscard]] std::string screen();
    // Which promise is broken now; empty: none.
    [[nodiscard]] std::string broken();
    // Bytes of the arena that the largest visit so far has touched.
    [[nodiscard]] std::size_t largest_visit() const { return largest_visit_; }
    [[nodiscard]] int plans() const { return asked_for_; }

private:
    class StrictPrinter;

    void end_process();
    void take(const std::optional<visit::Event>& event) {
        if (event) apply(*event);
    }
    void note_what_prints();
    [[nodiscard]] bool is_true_today();
    [[nodiscard]] ui::Input nobody() const { return {.time = time_}; }

    content::Library library_;
    std::optional<forgetting::Arena> arena_;
    std::pmr::memory_resource* before_;
    std::unique_ptr<FakePrinter::Script> script_;
    std::unique_ptr<app::Session> session_;
    std::optional<Robot> robot_;
    std::optional<app::Days> days_;
    CapturedSpeech* speech_ = nullptr;  // the reader's
    std::optional<app::Reader> reader_;
    app::SwitchAccess switch_;
    app::FocusKeeper focus_;
    page::PaperSize paper_ = page::letter;
    app::DisplayReport report_;
    ui::Hold::Time time_{};
    int asked_for_ = 0;     // plans that hands asked for
    int asked_before_ = 0;  // in the processes before this one
    bool has_job_ = false;  // the printer got the last of them
    std::atomic<bool> two_at_once_ = false;
    std::string untrue_;  // what was printed though it is not so today
    std::size_t largest_visit_ = 0;
};

}  // namespace pocketplan::tests
