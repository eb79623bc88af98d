#pragma once

#include <initializer_list>
#include <memory_resource>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/answers.h"
#include "content/library.h"

namespace pocketplan::content {

// Text that may hold what a visitor said; over a vector for the same reason as Words.
using PhraseText = std::pmr::vector<char>;
inline std::string_view view(const PhraseText& text) {
    return {text.data(), text.size()};
}

// `isolated` values are letter-exact (phones, dates, forms): left to right whatever surrounds them (U+2066). `natural`
// values take the direction of their own first letter (U+2068). Both end with U+2069. UAX 9, 2.7.
enum class ValueDirection { natural, isolated };
struct Value {
    std::string_view name;
    std::string_view text;
    ValueDirection direction = ValueDirection::natural;
};

// A value that stands alone, or beside text that it must not turn round.
PhraseText isolated(std::string_view value, ValueDirection direction = ValueDirection::natural);
// The only place where values are put into sentences: every {name} in `text` that has a value is replaced by it,
// isolated.
PhraseText fill(std::string_view text, std::initializer_list<Value> values);

// A piece of advice as it is printed and read: its text, and since when nobody has checked it, if that applies.
PhraseText format_advice(const Library& library, LanguageIndex language, AdviceIndex advice, TextIndex text);
// In the reader's words ("12 de enero de 2027"), with ASCII digits; texts date.format and month.N of content/common.
PhraseText format_date(const Library& library, LanguageIndex language, const Date& date);
// The same with its weekday: texts date.with_weekday and weekday.N. Of a day that there is.
PhraseText format_day(const Library& library, LanguageIndex language, const Date& day);
// "December 2026": texts calendar.head and month.alone.N.
PhraseText format_month(const Library& library, LanguageIndex language, int year, int month);
// On the 12-hour clock: texts time.am and time.pm.
PhraseText format_time(const Library& library, LanguageIndex language, const TimeOfDay& time);
// The digits of `typed`, grouped as Question::grouping says, from the right, never padded: 12345678 -> "A 12-345-678".
PhraseText format_number(const Question& question, std::string_view typed);
// Any answer as it is printed and reviewed, with each of several choices or people on its own line; a person is a name
// and a phone. Empty if there is no answer.
PhraseText format_answer(const Library& library, LanguageIndex language, QuestionIndex question, const Answer& answer);

}  // namespace pocketplan::content
