#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "kiosk/visit/visit.h"

// Events that no hand makes: the clock, the printer, what is known of the machine and of the visit before.
namespace pocketplan::visit {

struct IdleFor {
    std::chrono::milliseconds time;
};                       // since the last touch or key; of a hidden screen, since it was hidden
struct FilesChanged {};  // the settings or the words: a visit to come needs another process
struct PrinterSaid {
    status::Trouble trouble;
    std::uint32_t notices;  // bit n: status::Notice
    status::PaperKind paper;
    CardPrinted card = CardPrinted::whole;
};
struct QueueSaid {
    Leftovers leftovers;
};
struct JobSaid {
    status::Progress progress;
    status::Trouble trouble;
    int pages_done;
};
struct Composed {
    int pages;
};
struct Counted {
    Stack stack;
};  // what the review would print, once its sheets are composed
struct DayBegan {
    Clock clock;
};  // or the clock was set
struct Found {
    Finding finding;
};  // something on this machine is not as it should be
struct DisplaySaid {
    DisplaySize size;
    std::optional<Finding> finding;  // display_size or display; unset: all is well, or is so again
    double laid_out_width = 0;       // Visit::laid_out_width
};
struct HandsSaid {
    bool keys = false;
    bool panel = false;

    bool operator==(const HandsSaid&) const = default;
};  // which of them do now what nobody's hands do
struct SoundSaid {
    bool there;
};  // something to hear a voice with came or went
struct SignDrawn {
    OwnSign sign;
};  // by lot, for the visit that begins
struct ScanningSettled {
    Scanning usual;
};  // how a visit begins, now and whenever one is over
struct RefuseVisits {};
struct TrayRecalled {
    Tray tray;
};  // what is known of the visits before
struct SayGoodbye {
    EndReason reason = EndReason::done;
    content::LanguageIndex language{};
    std::optional<content::LanguageIndex> beside{};
    TextSize text_size = TextSize::normal;
    Theme theme = Theme::calm;
    Hearing hearing{};
    Scanning scanning = Scanning::off;
};  // to the visitor of the process before this one
struct ShutDown {};

}  // namespace pocketplan::visit
