// Random hands, keys, clocks and printers, under the sanitizers: in every language, size, theme and on every display,
// nothing crashes, no control is off screen or too small, and visits come to their end.
// POCKETPLAN_MONKEY=100000 takes so many steps; POCKETPLAN_SEED=... repeats a run.

#include <cstdlib>
#include <iostream>
#include <random>

#include <gtest/gtest.h>

#include "kiosk/tools/pictures/displays.h"
#include "kiosk/view/describe.h"
#include "kiosk/visit/step.h"
#include "printer/status/status.h"
#include "tests/support/pack.h"
#include "tests/support/robot.h"
#include "tests/support/screen_rules.h"
#include "tests/support/view_text.h"

namespace pocketplan::ui {
namespace {

using pictures::displays;
using tests::check_in_pack;
using tests::Robot;

unsigned number_from(const char* variable, unsigned otherwise) {
    const char* const text = std::getenv(variable);
    return text == nullptr ? otherwise : static_cast<unsigned>(std::strtoul(text, nullptr, 10));
}

class Monkey {
public:
    explicit Monkey(unsigned seed) : random_(seed) {}

    unsigned below(std::size_t count) {
        return std::uniform_int_distribution<unsigned>(0, static_cast<unsigned>(count) - 1)(random_);
    }
    // Something that comes from outside, not from the hands.
    visit::Event from_the_world() {
        const auto trouble = static_cast<status::Trouble>(below(static_cast<unsigned>(status::last_trouble) + 1));
        switch (below(8)) {
            case 0:
                return visit::IdleFor{std::chrono::seconds(below(140))};
            case 1:
                return visit::PrinterSaid{trouble, below(64), status::PaperKind::a4};
            case 2:
                return visit::QueueSaid{static_cast<visit::Leftovers>(below(3))};
            case 3:
                return visit::Composed{static_cast<int>(below(30))};
            case 4:
                return visit::Counted{static_cast<int>(below(30))};
            case 5:
                return visit::SoundSaid{below(3) > 0};
            case 6:
                return visit::ReadAloud{static_cast<visit::Aloud>(below(7))};
            default:
                return visit::JobSaid{static_cast<status::Progress>(below(4)), trouble, static_cast<int>(below(30))};
        }
    }
    visit::Event typed() {
        constexpr char32_t some[] = {U'a', U'Z', U' ', U'é', U'م', U'ক', U'李', U'0', U'٣', U'\u202E', U'\u0301'};
        return visit::Type{some[below(std::size(some))]};
    }

private:
    std::mt19937 random_;
};

class MonkeyTest : public testing::Test {
protected:
    void take(const visit::Event& event) {
        for (const auto& effect : visit::step(visit_, event, check_in_pack())) {
            ended_ = ended_ || std::holds_alternative<visit::EndVisit>(effect);
        }
    }
    void end_if_ended() {
        if (!ended_) return;
        ended_ = false;
        visit_ = visit::Visit(check_in_pack());
        ++visits_;
    }
    // Long enough to hold what is to be held.
    void touch(double x, double y) {
        for (const bool down : {false, true, true, false}) {
            time_ += Hold::rest;
            if (const auto event = robot_.draw({x, y, down, Key::none, time_})) take(*event);
        }
    }
    void one_step(Monkey& monkey, const Display& display) {
        robot_.draw();
        const auto& widgets = robot_.ui().widgets();
        const unsigned what = monkey.below(100);
        if (what < 60 && !widgets.empty()) {
            const Rect rect = widgets[monkey.below(widgets.size())].rect;
            touch(rect.x + rect.width / 2, rect.y + rect.height / 2);
        } else if (what < 75) {
            touch(monkey.below(static_cast<std::size_t>(display.width)),
                  monkey.below(static_cast<std::size_t>(display.height)));
        } else if (what < 83) {
            const auto key = static_cast<Key>(1 + monkey.below(static_cast<std::size_t>(Key::back)));
            if (const auto event = robot_.draw({-1, -1, false, key, time_ += Hold::rest})) take(*event);
        } else if (what < 91) {
            take(monkey.typed());
        } else {
            take(monkey.from_the_world());
        }
    }

    visit::Visit visit_{check_in_pack()};
    Robot robot_{check_in_pack(), tests::typesetter(), displays.front().display, visit_,
                 [this](const visit::Event& event) { take(event); }};
    bool ended_ = false;
    int visits_ = 0;
    Hold::Time time_{};
};

TEST_F(MonkeyTest, HurtsNothing) {
    const unsigned steps = number_from("POCKETPLAN_MONKEY", 25000);
    const unsigned seed = number_from("POCKETPLAN_SEED", std::random_device()());
    std::cout << "POCKETPLAN_SEED=" << seed << "\n";
    Monkey monkey(seed);
    Display display = displays.front().display;
    for (unsigned step = 0; step < steps; ++step) {
        // Also in the middle of a visit: a display may be turned or changed while in use.
        if (step % 50 == 0) {
            display = displays[monkey.below(displays.size())].display;
            robot_.set_display(display);
            take(visit::ChooseLanguage{
                static_cast<content::LanguageIndex>(monkey.below(check_in_pack().languages.size()))});
            take(visit::SetTextSize{static_cast<visit::TextSize>(monkey.below(4))});
            take(visit::SetTheme{static_cast<visit::Theme>(monkey.below(3))});
        }
        one_step(monkey, display);
        end_if_ended();
        robot_.draw();
        ASSERT_EQ(tests::broken_target(robot_.ui()), "")
            << "step " << step << " state " << visit_.state.index() << " display " << display.width << " language "
            << check_in_pack().language(visit_.language).tag << " size " << static_cast<int>(visit_.text_size)
            << " trouble " << static_cast<int>(visit_.printer.obstacle()) << "\n"
            << tests::text_of(view::describe(visit_, check_in_pack(), robot_.machine()),
                              {visit_, check_in_pack(), robot_.machine()});
        ASSERT_FALSE(robot_.ui().widgets().empty()) << "no way out, step " << step;
    }
    EXPECT_GT(visits_, static_cast<int>(steps / 4000)) << "it gets around";
}

}  // namespace
}  // namespace pocketplan::ui
