// Checks the check-in pack against the table of facts it was written from (tests/content/facts/facts.json): for
// thousands of random answer sets, each paper holds exactly the facts that the table says, according to an evaluator
// that shares no code with the engine's.

#include <fstream>
#include <random>
#include <set>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "content/interview.h"
#include "content/plan.h"
#include "tests/content/facts_oracle.h"

namespace pocketplan::tests {
namespace {

using Json = nlohmann::json;
using Papers = std::map<std::string, std::set<std::string>>;

Json read_json(const std::string& name) {
    std::ifstream in(std::string(SOURCE_DIR) + "/tests/content/facts/" + name);
    return Json::parse(in);
}

const content::Library& pack() {
    static const auto pack = content::load_library(std::string(BUILD_DIR) + "/content.db").value();
    return pack;
}

Papers said(const content::Answers& answers) {
    Papers papers;
    for (const auto& paper : content::make_plan(answers, pack()).papers) {
        auto& facts = papers[paper.paper->id];
        for (const auto& section : paper.sections) {
            for (const auto& block : section.blocks) {
                for (const auto& item : block.items) {
                    facts.insert(pack().advice[static_cast<std::size_t>(item.advice)].fact);
                }
            }
        }
    }
    return papers;
}

// Answers that a visitor could give, to hidden questions too: some skipped, some "none of these".
class RandomVisitor {
public:
    explicit RandomVisitor(unsigned seed) : random_(seed) {}

    Given answer(const Json& choices) {
        Given given;
        for (const auto& [question, options] : choices.items()) {
            if (chance(4)) continue;  // skipped
            auto& said = given[question];
            const bool several = question == "situation" || question == "bring";
            if (!several) {
                said.insert(options[random_() % options.size()].get<std::string>());
                continue;
            }
            for (const auto& option : options) {
                if (chance(3)) said.insert(option.get<std::string>());
            }
        }
        return given;
    }

private:
    bool chance(unsigned one_in) { return random_() % one_in == 0; }
    std::mt19937 random_;
};

content::Answers answers_of(const Given& given) {
    content::Answers answers(pack().questions.size());
    for (const auto& [id, said] : given) {
        const auto index = pack().find_question(id).value();
        const auto& question = pack().question(index);
        content::Choices choices;
        for (std::size_t at = 0; at < question.options.size(); ++at) {
            if (!said.contains(question.options[at].id)) continue;
            choices.options |= std::uint64_t{1} << at;
            if (question.kind == content::AnswerKind::choice) {
                answers.set(index, content::Choice{static_cast<std::uint8_t>(at)});
            }
        }
        if (question.kind == content::AnswerKind::choices) answers.set(index, choices);
    }
    return answers;
}

TEST(Facts, EveryPaperHoldsExactlyItsFactsForAnyAnswers) {
    const Json table = read_json("facts.json");
    const FactsOracle oracle(table);
    RandomVisitor visitor(20251211);
    for (int round = 0; round < 8000; ++round) {
        const Given given = visitor.answer(table["choices"]);
        ASSERT_EQ(said(answers_of(given)), oracle.papers(given)) << "round " << round << ": " << describe(given);
    }
}

TEST(Facts, StaleAnswersForgottenChangeNothingOnPaper) {
    const Json table = read_json("facts.json");
    RandomVisitor visitor(7);
    for (int round = 0; round < 2000; ++round) {
        auto answers = answers_of(visitor.answer(table["choices"]));
        const auto before = said(answers);
        content::forget_stale(pack(), answers);
        ASSERT_EQ(said(answers), before);
    }
}

TEST(Facts, EveryFactThatIsPrintedIsInThePack) {
    std::set<std::string> ours;
    for (const auto& advice : pack().advice) ours.insert(advice.fact);
    const Json table = read_json("facts.json");
    for (const auto& fact : table["facts"]) {
        const bool gap = fact["when"] == "never";
        EXPECT_EQ(ours.contains(fact["id"].get<std::string>()), !gap) << fact["id"];
    }
}

TEST(Facts, TheCardNeverCarriesWhatCouldHarm) {
    const auto& card = pack().papers.front();
    ASSERT_EQ(card.id, "card");
    for (const auto& section : card.sections) {
        for (const auto& block : section.blocks) {
            for (const auto question : block.answers) {
                const auto& id = pack().question(question).id;
                const std::set<std::string> allowed{"contacts",         "lawyer_name",      "lawyer_phone",
                                                    "appointment_date", "appointment_time", "visitor_name"};
                EXPECT_TRUE(allowed.contains(id)) << id;
            }
        }
    }
}

TEST(Facts, LetterExactValuesAreInEveryLanguage) {
    for (const auto& language : pack().languages) {
        std::string all;
        for (const auto& text : language.texts) all += text + "\n";
        for (const char* exact : {"1-833-383-1465", "checkin.ice.gov", "locator.ice.gov", "1-800-898-7180",
                                  "1-888-351-4024", "I-385", "I-220A", "I-220B"}) {
            // Isolated, so that no right-to-left line reverses it.
            const bool is_number = exact[0] >= '0' && exact[0] <= '9';
            EXPECT_NE(all.find((is_number ? "\u2066\u200E" : "\u2066") + std::string(exact) + "\u2069"),
                      std::string::npos)
                << language.tag << " " << exact;
        }
        for (const char* digits : {"48", "14", "60", "2025"}) EXPECT_NE(all.find(digits), std::string::npos) << digits;
    }
}

}  // namespace
}  // namespace pocketplan::tests
