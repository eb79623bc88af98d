// Answers files: refused with the place, or read, and then written and read again they are the same.

#include <nlohmann/json.hpp>

#include "content/compiler/given.h"
#include "content/interview.h"
#include "content/plan.h"
#include "kiosk/tools/preview/answers_file.h"
#include "tests/content/tiny_library.h"
#include "tests/fuzz/fuzz.h"

namespace pocketplan::fuzz {
namespace {

using content::Answers;
using content::QuestionIndex;
using Json = nlohmann::json;

std::string padded(int number, std::size_t digits) {
    const auto text = std::to_string(number);
    return std::string(digits - std::min(digits, text.size()), '0') + text;
}

Json person_of(const content::Person& person) {
    return {{"name", person.name.view()}, {"phone", person.phone.view()}};
}

// As docs/CONTENT.md writes them.
struct Written {
    const content::Library& library;
    const content::Question& question;

    Json operator()(std::monostate) const { return nullptr; }
    Json operator()(const content::Choice& choice) const {
        require(choice.option < question.options.size(), "an option is there");
        return question.options[choice.option].id;
    }
    Json operator()(const content::Choices& choices) const {
        Json list = Json::array();
        for (std::size_t at = 0; at < question.options.size(); ++at) {
            if (choices.has(at)) list.push_back(question.options[at].id);
        }
        return list;
    }
    Json operator()(const content::Words& words) const {
        require(!words.empty(), "nothing is no answer");
        return words.view();
    }
    Json operator()(const content::Date& date) const {
        require(content::check_date(date).has_value(), "a day exists");
        return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
    }
    Json operator()(const content::TimeOfDay& time) const {
        require(content::check_time(time).has_value(), "a time exists");
        return padded(time.hour, 2) + ":" + padded(time.minute, 2);
    }
    Json operator()(content::CountryIndex country) const {
        return library.countries.at(static_cast<std::size_t>(country)).code;
    }
    Json operator()(const content::People& people) const {
        require(!people.empty() && people.size() <= static_cast<std::size_t>(question.at_most), "as many as asked");
        if (question.at_most == 1) return person_of(people.front());
        Json list = Json::array();
        for (const auto& person : people) list.push_back(person_of(person));
        return list;
    }
};

Json written(const preview::AnswersFile& file, const content::Library& library) {
    Json all = Json::object();
    if (!file.language.empty()) all["language"] = file.language;
    for (std::size_t at = 0; at < library.questions.size(); ++at) {
        const auto& answer = file.answers[static_cast<QuestionIndex>(at)];
        if (answer.index() != 0) {
            all[library.questions[at].id] = std::visit(Written{library, library.questions[at]}, answer);
        }
    }
    return all;
}

}  // namespace
}  // namespace pocketplan::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace pocketplan;
    static const auto library = content::make_tiny_library();
    const fuzz::MemoryFile file(fuzz::text_of(data, size));
    const auto read = preview::read_answers(file.path(), library);
    if (!read) {
        fuzz::require_one_line(read.error());
        fuzz::require(read.error().starts_with(file.path().string() + ": "), "a fault names its file", read.error());
        return 0;
    }
    const auto text = fuzz::written(*read, library);
    const fuzz::MemoryFile copy(text.dump());
    const auto again = preview::read_answers(copy.path(), library);
    fuzz::require(again.has_value(), "what was read is an answers file", text.dump());
    fuzz::require(fuzz::written(*again, library) == text, "read again it is the same", text.dump());
    content::make_plan(read->answers, library);
    return 0;
}
