#pragma once

#include <cstddef>
#include <cstdint>

#include "content/model.h"

// What is said of the machine, most of it to staff; more of Said.
namespace pocketplan::view {

// A text in which {places} are these, bit n for visit::Place.
struct Places {
    content::TextIndex text{};
    std::uint32_t places = 0;
};
// A text in which {fault} is Machine::fault; one in which {size} and {pixels} are Visit::display.
struct FileFault {
    content::TextIndex text{};
};
struct DisplayMeasures {
    content::TextIndex text{};
};
// That nobody has checked this source since when: by its place in Machine::overdue.
struct Overdue {
    std::size_t source = 0;
};
// A text in which {number} is this of {all}.
struct OutOf {
    content::TextIndex text{};
    int number = 0;
    int all = 0;
};
// A text in which {time} is so long, in minutes and seconds.
struct Waiting {
    content::TextIndex text{};
    int seconds = 0;
};
// What was counted in this week of Desk::Open::counts.
struct WeekCounted {
    std::size_t week = 0;
};
// Whom the centre names in its own lines, by their places in the library.
struct CentreLine {
    std::size_t line = 0;
    std::size_t contact = 0;
};

}  // namespace pocketplan::view
