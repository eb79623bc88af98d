#pragma once

#include <cstdint>
#include <optional>
#include <variant>

#include "kiosk/visit/dates.h"
#include "kiosk/visit/desk_events.h"
#include "kiosk/visit/keys.h"
#include "kiosk/visit/visit.h"
#include "kiosk/visit/world.h"

namespace pocketplan::visit {

// Everything that can happen to a visit. Events carry ids, numbers and at most one code point, so that none can leak.

// By touch or key
// A state whose Parent is on screen, by its place in State.
struct Open {
    std::uint8_t state;
};
template <class Where>
Open open() {
    return {static_cast<std::uint8_t>(State(Where{}).index())};
}
struct ChooseLanguage {
    content::LanguageIndex language;
};
struct SetBeside {
    std::optional<content::LanguageIndex> language;
};
struct UncoverBeside {};  // or covers it again
struct MakePlan {};
struct MakeBlankPlan {};  // and those below lead to the review: nothing prints unseen
struct OpenTopic {
    int topic;
};
struct PrintTopic {};
struct OpenReview {};  // "Print now"
struct Next {};
struct Back {};
struct Skip {};
struct SkipPrivate {};  // all questions that are private
struct ToggleOption {
    std::uint8_t option;
};
struct NoneOfThese {};
struct PickCountry {
    content::CountryIndex country;
};
struct TurnPage {
    int page;
};
struct ChangeAnswer {
    content::QuestionIndex question;
};
struct Reveal {
    content::QuestionIndex question;
};
struct TogglePaper {
    std::uint8_t paper;
};
struct TogglePictures {
    std::uint8_t paper;
};
struct SetCopies {
    int copies;
};
struct SeeSheet {
    int picture;
};                 // it fills the screen; Back closes it
struct Print {};   // from the review, "Try again" and "Print again"
struct InHand {};  // "Yes, I have it"
struct CallStaff {};
struct CopyByHand {};
struct TrayChecked {};
struct Erase {};
struct Cover {
    Overlay overlay;
};                       // hide, more, languages ...
struct CloseOverlay {};  // stay, keep, staff came
struct ShowAgain {
    OwnSign sign;
};  // this one was held on the hidden screen
struct SetTextSize {
    TextSize size;
};
struct SetTheme {
    Theme theme;
};
struct ReadAloud {
    Aloud how;
};
struct SetScanning {
    Scanning scanning;
};
struct StartOver {};   // from goodbye
struct CheckAgain {};  // from "not ready"

using Event =
    std::variant<Open, ChooseLanguage, SetBeside, UncoverBeside, MakePlan, MakeBlankPlan, OpenTopic, PrintTopic,
                 OpenReview, Next, Back, Skip, SkipPrivate, ToggleOption, NoneOfThese, Type, PressKey, PickCharacter,
                 EraseCharacter, SwitchLayer, SwitchCase, FocusField, Uncover, LeaveAsTyped, PickDate, FocusDate,
                 PickDecade, ShowMonth, PickDay, ShowHalf, PickTime, PickCountry, TurnPage, ChangeAnswer, Reveal,
                 TogglePaper, TogglePictures, SetCopies, SeeSheet, Print, InHand, CallStaff, CopyByHand, TrayChecked,
                 Erase, Cover, CloseOverlay, ShowAgain, SetTextSize, SetTheme, ReadAloud, SetScanning, StartOver,
                 CheckAgain, IdleFor, FilesChanged, PrinterSaid, QueueSaid, JobSaid, Composed, Counted, DayBegan, Found,
                 DisplaySaid, HandsSaid, SoundSaid, SignDrawn, ScanningSettled, EnterCode, CodeSaid, OpenDeskPage,
                 PrintTest, TestSaid, SwitchLanguage, SetFirstLoudness, ResizeCard, CardMatches, ForgetDisplayWidth,
                 SwitchMoreTime, CountsSaid, KeptSaid, DeskRecalled, RefuseVisits, TrayRecalled, SayGoodbye, ShutDown>;

}  // namespace pocketplan::visit
