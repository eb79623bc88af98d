#include "tests/support/view_text.h"

namespace pocketplan::tests {
namespace {

class Writer {
public:
    explicit Writer(const view::Sayer& sayer) : sayer_(sayer) {}

    std::string take() { return std::move(text_); }

    void line(const std::string& mark, const view::Said& said) {
        if (!view::is_nothing(said)) text_ += "  " + mark + words(said) + "\n";
    }
    void source(const std::string& mark, const view::Said& said) {
        const auto text = sayer_.show_to_staff(said).second;
        if (!text.empty()) text_ += "  " + mark + std::string(text.begin(), text.end()) + "\n";
    }
    void control(const view::Control& control) {
        const char* const box = control.pick == view::Pick::one         ? (control.chosen ? "(o) " : "( ) ")
                                : control.pick == view::Pick::many      ? (control.chosen ? "[x] " : "[ ] ")
                                : control.pick == view::Pick::on_or_off ? (control.chosen ? "[on] " : "[off] ")
                                : control.chosen                        ? "* "
                                                                        : "";
        text_ += std::string("  ") + (control.rank == view::Rank::strong ? "> " : "- ") + box;
        text_ += words(control.label) + "  <" + std::string(control.id) + ">";
        if (control.icon != Icon::none) text_ += " " + std::string(name_of(control.icon));
        if (control.sign != Icon::none) text_ += " " + std::string(name_of(control.sign));
        if (!control.enabled) text_ += " off";
        text_ += "\n";
        line("    ", control.note);
    }
    void controls(const view::List<view::Control>& all) {
        for (const auto& one : all) control(one);
    }
    void count(const std::string& what, std::size_t number) {
        text_ += "  " + what + ": " + std::to_string(number) + "\n";
    }
    void field(const view::Field& field) {
        text_ += "  _ " + words(field.label) + "  <" + std::string(field.id) + ">" + (field.focused ? " *" : "") + "\n";
    }

    void operator()(const view::Notice& notice) {
        line("! ", notice.sentence);
        line("! ", notice.remedy);
        if (notice.for_staff) source("! ", notice.remedy);
        if (notice.action) control(*notice.action);
    }
    void operator()(const view::Banner& banner) {
        text_ += "  [" + std::string(name_of(banner.icon)) + "]\n";
        line("!! ", banner.said);
        source("!! ", banner.said);
    }
    void operator()(const view::Paragraph& paragraph) { line("", paragraph.said); }
    void operator()(const view::PointedLines& pointed) {
        text_ += "  [" + std::string(name_of(pointed.picture)) + "]\n";
        for (const auto& one : pointed.lines) line("", one.said);
    }
    void operator()(const view::Offer& offer) {
        control(offer.first);
        controls(offer.others);
    }
    void operator()(const view::Emblem& emblem) {
        text_ += "  [" + std::string(name_of(emblem.icon)) + "]\n";
        controls(emblem.beside);
    }
    void operator()(const view::Cards& cards) { controls(cards.controls); }
    void operator()(const view::LanguageCards& cards) { controls(cards.controls); }
    void operator()(const view::Writing& writing) {
        line("+ ", writing.added);
        for (const auto& one : writing.fields) field(one);
        if (writing.uncover) control(*writing.uncover);
        if (!writing.candidates.empty()) count("candidates", writing.candidates.size());
        writing.pad ? count("keys of the pad", writing.pad->keys.size())
                    : count("rows of keys", writing.keyboard.rows.size());
    }
    void operator()(const view::Search& search) {
        search.open ? control(*search.open) : field(search.field);
        if (!search.likely.empty()) {
            controls(search.likely);
            line("  - ", search.all);
        }
        count("found", search.found.size());
        line("! ", search.none);
        if (search.keyboard) count("rows of keys", search.keyboard->rows.size());
    }
    void operator()(const view::Tabs& tabs) { controls(tabs.controls); }
    void operator()(const view::Grid& grid) {
        for (const auto& group : grid.groups) controls(group);
    }
    void operator()(const view::Calendar& calendar) {
        line("", calendar.month);
        control(calendar.before);
        control(calendar.after);
        for (const auto& weekday : calendar.weekdays) line("| ", weekday);
        controls(calendar.days);
        line("= ", calendar.picked);
    }
    void operator()(const view::Clock& clock) {
        for (const auto& half : clock.halves) control(half);
        line("", clock.hour);
        controls(clock.hours);
        line("", clock.minute);
        controls(clock.minutes);
        line("= ", clock.picked);
    }
    void operator()(const view::Reading& reading) { count("texts", reading.texts.size()); }
    void operator()(const view::Sheets& sheets) {
        text_ += "  sheets: " + std::to_string(sheets.done) + " of " + std::to_string(sheets.pages) + "\n";
    }
    void sheet(const view::SheetCard& card) {
        line("", card.title);
        count("  picture", static_cast<std::size_t>(card.picture.value_or(-1)));
        control(card.see);
        if (card.prints) control(*card.prints);
    }
    void operator()(const view::SheetCards& sheets) {
        for (const auto& card : sheets.cards) sheet(card);
    }
    void operator()(const view::SeenSheet& seen) {
        control(seen.hide);
        sheet(seen.sheet);
        if (seen.sheet.pictured) control(*seen.sheet.pictured);
        line("", seen.place);
        for (const auto& turn : seen.turn) {
            if (turn) control(*turn);
        }
    }
    void operator()(const view::Setting& setting) {
        line("", setting.title);
        controls(setting.controls);
    }
    void operator()(const view::Foot& foot) {
        line("", foot.total);
        line("", foot.copies);
        controls(foot.counts);
        if (foot.answers) control(*foot.answers);
    }
    void operator()(const view::CardOutline& card) {
        count("millimetres of card", static_cast<std::size_t>(card.width));
    }
    void operator()(const view::Curtain& curtain) {
        line("(aloud) ", curtain.aloud);
        controls(curtain.controls);
    }

private:
    [[nodiscard]] std::string words(const view::Said& said) const {
        const auto text = sayer_.say(said);
        return {text.begin(), text.end()};
    }

    const view::Sayer& sayer_;
    std::string text_;
};

}  // namespace

std::string text_of(const view::View& view, const view::Sayer& sayer) {
    Writer writer(sayer);
    writer.line("# ", view.title);
    writer.line("", view.below);
    writer.line("! ", view.error);
    if (view.leave) writer.control(*view.leave);
    writer.controls(view.corner);
    for (const auto& part : view.parts) std::visit(writer, part);
    for (const auto& control : view.bar.controls) {
        if (control) writer.control(*control);
    }
    return writer.take();
}

}  // namespace pocketplan::tests
