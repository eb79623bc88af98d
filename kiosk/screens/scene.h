#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "content/phrase.h"
#include "content/plan.h"
#include "kiosk/screens/screens.h"
#include "kiosk/ui/id.h"

// What every screen draws with.
namespace pocketplan::screens {

struct Scene {
    ui::Ui& ui;
    const visit::Visit& visit;
    const content::Library& library;
    const Machine& machine;
    std::optional<visit::Event> event;  // what was touched; the last one wins

    [[nodiscard]] std::string_view text(std::string_view id) const { return library.text(visit.language, id); }
    [[nodiscard]] std::string_view text(content::TextIndex index) const { return library.text(visit.language, index); }
    [[nodiscard]] const content::Question& question() const { return library.question(*visit.question); }
    [[nodiscard]] const content::Answer& answer() const { return visit.answers[*visit.question]; }

    void button(std::string_view id, const ui::Rect& rect, const ui::Button& look, const visit::Event& touched) {
        if (ui.button(id, rect, look)) event = touched;
    }
};

// Millimetres (LOOK.md: Touch; Type).
inline constexpr double margin = 5;
inline constexpr double gap = 3;
inline constexpr double target = 15;
// Type for what is pressed often and must stay in its place.
inline constexpr ui::Type bar_type{
    .capital = 0.75, .align = typeset::Align::centre, .line_height = 1.15, .most_capital = 3.8};

// Where a screen draws: all but the margins, and on a wide display no more than arms and lines of text can do with.
ui::Rect page_of(const Scene& scene);
// The bar at the foot, always the same places; what is left of the screen comes back. `forward` is what the last button
// does, if there is one.
struct Forward {
    std::string_view id;
    std::string_view text_id;
    std::string_view icon;
    bool strong = true;
    visit::Event event;
};
enum class Backward { no, yes };
ui::Rect draw_frame(Scene& scene, Backward backward, const std::optional<Forward>& forward, double progress = -1);

// A title at the top of `body`, and what explains it, in the largest type of up to 1.3 answers that takes no more than
// `room` pixels; by default a third of the body.
void draw_title(Scene& scene, ui::Rect& body, std::string_view title, std::string_view below = {}, double room = 0);
// A button's label in the largest type in which it fits.
ui::Button fitted(const Scene& scene, ui::Button look, const ui::Rect& rect);
// A framed notice at the top of `body`: a sentence, and a remedy in smaller type.
void draw_notice(Scene& scene, ui::Rect& body, std::string_view sentence, std::string_view remedy = {});

// One of several things to touch.
struct Choice {
    ui::Id id;
    ui::Button look;
    visit::Event event;
};
// Draws them as equal cards in one or two columns, in the type they fit in; what does not fit goes to further pages,
// which a last card turns ("More answers"). Never scrolls.
// `first_page`: the page of the screen on which they begin.
struct Spread {
    int most_columns = 2;
    int first_page = 0;
};
void draw_choices(Scene& scene, const ui::Rect& body, std::span<const Choice> choices, Spread spread = {});

// A card for each language there is.
void draw_language_cards(Scene& scene, const ui::Rect& body);

// The keys of the visitor's script, or a pad of digits; they type into the visit's entry.
enum class Keys { letters, digits };
double keyboard_height(const Scene& scene, Keys keys, double width);
void draw_keyboard(Scene& scene, const ui::Rect& body, Keys keys);

// A field being typed into, with what it holds; hidden once it is left.
void draw_field(Scene& scene, const ui::Rect& rect, std::string_view id, std::string_view label,
                const content::Words& words, visit::EntryField field);

// Texts to read, in large type, page after page; each marked by a dot, or by its number from 1.
enum class Mark { dot, number };
void draw_texts(Scene& scene, ui::Rect body, std::span<const content::PhraseText> texts, Mark mark);
// Adds what a paper or topic says in the visitor's language, each text once.
void add_advice(const Scene& scene, const content::PlanPaper& planned, std::vector<content::PhraseText>& texts);
// Since when nobody has checked the facts, where that is said once for all of them (content/dates.h).
void add_age(const Scene& scene, std::vector<content::PhraseText>& texts);

// "a · b · c", as a text in which that stands for {places} says it.
content::PhraseText name_places(const Scene& scene, std::string_view text_id, std::span<const visit::Place> places);

// One function a screen.
void draw_not_ready(Scene& scene);
void draw_language(Scene& scene);
void draw_promise(Scene& scene);
void draw_learn(Scene& scene);
void draw_topic(Scene& scene);
void draw_question(Scene& scene);
void draw_review(Scene& scene);
void draw_printing(Scene& scene);
void draw_in_hand(Scene& scene);
void draw_problem(Scene& scene);
void draw_copy(Scene& scene);
void draw_goodbye(Scene& scene);
void draw_overlay(Scene& scene);
void draw_staff(Scene& scene);
// Whether there is anything on the staff screen that somebody has to see to.
bool staff_are_needed(const Scene& scene);

}  // namespace pocketplan::screens
