#include "content/phrase.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>

#include "content/dates.h"
#include "content/letters.h"
#include "content/number_runs.h"

namespace pocketplan::content {
namespace {

// UAX 9, 2.7: an isolate keeps its content from affecting the text around it, and vice versa.
constexpr std::string_view left_to_right_isolate = "\u2066";
constexpr std::string_view first_strong_isolate = "\u2068";
constexpr std::string_view left_to_right_override = "\u202D";  // ends with its isolate
constexpr std::string_view pop_isolate = "\u2069";
// FriBidi 1.0 resolves the first digit of an isolate by the end of the isolate before it (UAX 9, W7), and reverses "13
// 70-7826" if that was Arabic. So we put a mark between them.
constexpr std::string_view left_to_right_mark = "\u200E";

void append(PhraseText& text, std::string_view piece) {
    text.insert(text.end(), piece.begin(), piece.end());
}

void append_left_to_right(PhraseText& text, std::string_view piece) {
    append(text, left_to_right_isolate);
    if (!piece.empty() && !is_latin(piece.front())) append(text, left_to_right_mark);
    append(text, piece);
    append(text, pop_isolate);
}

// Numbers within a value are isolated once more, so that none is reversed beside the value's own words.
void append_natural(PhraseText& text, std::string_view value) {
    append(text, first_strong_isolate);
    std::size_t at = 0;
    for (const auto& run : number_runs(value)) {
        append(text, value.substr(at, run.begin - at));
        const auto number = value.substr(run.begin, run.end - run.begin);
        if (run.overridden) {
            append(text, left_to_right_isolate);
            append(text, left_to_right_override);
            append(text, number);
            append(text, pop_isolate);
        } else {
            append_left_to_right(text, number);
        }
        at = run.end;
    }
    append(text, value.substr(at));
    append(text, pop_isolate);
}

void append_isolated(PhraseText& text, std::string_view value, ValueDirection direction) {
    switch (direction) {
        case ValueDirection::isolated:
            return append_left_to_right(text, value);
        case ValueDirection::natural:
            return append_natural(text, value);
    }
}

// A small number in ASCII digits, with leading zeros up to `width`.
class Digits {
public:
    explicit Digits(int value, std::size_t width = 1) {
        std::array<char, 12> plain{};
        const auto end = std::to_chars(plain.data(), plain.data() + plain.size(), value).ptr;
        const auto length = static_cast<std::size_t>(end - plain.data());
        while (length_ + length < width) digits_[length_++] = '0';
        std::copy(plain.data(), end, digits_.data() + length_);
        length_ += length;
    }
    [[nodiscard]] std::string_view view() const { return {digits_.data(), length_}; }

private:
    std::array<char, 24> digits_{};
    std::size_t length_ = 0;
};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

PhraseText format_choices(const Library& library, LanguageIndex language, const Question& question, Choices choices) {
    PhraseText text;
    if (choices.options == 0) append(text, library.text(language, "answer.none_of_these"));
    for (std::size_t option = 0; option < question.options.size(); ++option) {
        if (!choices.has(option)) continue;
        if (!text.empty()) append(text, "\n");
        append(text, library.text(language, question.options[option].label));
    }
    return text;
}

PhraseText format_people(const People& people) {
    PhraseText text;
    for (const auto& person : people) {
        if (!text.empty()) append(text, "\n");
        if (!person.name.empty()) append_isolated(text, person.name.view(), ValueDirection::natural);
        if (!person.name.empty() && !person.phone.empty()) append(text, "  ");
        if (!person.phone.empty()) append_isolated(text, person.phone.view(), ValueDirection::isolated);
    }
    return text;
}

PhraseText format_words(const Question& question, const Words& words) {
    if (!question.grouping.empty()) return format_number(question, words.view());
    const bool digits = keys_of(question.kind) == Keys::digits;
    return isolated(words.view(), digits ? ValueDirection::isolated : ValueDirection::natural);
}

std::string_view numbered_text(const Library& library, LanguageIndex language, std::string_view prefix, int number) {
    PhraseText id;
    append(id, prefix);
    append(id, Digits(number).view());
    return library.text(language, view(id));
}

struct Placed {
    std::string_view name;  // "{day}"
    std::string_view text;
};
// Not through fill(): isolates would break a date's own order; the pattern itself is the reader's language.
PhraseText in_pattern(std::string_view pattern, std::initializer_list<Placed> values) {
    PhraseText text;
    while (!pattern.empty()) {
        const auto* const placed = std::find_if(values.begin(), values.end(),
                                                [&](const Placed& value) { return pattern.starts_with(value.name); });
        if (placed == values.end()) {
            text.push_back(pattern.front());
            pattern.remove_prefix(1);
        } else {
            append(text, placed->text);
            pattern.remove_prefix(placed->name.size());
        }
    }
    return text;
}

}  // namespace

PhraseText isolated(std::string_view value, ValueDirection direction) {
    PhraseText text;
    append_isolated(text, value, direction);
    return text;
}

PhraseText fill(std::string_view text, std::initializer_list<Value> values) {
    PhraseText filled;
    while (!text.empty()) {
        const auto open = text.find('{');
        append(filled, text.substr(0, open));
        if (open == std::string_view::npos) break;
        text.remove_prefix(open);
        const auto close = text.find_first_of("{}", 1);
        const bool closed = close != std::string_view::npos && text[close] == '}';
        const auto name = closed ? text.substr(1, close - 1) : std::string_view();
        const auto* const value =
            std::find_if(values.begin(), values.end(), [&](const Value& v) { return v.name == name; });
        const auto length = closed ? close + 1 : std::min(close, text.size());
        if (value == values.end()) {
            append(filled, text.substr(0, length));
        } else {
            append_isolated(filled, value->text, value->direction);
        }
        text.remove_prefix(length);
    }
    return filled;
}

PhraseText format_date(const Library& library, LanguageIndex language, const Date& date) {
    const auto month = numbered_text(library, language, "month.", date.month);
    return in_pattern(library.text(language, "date.format"),
                      {{"{day}", Digits(date.day).view()}, {"{month}", month}, {"{year}", Digits(date.year).view()}});
}

PhraseText format_day(const Library& library, LanguageIndex language, const Date& day) {
    const auto date = format_date(library, language, day);
    const auto weekday = numbered_text(library, language, "weekday.", weekday_of(day));
    return in_pattern(library.text(language, "date.with_weekday"), {{"{weekday}", weekday}, {"{date}", view(date)}});
}

PhraseText format_month(const Library& library, LanguageIndex language, int year, int month) {
    const auto name = numbered_text(library, language, "month.alone.", month);
    return in_pattern(library.text(language, "calendar.head"), {{"{month}", name}, {"{year}", Digits(year).view()}});
}

PhraseText format_advice(const Library& library, LanguageIndex language, AdviceIndex advice, TextIndex index) {
    PhraseText text;
    append(text, library.text(language, index));
    const Date& since = library.advised(advice).unchecked_since;
    if (since == Date{}) return text;
    const auto date = format_date(library, language, since);
    const auto note = fill(library.text(language, "source.unchecked"), {{"date", view(date)}});
    append(text, " (");
    append(text, view(note));
    append(text, ")");
    return text;
}

PhraseText format_time(const Library& library, LanguageIndex language, const TimeOfDay& time) {
    PhraseText clock;
    append(clock, Digits(time.hour % 12 == 0 ? 12 : time.hour % 12).view());
    append(clock, ":");
    append(clock, Digits(time.minute, 2).view());
    const auto pattern = library.text(language, time.hour < 12 ? "time.am" : "time.pm");
    return fill(pattern, {{"time", view(clock), ValueDirection::isolated}});
}

PhraseText format_number(const Question& question, std::string_view typed) {
    PhraseText digits;
    std::copy_if(typed.begin(), typed.end(), std::back_inserter(digits), is_digit);
    PhraseText grouped;
    std::size_t left = digits.size();
    const auto& pattern = question.grouping;
    for (std::size_t at = pattern.size(); at-- > 0;) {
        // A separator is used only while digits are left; what comes before the first digit is always used.
        const bool slot = pattern[at] == '0';
        const auto first = pattern.find('0');
        if (slot && left > 0) grouped.push_back(digits[--left]);
        while (at == first && left > 0) grouped.push_back(digits[--left]);
        if (!slot && (left > 0 || first > at)) grouped.push_back(pattern[at]);
    }
    std::reverse(grouped.begin(), grouped.end());
    return isolated(view(grouped), ValueDirection::isolated);
}

PhraseText format_answer(const Library& library, LanguageIndex language, QuestionIndex index, const Answer& answer) {
    const Question& question = library.question(index);
    struct Formatter {
        const Library& library;
        LanguageIndex language;
        const Question& question;
        PhraseText operator()(std::monostate) const { return {}; }
        PhraseText operator()(Choice choice) const {
            PhraseText text;
            append(text, library.text(language, question.options[choice.option].label));
            return text;
        }
        PhraseText operator()(Choices choices) const { return format_choices(library, language, question, choices); }
        PhraseText operator()(const Words& words) const { return format_words(question, words); }
        PhraseText operator()(Date date) const {
            // What lies ahead is met by its weekday.
            return question.past ? format_date(library, language, date) : format_day(library, language, date);
        }
        PhraseText operator()(TimeOfDay time) const { return format_time(library, language, time); }
        PhraseText operator()(CountryIndex country) const {
            PhraseText text;
            append(text, library.text(language, library.countries[static_cast<std::size_t>(country)].name));
            return text;
        }
        PhraseText operator()(const People& people) const { return format_people(people); }
    };
    return std::visit(Formatter{library, language, question}, answer);
}

}  // namespace pocketplan::content
