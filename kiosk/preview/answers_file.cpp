#include "kiosk/preview/answers_file.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <utility>

#include "content/interview.h"
#include "content/value.h"
#include "kiosk/preview/strict_json.h"

namespace pocketplan::preview {
namespace {

using content::AnswerKind;
using content::EntryFault;
using content::Question;
using content::QuestionIndex;
using Json = nlohmann::json;

// Thrown and caught within this file only: one wrong place ends the reading.
struct Refusal {
    std::string place;  // "contacts[1].phone"
    std::string expected;
};

std::string shown(const Json& value) {
    std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
    if (text.size() > 40) text = text.substr(0, 37) + "...";
    return text;
}

[[noreturn]] void refuse(const std::string& place, const Json& value, const std::string& expected) {
    throw Refusal{place, "expected " + expected + ", found " + shown(value)};
}

const std::string& text_of(const std::string& place, const Json& value, const char* expected) {
    if (!value.is_string()) refuse(place, value, expected);
    return value.get_ref<const std::string&>();
}

std::string expectation(EntryFault fault, const Question& question) {
    switch (fault) {
        case EntryFault::too_few_digits:
        case EntryFault::too_many_digits:
        case EntryFault::not_a_digit:
            if (question.kind == AnswerKind::number) {
                return std::to_string(question.fewest_digits) + " to " + std::to_string(question.most_digits) +
                       " digits";
            }
            return "a phone number of 3 to 20 digits";
        case EntryFault::too_long:
            return "at most " + std::to_string(question.longest) + " characters";
        case EntryFault::no_such_day:
            return "a day that exists";
        case EntryFault::no_such_time:
            return "a time such as 10:00";
        case EntryFault::control_character:
            return "text that can be printed";
    }
    std::abort();
}

std::uint8_t option_of(const std::string& place, const Json& value, const Question& question) {
    std::string known;
    for (std::size_t at = 0; at < question.options.size(); ++at) {
        if (value == question.options[at].id) return static_cast<std::uint8_t>(at);
        known += (at == 0 ? "" : ", ") + question.options[at].id;
    }
    refuse(place, value, "one of " + known);
}

// Numbers between separators: "2027-01-12" with '-' gives three, "10:00" with ':' two. Unset for anything else.
template <std::size_t count>
std::optional<std::array<int, count>> numbers(std::string_view text, char separator, std::string_view shape) {
    std::array<int, count> found{};
    if (text.size() != shape.size()) return std::nullopt;
    std::size_t part = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if ((shape[at] == separator) != (text[at] == separator)) return std::nullopt;
        if (text[at] == separator) {
            ++part;
        } else if (text[at] < '0' || text[at] > '9') {
            return std::nullopt;
        } else {
            found[part] = found[part] * 10 + (text[at] - '0');
        }
    }
    return found;
}

// A key is whatever somebody wrote into a file.
std::string in_one_line(std::string place) {
    std::replace_if(
        place.begin(), place.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, '?');
    return place;
}

class Reader {
public:
    Reader(const content::Library& library, AnswersFile& file) : library_(library), file_(file) {}

    void read(const Json& root) {
        if (!root.is_object()) refuse("the file", root, "an object of answers");
        for (const auto& [key, value] : root.items()) {
            if (key == "language") {
                file_.language = text_of(key, value, "a language tag");
            } else {
                read_answer("", key, value);
            }
        }
        content::forget_stale(library_, file_.answers);
    }

private:
    void read_answer(const std::string& within, const std::string& key, const Json& value) {
        const auto index = library_.find_question(within + key);
        if (!index) throw Refusal{within + key, "expected the id of a question; there is none of that name"};
        if (value.is_null()) return;  // as good as missing: skipped
        const auto& question = library_.question(*index);
        if (question.group) return read_group(question.id, *index, value);
        auto answer = answer_of(question.id, question, value);
        file_.answers.set(*index, std::move(answer));
    }

    void read_group(const std::string& id, QuestionIndex index, const Json& value) {
        if (!value.is_object()) refuse(id, value, "an object of fields");
        file_.answers.set(index, content::Choice{static_cast<std::uint8_t>(content::GroupOption::write)});
        for (const auto& [key, field] : value.items()) read_answer(id + ".", key, field);
    }

    [[nodiscard]] content::Answer answer_of(const std::string& place, const Question& question,
                                            const Json& value) const {
        switch (question.kind) {
            case AnswerKind::choice:
                return content::Choice{option_of(place, value, question)};
            case AnswerKind::choices:
                return choices_of(place, question, value);
            case AnswerKind::text:
            case AnswerKind::phone:
            case AnswerKind::number:
                return words_of(place, question, value);
            case AnswerKind::date:
                return date_of(place, question, value);
            case AnswerKind::time:
                return time_of(place, question, value);
            case AnswerKind::country:
                return country_of(place, value);
            case AnswerKind::person:
                return people_of(place, question, value);
        }
        std::abort();
    }

    static content::Answer choices_of(const std::string& place, const Question& question, const Json& value) {
        if (!value.is_array()) refuse(place, value, "a list of choices");
        content::Choices choices;
        std::size_t alone = 0;
        for (std::size_t at = 0; at < value.size(); ++at) {
            const auto option = option_of(place + "[" + std::to_string(at) + "]", value[at], question);
            choices.options |= std::uint64_t{1} << option;
            alone += question.options[option].alone ? 1U : 0U;
        }
        if (alone > 0 && value.size() > 1) refuse(place, value, "a choice that stands alone to be the only one");
        return choices;
    }

    static content::Answer words_of(const std::string& place, const Question& question, const Json& value) {
        auto words = taken(place, question, question.kind, value);
        if (words.empty()) return {};
        return words;
    }

    static content::Words taken(const std::string& place, const Question& question, AnswerKind kind,
                                const Json& value) {
        const auto& text = text_of(place, value, "a text");
        auto words = kind == AnswerKind::phone    ? content::take_phone(text)
                     : kind == AnswerKind::number ? content::take_number(text, question)
                                                  : content::take_text(text, question.longest);
        if (words) return std::move(*words);
        if (const auto unfit = content::find_unfit(text)) throw Refusal{place, content::describe(*unfit)};
        refuse(place, value, expectation(words.error(), question));
    }

    static content::Answer date_of(const std::string& place, const Question& question, const Json& value) {
        const auto parts = numbers<3>(text_of(place, value, "a date such as 2027-01-12"), '-', "0000-00-00");
        if (!parts) refuse(place, value, "a date such as 2027-01-12");
        const content::Date date{(*parts)[0], (*parts)[1], (*parts)[2]};
        const auto checked = content::check_date(date);
        if (!checked) refuse(place, value, expectation(checked.error(), question));
        return date;
    }

    static content::Answer time_of(const std::string& place, const Question& question, const Json& value) {
        const auto parts = numbers<2>(text_of(place, value, "a time such as 10:00"), ':', "00:00");
        if (!parts) refuse(place, value, "a time such as 10:00");
        const content::TimeOfDay time{(*parts)[0], (*parts)[1]};
        const auto checked = content::check_time(time);
        if (!checked) refuse(place, value, expectation(checked.error(), question));
        return time;
    }

    [[nodiscard]] content::Answer country_of(const std::string& place, const Json& value) const {
        for (std::size_t at = 0; at < library_.countries.size(); ++at) {
            if (value == library_.countries[at].code) return static_cast<content::CountryIndex>(at);
        }
        refuse(place, value, "an ISO 3166 country code such as GT");
    }

    static content::Answer people_of(const std::string& place, const Question& question, const Json& value) {
        content::People people;
        const auto add = [&](const std::string& where, const Json& one) {
            auto person = person_of(where, question, one);
            if (!person.name.empty() || !person.phone.empty()) people.push_back(std::move(person));
        };
        if (value.is_object() && question.at_most == 1) {
            add(place, value);
        } else if (value.is_array() && value.size() <= static_cast<std::size_t>(question.at_most)) {
            for (std::size_t at = 0; at < value.size(); ++at) add(place + "[" + std::to_string(at) + "]", value[at]);
        } else {
            refuse(place, value,
                   question.at_most == 1 ? "a person with name and phone"
                                         : "a list of at most " + std::to_string(question.at_most) + " people");
        }
        if (people.empty()) return {};
        return people;
    }

    static content::Person person_of(const std::string& place, const Question& question, const Json& value) {
        if (!value.is_object()) refuse(place, value, "a person with name and phone");
        content::Person person;
        for (const auto& [key, part] : value.items()) {
            const bool is_name = key == "name";
            if (!is_name && key != "phone") throw Refusal{place + "." + key, "expected only name and phone"};
            if (part.is_null()) continue;
            auto& words = is_name ? person.name : person.phone;
            words = taken(place + "." + key, question, is_name ? AnswerKind::text : AnswerKind::phone, part);
        }
        return person;
    }

    const content::Library& library_;
    AnswersFile& file_;
};

}  // namespace

tl::expected<AnswersFile, std::string> read_answers(const std::filesystem::path& file,
                                                    const content::Library& library) {
    const auto fail = [&](const std::string& what) { return tl::unexpected(file.string() + ": " + what); };
    const auto json = read_json(file);
    if (!json) return fail(json.error());
    AnswersFile read{content::Answers(library.questions.size()), {}};
    try {
        Reader(library, read).read(*json);
    } catch (const Refusal& refusal) {
        return fail(in_one_line(refusal.place) + ": " + refusal.expected);
    }
    return read;
}

std::string day_to_come(const content::Answers& answers, const content::Library& library, const content::Date& today) {
    const auto order = [](const content::Date& date) { return std::tuple(date.year, date.month, date.day); };
    for (std::size_t at = 0; at < library.questions.size(); ++at) {
        const auto* const date = std::get_if<content::Date>(&answers[static_cast<QuestionIndex>(at)]);
        if (date != nullptr && library.questions[at].past && order(*date) > order(today))
            return library.questions[at].id;
    }
    return {};
}

}  // namespace pocketplan::preview
