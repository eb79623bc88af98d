#include "content/compiler/given.h"

#include <array>
#include <optional>
#include <utility>

#include "content/interview.h"
#include "content/value.h"

namespace pocketplan::content::compiler {
namespace {

// Thrown and caught within this file only; the first fault ends the reading.
struct Refusal {
    GivenFault fault;
};

std::string written(const Given& value) {
    std::string text;
    switch (value.kind) {
        case Given::Kind::nothing:
            return "nothing";
        case Given::Kind::text:
            return '"' + value.text + '"';
        case Given::Kind::other:
            return value.text;
        case Given::Kind::list:
            for (const auto& part : value.list) text += (text.empty() ? "" : ", ") + written(part);
            return "[" + text + "]";
        case Given::Kind::parts:
            for (const auto& [key, part] : value.parts) text += (text.empty() ? "" : ", ") + key + ": " + written(part);
            return "{" + text + "}";
    }
    std::abort();
}

// At most 40 bytes of it, in whole characters.
std::string shown(const Given& value) {
    constexpr std::size_t longest = 40;
    std::string text = written(value);
    if (text.size() <= longest) return text;
    std::size_t end = longest - 3;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end) + "...";
}

[[noreturn]] void refuse(const std::string& place, const Given& value, const std::string& expected) {
    throw Refusal{{place, "expected " + expected + ", found " + shown(value), value.line}};
}

const std::string& text_of(const std::string& place, const Given& value, const std::string& expected) {
    if (value.kind == Given::Kind::other) refuse(place, value, expected + ", in quotes");
    if (value.kind != Given::Kind::text) refuse(place, value, expected);
    return value.text;
}

// `longest`: in characters, of what was given.
std::string expectation(EntryFault fault, const Question& question, std::size_t longest = 0) {
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
            return "at most " + std::to_string(longest) + " characters";
        case EntryFault::no_such_day:
            return "a day that exists";
        case EntryFault::no_such_time:
            return "a time such as 10:00";
        case EntryFault::control_character:
            return "text that can be printed";
    }
    std::abort();
}

std::uint8_t option_of(const std::string& place, const Given& value, const Question& question) {
    const bool is_text = value.kind == Given::Kind::text;
    std::string known;
    for (std::size_t at = 0; at < question.options.size(); ++at) {
        if (is_text && value.text == question.options[at].id) return static_cast<std::uint8_t>(at);
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

class Reader {
public:
    explicit Reader(const Library& library) : library_(library), answers_(library.questions.size()) {}

    Answers read(const Given& root) {
        if (root.kind != Given::Kind::parts) refuse("the file", root, "an object of answers");
        for (const auto& [key, value] : root.parts) read_answer("", key, value);
        forget_stale(library_, answers_);
        return std::move(answers_);
    }

private:
    void read_answer(const std::string& within, const std::string& key, const Given& value) {
        const auto index = library_.find_question(within + key);
        if (!index) {
            throw Refusal{{within + key, "expected the id of a question; there is none of that name", value.line}};
        }
        if (value.kind == Given::Kind::nothing) return;  // the same as missing: skipped
        const auto& question = library_.question(*index);
        if (question.group) return read_group(question.id, *index, value);
        answers_.set(*index, answer_of(question.id, question, value));
    }

    void read_group(const std::string& id, QuestionIndex index, const Given& value) {
        if (value.kind != Given::Kind::parts) refuse(id, value, "an object of fields");
        answers_.set(index, Choice{static_cast<std::uint8_t>(GroupOption::write)});
        for (const auto& [key, field] : value.parts) read_answer(id + ".", key, field);
    }

    [[nodiscard]] Answer answer_of(const std::string& place, const Question& question, const Given& value) const {
        switch (question.kind) {
            case AnswerKind::choice:
                return Choice{option_of(place, value, question)};
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

    static Answer choices_of(const std::string& place, const Question& question, const Given& value) {
        if (value.kind != Given::Kind::list) refuse(place, value, "a list of choices");
        Choices choices;
        std::size_t alone = 0;
        for (std::size_t at = 0; at < value.list.size(); ++at) {
            const auto option = option_of(place + "[" + std::to_string(at) + "]", value.list[at], question);
            choices.options |= std::uint64_t{1} << option;
            alone += question.options[option].alone ? 1U : 0U;
        }
        if (alone > 0 && value.list.size() > 1) refuse(place, value, "an 'alone' choice to be the only one");
        return choices;
    }

    static Answer words_of(const std::string& place, const Question& question, const Given& value) {
        auto words = taken(place, question, question.kind, value);
        if (words.empty()) return {};
        return words;
    }

    static Words taken(const std::string& place, const Question& question, AnswerKind kind, const Given& value) {
        const auto& text = text_of(place, value, "a text");
        auto words = kind == AnswerKind::phone    ? take_phone(text)
                     : kind == AnswerKind::number ? take_number(text, question)
                                                  : take_text(text, question.longest);
        if (words) return std::move(*words);
        if (const auto unfit = find_unfit(text)) throw Refusal{{place, describe(*unfit), value.line}};
        const bool is_text = kind != AnswerKind::phone && kind != AnswerKind::number;
        const auto longest = is_text ? static_cast<std::size_t>(question.longest) : longest_number;
        refuse(place, value, expectation(words.error(), question, longest));
    }

    static Answer date_of(const std::string& place, const Question& question, const Given& value) {
        const auto parts = numbers<3>(text_of(place, value, "a date such as 2027-01-12"), '-', "0000-00-00");
        if (!parts) refuse(place, value, "a date such as 2027-01-12");
        const Date date{(*parts)[0], (*parts)[1], (*parts)[2]};
        const auto checked = check_date(date);
        if (!checked) refuse(place, value, expectation(checked.error(), question));
        return date;
    }

    static Answer time_of(const std::string& place, const Question& question, const Given& value) {
        const auto parts = numbers<2>(text_of(place, value, "a time such as 10:00"), ':', "00:00");
        if (!parts) refuse(place, value, "a time such as 10:00");
        const TimeOfDay time{(*parts)[0], (*parts)[1]};
        const auto checked = check_time(time);
        if (!checked) refuse(place, value, expectation(checked.error(), question));
        return time;
    }

    [[nodiscard]] Answer country_of(const std::string& place, const Given& value) const {
        const auto country = value.kind == Given::Kind::text ? library_.find_country(value.text) : std::nullopt;
        if (!country) refuse(place, value, "an ISO 3166 country code such as GT");
        return *country;
    }

    static Answer people_of(const std::string& place, const Question& question, const Given& value) {
        People people;
        const auto add = [&](const std::string& where, const Given& one) {
            auto person = person_of(where, question, one);
            if (!person.name.empty() || !person.phone.empty()) people.push_back(std::move(person));
        };
        if (value.kind == Given::Kind::parts && question.at_most == 1) {
            add(place, value);
        } else if (value.kind == Given::Kind::list && value.list.size() <= static_cast<std::size_t>(question.at_most)) {
            for (std::size_t at = 0; at < value.list.size(); ++at)
                add(place + "[" + std::to_string(at) + "]", value.list[at]);
        } else {
            refuse(place, value,
                   question.at_most == 1 ? "a person with name and phone"
                                         : "a list of at most " + std::to_string(question.at_most) + " people");
        }
        if (people.empty()) return {};
        return people;
    }

    static Person person_of(const std::string& place, const Question& question, const Given& value) {
        if (value.kind != Given::Kind::parts) refuse(place, value, "a person with name and phone");
        Person person;
        for (const auto& [key, part] : value.parts) {
            const bool is_name = key == "name";
            if (!is_name && key != "phone")
                throw Refusal{{place + "." + key, "expected only name and phone", part.line}};
            if (part.kind == Given::Kind::nothing) continue;
            auto& words = is_name ? person.name : person.phone;
            words = taken(place + "." + key, question, is_name ? AnswerKind::text : AnswerKind::phone, part);
        }
        return person;
    }

    const Library& library_;
    Answers answers_;
};

}  // namespace

tl::expected<Answers, GivenFault> read_answers(const Given& given, const Library& library) {
    try {
        return Reader(library).read(given);
    } catch (const Refusal& refusal) {
        return tl::unexpected(refusal.fault);
    }
}

}  // namespace pocketplan::content::compiler
