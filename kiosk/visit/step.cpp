#include "kiosk/visit/step.h"

#include <algorithm>

#include "kiosk/visit/answer_steps.h"
#include "kiosk/visit/desk_steps.h"
#include "kiosk/visit/paper_steps.h"
#include "kiosk/visit/way.h"

namespace pocketplan::visit {
namespace {

// Far more than anything fills; what shows pages takes the last one for any beyond it.
constexpr int most_pages = 99;

// The way of a visit, what every screen offers, and what no hand does; one operator() an event.
class OtherSteps : protected Steps {
public:
    using Steps::Steps;

    // Before the questions
    void operator()(ChooseLanguage chosen) {
        const bool known = slot(chosen.language) < library_.languages.size();
        if (!known || is_off(visit_.desk.shown_off, chosen.language)) return;
        visit_.language = chosen.language;
        if (visit_.beside == chosen.language) visit_.beside.reset();
        count_again();
        if (auto* const asking = in<Asking>()) asking->entry.layer = 0;
        if (visit_.overlay == Overlay::languages) uncover();
        if (visit_.is<ChoosingLanguage>()) show(visit_, Promised{});
    }
    void operator()(SetBeside set) {
        if (set.language && slot(*set.language) >= library_.languages.size()) return;
        visit_.beside = set.language == visit_.language ? std::nullopt : set.language;
        if (visit_.overlay == Overlay::beside) uncover();
    }
    void operator()(UncoverBeside) { visit_.beside_uncovered = !visit_.beside_uncovered; }
    void operator()(MakePlan) {
        if (!visit_.is<Promised>()) return;
        visit_.wanted = OwnPlan{};
        if (const auto first = content::next_question(library_, visit_.answers, std::nullopt)) {
            ask(visit_, library_, *first);
        }
    }
    void operator()(MakeBlankPlan) {
        if (!visit_.is<Promised>()) return;
        visit_.wanted = BlankPlan{};
        review(visit_);
    }
    void operator()(OpenTopic opened) {
        const bool known = opened.topic >= 0 && static_cast<std::size_t>(opened.topic) < library_.topics.size();
        if (visit_.is<Learning>() && known) show(visit_, ReadingTopic{opened.topic});
    }
    void operator()(PrintTopic) {
        const auto* const reading = visit_.in<ReadingTopic>();
        if (reading == nullptr) return;
        visit_.wanted = TopicSheet{reading->topic};
        review(visit_);
    }

    // On every screen
    void operator()(Back) { go_back(visit_, library_); }
    void operator()(Open opened) { open_child(visit_, opened); }
    void operator()(TurnPage turned) {
        int& page = visit_.overlay == Overlay::none ? visit_.page : visit_.overlay_page;
        page = std::clamp(turned.page, 0, most_pages);
    }
    void operator()(Erase) {
        if (has_begun(visit_)) end(visit_.is<Problem>() ? EndReason::printer_given_up : EndReason::erased);
    }
    // The code alone opens the desk.
    void operator()(Cover covered) {
        const bool code = covered.overlay == Overlay::staff_code && !visit_.has_staff_code;
        if (covered.overlay != Overlay::desk && !code) cover(covered.overlay);
    }
    void operator()(CloseOverlay) {
        if (visit_.overlay != Overlay::hidden) uncover();
    }
    void operator()(ShowAgain shown) {
        if (visit_.overlay != Overlay::hidden) return;
        const bool own = shown.sign == visit_.hiding.sign;
        visit_.hiding.wrong = own ? 0 : visit_.hiding.wrong + 1;
        if (own) uncover();
        if (visit_.hiding.wrong == most_wrong_signs) end(EndReason::erased);
    }
    void operator()(SetTextSize set) { visit_.text_size = set.size; }
    void operator()(SetTheme set) { visit_.theme = set.theme; }
    void operator()(ReadAloud read) {
        if (visit_.sound) change(visit_.hearing, read.how);
    }
    void operator()(SetScanning set) { visit_.scanning = set.scanning; }

    // Beginning and end
    void operator()(StartOver) {
        if (visit_.is<Goodbye>()) start_over(visit_, library_);
    }
    void operator()(CheckAgain) {
        if (visit_.is<NotReady>()) end(EndReason::again);
    }
    void operator()(ShutDown) { end(EndReason::shutdown); }
    void operator()(IdleFor idle) {
        const bool at_desk = visit_.overlay == Overlay::desk || visit_.overlay == Overlay::staff_code;
        if (at_desk && idle.time < desk_stays) return;
        if (at_desk) uncover();
        const bool printing = visit_.is<Printing>() && visit_.job && visit_.job->trouble == status::Trouble::none;
        if (printing && idle.time < longest_printing) return;
        if (visit_.overlay == Overlay::calling && idle.time < longest_call) return;
        const std::chrono::seconds warning = visit_.desk.more_time ? longer_idle_warning : idle_warning;
        if (visit_.is<NotReady>()) {
            if (idle.time >= look_again) end(EndReason::again);
        } else if (visit_.files_changed && visit_.is<ChoosingLanguage>() && idle.time >= look_again) {
            end(EndReason::again);
        } else if (!has_begun(visit_)) {
            // Whoever goes through all languages by ears or by one switch is there.
            const bool slow = visit_.hearing.listening || visit_.scanning != Scanning::off;
            const bool chooses = visit_.is<ChoosingLanguage>() && slow;
            if (idle.time >= (chooses ? idle_warning : goodbye_stays)) start_over(visit_, library_);
        } else if (visit_.overlay == Overlay::hidden) {
            if (idle.time >= hidden_end) end(EndReason::idle);
        } else if (idle.time >= warning + (idle_end - idle_warning)) {
            end(EndReason::idle);
        } else if (idle.time >= warning) {
            cover(Overlay::idle);
        } else if (visit_.overlay == Overlay::idle) {
            uncover();
        }
    }

    // What is known of the machine, and of the visit before
    void operator()(DayBegan day) {
        know_clock(visit_, day.clock);
        if (visit_.job) ask_of_the_world(DrawSheets{});  // what prints once more is what is true today
    }
    void operator()(FilesChanged) { visit_.files_changed = true; }
    void operator()(Found found) { visit_.findings |= bit_of(found.finding); }
    void operator()(SoundSaid said) { visit_.sound = said.there; }
    void operator()(SignDrawn drawn) { visit_.hiding.sign = drawn.sign; }
    void operator()(ScanningSettled settled) { visit_.scanning = visit_.usual_scanning = settled.usual; }
    void operator()(const DisplaySaid& said) { know_display(visit_, said); }
    void operator()(HandsSaid said) { know_hands(visit_, said); }
    void operator()(RefuseVisits) {
        visit_.readiness = Readiness::refused;
        if (visit_.is<ChoosingLanguage>()) show(visit_, NotReady{});
    }
    void operator()(TrayRecalled recalled) { visit_.printer.tray = recalled.tray; }
    void operator()(SayGoodbye said) {
        visit_.language = said.language;
        visit_.beside = said.beside;
        visit_.text_size = said.text_size;
        visit_.theme = said.theme;
        visit_.hearing = said.hearing;
        visit_.scanning = said.scanning;
        // Without a visit there is nobody to say goodbye to.
        if (said.reason != EndReason::again) show(visit_, Goodbye{said.reason});
    }
};

bool calls_staff(const Visit& visit) {
    return visit.overlay == Overlay::calling;
}

template <class... Subjects>
struct Every : Subjects... {
    using Subjects::operator()...;
};

}  // namespace

std::vector<Effect> step(Visit& visit, const Event& event, const content::Library& library) {
    std::vector<Effect> effects;
    const bool called = calls_staff(visit);
    std::visit(
        Every<AnswerSteps, PaperSteps, DeskSteps, OtherSteps>{
            {visit, library, effects}, {visit, library, effects}, {visit, library, effects}, {visit, library, effects}},
        event);
    if (calls_staff(visit) != called) effects.emplace_back(TellStaff{!called});
    const auto* const reviewing = visit.in<Reviewing>();
    if (reviewing != nullptr && reviewing->outdated) effects.emplace_back(DrawSheets{});
    return effects;
}

}  // namespace pocketplan::visit
