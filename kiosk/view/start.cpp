#include <algorithm>
#include <utility>

#include "content/model.h"
#include "kiosk/view/describer.h"

// Before the first question: which language, what this is, and what there is to read.
namespace pocketplan::view {
namespace {

// That of what it begins with.
Icon icon_of(const content::Paper& topic) {
    return icon_named(topic.sections.front().icon).value_or(Icon::learn);
}

}  // namespace

// Own names in own scripts, for nobody finds their language behind words of another; no flags.
List<Control> language_controls(const Describer& of) {
    List<Control> controls;
    for (std::size_t at = 0; at < of.library.languages.size(); ++at) {
        const auto index = static_cast<content::LanguageIndex>(at);
        if (visit::is_off(of.visit.desk.shown_off, index)) continue;
        const bool changing = of.visit.overlay == visit::Overlay::languages;
        controls.push_back({.id = {"language.", of.library.language(index).tag},
                            .label = OwnName{index},
                            .event = visit::ChooseLanguage{index},
                            .chosen = changing && index == of.visit.language,
                            .note = changing ? Said(Nothing{}) : Said(Greeting{index})});
    }
    return controls;
}

// No visit begins here, because a promise could not be kept; whom to ask, in any language, and what staff can do.
View screen(const Describer& of, const visit::NotReady& /*unused*/) {
    View view;
    view.parts.emplace_back(Emblem{.icon = Icon::alert, .room_above = 0.15, .beside = {call_control(of)}});
    view.parts.emplace_back(Paragraph{of.text(texts::not_ready_title), Voice::title});
    view.parts.emplace_back(Paragraph{of.text(texts::not_ready_body)});
    view.bar.kind = Bar::Kind::thirds;
    view.bar.controls[0] = Control{.id = "not_ready.language",
                                   .label = OwnName{of.visit.language},
                                   .icon = Icon::globe,
                                   .event = visit::Cover{visit::Overlay::languages}};
    view.bar.controls[1] = Control{.id = "not_ready.staff",
                                   .label = of.text(texts::staff_title),
                                   .icon = Icon::alert,
                                   .event = visit::Cover{visit::Overlay::staff},
                                   .note = in_source(of, texts::staff_title)};
    view.bar.controls[2] = Control{.id = "not_ready.again",
                                   .label = of.text(texts::not_ready_again),
                                   .event = visit::CheckAgain{},
                                   .rank = Rank::strong};
    return view;
}

View screen(const Describer& of, const visit::ChoosingLanguage& /*unused*/) {
    View view;
    Emblem globe{.icon = Icon::globe, .small = true};
    const bool needed = staff_are_needed(of);
    if (needed || of.visit.has_staff_code) {
        globe.beside.push_back({.id = "language.staff",
                                .label = of.text(texts::staff_title),
                                .icon = needed ? Icon::alert : Icon::staff,
                                .event = visit::Cover{visit::Overlay::staff},
                                .rank = Rank::quiet,
                                .note = in_source(of, texts::staff_title)});
    }
    if (auto listen = listen_control(of)) {
        listen->label = std::exchange(listen->aloud, Nothing{});
        globe.beside.push_back(std::move(*listen));
    }
    view.parts.emplace_back(std::move(globe));
    view.parts.emplace_back(LanguageCards{language_controls(of)});
    return view;
}

View screen(const Describer& of, const visit::Promised& /*unused*/) {
    View view = frame(of, Backward::yes, std::nullopt, of.text(texts::promise_title));
    const auto obstacle = of.visit.printer.obstacle();
    const bool prints = obstacle == status::Trouble::none;
    if (!prints) {
        view.parts.emplace_back(Notice{of.named(status::text_id(obstacle)), of.text(texts::promise_printer), true});
        view.bar.controls[3] = call_control(of);
    }
    const auto sign = of.visit.hiding.sign;
    const Texts hiding{of.index(texts::promise_hide), std::get<Text>(name_of(of, sign)).index};
    // Every question says again that it can be skipped.
    view.parts.emplace_back(PointedLines{.picture = Icon::pocket_card,
                                         .lines = {{Icon::eye, of.text(texts::promise_look)},
                                                   {Icon::erase, of.text(texts::promise_forget)},
                                                   {Icon::paper, of.text(texts::promise_time), true},
                                                   {Icon::skip, of.text(texts::promise_skip), true},
                                                   {icon_of(sign), hiding, true}}});
    // That nobody reviewed the words the visitor reads, in their language and in English.
    if (content::is_unreviewed(of.library.language(of.visit.language))) {
        view.parts.emplace_back(Paragraph{of.text(texts::paper_unreviewed), Voice::small});
        view.parts.emplace_back(Paragraph{SourceText{of.index(texts::paper_unreviewed)}, Voice::small});
    }
    Offer offer{.first = {.id = "promise.make",
                          .label = of.text(texts::promise_make),
                          .icon = Icon::pen,
                          .event = visit::MakePlan{},
                          .rank = Rank::strong}};
    if (prints) {
        offer.others.push_back({.id = "promise.blank",
                                .label = of.text(texts::promise_blank),
                                .icon = Icon::print,
                                .event = visit::MakeBlankPlan{}});
    } else {
        offer.others.push_back({.id = "promise.copy",
                                .label = of.text(texts::copy_title),
                                .icon = Icon::pen,
                                .event = visit::CopyByHand{}});
    }
    offer.others.push_back({.id = "promise.learn",
                            .label = of.text(texts::promise_learn),
                            .icon = Icon::learn,
                            .event = visit::open<visit::Learning>()});
    view.parts.emplace_back(std::move(offer));
    return view;
}

View screen(const Describer& of, const visit::Learning& /*unused*/) {
    View view = frame(of, Backward::yes, std::nullopt, of.text(texts::learn_title));
    Cards cards;
    for (std::size_t at = 0; at < of.library.topics.size(); ++at) {
        const auto& topic = of.library.topics[at];
        cards.controls.push_back({.id = {"topic.", topic.id},
                                  .label = Text{topic.title},
                                  .icon = icon_of(topic),
                                  .event = visit::OpenTopic{static_cast<int>(at)}});
    }
    view.parts.emplace_back(std::move(cards));
    return view;
}

View screen(const Describer& of, const visit::ReadingTopic& reading) {
    const auto& topic = of.library.topics[static_cast<std::size_t>(reading.topic)];
    const Control print{
        .id = "topic.print", .label = of.text(texts::button_print), .icon = Icon::print, .event = visit::PrintTopic{}};
    View view = frame(of, Backward::yes, print, Text{topic.title});
    const auto planned = content::make_topic(topic, of.library);
    view.parts.emplace_back(Reading{.texts = advice_of(of, {&planned, 1})});
    return view;
}

List<Said> advice_of(const Describer& of, std::span<const content::PlanPaper> papers) {
    const Sayer sayer(of.visit, of.library, of.machine);
    List<Said> texts;
    List<content::PhraseText> words;
    const auto add = [&](const Said& said) {
        auto spoken = sayer.say(said);
        if (std::find(words.begin(), words.end(), spoken) != words.end()) return;
        words.push_back(std::move(spoken));
        texts.push_back(said);
    };
    for (const auto& planned : papers) {
        for (const auto& section : planned.sections) {
            for (const auto& block : section.blocks) {
                if (block.block->kind != content::Block::Kind::items) continue;  // a label of lines to write on
                for (const auto& item : block.items) add(Advised{item.advice, item.text});
            }
        }
    }
    const auto& advice = of.library.advice;
    for (std::size_t at = 0; at < advice.size(); ++at) {
        if (!advice[at].every_page || advice[at].unchecked_since == content::Date{}) continue;
        add(Advised{static_cast<content::AdviceIndex>(at), *advice[at].every_page});
    }
    return texts;
}

}  // namespace pocketplan::view
