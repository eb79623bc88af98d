#pragma once

#include <span>
#include <string_view>

#include "content/common_texts.h"
#include "content/plan.h"
#include "kiosk/view/sayer.h"
#include "kiosk/view/view.h"

// What all screens are described with, and one function a screen. Of describe() alone.
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
    [[nodiscard]] const content::Question& question() const { return library.question(*visit.question); }
    [[nodiscard]] const content::Answer& answer() const { return visit.answers[*visit.question]; }
    [[nodiscard]] bool is(const content::Choice& choice) const;
};

// What stands around most screens: its title, the corner, and the bar with what goes back and forward.
enum class Backward { no, yes };
View frame(const Describer& of, Backward backward, std::optional<Control> forward, Said title, Said below = Nothing{});

List<Control> language_controls(const Describer& of);
Keyboard keyboard_of(const Describer& of);
Pad pad_of(const Describer& of);
Field field_of(const Describer& of, Id id, Said label, visit::EntryField field);
// What papers or a topic say, each text once; and since when nobody has checked the facts, where that is said once for
// all of them (content/dates.h).
List<Said> advice_of(const Describer& of, std::span<const content::PlanPaper> papers);
// Whether there is anything on the staff screen that somebody has to see to.
bool staff_are_needed(const Describer& of);
std::uint32_t bits_of(std::span<const visit::Place> places);

View not_ready(const Describer& of);
View language(const Describer& of);
View promise(const Describer& of);
View learn(const Describer& of);
View topic(const Describer& of);
View question(const Describer& of);
View review(const Describer& of);
View printing(const Describer& of);
View in_hand(const Describer& of);
View problem(const Describer& of);
View copy(const Describer& of);
View goodbye(const Describer& of);
View idle(const Describer& of);
View erase(const Describer& of);
View more(const Describer& of);
View languages(const Describer& of);
View staff(const Describer& of);
View hidden(const Describer& of);

// The parts of the question screen, by kind of answer.
void describe_date(const Describer& of, View& view);
void describe_time(const Describer& of, View& view);
Search describe_countries(const Describer& of);

}  // namespace pocketplan::view
