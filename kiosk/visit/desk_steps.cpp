#include "kiosk/visit/desk_steps.h"

#include <algorithm>

#include "kiosk/visit/way.h"

namespace pocketplan::visit {

using status::Progress;

void DeskSteps::operator()(EnterCode) {
    const bool whole = visit_.desk.open.code.length() >= shortest_code;
    if (visit_.overlay == Overlay::staff_code && whole) ask_of_the_world(CheckCode{});
}
void DeskSteps::operator()(CodeSaid said) {
    visit_.desk.open.code = {};
    if (visit_.overlay != Overlay::staff_code) return;
    visit_.desk.open.answer = said.answer;
    if (said.answer.outcome == CodeOutcome::right) cover(Overlay::desk);
}
void DeskSteps::operator()(OpenDeskPage opened) {
    if (!at_desk() || opened.page > DeskPage::end) return;
    if (opened.page == DeskPage::end && !has_begun(visit_)) return;
    visit_.desk.open.page = opened.page;
    visit_.desk.open.card = card_width;
    visit_.overlay_page = 0;
    if (opened.page == DeskPage::counts) ask_of_the_world(ReadCounts{});
}

void DeskSteps::operator()(PrintTest) {
    if (!at_desk() || a_plan_prints(visit_) || a_test_prints(visit_)) return;
    // A job that ended in trouble may come back to life, and must not come out among the staff's.
    cancel_what_is_under_way();
    visit_.desk.test = Job{};
    ask_of_the_world(PrintTestPage{});
}
void DeskSteps::operator()(TestSaid said) {
    if (!visit_.desk.test) return;
    visit_.desk.test->progress = said.progress;
    visit_.desk.test->trouble = said.trouble;
}

// The source language stays, for staff; and the visitor's own, who would be left without words.
void DeskSteps::operator()(SwitchLanguage switched) {
    const auto at = slot(switched.language);
    const bool stays = at == 0 || switched.language == visit_.language;
    if (!at_desk() || stays || at >= std::min<std::size_t>(library_.languages.size(), 64)) return;
    visit_.kept.languages_off ^= std::uint64_t{1} << at;
    keep();
}
void DeskSteps::operator()(SetFirstLoudness set) {
    if (!at_desk()) return;
    if (set.how == Aloud::quieter) visit_.kept.loudness.quieter();
    if (set.how == Aloud::louder) visit_.kept.loudness.louder();
    keep();
}

void DeskSteps::operator()(ResizeCard resize) {
    auto& card = visit_.desk.open.card;
    if (at_desk()) card = std::clamp(card + resize.by, narrowest_card, widest_card);
}
// The picture is as wide as the card, so all that is laid out is wrong by the same factor.
void DeskSteps::operator()(CardMatches) {
    if (at_desk() && visit_.laid_out_width > 0) {
        keep_display_width(visit_.laid_out_width * card_width / visit_.desk.open.card);
    }
}
void DeskSteps::operator()(ForgetDisplayWidth) {
    if (at_desk()) keep_display_width(0);
}
void DeskSteps::operator()(SwitchMoreTime) {
    if (at_desk() && has_begun(visit_)) visit_.desk.more_time = !visit_.desk.more_time;
}

void DeskSteps::operator()(const CountsSaid& said) {
    if (at_desk()) visit_.desk.open.counts = said.counts;
}
void DeskSteps::operator()(KeptSaid said) {
    if (at_desk()) visit_.desk.open.unwritten = !said.written;
}
void DeskSteps::operator()(const DeskRecalled& recalled) {
    visit_.has_staff_code = recalled.has_code;
    visit_.kept = recalled.kept;
    if (!has_begun(visit_)) begin_as_kept(visit_);
}

void DeskSteps::keep() {
    ask_of_the_world(KeepSettings{});
}

void DeskSteps::keep_display_width(double millimetres) {
    visit_.kept.display_width = millimetres;
    visit_.desk.open.card = card_width;
    keep();
}

}  // namespace pocketplan::visit
