// Every event in every state: whatever happens, a visit can be seen, touched and ended.

#include <utility>

#include <gtest/gtest.h>

#include "kiosk/view/describe.h"
#include "kiosk/view/walk.h"
#include "kiosk/visit/step.h"
#include "tests/support/pack.h"
#include "tests/support/visitor.h"

namespace pocketplan::view {
namespace {

using tests::check_in_pack;
using visit::Event;
using visit::State;
using visit::Visit;

template <class Variant, std::size_t... at>
std::vector<Variant> one_of_each(std::index_sequence<at...> /*unused*/) {
    std::vector<Variant> all;
    (all.emplace_back(std::variant_alternative_t<at, Variant>{}), ...);
    return all;
}

std::vector<Event> events() {
    auto all = one_of_each<Event>(std::make_index_sequence<std::variant_size_v<Event>>());
    // With values that nothing on screen ever sends.
    const auto far = [](auto index) { return static_cast<decltype(index)>(999); };
    all.insert(all.end(), {visit::ChooseLanguage{far(content::LanguageIndex{})},
                           visit::SetBeside{far(content::LanguageIndex{})},
                           visit::SetBeside{content::LanguageIndex{3}},
                           visit::OpenTopic{-1},
                           visit::OpenTopic{99},
                           visit::ToggleOption{99},
                           visit::Type{0x10FFFF},
                           visit::PressKey{9, 9, 9},
                           visit::PickCharacter{200},
                           visit::SwitchLayer{-7},
                           visit::PickDate{visit::DatePart::month, 99},
                           visit::PickDate{visit::DatePart::year, -1},
                           visit::PickDecade{-4000},
                           visit::PickTime{visit::TimePart::hour, 77},
                           visit::PickCountry{far(content::CountryIndex{})},
                           visit::TurnPage{-4},
                           visit::TurnPage{1 << 30},
                           visit::ChangeAnswer{far(content::QuestionIndex{})},
                           visit::Reveal{far(content::QuestionIndex{})},
                           visit::TogglePaper{255},
                           visit::SetCopies{-1},
                           visit::SeeSheet{-1},
                           visit::SeeSheet{999},
                           visit::Composed{-1},
                           visit::Cover{visit::Overlay::desk},
                           visit::CodeSaid{{visit::CodeOutcome::right, 0}},
                           visit::OpenDeskPage{static_cast<visit::DeskPage>(200)},
                           visit::SwitchLanguage{far(content::LanguageIndex{})},
                           visit::ResizeCard{1e9},
                           visit::DeskRecalled{true, {.languages_off = ~std::uint64_t{0}}},
                           visit::IdleFor{std::chrono::hours(9)}});
    return all;
}

// How a visit comes into each state, all questions among them.
std::vector<std::function<void(Visit&)>> states() {
    std::vector<std::function<void(Visit&)>> all;
    for (std::size_t at = 0; at < std::variant_size_v<State>; ++at) {
        all.emplace_back([at](Visit& visit) {
            auto each = [&]<std::size_t... index>(std::index_sequence<index...> /*unused*/) {
                ((index == at ? void(visit.state = std::variant_alternative_t<index, State>{}) : void()), ...);
            };
            each(std::make_index_sequence<std::variant_size_v<State>>());
        });
    }
    // The staff's screens, over a question.
    for (int page = -1; page <= static_cast<int>(visit::DeskPage::end); ++page) {
        all.emplace_back([page](Visit& visit) {
            tests::open_question(visit, check_in_pack(), check_in_pack().questions.front().id);
            visit.has_staff_code = true;
            visit.overlay = page < 0 ? visit::Overlay::staff_code : visit::Overlay::desk;
            if (page >= 0) visit.desk.open.page = static_cast<visit::DeskPage>(page);
        });
    }
    for (const auto& question : check_in_pack().questions) {
        all.emplace_back([&](Visit& visit) { tests::open_question(visit, check_in_pack(), question.id); });
    }
    return all;
}

bool ends(const std::vector<visit::Effect>& effects) {
    return std::any_of(effects.begin(), effects.end(),
                       [](const auto& effect) { return std::holds_alternative<visit::EndVisit>(effect); });
}

int strong_controls(const View& view) {
    int strong = 0;
    walk(view, {.control = [&](const Control& control, Place) { strong += control.rank == Rank::strong ? 1 : 0; }});
    return strong;
}

TEST(EveryEventTest, InEveryStateLeavesAScreenWithAtMostOnePrimaryAndAWayToGoodbye) {
    const Machine machine{.today = {2026, 11, 26}};
    const auto all_events = events();
    std::size_t state = 0;
    for (const auto& enter : states()) {
        for (std::size_t event = 0; event < all_events.size(); ++event) {
            SCOPED_TRACE("state " + std::to_string(state) + ", event " + std::to_string(event));
            Visit visit(check_in_pack());
            enter(visit);
            visit::step(visit, all_events[event], check_in_pack());
            const auto view = describe(visit, check_in_pack(), machine);
            EXPECT_LE(strong_controls(view), 1);
            EXPECT_GE(view.page, 0);
            EXPECT_LT(static_cast<std::size_t>(visit.language), check_in_pack().languages.size());
            if (!has_begun(visit)) continue;
            visit::step(visit, visit::Cover{visit::Overlay::erase}, check_in_pack());
            EXPECT_TRUE(ends(visit::step(visit, visit::Erase{}, check_in_pack()))) << "erase";
            EXPECT_TRUE(ends(
                visit::step(visit, visit::IdleFor{visit::longest_printing + std::chrono::minutes(1)}, check_in_pack())))
                << "idle";
        }
        ++state;
    }
}

}  // namespace
}  // namespace pocketplan::view
