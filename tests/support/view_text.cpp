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
    void control(const view::Control& control) {
        const char* const box = control.pick == view::Pick::one    ? (control.chosen ? "(o) " : "( ) ")
                                : control.pick == view::Pick::many ? (control.chosen ? "[x] " : "[ ] ")
                                : control.chosen                   ? "* "
                                                                   : "";
        text_ += std::string("  ") + (control.rank == view::Rank::strong ? "> " : "- ") + box;
        text_ += words(control.label) + "  <" + std::string(control.id) + ">";
        if (control.icon != Icon::none) text_ += " " + std::string(name_of(control.icon));
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
    }
    void operator()(const view::Paragraph& paragraph) { line("", paragraph.said); }
    void operator()(const view::Pointed& line_) { line("", line_.said); }
    void operator()(const view::Emblem& emblem) {
        text_ += "  [" + std::string(name_of(emblem.icon)) + "]\n";
        if (emblem.beside) control(*emblem.beside);
    }
    void operator()(const view::Cards& cards) { controls(cards.controls); }
    void operator()(const view::LanguageCards& cards) { controls(cards.controls); }
    void operator()(const view::Writing& writing) {
        for (const auto& one : writing.fields) field(one);
        if (!writing.candidates.empty()) count("candidates", writing.candidates.size());
        writing.pad ? count("keys of the pad", writing.pad->keys.size())
                    : count("rows of keys", writing.keyboard.rows.size());
    }
    void operator()(const view::Search& search) {
        field(search.field);
        count("found", search.found.size());
        count("rows of keys", search.keyboard.rows.size());
    }
    void operator()(const view::Tabs& tabs) { controls(tabs.controls); }
    void operator()(const view::Grid& grid) {
        for (const auto& group : grid.groups) controls(group);
    }
    void operator()(const view::Reading& reading) { count("texts", reading.texts.size()); }
    void operator()(const view::Sheets& sheets) {
        text_ += "  sheets: " + std::to_string(sheets.done) + " of " + std::to_string(sheets.pages) + "\n";
    }
    void operator()(const view::Setting& setting) {
        line("", setting.title);
        controls(setting.controls);
    }
    void operator()(const view::Copies& copies) {
        line("", copies.label);
        for (const auto& one : copies.counts) control(one);
        if (copies.answers) control(*copies.answers);
    }
    void operator()(const view::Curtain& curtain) { control(curtain.control); }

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
    writer.controls(view.corner);
    for (const auto& part : view.parts) std::visit(writer, part);
    for (const auto& control : view.bar.controls) {
        if (control) writer.control(*control);
    }
    return writer.take();
}

}  // namespace pocketplan::tests
