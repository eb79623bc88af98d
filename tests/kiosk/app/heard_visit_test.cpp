// Whole visits by ears, with keys to press what was heard.

#include <cctype>
#include <functional>

#include <SDL_keyboard.h>

#include "kiosk/app/keypad.h"
#include "tests/kiosk/app/reader_test.h"

namespace pocketplan::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;
using tests::check_in_pack;
using visit::Aloud;

class HeardVisitTest : public ReaderTest {
protected:
    // One of a keypad, with what is said after it.
    std::vector<std::string> pad(const char* name) {
        const auto action = keypad_.action_of(SDL_GetScancodeFromName(name), Keypad::NumLock::off);
        if (!action) return {std::string("no key ") + name};
        if (const auto* const way = std::get_if<ui::Key>(&*action)) return key(*way);
        const auto wish = std::get<Aloud>(*action);
        apply(visit::ReadAloud{visit_.hearing.listening ? wish : Aloud::on});
        return frame();
    }
    // Tab until the voice says these words, alone or before more, and Enter; false if it never does.
    bool find_and_press(std::string_view words) {
        for (int i = 0; i < 60; ++i) {
            const auto said = pad(next_);
            if (said.size() != 1 || !said.front().starts_with(words)) continue;
            if (said.front().size() > words.size() && std::isalpha(said.front()[words.size()]) != 0) continue;
            pad(press_);
            return true;
        }
        return false;
    }
    // From the language to goodbye. `press`: finds the control that is called so, and presses it.
    void make_a_visit(const std::function<bool(std::string_view)>& press) {
        const auto& pack = check_in_pack();
        ASSERT_TRUE(press("English"));
        ASSERT_TRUE(visit_.is<visit::Promised>());
        ASSERT_TRUE(press("Make my plan"));
        int questions = 0;
        while (visit_.is<visit::Asking>() && ++questions < 40) {
            const auto& question = pack.question(std::get<visit::Asking>(visit_.state).question);
            if (visit_.overlay == visit::Overlay::onlookers) {
                ASSERT_TRUE(press("No, go on"));
            }
            if (question.kind == content::AnswerKind::choice) {
                ASSERT_TRUE(press(pack.text({}, question.options.front().label))) << question.id;
                ASSERT_TRUE(press("Next")) << question.id;
            } else {
                ASSERT_TRUE(press("Skip")) << question.id;
            }
        }
        EXPECT_GT(questions, 5);
        ASSERT_TRUE(visit_.is<visit::Reviewing>());
        apply(visit::Counted{visit::Stack{.sheets = 3, .printing = 3, .pictures = 3}});
        const auto title = pack.text({}, pack.papers.front().title);
        EXPECT_THAT(frame(), testing::Contains(AllOf(StartsWith("See"), HasSubstr(title))));
        ASSERT_TRUE(press("Print"));
        ASSERT_TRUE(visit_.is<visit::Printing>());
        apply(visit::JobSaid{status::Progress::done, status::Trouble::none, 0});
        EXPECT_THAT(frame().front(), HasSubstr("?")) << "whether it is in the visitor's hand";
        ASSERT_TRUE(press("Yes"));
        ASSERT_TRUE(visit_.is<visit::Goodbye>());
    }

    const Keypad keypad_;
    const char* next_ = "Tab";
    const char* press_ = "Return";
};

// By one who sees nothing: every control is found by what is said of it.
TEST_F(HeardVisitTest, IsMadeByKeysAlone) {
    speech_->hold();
    listen();
    make_a_visit([&](std::string_view words) { return find_and_press(words); });
}

// The same with the keys beside a keyboard. It begins with whichever is pressed first.
TEST_F(HeardVisitTest, IsMadeByAKeypadAlone) {
    speech_->hold();
    next_ = "Keypad 3";
    press_ = "Keypad 5";
    EXPECT_THAT(pad("Keypad *"), Not(IsEmpty())) << "the greeting";
    make_a_visit([&](std::string_view words) { return find_and_press(words); });
    EXPECT_THAT(pad("Keypad *"), Not(IsEmpty())) << "goodbye, once more";
    pad("Keypad +");
    EXPECT_GT(speech_->gain, speech::usual_gain);
}

}  // namespace
}  // namespace pocketplan::app
