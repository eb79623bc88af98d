#pragma once

#include <cstdint>
#include <optional>
#include <variant>

#include "content/answers.h"
#include "content/interview.h"
#include "kiosk/visit/stack.h"

// Where a visit is, with what exists only there. A screen that a touch opens from one other, and that Back leaves for
// it, names that one as its Parent; no more is needed for it to be reached (way.h).
namespace pocketplan::visit {

// How a visit ended; goodbye says it in the visitor's language. no_room: its memory was full. again: there was none,
// for the machine was not ready, or its settings or words have changed, and are to be looked at again.
enum class EndReason { done, erased, idle, printer_given_up, no_room, shutdown, again };
inline constexpr EndReason last_end_reason = EndReason::again;

// The field that the keyboard writes into.
// code: the staff's, which is never in an Entry.
enum class EntryField : std::uint8_t { words, phone, code };
enum class DatePart : std::uint8_t { day, month, year };
enum class TimePart : std::uint8_t { hour, minute };
enum class HalfOfDay : std::uint8_t { morning, afternoon };  // which begins at noon

inline constexpr int no_decade = -1;  // none is picked yet

// What is being entered on the question on screen; becomes an answer on Next, and only if it is good.
struct Entry {
    content::Words words;  // text, number, a person's name
    content::Words phone;  // phone, a person's phone
    EntryField field = EntryField::words;
    content::Date date;  // 0: not picked yet
    int shown_year = 0;  // of the calendar; 0: that of the day picked, or of today
    int shown_month = 0;
    DatePart date_part = DatePart::month;  // the one that is being picked
    std::optional<HalfOfDay> half{};       // unset: not picked yet, and no time is whole without
    int hour = -1;                         // -1: not picked yet
    int minute = -1;
    int decade = no_decade;  // its first year, of a year long past
    std::optional<content::EntryFault> fault;
    bool as_typed = false;   // a number is taken though it does not look like one
    bool searching = false;  // for a country, by typing its name
    bool uncovered = false;  // what was typed is shown where it is not being typed, too
    int layer = 0;           // of the keyboard
    bool capital = true;     // the next letter is a capital
};

struct NotReady {};  // no visit begins, for a promise cannot be kept on this machine
struct ChoosingLanguage {};
struct Promised {
    using Parent = ChoosingLanguage;
};
struct Learning {
    using Parent = Promised;
};
struct ReadingTopic {
    using Parent = Learning;
    int topic = 0;
};
struct Asking {
    content::QuestionIndex question{};
    std::size_t person = 0;    // which of several people is being asked for
    bool from_review = false;  // the way on and the way back lead there
    Entry entry{};
};
struct Reviewing {
    std::optional<Stack> stack{};  // what would be printed, as it was last composed
    bool outdated = true;          // it is to be composed again
    std::optional<int> seen{};     // the picture that fills the screen
};
struct CheckingAnswers {
    using Parent = Reviewing;
    std::optional<content::QuestionIndex> revealed{};  // the one answer that is not masked
};
struct Printing {};
struct AskingForPaper {
    bool staff_called = false;  // the printer says done, and there is no paper
};
struct Problem {};
struct Copying {};
struct Goodbye {
    EndReason reason = EndReason::done;
};
using State = std::variant<NotReady, ChoosingLanguage, Promised, Learning, ReadingTopic, Asking, Reviewing,
                           CheckingAnswers, Printing, AskingForPaper, Problem, Copying, Goodbye>;

}  // namespace pocketplan::visit
