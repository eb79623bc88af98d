#pragma once

#include <span>
#include <string_view>

#include "content/common_texts.h"
#include "content/plan.h"
#include "kiosk/view/sayer.h"
#include "kiosk/view/view.h"

// What all screens are described with, and one function a screen. Used by describe() alone.
namespace pocketplan::view {

namespace texts = content::texts;

struct Describer {
    const visit::Visit& visit;
    const content::Library& library;
    const Machine& machine;

    [[nodiscard]] content::TextIndex index(content::CommonText text) const { return index_named(text.id); }
    [[nodiscard]] Said text(content::CommonText text) const { return Text{index(text)}; }
    // By an id that is put together, such as "month.3". One that the pack lacks is a fault of ours: aborts.
    [[nodiscard]] content::TextIndex index_named(std::string_view id) const;
    [[nodiscard]] Said named(std::string_view id) const { return Text{index_named(id)}; }
};

// Of a question.
struct Asked : Describer {
    Asked(const Describer& of, const visit::Asking& now) : Describer(of), asking(now) {}

    const visit::Asking& asking;

    [[nodiscard]] const content::Question& question() const { return library.question(asking.question); }
    [[nodiscard]] const content::Answer& answer() const { return visit.answers[asking.question]; }
    [[nodiscard]] const visit::Entry& entry() const { return asking.entry; }
    [[nodiscard]] bool is(const content::Choice& choice) const;
};

// What stands around most screens: its title, the corner, and the bar with what goes back and forward.
enum class Backward { no, yes };
View frame(const Describer& of, Backward backward, std::optional<Control> forward, Said title, Said below = Nothing{});

// With the visit's own sign.
Control hide_control(const Describer& of);
Icon icon_of(visit::OwnSign sign);
Said name_of(const Describer& of, visit::OwnSign sign);
// In the place of Skip, which screens lack that tell a visitor to get staff.
Control call_control(const Describer& of);
// What is said to staff once more, for who does not read the visitor's language; nothing where that is the source.
Said in_source(const Describer& of, content::CommonText text);
// Of what lies over a screen.
Control close_control(const Describer& of, Id id, Icon icon, Rank rank);
// Turns the voice on and off; only where there is something to hear it with.
std::optional<Control> listen_control(const Describer& of);
// Shows the second language on a private question, and hides it again; only where it would be there.
std::optional<Control> beside_control(const Describer& of);
List<Control> language_controls(const Describer& of);
Keyboard keyboard_of(const Asked& of);
Pad pad_of(const Asked& of);
Field field_of(const Asked& of, Id id, Said label, visit::EntryField field);
// A pad of digits alone, or with all that a phone number may have.
enum class PadSigns { digits, phone };
Pad pad_with(const Describer& of, PadSigns signs);
// What papers or a topic say, each text once; and since when nobody has checked the facts, where that is said once for
// all of them (content/dates.h).
List<Said> advice_of(const Describer& of, std::span<const content::PlanPaper> papers);
// What staff read of the printer; of the machine itself, and sources that nobody checked.
void add_printer(const Describer& of, List<Said>& texts);
void add_machine(const Describer& of, List<Said>& texts);
// Whether there is anything on the staff screen that somebody has to see to.
bool staff_are_needed(const Describer& of);
std::uint32_t bits_of(std::span<const visit::Place> places);

// One screen a state of the visit.
View screen(const Describer& of, const visit::NotReady&);
View screen(const Describer& of, const visit::ChoosingLanguage&);
View screen(const Describer& of, const visit::Promised&);
View screen(const Describer& of, const visit::Learning&);
View screen(const Describer& of, const visit::ReadingTopic& reading);
View screen(const Describer& of, const visit::Asking& asking);
View screen(const Describer& of, const visit::Reviewing& reviewing);
View screen(const Describer& of, const visit::CheckingAnswers& checking);
View screen(const Describer& of, const visit::Printing&);
View screen(const Describer& of, const visit::AskingForPaper& asking);
View screen(const Describer& of, const visit::Problem&);
View screen(const Describer& of, const visit::Copying&);
View screen(const Describer& of, const visit::Goodbye& goodbye);
// What lies over them.
View idle(const Describer& of);
View erase(const Describer& of);
View more(const Describer& of);
View languages(const Describer& of);
View beside(const Describer& of);
View staff(const Describer& of);
View staff_code(const Describer& of);
View desk(const Describer& of);
View hidden(const Describer& of);
View calling(const Describer& of);
View onlookers(const Describer& of);

// The parts of the question screen, by kind of answer.
void describe_date(const Asked& of, View& view);
void describe_time(const Asked& of, View& view);
Search describe_countries(const Asked& of);

}  // namespace pocketplan::view
