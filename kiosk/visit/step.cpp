#include "kiosk/visit/step.h"

#include <algorithm>
#include <utility>

#include "kiosk/visit/entry.h"
#include "kiosk/visit/to_print.h"

namespace pocketplan::visit {
namespace {

using content::AnswerKind;
using content::QuestionIndex;
using status::Progress;
using status::Trouble;

std::size_t slot(QuestionIndex question) {
    return static_cast<std::size_t>(question);
}

// Takes one event and changes the visit; one operator() an event.
class Stepper {
public:
    Stepper(Visit& visit, const content::Library& library) : visit_(visit), library_(library) {}

    std::vector<Effect> take() {
        if (visit_.screen == Screen::review && !visit_.sheets) effects_.emplace_back(CountSheets{});
        return std::move(effects_);
    }

    void operator()(ChooseLanguage chosen) {
        visit_.language = chosen.language;
        visit_.sheets.reset();
        visit_.entry.layer = 0;
        if (visit_.overlay == Overlay::languages) visit_.overlay = Overlay::none;
        if (visit_.screen == Screen::language) show(Screen::promise);
    }
    void operator()(MakePlan) {
        visit_.blank = false;
        visit_.topic_sheet.reset();
        if (const auto first = content::next_question(library_, visit_.answers, std::nullopt)) ask(*first);
    }
    void operator()(MakeBlankPlan) {
        visit_.blank = true;
        visit_.topic_sheet.reset();
        review();
    }
    void operator()(OpenLearn) { show(Screen::learn); }
    void operator()(OpenTopic opened) {
        visit_.topic = opened.topic;
        show(Screen::topic);
    }
    void operator()(PrintTopic) {
        visit_.topic_sheet = visit_.topic;
        review();
    }
    void operator()(OpenReview) {
        if (visit_.screen != Screen::question && visit_.screen != Screen::review) return;
        if (visit_.screen == Screen::question) commit_entry(visit_, library_);
        forget_stale();
        visit_.overlay = Overlay::none;
        review();
    }

    void operator()(Next) {
        if (visit_.screen != Screen::question) return;
        if (commit_entry(visit_, library_) == Committed::faulty) return;
        const auto* const people = std::get_if<content::People>(&visit_.answers[*visit_.question]);
        const auto& question = library_.question(*visit_.question);
        const bool one_more = people != nullptr && people->size() == visit_.person + 1 &&
                              people->size() < static_cast<std::size_t>(question.at_most);
        if (one_more) {
            ++visit_.person;
            open_entry(visit_, library_);
        } else {
            advance();
        }
    }
    void operator()(Skip) {
        if (visit_.screen != Screen::question) return;
        skip_entry(visit_, library_);
        advance();
    }
    void operator()(Back) { go_back(); }
    void operator()(TurnPage turned) { visit_.page = std::max(turned.page, 0); }

    void operator()(ToggleOption touched) {
        if (visit_.screen != Screen::question) return;
        const auto& question = library_.question(*visit_.question);
        const auto& answer = visit_.answers[*visit_.question];
        if (touched.option >= question.options.size()) return;
        if (question.kind == AnswerKind::choice) {
            // A second touch keeps it: hands tremble. Skip takes it back.
            visit_.answers.set(*visit_.question, content::Choice{touched.option});
        } else {
            const auto* const before = std::get_if<content::Choices>(&answer);
            const auto after =
                content::toggle(question, before == nullptr ? content::Choices{} : *before, touched.option);
            answer_or_forget(after, after.options == 0);
        }
    }
    void operator()(NoneOfThese) {
        if (visit_.screen != Screen::question) return;
        const auto* const before = std::get_if<content::Choices>(&visit_.answers[*visit_.question]);
        answer_or_forget(content::Choices{}, before != nullptr && before->options == 0);
    }
    void operator()(PickCountry picked) {
        if (visit_.screen != Screen::question) return;
        visit_.answers.set(*visit_.question, picked.country);
    }

    void operator()(Type typed) {
        if (visit_.screen == Screen::question) type(visit_, library_, typed.code_point);
    }
    void operator()(PressKey pressed) {
        if (visit_.screen == Screen::question) press(visit_, library_, pressed);
    }
    void operator()(PickCharacter picked) {
        if (visit_.screen == Screen::question) pick_character(visit_, library_, picked.place);
    }
    void operator()(EraseCharacter) { erase_character(visit_, library_); }
    void operator()(SwitchLayer switched) {
        const auto last = static_cast<int>(library_.keyboard(visit_.language).layers.size()) - 1;
        visit_.entry.layer = std::clamp(switched.layer, 0, last);
    }
    void operator()(SwitchCase) { visit_.entry.capital = !visit_.entry.capital; }
    void operator()(FocusField focus) {
        visit_.entry.field = focus.field;
        visit_.entry.layer = 0;
    }
    void operator()(PickDate picked) {
        pick_date(visit_, picked.part, picked.value);
        visit_.page = 0;
    }
    void operator()(FocusDate focus) {
        visit_.entry.date_part = focus.part;
        visit_.page = 0;
    }
    void operator()(PickTime picked) { pick_time(visit_, picked.part, picked.value); }

    void operator()(ChangeAnswer change) {
        ask(change.question);
        visit_.back_to_review = true;
    }
    void operator()(Reveal reveal) {
        const bool shown = visit_.revealed == reveal.question;
        visit_.revealed = shown ? std::nullopt : std::optional(reveal.question);
    }
    void operator()(TogglePaper toggle) {
        visit_.papers_left_out ^= 1U << toggle.paper;
        visit_.sheets.reset();
    }
    void operator()(SetCopies set) {
        visit_.card_copies = std::clamp(set.copies, 1, 2);
        visit_.sheets.reset();
    }

    void operator()(Print) {
        content::forget_stale(library_, visit_.answers);
        if (anything_to_print(visit_, library_)) start_printing();
    }
    void operator()(Counted counted) { visit_.sheets = counted.sheets; }
    void operator()(Composed composed) { visit_.printing.pages = composed.pages; }
    void operator()(PrinterSaid said) {
        visit_.printer.trouble = said.trouble;
        visit_.printer.notices = said.notices;
        visit_.printer.paper = said.paper;
    }
    void operator()(QueueSaid said) { visit_.printer.leftovers = said.leftovers; }
    void operator()(JobSaid said) {
        if (visit_.screen != Screen::printing && visit_.screen != Screen::problem) return;
        visit_.printing.progress = said.progress;
        visit_.printing.trouble = said.trouble;
        visit_.printing.pages_done = said.pages_done;
        visit_.printed = visit_.printed || said.progress == Progress::done;
        visit_.trouble = visit_.trouble || said.trouble != Trouble::none;
        if (said.progress == Progress::done) {
            show(Screen::in_hand);
        } else {
            show(status::ends_the_job(said.trouble) ? Screen::problem : Screen::printing);
        }
    }
    void operator()(InHand) {
        if (visit_.screen == Screen::in_hand) account_for_paper();
        if (visit_.screen == Screen::in_hand || visit_.screen == Screen::copy) end(EndReason::done);
    }
    void operator()(CallStaff) { visit_.printing.staff_called = visit_.screen == Screen::in_hand; }
    void operator()(CopyByHand) {
        if (visit_.screen == Screen::promise) visit_.blank = true;
        show(Screen::copy);
    }
    void operator()(TrayChecked) { account_for_paper(); }
    void operator()(GiveUpPrinting) { end(EndReason::printer_given_up); }

    void operator()(AskErase) { cover(Overlay::erase); }
    void operator()(Erase) {
        if (told_anything()) end(EndReason::erased);
    }
    void operator()(OpenMore) { cover(Overlay::more); }
    void operator()(OpenLanguages) { cover(Overlay::languages); }
    void operator()(OpenStaff) { cover(Overlay::staff); }
    void operator()(Hide) { cover(Overlay::hidden); }
    void operator()(CloseOverlay) { visit_.overlay = Overlay::none; }
    void operator()(SetTextSize set) { visit_.text_size = set.size; }
    void operator()(SetTheme set) { visit_.theme = set.theme; }
    void operator()(StartOver) { start_over(); }
    void operator()(CheckAgain) {
        if (visit_.screen == Screen::not_ready) end(EndReason::again);
    }
    void operator()(ShutDown) { end(EndReason::shutdown); }

    void operator()(IdleFor idle) {
        const bool printing = visit_.screen == Screen::printing && visit_.printing.trouble == Trouble::none;
        if (printing && idle.time < longest_printing) return;
        if (visit_.screen == Screen::not_ready) {
            if (idle.time >= look_again) end(EndReason::again);
        } else if (!told_anything()) {
            if (idle.time >= goodbye_stays) start_over();
        } else if (idle.time >= idle_end) {
            end(EndReason::idle);
        } else if (idle.time >= idle_warning) {
            visit_.overlay = Overlay::idle;
        } else if (visit_.overlay == Overlay::idle) {
            visit_.overlay = Overlay::none;
        }
    }

private:
    // Between the first touch and goodbye.
    [[nodiscard]] bool told_anything() const {
        return visit_.screen != Screen::language && visit_.screen != Screen::goodbye &&
               visit_.screen != Screen::not_ready;
    }

    void show(Screen screen) {
        if (visit_.screen != screen) visit_.page = 0;
        visit_.screen = screen;
        visit_.revealed.reset();
    }

    void cover(Overlay overlay) {
        if (visit_.screen != Screen::goodbye) visit_.overlay = overlay;
    }

    void ask(QuestionIndex question) {
        visit_.question = question;
        visit_.person = 0;
        visit_.page = 0;
        visit_.seen[slot(question)] = true;
        show(Screen::question);
        open_entry(visit_, library_);
    }

    void review() {
        visit_.back_to_review = false;
        visit_.question.reset();
        visit_.sheets.reset();
        show(Screen::review);
    }

    template <class Answer>
    void answer_or_forget(Answer answer, bool taken_back) {
        if (taken_back) {
            visit_.answers.forget(*visit_.question);
        } else {
            visit_.answers.set(*visit_.question, answer);
        }
    }

    // Once an answer has changed, what hangs on the old one is gone, and will be asked again if it comes back.
    void forget_stale() {
        content::forget_stale(library_, visit_.answers);
        const auto shown = content::shown_questions(library_, visit_.answers);
        for (std::size_t at = 0; at < shown.size(); ++at) visit_.seen[at] = visit_.seen[at] && shown[at];
    }

    // From the review, only what the changed answer newly asks; else the next question in order.
    void advance() {
        forget_stale();
        auto next =
            content::next_question(library_, visit_.answers, visit_.back_to_review ? std::nullopt : visit_.question);
        while (visit_.back_to_review && next && visit_.seen[slot(*next)]) {
            next = content::next_question(library_, visit_.answers, next);
        }
        next ? ask(*next) : review();
    }

    void go_back() {
        switch (visit_.screen) {
            case Screen::question:
                back_from_question();
                break;
            case Screen::review:
                if (visit_.topic_sheet) {
                    show(Screen::topic);
                } else if (visit_.blank) {
                    show(Screen::promise);
                } else if (const auto last = content::previous_question(library_, visit_.answers, std::nullopt)) {
                    ask(*last);
                }
                break;
            case Screen::topic:
                show(Screen::learn);
                break;
            case Screen::learn:
                show(Screen::promise);
                break;
            case Screen::promise:
                show(Screen::language);
                break;
            case Screen::in_hand:
            case Screen::problem:
            case Screen::copy:
                back_from_printing();
                break;
            case Screen::not_ready:
            case Screen::language:
            case Screen::printing:
            case Screen::goodbye:
                break;
        }
    }

    void back_from_question() {
        commit_entry(visit_, library_);  // what cannot stand is dropped: going back never argues
        forget_stale();
        if (visit_.person > 0) {
            --visit_.person;
            open_entry(visit_, library_);
        } else if (visit_.back_to_review) {
            review();
        } else if (const auto before = content::previous_question(library_, visit_.answers, visit_.question)) {
            ask(*before);
        } else {
            show(Screen::promise);
        }
    }

    void back_from_printing() {
        if (visit_.topic_sheet) {
            show(Screen::topic);
        } else if (visit_.blank) {
            show(Screen::promise);
        } else {
            review();
        }
    }

    void start_printing() {
        cancel_what_is_under_way();  // "try again" must not bring the first one out as well
        visit_.overlay = Overlay::none;
        visit_.printing = Printing{};
        visit_.printing.started = true;
        show(Screen::printing);
        effects_.emplace_back(ExpectPaper{});
        effects_.emplace_back(PrintPages{});
    }

    void account_for_paper() {
        visit_.printer.tray = Tray::checked;
        effects_.emplace_back(PaperAccountedFor{});
    }

    void cancel_what_is_under_way() {
        const bool under_way = visit_.printing.started && visit_.printing.progress != Progress::done;
        if (under_way) effects_.emplace_back(CancelJob{});
    }

    void end(EndReason reason) {
        cancel_what_is_under_way();
        visit_.ended = reason;
        effects_.emplace_back(EndVisit{reason});
    }

    void start_over() {
        const auto printer = visit_.printer;
        const auto readiness = visit_.readiness;
        visit_ = Visit(library_);
        visit_.printer = printer;
        visit_.readiness = readiness;
        if (readiness == Readiness::refused) visit_.screen = Screen::not_ready;
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
