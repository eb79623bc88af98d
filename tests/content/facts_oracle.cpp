#include "tests/content/facts_oracle.h"

#include <regex>
#include <stdexcept>
#include <vector>

namespace pocketplan::tests {
namespace {

using Options = std::set<std::string>;

bool meets(const Options& one, const Options& other) {
    for (const auto& option : one) {
        if (other.contains(option)) return true;
    }
    return false;
}

// The names in the table's conditions, worked out from one visitor's answers. Their meanings are written here a second
// time, so that the pack can be checked against them.
class Names {
public:
    explicit Names(const Given& given) {
        const auto value = [&](const char* question) {
            const auto found = given.find(question);
            return found == given.end() ? Options{"skipped"} : found->second;
        };
        const auto set = [&](const char* question) {
            const auto found = given.find(question);
            return found == given.end() ? Options{} : found->second;
        };
        const Options hidden{"(not asked)"};
        const auto appointment = value("appointment");
        const auto situation = set("situation");
        const bool missed = situation.contains("missed");
        const bool in_person = meets(appointment, {"ice_office", "isap_office", "not_sure", "skipped"}) ||
                               (appointment.contains("none") && missed);
        const bool seen = in_person || appointment.contains("isap_home");
        const bool due = !appointment.contains("none") || missed;
        const bool moves = meets(situation, {"moving", "cannot_place"});
        const bool ice_place = meets(appointment, {"ice_office", "not_sure", "skipped"});
        const bool isap_now = meets(appointment, {"isap_office", "isap_home", "isap_phone"}) ||
                              meets(situation, {"ankle_monitor", "isap"});

        values_["appointment"] = appointment;
        values_["situation"] = situation;
        values_["bring"] = seen ? set("bring") : Options{};
        values_["medicine"] = in_person ? value("medicine") : hidden;
        values_["lawyer"] = value("lawyer");
        values_["child"] = value("child");
        values_["fear"] = due ? value("fear") : hidden;
        values_["move_form"] = moves ? value("move_form") : hidden;

        truths_["True"] = true;
        truths_["due"] = due;
        truths_["in_person"] = in_person;
        truths_["seen_in_person"] = seen;
        truths_["bring_unknown"] = seen && !given.contains("bring");
        truths_["ice_place"] = ice_place;
        truths_["moves"] = moves;
        truths_["isap_now"] = isap_now;
        truths_["isap"] = isap_now || appointment.contains("not_sure");
        truths_["unsure_of_check_in"] = meets(appointment, {"not_sure", "none", "skipped"});
        truths_["may_miss"] = meets(situation, {"missed", "cannot_time", "cannot_date", "cannot_place", "no_answer"});
        truths_["reschedule"] =
            meets(situation, {"cannot_date", "missed"}) || (situation.contains("cannot_time") && !ice_place);
        truths_["log"] = meets(situation, {"missed", "cannot_date", "cannot_place", "no_answer", "moving"});
        home_papers_ =
            appointment.contains("isap_home") && (!values_["bring"].empty() || truths_["bring_unknown"] || missed);
    }

    [[nodiscard]] bool truth(const std::string& name) const { return truths_.at(name); }
    [[nodiscard]] bool knows(const std::string& name) const { return truths_.contains(name); }
    [[nodiscard]] const Options& value(const std::string& name) const { return values_.at(name); }
    // Whether the paper exists at all, and whether this fact may be on it.
    [[nodiscard]] bool allows(const std::string& paper, const std::string& fact) const {
        if (paper == "packing") {
            if (!truth("in_person") && !home_papers_) return false;
            return fact != "F23" || truth("in_person");
        }
        if (paper == "log") return truth("log");
        const bool first_person = fact == "F32" || fact == "F38";
        return paper != "card" || !first_person || value("fear").contains("yes");
    }

private:
    std::map<std::string, Options> values_;
    std::map<std::string, bool> truths_;
    bool home_papers_ = false;
};

// Reads one condition of the table.
class Evaluator {
public:
    Evaluator(const std::string& text, const Names& names) : names_(names) {
        static const std::regex token(R"('[^']*'|[A-Za-z_]+|==|!=|[(){},&])");
        tokens_ = {std::sregex_token_iterator(text.begin(), text.end(), token), std::sregex_token_iterator()};
    }
    bool evaluate() {
        const bool truth = either();
        if (at_ != tokens_.size()) throw std::runtime_error("left over: " + tokens_[at_]);
        return truth;
    }

private:
    bool accept(const std::string& token) {
        if (at_ >= tokens_.size() || tokens_[at_] != token) return false;
        ++at_;
        return true;
    }
    std::string take() { return tokens_.at(at_++); }
    static std::string unquoted(const std::string& token) { return token.substr(1, token.size() - 2); }

    bool either() {
        bool truth = both();
        while (accept("or")) truth = both() || truth;
        return truth;
    }
    bool both() {
        bool truth = single();
        while (accept("and")) truth = single() && truth;
        return truth;
    }
    bool single() {
        if (accept("not")) return !single();
        if (accept("(")) {
            const bool truth = either();
            if (!accept(")")) throw std::runtime_error("no )");
            return truth;
        }
        const auto first = take();
        if (first.front() == '\'') {  // 'option' in question
            if (!accept("in")) throw std::runtime_error("no in");
            return names_.value(take()).contains(unquoted(first));
        }
        if (names_.knows(first)) return names_.truth(first);
        const auto& value = names_.value(first);
        if (accept("==")) return value.contains(unquoted(take()));
        if (accept("!=")) return !value.contains(unquoted(take()));
        if (accept("in") || accept("&")) return meets(value, list());
        throw std::runtime_error("cannot read " + first);
    }
    Options list() {
        take();
        Options options;
        do {
            options.insert(unquoted(take()));
        } while (accept(","));
        take();
        return options;
    }

    const Names& names_;
    std::vector<std::string> tokens_;
    std::size_t at_ = 0;
};

}  // namespace

std::string describe(const Given& given) {
    return nlohmann::json(given).dump();
}

std::map<std::string, Options> FactsOracle::papers(const Given& given) const {
    const Names names(given);
    std::map<std::string, Options> papers;
    for (const auto& fact : table_["facts"]) {
        const auto when = fact["when"].get<std::string>();
        if (when == "screen" || when == "never" || !Evaluator(when, names).evaluate()) continue;
        for (const auto& paper : fact["papers"]) {
            const auto id = paper.get<std::string>();
            if (id == "every" || id == "screen" || !names.allows(id, fact["id"].get<std::string>())) continue;
            papers[id].insert(fact["id"].get<std::string>());
        }
    }
    return papers;
}

}  // namespace pocketplan::tests
