// Very large words, measured as they are drawn: how high a capital of the question, its answers, the bar and the keys
// is. VVSG 2.0, 7.1-G asks for 8.5 mm; docs/ACCESSIBILITY.md has the figures.

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "kiosk/tools/pictures/displays.h"
#include "kiosk/tools/pictures/every_screen.h"
#include "kiosk/visit/step.h"
#include "tests/support/pack.h"
#include "tests/support/robot.h"

namespace pocketplan::ui {
namespace {

using tests::check_in_pack;

bool lies_in(const Rect& text, const Rect& control) {
    return text.x >= control.x - 1 && text.right() <= control.right() + 1 && text.y >= control.y - 1 &&
           text.bottom() <= control.bottom() + 1;
}

// Of a control's label, millimetres; 0: it has none.
double capital_on(const Ui& ui, const Widget& control) {
    double capital = 0;
    for (const auto& text : ui.texts()) {
        if (lies_in(text.rect, control.rect)) capital = std::max(capital, text.capital);
    }
    return capital;
}

// The least height of a capital on any screen of the questions, millimetres.
struct Least {
    double title = 99;
    double answers = 99;
    double bar = 99;
    double letters = 99;
};

void note(double& least, double capital) {
    if (capital > 0) least = std::min(least, capital);
}

// Where something is wrong with what was entered, a notice takes the keys' room.
bool is_plain_question(const std::string& name) {
    return name.starts_with("question.") && name.find(".fault") == std::string::npos &&
           name.find(".typing") == std::string::npos && name.find("birth_country.layer") == std::string::npos;
}

Least measure(const Display& display, const char* language) {
    visit::Visit visit(check_in_pack());
    visit.language = *check_in_pack().find_language(language);
    visit.text_size = visit::TextSize::huge;
    tests::Robot robot(check_in_pack(), tests::typesetter(), display, visit,
                       [&](const visit::Event& event) { visit::step(visit, event, check_in_pack()); });
    Least least;
    pictures::show_every_screen(visit, robot.machine(), check_in_pack(), [&](const std::string& name) {
        robot.draw();
        const auto& ui = robot.ui();
        if (!is_plain_question(name)) return robot.sees("page.turn");
        note(least.title, ui.texts().front().capital);
        for (const auto& control : ui.widgets()) {
            const bool in_corner = control.id == "bar.hide";
            if (control.id.starts_with("option.")) note(least.answers, capital_on(ui, control));
            if (control.id.starts_with("bar.") && !in_corner) note(least.bar, capital_on(ui, control));
            const bool letter = control.id.starts_with("key.") && control.id.size() == std::string("key.a").size();
            if (letter) note(least.letters, capital_on(ui, control));
        }
        return robot.sees("page.turn");
    });
    return least;
}

struct Wanted {
    const char* display_name;
    const Display& display;
    const char* language;
    Least least;
};

void PrintTo(const Wanted& wanted, std::ostream* out) {
    *out << wanted.display_name << " " << wanted.language;
}

class VeryLargeTest : public testing::TestWithParam<Wanted> {};

TEST_P(VeryLargeTest, IsAsLargeAsTheStandardAsksOrAsTheDisplayHasRoomFor) {
    const auto& [name, display, language, wanted] = GetParam();
    const auto found = measure(display, language);
    constexpr double pixel = 0.05;  // millimetres: half of what one is high
    EXPECT_GE(found.title, wanted.title - pixel);
    EXPECT_GE(found.answers, wanted.answers - pixel);
    EXPECT_GE(found.bar, wanted.bar - pixel);
    EXPECT_GE(found.letters, wanted.letters - pixel);
}

INSTANTIATE_TEST_SUITE_P(Displays, VeryLargeTest,
                         testing::Values(Wanted{"wide", pictures::wide, "en", {8.5, 8.5, 8.5, 6.7}},
                                         Wanted{"wide", pictures::wide, "ar", {8.5, 8.5, 8.5, 8.5}},
                                         Wanted{"wide", pictures::wide, "es", {8.5, 8.5, 8.5, 6.9}},
                                         Wanted{"wide", pictures::wide, "ru", {7.8, 7.1, 8.3, 7.3}},
                                         Wanted{"wide", pictures::wide, "vi", {8.5, 8.5, 8.5, 7.0}},
                                         Wanted{"tall", pictures::tall, "en", {8.5, 8.5, 8.5, 8.5}},
                                         Wanted{"tall", pictures::tall, "ar", {8.5, 8.5, 8.5, 8.5}},
                                         Wanted{"tall", pictures::tall, "fr", {8.5, 8.5, 8.5, 8.5}},
                                         Wanted{"tall", pictures::tall, "ru", {8.5, 7.7, 8.5, 8.5}},
                                         Wanted{"tall", pictures::tall, "vi", {8.5, 8.5, 8.5, 8.3}},
                                         Wanted{"large", pictures::large, "ru", {11.9, 11.9, 8.5, 8.5}},
                                         Wanted{"middle", pictures::middle, "en", {7.5, 7.5, 7.5, 6.7}},
                                         Wanted{"middle", pictures::middle, "ru", {6.9, 4.9, 6.7, 7.5}},
                                         Wanted{"small", pictures::small, "en", {5.2, 5.7, 5.7, 5.7}},
                                         Wanted{"small", pictures::small, "vi", {5.2, 4.5, 5.7, 5.7}}),
                         [](const auto& wanted) {
                             return std::string(wanted.param.display_name) + "_" + wanted.param.language;
                         });

}  // namespace
}  // namespace pocketplan::ui
