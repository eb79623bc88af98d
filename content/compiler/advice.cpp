#include <algorithm>

#include "content/compiler/parts.h"

namespace pocketplan::content::compiler {
namespace {

class AdviceReader {
public:
    AdviceReader(const Conditions& conditions, Catalogue& texts, Library& library)
        : conditions_(conditions), texts_(texts), library_(library) {}

    void read(const Yaml& node) {
        node.allow_keys({"id", "fact", "source", "wording", "icon", "when", "papers"});
        Advice advice;
        advice.id = node.text("id");
        advice.fact = node.text("fact");
        advice.source = node.text("source");
        advice.wording = node.text("wording");
        advice.icon = read_icon(node);
        const bool sourced = std::any_of(library_.sources.begin(), library_.sources.end(),
                                         [&](const Source& s) { return s.id == advice.source; });
        if (!sourced && node.has("source")) {
            node.at("source").fault("'" + advice.id + "' names no source of sources.yaml: '" + advice.source +
                                    "'; it has " + known_sources());
        }
        const bool twice = std::any_of(library_.advice.begin(), library_.advice.end(),
                                       [&](const Advice& a) { return a.id == advice.id; });
        if (twice) node.fault("the advice '" + advice.id + "' is defined twice");
        const Condition when = conditions_.read(node, "when", library_);
        for (const auto& place : node.list("papers")) read_placement(place, advice, when);
        if (advice.placements.empty() && !advice.every_page) node.fault("'" + advice.id + "' is on no paper; list one");
        library_.advice.push_back(std::move(advice));
    }

private:
    void read_placement(const Yaml& node, Advice& advice, const Condition& when) {
        if (node.is_text()) return place(node, node.text(), advice, when);
        const auto pairs = node.pairs();
        if (pairs.size() != 1) return node.fault("expected paper.section, or paper.section: condition");
        const auto& [where, condition] = pairs.front();
        place(where, where.text(), advice, both(when, conditions_.parse(condition, library_)));
    }

    void place(const Yaml& node, const std::string& where, Advice& advice, const Condition& when) {
        if (where == "every") {
            advice.every_page = texts_.need("advice." + advice.id, node.place());
            return;
        }
        const auto dot = where.find('.');
        const std::string paper = where.substr(0, dot);
        const std::string special = "advice." + advice.id + "@" + paper;
        const TextIndex text = texts_.need(texts_.has(special) ? special : "advice." + advice.id, node.place());
        const std::string section = dot == std::string::npos ? "" : where.substr(dot + 1);
        if (!has_section(paper, section)) return node.fault("papers.yaml has no section '" + where + "'");
        const bool twice = std::any_of(advice.placements.begin(), advice.placements.end(),
                                       [&](const Placement& p) { return p.paper == paper && p.section == section; });
        if (twice) node.fault("'" + advice.id + "' is on " + where + " twice; join the conditions with 'or'");
        advice.placements.push_back({paper, section, text, when});
    }

    [[nodiscard]] std::string known_sources() const {
        std::string known;
        for (const auto& source : library_.sources) known += (known.empty() ? "" : ", ") + source.id;
        return known.empty() ? "none" : known;
    }

    [[nodiscard]] bool has_section(const std::string& paper, const std::string& section) const {
        for (const auto* papers : {&library_.papers, &library_.topics}) {
            for (const auto& known : *papers) {
                if (known.id != paper) continue;
                return std::any_of(known.sections.begin(), known.sections.end(),
                                   [&](const Section& s) { return s.id == section; });
            }
        }
        return false;
    }

    const Conditions& conditions_;
    Catalogue& texts_;
    Library& library_;
};

}  // namespace

void read_advice(const Yaml& root, const Conditions& conditions, Catalogue& texts, Library& library) {
    AdviceReader reader(conditions, texts, library);
    for (const auto& part : root.list()) reader.read(part);
}

}  // namespace pocketplan::content::compiler
