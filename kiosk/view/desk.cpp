#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "kiosk/view/describer.h"

// The staff code, and the desk that it opens. Each text stands in the source language as well.
namespace pocketplan::view {
namespace {

using visit::DeskPage;

Control button(const Describer& of, Id id, content::CommonText text, Icon icon, const visit::Event& event) {
    return {.id = id, .label = of.text(text), .icon = icon, .event = event, .note = in_source(of, text)};
}

View with_heading(const Describer& of, content::CommonText heading) {
    View view;
    view.parts.emplace_back(Paragraph{of.text(heading), Voice::heading});
    if (const auto source = in_source(of, heading); !is_nothing(source)) {
        view.parts.emplace_back(Paragraph{source, Voice::small});
    }
    view.bar.kind = Bar::Kind::thirds;
    return view;
}

void say(View& view, List<Said> texts) {
    if (!texts.empty()) view.parts.emplace_back(Reading{.texts = std::move(texts), .for_staff = true});
}

// A page of the desk, with its way back.
View page(const Describer& of, content::CommonText heading) {
    View view = with_heading(of, heading);
    view.bar.controls[0] = button(of, "desk.back", texts::button_back, Icon::back, visit::OpenDeskPage{DeskPage::home});
    return view;
}

View home(const Describer& of) {
    View view = with_heading(of, texts::staff_desk_title);
    Cards cards{.controls = {}, .columns = 3, .tall_columns = 2};
    const auto add = [&](Id id, content::CommonText text, Icon icon, DeskPage opened) {
        cards.controls.push_back(button(of, id, text, icon, visit::OpenDeskPage{opened}));
    };
    add("desk.printer", texts::staff_desk_printer, Icon::print, DeskPage::printer);
    add("desk.readiness", texts::staff_desk_readiness, Icon::search, DeskPage::readiness);
    add("desk.languages", texts::staff_desk_languages, Icon::globe, DeskPage::languages);
    add("desk.lines", texts::staff_desk_lines, Icon::phone, DeskPage::lines);
    add("desk.counts", texts::staff_desk_counts, Icon::list, DeskPage::counts);
    add("desk.volume", texts::staff_desk_volume, Icon::speaker, DeskPage::volume);
    add("desk.display", texts::staff_desk_display, Icon::pocket_card, DeskPage::display);
    if (visit::has_begun(of.visit)) {
        auto time = button(of, "desk.more_time", texts::staff_desk_more_time, Icon::clock, visit::SwitchMoreTime{});
        time.pick = Pick::on_or_off;
        time.chosen = of.visit.desk.more_time;
        cards.controls.push_back(std::move(time));
        add("desk.end", texts::staff_desk_end, Icon::erase, DeskPage::end);
    }
    view.parts.emplace_back(std::move(cards));
    view.bar.controls[0] = button(of, "desk.close", texts::staff_desk_close, Icon::back, visit::CloseOverlay{});
    return view;
}

// What came of the test page, or why there is none now.
void add_test(const Describer& of, List<Said>& texts) {
    const auto& test = of.visit.desk.test;
    if (visit::a_plan_prints(of.visit)) {
        texts.push_back(of.text(texts::staff_desk_test_refused));
    } else if (test && test->progress == status::Progress::done) {
        texts.push_back(of.text(texts::staff_desk_test_done));
    } else if (test && test->trouble == status::Trouble::none) {
        texts.push_back(of.text(texts::staff_desk_test_waits));
    } else if (test) {
        texts.push_back(of.text(texts::staff_desk_test_trouble));
        texts.push_back(of.named(Id(status::text_id(test->trouble), ".staff")));
    }
}

View printer(const Describer& of) {
    View view = page(of, texts::staff_desk_printer);
    List<Said> texts;
    add_test(of, texts);
    if (of.visit.printer.tray == visit::Tray::forgotten_sheet) {
        texts.push_back(of.text(texts::staff_tray));
        view.bar.controls[1] = button(of, "desk.tray", texts::staff_tray_checked, Icon::tick, visit::TrayChecked{});
    }
    add_printer(of, texts);
    if (!of.machine.path) texts.push_back(of.text(texts::printer_no_printer));
    say(view, std::move(texts));
    auto test = button(of, "desk.test", texts::staff_desk_test, Icon::print, visit::PrintTest{});
    test.enabled = of.machine.path && !visit::a_plan_prints(of.visit) && !visit::a_test_prints(of.visit);
    view.bar.controls[2] = std::move(test);
    return view;
}

View readiness(const Describer& of) {
    View view = page(of, texts::staff_desk_readiness);
    List<Said> texts;
    if (of.visit.readiness == visit::Readiness::ready) texts.push_back(of.text(texts::staff_desk_ready));
    add_machine(of, texts);
    say(view, std::move(texts));
    return view;
}

View languages_of_all(const Describer& of) {
    View view = page(of, texts::staff_desk_languages);
    Cards cards{.controls = {}, .columns = 4, .tall_columns = 3};
    for (std::size_t at = 0; at < of.library.languages.size(); ++at) {
        const auto index = static_cast<content::LanguageIndex>(at);
        cards.controls.push_back({.id = {"desk.language.", of.library.language(index).tag},
                                  .label = OwnName{index},
                                  .event = visit::SwitchLanguage{index},
                                  .pick = Pick::on_or_off,
                                  .chosen = !visit::is_off(of.visit.kept.languages_off, index),
                                  .enabled = at != 0 && index != of.visit.language});
    }
    List<Said> texts{of.text(texts::staff_desk_languages_when)};
    if (of.visit.desk.open.unwritten) texts.push_back(of.text(texts::staff_desk_unwritten));
    say(view, std::move(texts));
    view.parts.emplace_back(std::move(cards));
    return view;
}

View lines(const Describer& of) {
    View view = page(of, texts::staff_desk_lines);
    Reading reading;
    for (std::size_t line = 0; line < of.library.local_lines.size(); ++line) {
        const auto count = of.library.local_lines[line].contacts.size();
        for (std::size_t at = 0; at < count; ++at) reading.texts.emplace_back(CentreLine{line, at});
    }
    if (reading.texts.empty()) {
        say(view, {of.text(texts::staff_desk_lines_none)});
    } else {
        view.parts.emplace_back(std::move(reading));
    }
    return view;
}

View counts(const Describer& of) {
    View view = page(of, texts::staff_desk_counts);
    List<Said> texts;
    const auto& counts = of.visit.desk.open.counts;
    if (!counts) texts.push_back(of.text(texts::staff_desk_counts_none));
    for (std::size_t week = 0; counts && week < counts->size(); ++week) texts.emplace_back(WeekCounted{week});
    say(view, std::move(texts));
    return view;
}

View volume(const Describer& of) {
    using visit::Aloud;
    using visit::Loudness;
    View view = page(of, texts::staff_desk_volume);
    const int step = of.visit.kept.loudness.step();
    List<Said> texts{OutOf{of.index(texts::staff_desk_volume_now), step + 1, Loudness::steps}};
    if (of.visit.desk.open.unwritten) texts.push_back(of.text(texts::staff_desk_unwritten));
    say(view, std::move(texts));
    Setting setting{Nothing{}, {}};
    setting.controls.push_back(
        button(of, "desk.quieter", texts::listen_quieter, Icon::none, visit::SetFirstLoudness{Aloud::quieter}));
    setting.controls.push_back(
        button(of, "desk.louder", texts::listen_louder, Icon::none, visit::SetFirstLoudness{Aloud::louder}));
    setting.controls.front().enabled = step > 0;
    setting.controls.back().enabled = step + 1 < Loudness::steps;
    view.parts.emplace_back(std::move(setting));
    return view;
}

// Its picture is resized in steps that can be seen, and in such as tell apart what is right.
View display(const Describer& of) {
    constexpr double much = 4;  // millimetres
    constexpr double little = 0.5;
    View view = page(of, texts::staff_desk_display);
    if (of.machine.width_is_set) {
        say(view, {of.text(texts::staff_desk_display_set)});
        return view;
    }
    List<Said> texts{of.text(texts::staff_desk_display_how)};
    if (of.visit.desk.open.unwritten) texts.push_back(of.text(texts::staff_desk_unwritten));
    say(view, std::move(texts));
    Setting setting{Nothing{}, {}};
    const auto add = [&](Id id, content::CommonText text, double by) {
        setting.controls.push_back(button(of, id, text, Icon::none, visit::ResizeCard{by}));
    };
    add("desk.card.much_smaller", texts::staff_desk_display_much_smaller, -much);
    add("desk.card.smaller", texts::staff_desk_display_smaller, -little);
    add("desk.card.larger", texts::staff_desk_display_larger, little);
    add("desk.card.much_larger", texts::staff_desk_display_much_larger, much);
    view.parts.emplace_back(std::move(setting));
    const double width = of.visit.desk.open.card;
    view.parts.emplace_back(CardOutline{width, width * visit::card_height / visit::card_width});
    if (of.visit.kept.display_width > 0) {
        view.bar.controls[1] =
            button(of, "desk.card.reset", texts::staff_desk_display_reset, Icon::none, visit::ForgetDisplayWidth{});
    }
    view.bar.controls[2] =
        button(of, "desk.card.matches", texts::staff_desk_display_matches, Icon::tick, visit::CardMatches{});
    view.bar.controls[2]->rank = Rank::strong;
    return view;
}

View end(const Describer& of) {
    View view = with_heading(of, texts::staff_desk_end);
    view.bar.kind = Bar::Kind::none;
    say(view, {of.text(texts::staff_desk_end_sure)});
    auto no = button(of, "desk.end.no", texts::erase_no, Icon::back, visit::OpenDeskPage{DeskPage::home});
    no.rank = Rank::strong;
    view.parts.emplace_back(
        Cards{.controls = {no, button(of, "desk.end.yes", texts::staff_desk_end_yes, Icon::erase, visit::Erase{})}});
    return view;
}

// What is wrong with the code that was entered.
std::optional<Said> wrong(const Describer& of) {
    const auto& answer = of.visit.desk.open.answer;
    if (!answer || answer->outcome == visit::CodeOutcome::right) return std::nullopt;
    if (answer->seconds > 0) return Waiting{of.index(texts::staff_code_wait), answer->seconds};
    return of.text(texts::staff_code_wrong);
}

}  // namespace

View staff_code(const Describer& of) {
    View view = with_heading(of, texts::staff_code_title);
    if (const auto fault = wrong(of))
        view.parts.emplace_back(Notice{.sentence = Nothing{}, .remedy = *fault, .for_staff = true});
    const auto& code = of.visit.desk.open.code;
    view.parts.emplace_back(Writing{.fields = {{.id = "code.field",
                                                .label = of.text(texts::staff_code_title),
                                                .field = visit::EntryField::code,
                                                .empty = code.empty(),
                                                .focused = true,
                                                .number = true}},
                                    .pad = pad_with(of, PadSigns::digits)});
    view.bar.controls[0] = button(of, "code.back", texts::button_back, Icon::back, visit::CloseOverlay{});
    auto open = button(of, "code.open", texts::staff_code_open, Icon::key, visit::EnterCode{});
    open.rank = Rank::strong;
    open.enabled = code.length() >= visit::shortest_code;
    view.bar.controls[2] = std::move(open);
    return view;
}

View desk(const Describer& of) {
    switch (of.visit.desk.open.page) {
        case DeskPage::home:
            return home(of);
        case DeskPage::printer:
            return printer(of);
        case DeskPage::readiness:
            return readiness(of);
        case DeskPage::languages:
            return languages_of_all(of);
        case DeskPage::lines:
            return lines(of);
        case DeskPage::counts:
            return counts(of);
        case DeskPage::volume:
            return volume(of);
        case DeskPage::display:
            return display(of);
        case DeskPage::end:
            return end(of);
    }
    std::abort();
}

}  // namespace pocketplan::view
