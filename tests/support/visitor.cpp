#include "tests/support/visitor.h"

#include "kiosk/visit/step.h"

namespace pocketplan::tests {
namespace {

using content::AnswerKind;

// Gives one answer on the question on screen.
class Answerer {
public:
    Answerer(Robot& robot, const visit::Visit& visit, const content::Library& library,
             const std::function<void()>& look)
        : robot_(robot), visit_(visit), library_(library), look_(look) {}

    bool operator()(std::monostate) { return robot_.press("bar.skip"); }
    bool operator()(content::Choice choice) {
        return robot_.press("option." + question().options[choice.option].id) && next();
    }
    bool operator()(content::Choices choices) {
        if (choices.options == 0) return robot_.press("none_of_these") && next();
        for (std::size_t at = 0; at < question().options.size(); ++at) {
            if (choices.has(at) && !robot_.press("option." + question().options[at].id)) return false;
        }
        return next();
    }
    bool operator()(const content::Words& words) { return robot_.type(words.view()) && next(); }
    bool operator()(content::Date date) {
        const std::string day = "day." + std::to_string(date.day);
        if (!question().past) return turn_to(date) && robot_.press(day) && next();
        if (!robot_.press("month." + std::to_string(date.month))) return false;
        look_();
        if (!robot_.press(day)) return false;
        look_();
        const std::string decade = "decade." + std::to_string(date.year / 10 * 10);
        if (robot_.sees(decade) && !robot_.press(decade)) return false;
        return robot_.press("year." + std::to_string(date.year)) && next();
    }
    bool operator()(content::TimeOfDay time) {
        return robot_.press(time.hour < 12 ? "time.morning" : "time.afternoon") &&
               robot_.press("hour." + std::to_string(time.hour)) &&
               robot_.press("minute." + std::to_string(time.minute)) && next();
    }
    bool operator()(content::CountryIndex country) {
        return robot_.press("country." + library_.countries[static_cast<std::size_t>(country)].code) && next();
    }
    bool operator()(const content::People& people) {
        const auto before = asked();
        for (const auto& person : people) {
            if (!robot_.press("field.name") || !robot_.type(person.name.view())) return false;
            if (!robot_.press("field.phone") || !robot_.type(person.phone.view())) return false;
            if (!next()) return false;
        }
        const bool one_more = visit_.is<visit::Asking>() && asked() == before;
        return !one_more || robot_.press("bar.skip");
    }

private:
    // To the month of the day, on a calendar that shows the one that it is now.
    bool turn_to(const content::Date& day) {
        const auto& today = robot_.machine().today;
        const int months = (day.year - today.year) * 12 + day.month - today.month;
        for (int month = 0; month < months; ++month) {
            if (!robot_.press("calendar.after")) return false;
        }
        look_();
        return months >= 0;
    }
    [[nodiscard]] content::QuestionIndex asked() const { return std::get<visit::Asking>(visit_.state).question; }
    [[nodiscard]] const content::Question& question() const { return library_.question(asked()); }
    bool next() {
        look_();
        return robot_.press("bar.next");
    }

    Robot& robot_;
    const visit::Visit& visit_;
    const content::Library& library_;
    const std::function<void()>& look_;
};

}  // namespace

bool answer_all(Robot& robot, const visit::Visit& visit, const content::Library& library,
                const content::Answers& answers, const std::function<void()>& look) {
    Answerer answerer(robot, visit, library, look);
    for (std::size_t asked = 0; visit.is<visit::Asking>(); ++asked) {
        if (asked > 2 * library.questions.size()) return false;
        look();
        if (visit.overlay == visit::Overlay::onlookers) {
            if (!robot.press("onlookers.go_on")) return false;
            look();
        }
        if (!std::visit(answerer, answers[std::get<visit::Asking>(visit.state).question])) return false;
    }
    return visit.is<visit::Reviewing>();
}

void open_question(visit::Visit& visit, const content::Library& library, std::string_view id) {
    visit.state = visit::CheckingAnswers{};
    visit.onlookers_asked_about = true;
    visit::step(visit, visit::ChangeAnswer{library.find_question(id).value()}, library);
}

}  // namespace pocketplan::tests
