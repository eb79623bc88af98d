#pragma once

#include <functional>
#include <list>
#include <memory>
#include <memory_resource>
#include <optional>
#include <utility>

#include "content/library.h"
#include "kiosk/app/config.h"
#include "kiosk/app/staff_room.h"
#include "kiosk/app/tray.h"
#include "kiosk/forgetting/farewell.h"
#include "kiosk/forgetting/mark.h"
#include "kiosk/sheets/sheets.h"
#include "kiosk/visit/event.h"
#include "kiosk/visit/step.h"
#include "kiosk/visit/visit.h"
#include "printer/pdf/pdf.h"
#include "printer/queue/worker.h"
#include "printer/typeset/typesetter.h"

namespace pocketplan::app {

// One visit and what it asks of the world: takes Events, lets step() decide, and performs the Effects. Knows no
// window, so the kiosk's loop, the offscreen tour and the tests drive the same object. Everything of the visitor's, the
// Visit and the PDF alike, is allocated in the default memory resource (the arena).
class Session {
public:
    // `wake` is called from the print worker's thread when take_reports() has something to take. `mark`: of this visit,
    // where the arena has it (no copy of it may be anywhere else); becomes the id of what it prints. Null: there is
    // none.
    Session(const content::Library& library, const typeset::Typesetter& typesetter,
            std::unique_ptr<queue::Printer> printer, const PrintSettings& settings, TrayMemory tray,
            std::function<void()> wake, const forgetting::Mark* mark = nullptr, StaffRoom room = {});
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    [[nodiscard]] const visit::Visit& visit() const { return *visit_; }
    // How the visit ended; set once and for good.
    [[nodiscard]] std::optional<visit::EndReason> ended() const { return ended_; }

    void apply(const visit::Event& event);
    // There is no memory to go on with, not even for an event.
    void end_without_room();
    // Turns what the print worker reported into events. True if there was anything.
    bool take_reports();
    // Shows goodbye in the language and the looks of the visit before this one.
    void say_goodbye(const forgetting::Farewell& farewell);
    // What the next process has to know of this visit: how it looked and how it ended.
    [[nodiscard]] forgetting::Farewell farewell() const;

    // Whether the visitor called staff since this was last asked.
    [[nodiscard]] bool take_call() { return std::exchange(called_, false); }
    // From now on the health file says how the machine is; before, not all is known, and a file that changes at each
    // start tells when visits end. False if there should be one and it cannot be written.
    bool tell_health();

    // Pictures of the sheets, for a frame. Some may not be drawn yet.
    [[nodiscard]] ui::Pictures& pictures() { return sheets_; }
    // Does a small part of what can wait until nobody touches anything: the sheets are composed, or one picture is
    // drawn. nothing: there was none. new_frame: what was done is to be seen. more: there is more of it, and nothing to
    // see yet.
    enum class Work { nothing, more, new_frame };
    Work work();

    // False where the system has no thread that could talk to the printer.
    [[nodiscard]] bool can_print() const { return worker_.runs(); }
    // Lets go of the printer: after true, no other thread reads the visit's memory.
    bool stop_printing() { return worker_.stop(); }

private:
    void perform(const visit::Effect& effect);
    void hear(const queue::Report& report);
    [[nodiscard]] papers::Wishes wishes() const;
    void print();
    void remember(visit::Tray tray);
    void print_test_page();
    void check_code();

    const content::Library& library_;
    const typeset::Typesetter& typesetter_;
    PrintSettings settings_;
    const forgetting::Mark* mark_;
    TrayMemory tray_;
    status::PaperSetup paper_;  // as the printer last told
    visit::Visit* visit_;       // owned; in the arena, and never destroyed there: zeroing the arena is its end
    sheets::Sheets sheets_;
    bool counting_ = false;  // the review waits for Counted
    bool called_ = false;    // staff, since take_call()
    bool staff_called_ = false;
    StaffRoom room_;
    bool printer_told_ = false;  // anything
    // What of the machine is told outside of it.
    struct Told {
        visit::Readiness readiness;
        visit::Findings findings;
        std::optional<status::Trouble> trouble;
        bool called;
        bool operator==(const Told&) const = default;
    };
    [[nodiscard]] Told told_now() const;
    std::optional<Told> told_;  // by the health file
    pdf::Bytes pdf_;
    // Until the visit ends: the worker may still read one that was cancelled.
    std::pmr::list<pdf::Bytes> test_pages_;
    int plan_document_ = 0;  // as the worker numbers them
    int test_document_ = 0;
    std::optional<visit::EndReason> ended_;
    queue::Worker worker_;
};

}  // namespace pocketplan::app
