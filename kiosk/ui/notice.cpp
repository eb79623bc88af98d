#include "kiosk/ui/notice.h"

#include <algorithm>
#include <utility>

namespace pocketplan::ui {
namespace {

constexpr double icon_side = 9;      // millimetres
constexpr double action_width = 60;  // of what can be done about it

// What is typed or picked with below it needs so much. Pixels.
double least_below(const Presenter& on, double width) {
    if (const auto* const writing = find_part<view::Writing>(on.view)) {
        return least_writing_height(on.ui, *writing, width);
    }
    if (const auto* const clock = find_part<view::Clock>(on.view)) return least_clock_height(on.ui, *clock);
    return 0;
}

}  // namespace

NoticeBox::NoticeBox(const Presenter& on, const Rect& body, view::Notice notice)
    : ui_(on.ui), notice_(std::move(notice)), sentence_(on.say(notice_.sentence)) {
    const bool low = is_low(ui_, lowest_for_all);
    const bool tight = (notice_.action || notice_.brief) && low;
    if (!notice_.brief || !low) {
        remedy_ = notice_.for_staff ? on.sayer.show_to_staff(notice_.remedy) : on.say(notice_.remedy);
    }
    padding_ = ui_.mm(tight ? 1.5 : 3);
    const double action = notice_.action ? ui_.mm(action_width + gap) : 0;
    width_ = body.width - 3 * padding_ - ui_.mm(icon_side) - action;
    type_.colour = small_.colour = ui_.colours().on_notice;
    double room = tight ? ui_.mm(target) : body.height * 0.3;
    if (const double others = least_below(on, body.width); others > 0) {
        room = std::min(room, std::max(body.height - others - 2 * padding_ - ui_.mm(gap), ui_.mm(icon_side)));
    }
    fit(room);
    if (words_height() <= room) return;
    // Rather the visitor's language alone than what is below it out of reach; what staff read stays.
    sentence_.second.clear();
    if (!notice_.for_staff) remedy_.second.clear();
}

void NoticeBox::fit(double room) {
    while (words_height() > room && type_.capital > 0.4) {
        type_.capital *= 0.92;
        small_.capital *= 0.92;
    }
}

double NoticeBox::words_height() const {
    return ui_.text_height(words(sentence_), type_, width_) + ui_.text_height(words(remedy_), small_, width_);
}

double NoticeBox::height() const {
    return std::max(words_height(), ui_.mm(notice_.action ? target : icon_side)) + 2 * padding_;
}

void NoticeBox::put(Presenter& on, Rect& body) const {
    auto& ui = on.ui;
    const Rect box = body.take_top(height(), ui.mm(gap));
    ui.fill(box, ui.colours().notice, ui.mm(2.5));
    ui.outline(box, ui.colours().faint, ui.mm(0.5), ui.mm(2.5));
    ui.title(box);
    Rect inside = box.inset(padding_);
    const double icon = ui.mm(icon_side);
    const Rect start = inside.take_start(icon, padding_);
    ui.icon({start.x, start.y, icon, icon}, Icon::alert, ui.colours().on_notice);
    if (notice_.action) {
        const Rect end = inside.take_end(ui.mm(action_width), ui.mm(gap));
        on.put_fitted(*notice_.action, {end.x, end.y + (end.height - ui.mm(target)) / 2, end.width, ui.mm(target)},
                      bar_type);
    }
    const auto put_words = [&](const view::Saying& saying, const Type& type) {
        const auto text = words(saying);
        ui.text(inside.take_top(ui.text_height(text, type, width_)), text, type);
    };
    put_words(sentence_, type_);
    put_words(remedy_, small_);
}

std::optional<view::Notice> error_of(const Presenter& on) {
    const bool beside = on.view.leave || !is_low(on.ui, lowest_roomy);
    if (view::is_nothing(on.view.error) || !beside) return std::nullopt;
    return view::Notice{.sentence = on.view.error, .action = on.view.leave};
}

}  // namespace pocketplan::ui
