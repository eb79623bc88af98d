// However a visit ends, nothing of it is left: visits with unique words are played in the installed program and ended
// in every way there is, and everything that another program could read afterwards is searched for them. Run as root.
// Two points of observation: (a) the process is stopped after it zeroed its memory and before it replaces itself; then
// only what outside libraries copied may be there. (b) after that, nothing may be anywhere.

#include <fstream>
#include <utility>

#include "tests/e2e/forensic_visit.h"
#include "tests/support/real_scheduler.h"

namespace pocketplan::tests {
namespace {

using testing::IsEmpty;
using testing::Not;
using visit::EndReason;
using visit::Leftovers;

TEST_F(Forensics, DoneWithPaperFromAPrinterOfItsOwn) {
    const RealPrinter printer(free_port(), RealPrinter::Pace::quick);
    const auto surroundings = around(&printer);
    ASSERT_NO_FATAL_FAILURE(tell(told_in_english(), printer.uri()));
    ASSERT_TRUE(kiosk_.take_paper());
    EXPECT_TRUE(kiosk_.says_goodbye(EndReason::done));
    expect_nothing_left(told_in_english(), surroundings);
}

TEST_F(Forensics, DoneWithPaperThroughTheScheduler) {
    const RealPrinter printer(free_port(), RealPrinter::Pace::quick);
    const RealScheduler scheduler(printer,
                                  "PreserveJobFiles No\nPreserveJobHistory 60\nLogLevel none\nAccessLogLevel none");
    const auto surroundings = around(&printer, {scheduler.process()});
    ASSERT_NO_FATAL_FAILURE(tell(told_in_arabic(), "cups:office"));
    ASSERT_TRUE(kiosk_.take_paper());
    EXPECT_TRUE(kiosk_.says_goodbye(EndReason::done));
    expect_nothing_left(told_in_arabic(), surroundings);
}

TEST_F(Forensics, ErasedByTheVisitorOrByStaff) {
    const auto surroundings = around();
    ASSERT_NO_FATAL_FAILURE(tell(told_in_russian(), files()));
    ASSERT_TRUE(kiosk_.erase());
    EXPECT_TRUE(kiosk_.says_goodbye(EndReason::erased));
    expect_nothing_left(told_in_russian(), surroundings);
}

TEST_F(Forensics, PrinterGivenUp) {
    RealPrinter printer(free_port());
    const auto surroundings = around(&printer);
    ASSERT_NO_FATAL_FAILURE(tell(told_in_arabic(), printer.uri()));
    printer.unplug();
    ASSERT_TRUE(kiosk_.press("review.print"));
    kiosk_.shadow().printer.trouble = status::Trouble::gone;
    kiosk_.shadow_hears(visit::JobSaid{status::Progress::trouble, status::Trouble::gone, 0});
    ASSERT_TRUE(kiosk_.shows_the_same()) << "problem";
    ASSERT_TRUE(kiosk_.press("problem.give_up"));
    ASSERT_TRUE(kiosk_.press("erase.yes"));
    EXPECT_TRUE(kiosk_.says_goodbye(EndReason::printer_given_up, Leftovers::uncertain));
    expect_nothing_left(told_in_arabic(), surroundings);
}

// One that fills the screen, and is closed again, so that it lay in the memory of more than one.
TEST_F(Forensics, ASheetThatFilledTheScreenIsGoneWithTheVisit) {
    const auto surroundings = around();
    ASSERT_NO_FATAL_FAILURE(tell(told_in_english(), files()));
    const auto small = pixels_;
    ASSERT_TRUE(kiosk_.see(told_in_english().word_in_pictures()));
    ASSERT_NO_FATAL_FAILURE(expect_pictures_of(told_in_english()));
    EXPECT_GT(pixels_.size(), 2 * small.size());
    ASSERT_TRUE(kiosk_.press("seen.close"));
    ASSERT_TRUE(kiosk_.shows_the_same());
    ASSERT_TRUE(kiosk_.erase());
    EXPECT_TRUE(kiosk_.says_goodbye(EndReason::erased));
    expect_nothing_left(told_in_english(), surroundings);
}

// By the real voice, into a file in the place of a headphone. What is marked while it is said moves on by itself, so no
// frame is compared.
TEST_F(Forensics, ReadAloudItLeavesNothing) {
    const auto& told = told_in_russian();
    const auto surroundings = around();
    const auto sound = kiosk_.folder() / "sound.raw";
    kiosk_.shadow().sound = true;
    ASSERT_TRUE(kiosk_.start(files(), {"SDL_AUDIODRIVER=disk", "SDL_DISKAUDIOFILE=" + sound.string()}));
    ASSERT_TRUE(kiosk_.press("bar.listen"));
    const auto sounds = [&](std::uintmax_t bytes) {
        std::error_code error;
        return eventually([&] { return std::filesystem::file_size(sound, error) > bytes && !error; });
    };
    ASSERT_TRUE(sounds(0)) << "the start is read";
    ASSERT_TRUE(kiosk_.answer(told.language, told.json));
    ASSERT_TRUE(eventually([&] { return !find_in_memory(kiosk_.process().id(), told.needles()).empty(); }));
    mark_ = find_mark(kiosk_.process().id(), told.words);
    ASSERT_TRUE(sounds(std::filesystem::file_size(sound) + 20'000)) << "and so is the review";
    ASSERT_TRUE(kiosk_.erase());
    ASSERT_TRUE(eventually([&] { return kiosk_.was_replaced(); }));
    EXPECT_TRUE(sounds(std::filesystem::file_size(sound) + 20'000)) << "and goodbye";
    expect_nothing_left(told, surroundings);
}

class BySignal : public Forensics, public testing::WithParamInterface<std::pair<int, int>> {};

TEST_P(BySignal, NothingIsLeftAndTheNextStartIsAsTheFirst) {
    const auto [signal, status] = GetParam();
    const auto surroundings = around();
    ASSERT_NO_FATAL_FAILURE(tell(told_in_russian(), files()));
    kiosk_.process().signal(signal);
    EXPECT_EQ(kiosk_.process().wait(), status);
    // A crash paints nothing over the last frame, which the X server may still have received (docs/PRIVACY.md): its
    // pixels are looked for once the next start has painted its own.
    const auto pixels = std::exchange(pixels_, {});
    expect_nothing_left(told_in_russian(), surroundings);
    pixels_ = pixels;
    kiosk_.shadow_begins_again();
    ASSERT_TRUE(kiosk_.start(files())) << "as after a power cut";
    expect_nothing_left(told_in_russian(), surroundings);
}

INSTANTIATE_TEST_SUITE_P(Forensics, BySignal,
                         testing::Values(std::pair(SIGTERM, 0), std::pair(SIGSEGV, 70), std::pair(SIGABRT, 70),
                                         std::pair(SIGKILL, 128 + SIGKILL)),
                         [](const auto& value) { return "signal" + std::to_string(value.param.first); });

// Installed, so this is not a trial. It is set up to speak every language, and to let visitors in although its unit did
// not start it.
class Installed : public Forensics {
protected:
    void SetUp() override {
        if (run({"unshare", "-m", "true"}).status != 0) GTEST_SKIP() << "nothing can be mounted here";
        kiosk_.install();
        const auto local = kiosk_.folder() / "local.yaml";
        std::ofstream lines(local);
        lines << "languages:\n";
        for (const auto& language : check_in_pack().languages) lines << "  - " << language.tag << "\n";
        kiosk_.settle("[content]\nlocal = \"" + local.string() + "\"\n[machine]\nunready = \"warn\"\n");
        kiosk_.shadow().findings = visit::bit_of(visit::Finding::unchecked);
    }
    // Whether no visit can begin, and no folder for plans is created, if its settings name this printer.
    bool turns_everyone_away(const std::string& printer) {
        kiosk_.shadow().readiness = visit::Readiness::refused;
        kiosk_.shadow().state = visit::NotReady{};
        return kiosk_.start(printer) && !std::filesystem::exists(plans_);
    }

    const std::filesystem::path plans_ = kiosk_.folder() / "state" / "plans";
};

TEST_F(Installed, TurnsEveryoneAwayWhereItsSettingsSendPlansToAFolder) {
    EXPECT_TRUE(turns_everyone_away("folder:" + plans_.string()));
}

TEST_F(Installed, TurnsEveryoneAwayWhereItsCallSendsPlansToAFolder) {
    const RealPrinter printer(free_port(), RealPrinter::Pace::quick);
    kiosk_.call_with({"--printer", "folder:" + plans_.string()});
    EXPECT_TRUE(turns_everyone_away(printer.uri()));
}

TEST_F(Installed, TurnsEveryoneAwayWhereNoPrinterIsNamed) {
    EXPECT_TRUE(turns_everyone_away(""));
}

TEST_F(Installed, DoneWithPaperItLeavesNothing) {
    const RealPrinter printer(free_port(), RealPrinter::Pace::quick);
    const auto surroundings = around(&printer);
    ASSERT_NO_FATAL_FAILURE(tell(told_in_english(), printer.uri()));
    ASSERT_TRUE(kiosk_.take_paper());
    EXPECT_TRUE(kiosk_.says_goodbye(EndReason::done));
    expect_nothing_left(told_in_english(), surroundings);
}

// (a), with the tracer in the real program.
class BeforeExec : public Forensics {
protected:
    // With the plan printed, so that every seam has seen it.
    void stop_before_exec(const std::string& mutation) {
        const std::vector<std::string> environment{"LD_PRELOAD=" + std::string(BUILD_DIR) + "/libtracer.so",
                                                   "TRACED_BLOCKS=" + traced_.string(), "MUTATION=" + mutation};
        ASSERT_NO_FATAL_FAILURE(tell(told_in_english(), printer_.uri(), environment));
        const AboutToExec stopped(kiosk_, kiosk_.process().id());
        ASSERT_TRUE(kiosk_.take_paper());
        ASSERT_TRUE(stopped.reached());
        hits_ = find_in_memory(kiosk_.process().id(), all_needles(told_in_english()));
        outside_ = outside_of_the_seams(kiosk_.process().id(), hits_, traced_);
    }

    RealPrinter printer_{free_port(), RealPrinter::Pace::quick};
    std::filesystem::path traced_ = kiosk_.folder() / "traced";
    std::vector<Hit> hits_;
    std::vector<std::string> outside_;
};

TEST_F(BeforeExec, OnlyTheNamedSeamsHoldAnything) {
    ASSERT_NO_FATAL_FAILURE(stop_before_exec("none"));
    EXPECT_THAT(outside_, IsEmpty());
}

TEST_F(BeforeExec, AnArenaThatIsNotZeroedIsSeen) {
    ASSERT_NO_FATAL_FAILURE(stop_before_exec("unzeroed"));
    EXPECT_THAT(outside_, testing::Contains(testing::HasSubstr("no block")));
}

TEST_F(BeforeExec, AWordKeptInAStringIsSeen) {
    ASSERT_NO_FATAL_FAILURE(stop_before_exec("kept"));
    EXPECT_THAT(outside_, testing::Contains(testing::HasSubstr("libtracer.so")));
}

// (b), with a program that breaks a promise.
class Mutation : public Forensics {};

// What a library keeps of a visit goes with the process: it is found if the process stays, and gone if it is replaced.
TEST_F(Mutation, AProcessThatIsNotReplacedIsSeen) {
    ASSERT_NO_FATAL_FAILURE(tell(told_in_english(), files(), mutated("kept,no_exec")));
    ASSERT_TRUE(kiosk_.erase());
    ASSERT_TRUE(eventually([&] { return kiosk_.is_blank(); }));
    EXPECT_THAT(find_in_memory(kiosk_.process().id(), told_in_english().needles_and(mark_)), Not(IsEmpty()));
}

TEST_F(Mutation, AProcessThatIsReplacedForgetsWhatALibraryKept) {
    ASSERT_NO_FATAL_FAILURE(tell(told_in_english(), files(), mutated("kept")));
    ASSERT_TRUE(kiosk_.erase());
    EXPECT_TRUE(kiosk_.says_goodbye(EndReason::erased));
    EXPECT_THAT(find_in_memory(kiosk_.process().id(), told_in_english().needles_and(mark_)), IsEmpty());
}

TEST_F(Mutation, AnAnswerInTheLogIsSeen) {
    const auto surroundings = around();
    ASSERT_NO_FATAL_FAILURE(tell(told_in_english(), files(), mutated("logged")));
    ASSERT_TRUE(kiosk_.erase());
    EXPECT_TRUE(kiosk_.says_goodbye(EndReason::erased));
    EXPECT_THAT(name(surroundings.find(told_in_english().needles(), told_in_english().needles_and(mark_))),
                testing::HasSubstr(kiosk_.log().string()));
}

// Found by this search, and by the kiosk itself, which exempts no folder.
TEST_F(Installed, APlanThatIsKeptInAFolderIsFound) {
    const RealPrinter printer(free_port(), RealPrinter::Pace::quick);
    const auto surroundings = around(&printer);
    ASSERT_NO_FATAL_FAILURE(tell(told_in_english(), printer.uri(), mutated("filed")));
    ASSERT_TRUE(kiosk_.take_paper());
    EXPECT_TRUE(kiosk_.says_goodbye(EndReason::done, Leftovers::none, {visit::Place::own_folders}));
    EXPECT_THAT(name(surroundings.find(told_in_english().needles(), told_in_english().needles_and(mark_))),
                testing::HasSubstr((plans_ / "plan-1.pdf").string()));
}

TEST_F(Mutation, AJobThatIsNotCancelledIsSeen) {
    const RealPrinter printer(free_port());
    RealScheduler scheduler(printer);
    scheduler.hold_jobs();
    const auto surroundings = around(&printer);
    ASSERT_NO_FATAL_FAILURE(tell(told_in_english(), "cups:office", mutated("uncancelled")));
    ASSERT_TRUE(kiosk_.press("review.print"));
    ASSERT_TRUE(eventually([&] { return scheduler.documents() == 1; }));
    ASSERT_TRUE(kiosk_.erase());
    EXPECT_TRUE(kiosk_.says_goodbye(EndReason::erased, Leftovers::uncertain));
    EXPECT_THAT(name(surroundings.find(told_in_english().needles(), told_in_english().needles_and(mark_))),
                testing::HasSubstr("/spool/d0"));
}

}  // namespace
}  // namespace pocketplan::tests
