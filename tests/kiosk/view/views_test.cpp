// Every screen as text, in every language: tests/golden/views has a file a language, for a person to read.

#include <algorithm>
#include <functional>
#include <set>

#include <gtest/gtest.h>

#include "kiosk/proof/every_screen.h"
#include "kiosk/view/describe.h"
#include "tests/support/golden.h"
#include "tests/support/pack.h"
#include "tests/support/view_text.h"

namespace pocketplan::view {
namespace {

using tests::check_in_pack;

class ViewsTest : public testing::TestWithParam<std::size_t> {
protected:
    ViewsTest() { visit_.language = static_cast<content::LanguageIndex>(GetParam()); }

    void show(const std::function<void(const std::string& name, const View& view)>& look) {
        proof::show_every_screen(visit_, machine_, check_in_pack(), [&](const std::string& name) {
            look(name, describe(visit_, check_in_pack(), machine_));
            return false;
        });
    }
    [[nodiscard]] Sayer sayer() const { return {visit_, check_in_pack(), machine_}; }

    visit::Visit visit_{check_in_pack()};
    Machine machine_{.this_year = 2026};
};

TEST_P(ViewsTest, SayWhatTheySaidWhenAPersonReadThem) {
    std::string seen;
    show([&](const std::string& name, const View& view) {
        seen += "== " + name + "\n" + tests::text_of(view, sayer());
    });
    EXPECT_EQ(tests::differs_from_golden("views/" + check_in_pack().languages[GetParam()].tag, seen), "");
}

// A robot, and a focus, find a control by its id.
TEST_P(ViewsTest, HaveEachIdOnce) {
    show([&](const std::string& name, const View& view) {
        std::vector<std::string> ids;
        const auto collect = [&](const Control& control) { ids.emplace_back(std::string_view(control.id)); };
        for (const auto& control : view.corner) collect(control);
        for (const auto& control : view.bar.controls) {
            if (control) collect(*control);
        }
        for (const auto& part : view.parts) {
            if (const auto* const cards = std::get_if<Cards>(&part)) {
                for (const auto& control : cards->controls) collect(control);
            }
        }
        EXPECT_EQ(std::set(ids.begin(), ids.end()).size(), ids.size()) << name;
    });
}

INSTANTIATE_TEST_SUITE_P(Golden, ViewsTest, testing::Range(std::size_t{0}, check_in_pack().languages.size()),
                         [](const auto& language) {
                             auto tag = check_in_pack().languages[language.param].tag;
                             std::replace(tag.begin(), tag.end(), '-', '_');
                             return tag;
                         });

}  // namespace
}  // namespace pocketplan::view
