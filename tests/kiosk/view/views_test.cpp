// Every screen as text, in every language: tests/golden/views has one file per language, for a person to read.

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <type_traits>

#include <gtest/gtest.h>

#include "content/compiler/progress.h"
#include "kiosk/tools/pictures/every_screen.h"
#include "kiosk/view/describe.h"
#include "kiosk/view/walk.h"
#include "tests/kiosk/view/language_name.h"
#include "tests/support/golden.h"
#include "tests/support/pack.h"
#include "tests/support/view_text.h"

namespace pocketplan::view {
namespace {

using tests::check_in_pack;

// The text that is said, where it is one of the pack's; what it is filled with is nobody's words.
std::optional<content::TextIndex> text_of(const Said& said) {
    return std::visit(
        [](const auto& one) -> std::optional<content::TextIndex> {
            using One = std::decay_t<decltype(one)>;
            if constexpr (std::is_same_v<One, Text>) return one.index;
            if constexpr (std::is_same_v<One, Places> || std::is_same_v<One, FileFault> ||
                          std::is_same_v<One, DisplayMeasures>) {
                return one.text;
            }
            return std::nullopt;
        },
        said);
}

class ViewsTest : public testing::TestWithParam<std::size_t> {
protected:
    ViewsTest() { visit_.language = static_cast<content::LanguageIndex>(GetParam()); }

    void show(const std::function<void(const std::string& name, const View& view)>& look) {
        pictures::show_every_screen(visit_, machine_, check_in_pack(), [&](const std::string& name) {
            look(name, describe(visit_, check_in_pack(), machine_));
            return false;
        });
    }
    [[nodiscard]] Sayer sayer() const { return {visit_, check_in_pack(), machine_}; }

    visit::Visit visit_{check_in_pack()};
    Machine machine_{.today = {2026, 11, 26}};
};

TEST_P(ViewsTest, SayWhatTheySaidWhenAPersonReadThem) {
    std::string seen;
    show([&](const std::string& name, const View& view) {
        seen += "== " + name + "\n" + tests::text_of(view, sayer());
    });
    EXPECT_EQ(tests::differs_from_golden("views/" + check_in_pack().languages[GetParam()].tag, seen), "");
}

// On one screen with greetings in every other language.
TEST_P(ViewsTest, GreetInTheDirectionOfTheirLanguage) {
    const auto& language = check_in_pack().languages[GetParam()];
    const auto greeting = sayer().say(Greeting{visit_.language});
    const auto layout = tests::typesetter().lay_out(content::view(greeting), {.language = language.tag}, 1000);
    const auto& line = layout.lines.front();
    std::map<double, std::uint32_t> letters;  // by their place, from the left
    for (const auto& run : line.runs) {
        for (const auto& glyph : run.glyphs) {
            if (glyph.id != typeset::Glyph::invisible && glyph.advance > 0) letters[glyph.x] = glyph.text_begin;
        }
    }
    if (language.direction == content::Direction::left_to_right) {
        EXPECT_LT(letters.begin()->second, letters.rbegin()->second);
    } else {
        EXPECT_GT(letters.begin()->second, letters.rbegin()->second) << "its full stop is not at its left";
    }
}

// For a voice; most have a label that is seen, too.
TEST_P(ViewsTest, HaveWordsForEveryControl) {
    visit_.sound = true;
    show([&](const std::string& name, const View& view) {
        walk(view, {.control = [&](const Control& control, Place) {
                 const auto words = sayer().say(is_nothing(control.label) ? control.aloud : control.label);
                 EXPECT_FALSE(words.empty()) << name << " " << std::string_view(control.id);
             }});
    });
}

// Robots and the focus find a control by its id.
TEST_P(ViewsTest, HaveEachIdOnce) {
    show([&](const std::string& name, const View& view) {
        std::vector<std::string> ids;
        walk(view, {.control = [&](const Control& control, Place) { ids.emplace_back(std::string_view(control.id)); },
                    .field = [&](const Field& field) { ids.emplace_back(std::string_view(field.id)); }});
        EXPECT_EQ(std::set(ids.begin(), ids.end()).size(), ids.size()) << name;
    });
}

// Whatever is said to staff, on any screen, they can read, whichever language its visitor reads.
TEST(StaffTexts, StandInTheSourceLanguageToo) {
    visit::Visit visit(check_in_pack());
    visit.language = check_in_pack().find_language("ar").value();
    Machine machine{.today = {2026, 11, 26}};
    std::map<content::TextIndex, std::string> staffs;
    for (const auto& [id, index] : check_in_pack().text_index) {
        if (content::compiler::part_of(id) == content::compiler::TextPart::staff) staffs[index] = id;
    }
    std::set<content::TextIndex> met;
    pictures::show_every_screen(visit, machine, check_in_pack(), [&](const std::string& name) {
        std::set<content::TextIndex> said;
        std::set<content::TextIndex> said_in_source;
        const auto hear = [&](const Said& one, bool in_source) {
            if (const auto* const source = std::get_if<SourceText>(&one)) said_in_source.insert(source->index);
            const auto index = text_of(one);
            if (!index) return;
            said.insert(*index);
            if (in_source) said_in_source.insert(*index);
        };
        walk(describe(visit, check_in_pack(), machine),
             {.text = hear, .control = [&](const Control& control, Place) {
                  for (const auto& one : {control.label, control.note, control.aloud}) {
                      hear(one, false);
                  }
              }});
        for (const auto index : said) {
            if (!staffs.contains(index)) continue;
            met.insert(index);
            EXPECT_TRUE(said_in_source.contains(index)) << name << " " << staffs[index];
        }
        return false;
    });
    EXPECT_GT(met.size(), 50U) << "of " << staffs.size();
}

INSTANTIATE_TEST_SUITE_P(Golden, ViewsTest, testing::Range(std::size_t{0}, check_in_pack().languages.size()),
                         language_name);

}  // namespace
}  // namespace pocketplan::view
