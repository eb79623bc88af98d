// What the wildfire pack must tell everybody, whatever they answer: tried on thousands of visits by a generator with a
// fixed seed, so failures can be reproduced.

#include <functional>
#include <map>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include "content/interview.h"
#include "content/plan.h"

namespace pocketplan::content {
namespace {

const Library& wildfire() {
    static const auto pack = load_library(std::string(BUILD_DIR) + "/wildfire.db").value();
    return pack;
}

// Half of the questions skipped, the rest answered at random; as on screen, a question that is not asked has no answer.
Answers any_answers(std::mt19937& random) {
    const auto& library = wildfire();
    Answers answers(library.questions.size());
    for (std::size_t at = 0; at < library.questions.size(); ++at) {
        const auto index = static_cast<QuestionIndex>(at);
        const auto& question = library.question(index);
        if (random() % 2 == 0) continue;
        if (question.kind == AnswerKind::choice) {
            answers.set(index, Choice{static_cast<std::uint8_t>(random() % question.options.size())});
        } else if (question.kind == AnswerKind::choices) {
            answers.set(index, Choices{random() % (std::uint64_t{1} << question.options.size())});
        } else if (question.kind == AnswerKind::person) {
            People people;
            people.push_back({Words("June"), Words("503-555-0188")});
            answers.set(index, std::move(people));
        } else {
            answers.set(index, Words("Library"));
        }
    }
    forget_stale(library, answers);
    return answers;
}

// The ids of what is on each paper, and its sections as "paper.section".
struct Printed {
    std::map<std::string, std::multiset<std::string>> advice;
    std::set<std::string> sections;
};

Printed print(const Answers& answers) {
    Printed printed;
    for (const auto& paper : make_plan(answers, wildfire()).papers) {
        for (const auto& section : paper.sections) {
            printed.sections.insert(paper.paper->id + "." + section.section->id);
            for (const auto& block : section.blocks) {
                for (const auto& item : block.items) {
                    printed.advice[paper.paper->id].insert(wildfire().advised(item.advice).id);
                }
            }
        }
    }
    return printed;
}

bool chose(const Answers& answers, const char* id, const std::string& option) {
    const auto index = wildfire().find_question(id).value();
    const auto& options = wildfire().question(index).options;
    for (std::size_t at = 0; at < options.size(); ++at) {
        if (options[at].id != option) continue;
        const auto* const one = std::get_if<Choice>(&answers[index]);
        const auto* const some = std::get_if<Choices>(&answers[index]);
        return (one != nullptr && one->option == at) || (some != nullptr && some->has(at));
    }
    ADD_FAILURE() << id << " has no option " << option;
    return false;
}

class WildfireTest : public testing::Test {
protected:
    void for_many_visits(const std::function<void(const Answers&, const Printed&)>& check) {
        for (int visit = 0; visit < 3000 && !HasFailure(); ++visit) {
            const auto answers = any_answers(random_);
            check(answers, print(answers));
        }
    }
    std::mt19937 random_{14};
};

TEST_F(WildfireTest, EverybodyIsToldWhenToLeaveWhatToDoWhenTrappedAndWhenToReturn) {
    for_many_visits([](const Answers&, const Printed& printed) {
        for (const auto* id : {"do-not-wait", "order-means", "warning-means", "go-at-once", "trapped-call",
                               "trapped-in-car", "trapped-in-house", "trapped-on-foot", "do-not-return"}) {
            EXPECT_EQ(printed.advice.at("steps").count(id), 1U) << id;
        }
        for (const auto* id : {"do-not-wait", "call-911", "call-211"}) {
            EXPECT_EQ(printed.advice.at("card").count(id), 1U) << id;
        }
        EXPECT_EQ(printed.advice.at("bag").count("bag-water"), 1U);
    });
}

TEST_F(WildfireTest, NothingStandsTwiceOnAPaper) {
    for_many_visits([](const Answers&, const Printed& printed) {
        for (const auto& [paper, advice] : printed.advice) {
            for (const auto& id : advice) EXPECT_EQ(advice.count(id), 1U) << paper << ": " << id;
        }
    });
}

TEST_F(WildfireTest, WhoHasNoCarOrDidNotSayIsToldHowToLeaveWithoutOne) {
    for_many_visits([](const Answers& answers, const Printed& printed) {
        EXPECT_NE(printed.sections.contains("ready.no_car"), chose(answers, "way", "car"));
    });
}

TEST_F(WildfireTest, TheSheetForChildrenIsForThoseWhoHaveChildren) {
    for_many_visits([](const Answers& answers, const Printed& printed) {
        const bool children = chose(answers, "household", "baby") || chose(answers, "household", "child");
        EXPECT_EQ(printed.advice.contains("family"), children);
    });
}

TEST_F(WildfireTest, WhoeverSkipsAQuestionGetsWhatItWouldHaveBrought) {
    const Answers none(wildfire().questions.size());
    const auto blank = print(none);
    const auto everything = [&](const char* id) {
        Answers answers(wildfire().questions.size());
        const auto index = wildfire().find_question(id).value();
        const auto count = wildfire().question(index).options.size();
        answers.set(index, Choices{(std::uint64_t{1} << count) - 1});
        return print(answers);
    };
    for (const auto* id : {"household", "animals", "health"}) {
        for (const auto& [paper, advice] : everything(id).advice) {
            if (paper == "family") continue;  // a sheet of its own
            for (const auto& item : advice) {
                EXPECT_EQ(blank.advice.at(paper).count(item), 1U) << id << ": " << paper << ": " << item;
            }
        }
    }
}

TEST_F(WildfireTest, AllThatIsSaidOnTheSheetsForTheHouseholdIsUnderLearnToo) {
    std::set<std::string> read;
    for (const auto& topic : wildfire().topics) {
        for (const auto& section : make_topic(topic, wildfire()).sections) {
            for (const auto& block : section.blocks) {
                for (const auto& item : block.items) read.insert(wildfire().advised(item.advice).id);
            }
        }
    }
    for (const auto& advice : wildfire().advice) {
        for (const auto& placement : advice.placements) {
            if (placement.paper != "steps" && placement.paper != "ready" && placement.paper != "bag") continue;
            EXPECT_TRUE(read.contains(advice.id)) << advice.id;
        }
    }
}

}  // namespace
}  // namespace pocketplan::content
