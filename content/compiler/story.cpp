#include "content/compiler/story.h"

#include <algorithm>
#include <set>

#include "content/compiler/given.h"
#include "content/plan.h"

namespace pocketplan::content::compiler {
namespace {

using Names = std::set<std::string>;

// Takes answers from YAML, where an alias can stand for a list that holds itself, or for millions of values.
class Giver {
public:
    Given given_of(const Yaml& node) {
        Given given;
        given.line = node.place().line;
        if (left_ == 0) return given;
        if (--left_ == 0 || levels_ == most_levels) {
            left_ = 0;
            node.fault("'answers' holds too much; write out what *aliases stand for");
            return given;
        }
        ++levels_;
        if (node.is_text()) {
            given.kind = Given::Kind::text;
            given.text = node.text();
        } else if (node.is_map()) {
            given.kind = Given::Kind::parts;
            for (const auto& [key, value] : node.pairs()) given.parts.push_back({key.text(), given_of(value)});
        } else if (!node.is_empty()) {
            given.kind = Given::Kind::list;
            for (const auto& part : node.list()) given.list.push_back(given_of(part));
        }
        --levels_;
        return given;
    }

private:
    static constexpr int most_levels = 32;  // an interview has three
    int levels_ = 0;
    int left_ = 10'000;  // values, of which a whole interview has some dozens
};

std::vector<const Advice*> advice_on(const PlanPaper& paper, const Library& library) {
    std::vector<const Advice*> said;
    for (const auto& section : paper.sections) {
        for (const auto& block : section.blocks) {
            for (const auto& item : block.items) said.push_back(&library.advised(item.advice));
        }
    }
    return said;
}

bool is_called(const Advice& advice, const std::string& name) {
    return advice.fact == name || advice.id == name;
}

std::string joined(const Names& names) {
    std::string list;
    for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
}

class StoryTeller {
public:
    StoryTeller(std::string name, const Plan& plan, const Library& library)
        : name_(std::move(name)), plan_(plan), library_(library) {}

    void check_paper(const Yaml& key, const Yaml& wanted) const {
        const std::string id = key.text();
        wanted.allow_keys({"says", "never", "exactly"});
        if (!is_paper(id)) return tell(key, "papers.yaml has no paper '" + id + "'");
        const auto paper =
            std::find_if(plan_.papers.begin(), plan_.papers.end(), [&](const auto& p) { return p.paper->id == id; });
        if (paper == plan_.papers.end()) {
            return tell(key, "the paper '" + id + "' is not printed; correct its 'when' or the story");
        }
        const auto said = advice_on(*paper, library_);
        const Names exactly = names_of(wanted, "exactly");
        Names missing = absent(names_of(wanted, "says"), said);
        missing.merge(absent(exactly, said));
        if (!missing.empty()) tell(key, "the paper '" + id + "' does not say " + joined(missing) + remedy);
        Names extra = present(names_of(wanted, "never"), said);
        for (const auto* advice : said) {
            const auto listed = [&](const std::string& name) { return is_called(*advice, name); };
            if (wanted.has("exactly") && std::none_of(exactly.begin(), exactly.end(), listed)) {
                extra.insert(advice->fact + " (" + advice->id + ")");
            }
        }
        if (!extra.empty()) tell(key, "the paper '" + id + "' should not say " + joined(extra) + remedy);
    }

    void check_unprinted(const Yaml& paper) const {
        const std::string id = paper.text();
        if (!is_paper(id)) return tell(paper, "papers.yaml has no paper '" + id + "'");
        const bool printed =
            std::any_of(plan_.papers.begin(), plan_.papers.end(), [&](const auto& p) { return p.paper->id == id; });
        if (printed) tell(paper, "the paper '" + id + "' is printed; correct its 'when' or the story");
    }

private:
    static constexpr const char* remedy = "; correct the conditions or the story";

    void tell(const Yaml& node, const std::string& message) const { node.fault("story '" + name_ + "': " + message); }

    [[nodiscard]] bool is_paper(const std::string& id) const {
        return std::any_of(library_.papers.begin(), library_.papers.end(), [&](const Paper& p) { return p.id == id; });
    }

    // Facts or advice; an unknown one is a fault.
    [[nodiscard]] Names names_of(const Yaml& wanted, const char* key) const {
        Names names;
        for (const auto& part : wanted.list(key)) {
            const std::string name = part.text();
            const auto known = std::find_if(library_.advice.begin(), library_.advice.end(),
                                            [&](const Advice& advice) { return is_called(advice, name); });
            if (known == library_.advice.end()) {
                tell(part, "advice.yaml has no fact or advice '" + name + "'");
            } else if (known->placements.empty()) {
                tell(part, "'" + name + "' is at the foot of every page, which no story asks for");
            } else {
                names.insert(name);
            }
        }
        return names;
    }

    static Names present(const Names& names, const std::vector<const Advice*>& said) {
        Names found;
        for (const auto& name : names) {
            const bool here =
                std::any_of(said.begin(), said.end(), [&](const Advice* advice) { return is_called(*advice, name); });
            if (here) found.insert(name);
        }
        return found;
    }
    static Names absent(const Names& names, const std::vector<const Advice*>& said) {
        Names missing = names;
        for (const auto& name : present(names, said)) missing.erase(name);
        return missing;
    }

    std::string name_;
    const Plan& plan_;
    const Library& library_;
};

void tell_story(const Yaml& node, const Library& library, std::vector<Story>& stories) {
    node.allow_keys({"story", "answers", "papers", "not_printed", "sheets"});
    const std::string name = node.text("story");
    if (!node.has("answers")) node.fault("'answers' is missing; {} is a visitor who skipped everything");
    auto answers = read_answers(Giver().given_of(node.at("answers")), library);
    if (node.has("answers") && !answers) {
        const auto& fault = answers.error();
        node.fault_at(fault.line, "story '" + name + "': " + fault.place + ": " + fault.message);
    }
    if (!answers) return;
    const Plan plan = make_plan(*answers, library);
    const StoryTeller teller(name, plan, library);
    if (!node.has("papers") && !node.has("not_printed") && !node.has("sheets")) {
        node.fault("story '" + name + "': nothing is expected; write papers, not_printed or sheets");
    }
    for (const auto& [paper, wanted] : node.at("papers").pairs()) teller.check_paper(paper, wanted);
    for (const auto& paper : node.list("not_printed")) teller.check_unprinted(paper);
    std::optional<int> sheets;
    if (node.has("sheets")) sheets = node.number_or("sheets", 1);
    stories.push_back({name, std::move(*answers), sheets, node.at("sheets").place()});
}

}  // namespace

std::vector<Story> check_stories(const Yaml& root, const Library& library) {
    std::vector<Story> stories;
    Names names;
    for (const auto& node : root.list()) {
        const std::string name = node.text_or("story", "");
        if (!name.empty() && !names.insert(name).second)
            node.fault("two stories are called '" + name + "'; rename one");
        tell_story(node, library, stories);
    }
    return stories;
}

}  // namespace pocketplan::content::compiler
