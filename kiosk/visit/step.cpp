#include "kiosk/visit/step.h"

#include <algorithm>
#include <utility>

#include "kiosk/visit/entry.h"
#include "kiosk/visit/to_print.h"
#include "kiosk/visit/way.h"

namespace pocketplan::visit {
namespace {

using content::AnswerKind;
using status::Progress;
using status::Trouble;

// Far more than anything fills; what shows pages takes the last one for any beyond it.
constexpr int most_pages = 99;

// Takes one event and changes the visit; one operator() an event.
class Stepper {
public:
    Stepper(Visit& visit, const content::Library& library) : visit_(visit), library_(library) {}

    std::vector<Effect> take() {
        const auto* const reviewing = visit_.in<Reviewing>();
        if (reviewing != nullptr && reviewing->outdated) effects_.emplace_back(DrawSheets{});
        return std::move(effects_);
    }

    // Before the questions
    void operator()(ChooseLanguage chosen) {
        if (slot(chosen.language) >= library_.languages.size()) return;
        visit_.language = chosen.language;
        count_again();
        if (auto* const asking = in<Asking>()) asking->entry.layer = 0;
        if (visit_.overlay == Overlay::languages) uncover();
        if (visit_.is<ChoosingLanguage>()) show(visit_, Promised{});
    }
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

    // From question to question
    void operator()(OpenReview) {
        if (visit_.is<Asking>()) {
            commit_entry(visit_, library_);
            forget_stale(visit_, library_);
            review(visit_);
        }
        if (visit_.is<Reviewing>() || visit_.is<CheckingAnswers>()) uncover();
    }
    void operator()(Next) {
        const auto* const asking = visit_.in<Asking>();
        if (asking == nullptr || commit_entry(visit_, library_) == Committed::faulty) return;
        const auto* const people = std::get_if<content::People>(&visit_.answers[asking->question]);
        const auto& question = library_.question(asking->question);
        const bool one_more = people != nullptr && people->size() == asking->person + 1 &&
                              people->size() < static_cast<std::size_t>(question.at_most);
        one_more ? open_entry(visit_, library_, asking->person + 1) : advance(visit_, library_);
    }
    void operator()(Skip) {
        if (!visit_.is<Asking>()) return;
        skip_entry(visit_, library_);
        advance(visit_, library_);
    }
    void operator()(Back) { go_back(visit_, library_); }
    void operator()(Open opened) { open_child(visit_, opened); }
    void operator()(TurnPage turned) {
        int& page = visit_.overlay == Overlay::none ? visit_.page : visit_.overlay_page;
        page = std::clamp(turned.page, 0, most_pages);
    }

    // What answers the question on screen
    void operator()(ToggleOption touched) {
        const auto* const asking = visit_.in<Asking>();
        if (asking == nullptr) return;
        const auto& question = library_.question(asking->question);
        if (touched.option >= question.options.size()) return;
        if (question.kind == AnswerKind::choice) {
            // A second touch keeps it: hands tremble. Skip takes it back.
            visit_.answers.set(asking->question, content::Choice{touched.option});
        } else if (question.kind == AnswerKind::choices) {
            const auto* const before = std::get_if<content::Choices>(&visit_.answers[asking->question]);
            const auto after =
                content::toggle(question, before == nullptr ? content::Choices{} : *before, touched.option);
            answer_or_forget(asking->question, after, after.options == 0);
        }
    }
    void operator()(NoneOfThese) {
        const auto* const asking = visit_.in<Asking>();
        if (asking == nullptr || !library_.question(asking->question).none_of_these) return;
        const auto* const before = std::get_if<content::Choices>(&visit_.answers[asking->question]);
        answer_or_forget(asking->question, content::Choices{}, before != nullptr && before->options == 0);
    }
    void operator()(PickCountry picked) {
        const auto* const asking = asks(AnswerKind::country);
        const bool known = slot(picked.country) < library_.countries.size();
        if (asking != nullptr && known) visit_.answers.set(asking->question, picked.country);
    }
    void operator()(Type typed) {
        if (is_typed()) type(visit_, library_, typed.code_point);
    }
    void operator()(PressKey pressed) {
        if (is_typed()) press(visit_, library_, pressed);
    }
    void operator()(PickCharacter picked) {
        if (is_typed()) pick_character(visit_, library_, picked.place);
    }
    void operator()(EraseCharacter) {
        if (is_typed()) erase_character(visit_, library_);
    }
    void operator()(SwitchLayer switched) {
        const auto last = static_cast<int>(library_.keyboard(visit_.language).layers.size()) - 1;
        if (auto* const asking = in<Asking>()) asking->entry.layer = std::clamp(switched.layer, 0, last);
    }
    void operator()(SwitchCase) {
        if (auto* const asking = in<Asking>()) asking->entry.capital = !asking->entry.capital;
    }
    void operator()(FocusField focus) {
        if (asks(AnswerKind::country) != nullptr) {
            in<Asking>()->entry.searching = true;
            visit_.page = 0;
        }
        if (asks(AnswerKind::person) == nullptr) return;
        auto& entry = in<Asking>()->entry;
        entry.field = focus.field;
        entry.layer = 0;
    }
    void operator()(Uncover) {
        if (auto* const asking = in<Asking>()) asking->entry.uncovered = !asking->entry.uncovered;
    }
    void operator()(LeaveAsTyped) {
        auto* const asking = in<Asking>();
        if (asking == nullptr || asking->entry.fault == std::nullopt) return;
        asking->entry.as_typed = true;
        (*this)(Next{});
    }
    void operator()(PickDate picked) {
        if (asks(AnswerKind::date) != nullptr) pick_date(visit_, picked.part, picked.value);
    }
    void operator()(FocusDate focus) {
        if (asks(AnswerKind::date) == nullptr) return;
        auto& entry = in<Asking>()->entry;
        entry.date_part = focus.part;
        entry.decade = no_decade;
    }
    void operator()(PickDecade picked) {
        if (asks(AnswerKind::date) != nullptr) in<Asking>()->entry.decade = picked.first_year;
    }
    void operator()(ShowMonth show_month) {
        const bool there = content::check_date({show_month.year, show_month.month, 1}).has_value();
        if (asks(AnswerKind::date) == nullptr || !there) return;
        in<Asking>()->entry.shown_year = show_month.year;
        in<Asking>()->entry.shown_month = show_month.month;
        visit_.page = 0;
    }
    void operator()(PickDay picked) {
        if (asks(AnswerKind::date) != nullptr && content::check_date(picked.day)) in<Asking>()->entry.date = picked.day;
    }
    void operator()(ShowHalf half) {
        if (asks(AnswerKind::time) != nullptr) show_half(visit_, half.half);
    }
    void operator()(PickTime picked) {
        if (asks(AnswerKind::time) != nullptr) pick_time(visit_, picked.part, picked.value);
    }

    // On the review
    void operator()(ChangeAnswer change) {
        const bool known = slot(change.question) < library_.questions.size();
        if (visit_.is<CheckingAnswers>() && known) ask(visit_, library_, change.question, From::review);
    }
    void operator()(Reveal reveal) {
        auto* const checking = in<CheckingAnswers>();
        if (checking == nullptr) return;
        const bool shown = checking->revealed == reveal.question;
        checking->revealed = shown ? std::nullopt : std::optional(reveal.question);
    }
    void operator()(TogglePaper toggle) {
        if (!visit_.is<Reviewing>() || toggle.paper >= library_.papers.size()) return;
        visit_.papers_left_out ^= 1U << toggle.paper;
        count_again();
    }
    void operator()(SetCopies set) {
        visit_.card_copies = std::clamp(set.copies, 1, 2);
        count_again();
    }
    void operator()(SeeSheet see) {
        auto* const reviewing = in<Reviewing>();
        if (reviewing == nullptr || !reviewing->stack) return;
        if (see.picture >= 0 && see.picture < reviewing->stack->pictures) reviewing->seen = see.picture;
    }
    void operator()(const Counted& counted) {
        auto* const reviewing = in<Reviewing>();
        if (reviewing == nullptr) return;
        // Taken out or put in while it is seen, a paper's pictures have other numbers.
        if (reviewing->seen && reviewing->stack) {
            reviewing->seen = renumbered(*reviewing->seen, *reviewing->stack, counted.stack);
        }
        reviewing->stack = counted.stack;
        reviewing->outdated = false;
    }

    // From the print button to paper in hand
    void operator()(Print) {
        if (!visit_.is<Reviewing>() && !visit_.is<AskingForPaper>() && !visit_.is<Problem>()) return;
        content::forget_stale(library_, visit_.answers);
        if (anything_to_print(visit_, library_)) start_printing();
    }
    void operator()(Composed composed) {
        if (visit_.job) visit_.job->pages = composed.pages;
    }
    void operator()(PrinterSaid said) {
        visit_.printer.trouble = said.trouble;
        visit_.printer.notices = said.notices;
        visit_.printer.paper = said.paper;
    }
    void operator()(QueueSaid said) { visit_.printer.leftovers = said.leftovers; }
    void operator()(JobSaid said) {
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
    void operator()(InHand) {
        if (!visit_.is<AskingForPaper>()) return;
        account_for_paper();
        end(EndReason::done);
    }
    void operator()(CallStaff) {
        if (auto* const asking = in<AskingForPaper>()) asking->staff_called = true;
    }
    void operator()(CopyByHand) {
        if (!visit_.is<Promised>() && !visit_.is<Problem>()) return;
        if (visit_.is<Promised>()) visit_.wanted = BlankPlan{};
        show(visit_, Copying{});
    }
    void operator()(TrayChecked) { account_for_paper(); }

    // On every screen
    void operator()(Erase) {
        if (has_begun(visit_)) end(visit_.is<Problem>() ? EndReason::printer_given_up : EndReason::erased);
    }
    void operator()(Cover covered) { cover(covered.overlay); }
    void operator()(CloseOverlay) { uncover(); }
    void operator()(SetTextSize set) { visit_.text_size = set.size; }
    void operator()(SetTheme set) { visit_.theme = set.theme; }
    void operator()(ReadAloud read) {
        if (visit_.sound) change(visit_.hearing, read.how);
    }

    // Beginning and end
    void operator()(StartOver) {
        if (visit_.is<Goodbye>()) start_over(visit_, library_);
    }
    void operator()(CheckAgain) {
        if (visit_.is<NotReady>()) end(EndReason::again);
    }
    void operator()(ShutDown) { end(EndReason::shutdown); }
    void operator()(IdleFor idle) {
        const bool printing = visit_.is<Printing>() && visit_.job && visit_.job->trouble == Trouble::none;
        if (printing && idle.time < longest_printing) return;
        if (visit_.is<NotReady>()) {
            if (idle.time >= look_again) end(EndReason::again);
        } else if (!has_begun(visit_)) {
            if (idle.time >= goodbye_stays) start_over(visit_, library_);
        } else if (idle.time >= idle_end) {
            end(EndReason::idle);
        } else if (idle.time >= idle_warning) {
            cover(Overlay::idle);
        } else if (visit_.overlay == Overlay::idle) {
            uncover();
        }
    }

    // What is known of the machine, and of the visit before
    void operator()(Found found) { visit_.findings |= bit_of(found.finding); }
    void operator()(SoundSaid said) { visit_.sound = said.there; }
    void operator()(const DisplaySaid& said) { know_display(visit_, said); }
    void operator()(RefuseVisits) {
        visit_.readiness = Readiness::refused;
        if (visit_.is<ChoosingLanguage>()) show(visit_, NotReady{});
    }
    void operator()(TrayRecalled recalled) { visit_.printer.tray = recalled.tray; }
    void operator()(SayGoodbye said) {
        visit_.language = said.language;
        visit_.text_size = said.text_size;
        visit_.theme = said.theme;
        visit_.hearing = said.hearing;
        // Without a visit there is nobody to say goodbye to.
        if (said.reason != EndReason::again) show(visit_, Goodbye{said.reason});
    }

private:
    template <class Index>
    static std::size_t slot(Index index) {
        return static_cast<std::size_t>(index);
    }

    template <class Where>
    [[nodiscard]] Where* in() {
        return std::get_if<Where>(&visit_.state);
    }
    // Null unless a question of this kind is on screen.
    [[nodiscard]] const Asking* asks(AnswerKind kind) const {
        const auto* const asking = visit_.in<Asking>();
        return asking != nullptr && library_.question(asking->question).kind == kind ? asking : nullptr;
    }
    [[nodiscard]] bool is_typed() const {
        const auto* const asking = visit_.in<Asking>();
        return asking != nullptr && content::keys_of(library_.question(asking->question).kind) != content::Keys::none;
    }

    void cover(Overlay overlay) {
        if (visit_.is<Goodbye>() || visit_.overlay == overlay) return;
        visit_.overlay = overlay;
        visit_.overlay_page = 0;
    }
    void uncover() { visit_.overlay = Overlay::none; }

    void count_again() {
        if (auto* const reviewing = in<Reviewing>()) reviewing->outdated = true;
    }

    template <class Answer>
    void answer_or_forget(content::QuestionIndex question, Answer answer, bool taken_back) {
        if (taken_back) {
            visit_.answers.forget(question);
        } else {
            visit_.answers.set(question, answer);
        }
    }

    void start_printing() {
        cancel_what_is_under_way();  // "try again" must not bring the first one out as well
        uncover();
        visit_.job = Job{};
        show(visit_, Printing{});
        effects_.emplace_back(ExpectPaper{});
        effects_.emplace_back(PrintPages{});
    }

    void account_for_paper() {
        visit_.printer.tray = Tray::checked;
        effects_.emplace_back(PaperAccountedFor{});
    }

    void cancel_what_is_under_way() {
        const bool under_way = visit_.job && visit_.job->progress != Progress::done;
        if (under_way) effects_.emplace_back(CancelJob{});
    }

    void end(EndReason reason) {
        cancel_what_is_under_way();
        effects_.emplace_back(EndVisit{reason});
    }

    Visit& visit_;
    const content::Library& library_;
    std::vector<Effect> effects_;
};

}  // namespace

std::vector<Effect> step(Visit& visit, const Event& event, const content::Library& library) {
    Stepper stepper(visit, library);
    std::visit(stepper, event);
    return stepper.take();
}

}  // namespace pocketplan::visit
