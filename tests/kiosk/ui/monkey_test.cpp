// Random hands, keys, clocks, displays and printers, under the sanitizers: in every language, size, theme and on every
// display, nothing crashes, no control is off screen, too small or over a text, nothing is printed twice or is out of
// date, and a visit can end from wherever it is. POCKETPLAN_MONKEY=100000 takes so many steps; POCKETPLAN_SEED=2 takes
// others. The same are the same, but for the print worker's pace.

#include "tests/kiosk/ui/monkey.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iostream>

#include <gtest/gtest.h>

#include "kiosk/tools/pictures/displays.h"
#include "tests/kiosk/ui/driven_kiosk.h"

namespace pocketplan::tests {
namespace {

unsigned number_from(const char* variable, unsigned otherwise) {
    const char* const text = std::getenv(variable);
    return text == nullptr ? otherwise : static_cast<unsigned>(std::strtoul(text, nullptr, 10));
}

class MonkeyTest : public testing::Test {
protected:
    void one_step() {
        const auto& widgets = kiosk_.robot().ui().widgets();
        const auto screen = kiosk_.robot().ui().screen();
        const unsigned what = monkey_.below(100);
        if (what < 55 && !widgets.empty()) {
            const auto rect = widgets[monkey_.below(widgets.size())].rect;
            kiosk_.touch(rect.x + rect.width / 2, rect.y + rect.height / 2);
        } else if (what < 65) {
            kiosk_.touch(monkey_.below(static_cast<std::size_t>(screen.width)),
                         monkey_.below(static_cast<std::size_t>(screen.height)));
        } else if (what < 75) {
            kiosk_.press_key(static_cast<ui::Key>(1 + monkey_.below(static_cast<std::size_t>(ui::Key::back))));
        } else if (what < 82) {
            kiosk_.apply(monkey_.typed());
        } else if (what < 88) {
            kiosk_.apply(monkey_.from_the_world());
        } else if (what < 96) {
            monkey_.change(kiosk_.printer());
            kiosk_.hear_printer();
        } else {
            change_surroundings();
        }
    }
    // Also in the middle of a visit: the display may be turned or changed while in use, and midnight passes.
    void change_surroundings() {
        switch (monkey_.below(4)) {
            case 0:
                return kiosk_.show_on(monkey_.display());
            case 1:
                return kiosk_.say_day(monkey_.day());
            case 2:
                for (const auto& event : monkey_.another_look(kiosk_.library().languages.size())) kiosk_.apply(event);
                return;
            default:
                return monkey_.once_in(2) ? kiosk_.speech().hold() : kiosk_.speech().finish();
        }
    }
    void begin_again() {
        constexpr std::array papers{page::letter, page::a4, page::receipt80};
        kiosk_.begin_again(papers.at(monkey_.below(papers.size())));
        kiosk_.show_on(monkey_.display());
        kiosk_.say_day(monkey_.day());
        if (monkey_.once_in(3)) {  // so that questions and papers are come to as often as the first screens
            kiosk_.apply(visit::StartOver{});
            for (const auto& event : monkey_.another_look(kiosk_.library().languages.size())) kiosk_.apply(event);
            kiosk_.apply(visit::MakePlan{});
            while (kiosk_.visit().is<visit::Asking>() && !monkey_.once_in(25)) kiosk_.apply(visit::Skip{});
        }
        ++visits_;
    }
    // By hand, from wherever it is; a hidden screen by nobody's.
    bool ends() {
        if (kiosk_.visit().overlay == visit::Overlay::hidden) return ends_alone();
        constexpr std::array outwards{"calling.came",    "staff.close",     "code.back",  "idle.erase",
                                      "languages.close", "onlookers.go_on", "more.close", "seen.close",
                                      "erase.yes",       "problem.give_up", "bar.erase"};
        for (int pressed = 0; pressed < 8 && !kiosk_.ended(); ++pressed) {
            const bool some = std::any_of(outwards.begin(), outwards.end(), [&](const char* id) {
                return kiosk_.robot().sees(id) && kiosk_.robot().press(id);
            });
            if (!some) return false;
        }
        return kiosk_.ended();
    }
    // Nobody is there any more, and nothing more happens.
    bool ends_alone() {
        constexpr auto long_enough = visit::longest_printing + visit::idle_end;  // of all that anything waits for
        kiosk_.apply(visit::IdleFor{long_enough});
        kiosk_.apply(visit::IdleFor{long_enough});  // the first may only have closed the desk
        return kiosk_.ended();
    }
    [[nodiscard]] std::string where() {
        const auto& visit = kiosk_.visit();
        const auto& screen = kiosk_.robot().ui().screen();
        return "state " + std::to_string(visit.state.index()) + " overlay " +
               std::to_string(static_cast<int>(visit.overlay)) + " display " + std::to_string(screen.width) + " x " +
               std::to_string(screen.height) + " at " + std::to_string(kiosk_.robot().ui().mm(1)) +
               " a millimetre, language " + kiosk_.library().language(visit.language).tag + " size " +
               std::to_string(static_cast<int>(visit.text_size)) + "\n" + kiosk_.screen();
    }

    DrivenKiosk kiosk_;
    const unsigned seed_ = number_from("POCKETPLAN_SEED", 1);
    Monkey monkey_{seed_};
    int visits_ = 0;
};

TEST_F(MonkeyTest, HurtsNothing) {
    const unsigned steps = number_from("POCKETPLAN_MONKEY", 8000);
    std::cout << "POCKETPLAN_SEED=" << seed_ << "\n";
    begin_again();
    for (unsigned step = 0; step < steps; ++step) {
        kiosk_.go_on();
        ASSERT_EQ(kiosk_.broken(), "") << "step " << step << " " << where();
        one_step();
        const bool is_one = visit::has_begun(kiosk_.visit()) && !kiosk_.ended();
        const bool by_hand = is_one && monkey_.once_in(400);
        const bool alone = is_one && !by_hand && monkey_.once_in(400);
        ASSERT_TRUE(!by_hand || ends()) << "step " << step << " " << where();
        ASSERT_TRUE(!alone || ends_alone()) << "step " << step << " " << where();
        if (kiosk_.ended()) begin_again();
    }
    std::cout << visits_ << " visits, " << kiosk_.plans() << " plans, at most " << kiosk_.largest_visit()
              << " bytes of a visit\n";
    EXPECT_GT(visits_, static_cast<int>(steps / 400)) << "it gets around";
    EXPECT_GT(kiosk_.plans(), static_cast<int>(steps / 1000)) << "and prints";
}

}  // namespace
}  // namespace pocketplan::tests
