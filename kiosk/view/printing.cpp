#include <algorithm>

#include "kiosk/view/describer.h"
#include "kiosk/visit/to_print.h"

// From the print button to paper in hand.
namespace pocketplan::view {
namespace {

using status::Trouble;

// What is wrong with the printer, and the remedy: "printer.jam", "printer.jam.staff".
Notice notice_of(const Describer& of, Trouble trouble) {
    return {.sentence = of.named(status::text_id(trouble)),
            .remedy = of.named(Id(status::text_id(trouble), ".staff")),
            .for_staff = true};
}

// Where the printing is, if the device tells.
Said progress_of(const Describer& of, const visit::Job& job) {
    if (job.pages == 0) return of.text(texts::printing_preparing);
    if (job.pages_done == 0) return Nothing{};
    return PageOfPages{std::min(job.pages_done + 1, job.pages), job.pages};
}

}  // namespace

View screen(const Describer& of, const visit::Printing& /*unused*/) {
    View view = frame(of, Backward::no, std::nullopt, of.text(texts::printing_title));
    const auto job = of.visit.job.value_or(visit::Job{});
    if (job.trouble != Trouble::none) {
        view.parts.emplace_back(notice_of(of, job.trouble));
        view.bar.controls[3] = call_control(of);
    }
    view.parts.emplace_back(Sheets{std::max(job.pages, 1), job.pages_done});
    view.parts.emplace_back(Paragraph{progress_of(of, job)});
    if (job.pages > 0) view.parts.emplace_back(Paragraph{TakePages{job.pages}});
    return view;
}

View screen(const Describer& of, const visit::AskingForPaper& asking) {
    View view = frame(of, Backward::yes, std::nullopt, of.text(texts::in_hand_title), of.text(texts::in_hand_body));
    if (of.machine.path == PrintPath::files) view.parts.emplace_back(Notice{of.text(texts::in_hand_folder)});
    if (asking.staff_called) {
        view.parts.emplace_back(Notice{
            .sentence = of.text(texts::in_hand_help), .remedy = of.text(texts::in_hand_help_staff), .for_staff = true});
    }
    Cards cards;
    cards.controls = {
        {.id = "hand.yes",
         .label = of.text(texts::in_hand_yes),
         .icon = Icon::hold,
         .event = visit::InHand{},
         .rank = Rank::strong},
        {.id = "hand.again", .label = of.text(texts::in_hand_again), .icon = Icon::print, .event = visit::Print{}},
        {.id = "hand.staff", .label = of.text(texts::button_call), .icon = Icon::staff, .event = visit::CallStaff{}}};
    view.parts.emplace_back(std::move(cards));
    return view;
}

View screen(const Describer& of, const visit::Problem& /*unused*/) {
    View view = frame(of, Backward::yes, std::nullopt, of.text(texts::problem_title));
    view.parts.emplace_back(notice_of(of, of.visit.job.value_or(visit::Job{}).trouble));
    view.bar.controls[3] = call_control(of);
    Cards cards;
    cards.controls.push_back({.id = "problem.again",
                              .label = of.text(texts::problem_again),
                              .icon = Icon::print,
                              .event = visit::Print{},
                              .rank = Rank::strong});
    // A topic can be read on the screen it came from.
    if (!of.visit.wants<visit::TopicSheet>()) {
        cards.controls.push_back({.id = "problem.copy",
                                  .label = of.text(texts::copy_title),
                                  .icon = Icon::pen,
                                  .event = visit::CopyByHand{}});
    }
    cards.controls.push_back({.id = "problem.give_up",
                              .label = of.text(texts::problem_give_up),
                              .icon = Icon::erase,
                              .event = visit::Cover{visit::Overlay::erase}});
    view.parts.emplace_back(std::move(cards));
    return view;
}

// The plan to write down by hand, where there is no printer: one fact a line, each once.
View screen(const Describer& of, const visit::Copying& /*unused*/) {
    // It ends the visit: so it stands below the last line and asks, and never where "Next" is.
    const Control done{.id = "copy.done",
                       .label = of.text(texts::button_done),
                       .icon = Icon::erase,
                       .event = visit::Cover{visit::Overlay::erase}};
    View view = frame(of, Backward::yes, std::nullopt, of.text(texts::copy_title), of.text(texts::copy_why));
    const auto plan = visit::plan_of(of.visit, of.library);
    view.parts.emplace_back(Reading{.texts = advice_of(of, plan.papers), .bullet = Bullet::number, .done = done});
    return view;
}

}  // namespace pocketplan::view
