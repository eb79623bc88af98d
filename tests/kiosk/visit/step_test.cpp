#include "tests/kiosk/visit/step_test.h"

namespace pocketplan::visit {
namespace {

using namespace std::chrono_literals;

TEST_F(StepTest, EverythingCanBeSkippedToTheReview) {
    begin();
    EXPECT_EQ(asked(), "appointment");
    skip_to_review();
    for (std::size_t i = 0; i < library.questions.size(); ++i) EXPECT_FALSE(visit.answers.answered(QuestionIndex(i)));
}

TEST_F(StepTest, NextWithoutAnAnswerSkips) {
    begin();
    send(Next{});
    EXPECT_EQ(asked(), "appointment_date");
    EXPECT_FALSE(visit.answers.answered(at("appointment")));
}

TEST_F(StepTest, BackGoesTheSameWayAndAtTheFirstQuestionToThePromise) {
    begin();
    choose("none");
    send(Next{});
    EXPECT_EQ(asked(), "situation");
    send(Back{});
    EXPECT_EQ(asked(), "appointment");
    send(Back{});
    EXPECT_TRUE(visit.is<Promised>());
}

TEST_F(StepTest, AnswersThatNoLongerCountAreForgottenAtOnce) {
    begin();
    skip_to("child");
    choose("yes");
    send(Next{});
    ASSERT_EQ(asked(), "child_pickup");
    send_text(U"Ana");
    send(Next{});
    EXPECT_TRUE(visit.answers.answered(at("child_pickup")));
    skip_to_review();
    send(open<CheckingAnswers>());
    send(ChangeAnswer{at("child")});
    choose("no");
    send(Next{});
    EXPECT_TRUE(visit.is<Reviewing>());
    EXPECT_FALSE(visit.answers.answered(at("child_pickup")));
}

TEST_F(StepTest, AChangedAnswerAsksOnlyWhatItNewlyAsks) {
    begin();
    skip_to_review();
    send(open<CheckingAnswers>());
    send(ChangeAnswer{at("child")});
    choose("yes");
    send(Next{});
    EXPECT_EQ(asked(), "child_pickup");
    send(Skip{});
    EXPECT_TRUE(visit.is<Reviewing>());
}

TEST_F(StepTest, AnEntryThatCannotStandSaysWhyAndCanBeSkipped) {
    begin();
    skip_to("helper_facts");
    choose("write");
    send(Next{});
    skip_to("helper_facts.a_number");
    send_text(U"123456");
    send(Next{});
    EXPECT_EQ(asked(), "helper_facts.a_number");
    EXPECT_EQ(asking().entry.fault, content::EntryFault::too_few_digits);
    send(Type{U'7'});
    EXPECT_FALSE(asking().entry.fault);
    send(Next{});
    EXPECT_EQ(words_of("helper_facts.a_number"), "1234567");
    EXPECT_EQ(asked(), "helper_facts.birth_date");
    send(PickDate{DatePart::month, 2});
    send(PickDate{DatePart::day, 31});
    send(PickDate{DatePart::year, 1990});
    send(Next{});
    EXPECT_EQ(asking().entry.fault, content::EntryFault::no_such_day);
    send(Skip{});
    EXPECT_EQ(asked(), "helper_facts.birth_country");
    EXPECT_FALSE(visit.answers.answered(at("helper_facts.birth_date")));
}

TEST_F(StepTest, TwoPeopleCanBeNamedAndTheSecondSkipped) {
    begin();
    skip_to("contacts");
    send_text(U"Ana");
    send(FocusField{EntryField::phone});
    send_text(U"202-555-0101");
    send(Next{});
    EXPECT_EQ(asked(), "contacts");
    EXPECT_EQ(asking().person, 1U);
    EXPECT_TRUE(asking().entry.words.empty());
    send(Skip{});
    EXPECT_EQ(asked(), "child");
    const auto& people = std::get<content::People>(visit.answers[at("contacts")]);
    ASSERT_EQ(people.size(), 1U);
    EXPECT_EQ(people[0].phone.view(), "202-555-0101");
    send(Back{});
    EXPECT_EQ(asking().entry.words.view(), "Ana");
}

TEST_F(StepTest, TypingStopsAtTheLongestEntryAndTakesBackWholeCharacters) {
    begin();
    skip_to("lawyer");
    choose("yes");
    send(Next{});
    for (int i = 0; i < 100; ++i) send(Type{U'س'});
    EXPECT_EQ(asking().entry.words.length(), 40U);
    send(EraseCharacter{});
    EXPECT_EQ(asking().entry.words.length(), 39U);
}

TEST_F(StepTest, EraseEndsFromEveryScreenOfAVisit) {
    begin();
    EXPECT_TRUE(has<EndVisit>(send(Erase{})));
    visit.state = Learning{};
    EXPECT_TRUE(has<EndVisit>(send(Erase{})));
    visit.state = Goodbye{};
    EXPECT_TRUE(send(Erase{}).empty());
}

TEST_F(StepTest, IdleWarnsThenEndsButNeverWhilePaperIsOnItsWay) {
    begin();
    EXPECT_TRUE(send(IdleFor{89s}).empty());
    EXPECT_EQ(visit.overlay, Overlay::none);
    send(IdleFor{90s});
    EXPECT_EQ(visit.overlay, Overlay::idle);
    send(CloseOverlay{});
    EXPECT_EQ(visit.overlay, Overlay::none);
    const auto effects = send(IdleFor{135s});
    ASSERT_TRUE(has<EndVisit>(effects));
    EXPECT_EQ(std::get<EndVisit>(effects.at(0)).reason, EndReason::idle);

    skip_to_review();
    send(Print{});
    EXPECT_TRUE(send(IdleFor{9min}).empty());
    EXPECT_TRUE(has<EndVisit>(send(IdleFor{10min}))) << "no wait is without an end";
    send(JobSaid{status::Progress::trouble, status::Trouble::jam, 0});
    EXPECT_TRUE(has<EndVisit>(send(IdleFor{135s})));
}

TEST_F(StepTest, AHiddenScreenIsUncoveredByItsSignAloneAndGoesInItsTime) {
    begin();
    send(Cover{Overlay::hidden});
    for (const Event& event : {Event(CloseOverlay{}), Event(Cover{Overlay::more}), Event(Cover{Overlay::erase}),
                               Event(IdleFor{idle_warning}), Event(ShowAgain{OwnSign::umbrella})}) {
        EXPECT_TRUE(send(event).empty());
        EXPECT_EQ(visit.overlay, Overlay::hidden) << event.index();
    }
    EXPECT_TRUE(send(IdleFor{119s}).empty());
    const auto effects = send(IdleFor{120s});
    ASSERT_TRUE(has<EndVisit>(effects));
    EXPECT_EQ(std::get<EndVisit>(effects.at(0)).reason, EndReason::idle);
    send(ShowAgain{OwnSign::sun});
    EXPECT_EQ(visit.overlay, Overlay::none);
    EXPECT_EQ(visit.hiding.wrong, 0) << "whoever comes back may err again";
}

TEST_F(StepTest, ASignOpensNothingButAHiddenScreen) {
    begin();
    send(Cover{Overlay::erase});
    for (int i = 0; i < 5; ++i) EXPECT_TRUE(send(ShowAgain{OwnSign::star}).empty());
    EXPECT_EQ(visit.overlay, Overlay::erase);
}

TEST_F(StepTest, HiddenPaperOnItsWayIsWaitedFor) {
    begin();
    skip_to_review();
    send(Print{});
    send(Cover{Overlay::hidden});
    EXPECT_TRUE(send(IdleFor{9min}).empty());
    EXPECT_TRUE(has<EndVisit>(send(IdleFor{10min})));
}

TEST_F(StepTest, BeforeTheFirstPrivateQuestionOnlookersAreAskedAboutOnce) {
    begin();
    skip_to("fear");
    EXPECT_EQ(visit.overlay, Overlay::onlookers);
    send(CloseOverlay{});
    EXPECT_EQ(asked(), "fear");
    send(Skip{});
    EXPECT_EQ(asked(), "helper_facts");
    EXPECT_EQ(visit.overlay, Overlay::none);
    send(Back{});
    EXPECT_EQ(visit.overlay, Overlay::none);
    send(Back{});
    EXPECT_FALSE(content::is_private(library.question(asking().question)));
    EXPECT_EQ(visit.overlay, Overlay::none);
}

TEST_F(StepTest, AllPrivateQuestionsAreSkippedAtOnceAndStillCanBeAnsweredFromTheReview) {
    begin();
    skip_to("fear");
    send(SkipPrivate{});
    ASSERT_TRUE(visit.is<Reviewing>()) << asked();
    EXPECT_EQ(visit.overlay, Overlay::none);
    send(Back{});
    ASSERT_TRUE(visit.is<Asking>());
    EXPECT_FALSE(content::is_private(library.question(asking().question))) << asked();
    send(Next{});
    ASSERT_TRUE(visit.is<Reviewing>());
    send(open<CheckingAnswers>());
    send(ChangeAnswer{at("fear")});
    EXPECT_EQ(asked(), "fear");
    EXPECT_EQ(visit.overlay, Overlay::none) << "whoever opens it has looked around";
}

TEST_F(StepTest, WhoIsLookedAtHidesTheScreenBeforeThePrivateQuestion) {
    begin();
    skip_to("fear");
    send(Cover{Overlay::hidden});
    EXPECT_EQ(visit.overlay, Overlay::hidden);
    send(ShowAgain{OwnSign::sun});
    EXPECT_EQ(visit.overlay, Overlay::none);
    EXPECT_EQ(asked(), "fear");
}

TEST_F(StepTest, WithoutAVisitIdleOnlyTidiesUp) {
    visit.text_size = TextSize::huge;
    EXPECT_TRUE(send(IdleFor{1h}).empty());
    EXPECT_EQ(visit.text_size, TextSize::normal);
    EXPECT_TRUE(visit.is<ChoosingLanguage>());
}

TEST_F(StepTest, TheLanguageCanBeChangedAtAnyTimeWithAllAnswersKept) {
    begin();
    choose("isap_home");
    send(Cover{Overlay::languages});
    EXPECT_EQ(visit.overlay, Overlay::languages);
    send(ChooseLanguage{content::LanguageIndex(2)});
    EXPECT_EQ(visit.overlay, Overlay::none);
    EXPECT_EQ(asked(), "appointment");
    EXPECT_EQ(visit.language, content::LanguageIndex(2));
    EXPECT_TRUE(visit.answers.answered(at("appointment")));
}

TEST_F(StepTest, ASecondTouchKeepsASingleAnswer) {
    begin();
    choose("ice_office");
    choose("ice_office");
    EXPECT_TRUE(visit.answers.answered(at("appointment")));
    send(Skip{});
    EXPECT_FALSE(visit.answers.answered(at("appointment"))) << "Skip takes it back";
}

TEST_F(StepTest, ADayIsPickedInOneTouchOnceItsMonthIsShown) {
    begin();
    skip_to("appointment_date");
    send(ShowMonth{2027, 2});
    EXPECT_EQ(asking().entry.shown_month, 2);
    send(ShowMonth{2027, 13});
    EXPECT_EQ(asking().entry.shown_month, 2) << "there is no such month";
    send(PickDay{{2027, 2, 30}});
    EXPECT_EQ(asking().entry.date, content::Date{}) << "nor such a day";
    send(PickDay{{2027, 2, 18}});
    send(Next{});
    EXPECT_EQ(std::get<content::Date>(visit.answers[at("appointment_date")]), (content::Date{2027, 2, 18}));
}

TEST_F(StepTest, NoTimeIsWholeUntilTheHalfOfTheDayIsPicked) {
    begin();
    skip_to("appointment_time");
    send(PickTime{TimePart::hour, 2});
    send(Next{});
    EXPECT_EQ(asking().entry.fault, content::EntryFault::no_such_time) << "2 at night, or in the afternoon?";
    send(ShowHalf{HalfOfDay::afternoon});
    send(Next{});
    EXPECT_EQ(std::get<content::TimeOfDay>(visit.answers[at("appointment_time")]), (content::TimeOfDay{14, 0}));
}

TEST_F(StepTest, TwelveInTheAfternoonIsNoon) {
    begin();
    skip_to("appointment_time");
    send(ShowHalf{HalfOfDay::afternoon});
    send(PickTime{TimePart::hour, 12});
    send(Next{});
    EXPECT_EQ(std::get<content::TimeOfDay>(visit.answers[at("appointment_time")]), (content::TimeOfDay{12, 0}));
}

TEST_F(StepTest, BackToTheLanguagesKeepsAnswersInSightOfTheirVisitor) {
    begin();
    send(ToggleOption{0});
    while (visit.is<Asking>()) send(Back{});
    ASSERT_TRUE(visit.is<Promised>());
    send(Back{});
    EXPECT_TRUE(visit.is<Promised>()) << "the first screen is the next visitor's";
    EXPECT_EQ(visit.overlay, Overlay::languages);
    send(IdleFor{idle_warning});
    EXPECT_EQ(visit.overlay, Overlay::idle);
}

TEST_F(StepTest, BackToTheLanguagesWithNothingToldIsBackToTheStart) {
    send(ChooseLanguage{content::LanguageIndex{1}});
    send(Back{});
    EXPECT_TRUE(visit.is<ChoosingLanguage>());
    EXPECT_EQ(visit.language, content::LanguageIndex{}) << "where no language is chosen";
}

TEST_F(StepTest, TheOtherHalfOfTheDayTakesTheHourAlong) {
    begin();
    skip_to("appointment_time");
    send(ShowHalf{HalfOfDay::morning});
    send(PickTime{TimePart::hour, 9});
    send(PickTime{TimePart::minute, 30});
    send(ShowHalf{HalfOfDay::afternoon});
    EXPECT_EQ(asking().entry.hour, 21);
    send(ShowHalf{HalfOfDay::morning});
    send(Next{});
    EXPECT_EQ(std::get<content::TimeOfDay>(visit.answers[at("appointment_time")]), (content::TimeOfDay{9, 30}));
}

TEST_F(StepTest, ANumberThatLooksTooShortCanBeLeftAsItIs) {
    begin();
    skip_to("contacts");
    send_text(U"Ana");
    send(FocusField{EntryField::phone});
    send_text(U"12");
    send(LeaveAsTyped{});
    EXPECT_EQ(asked(), "contacts") << "not before anybody asked";
    send(FocusField{EntryField::words});
    send(Next{});
    EXPECT_EQ(asking().entry.fault, content::EntryFault::too_few_digits);
    EXPECT_EQ(asking().entry.field, EntryField::phone) << "where it can be put right";
    send(LeaveAsTyped{});
    EXPECT_EQ(asking().person, 1U);
    EXPECT_EQ(std::get<content::People>(visit.answers[at("contacts")]).front().phone.view(), "12");
}

TEST_F(StepTest, TurningThePageOfWhatLiesOverAScreenKeepsItsOwn) {
    begin();
    send(TurnPage{2});
    send(Cover{Overlay::staff});
    send(TurnPage{1});
    EXPECT_EQ(visit.page, 2);
    EXPECT_EQ(visit.overlay_page, 1);
}

TEST_F(StepTest, AFindingAboutTheDisplayOutlivesTheVisitAndGoesWithTheDisplay) {
    const DisplaySize small{800, 480, 154, 92};
    send(DisplaySaid{small, Finding::display});
    send(Found{Finding::counters});
    visit.state = Goodbye{};
    send(StartOver{});
    EXPECT_EQ(visit.findings, bit_of(Finding::display) | bit_of(Finding::counters));
    EXPECT_EQ(visit.display, small);
    send(DisplaySaid{small, Finding::display_size});
    EXPECT_EQ(visit.findings, bit_of(Finding::display_size) | bit_of(Finding::counters));
    send(DisplaySaid{{1280, 800, 276, 172}, std::nullopt});
    EXPECT_EQ(visit.findings, bit_of(Finding::counters));
}

TEST_F(StepTest, AFindingAboutWhatIsPressedAllTheTimeGoesWithIt) {
    send(Found{Finding::counters});
    send(HandsSaid{.keys = true, .panel = true});
    visit.state = Goodbye{};
    send(StartOver{});
    EXPECT_EQ(visit.findings, bit_of(Finding::keys) | bit_of(Finding::panel) | bit_of(Finding::counters));
    send(HandsSaid{.keys = false, .panel = true});
    EXPECT_EQ(visit.findings, bit_of(Finding::panel) | bit_of(Finding::counters));
    send(HandsSaid{});
    EXPECT_EQ(visit.findings, bit_of(Finding::counters));
}

TEST_F(StepTest, OnAMachineThatIsNotReadyNoVisitBegins) {
    visit.readiness = Readiness::refused;
    visit.state = Goodbye{};
    send(StartOver{});
    EXPECT_TRUE(visit.is<NotReady>());
    send(Cover{Overlay::languages});
    send(ChooseLanguage{content::LanguageIndex(1)});
    EXPECT_TRUE(visit.is<NotReady>());
    EXPECT_EQ(visit.language, content::LanguageIndex(1));
    EXPECT_TRUE(send(Erase{}).empty());
    EXPECT_TRUE(send(IdleFor{59s}).empty());
    EXPECT_EQ(std::get<EndVisit>(send(IdleFor{60s}).at(0)).reason, EndReason::again);
    EXPECT_EQ(std::get<EndVisit>(send(CheckAgain{}).at(0)).reason, EndReason::again);
}

TEST_F(StepTest, ChangedFilesAreReadAgainWhenNobodyIsThere) {
    visit.state = ChoosingLanguage{};
    EXPECT_TRUE(send(IdleFor{60s}).empty());
    send(FilesChanged{});
    EXPECT_TRUE(send(IdleFor{59s}).empty());
    EXPECT_EQ(std::get<EndVisit>(send(IdleFor{60s}).at(0)).reason, EndReason::again);
    visit.state = Promised{};
    EXPECT_TRUE(send(IdleFor{60s}).empty()) << "a visit goes on";
}

}  // namespace
}  // namespace pocketplan::visit
