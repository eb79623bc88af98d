// Visits by ears: what a voice says of them, as text.

#include "kiosk/app/reader.h"

#include <algorithm>
#include <cctype>
#include <functional>

#include <SDL_keyboard.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "content/common_texts.h"
#include "kiosk/app/keypad.h"
#include "kiosk/tools/pictures/displays.h"
#include "kiosk/ui/focus.h"
#include "kiosk/view/describe.h"
#include "kiosk/visit/step.h"
#include "tests/support/captured_speech.h"
#include "tests/support/pack.h"
#include "tests/support/robot.h"
#include "tests/support/visitor.h"

namespace pocketplan::app {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;
using tests::check_in_pack;
using visit::Aloud;

class ReaderTest : public testing::Test {
protected:
    ReaderTest() {
        auto speech = std::make_unique<tests::CapturedSpeech>();
        speech_ = speech.get();
        reader_.emplace(std::move(speech), check_in_pack());
        apply(visit::SoundSaid{true});
    }

    // As the kiosk does: where a visit ends, the next process says goodbye.
    void apply(const visit::Event& event) {
        for (const auto& effect : visit::step(visit_, event, check_in_pack())) {
            const auto* const end = std::get_if<visit::EndVisit>(&effect);
            if (end == nullptr) continue;
            apply(visit::SayGoodbye{.reason = end->reason,
                                    .language = visit_.language,
                                    .text_size = visit_.text_size,
                                    .theme = visit_.theme,
                                    .hearing = visit_.hearing,
                                    .scanning = visit_.scanning});
        }
    }
    // One frame; what was said since the one before, each line by itself.
    std::vector<std::string> frame(const ui::Input& input = {}) {
        if (const auto event = robot_.draw(input)) apply(*event);
        const auto now = place_of(visit_);
        robot_.ui().set_focus(keeper_.move(place_, now, robot_.ui().focus()));
        place_ = now;
        robot_.draw({input.x, input.y, input.down, ui::Key::none});
        const auto view = view::describe(visit_, check_in_pack(), robot_.machine());
        const view::Sayer sayer(visit_, check_in_pack(), robot_.machine());
        reader_->look({view, sayer, visit_, robot_.ui().focus(), robot_.ui().held()}, now_);
        const auto heard = reader_->take_reports(now_);
        for (const auto& event : heard.events) apply(event);
        if (heard.spoken) robot_.ui().set_focus(*heard.spoken);
        said_ = speech_->take_said();
        std::vector<std::string> texts;
        for (const auto& one : said_) texts.push_back(one.text);
        return texts;
    }
    std::vector<std::string> key(ui::Key key) { return frame({-1, -1, false, key}); }
    std::vector<std::string> listen() {
        apply(visit::ReadAloud{Aloud::on});
        return frame();
    }
    // One of a keypad, with what is said after it.
    std::vector<std::string> pad(const char* name) {
        const auto action = keypad_.action_of(SDL_GetScancodeFromName(name), Keypad::NumLock::off);
        if (!action) return {std::string("no key ") + name};
        if (const auto* const way = std::get_if<ui::Key>(&*action)) return key(*way);
        const auto wish = std::get<Aloud>(*action);
        apply(visit::ReadAloud{visit_.hearing.listening ? wish : Aloud::on});
        return frame();
    }
    void ask(const std::string& question) { tests::open_question(visit_, check_in_pack(), question); }
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
    // A finger on a control, for as long as it takes to say what it is.
    std::vector<std::string> touch(std::string_view id) {
        robot_.draw();
        for (const auto& widget : robot_.ui().widgets()) {
            if (widget.id != id) continue;
            const double x = widget.rect.x + widget.rect.width / 2;
            const double y = widget.rect.y + widget.rect.height / 2;
            robot_.draw({x, y, false, ui::Key::none});
            auto said = frame({x, y, true, ui::Key::none});
            robot_.draw({x, y, false, ui::Key::none});
            return said;
        }
        ADD_FAILURE() << "no " << id;
        return {};
    }

    visit::Visit visit_{check_in_pack()};
    tests::Robot robot_{check_in_pack(), tests::typesetter(), pictures::middle, visit_,
                        [this](const visit::Event& event) { apply(event); }};
    tests::CapturedSpeech* speech_ = nullptr;
    std::optional<Reader> reader_;
    Reader::Clock::time_point now_{1h};
    FocusKeeper keeper_;
    const Keypad keypad_;
    const char* next_ = "Tab";
    const char* press_ = "Return";
    Place place_ = place_of(visit_);
    std::vector<tests::CapturedSpeech::Spoken> said_;
};

TEST_F(ReaderTest, SaysNothingUntilSomebodyListens) {
    EXPECT_THAT(frame(), IsEmpty());
    EXPECT_THAT(key(ui::Key::next), IsEmpty());
    EXPECT_THAT(listen(), Not(IsEmpty()));
}

TEST_F(ReaderTest, GreetsInEachLanguageByItsOwnVoice) {
    listen();
    ASSERT_GE(said_.size(), check_in_pack().languages.size());
    for (std::size_t at = 0; at < check_in_pack().languages.size(); ++at) {
        const auto& language = check_in_pack().languages[at];
        EXPECT_EQ(said_[at].language, language.tag);
        EXPECT_THAT(said_[at].text, StartsWith(language.own_name));
    }
}

TEST_F(ReaderTest, BeginsWithTheQuestionAndEndsWithTheBar) {
    ask("appointment");
    const auto said = listen();
    const auto& question = check_in_pack().question(std::get<visit::Asking>(visit_.state).question);
    ASSERT_GT(said.size(), question.options.size() + 4);
    EXPECT_EQ(said.front(), check_in_pack().text({}, question.text));
    std::size_t at = 0;
    while (at < said.size() && said[at] != check_in_pack().text({}, question.options.front().label)) ++at;
    ASSERT_LT(at + question.options.size(), said.size());
    for (std::size_t option = 0; option < question.options.size(); ++option) {
        EXPECT_EQ(said[at + option], check_in_pack().text({}, question.options[option].label));
    }
    EXPECT_EQ(said.back(), "Skip") << "there is no way on before something is chosen";
    EXPECT_THAT(said, testing::Contains("Erase everything"));
}

TEST_F(ReaderTest, SaysWhatIsChosenNowAndNotWhatIsNoLonger) {
    ask("appointment");
    listen();
    apply(visit::ToggleOption{0});
    EXPECT_THAT(frame(), testing::Contains(HasSubstr("Chosen")));
    apply(visit::ToggleOption{1});
    const auto& options = check_in_pack().question(std::get<visit::Asking>(visit_.state).question).options;
    EXPECT_THAT(frame(),
                ElementsAre(AllOf(StartsWith(check_in_pack().text({}, options[1].label)), HasSubstr("Chosen"))));
    EXPECT_THAT(frame(), IsEmpty()) << "nothing has changed";
}

TEST_F(ReaderTest, SaysWhatIsWrong) {
    ask("lawyer_phone");
    listen();
    for (const char digit : std::string("12")) apply(visit::Type{static_cast<char32_t>(digit)});
    frame();
    apply(visit::Next{});
    const auto said = frame();
    ASSERT_TRUE(std::get<visit::Asking>(visit_.state).entry.fault);
    EXPECT_THAT(said, Not(IsEmpty()));
}

TEST_F(ReaderTest, GoesOnWithWhatLiesOverTheScreenAndThenWithTheScreenAgain) {
    ask("appointment");
    const auto question = listen().front();
    speech_->hold();
    apply(visit::Cover{visit::Overlay::erase});
    EXPECT_EQ(frame().front(), check_in_pack().text({}, content::texts::erase_title.id));
    apply(visit::CloseOverlay{});
    EXPECT_EQ(frame().front(), question);
}

// A blind visitor hears the sign where it stands, and never on the hidden screen, where a loudspeaker would tell it.
TEST_F(ReaderTest, NamesTheSignOnTheButtonAndEachPictureOnTheHiddenScreen) {
    apply(visit::SignDrawn{visit::OwnSign::fish});
    ask("appointment");
    listen();
    EXPECT_THAT(touch("bar.hide"), ElementsAre(AllOf(StartsWith("Hide screen"), HasSubstr("Fish"))));
    ASSERT_EQ(visit_.overlay, visit::Overlay::none) << "the robot's touch was only looked at";
    apply(visit::Cover{visit::Overlay::hidden});
    const auto said = frame();
    ASSERT_EQ(said.size(), 1 + visit::own_signs.size());
    EXPECT_THAT(said.front(), AllOf(HasSubstr("Enter"), Not(HasSubstr("Fish"))));
    EXPECT_THAT(said, testing::Contains("Fish"));
    EXPECT_THAT(key(ui::Key::next), ElementsAre("Sun"));
}

TEST_F(ReaderTest, SaysWhatKeysComeTo) {
    ask("appointment");
    const auto question = listen().front();
    robot_.ui().set_focus("");
    frame();
    EXPECT_THAT(key(ui::Key::next), ElementsAre(question)) << "the title";
    const auto& options = check_in_pack().question(std::get<visit::Asking>(visit_.state).question).options;
    EXPECT_THAT(key(ui::Key::next), ElementsAre(StartsWith(check_in_pack().text({}, options[0].label))));
    EXPECT_THAT(key(ui::Key::press), testing::Contains(HasSubstr("Chosen")));
}

TEST_F(ReaderTest, MarksTheAnswerThatIsSaid) {
    ask("appointment");
    speech_->hold();
    listen();
    EXPECT_EQ(robot_.ui().focus(), "") << "the question";
    const auto& options = check_in_pack().question(std::get<visit::Asking>(visit_.state).question).options;
    for (int line = 0; line < 6 && robot_.ui().focus().empty(); ++line) {
        speech_->finish();
        EXPECT_THAT(frame(), IsEmpty()) << "what is marked is not said twice";
    }
    EXPECT_EQ(robot_.ui().focus(), "option." + options.front().id);
    EXPECT_THAT(key(ui::Key::press), testing::Contains(HasSubstr("Chosen"))) << "pressed while it is said";
}

// By one who sees nothing: every control is found by what is said of it.
TEST_F(ReaderTest, LeadsThroughAWholeVisitByKeysAlone) {
    speech_->hold();
    listen();
    make_a_visit([&](std::string_view words) { return find_and_press(words); });
}

// The same with the keys beside a keyboard. It begins with whichever is pressed first.
TEST_F(ReaderTest, LeadsThroughAWholeVisitByAKeypadAlone) {
    speech_->hold();
    next_ = "Keypad 3";
    press_ = "Keypad 5";
    EXPECT_THAT(pad("Keypad *"), Not(IsEmpty())) << "the greeting";
    make_a_visit([&](std::string_view words) { return find_and_press(words); });
    EXPECT_THAT(pad("Keypad *"), Not(IsEmpty())) << "goodbye, once more";
    pad("Keypad +");
    EXPECT_GT(speech_->gain, speech::usual_gain);
}

TEST_F(ReaderTest, SaysTheKeyUnderAFinger) {
    ask("lawyer_name");
    listen();
    EXPECT_THAT(touch("key.backspace"), ElementsAre("Erase the last letter"));
    EXPECT_THAT(touch("key.shift"), ElementsAre(StartsWith("Capital letters")));
    ask("lawyer_phone");
    frame();
    EXPECT_THAT(touch("pad.backspace"), ElementsAre("Erase the last digit"));
}

TEST_F(ReaderTest, SaysWhatWasTypedOnAskingAlone) {
    ask("lawyer_name");
    listen();
    std::vector<std::string> all;
    for (const char letter : std::string("Xyq")) {
        apply(visit::Type{static_cast<char32_t>(letter)});
        const auto said = frame();
        all.insert(all.end(), said.begin(), said.end());
    }
    for (const auto& screen : {visit::Overlay::more, visit::Overlay::none}) {
        visit_.overlay = screen;
        const auto said = frame();
        all.insert(all.end(), said.begin(), said.end());
    }
    for (const auto& text : all) EXPECT_THAT(text, AllOf(Not(HasSubstr("Xyq")), Not(HasSubstr("X,")))) << text;
    const auto asked = touch("field.words");
    ASSERT_EQ(asked.size(), 2U);
    EXPECT_THAT(asked[1], AllOf(HasSubstr("X"), HasSubstr("y"), Not(HasSubstr("Xyq")))) << "letter by letter";
}

TEST_F(ReaderTest, HasARecordingSaidWhereThereIsOneAndTheRestByTheVoice) {
    content::Library library = check_in_pack();
    ask("appointment");
    const auto& question = library.question(std::get<visit::Asking>(visit_.state).question);
    const auto& option = question.options.front();
    auto& recordings = library.languages.front().recordings;
    recordings = {{question.text, {1}}, {option.label, {2}}};
    std::sort(recordings.begin(), recordings.end(), [](const auto& a, const auto& b) { return a.text < b.text; });
    auto speech = std::make_unique<tests::CapturedSpeech>();
    auto& told = *speech;
    Reader reader(std::move(speech), library);
    apply(visit::ReadAloud{Aloud::on});
    apply(visit::ToggleOption{0});
    const auto view = view::describe(visit_, library, robot_.machine());
    const view::Sayer sayer(visit_, library, robot_.machine());
    reader.look({view, sayer, visit_, "", ""}, now_);
    const auto said = told.take_said();
    const auto number = std::count_if(said.begin(), said.end(), [](const auto& one) { return one.recorded; });
    EXPECT_EQ(number, 2);
    ASSERT_FALSE(said.empty());
    EXPECT_TRUE(said.front().recorded) << "the question";
    const auto label = std::find_if(said.begin() + 1, said.end(), [](const auto& one) { return one.recorded; });
    ASSERT_NE(label, said.end());
    EXPECT_EQ(label->text, library.text({}, option.label)) << "without what is said of it";
    EXPECT_THAT(std::next(label)->text, HasSubstr("Chosen"));
    EXPECT_TRUE(reader.take_reports(now_).spoken) << "and it is marked while it is said";
    EXPECT_FALSE(reader.is_speaking());
}

TEST_F(ReaderTest, SaysOnceMoreWhereTheVisitorIsAfterASilence) {
    ask("appointment");
    const auto question = listen().front();
    const auto again = [&] {
        reader_->wait(now_);
        std::vector<std::string> texts;
        for (const auto& one : speech_->take_said()) texts.push_back(one.text);
        return texts;
    };
    now_ += 19s;
    EXPECT_THAT(again(), IsEmpty());
    now_ += 1s;
    EXPECT_EQ(again().front(), question);
    EXPECT_THAT(again(), IsEmpty()) << "it is being said";
}

TEST_F(ReaderTest, WhoListensIsNotIdleButNotForEver) {
    ask("appointment");
    speech_->hold();
    listen();
    const auto touched = now_;
    EXPECT_EQ(reader_->read_since(touched, now_ += 30s), 30s);
    EXPECT_EQ(reader_->read_since(touched, now_ += 10min), 3min);
    EXPECT_EQ(reader_->read_since(now_, now_), 0s) << "a hand moved";
}

TEST_F(ReaderTest, DoesNotKeepAVisitOpenBySayingThatItWillEnd) {
    ask("appointment");
    listen();
    speech_->hold();
    apply(visit::Cover{visit::Overlay::idle});
    EXPECT_THAT(frame(), Not(IsEmpty()));
    EXPECT_EQ(reader_->read_since(now_, now_ + 30s), 0s);
}

TEST_F(ReaderTest, CallsWhoeverIsInTheRoomThoughNobodyListens) {
    frame();
    reader_->call();
    EXPECT_EQ(speech_->calls, 1);
    EXPECT_THAT(frame(), IsEmpty());
}

TEST_F(ReaderTest, SpeaksAsFastAndAsLoudAsTheVisitorWantsIt) {
    listen();
    apply(visit::ReadAloud{Aloud::faster});
    apply(visit::ReadAloud{Aloud::louder});
    frame();
    EXPECT_EQ(speech_->pace, 125);
    EXPECT_GT(speech_->gain, speech::usual_gain);
    apply(visit::ReadAloud{Aloud::again});
    EXPECT_THAT(frame(), Not(IsEmpty()));
}

TEST_F(ReaderTest, FallsSilentWithoutADeviceAndReadsTheScreenWhenThereIsOneAgain) {
    ask("appointment");
    const auto question = listen().front();
    speech_->set_available(false);
    frame();
    EXPECT_FALSE(visit_.sound);
    apply(visit::ToggleOption{0});
    EXPECT_THAT(frame(), IsEmpty());
    speech_->set_available(true);
    frame();
    EXPECT_EQ(frame().front(), question);
}

// Neither its digits, nor how many there are, nor the keys that a finger lies on.
TEST_F(ReaderTest, NothingOfAStaffCodeIsSaid) {
    visit_.has_staff_code = true;
    listen();
    apply(visit::Cover{visit::Overlay::staff_code});
    auto said = frame();
    EXPECT_THAT(said, Not(IsEmpty())) << "what the screen is";
    for (const char* key : {"pad.7", "pad.3", "code.field"}) {
        robot_.ui().set_focus(key);
        for (auto& line : frame()) said.push_back(std::move(line));
    }
    apply(visit::Type{U'7'});
    apply(visit::Type{U'3'});
    for (auto& line : frame()) said.push_back(std::move(line));
    for (const auto& line : said) {
        EXPECT_THAT(line, AllOf(Not(HasSubstr("7")), Not(HasSubstr("3")), Not(HasSubstr("•"))));
    }
}

}  // namespace
}  // namespace pocketplan::app
