#include <algorithm>
#include <charconv>
#include <regex>

#include "assets/icon.h"
#include "content/compiler/parts.h"

namespace pocketplan::content::compiler {
namespace {

// What an author may write as a kind: that of an answer, or `group` for a choice of write or blank.
std::vector<std::string_view> names_of_kinds() {
    std::vector<std::string_view> names;
    for (const auto& kind : kinds_of_answers) names.push_back(kind.name);
    names.push_back("group");
    return names;
}
constexpr int most_digits_of_all = 20;  // nobody knows by heart, or carries on paper, a longer one

// More would not fit on three pages of the smallest display at the largest text size.
constexpr std::size_t most_options = 9;

std::string known_icons() {
    std::string list;
    for (const auto icon : all_icons) list += (list.empty() ? "" : ", ") + std::string(name_of(icon));
    return list;
}

class InterviewReader {
public:
    InterviewReader(const Conditions& conditions, Catalogue& texts, Library& library)
        : conditions_(conditions), texts_(texts), library_(library) {}

    void read(const Yaml& node, const std::string& prefix, const Condition& within) {
        node.allow_keys({"id", "kind", "options", "none", "when", "sensitive", "longest", "at_most", "digits",
                         "grouping", "past", "minutes_apart", "likely", "on_review", "fields"});
        const std::string id = node.text("id");
        if (!is_id(id)) node.fault("the id '" + id + "' must be made of a-z, 0-9 and _");
        Question question;
        question.id = prefix + id;
        if (library_.find_question(question.id)) node.fault("the question '" + question.id + "' is defined twice");
        const std::size_t kind = node.one_of("kind", names_of_kinds(), 0);
        question.group = kind == kinds_of_answers.size();
        question.kind = question.group ? AnswerKind::choice : kinds_of_answers[kind].kind;
        read_texts(node, question);
        question.when = both(within, conditions_.read(node, "when", library_));
        read_options(node, question);
        read_limits(node, question);
        read_likely(node, question);
        library_.questions.push_back(question);
        if (question.group) read_fields(node, question);
    }

private:
    void read_texts(const Yaml& node, Question& question) {
        question.text = texts_.need("question." + question.id, node.place());
        const std::string why = "question." + question.id + ".why";
        if (texts_.has(why)) question.why = texts_.need(why, node.place());
    }

    void read_options(const Yaml& node, Question& question) {
        if (question.group) {
            add_option(node, question, {"blank", "pen", {}, false});
            add_option(node, question, {"write", "keyboard", {}, false});
        }
        for (const auto& part : node.list("options")) {
            Option option;
            option.id = part.is_map() ? part.text("id") : part.text();
            option.icon = part.is_map() ? read_icon(part) : "";
            option.alone = part.is_map() && part.flag_or("alone", false);
            if (part.is_map()) part.allow_keys({"id", "icon", "alone"});
            add_option(part, question, std::move(option));
        }
        const bool chooses = question.kind == AnswerKind::choice || question.kind == AnswerKind::choices;
        if (chooses && question.options.size() < 2) node.fault("'" + question.id + "' needs two options or more");
        if (question.options.size() > most_options)
            node.fault("'" + question.id + "' has more than " + std::to_string(most_options) +
                       " options; split the question");
        if (!chooses && !question.options.empty()) node.fault("only a choice or choices has options");
        question.none_of_these = node.flag_or("none", false);
    }

    void add_option(const Yaml& node, Question& question, Option option) {
        if (!is_id(option.id) || option.id == "skipped" || option.id == "answered") {
            node.fault("an option cannot be called '" + option.id + "'");
        }
        const bool twice = std::any_of(question.options.begin(), question.options.end(),
                                       [&](const Option& o) { return o.id == option.id; });
        if (twice) node.fault("the option '" + option.id + "' is defined twice");
        option.label = texts_.need("option." + question.id + "." + option.id, node.place());
        question.options.push_back(std::move(option));
    }

    static void read_limits(const Yaml& node, Question& question) {
        question.sensitivity = static_cast<Sensitivity>(node.one_of("sensitive", {"none", "low", "medium", "high"}, 0));
        question.longest = node.number_or("longest", question.longest);
        question.at_most = node.number_or("at_most", question.at_most);
        question.on_review = node.flag_or("on_review", false);
        question.past = node.flag_or("past", false);
        question.minutes_apart = node.number_or("minutes_apart", question.minutes_apart);
        if (question.minutes_apart < 1 || question.minutes_apart > 60) {
            node.fault("minutes_apart must be from 1 to 60");
        }
        if (question.kind != AnswerKind::number) return;
        const std::string range = node.text("digits");
        const auto dash = range.find('-');
        const char* const end = range.data() + range.size();
        const bool good = dash != std::string::npos &&
                          std::from_chars(range.data(), end, question.fewest_digits).ec == std::errc{} &&
                          std::from_chars(range.data() + dash + 1, end, question.most_digits).ec == std::errc{} &&
                          question.fewest_digits > 0 && question.fewest_digits <= question.most_digits &&
                          question.most_digits <= most_digits_of_all;
        if (!good) return node.at("digits").fault("'digits' must be a range such as 7-9, up to 20");
        question.grouping = node.text_or("grouping", std::string(static_cast<std::size_t>(question.most_digits), '0'));
        if (std::count(question.grouping.begin(), question.grouping.end(), '0') < question.most_digits) {
            node.at("grouping").fault("'grouping' needs a 0 for each digit, such as A 000-000-000");
        }
    }

    void read_likely(const Yaml& node, Question& question) const {
        if (!node.has("likely")) return;
        if (question.kind != AnswerKind::country) return node.at("likely").fault("only a country has likely ones");
        for (const auto& part : node.list("likely")) {
            const auto country = library_.find_country(part.text());
            if (!country) {
                part.fault("no country '" + part.text() +
                           "' in countries.yaml; write its two letters of ISO 3166-1, such as MX");
            } else if (std::find(question.likely.begin(), question.likely.end(), *country) != question.likely.end()) {
                part.fault("the country '" + part.text() + "' is likely twice; take one out");
            } else {
                question.likely.push_back(*country);
            }
        }
    }

    void read_fields(const Yaml& node, const Question& group) {
        const auto index = static_cast<QuestionIndex>(library_.questions.size() - 1);
        constexpr auto write = static_cast<std::uint8_t>(GroupOption::write);
        const Condition written{{{Condition::Operation::is_option, index, write}}};
        for (const auto& field : node.list("fields")) read(field, group.id + ".", both(group.when, written));
    }

    const Conditions& conditions_;
    Catalogue& texts_;
    Library& library_;
};

}  // namespace

std::string read_icon(const Yaml& node) {
    std::string icon = node.text_or("icon", "");
    if (node.has("icon") && !icon_named(icon)) {
        node.at("icon").fault("unknown icon '" + icon + "'; use one of " + known_icons());
    }
    return icon;
}

bool is_id(const std::string& id) {
    return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

Condition both(const Condition& first, const Condition& second) {
    if (first.steps.empty()) return second;
    if (second.steps.empty()) return first;
    Condition joined = first;
    joined.steps.insert(joined.steps.end(), second.steps.begin(), second.steps.end());
    joined.steps.push_back({Condition::Operation::both, {}, 0});
    return joined;
}

Condition Conditions::parse(const Yaml& text, const Library& library) const {
    static const std::regex word("[A-Za-z0-9_.]+");
    const std::string all = text.text();
    said.insert(std::sregex_token_iterator(all.begin(), all.end(), word), std::sregex_token_iterator());
    const auto parsed = parse_condition(all, library, names);
    if (parsed) return *parsed;
    text.fault("condition, column " + std::to_string(parsed.error().column + 1) + ": " + parsed.error().message);
    return {};
}

Condition Conditions::read(const Yaml& node, const char* key, const Library& library) const {
    return node.has(key) ? parse(node.at(key), library) : Condition{};
}

Conditions read_interview(const Yaml& root, Catalogue& texts, Library& library) {
    root.allow_keys({"conditions", "questions"});
    const auto named = root.at("conditions").pairs();
    Conditions conditions;
    std::size_t known = 0;
    // A name can be used once all the questions that it refers to are known, so it is read as soon as it parses.
    const auto read_names = [&] {
        while (known < named.size()) {
            const auto parsed = parse_condition(named[known].second.text(), library, conditions.names);
            if (!parsed) return;
            conditions.names.emplace_back(named[known].first.text(), conditions.parse(named[known].second, library));
            ++known;
        }
    };
    InterviewReader reader(conditions, texts, library);
    for (const auto& question : root.list("questions")) {
        read_names();
        reader.read(question, "", {});
    }
    read_names();
    for (; known < named.size(); ++known) {
        conditions.names.emplace_back(named[known].first.text(), conditions.parse(named[known].second, library));
    }
    return conditions;
}

}  // namespace pocketplan::content::compiler
