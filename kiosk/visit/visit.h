#pragma once

#include <cstdint>
#include <optional>

#include "content/answers.h"
#include "content/interview.h"
#include "content/library.h"
#include "kiosk/visit/printing.h"
#include "kiosk/visit/receipt.h"

namespace pocketplan::visit {

enum class Screen {
    not_ready,
    language,
    promise,
    learn,
    topic,
    question,
    review,
    printing,
    in_hand,
    problem,
    copy,
    goodbye
};
// What lies over the screen; the screen below stays as it was.
enum class Overlay { none, idle, erase, more, languages, staff, hidden };
// Capitals of 4, 5, 6.5 and 8.5 mm (VVSG 2.0, 7.1-G).
enum class TextSize { small, normal, large, huge };
enum class Theme { calm, white_on_black, black_on_white };
// How a visit ended; goodbye says it in the visitor's language. again: there was none, for the machine was not ready,
// and is to be looked at anew.
enum class EndReason { done, erased, idle, printer_given_up, shutdown, again };
inline constexpr EndReason last_end_reason = EndReason::again;

// The field that the keyboard writes into.
enum class EntryField : std::uint8_t { words, phone };
enum class DatePart : std::uint8_t { day, month, year };
enum class TimePart : std::uint8_t { hour, minute };

// What is being entered on the question on screen; becomes an answer on Next, and only if it is good.
struct Entry {
    content::Words words;  // text, number, a person's name
    content::Words phone;  // phone, a person's phone
    EntryField field = EntryField::words;
    content::Date date;                    // 0: not picked yet
    DatePart date_part = DatePart::month;  // the one that is being picked
    int hour = -1;                         // -1: not picked yet
    int minute = -1;
    std::optional<content::EntryFault> fault;
    int layer = 0;        // of the keyboard
    bool capital = true;  // the next letter is a capital
};

// What one frame of the kiosk shows, and all that the visitor has told. Changed by step() alone; a screen reads it
// const.
struct Visit {
    explicit Visit(const content::Library& library)
        : answers(library.questions.size()), seen(library.questions.size(), false) {}

    Screen screen = Screen::language;
    Overlay overlay = Overlay::none;
    content::LanguageIndex language{};
    TextSize text_size = TextSize::normal;
    Theme theme = Theme::calm;

    content::Answers answers;
    content::Shown seen;                             // questions that had their screen, and are still asked
    std::optional<content::QuestionIndex> question;  // on Screen::question
    std::size_t person = 0;                          // which of several people is being asked for
    bool back_to_review = false;                     // the question was opened from the review
    Entry entry;
    int page = 0;                    // of answers, countries, topics that fill more than one
    int topic = 0;                   // on Screen::topic
    bool blank = false;              // prints without answers
    std::optional<int> topic_sheet;  // prints this topic instead of the plan

    std::uint32_t papers_left_out = 0;               // bit n: Library::papers[n]
    int card_copies = 1;                             // 1 or 2
    std::optional<int> sheets;                       // that would be printed from the review; unset: not known yet
    std::optional<content::QuestionIndex> revealed;  // the one answer that the review shows unmasked

    PrinterKnown printer;
    Printing printing;
    bool printed = false;               // some job came to its end
    bool trouble = false;               // the printer had some while there was a job
    EndReason ended = EndReason::done;  // on Screen::goodbye
    Readiness readiness = Readiness::ready;
};

}  // namespace pocketplan::visit
