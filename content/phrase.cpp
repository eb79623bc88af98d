#include "content/phrase.h"

#include <algorithm>

#include "content/utf8.h"

namespace pocketplan::content {

namespace {

constexpr char32_t left_to_right_isolate = 0x2066;
constexpr char32_t first_strong_isolate = 0x2068;
constexpr char32_t pop_isolate = 0x2069;

// plain: a part of a date or a list, which reads in its sentence's direction.
enum class Isolation { isolated, plain };

void add(PhraseText& out, std::string_view text) {
    out.insert(out.end(), text.begin(), text.end());
}

void add(PhraseText& out, char32_t code_point) {
    char bytes[4];
    add(out, std::string_view(bytes, put_code_point(code_point, bytes)));
}

void add_value(PhraseText& out, const Value& value, Isolation isolation) {
    if (isolation == Isolation::plain) return add(out, value.text);
    add(out, value.direction == ValueDirection::isolated ? left_to_right_isolate : first_strong_isolate);
    add(out, value.text);
    add(out, pop_isolate);
}

PhraseText put_values(std::string_view text, std::initializer_list<Value> values, Isolation isolation) {
    PhraseText out;
    out.reserve(text.size() + 32);
    while (!text.empty()) {
        const std::size_t open = std::min(text.find('{'), text.size());
        add(out, text.substr(0, open));
        text.remove_prefix(open);
        const std::size_t close = text.find('}');
        if (close == std::string_view::npos) break;
        const auto name = text.substr(1, close - 1);
        const auto* value = std::find_if(values.begin(), values.end(), [&](const Value& v) { return v.name == name; });
        if (value == values.end()) {
            add(out, text.substr(0, 1));
            text.remove_prefix(1);
        } else {
            add_value(out, *value, isolation);
            text.remove_prefix(close + 1);
        }
    }
    add(out, text);
    return out;
}

// A number of at most four digits in ASCII, on the stack: what it says may be a birth year.
class Decimal {
public:
    Decimal(int value, int fewest_digits) {
        for (int digits = 0; begin_ > 0 && (value > 0 || digits < fewest_digits); ++digits, value /= 10) {
            digits_[--begin_] = static_cast<char>('0' + value % 10);
        }
    }
    [[nodiscard]] std::string_view view() const { return {digits_ + begin_, sizeof digits_ - begin_}; }

private:
    char digits_[8] = {};
    std::size_t begin_ = sizeof digits_;
};

}  // namespace

PhraseText fill(std::string_view text, std::initializer_list<Value> values) {
    return put_values(text, values, Isolation::isolated);
}

PhraseText format_date(const Library& library, LanguageIndex language, const Date& date) {
    char month_id[] = "month.00";
    const Decimal month(date.month, 1);
    month.view().copy(month_id + 6, 2);
    const std::string_view id(month_id, 6 + month.view().size());
    return put_values(library.text(language, "date.format"),
                      {{"day", Decimal(date.day, 1).view()},
                       {"month", library.text(language, id)},
                       {"year", Decimal(date.year, 1).view()}},
                      Isolation::plain);
}

PhraseText format_time(const Library& library, LanguageIndex language, const TimeOfDay& time) {
    const int hour = time.hour % 12 == 0 ? 12 : time.hour % 12;
    PhraseText clock;
    add(clock, Decimal(hour, 1).view());
    add(clock, ":");
    add(clock, Decimal(time.minute, 2).view());
    return put_values(library.text(language, time.hour < 12 ? "time.am" : "time.pm"), {{"time", view(clock)}},
                      Isolation::plain);
}

PhraseText format_number(const Question& question, std::string_view typed) {
    PhraseText digits;
    std::copy_if(typed.begin(), typed.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    const std::string_view grouping = question.grouping;
    const std::size_t prefix = std::min(grouping.find('0'), grouping.size());
    PhraseText reversed;
    for (std::size_t place = grouping.size(); place-- > prefix && !digits.empty();) {
        reversed.push_back(grouping[place] == '0' ? digits.back() : grouping[place]);
        if (grouping[place] == '0') digits.pop_back();
    }
    reversed.insert(reversed.end(), digits.rbegin(), digits.rend());
    PhraseText out;
    add(out, grouping.substr(0, prefix));
    out.insert(out.end(), reversed.rbegin(), reversed.rend());
    return out;
}

namespace {

// Says any answer; std::visit calls the overload for its kind. Lives for one call of format_answer.
struct AnswerSpeaker {
    const Library& library;
    LanguageIndex language;
    const Question& question;

    PhraseText operator()(std::monostate) const { return {}; }
    PhraseText operator()(Choice choice) const { return copy(question.options[choice.option].label); }
    PhraseText operator()(const Date& date) const { return format_date(library, language, date); }
    PhraseText operator()(const TimeOfDay& time) const { return format_time(library, language, time); }
    PhraseText operator()(CountryIndex country) const {
        return copy(library.countries[static_cast<std::size_t>(country)].name);
    }

    PhraseText operator()(Choices choices) const {
        if (choices.options == 0) return copy(library.text(language, "answer.none_of_these"));
        PhraseText all;
        for (std::size_t option = 0; option < question.options.size(); ++option) {
            if (choices.has(option)) all = joined(all, library.text(language, question.options[option].label));
        }
        return all;
    }

    PhraseText operator()(const Words& words) const {
        if (words.empty()) return {};
        if (question.kind == AnswerKind::text) return fill("{words}", {{"words", words.view()}});
        if (question.kind == AnswerKind::phone) return exactly(words.view());
        return exactly(view(format_number(question, words.view())));
    }

    PhraseText operator()(const People& people) const {
        PhraseText all;
        for (const auto& person : people) {
            PhraseText line = person.name.empty() ? PhraseText() : fill("{name}", {{"name", person.name.view()}});
            if (!line.empty() && !person.phone.empty()) add(line, " ");
            if (!person.phone.empty()) add(line, view(exactly(person.phone.view())));
            if (!line.empty()) all = joined(all, view(line));
        }
        return all;
    }

private:
    static PhraseText copy(std::string_view text) { return {text.begin(), text.end()}; }
    [[nodiscard]] PhraseText copy(TextIndex index) const { return copy(library.text(language, index)); }
    static PhraseText exactly(std::string_view value) {
        return fill("{value}", {{"value", value, ValueDirection::isolated}});
    }
    [[nodiscard]] PhraseText joined(const PhraseText& all, std::string_view next) const {
        if (all.empty()) return copy(next);
        return put_values(library.text(language, "answer.list"), {{"before", view(all)}, {"next", next}},
                          Isolation::plain);
    }
};

}  // namespace

PhraseText format_answer(const Library& library, LanguageIndex language, QuestionIndex question, const Answer& answer) {
    return std::visit(AnswerSpeaker{library, language, library.question(question)}, answer);
}

}  // namespace pocketplan::content
