#include <algorithm>
#include <array>
#include <set>

#include "content/compiler/parts.h"
#include "content/phrase.h"
#include "content/plan.h"

namespace pocketplan::content::compiler {
namespace {

// The questions that conditions or papers refer to.
class Uses {
public:
    explicit Uses(const Library& library) {
        for (const auto& question : library.questions) add(question.when);
        for (const auto& item : library.advice) {
            for (const auto& placement : item.placements) add(placement.when);
        }
        for (const auto* papers : {&library.papers, &library.topics}) {
            for (const auto& paper : *papers) add(paper);
        }
    }
    [[nodiscard]] bool has(QuestionIndex question) const { return questions_.contains(question); }

private:
    void add(const Condition& condition) {
        using Operation = Condition::Operation;
        for (const auto& step : condition.steps) {
            const bool asks = step.operation == Operation::is_option || step.operation == Operation::is_skipped ||
                              step.operation == Operation::is_answered;
            if (asks) questions_.insert(step.question);
        }
    }
    void add(const Paper& paper) {
        add(paper.when);
        for (const auto& note : paper.notes) add(note.when);
        for (const auto& section : paper.sections) {
            add(section.when);
            for (const auto& heading : section.headings) add(heading.when);
            for (const auto& block : section.blocks) {
                add(block.when);
                questions_.insert(block.answers.begin(), block.answers.end());
            }
        }
    }

    std::set<QuestionIndex> questions_;
};

void check_values(const Yaml& pack, const Library& library) {
    const auto& texts = library.languages.front().texts;
    for (const auto& [name, value] : pack.at("values").pairs()) {
        const auto put = isolated(value.text(), ValueDirection::isolated);
        const bool said = std::any_of(texts.begin(), texts.end(),
                                      [&](const auto& text) { return text.find(view(put)) != std::string::npos; });
        if (!said) name.fault("no text uses the value {" + name.text() + "}; use it, or take it out");
    }
}

void check_questions(const Yaml& interview, const Library& library) {
    const Uses uses(library);
    const auto check = [&](const Yaml& part, const std::string& id) {
        const auto index = library.find_question(id);
        if (index && !uses.has(*index)) {
            part.fault("nothing uses the answer of '" + id + "'; print it, name it in a condition, or do not ask");
        }
    };
    for (const auto& question : interview.list("questions")) {
        const std::string id = question.text("id");
        check(question, id);
        for (const auto& field : question.list("fields")) check(field, id + "." + field.text("id"));
    }
}

void check_conditions(const Yaml& interview, const Conditions& conditions) {
    for (const auto& [name, condition] : interview.at("conditions").pairs()) {
        if (!conditions.said.contains(name.text())) {
            name.fault("nothing uses the condition '" + name.text() + "'; take it out");
        }
    }
}

// Texts in a plan that speak of answers to somebody who gave none.
void check_blank_plan(const Catalogue& texts, const Library& library, Faults& faults) {
    constexpr std::array<std::string_view, 3> claims{"you told us", "you said", "you answered"};
    const auto check = [&](TextIndex index) {
        const auto at = static_cast<std::size_t>(index);
        std::string text = library.languages.front().texts[at];
        std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
        for (const auto claim : claims) {
            if (text.find(claim) == std::string::npos) continue;
            const auto& id = library.text_ids[at];
            faults.push_back({texts.place_of(0, id), "'" + id + "' says '" + std::string(claim) +
                                                         "', and is printed for somebody who skipped every question; "
                                                         "give it a condition that they do not meet"});
        }
    };
    const Plan blank = make_plan(Answers(library.questions.size()), library);
    for (const auto& paper : blank.papers) {
        if (paper.note) check(*paper.note);
        for (const auto& section : paper.sections) {
            if (section.heading) check(*section.heading);
            for (const auto& [block, items] : section.blocks) {
                if (block->has_text) check(block->text);
                for (const auto& item : items) check(item.text);
            }
        }
    }
}

}  // namespace

void check_unused(const Yaml& pack, const Yaml& interview, const Conditions& conditions, const Catalogue& texts,
                  const Library& library, Faults& faults) {
    check_values(pack, library);
    check_questions(interview, library);
    check_conditions(interview, conditions);
    check_blank_plan(texts, library, faults);
}

}  // namespace pocketplan::content::compiler
