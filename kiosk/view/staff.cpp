#include <algorithm>
#include <cstdlib>

#include "kiosk/view/describer.h"

// What only staff have to see to.
namespace pocketplan::view {
namespace {

using status::Trouble;

content::CommonText path_text(PrintPath path) {
    switch (path) {
        case PrintPath::direct:
            return texts::staff_path_direct;
        case PrintPath::scheduler:
            return texts::staff_path_scheduler;
        case PrintPath::files:
            return texts::staff_path_files;
    }
    std::abort();
}

content::CommonText paper_text(status::PaperKind paper) {
    switch (paper) {
        case status::PaperKind::letter:
            return texts::staff_paper_letter;
        case status::PaperKind::a4:
            return texts::staff_paper_a4;
        case status::PaperKind::receipt80:
            return texts::staff_paper_receipt80;
    }
    std::abort();
}

std::optional<content::CommonText> card_text(visit::CardPrinted card) {
    switch (card) {
        case visit::CardPrinted::whole:
            return std::nullopt;
        case visit::CardPrinted::smaller:
            return texts::paper_card_smaller;
        case visit::CardPrinted::sheet:
            return texts::paper_card_none;
    }
    std::abort();
}

List<visit::Finding> findings_of(const Describer& of) {
    List<visit::Finding> findings;
    for (int at = 0; at <= static_cast<int>(visit::last_finding); ++at) {
        const auto finding = static_cast<visit::Finding>(at);
        if ((of.visit.findings & visit::bit_of(finding)) != 0) findings.push_back(finding);
    }
    return findings;
}

// What is not as it should be on the machine itself.
void add_findings(const Describer& of, List<Said>& texts) {
    for (const auto finding : findings_of(of)) {
        const auto text = of.index_named(visit::text_id(finding));
        if (finding == visit::Finding::trace) {
            const auto& receipt = of.machine.receipt;
            texts.emplace_back(Places{text, receipt ? bits_of(receipt->found) : 0});
            texts.push_back(of.text(texts::machine_trace_staff));
        } else if (finding == visit::Finding::faulty_files || finding == visit::Finding::unusable) {
            texts.emplace_back(FileFault{text});
        } else if (finding == visit::Finding::display_size || finding == visit::Finding::display) {
            texts.emplace_back(DisplayMeasures{text});
        } else {
            texts.emplace_back(Text{text});
        }
    }
}

bool is_urgent(visit::Finding finding) {
    return visit::weight(finding) > visit::Weight::advises;
}

// Sources that nobody checked in time.
void add_overdue(const Describer& of, List<Said>& texts) {
    if (!of.machine.overdue.empty()) texts.push_back(of.text(texts::staff_unchecked));
    for (std::size_t at = 0; at < of.machine.overdue.size(); ++at) texts.emplace_back(Overdue{at});
}

}  // namespace

// The printer's trouble with its remedy, what else it says, and how plans reach it; nothing of one that is not there.
void add_printer(const Describer& of, List<Said>& texts) {
    if (!of.machine.path) return;
    const auto& printer = of.visit.printer;
    const auto trouble = printer.obstacle();
    texts.push_back(trouble == Trouble::none ? of.text(texts::staff_ready) : of.named(status::text_id(trouble)));
    if (trouble != Trouble::none) texts.push_back(of.named(Id(status::text_id(trouble), ".staff")));
    for (int notice = 0; notice <= static_cast<int>(status::last_notice); ++notice) {
        const bool told = (printer.notices >> notice & 1U) != 0;
        if (told) texts.push_back(of.named(status::text_id(static_cast<status::Notice>(notice))));
    }
    texts.push_back(of.text(path_text(*of.machine.path)));
    texts.push_back(of.text(paper_text(printer.paper)));
    if (const auto card = card_text(printer.card)) texts.push_back(of.text(*card));
}

void add_machine(const Describer& of, List<Said>& texts) {
    add_findings(of, texts);
    add_overdue(of, texts);
}

bool staff_are_needed(const Describer& of) {
    const auto& printer = of.visit.printer;
    const auto findings = findings_of(of);
    return printer.obstacle() != Trouble::none || printer.notices != 0 || printer.tray != visit::Tray::checked ||
           !of.machine.overdue.empty() || std::any_of(findings.begin(), findings.end(), is_urgent);
}

View staff(const Describer& of) {
    View view;
    view.bar.controls[0] = Control{
        .id = "staff.close", .label = of.text(texts::more_close), .icon = Icon::back, .event = visit::CloseOverlay{}};
    view.bar.kind = Bar::Kind::thirds;
    if (of.visit.has_staff_code) {
        view.bar.controls[2] = Control{.id = "staff.code",
                                       .label = of.text(texts::staff_code_enter),
                                       .icon = Icon::key,
                                       .event = visit::Cover{visit::Overlay::staff_code},
                                       .note = in_source(of, texts::staff_code_enter)};
    }
    Reading reading{.texts = {}, .for_staff = true};
    if (of.visit.printer.tray == visit::Tray::forgotten_sheet) {
        reading.texts.push_back(of.text(texts::staff_tray));
        view.bar.controls[1] = Control{.id = "staff.tray",
                                       .label = of.text(texts::staff_tray_checked),
                                       .icon = Icon::tick,
                                       .event = visit::TrayChecked{},
                                       .rank = Rank::strong,
                                       .note = in_source(of, texts::staff_tray_checked)};
    }
    add_findings(of, reading.texts);
    add_printer(of, reading.texts);
    add_overdue(of, reading.texts);
    if (!of.visit.has_staff_code) reading.texts.push_back(of.text(texts::staff_code_none));
    view.parts.emplace_back(Paragraph{of.text(texts::staff_title), Voice::heading});
    if (const auto title = in_source(of, texts::staff_title); !is_nothing(title)) {
        view.parts.emplace_back(Paragraph{title, Voice::small});
    }
    view.parts.emplace_back(std::move(reading));
    return view;
}

}  // namespace pocketplan::view
