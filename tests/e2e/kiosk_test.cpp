// The installed program in a real window (Xvfb), touched by a real pointer (XTEST), printing to a real printer
// (ippeveprinter), its pages read by other programs (poppler, tesseract), and its memory searched from outside. Run as
// root.

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>

#include <gtest/gtest.h>
#include <poll.h>
#include <unistd.h>

#include "kiosk/papers/installed.h"
#include "tests/e2e/played_kiosk.h"
#include "tests/support/memory_search.h"
#include "tests/support/real_printer.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/text_of_file.h"

namespace pocketplan {
namespace {

namespace fs = std::filesystem;
using tests::run;

class KioskTest : public testing::Test {
protected:
    [[nodiscard]] std::size_t found(const std::vector<std::string>& words) {
        return tests::find_in_memory(kiosk_.process().id(), tests::Needles(words)).size();
    }

    tests::PlayedKiosk kiosk_;
    visit::Visit& shadow_ = kiosk_.shadow();
};

std::string text_of(const fs::path& pdf) {
    return run({"pdftotext", "-layout", pdf.string(), "-"}).out;
}

// What a reader sees, page by page, by OCR.
std::string read_by_eye(const fs::path& pdf, const std::string& language, const fs::path& folder) {
    run({"pdftoppm", "-r", "200", "-png", pdf.string(), (folder / "page").string()});
    std::string seen;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() != ".png") continue;
        seen += run({"env", "OMP_THREAD_LIMIT=1", "tesseract", entry.path().string(), "-", "-l", language}).out;
    }
    return seen;
}

constexpr const char* english_visit = R"({
    "appointment": "ice_office", "appointment_place": "Quillonesse Street", "situation": ["no_answer"],
    "lawyer": "no", "contacts": [{"name": "Zephyrina", "phone": "202-555-0147"}], "child": "no", "fear": "yes",
    "helper_facts": {"full_name": "Xanthippe Brandywine", "a_number": "918273645", "birth_date": "1988-02-29"}})";
const std::vector<std::string> english_words{"Quillonesse", "Zephyrina", "202-555-0147", "Xanthippe",
                                             "Brandywine",  "918273645", "918-273-645"};

TEST_F(KioskTest, AVisitInEnglishEndsWithPaperInHandAndNothingLeftBehind) {
    const tests::RealPrinter printer(8651, tests::RealPrinter::Pace::slow);
    ASSERT_TRUE(kiosk_.start(printer.uri()));
    const auto process = kiosk_.process().id();
    ASSERT_TRUE(kiosk_.go_to_review("en", english_visit));
    EXPECT_GT(found(english_words), 0U) << "the search finds nothing even while the visit is on";

    ASSERT_TRUE(kiosk_.press("review.print"));
    kiosk_.shadow_hears(visit::JobSaid{status::Progress::done, status::Trouble::none, 0});
    ASSERT_TRUE(kiosk_.shows_the_same()) << "in hand";
    ASSERT_EQ(printer.spool().size(), 1U);
    EXPECT_EQ(printer.spool()[0].filename(), "1-document.pdf");
    auto text = text_of(printer.spool()[0]);
    std::replace(text.begin(), text.end(), '\n', ' ');  // a sentence may go on in the next line
    for (const char* said : {"202-555-0147", "A 918-273-645", "1-833-383-1465", "February 29, 1988",
                             "Xanthippe Brandywine", "not legal advice", "December 11, 2025"}) {
        EXPECT_NE(text.find(said), std::string::npos) << said;
    }
    EXPECT_EQ(text.find("If you move"), std::string::npos) << "that is not this visitor's";

    ASSERT_TRUE(kiosk_.press("hand.yes"));
    EXPECT_TRUE(kiosk_.says_goodbye(visit::EndReason::done)) << "goodbye";
    EXPECT_EQ(kiosk_.process().id(), process);
    EXPECT_TRUE(kiosk_.process().running());
    EXPECT_EQ(found(english_words), 0U);
    EXPECT_EQ(printer.spool().size(), 1U) << "the spool holds nothing else";
    ASSERT_TRUE(kiosk_.press("goodbye.start"));
    EXPECT_TRUE(kiosk_.shows_the_same()) << "ready for the next person";
}

TEST_F(KioskTest, AVisitInArabicPrintsWhatAReaderCanRead) {
    const tests::RealPrinter printer(8652, tests::RealPrinter::Pace::slow);
    ASSERT_TRUE(kiosk_.start(printer.uri()));
    ASSERT_TRUE(kiosk_.go_to_review(
        "ar", R"({"appointment": "ice_office", "situation": ["cannot_date"], "lawyer": "yes", "lawyer_name": "سلمى",
                  "lawyer_phone": "212-555-0143", "contacts": [{"name": "ليلى", "phone": "917-555-0186"}]})"));
    ASSERT_TRUE(kiosk_.press("review.print"));
    kiosk_.shadow_hears(visit::JobSaid{status::Progress::done, status::Trouble::none, 0});
    ASSERT_TRUE(kiosk_.shows_the_same()) << "in hand";
    ASSERT_TRUE(kiosk_.press("hand.yes"));
    EXPECT_TRUE(kiosk_.says_goodbye(visit::EndReason::done)) << "goodbye";
    EXPECT_EQ(found({"917-555-0186", "ليلى", "سلمى"}), 0U);
    // Read after the visit: a kiosk that waits for a touch meanwhile would take the visitor for gone.
    ASSERT_EQ(printer.spool().size(), 1U);
    const auto text = text_of(printer.spool()[0]);
    for (const char* number : {"917-555-0186", "212-555-0143", "1-833-383-1465", "1-800-898-7180"}) {
        EXPECT_NE(text.find(number), std::string::npos) << number;
    }
    const auto seen = read_by_eye(printer.spool()[0], "ara+eng", kiosk_.folder());
    for (const char* word : {"917-555-0186", "1-833-383-1465", "checkin.ice.gov", "محام", "المراجعة"}) {
        EXPECT_NE(seen.find(word), std::string::npos) << word;
    }
}

TEST_F(KioskTest, ErasedInSpanishInTheMiddleItForgetsAtOnce) {
    const auto prints = kiosk_.folder() / "prints";
    ASSERT_TRUE(kiosk_.start("folder:" + prints.string()));
    ASSERT_TRUE(kiosk_.go_to_review("es", R"({"contacts": [{"name": "Zephyrina", "phone": "202-555-0147"}]})"));
    EXPECT_GT(found({"Zephyrina", "202-555-0147"}), 0U);
    ASSERT_TRUE(kiosk_.erase());
    EXPECT_TRUE(kiosk_.says_goodbye(visit::EndReason::erased)) << "goodbye";
    EXPECT_EQ(found({"Zephyrina", "202-555-0147"}), 0U);
    EXPECT_TRUE(!fs::exists(prints) || fs::is_empty(prints));
}

// cage watches a pipe that its child holds, and ends when it closes.
TEST_F(KioskTest, WhoStartedItHearsOfItsEndAndOfNoVisits) {
    std::array<int, 2> ends{};
    ASSERT_EQ(pipe(ends.data()), 0);
    ASSERT_TRUE(kiosk_.start("folder:" + (kiosk_.folder() / "prints").string()));
    close(ends[1]);
    const auto hears = [&] {
        pollfd waiting{ends[0], POLLIN, 0};
        return poll(&waiting, 1, 0) > 0;
    };
    for (int visit = 0; visit < 2; ++visit) {
        ASSERT_TRUE(kiosk_.press("language.es") && kiosk_.press("promise.make"));
        ASSERT_TRUE(kiosk_.erase());
        ASSERT_TRUE(kiosk_.says_goodbye(visit::EndReason::erased));
        EXPECT_FALSE(hears());
        ASSERT_TRUE(kiosk_.press("goodbye.start"));
        ASSERT_TRUE(kiosk_.shows_the_same()) << "the first screen";
    }
    kiosk_.process().signal(SIGTERM);
    EXPECT_EQ(kiosk_.process().wait(), 0);
    EXPECT_TRUE(hears());
    close(ends[0]);
}

TEST_F(KioskTest, APrinterThatIsGoneIsToldAndGivingUpForgets) {
    tests::RealPrinter printer(8653);
    ASSERT_TRUE(kiosk_.start(printer.uri()));
    ASSERT_TRUE(kiosk_.go_to_review("en", R"({"contacts": [{"name": "Zephyrina", "phone": "202-555-0147"}]})"));
    printer.unplug();
    ASSERT_TRUE(kiosk_.press("review.print"));
    shadow_.printer.trouble = status::Trouble::gone;
    kiosk_.shadow_hears(visit::JobSaid{status::Progress::trouble, status::Trouble::gone, 0});
    ASSERT_TRUE(kiosk_.shows_the_same()) << "problem";
    ASSERT_TRUE(kiosk_.press("problem.give_up"));
    ASSERT_TRUE(kiosk_.press("erase.yes")) << "it asks";
    EXPECT_TRUE(kiosk_.says_goodbye(visit::EndReason::printer_given_up, visit::Leftovers::uncertain)) << "goodbye";
    EXPECT_EQ(found({"Zephyrina", "202-555-0147"}), 0U);
}

TEST_F(KioskTest, WithoutPaperTheVisitorIsToldInTheirLanguageAndThePlanComesOutOnceThereIsSome) {
    const tests::RealPrinter printer(8654, tests::RealPrinter::Pace::slow);
    ASSERT_TRUE(kiosk_.start(printer.uri()));
    ASSERT_TRUE(kiosk_.go_to_review("es", R"({"contacts": [{"name": "Zephyrina", "phone": "202-555-0147"}]})"));
    printer.take_paper_out();
    shadow_.printer.trouble = status::Trouble::out_of_paper;
    ASSERT_TRUE(kiosk_.shows_the_same()) << "the review says it before anything is printed";
    ASSERT_TRUE(kiosk_.print());
    kiosk_.shadow_hears(visit::JobSaid{status::Progress::trouble, status::Trouble::out_of_paper, 0});
    ASSERT_TRUE(kiosk_.shows_the_same()) << "what is wrong";
    printer.put_paper_in();
    shadow_.printer.trouble = status::Trouble::none;
    kiosk_.shadow_hears(visit::JobSaid{status::Progress::done, status::Trouble::none, 0});
    ASSERT_TRUE(kiosk_.shows_the_same()) << "in hand";
    EXPECT_EQ(printer.spool().size(), 1U);
}

TEST_F(KioskTest, WhatOneVisitorGaveUpNeverComesOutForTheNext) {
    const tests::RealPrinter printer(8655, tests::RealPrinter::Pace::slow);
    ASSERT_TRUE(kiosk_.start(printer.uri()));
    ASSERT_TRUE(kiosk_.go_to_review("en", R"({"contacts": [{"name": "Zephyrina", "phone": "202-555-0147"}]})"));
    printer.take_paper_out();
    ASSERT_TRUE(kiosk_.print());
    shadow_.printer.trouble = status::Trouble::out_of_paper;
    kiosk_.shadow_hears(visit::JobSaid{status::Progress::trouble, status::Trouble::out_of_paper, 0});
    ASSERT_TRUE(kiosk_.shows_the_same()) << "no paper";
    ASSERT_TRUE(kiosk_.erase());
    // This printer acts on a cancelled job only once it has paper again; until then goodbye does not call it clear.
    EXPECT_TRUE(kiosk_.says_goodbye(visit::EndReason::erased, visit::Leftovers::uncertain)) << "goodbye";
    printer.put_paper_in();
    shadow_.printer.trouble = status::Trouble::none;
    shadow_.printer.leftovers = visit::Leftovers::none;
    shadow_.printer.tray = visit::Tray::forgotten_sheet;
    kiosk_.shadow_begins_again();  // goodbye leaves by itself
    ASSERT_TRUE(kiosk_.shows_the_same()) << "ready for the next person";
    EXPECT_EQ(printer.unfinished_jobs(), 0U);
    const auto received = printer.spool();  // this printer keeps what it was sent, printed or not
    ASSERT_TRUE(kiosk_.answer("en", R"({"contacts": [{"name": "Ottoline", "phone": "202-555-0199"}]})"));
    ASSERT_TRUE(kiosk_.print());
    kiosk_.shadow_hears(visit::JobSaid{status::Progress::done, status::Trouble::none, 0});
    ASSERT_TRUE(kiosk_.shows_the_same()) << "in hand";
    std::string printed;
    for (const auto& file : printer.spool()) {
        const bool earlier = std::find(received.begin(), received.end(), file) != received.end();
        if (!earlier) printed += text_of(file);
    }
    EXPECT_NE(printed.find("Ottoline"), std::string::npos);
    EXPECT_EQ(printed.find("Zephyrina"), std::string::npos);
}

TEST_F(KioskTest, AClosedWindowOrASignalEndsWithNothingLeft) {
    ASSERT_TRUE(kiosk_.start("folder:" + (kiosk_.folder() / "prints").string()));
    ASSERT_TRUE(kiosk_.press("language.en"));
    kiosk_.process().signal(SIGTERM);
    EXPECT_EQ(kiosk_.process().wait(), 0);
}

// Hands tremble: without the deaf time, the second tap would press a button of the promise screen, or skip a question.
TEST(DeafTest, ASecondTapIsNotTakenForTheScreenThatCameUp) {
    tests::PlayedKiosk kiosk;
    kiosk.be_deaf(std::chrono::seconds(2));
    ASSERT_TRUE(kiosk.start("folder:" + (kiosk.folder() / "prints").string()));
    ASSERT_TRUE(kiosk.press("language.en"));
    ASSERT_TRUE(kiosk.shows_the_same());
    const auto before = kiosk.screen().pixels();
    for (const double across : {0.2, 0.5, 0.8}) {
        kiosk.screen().touch(across * kiosk.screen().size().width, 0.7 * kiosk.screen().size().height);
    }
    EXPECT_EQ(kiosk.screen().pixels(), before);
    std::this_thread::sleep_for(std::chrono::seconds(2));
    ASSERT_TRUE(kiosk.press("promise.make"));
    EXPECT_TRUE(kiosk.shows_the_same());
}

// If a handler of the process that is about to be replaced recorded the signal, it would be lost, and the machine would
// not turn off.
TEST(StopTest, AStopSignalIsHeardAtAnyMomentOfTheEndOfAVisit) {
    using namespace std::chrono_literals;
    for (auto later = 0ms; later < 200ms; later += 10ms) {
        tests::PlayedKiosk kiosk;
        ASSERT_TRUE(kiosk.start("folder:" + (kiosk.folder() / "prints").string()));
        ASSERT_TRUE(kiosk.press("language.en") && kiosk.press("promise.make") && kiosk.press("bar.erase"));
        ASSERT_TRUE(kiosk.shows_the_same());
        kiosk.press("erase.yes");
        std::this_thread::sleep_for(later);
        kiosk.process().signal(SIGTERM);
        ASSERT_TRUE(tests::eventually([&] { return !kiosk.process().running(); })) << later.count() << " ms";
        const int status = kiosk.process().wait();
        EXPECT_TRUE(status == 0 || status == 128 + SIGTERM) << status;
    }
}

TEST_F(KioskTest, WhatIsFoundAfterAVisitIsToldAndNobodyElseBeginsUntilItIsGone) {
    ASSERT_TRUE(kiosk_.start("folder:" + (kiosk_.folder() / "prints").string()));
    ASSERT_TRUE(kiosk_.go_to_review("es", R"({"contacts": [{"name": "Zephyrina", "phone": "202-555-0147"}]})"));
    const auto left = kiosk_.folder() / "tmp" / "left";
    std::ofstream(left) << "a copy of " << tests::find_mark(kiosk_.process().id(), {"Zephyrina", "202-555-0147"})
                        << " and more";
    ASSERT_TRUE(kiosk_.erase());
    EXPECT_TRUE(kiosk_.says_goodbye(visit::EndReason::erased, visit::Leftovers::none, {visit::Place::temporary}));
    const auto logged = tests::text_of_file(kiosk_.log());
    EXPECT_NE(logged.find("a trace of the last visit is in " + left.string()), std::string::npos) << logged;

    shadow_.readiness = visit::Readiness::refused;
    shadow_.findings = visit::bit_of(visit::Finding::trace);
    ASSERT_TRUE(kiosk_.press("goodbye.start"));
    EXPECT_TRUE(shadow_.is<visit::NotReady>());
    EXPECT_TRUE(kiosk_.shows_the_same()) << "nobody begins";
    fs::remove(left);
    ASSERT_TRUE(kiosk_.press("not_ready.again"));
    shadow_.findings = 0;
    shadow_.readiness = visit::Readiness::ready;
    kiosk_.shadow_begins_again();
    EXPECT_TRUE(kiosk_.shows_the_same()) << "ready for the next person";
}

// As under cage, which has no keys of its own without -d and -s: only the kiosk gets them.
TEST_F(KioskTest, KeysThatLeaveOtherProgramsDoNothing) {
    ASSERT_TRUE(kiosk_.start("folder:" + (kiosk_.folder() / "prints").string()));
    ASSERT_TRUE(kiosk_.press("language.en"));
    const std::vector<std::vector<const char*>> combinations{{"Alt_L", "F4"},
                                                             {"Alt_L", "Tab"},
                                                             {"Alt_L", "Escape"},
                                                             {"Alt_L", "space"},
                                                             {"Control_L", "Alt_L", "F1"},
                                                             {"Control_L", "Alt_L", "BackSpace"},
                                                             {"Super_L"},
                                                             {"Super_L", "d"},
                                                             {"Print"},
                                                             {"Alt_L", "Print"}};
    for (const auto& keys : combinations) kiosk_.screen().press_keys(keys);
    EXPECT_TRUE(kiosk_.shows_the_same());
    EXPECT_TRUE(kiosk_.process().running());
    ASSERT_TRUE(kiosk_.press("promise.learn"));
    EXPECT_TRUE(kiosk_.shows_the_same()) << "and it still answers";
}

TEST_F(KioskTest, ASecondInstanceRefusesInOneLine) {
    ASSERT_TRUE(kiosk_.start("folder:" + (kiosk_.folder() / "prints").string()));
    const auto runtime = kiosk_.folder() / "runtime";
    const auto second =
        run({"env", "XDG_RUNTIME_DIR=" + runtime.string(), papers::shipped_file("pocketplan").string()});
    EXPECT_EQ(second.status, 1);
    EXPECT_EQ(second.err, "pocketplan: another one runs already (it holds " + (runtime / "pocketplan.lock").string() +
                              "); end that one first\n");
    EXPECT_TRUE(kiosk_.process().running());
}

// SDL would go on without one, and nobody would see anything.
TEST(KioskCall, WithoutADisplayItSaysSoAndEnds) {
    const tests::TemporaryFolder folder("kiosk_call");
    const auto output =
        run({"env", "-u", "DISPLAY", "-u", "WAYLAND_DISPLAY", "-u", "SDL_VIDEODRIVER",
             "XDG_RUNTIME_DIR=" + folder.path().string(), "timeout", "20", papers::shipped_file("pocketplan").string(),
             "--windowed", "1280x800", "--printer", "folder:" + (folder.path() / "prints").string()});
    EXPECT_EQ(output.status, 1) << output.err;
    EXPECT_TRUE(output.err.ends_with("pocketplan: no display; start it under cage or X, or try ./dev run\n"))
        << output.err;
}

TEST(KioskCall, RefusesWhatItCannotUseInOneLineAndStatus2) {
    const auto program = papers::shipped_file("pocketplan").string();
    const std::vector<std::vector<std::string>> calls{
        {program, "--printer", "lpt1:"},
        {program, "--windowed", "big"},
        {program, "--config", "/nowhere/pocketplan.toml"},
        {program, "--windowed", "640x480", "--content", "/nowhere/content.db"},
        {program, "--windowed", "640x480", "--content", "/etc/passwd"},
        {program, "--what"}};
    for (const auto& call : calls) {
        const auto output = run(call);
        EXPECT_EQ(output.status, 2) << testing::PrintToString(call);
        auto lines = output.err;
        const auto warning = lines.find("not for visitors\n");
        if (warning != std::string::npos) lines = lines.substr(warning + 17);
        EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 1) << lines;
    }
}

}  // namespace
}  // namespace pocketplan
