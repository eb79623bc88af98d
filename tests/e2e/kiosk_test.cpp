// The installed program in a real window (Xvfb), touched by a real pointer (xdotool), printing to a real printer
// (ippeveprinter), its pages read by others (poppler, tesseract), and its memory searched from outside. Run as root.

#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "kiosk/papers/installed.h"
#include "kiosk/papers/stack.h"
#include "kiosk/picture/picture.h"
#include "kiosk/preview/answers_file.h"
#include "kiosk/visit/step.h"
#include "tests/support/memory_search.h"
#include "tests/support/process.h"
#include "tests/support/real_printer.h"
#include "tests/support/real_screen.h"
#include "tests/support/robot.h"
#include "tests/support/visitor.h"

namespace pocketplan {
namespace {

namespace fs = std::filesystem;
using tests::eventually;
using tests::run;

const content::Library& library() {
    static const auto loaded = content::load_library(papers::shipped_file("content.db")).value();
    return loaded;
}

const typeset::Typesetter& typesetter() {
    static const auto made = typeset::Typesetter::create(papers::shipped_file("fonts/fonts.conf")).value();
    return made;
}

// The kiosk beside a shadow of it: a visit of our own, to which the same touches are applied by the same step(), so
// that we know where to touch, and what has to be on screen.
class KioskTest : public testing::Test {
protected:
    KioskTest()
        : display_{tests::RealScreen::width, tests::RealScreen::height, 4.0},
          screen_(200 + static_cast<int>(getpid() % 700)),
          shadow_(library()),
          robot_(library(), typesetter(), display_, shadow_,
                 [this](const visit::Event& event) { visit::step(shadow_, event, library()); }) {
        char folder[] = "/tmp/kiosk_test.XXXXXX";
        folder_ = mkdtemp(folder);
        robot_.on_touch([this](double x, double y) { screen_.touch(x, y); });
    }
    ~KioskTest() override {
        kiosk_.reset();
        fs::remove_all(folder_);
    }

    void start(const std::string& printer) {
        const auto settings = folder_ / "pocketplan.toml";
        std::ofstream(settings) << "[display]\nwidth_mm = 480\nreduce_motion = true\n[printer]\nuri = \"" << printer
                                << "\"\n[memory]\nunlocked = \"warn\"\n";
        kiosk_ = std::make_unique<tests::Process>(
            std::vector<std::string>{papers::shipped_file("pocketplan").string(), "--config", settings.string()},
            (folder_ / "log").string(), std::vector<std::string>{"DISPLAY=" + screen_.name()});
        ASSERT_TRUE(shows_the_same()) << "first screen";
    }

    // Whether the window comes to show, pixel by pixel, what the shadow says. SDL's software renderer samples a glyph
    // a little differently where it lies elsewhere in the atlas, and that depends on the screens before: a few
    // hundred values of six million; another word or another tick is thousands.
    bool shows_the_same() {
        picture::Picture picture(display_);
        robot_.show([&](const ui::Frame& frame, const ui::Atlas& atlas) { picture.draw(frame, atlas); });
        const auto expected = picture.pixels();
        std::vector<std::uint8_t> seen;
        const auto differing = [&] {
            seen = screen_.pixels();
            if (seen.size() != expected.size()) return expected.size();
            std::size_t count = 0;
            for (std::size_t at = 0; at < seen.size(); ++at) count += std::abs(seen[at] - expected[at]) > 40 ? 1U : 0U;
            return count;
        };
        const bool same = eventually([&] { return differing() < 1000; });
        if (!same) {
            picture.save(fs::path(BUILD_DIR) / "kiosk_test-expected.png");
            run({"import", "-display", screen_.name(), "-window", "root",
                 (fs::path(BUILD_DIR) / "kiosk_test-seen.png").string()});
        }
        return same;
    }

    [[nodiscard]] content::Answers answers(const std::string& json) {
        const auto file = folder_ / "answers.json";
        std::ofstream(file) << json;
        auto read = preview::read_answers(file, library());
        EXPECT_TRUE(read) << read.error();
        return std::move(read->answers);
    }

    void go_to_review(const std::string& language, const std::string& json) {
        ASSERT_TRUE(robot_.press("language." + language));
        ASSERT_TRUE(robot_.press("promise.make"));
        ASSERT_TRUE(tests::answer_all(robot_, shadow_, library(), answers(json)));
        ASSERT_TRUE(shows_the_same()) << "review";
    }

    // Presses "Print", and tells the shadow of how many pages the plan is.
    void print() {
        ASSERT_TRUE(robot_.press("review.print"));
        papers::Wishes wishes;
        wishes.language = shadow_.language;
        const auto pages = papers::pages_of_visit(shadow_.answers, library(), wishes, typesetter());
        visit::step(shadow_, visit::Composed{static_cast<int>(pages.size())}, library());
    }

    // What the printer reports reaches the shadow by us.
    void shadow_hears(const visit::JobSaid& said) { visit::step(shadow_, said, library()); }

    // `leftovers`: what the printer has confirmed by then.
    void expect_goodbye(visit::EndReason reason, visit::Leftovers leftovers = visit::Leftovers::none) {
        shadow_.printer.leftovers = leftovers;
        shadow_.screen = visit::Screen::goodbye;
        shadow_.overlay = visit::Overlay::none;
        shadow_.ended = reason;
        EXPECT_TRUE(shows_the_same()) << "goodbye";
    }

    [[nodiscard]] int found(const std::vector<std::string>& needles) const {
        return tests::occurrences(kiosk_->id(), needles);
    }

    fs::path folder_;
    ui::Display display_;
    tests::RealScreen screen_;
    visit::Visit shadow_;
    tests::Robot robot_;
    std::unique_ptr<tests::Process> kiosk_;
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
    "helper_facts": {"full_name": "Xanthippe Brandywine", "a_number": "987654321", "birth_date": "1988-02-29"}})";
const std::vector<std::string> english_words{"Quillonesse", "Zephyrina", "202-555-0147", "Xanthippe",
                                             "Brandywine",  "987654321", "987-654-321"};

TEST_F(KioskTest, AVisitInEnglishEndsWithPaperInHandAndNothingLeftBehind) {
    const tests::RealPrinter printer(8651, tests::RealPrinter::Pace::slow);
    ASSERT_NO_FATAL_FAILURE(start(printer.uri()));
    const auto process = kiosk_->id();
    ASSERT_NO_FATAL_FAILURE(go_to_review("en", english_visit));
    EXPECT_GT(found(english_words), 0) << "the search finds nothing even while the visit is on";

    ASSERT_TRUE(robot_.press("review.print"));
    shadow_hears({status::Progress::done, status::Trouble::none, 0});
    ASSERT_TRUE(shows_the_same()) << "in hand";
    ASSERT_EQ(printer.spool().size(), 1U);
    EXPECT_EQ(printer.spool()[0].filename(), "1-document.pdf");
    const auto text = text_of(printer.spool()[0]);
    for (const char* said : {"202-555-0147", "A 987-654-321", "1-833-383-1465", "February 29, 1988",
                             "Xanthippe Brandywine", "not legal advice", "December 11, 2025"}) {
        EXPECT_NE(text.find(said), std::string::npos) << said;
    }
    EXPECT_EQ(text.find("If you move"), std::string::npos) << "that is not this visitor's";

    ASSERT_TRUE(robot_.press("hand.yes"));
    expect_goodbye(visit::EndReason::done);
    EXPECT_EQ(kiosk_->id(), process);
    EXPECT_TRUE(kiosk_->running());
    EXPECT_EQ(found(english_words), 0);
    EXPECT_EQ(printer.spool().size(), 1U) << "the spool holds nothing else";
    ASSERT_TRUE(robot_.press("goodbye.start"));
    EXPECT_TRUE(shows_the_same()) << "ready for the next person";
}

TEST_F(KioskTest, AVisitInArabicPrintsWhatAReaderCanRead) {
    const tests::RealPrinter printer(8652, tests::RealPrinter::Pace::slow);
    ASSERT_NO_FATAL_FAILURE(start(printer.uri()));
    ASSERT_NO_FATAL_FAILURE(go_to_review(
        "ar", R"({"appointment": "ice_office", "situation": ["cannot_date"], "lawyer": "yes", "lawyer_name": "سلمى",
                  "lawyer_phone": "212-555-0143", "contacts": [{"name": "ليلى", "phone": "917-555-0186"}]})"));
    ASSERT_TRUE(robot_.press("review.print"));
    shadow_hears({status::Progress::done, status::Trouble::none, 0});
    ASSERT_TRUE(shows_the_same()) << "in hand";
    ASSERT_TRUE(robot_.press("hand.yes"));
    expect_goodbye(visit::EndReason::done);
    EXPECT_EQ(found({"917-555-0186", "ليلى", "سلمى"}), 0);
    // Read at leisure: a kiosk that waits for a touch meanwhile would take the visitor for gone.
    ASSERT_EQ(printer.spool().size(), 1U);
    const auto text = text_of(printer.spool()[0]);
    for (const char* number : {"917-555-0186", "212-555-0143", "1-833-383-1465", "1-800-898-7180"}) {
        EXPECT_NE(text.find(number), std::string::npos) << number;
    }
    const auto seen = read_by_eye(printer.spool()[0], "ara+eng", folder_);
    for (const char* word : {"917-555-0186", "1-833-383-1465", "checkin.ice.gov", "محام", "خطتي", "المراجعة"}) {
        EXPECT_NE(seen.find(word), std::string::npos) << word;
    }
}

TEST_F(KioskTest, ErasedInSpanishInTheMiddleItForgetsAtOnce) {
    const auto prints = folder_ / "prints";
    ASSERT_NO_FATAL_FAILURE(start("folder:" + prints.string()));
    ASSERT_NO_FATAL_FAILURE(go_to_review("es", R"({"contacts": [{"name": "Zephyrina", "phone": "202-555-0147"}]})"));
    EXPECT_GT(found({"Zephyrina", "202-555-0147"}), 0);
    ASSERT_TRUE(robot_.press("bar.erase"));
    ASSERT_TRUE(robot_.press("erase.yes"));
    expect_goodbye(visit::EndReason::erased);
    EXPECT_EQ(found({"Zephyrina", "202-555-0147"}), 0);
    EXPECT_TRUE(!fs::exists(prints) || fs::is_empty(prints));
}

TEST_F(KioskTest, APrinterThatIsGoneIsToldAndGivingUpForgets) {
    tests::RealPrinter printer(8653);
    ASSERT_NO_FATAL_FAILURE(start(printer.uri()));
    ASSERT_NO_FATAL_FAILURE(go_to_review("en", R"({"contacts": [{"name": "Zephyrina", "phone": "202-555-0147"}]})"));
    printer.unplug();
    ASSERT_TRUE(robot_.press("review.print"));
    shadow_.printer.trouble = status::Trouble::gone;
    shadow_hears({status::Progress::trouble, status::Trouble::gone, 0});
    ASSERT_TRUE(shows_the_same()) << "problem";
    ASSERT_TRUE(robot_.press("problem.give_up"));
    expect_goodbye(visit::EndReason::printer_given_up, visit::Leftovers::uncertain);
    EXPECT_EQ(found({"Zephyrina", "202-555-0147"}), 0);
}

TEST_F(KioskTest, WithoutPaperTheVisitorIsToldInTheirLanguageAndThePlanComesOutOnceThereIsSome) {
    const tests::RealPrinter printer(8654, tests::RealPrinter::Pace::slow);
    ASSERT_NO_FATAL_FAILURE(start(printer.uri()));
    ASSERT_NO_FATAL_FAILURE(go_to_review("es", R"({"contacts": [{"name": "Zephyrina", "phone": "202-555-0147"}]})"));
    printer.take_paper_out();
    shadow_.printer.trouble = status::Trouble::out_of_paper;
    ASSERT_TRUE(shows_the_same()) << "the review says it before anything is printed";
    ASSERT_NO_FATAL_FAILURE(print());
    shadow_hears({status::Progress::trouble, status::Trouble::out_of_paper, 0});
    ASSERT_TRUE(shows_the_same()) << "what is wrong";
    printer.put_paper_in();
    shadow_.printer.trouble = status::Trouble::none;
    shadow_hears({status::Progress::done, status::Trouble::none, 0});
    ASSERT_TRUE(shows_the_same()) << "in hand";
    EXPECT_EQ(printer.spool().size(), 1U);
}

TEST_F(KioskTest, WhatOneVisitorGaveUpNeverComesOutForTheNext) {
    const tests::RealPrinter printer(8655, tests::RealPrinter::Pace::slow);
    ASSERT_NO_FATAL_FAILURE(start(printer.uri()));
    ASSERT_NO_FATAL_FAILURE(go_to_review("en", R"({"contacts": [{"name": "Zephyrina", "phone": "202-555-0147"}]})"));
    printer.take_paper_out();
    ASSERT_NO_FATAL_FAILURE(print());
    shadow_.printer.trouble = status::Trouble::out_of_paper;
    shadow_hears({status::Progress::trouble, status::Trouble::out_of_paper, 0});
    ASSERT_TRUE(shows_the_same()) << "no paper";
    ASSERT_TRUE(robot_.press("bar.erase"));
    ASSERT_TRUE(robot_.press("erase.yes"));
    // This printer heeds a cancelled job only once it has paper again; until then goodbye does not call it clear.
    expect_goodbye(visit::EndReason::erased, visit::Leftovers::uncertain);
    printer.put_paper_in();
    shadow_.printer.trouble = status::Trouble::none;
    shadow_.printer.leftovers = visit::Leftovers::none;
    visit::step(shadow_, visit::StartOver{}, library());  // goodbye leaves by itself
    ASSERT_TRUE(shows_the_same()) << "ready for the next person";
    EXPECT_EQ(printer.unfinished_jobs(), 0U);
    const auto received = printer.spool();  // this printer keeps what it was sent, printed or not
    ASSERT_NO_FATAL_FAILURE(go_to_review("en", R"({"contacts": [{"name": "Ottoline", "phone": "202-555-0199"}]})"));
    ASSERT_NO_FATAL_FAILURE(print());
    shadow_hears({status::Progress::done, status::Trouble::none, 0});
    ASSERT_TRUE(shows_the_same()) << "in hand";
    std::string printed;
    for (const auto& file : printer.spool()) {
        const bool earlier = std::find(received.begin(), received.end(), file) != received.end();
        if (!earlier) printed += text_of(file);
    }
    EXPECT_NE(printed.find("Ottoline"), std::string::npos);
    EXPECT_EQ(printed.find("Zephyrina"), std::string::npos);
}

TEST_F(KioskTest, AClosedWindowOrASignalEndsWithNothingLeft) {
    ASSERT_NO_FATAL_FAILURE(start("folder:" + (folder_ / "prints").string()));
    ASSERT_TRUE(robot_.press("language.en"));
    kiosk_->signal(SIGTERM);
    EXPECT_EQ(kiosk_->wait(), 0);
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
