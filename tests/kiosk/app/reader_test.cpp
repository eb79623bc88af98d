// Visits by ears: what a voice says of them, as text.

#include "tests/kiosk/app/reader_test.h"

#include <algorithm>

#include "content/common_texts.h"
#include "kiosk/tools/preview/answers_file.h"
#include "kiosk/ui/focus.h"

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
    type("12");
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
    EXPECT_EQ(asked[0], "Xyq");
    EXPECT_THAT(asked[1], AllOf(HasSubstr("X"), HasSubstr("y"), Not(HasSubstr("Xyq")))) << "letter by letter";
}

// A finger is not the only hand.
TEST_F(ReaderTest, SaysWhatWasTypedToWhoeverPressesItsFieldByKeys) {
    ask("lawyer_phone");
    listen();
    type("5550123");
    frame();
    robot_.ui().set_focus("field.phone");
    EXPECT_THAT(frame(), testing::Each(Not(HasSubstr("5")))) << "nobody asked";
    const auto asked = key(ui::Key::press);
    ASSERT_EQ(asked.size(), 2U) << "the field, and its digits once";
    EXPECT_THAT(asked[1], AllOf(HasSubstr("5"), HasSubstr("3"), Not(HasSubstr("5550123")))) << "as digits";
    EXPECT_EQ(key(ui::Key::press).size(), 2U) << "and once more";
}

// Whoever stands near the machine hears a loudspeaker, too.
TEST_F(ReaderTest, SaysAnAnswerThatWasTypedOnceAndOnlyToWhoeverUncoversIt) {
    const std::string name = "مكتب المحامية سلمى";
    auto amal =
        preview::read_answers(std::string(SOURCE_DIR) + "/content/check-in/personas/amal.json", check_in_pack());
    ASSERT_TRUE(amal);
    visit_.answers = std::move(amal->answers);
    visit_.state = visit::CheckingAnswers{};
    std::vector<std::string> unasked = listen();
    const auto hear = [&](const std::vector<std::string>& said) {
        unasked.insert(unasked.end(), said.begin(), said.end());
    };
    apply(visit::Reveal{*check_in_pack().find_question("lawyer_name")});
    EXPECT_THAT(frame(), testing::Contains(HasSubstr(name)));
    for (const auto overlay : {visit::Overlay::more, visit::Overlay::none}) {
        visit_.overlay = overlay;
        hear(frame());
    }
    now_ += 20s;
    reader_->wait(now_);
    for (const auto& one : speech_->take_said()) unasked.push_back(one.text);
    EXPECT_THAT(unasked, testing::Each(Not(HasSubstr(name))));
}

// For staff, while the greeting is said: what comes before the languages must not shift them.
TEST_F(ReaderTest, MarksWhatIsSaidWhateverElseComesToTheScreen) {
    speech_->hold();
    listen();
    frame();
    apply(visit::Found{visit::Finding::swap});
    EXPECT_THAT(frame(), IsEmpty());
    ASSERT_TRUE(robot_.sees("language.staff"));
    speech_->finish();
    frame();
    EXPECT_EQ(robot_.ui().focus(), "language." + check_in_pack().languages[1].tag);
}

TEST_F(ReaderTest, SaysALanguageAgainToWhoeverHesitatesAtTheStart) {
    visit_.has_staff_code = true;  // so that a button comes first
    listen();
    now_ += 20s;
    reader_->wait(now_);
    const auto said = speech_->take_said();
    ASSERT_FALSE(said.empty());
    EXPECT_THAT(said.front().text, StartsWith(check_in_pack().languages.front().own_name));
}

TEST_F(ReaderTest, ReadsTheScreenAgainWhereADeviceWentAndCameBeforeAnybodyLooked) {
    ask("appointment");
    speech_->hold();
    const auto question = listen().front();
    speech_->set_available(false);
    speech_->set_available(true);
    frame();
    EXPECT_FALSE(reader_->is_speaking());
    EXPECT_EQ(frame().front(), question);
}

// As other answers, what can be done about it has the focus while it is said.
TEST_F(ReaderTest, TheFocusIsSomewhereAfterAFault) {
    ask("lawyer_phone");
    listen();
    type("12");
    frame();
    robot_.ui().set_focus("bar.next");
    frame();
    EXPECT_THAT(key(ui::Key::press), Not(IsEmpty()));
    ASSERT_TRUE(std::get<visit::Asking>(visit_.state).entry.fault);
    EXPECT_EQ(robot_.ui().focus(), "entry.leave");
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
