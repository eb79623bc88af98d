// What is seen of a control, measured in the pixels of the frame: its words, its edge, and whether it is chosen,
// pressed or has the focus, in each theme.

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <utility>

#include <gtest/gtest.h>

#include "kiosk/picture/picture.h"
#include "kiosk/tools/pictures/displays.h"
#include "kiosk/tools/pictures/every_screen.h"
#include "kiosk/ui/focus.h"
#include "kiosk/view/describe.h"
#include "kiosk/view/walk.h"
#include "kiosk/visit/step.h"
#include "tests/support/pack.h"
#include "tests/support/robot.h"
#include "tests/support/screen_rules.h"

namespace pocketplan::ui {
namespace {

using tests::check_in_pack;
using tests::contrast;
using tests::Robot;

constexpr Display display = pictures::middle;
constexpr double least_edge = 3;               // WCAG 2.2, 1.4.11
constexpr std::size_t pixels_of_a_stroke = 2;  // a full stop has some four

double least_for_words(Theme theme) {
    return theme == Theme::calm ? 10 : 20;  // VVSG 2.0, 7.1-C and -D
}

// A picture of the frame drawn last.
class Seen {
public:
    explicit Seen(const std::vector<std::uint8_t>& pixels) : pixels_(pixels) {}

    [[nodiscard]] Colour at(int x, int y) const {
        const auto* const pixel =
            &pixels_[3 * (static_cast<std::size_t>(y) * display.width + static_cast<std::size_t>(x))];
        return 0xFF000000U | static_cast<Colour>(pixel[2]) << 16U | static_cast<Colour>(pixel[1]) << 8U | pixel[0];
    }
    // Each colour inside of the rect and how many pixels have it.
    [[nodiscard]] std::map<Colour, std::size_t> colours_in(const Rect& rect) const {
        std::map<Colour, std::size_t> counts;
        for (int y = std::max(0, static_cast<int>(rect.y));
             y < std::min<int>(display.height, static_cast<int>(rect.bottom())); ++y) {
            for (int x = std::max(0, static_cast<int>(rect.x));
                 x < std::min<int>(display.width, static_cast<int>(rect.right())); ++x) {
                ++counts[at(x, y)];
            }
        }
        return counts;
    }

private:
    const std::vector<std::uint8_t>& pixels_;
};

Colour most_frequent(const std::map<Colour, std::size_t>& counts) {
    return std::max_element(counts.begin(), counts.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
}

// Of what is written in the rect to what it stands on. Only colours that a whole stroke has count: the rest are its
// smoothed edges.
double contrast_in(const Seen& seen, const Rect& rect) {
    const auto counts = seen.colours_in(rect);
    const Colour ground = most_frequent(counts);
    double most = 1;
    for (const auto& [colour, count] : counts) {
        if (count >= pixels_of_a_stroke) most = std::max(most, contrast(colour, ground));
    }
    return most;
}

class ContrastTest : public testing::TestWithParam<Theme> {
protected:
    std::vector<std::uint8_t> draw() {
        picture::Picture picture(display);
        robot_.show([&](const Frame& frame, const Atlas& atlas) { picture.draw(frame, atlas); });
        return picture.pixels();
    }
    void every_screen(const std::function<void(const std::string& name)>& look) {
        visit_.theme = GetParam();
        pictures::show_every_screen(visit_, robot_.machine(), check_in_pack(), [&](const std::string& name) {
            look(name);
            return false;
        });
    }

    visit::Visit visit_{check_in_pack()};
    Robot robot_{check_in_pack(), tests::typesetter(), display, visit_,
                 [this](const visit::Event& event) { visit::step(visit_, event, check_in_pack()); }};
};

TEST_P(ContrastTest, WordsOfEveryControlStandOutAndSoDoesItsEdge) {
    every_screen([&](const std::string& name) {
        const auto pixels = draw();
        const Seen seen(pixels);
        for (const auto& widget : robot_.ui().widgets()) {
            const bool empty_field = widget.id.starts_with("field.");
            if (!widget.enabled || empty_field) continue;
            // The sample of a theme shows that theme's own colours.
            const Theme shown = widget.id == "theme.calm" ? Theme::calm : GetParam();
            EXPECT_GE(contrast_in(seen, widget.rect.inset(robot_.ui().mm(2))), least_for_words(shown))
                << name << " " << widget.id;
            // Across the edge at half the height: what is outside, the edge itself and what is inside.
            const int y = static_cast<int>(widget.rect.y + widget.rect.height / 2);
            const int x = static_cast<int>(widget.rect.x);
            const Colour outside = seen.at(std::max(0, x - 4), y);
            double edge = 1;
            for (int across = 0; across < 8; ++across) edge = std::max(edge, contrast(outside, seen.at(x + across, y)));
            EXPECT_GE(edge, least_edge) << name << " " << widget.id;
        }
    });
}

// A control in one of its states, as somebody sees it who sees no colours: whether a pixel is dark.
enum class Contact { none, focused, pressed };
using Dark = std::vector<bool>;

class States {
public:
    explicit States(Theme theme) { look_.theme = theme; }
    // `put`: puts the control in `place`.
    void add(Contact contact, const std::function<void(Ui&)>& put) {
        picture::Picture picture(display);
        draw({1, 1, true, Key::none}, put);  // takes the focus away
        const bool pressed = contact == Contact::pressed;
        const double x = pressed ? place.x + place.width / 2 : -1;
        const double y = pressed ? place.y + place.height / 2 : -1;
        draw({x, y, false, Key::none}, put);
        const auto key = contact == Contact::focused ? Key::next : Key::none;
        picture.draw(draw({x, y, pressed, key}, put), ui_.atlas());
        const auto pixels = picture.pixels();
        Dark dark;
        for (std::size_t at = 0; at < pixels.size(); at += 3) {
            dark.push_back(pixels[at] + pixels[at + 1] + pixels[at + 2] < 384);
        }
        states_.push_back(std::move(dark));
    }
    void expect_all_differ(const std::string& what) const {
        constexpr std::size_t seen_from_afar = 300;  // pixels; the tick in the corner has some 500
        for (std::size_t one = 0; one < states_.size(); ++one) {
            for (std::size_t other = 0; other < one; ++other) {
                EXPECT_GE(differing(states_[one], states_[other]), seen_from_afar)
                    << what << ": states " << other << " and " << one;
            }
        }
    }

    static constexpr Rect place{200, 200, 300, 120};

private:
    Frame draw(const Input& input, const std::function<void(Ui&)>& put) {
        ui_.begin(display, look_, input);
        put(ui_);
        return ui_.end();
    }
    static std::size_t differing(const Dark& a, const Dark& b) {
        std::size_t count = 0;
        for (std::size_t at = 0; at < a.size(); ++at) count += a[at] != b[at] ? 1 : 0;
        return count;
    }

    Ui ui_{tests::typesetter()};
    Look look_;
    std::vector<Dark> states_;
};

constexpr std::array every_contact{Contact::none, Contact::focused, Contact::pressed};

TEST_P(ContrastTest, ChosenFocusedAndPressedDifferFromEachOtherAndFromRestByMoreThanColour) {
    for (const auto emphasis : {Emphasis::plain, Emphasis::quiet}) {
        for (const auto sign : {Sign::none, Sign::circle, Sign::square, Sign::toggle}) {
            States states(GetParam());
            for (const bool chosen : {false, true}) {
                for (const auto contact : every_contact) {
                    states.add(contact, [&](Ui& ui) {
                        ui.button("it", States::place,
                                  {.label = std::string_view("Answer"),
                                   .emphasis = emphasis,
                                   .chosen = chosen,
                                   .sign = sign});
                    });
                }
            }
            states.expect_all_differ("emphasis " + std::to_string(static_cast<int>(emphasis)) + ", sign " +
                                     std::to_string(static_cast<int>(sign)));
        }
    }
}

TEST_P(ContrastTest, FocusedAndPressedDifferOnTheStrongButtonAndOnPaperToo) {
    States strong(GetParam());
    States paper(GetParam());
    for (const auto contact : every_contact) {
        strong.add(contact, [](Ui& ui) {
            ui.button("it", States::place, {.label = std::string_view("Go on"), .emphasis = Emphasis::strong});
        });
        paper.add(contact, [](Ui& ui) {
            ui.fill(States::place, rgb(0xFFFFFF));
            ui.target("it", States::place, true);
        });
    }
    strong.expect_all_differ("the strong button");
    paper.expect_all_differ("a sheet of paper");
}

TEST_P(ContrastTest, TheFocusComesToEveryControlInReadingOrder) {
    every_screen([&](const std::string& name) {
        robot_.draw({1, 1, true, Key::none});  // no focus
        robot_.draw();
        std::vector<std::string> order;
        robot_.draw({-1, -1, false, Key::next});
        if (robot_.ui().focus() == title_id) order.emplace_back(title_id);
        robot_.draw({1, 1, true, Key::none});
        robot_.draw();
        for (const auto& widget : robot_.ui().widgets()) {
            if (widget.enabled) order.push_back(widget.id);
        }
        for (const auto& id : order) {
            robot_.draw({-1, -1, false, Key::next});
            EXPECT_EQ(robot_.ui().focus(), id) << name;
        }
    });
}

// Nor does the first key lead to what ends, erases or prints: there are answers, or a way on, before it.
TEST_P(ContrastTest, TheFocusComesToAnswersBeforeTheBarAndTheCorner) {
    every_screen([&](const std::string& name) {
        robot_.draw();
        std::map<std::string, view::Place> places;
        std::map<std::string, visit::Event> events;
        const auto view = view::describe(visit_, check_in_pack(), robot_.machine());
        view::walk(view, {.control = [&](const view::Control& control, view::Place place) {
                       const std::string id(std::string_view(control.id));
                       places.emplace(id, place);
                       events.emplace(id, control.event);
                   }});
        int place = 0;
        for (const auto& widget : robot_.ui().widgets()) {
            const auto known = places.find(widget.id);
            if (!widget.enabled || known == places.end()) continue;
            const bool around = known->second == view::Place::bar || known->second == view::Place::corner;
            const int now = around ? static_cast<int>(known->second) : 0;
            EXPECT_GE(now, place) << name << ": " << widget.id << " comes too late";
            place = now;
        }
        robot_.draw({1, 1, true, Key::none});  // no focus
        robot_.draw();
        robot_.draw({-1, -1, false, Key::next});
        const auto first = events.find(robot_.ui().focus());
        if (first == events.end()) return;
        EXPECT_FALSE(std::holds_alternative<visit::Erase>(first->second)) << name;
        EXPECT_FALSE(std::holds_alternative<visit::Print>(first->second)) << name;
        EXPECT_FALSE(std::holds_alternative<visit::InHand>(first->second)) << name;
    });
}

INSTANTIATE_TEST_SUITE_P(Themes, ContrastTest,
                         testing::Values(Theme::calm, Theme::white_on_black, Theme::black_on_white),
                         [](const auto& theme) {
                             return std::string(theme.param == Theme::calm             ? "calm"
                                                : theme.param == Theme::white_on_black ? "white_on_black"
                                                                                       : "black_on_white");
                         });

}  // namespace
}  // namespace pocketplan::ui
