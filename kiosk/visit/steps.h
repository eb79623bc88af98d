#pragma once

#include <utility>
#include <vector>

#include "kiosk/visit/step.h"
#include "kiosk/visit/way.h"

// What all events can do to a visit. Used by step() alone, which takes each event to the class of its subject.
namespace pocketplan::visit {

class Steps {
public:
    Steps(Visit& visit, const content::Library& library, std::vector<Effect>& effects)
        : visit_(visit), library_(library), effects_(effects) {}

protected:
    template <class Index>
    static std::size_t slot(Index index) {
        return static_cast<std::size_t>(index);
    }
    template <class Where>
    [[nodiscard]] Where* in() const {
        return std::get_if<Where>(&visit_.state);
    }
    void ask_of_the_world(Effect effect) { effects_.push_back(std::move(effect)); }
    // Nothing lies over a hidden screen: what is closed would uncover it.
    void cover(Overlay overlay) {
        if (visit_.is<Goodbye>() || visit_.overlay == Overlay::hidden || visit_.overlay == overlay) return;
        leave_desk(visit_);
        visit_.overlay = overlay;
        visit_.overlay_page = 0;
    }
    void uncover() {
        leave_desk(visit_);
        visit_.overlay = Overlay::none;
    }
    // The sheets that the review shows are no longer those that would print.
    void count_again() {
        if (auto* const reviewing = in<Reviewing>()) reviewing->outdated = true;
    }
    void account_for_paper() {
        visit_.printer.tray = Tray::checked;
        ask_of_the_world(PaperAccountedFor{});
    }
    void cancel_what_is_under_way() {
        const bool under_way = visit_.job && visit_.job->progress != status::Progress::done;
        if (under_way || a_test_prints(visit_)) ask_of_the_world(CancelJob{});
        if (a_test_prints(visit_)) visit_.desk.test.reset();
    }
    void end(EndReason reason) {
        cancel_what_is_under_way();
        ask_of_the_world(EndVisit{reason});
    }

    Visit& visit_;
    const content::Library& library_;

private:
    std::vector<Effect>& effects_;
};

}  // namespace pocketplan::visit
