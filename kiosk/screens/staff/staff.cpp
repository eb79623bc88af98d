#include <algorithm>
#include <cstdlib>

#include "kiosk/screens/scene.h"

// What only staff have to see to.
namespace pocketplan::screens {
namespace {

using status::Trouble;

content::PhraseText plain(const Scene& scene, std::string_view text_id) {
    return content::fill(scene.text(text_id), {});
}

std::string_view path_text(PrintPath path) {
    switch (path) {
        case PrintPath::direct:
            return "staff.path.direct";
        case PrintPath::scheduler:
            return "staff.path.scheduler";
        case PrintPath::files:
            return "staff.path.files";
    }
    std::abort();
}

std::string_view paper_text(status::PaperKind paper) {
    switch (paper) {
        case status::PaperKind::letter:
            return "staff.paper.letter";
        case status::PaperKind::a4:
            return "staff.paper.a4";
        case status::PaperKind::receipt80:
            return "staff.paper.receipt80";
    }
    std::abort();
}

// The printer's trouble with its remedy, what else it says, and how plans reach it; nothing of one that is not there.
void add_printer(const Scene& scene, std::vector<content::PhraseText>& texts) {
    if (!scene.machine.path) return;
    const auto& printer = scene.visit.printer;
    const auto trouble = printer.obstacle();
    texts.push_back(plain(scene, trouble == Trouble::none ? "staff.ready" : status::text_id(trouble)));
    if (trouble != Trouble::none) texts.push_back(plain(scene, ui::Id(status::text_id(trouble), ".staff")));
    for (int notice = 0; notice <= static_cast<int>(status::last_notice); ++notice) {
        const bool told = (printer.notices >> notice & 1U) != 0;
        if (told) texts.push_back(plain(scene, status::text_id(static_cast<status::Notice>(notice))));
    }
    texts.push_back(plain(scene, path_text(*scene.machine.path)));
    texts.push_back(plain(scene, paper_text(printer.paper)));
}

// What is not as it should be on the machine itself.
void add_findings(const Scene& scene, std::vector<content::PhraseText>& texts) {
    for (const auto finding : scene.machine.findings) {
        if (finding == visit::Finding::trace) {
            const auto& receipt = scene.machine.receipt;
            const auto found = receipt ? receipt->found : std::vector<visit::Place>{};
            texts.push_back(name_places(scene, visit::text_id(finding), found));
            texts.push_back(plain(scene, "machine.trace.staff"));
        } else if (finding == visit::Finding::faulty_files) {
            texts.push_back(content::fill(scene.text(visit::text_id(finding)), {{"fault", scene.machine.fault}}));
        } else {
            texts.push_back(plain(scene, visit::text_id(finding)));
        }
    }
}

bool is_urgent(visit::Finding finding) {
    return visit::weight(finding) > visit::Weight::advises;
}

// Sources that nobody checked in time.
void add_overdue(const Scene& scene, std::vector<content::PhraseText>& texts) {
    if (!scene.machine.overdue.empty()) texts.push_back(plain(scene, "staff.unchecked"));
    for (const auto* source : scene.machine.overdue) {
        const auto date = content::format_date(scene.library, scene.visit.language, source->checked);
        const auto since = content::fill(scene.text("source.unchecked"), {{"date", content::view(date)}});
        texts.push_back(content::fill("{title}. {since}", {{"title", source->title}, {"since", content::view(since)}}));
    }
}

}  // namespace

bool staff_are_needed(const Scene& scene) {
    const auto& printer = scene.visit.printer;
    return printer.obstacle() != Trouble::none || printer.notices != 0 || printer.tray != visit::Tray::checked ||
           !scene.machine.overdue.empty() ||
           std::any_of(scene.machine.findings.begin(), scene.machine.findings.end(), is_urgent);
}

void draw_staff(Scene& scene) {
    auto& ui = scene.ui;
    ui::Rect body = page_of(scene);
    ui::Rect bar = body.take_bottom(ui.mm(target + 3), ui.mm(gap));
    scene.button("staff.close", bar.take_end(std::min(bar.width, ui.mm(60)), ui.mm(gap)),
                 {.label = scene.text("more.close"), .icon = "back", .type = bar_type}, visit::CloseOverlay{});
    std::vector<content::PhraseText> texts;
    if (scene.visit.printer.tray == visit::Tray::forgotten_sheet) {
        texts.push_back(plain(scene, "staff.tray"));
        scene.button("staff.tray", bar.take_end(std::min(bar.width, ui.mm(90))),
                     {.label = scene.text("staff.tray.checked"),
                      .icon = "tick",
                      .emphasis = ui::Emphasis::strong,
                      .type = bar_type},
                     visit::TrayChecked{});
    }
    add_findings(scene, texts);
    add_printer(scene, texts);
    add_overdue(scene, texts);
    const ui::Type title{.capital = 1.2, .weight = typeset::Weight::bold, .line_height = 1.3, .most_capital = 7};
    const auto heading = scene.text("staff.title");
    ui.text(body.take_top(ui.text_height(heading, title, body.width), ui.mm(gap)), heading, title);
    draw_texts(scene, body, texts, Mark::dot);
}

}  // namespace pocketplan::screens
