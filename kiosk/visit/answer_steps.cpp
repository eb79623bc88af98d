#include "kiosk/visit/answer_steps.h"

#include <algorithm>

#include "kiosk/visit/entry.h"
#include "kiosk/visit/way.h"

namespace pocketplan::visit {
namespace {

using content::AnswerKind;

template <class Answer>
void answer_or_forget(Visit& visit, content::QuestionIndex question, Answer answer, bool taken_back) {
    if (taken_back) {
        visit.answers.forget(question);
    } else {
        visit.answers.set(question, answer);
    }
}

}  // namespace

void AnswerSteps::operator()(OpenReview) {
    if (visit_.is<Asking>()) {
        commit_entry(visit_, library_);
        forget_stale(visit_, library_);
        review(visit_);
    }
    if (visit_.is<Reviewing>() || visit_.is<CheckingAnswers>()) uncover();
}
void AnswerSteps::operator()(Next) {
    const auto* const asking = visit_.in<Asking>();
    if (asking == nullptr || commit_entry(visit_, library_) == Committed::faulty) return;
    const auto* const people = std::get_if<content::People>(&visit_.answers[asking->question]);
    const auto& question = library_.question(asking->question);
    const bool one_more = people != nullptr && people->size() == asking->person + 1 &&
                          people->size() < static_cast<std::size_t>(question.at_most);
    one_more ? open_entry(visit_, library_, asking->person + 1) : advance(visit_, library_);
}
void AnswerSteps::operator()(Skip) {
    if (!visit_.is<Asking>()) return;
    skip_entry(visit_, library_);
    advance(visit_, library_);
}

void AnswerSteps::operator()(SkipPrivate) {
    const auto* const asking = visit_.in<Asking>();
    if (visit_.overlay != Overlay::onlookers || asking == nullptr) return;
    uncover();
    visit_.private_passed_over = true;
    (*this)(Skip{});
}

void AnswerSteps::operator()(ToggleOption touched) {
    const auto* const asking = visit_.in<Asking>();
    if (asking == nullptr) return;
    const auto& question = library_.question(asking->question);
    if (touched.option >= question.options.size()) return;
    if (question.kind == AnswerKind::choice) {
        // A second touch keeps it: hands tremble. Skip takes it back.
        visit_.answers.set(asking->question, content::Choice{touched.option});
    } else if (question.kind == AnswerKind::choices) {
        const auto* const before = std::get_if<content::Choices>(&visit_.answers[asking->question]);
        const auto after = content::toggle(question, before == nullptr ? content::Choices{} : *before, touched.option);
        answer_or_forget(visit_, asking->question, after, after.options == 0);
    }
}
void AnswerSteps::operator()(NoneOfThese) {
    const auto* const asking = visit_.in<Asking>();
    if (asking == nullptr || !library_.question(asking->question).none_of_these) return;
    const auto* const before = std::get_if<content::Choices>(&visit_.answers[asking->question]);
    answer_or_forget(visit_, asking->question, content::Choices{}, before != nullptr && before->options == 0);
}
void AnswerSteps::operator()(PickCountry picked) {
    const auto* const asking = asks(AnswerKind::country);
    const bool known = slot(picked.country) < library_.countries.size();
    if (asking != nullptr && known) visit_.answers.set(asking->question, picked.country);
}
void AnswerSteps::operator()(Type typed) {
    if (visit_.overlay == Overlay::staff_code) return type_code(visit_, typed.code_point);
    if (is_typed()) type(visit_, library_, typed.code_point);
}
void AnswerSteps::operator()(PressKey pressed) {
    if (is_typed()) press(visit_, library_, pressed);
}
void AnswerSteps::operator()(PickCharacter picked) {
    if (is_typed()) pick_character(visit_, library_, picked.place);
}
void AnswerSteps::operator()(EraseCharacter) {
    if (visit_.overlay == Overlay::staff_code) return visit_.desk.open.code.erase_last();
    if (is_typed()) erase_character(visit_, library_);
}
void AnswerSteps::operator()(SwitchLayer switched) {
    const auto last = static_cast<int>(library_.keyboard(visit_.language).layers.size()) - 1;
    if (auto* const asking = in<Asking>()) asking->entry.layer = std::clamp(switched.layer, 0, last);
}
void AnswerSteps::operator()(SwitchCase) {
    if (auto* const asking = in<Asking>()) asking->entry.capital = !asking->entry.capital;
}
void AnswerSteps::operator()(FocusField focus) {
    if (focus.field == EntryField::code) return;
    if (asks(AnswerKind::country) != nullptr) {
        in<Asking>()->entry.searching = true;
        visit_.page = 0;
    }
    if (asks(AnswerKind::person) == nullptr) return;
    auto& entry = in<Asking>()->entry;
    entry.field = focus.field;
    entry.layer = 0;
}
void AnswerSteps::operator()(Uncover) {
    if (auto* const asking = in<Asking>()) asking->entry.uncovered = !asking->entry.uncovered;
}
void AnswerSteps::operator()(LeaveAsTyped) {
    auto* const asking = in<Asking>();
    if (asking == nullptr || asking->entry.fault == std::nullopt) return;
    asking->entry.as_typed = true;
    (*this)(Next{});
}
void AnswerSteps::operator()(PickDate picked) {
    if (asks(AnswerKind::date) != nullptr) pick_date(visit_, picked.part, picked.value);
}
void AnswerSteps::operator()(FocusDate focus) {
    if (asks(AnswerKind::date) == nullptr) return;
    auto& entry = in<Asking>()->entry;
    entry.date_part = focus.part;
    entry.decade = no_decade;
}
void AnswerSteps::operator()(PickDecade picked) {
    if (asks(AnswerKind::date) != nullptr) in<Asking>()->entry.decade = picked.first_year;
}
void AnswerSteps::operator()(ShowMonth show_month) {
    const bool there = content::check_date({show_month.year, show_month.month, 1}).has_value();
    if (asks(AnswerKind::date) == nullptr || !there) return;
    in<Asking>()->entry.shown_year = show_month.year;
    in<Asking>()->entry.shown_month = show_month.month;
    visit_.page = 0;
}
void AnswerSteps::operator()(PickDay picked) {
    if (asks(AnswerKind::date) != nullptr && content::check_date(picked.day)) in<Asking>()->entry.date = picked.day;
}
void AnswerSteps::operator()(ShowHalf half) {
    if (asks(AnswerKind::time) != nullptr) show_half(visit_, half.half);
}
void AnswerSteps::operator()(PickTime picked) {
    if (asks(AnswerKind::time) != nullptr) pick_time(visit_, picked.part, picked.value);
}

const Asking* AnswerSteps::asks(AnswerKind kind) const {
    const auto* const asking = visit_.in<Asking>();
    return asking != nullptr && library_.question(asking->question).kind == kind ? asking : nullptr;
}

bool AnswerSteps::is_typed() const {
    const auto* const asking = visit_.in<Asking>();
    return asking != nullptr && content::keys_of(library_.question(asking->question).kind) != content::Keys::none;
}

}  // namespace pocketplan::visit
