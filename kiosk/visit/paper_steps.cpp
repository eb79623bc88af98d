#include "kiosk/visit/paper_steps.h"

#include <algorithm>

#include "content/interview.h"
#include "kiosk/visit/to_print.h"
#include "kiosk/visit/way.h"

namespace pocketplan::visit {

using status::Progress;
using status::Trouble;

void PaperSteps::operator()(ChangeAnswer change) {
    const bool known = slot(change.question) < library_.questions.size();
    if (visit_.is<CheckingAnswers>() && known) ask(visit_, library_, change.question, From::review);
}
void PaperSteps::operator()(Reveal reveal) {
    auto* const checking = in<CheckingAnswers>();
    if (checking == nullptr) return;
    const bool shown = checking->revealed == reveal.question;
    checking->revealed = shown ? std::nullopt : std::optional(reveal.question);
}
void PaperSteps::operator()(TogglePaper toggle) {
    if (!visit_.is<Reviewing>() || toggle.paper >= library_.papers.size()) return;
    visit_.papers_left_out ^= 1U << toggle.paper;
    count_again();
}
void PaperSteps::operator()(TogglePictures toggle) {
    if (!visit_.is<Reviewing>() || toggle.paper >= library_.papers.size()) return;
    if (!library_.papers[toggle.paper].pictures) return;
    visit_.papers_pictured ^= 1U << toggle.paper;
    count_again();
}
void PaperSteps::operator()(SetCopies set) {
    visit_.card_copies = std::clamp(set.copies, 1, 2);
    count_again();
}
void PaperSteps::operator()(SeeSheet see) {
    auto* const reviewing = in<Reviewing>();
    if (reviewing == nullptr || !reviewing->stack) return;
    if (see.picture >= 0 && see.picture < reviewing->stack->pictures) reviewing->seen = see.picture;
}
void PaperSteps::operator()(const Counted& counted) {
    auto* const reviewing = in<Reviewing>();
    if (reviewing == nullptr) return;
    // Taken out or put in while it is seen, a paper's pictures have other numbers.
    if (reviewing->seen && reviewing->stack) {
        reviewing->seen = renumbered(*reviewing->seen, *reviewing->stack, counted.stack);
    }
    reviewing->stack = counted.stack;
    reviewing->outdated = false;
}

void PaperSteps::operator()(Print) {
    if (!visit_.is<Reviewing>() && !visit_.is<AskingForPaper>() && !visit_.is<Problem>()) return;
    content::forget_stale(library_, visit_.answers);
    if (anything_to_print(visit_, library_)) start_printing();
}
void PaperSteps::operator()(Composed composed) {
    if (visit_.job) visit_.job->pages = composed.pages;
}
void PaperSteps::operator()(PrinterSaid said) {
    visit_.printer.trouble = said.trouble;
    visit_.printer.notices = said.notices;
    visit_.printer.paper = said.paper;
    visit_.printer.card = said.card;
}
void PaperSteps::operator()(QueueSaid said) {
    visit_.printer.leftovers = said.leftovers;
}
void PaperSteps::operator()(JobSaid said) {
    if (!visit_.job || !(visit_.is<Printing>() || visit_.is<Problem>())) return;
    visit_.job->progress = said.progress;
    visit_.job->trouble = said.trouble;
    visit_.job->pages_done = said.pages_done;
    visit_.printed = visit_.printed || said.progress == Progress::done;
    visit_.trouble = visit_.trouble || said.trouble != Trouble::none;
    if (said.progress == Progress::done) {
        show(visit_, AskingForPaper{});
    } else if (status::ends_the_job(said.trouble)) {
        show(visit_, Problem{});
    } else {
        show(visit_, Printing{});
    }
}
void PaperSteps::operator()(InHand) {
    if (!visit_.is<AskingForPaper>()) return;
    account_for_paper();
    end(EndReason::done);
}
void PaperSteps::operator()(CallStaff) {
    if (visit_.overlay == Overlay::hidden || visit_.overlay == Overlay::calling) return;
    if (auto* const asking = in<AskingForPaper>()) asking->staff_called = true;
    leave_desk(visit_);
    visit_.overlay = Overlay::calling;  // over goodbye too, which may tell the visitor to get staff
    visit_.overlay_page = 0;
}
void PaperSteps::operator()(CopyByHand) {
    if (!visit_.is<Promised>() && !visit_.is<Problem>()) return;
    if (visit_.is<Promised>()) visit_.wanted = BlankPlan{};
    show(visit_, Copying{});
}
void PaperSteps::operator()(TrayChecked) {
    account_for_paper();
}

void PaperSteps::start_printing() {
    cancel_what_is_under_way();  // "try again" must not bring the first one out as well
    uncover();
    visit_.job = Job{};
    show(visit_, Printing{});
    ask_of_the_world(ExpectPaper{});
    ask_of_the_world(PrintPages{});
}

}  // namespace pocketplan::visit
