#include <algorithm>

#include "kiosk/view/describer.h"
#include "kiosk/visit/to_print.h"

// From the print button to paper in hand.
namespace pocketplan::view {
namespace {

using status::Trouble;

// What is wrong with the printer, and the remedy: "printer.jam", "printer.jam.staff".
Notice notice_of(const Describer& of, Trouble trouble) {
    return {of.named(status::text_id(trouble)), of.named(Id(status::text_id(trouble), ".staff"))};
}

// Where the printing is, if the device tells.
Said progress_of(const Describer& of) {
    const auto& printing = of.visit.printing;
    if (printing.pages == 0) return of.text(texts::printing_preparing);
    if (printing.pages_done == 0) return Nothing{};
    return PageOfPages{std::min(printing.pages_done + 1, printing.pages), printing.pages};
}

}  // namespace

View printing(const Describer& of) {
    View view = frame(of, Backward::no, std::nullopt, of.text(texts::printing_title));
    const auto& printing = of.visit.printing;
    if (printing.trouble != Trouble::none) view.parts.emplace_back(notice_of(of, printing.trouble));
    view.parts.emplace_back(Sheets{std::max(printing.pages, 1), printing.pages_done});
    view.parts.emplace_back(Paragraph{progress_of(of)});
    if (printing.pages > 0) view.parts.emplace_back(Paragraph{TakePages{printing.pages}});
    return view;
}

View in_hand(const Describer& of) {
    View view = frame(of, Backward::yes, std::nullopt, of.text(texts::in_hand_title));
    if (of.machine.path == PrintPath::files) view.parts.emplace_back(Notice{of.text(texts::in_hand_folder)});
    if (of.visit.printing.staff_called) {
        view.parts.emplace_back(Notice{of.text(texts::in_hand_help), of.text(texts::in_hand_help_staff)});
    }
    Cards cards;
    cards.controls = {
        {.id = "hand.yes",
         .label = of.text(texts::in_hand_yes),
         .icon = Icon::hold,
         .event = visit::InHand{},
         .rank = Rank::strong},
        {.id = "hand.again", .label = of.text(texts::in_hand_again), .icon = Icon::print, .event = visit::Print{}},
        {.id = "hand.staff", .label = of.text(texts::in_hand_staff), .icon = Icon::staff, .event = visit::CallStaff{}}};
    view.parts.emplace_back(std::move(cards));
    return view;
}

View problem(const Describer& of) {
    View view = frame(of, Backward::yes, std::nullopt, of.text(texts::problem_title));
    view.parts.emplace_back(notice_of(of, of.visit.printing.trouble));
    Cards cards;
    cards.controls.push_back({.id = "problem.again",
                              .label = of.text(texts::problem_again),
                              .icon = Icon::print,
                              .event = visit::Print{},
                              .rank = Rank::strong});
    // A topic can be read on the screen it came from.
    if (!of.visit.topic_sheet) {
        cards.controls.push_back({.id = "problem.copy",
                                  .label = of.text(texts::copy_title),
                                  .icon = Icon::pen,
                                  .event = visit::CopyByHand{}});
    }
    cards.controls.push_back({.id = "problem.give_up",
                              .label = of.text(texts::problem_give_up),
                              .icon = Icon::erase,
                              .event = visit::GiveUpPrinting{}});
    view.parts.emplace_back(std::move(cards));
    return view;
}

// The plan to write down by hand, where there is no printer: one fact a line, each once.
View copy(const Describer& of) {
    // It ends the visit: so it stands below the last line and asks, and never where "Next" is.
    const Control done{
        .id = "copy.done", .label = of.text(texts::button_done), .icon = Icon::erase, .event = visit::AskErase{}};
    View view = frame(of, Backward::yes, std::nullopt, of.text(texts::copy_title), of.text(texts::copy_why));
    const auto plan = visit::plan_of(of.visit, of.library);
    view.parts.emplace_back(Reading{advice_of(of, plan.papers), Bullet::number, done});
    return view;
}

}  // namespace pocketplan::view
