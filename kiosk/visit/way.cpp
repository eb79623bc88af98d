#include "kiosk/visit/way.h"

#include <concepts>
#include <optional>
#include <utility>

#include "content/interview.h"
#include "kiosk/visit/entry.h"

namespace pocketplan::visit {
namespace {

using content::QuestionIndex;

std::size_t slot(QuestionIndex question) {
    return static_cast<std::size_t>(question);
}

bool is_passed_over(const Visit& visit, const content::Library& library, QuestionIndex question) {
    return visit.private_passed_over && content::is_private(library.question(question));
}

// Unset: the one that comes before the review.
std::optional<QuestionIndex> question_before(const Visit& visit, const content::Library& library,
                                             std::optional<QuestionIndex> question) {
    auto before = content::previous_question(library, visit.answers, question);
    while (before && is_passed_over(visit, library, *before)) {
        before = content::previous_question(library, visit.answers, before);
    }
    return before;
}

template <class Where>
concept Child = requires {
    typename Where::Parent;
};

template <std::size_t at>
void open_if_it_is(Visit& visit, std::size_t opened) {
    using Where = std::variant_alternative_t<at, State>;
    if constexpr (Child<Where>) {
        if (opened == at && visit.is<typename Where::Parent>()) show(visit, Where{});
    }
}

// One operator() a state without a Parent: where its way back leads. The state goes away meanwhile, so nothing of it is
// read afterwards.
class GoBack {
public:
    GoBack(Visit& visit, const content::Library& library) : visit_(visit), library_(library) {}

    template <Child Where>
    void operator()(const Where&) {
        show(visit_, typename Where::Parent{});
    }
    // Whoever has told something comes to the languages with all of it kept, and seen to be: on the first screen it
    // would wait for the next visitor.
    void operator()(const Promised&) {
        if (visit_.answers.any()) {
            visit_.overlay = Overlay::languages;
            return;
        }
        visit_.language = {};
        show(visit_, ChoosingLanguage{});
    }
    void operator()(const Asking& asking) {
        commit_entry(visit_, library_);  // what cannot stand is dropped: going back never argues
        forget_stale(visit_, library_);
        if (asking.person > 0) return open_entry(visit_, library_, asking.person - 1);
        if (asking.from_review) return review(visit_);
        const auto before = question_before(visit_, library_, asking.question);
        before ? ask(visit_, library_, *before) : show(visit_, Promised{});
    }
    void operator()(Reviewing& reviewing) {
        if (reviewing.seen) return reviewing.seen.reset();
        if (!visit_.wants<OwnPlan>()) return to_where_it_was_wanted();
        const auto last = question_before(visit_, library_, std::nullopt);
        if (last) ask(visit_, library_, *last);
    }
    void operator()(const AskingForPaper&) { from_printing(); }
    void operator()(const Problem&) { from_printing(); }
    void operator()(const Copying&) { from_printing(); }
    void operator()(const NotReady&) {}
    void operator()(const ChoosingLanguage&) {}
    void operator()(const Printing&) {}
    void operator()(const Goodbye&) {}

private:
    void from_printing() { visit_.wants<OwnPlan>() ? review(visit_) : to_where_it_was_wanted(); }

    // Of a topic's sheet or a blank plan.
    void to_where_it_was_wanted() {
        const auto* const sheet = std::get_if<TopicSheet>(&visit_.wanted);
        show(visit_, sheet != nullptr ? State(ReadingTopic{sheet->topic}) : State(Promised{}));
    }

    Visit& visit_;
    const content::Library& library_;
};

}  // namespace

void start_over(Visit& visit, const content::Library& library) {
    Visit fresh(library);
    fresh.printer = visit.printer;
    fresh.findings = visit.findings;
    fresh.files_changed = visit.files_changed;
    fresh.sound = visit.sound;
    fresh.hiding.sign = visit.hiding.sign;
    fresh.display = visit.display;
    fresh.laid_out_width = visit.laid_out_width;
    fresh.has_staff_code = visit.has_staff_code;
    fresh.kept = visit.kept;
    fresh.readiness = visit.readiness;
    fresh.scanning = fresh.usual_scanning = visit.usual_scanning;
    begin_as_kept(fresh);
    if (fresh.readiness == Readiness::refused) fresh.state = NotReady{};
    visit = std::move(fresh);
}

// What is printed depends on the day.
void know_clock(Visit& visit, Clock clock) {
    visit.findings &= ~bit_of(Finding::clock);
    if (clock == Clock::lost) visit.findings |= bit_of(Finding::clock);
    if (auto* const reviewing = std::get_if<Reviewing>(&visit.state)) reviewing->outdated = true;
}

void know_display(Visit& visit, const DisplaySaid& said) {
    visit.display = said.size;
    visit.laid_out_width = said.laid_out_width;
    visit.findings &= ~(bit_of(Finding::display_size) | bit_of(Finding::display));
    if (said.finding) visit.findings |= bit_of(*said.finding);
}

void know_hands(Visit& visit, HandsSaid said) {
    visit.findings &= ~(bit_of(Finding::keys) | bit_of(Finding::panel));
    if (said.keys) visit.findings |= bit_of(Finding::keys);
    if (said.panel) visit.findings |= bit_of(Finding::panel);
}

void begin_as_kept(Visit& visit) {
    visit.desk.shown_off = visit.kept.languages_off;
    visit.hearing.loudness = visit.kept.loudness;
}

void leave_desk(Visit& visit) {
    visit.desk.open = {};
    if (visit.overlay == Overlay::desk && !has_begun(visit)) begin_as_kept(visit);
}

void show(Visit& visit, State state) {
    visit.state = std::move(state);
    visit.page = 0;
}

void ask(Visit& visit, const content::Library& library, QuestionIndex question, From from) {
    visit.seen[slot(question)] = true;
    visit.beside_uncovered = false;
    show(visit, Asking{.question = question, .from_review = from == From::review});
    open_entry(visit, library, 0);
    if (!content::is_private(library.question(question)) || visit.onlookers_asked_about) return;
    visit.onlookers_asked_about = true;
    visit.overlay = Overlay::onlookers;
    visit.overlay_page = 0;
}

void review(Visit& visit) {
    show(visit, Reviewing{});
}

void forget_stale(Visit& visit, const content::Library& library) {
    content::forget_stale(library, visit.answers);
    const auto shown = content::shown_questions(library, visit.answers);
    for (std::size_t at = 0; at < shown.size(); ++at) visit.seen[at] = visit.seen[at] && shown[at];
}

void advance(Visit& visit, const content::Library& library) {
    const auto& asking = std::get<Asking>(visit.state);
    const From from = asking.from_review ? From::review : From::interview;
    forget_stale(visit, library);
    auto next = content::next_question(library, visit.answers,
                                       from == From::review ? std::nullopt : std::optional(asking.question));
    const auto passes_over = [&](QuestionIndex question) {
        return (from == From::review && visit.seen[slot(question)]) || is_passed_over(visit, library, question);
    };
    while (next && passes_over(*next)) {
        next = content::next_question(library, visit.answers, next);
    }
    next ? ask(visit, library, *next, from) : review(visit);
}

void open_child(Visit& visit, Open opened) {
    [&]<std::size_t... at>(std::index_sequence<at...> /*unused*/) {
        (open_if_it_is<at>(visit, opened.state), ...);
    }
    (std::make_index_sequence<std::variant_size_v<State>>());
}

void go_back(Visit& visit, const content::Library& library) {
    std::visit(GoBack(visit, library), visit.state);
}

}  // namespace pocketplan::visit
