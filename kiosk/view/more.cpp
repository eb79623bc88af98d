#include <algorithm>
#include <array>

#include "kiosk/view/describer.h"

// What can be set on any screen, by subject: how it looks, how it sounds, in what other language, and for one
// switch.
namespace pocketplan::view {
namespace {

template <class Value, std::size_t count, class MakeEvent>
Setting setting(const Describer& of, content::CommonText title, std::string_view prefix,
                const std::array<std::pair<std::string_view, Value>, count>& values, Value now, MakeEvent make_event) {
    Setting setting{of.text(title), {}};
    for (const auto& [name, value] : values) {
        const Id id(prefix, name);
        setting.controls.push_back(
            {.id = id, .label = of.named(id), .event = make_event(value), .chosen = value == now});
    }
    return setting;
}

// The voice, and once it speaks how.
Setting listening(const Describer& of) {
    using visit::Aloud;
    Setting setting{of.text(texts::listen_on), {}};
    const auto add = [&](Id id, content::CommonText label, Aloud how) {
        setting.controls.push_back({.id = id, .label = of.text(label), .event = visit::ReadAloud{how}});
    };
    if (!of.visit.hearing.listening) {
        add("listen.on", texts::listen_on, Aloud::on);
        return setting;
    }
    add("listen.off", texts::listen_off, Aloud::off);
    add("listen.again", texts::listen_again, Aloud::again);
    add("listen.slower", texts::listen_slower, Aloud::slower);
    add("listen.faster", texts::listen_faster, Aloud::faster);
    add("listen.quieter", texts::listen_quieter, Aloud::quieter);
    add("listen.louder", texts::listen_louder, Aloud::louder);
    return setting;
}

void describe_look(const Describer& of, View& view) {
    using visit::TextSize;
    using visit::Theme;
    constexpr std::array<std::pair<std::string_view, TextSize>, 4> sizes{{{"small", TextSize::small},
                                                                          {"normal", TextSize::normal},
                                                                          {"large", TextSize::large},
                                                                          {"huge", TextSize::huge}}};
    constexpr std::array<std::pair<std::string_view, Theme>, 3> themes{
        {{"calm", Theme::calm}, {"white_on_black", Theme::white_on_black}, {"black_on_white", Theme::black_on_white}}};
    view.parts.emplace_back(setting(of, texts::more_text_size, "size.", sizes, of.visit.text_size,
                                    [](TextSize size) { return visit::SetTextSize{size}; }));
    view.parts.emplace_back(Paragraph{of.text(texts::more_sample)});
    view.parts.emplace_back(setting(of, texts::more_contrast, "theme.", themes, of.visit.theme,
                                    [](Theme theme) { return visit::SetTheme{theme}; }));
}

void describe_listening(const Describer& of, View& view) {
    view.parts.emplace_back(listening(of));
}

void describe_scanning(const Describer& of, View& view) {
    using visit::Scanning;
    constexpr std::array<std::pair<std::string_view, Scanning>, 4> paces{
        {{"off", Scanning::off}, {"slow", Scanning::slow}, {"medium", Scanning::medium}, {"fast", Scanning::fast}}};
    view.parts.emplace_back(setting(of, texts::scanning_title, "scanning.", paces, of.visit.scanning,
                                    [](Scanning scanning) { return visit::SetScanning{scanning}; }));
    view.parts.emplace_back(Paragraph{of.text(texts::scanning_body)});
}

// Most who help read the source language: one touch.
void describe_beside(const Describer& of, View& view) {
    constexpr content::LanguageIndex source{};
    const auto beside = of.visit.beside;
    Setting setting{of.text(texts::beside_title), {}};
    const auto add = [&](Id id, const Said& label, const visit::Event& event, bool chosen) {
        setting.controls.push_back({.id = id, .label = label, .event = event, .chosen = chosen});
    };
    add("beside.off", of.text(texts::beside_off), visit::SetBeside{}, !beside);
    if (of.visit.language != source) {
        add("beside.source", OwnName{source}, visit::SetBeside{source}, beside == source);
    }
    if (beside && beside != source) add("beside.chosen", OwnName{*beside}, visit::SetBeside{*beside}, true);
    add("beside.other", of.text(texts::beside_other), visit::Cover{visit::Overlay::beside}, false);
    view.parts.emplace_back(std::move(setting));
    view.parts.emplace_back(Paragraph{of.text(texts::beside_body)});
}

// One subject at a time, for all of them have no room on a low display.
struct Tab {
    std::string_view id;
    content::CommonText label;
    Icon icon;
    bool there;
    void (*describe)(const Describer& of, View& view);
};

}  // namespace

View more(const Describer& of) {
    const bool helps = of.library.languages.size() > 1;
    const std::array<Tab, 4> all{{{"more.look", texts::more_look, Icon::eye, true, describe_look},
                                  {"more.listen", texts::listen_on, Icon::speaker, of.visit.sound, describe_listening},
                                  {"more.beside", texts::beside_title, Icon::people, helps, describe_beside},
                                  {"more.scanning", texts::scanning_title, Icon::hand, true, describe_scanning}}};
    List<const Tab*> tabs;
    for (const auto& tab : all) {
        if (tab.there) tabs.push_back(&tab);
    }
    const auto shown = std::min(static_cast<std::size_t>(of.visit.overlay_page), tabs.size() - 1);
    View view;
    Tabs row;
    for (std::size_t at = 0; at < tabs.size(); ++at) {
        row.controls.push_back({.id = tabs[at]->id,
                                .label = of.text(tabs[at]->label),
                                .icon = tabs[at]->icon,
                                .event = visit::TurnPage{static_cast<int>(at)},
                                .chosen = at == shown});
    }
    // It lies over everything, and so is no page of this.
    row.controls.push_back({.id = "more.staff",
                            .label = of.text(texts::staff_title),
                            .icon = Icon::staff,
                            .event = visit::Cover{visit::Overlay::staff},
                            .note = in_source(of, texts::staff_title)});
    view.parts.emplace_back(std::move(row));
    tabs[shown]->describe(of, view);
    view.bar.kind = Bar::Kind::thirds;
    view.bar.controls[0] = Control{.id = "more.language",
                                   .label = OwnName{of.visit.language},
                                   .icon = Icon::globe,
                                   .event = visit::Cover{visit::Overlay::languages}};
    const auto& visit = of.visit;
    if (visit.is<visit::Asking>() || visit.is<visit::Reviewing>() || visit.is<visit::CheckingAnswers>()) {
        view.bar.controls[1] = Control{.id = "more.print",
                                       .label = of.text(texts::button_print_now),
                                       .icon = Icon::print,
                                       .event = visit::OpenReview{}};
    }
    view.bar.controls[2] = close_control(of, "more.close", Icon::tick, Rank::strong);
    return view;
}

}  // namespace pocketplan::view
