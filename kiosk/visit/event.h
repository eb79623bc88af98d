#pragma once

#include <chrono>
#include <cstdint>
#include <variant>

#include "kiosk/visit/keys.h"
#include "kiosk/visit/visit.h"

namespace pocketplan::visit {

// Everything that can happen to a visit. Events carry ids, numbers and at most one code point, so that none can leak.

// By touch or key
struct ChooseLanguage {
    content::LanguageIndex language;
};
struct MakePlan {};
struct MakeBlankPlan {};  // and those below lead to the review: nothing prints unseen
struct OpenLearn {};
struct OpenTopic {
    int topic;
};
struct PrintTopic {};
struct OpenReview {};  // "Print now"
struct Next {};
struct Back {};
struct Skip {};
struct ToggleOption {
    std::uint8_t option;
};
struct NoneOfThese {};
struct PickDate {
    DatePart part;
    int value;
};
struct FocusDate {
    DatePart part;
};
struct PickTime {
    TimePart part;
    int value;
};
struct PickCountry {
    content::CountryIndex country;
};
struct TurnPage {
    int page;
};
struct ChangeAnswer {
    content::QuestionIndex question;
};  // from the review
struct Reveal {
    content::QuestionIndex question;
};
struct TogglePaper {
    std::uint8_t paper;
};
struct SetCopies {
    int copies;
};
struct Print {};   // from the review, "Try again" and "Print again"
struct InHand {};  // "Yes, I have it"
struct CallStaff {};
struct CopyByHand {};
struct TrayChecked {};
struct GiveUpPrinting {};
struct AskErase {};
struct Erase {};
struct OpenMore {};
struct OpenLanguages {};
struct OpenStaff {};
struct Hide {};
struct CloseOverlay {};  // stay, keep, show again
struct SetTextSize {
    TextSize size;
};
struct SetTheme {
    Theme theme;
};
struct StartOver {};   // from goodbye
struct CheckAgain {};  // from "not ready"

// From the world
struct IdleFor {
    std::chrono::milliseconds time;
};  // since the last touch or key
struct PrinterSaid {
    status::Trouble trouble;
    std::uint32_t notices;  // bit n: status::Notice
    status::PaperKind paper;
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
    int sheets;
};  // what the review would print
struct ShutDown {};

using Event =
    std::variant<ChooseLanguage, MakePlan, MakeBlankPlan, OpenLearn, OpenTopic, PrintTopic, OpenReview, Next, Back, Skip,
                 ToggleOption, NoneOfThese, Type, PressKey, PickCharacter, EraseCharacter, SwitchLayer, SwitchCase,
                 FocusField, PickDate, FocusDate, PickTime, PickCountry, TurnPage, ChangeAnswer, Reveal, TogglePaper,
                 SetCopies, Print, InHand, CallStaff, CopyByHand, TrayChecked, GiveUpPrinting, AskErase, Erase,
                 OpenMore, OpenLanguages, OpenStaff, Hide, CloseOverlay, SetTextSize, SetTheme, StartOver, CheckAgain,
                 IdleFor, PrinterSaid, QueueSaid, JobSaid, Composed, Counted, ShutDown>;

}  // namespace pocketplan::visit
