// What only staff have to see to, in words.

#include <algorithm>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "kiosk/view/describe.h"
#include "kiosk/view/sayer.h"
#include "kiosk/visit/step.h"
#include "tests/kiosk/view/language_name.h"
#include "tests/support/pack.h"

namespace pocketplan::view {
namespace {

using tests::check_in_pack;

class StaffTest : public testing::TestWithParam<std::size_t> {
protected:
    StaffTest() {
        visit_.language = static_cast<content::LanguageIndex>(GetParam());
        visit_.overlay = visit::Overlay::staff;
    }
    // All that staff read, in the visitor's language and in the source's, without what isolates values.
    std::string read() {
        const auto view = describe(visit_, check_in_pack(), machine_);
        const Sayer sayer(visit_, check_in_pack(), machine_);
        std::string all;
        for (const auto& part : view.parts) {
            const auto* const reading = std::get_if<Reading>(&part);
            if (reading == nullptr) continue;
            for (const auto& said : reading->texts) {
                const auto shown = sayer.show_to_staff(said);
                for (const auto& text : {shown.text, shown.second}) all.append(text.begin(), text.end());
            }
        }
        return all;
    }
    void find(visit::Finding finding) {
        visit::step(visit_, visit::DisplaySaid{{1920, 1080, 160, 90}, finding}, check_in_pack());
    }

    visit::Visit visit_{check_in_pack()};
    Machine machine_{.today = {2026, 11, 26}};
};

std::size_t count(const std::string& text, const std::string& what) {
    std::size_t number = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++number;
    return number;
}

TEST_P(StaffTest, ReadWhatTheDisplayReportsAndWhichSettingIsTheRemedy) {
    const bool twice = visit_.language != content::LanguageIndex{};
    for (const auto finding : {visit::Finding::display_size, visit::Finding::display}) {
        find(finding);
        const auto text = read();
        EXPECT_EQ(count(text, "160 × 90"), twice ? 2U : 1U) << text;
        EXPECT_EQ(count(text, "1920 × 1080"), finding == visit::Finding::display ? 0U : twice ? 2U : 1U) << text;
        EXPECT_EQ(count(text, "display.width_mm"), twice ? 2U : 1U) << text;
    }
}

TEST_P(StaffTest, ReadWhatIsPressedAllTheTime) {
    const auto plain = read();
    visit::step(visit_, visit::HandsSaid{.keys = true, .panel = false}, check_in_pack());
    const auto keys = read();
    visit::step(visit_, visit::HandsSaid{.keys = false, .panel = true}, check_in_pack());
    EXPECT_EQ(std::set({plain, keys, read()}).size(), 3U);
}

TEST_P(StaffTest, AreCalledForTheDisplayWhileVisitsGoOn) {
    visit_.overlay = visit::Overlay::none;
    const auto is_called = [&] {
        const auto view = describe(visit_, check_in_pack(), machine_);
        return std::any_of(view.parts.begin(), view.parts.end(), [](const auto& part) {
            const auto* const emblem = std::get_if<Emblem>(&part);
            return emblem != nullptr && !emblem->beside.empty() &&
                   std::string_view(emblem->beside.front().id) == "language.staff";
        });
    };
    EXPECT_FALSE(is_called());
    find(visit::Finding::display);
    EXPECT_TRUE(is_called());
    EXPECT_TRUE(visit_.is<visit::ChoosingLanguage>());
    visit::step(visit_, visit::DisplaySaid{}, check_in_pack());
    EXPECT_FALSE(is_called()) << "it is well again";
    visit::step(visit_, visit::HandsSaid{.keys = false, .panel = true}, check_in_pack());
    EXPECT_TRUE(is_called()) << "something lies on the screen";
}

INSTANTIATE_TEST_SUITE_P(Languages, StaffTest, testing::Range(std::size_t{0}, check_in_pack().languages.size()),
                         language_name);

}  // namespace
}  // namespace pocketplan::view
