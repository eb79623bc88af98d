#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <tl/expected.hpp>

#include "content/answers.h"
#include "content/library.h"

namespace pocketplan::content {

// Which questions are shown, given these answers.
Shown shown_questions(const Library& library, const Answers& answers);

// Forgets answers to questions that are no longer shown, and everything that depends on them. Call it after every
// change.
void forget_stale(const Library& library, Answers& answers);

// The next or previous shown question that has a screen of its own, starting after `from`; unset at the ends. Without
// `from`: the first, or the last.
std::optional<QuestionIndex> next_question(const Library&, const Answers&, std::optional<QuestionIndex> from);
std::optional<QuestionIndex> previous_question(const Library&, const Answers&, std::optional<QuestionIndex> from);

// Most characters of a phone or a number, with all its separators.
inline constexpr std::size_t longest_number = 32;

// Why an entry is not accepted as an answer. Each has a friendly sentence "fault.NAME" in content/common.
enum class EntryFault {
    too_few_digits,   // phone under 3 (211), number under fewest_digits
    too_many_digits,  // phone over 20, number over most_digits
    not_a_digit,  // a phone may hold digits, spaces and + - ( ) . , : / # *, and an extension; a number digits and -
    too_long,     // over Question::longest code points
    no_such_day,  // 31 February
    no_such_time,
    control_character  // not allowed in a value: find_unfit() of content/value says which and why
};
// The text id of the sentence, for example "fault.too_few_digits".
std::string_view text_id(EntryFault fault);

// An entry as it is kept and printed: tidied by content/value; empty if nothing is left. Phones and numbers are written
// in ASCII, whatever keyboard they come from.
tl::expected<Words, EntryFault> take_text(std::string_view utf8, int longest);
tl::expected<Words, EntryFault> take_phone(std::string_view utf8);
tl::expected<Words, EntryFault> take_number(std::string_view utf8, const Question& question);
tl::expected<void, EntryFault> check_date(const Date& date);
tl::expected<void, EntryFault> check_time(const TimeOfDay& time);

// The options after `option` was touched: toggled. An "alone" option clears the others, and is cleared by them.
Choices toggle(const Question& question, Choices choices, std::size_t option);

}  // namespace pocketplan::content
