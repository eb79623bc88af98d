#include <algorithm>
#include <array>
#include <vector>

#include "kiosk/screens/scene.h"

// From the print button to paper in hand.
namespace pocketplan::screens {
namespace {

using status::Trouble;

// "printer.jam.staff"
std::string_view remedy(const Scene& scene, Trouble trouble) {
    return scene.text(std::string_view(ui::Id(status::text_id(trouble), ".staff")));
}

std::string_view sentence(const Scene& scene, Trouble trouble) {
    return scene.text(status::text_id(trouble));
}

// A small picture of each page: done, on its way, or still to come.
void draw_pages(Scene& scene, ui::Rect& body) {
    auto& ui = scene.ui;
    const auto& printing = scene.visit.printing;
    const int pages = std::max(printing.pages, 1);
    const double between = ui.mm(gap);
    const double width = std::min(ui.mm(24), (body.width - (pages - 1) * between) / pages);
    const ui::Rect row = body.take_top(width * 1.3, ui.mm(gap * 2));
    double x = row.x + (row.width - pages * width - (pages - 1) * between) / 2;
    for (int page = 0; page < pages; ++page, x += width + between) {
        const ui::Rect sheet{x, row.y, width, row.height};
        const bool done = page < printing.pages_done;
        ui.fill(sheet, done ? ui.colours().chosen : ui.colours().card, ui.mm(1));
        ui.outline(sheet, page <= printing.pages_done ? ui.colours().accent : ui.colours().faint, ui.mm(0.7), ui.mm(1));
        const double side = width * 0.5;
        const ui::Rect middle{sheet.x + (width - side) / 2, sheet.y + (sheet.height - side) / 2, side, side};
        if (done) ui.icon(middle, "tick", ui.colours().accent);
    }
}

// Where the printing is, if the device tells.
content::PhraseText progress_text(const Scene& scene) {
    const auto& printing = scene.visit.printing;
    if (printing.pages == 0) return content::fill(scene.text("printing.preparing"), {});
    if (printing.pages_done == 0) return {};
    const ui::Id pages("", printing.pages);
    const ui::Id page("", std::min(printing.pages_done + 1, printing.pages));
    using content::ValueDirection;
    return content::fill(scene.text("printing.page"),
                         {{"page", page, ValueDirection::isolated}, {"pages", pages, ValueDirection::isolated}});
}

// How many pages to take.
content::PhraseText take_text(const Scene& scene) {
    const int count = scene.visit.printing.pages;
    if (count == 0) return {};
    const ui::Id pages("", count);
    return content::fill(scene.library.plural(scene.visit.language, "printing.take", count),
                         {{"pages", pages, content::ValueDirection::isolated}});
}

void draw_paragraph(Scene& scene, ui::Rect& body, std::string_view text) {
    const ui::Type type{.align = typeset::Align::centre, .line_height = 1.35, .most_capital = 7};
    scene.ui.text(body.take_top(scene.ui.text_height(text, type, body.width), scene.ui.mm(gap)), text, type);
}

}  // namespace

void draw_printing(Scene& scene) {
    auto body = draw_frame(scene, Backward::no, std::nullopt);
    draw_title(scene, body, scene.text("printing.title"));
    const auto trouble = scene.visit.printing.trouble;
    if (trouble != Trouble::none) draw_notice(scene, body, sentence(scene, trouble), remedy(scene, trouble));
    body.take_top(scene.ui.mm(gap));
    draw_pages(scene, body);
    for (const auto& text : {progress_text(scene), take_text(scene)}) {
        if (!text.empty()) draw_paragraph(scene, body, content::view(text));
    }
}

void draw_in_hand(Scene& scene) {
    auto body = draw_frame(scene, Backward::yes, std::nullopt);
    draw_title(scene, body, scene.text("in_hand.title"));
    if (scene.machine.path == PrintPath::files) draw_notice(scene, body, scene.text("in_hand.folder"));
    if (scene.visit.printing.staff_called) {
        draw_notice(scene, body, scene.text("in_hand.help"), scene.text("in_hand.help.staff"));
    }
    const std::array cards{
        Choice{ui::Id("hand.yes", ""),
               {.label = scene.text("in_hand.yes"), .icon = "hand", .emphasis = ui::Emphasis::strong},
               visit::InHand{}},
        Choice{ui::Id("hand.again", ""), {.label = scene.text("in_hand.again"), .icon = "print"}, visit::Print{}},
        Choice{ui::Id("hand.staff", ""), {.label = scene.text("in_hand.staff"), .icon = "people"}, visit::CallStaff{}}};
    draw_choices(scene, body, cards);
}

void draw_problem(Scene& scene) {
    auto body = draw_frame(scene, Backward::yes, std::nullopt);
    draw_title(scene, body, scene.text("problem.title"));
    const auto trouble = scene.visit.printing.trouble;
    draw_notice(scene, body, sentence(scene, trouble), remedy(scene, trouble));
    std::vector<Choice> cards{
        {ui::Id("problem.again", ""),
         {.label = scene.text("problem.again"), .icon = "print", .emphasis = ui::Emphasis::strong},
         visit::Print{}},
        {ui::Id("problem.give_up", ""),
         {.label = scene.text("problem.give_up"), .icon = "erase"},
         visit::GiveUpPrinting{}}};
    // A topic can be read on the screen it came from.
    const Choice copy{
        ui::Id("problem.copy", ""), {.label = scene.text("copy.title"), .icon = "pen"}, visit::CopyByHand{}};
    if (!scene.visit.topic_sheet) cards.insert(cards.begin() + 1, copy);
    draw_choices(scene, body, cards);
}

}  // namespace pocketplan::screens
