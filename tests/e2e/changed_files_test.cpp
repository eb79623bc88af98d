// Settings, words or a centre's own lines that are at fault, in the installed program: if they changed during a visit,
// goodbye is said, the next visit goes on with the old ones, and staff are informed; if there are no old ones, nobody
// begins, and staff read why on the screen. Run as root.

#include <fstream>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/forgetting/checks.h"
#include "kiosk/papers/installed.h"
#include "tests/e2e/played_kiosk.h"
#include "tests/support/memory_search.h"
#include "tests/support/real_printer.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/text_of_file.h"

namespace pocketplan::tests {
namespace {

namespace fs = std::filesystem;
std::string with(std::string text, const std::string& what, const std::string& by) {
    return text.replace(text.find(what), what.size(), by);
}

// Written as a whole, with an old time stamp; without a text, the file is removed.
void write(const fs::path& file, const std::optional<std::string>& text) {
    fs::remove(file);
    if (!text) return;
    std::ofstream(file, std::ios::binary) << *text;
    fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::minutes(1));
}

constexpr const char* new_word = "Zanzibarquux";

std::string another_lawyer(const std::string& lines) {
    return with(lines, "Quibblefax", new_word);
}

class ChangedFiles : public testing::Test {
protected:
    ChangedFiles() {
        std::string all;
        for (const auto& language : check_in_pack().languages) all += (all.empty() ? "" : ", ") + language.tag;
        lines_ = "languages: [" + all + "]\nlegal_help:\n  - name: Quibblefax Law\n";
        write(local_, lines_);
        write(kiosk_.folder() / "second.yaml", another_lawyer(lines_));
        fs::copy_file(papers::shipped_file("content.db"), content_);
        kiosk_.settle("[content]\nfile = \"" + content_.string() + "\"\nlocal = \"" + local_.string() + "\"\n");
    }

    // A visit that is erased after `meanwhile`, through goodbye to the first screen.
    void visit(const std::function<void()>& meanwhile, const std::string& fault) {
        const auto process = kiosk_.process().id();
        ASSERT_TRUE(kiosk_.press("language.es") && kiosk_.press("promise.make"));
        meanwhile();
        ASSERT_TRUE(kiosk_.erase());
        kiosk_.machine().fault = fault;
        kiosk_.shadow().findings = 0;
        if (!fault.empty()) kiosk_.shadow().findings = visit::bit_of(visit::Finding::faulty_files);
        ASSERT_TRUE(kiosk_.says_goodbye(visit::EndReason::erased));
        EXPECT_EQ(kiosk_.process().id(), process);
        ASSERT_TRUE(kiosk_.press("goodbye.start"));
        ASSERT_TRUE(kiosk_.shows_the_same()) << "ready for the next person";
    }
    [[nodiscard]] bool knows(const std::string& word) {
        return !find_in_memory(kiosk_.process().id(), Needles({word})).empty();
    }

    PlayedKiosk kiosk_;
    const fs::path content_ = kiosk_.folder() / "content.db";
    const fs::path local_ = kiosk_.folder() / "local.yaml";
    const std::string prints_ = "folder:" + (kiosk_.folder() / "prints").string();
    std::string lines_;
};

// One file, how it is broken (no text: it is removed), what staff see about it, and how it is repaired, with a word
// that is then in the memory of a program that has read it.
struct Change {
    const char* name;
    const char* file;
    std::function<std::optional<std::string>(const std::string& whole)> broken;
    const char* told;
    std::function<std::string(const std::string& whole)> repaired;
};

class ChangedFile : public ChangedFiles, public testing::WithParamInterface<Change> {};

TEST_P(ChangedFile, WhileAVisitIsOnKeepsNoGoodbyeAwayAndIsTakenOnceItIsRepaired) {
    const auto& change = GetParam();
    ASSERT_TRUE(kiosk_.start(prints_));
    const auto file = kiosk_.folder() / change.file;
    const auto whole = text_of_file(file);
    const auto fault = file.string() + ":" + change.told;
    ASSERT_NO_FATAL_FAILURE(visit([&] { write(file, change.broken(whole)); }, fault));
    ASSERT_TRUE(kiosk_.press("language.staff"));
    EXPECT_TRUE(kiosk_.shows_the_same()) << "staff are told";
    ASSERT_TRUE(kiosk_.press("staff.close"));

    ASSERT_TRUE(kiosk_.answer("es", R"({"contacts": [{"name": "Zephyrina", "phone": "202-555-0147"}]})"));
    ASSERT_TRUE(kiosk_.take_paper());
    ASSERT_TRUE(kiosk_.says_goodbye(visit::EndReason::done)) << "the next visit ends with paper, too";
    ASSERT_TRUE(kiosk_.press("goodbye.start"));
    EXPECT_TRUE(knows("Quibblefax")) << "and with the centre's own lines";
    EXPECT_FALSE(knows(new_word));

    ASSERT_NO_FATAL_FAILURE(visit([&] { write(file, change.repaired(whole)); }, ""));
    EXPECT_TRUE(knows(new_word));
}

std::string another_local_file(const std::string& settings) {
    return with(settings, "local.yaml", "second.yaml");
}
std::string another_version(const std::string&) {
    auto library = check_in_pack();
    library.version = new_word;
    const TemporaryFolder folder("content", "/var/lib");
    content::save_library(library, folder.path() / "content.db");
    return text_of_file(folder.path() / "content.db");
}
std::optional<std::string> gone(const std::string&) {
    return std::nullopt;
}

const std::vector<Change> changes{
    {"SettingsWithAnUnknownKey", "pocketplan.toml", [](auto& text) { return with(text, "reduce_motion", "reduce"); },
     "3: display.reduce is no setting; see docs/OPERATING.md", another_local_file},
    {"SettingsThatAreGone", "pocketplan.toml", gone, " is gone; put it back, or restart the kiosk if that is meant",
     another_local_file},
    {"LinesWithAnUnknownKey", "local.yaml", [](auto& text) { return with(text, "legal_help", "legal_hlep"); },
     "2: unknown key 'legal_hlep'; known here: off, languages, legal_help, shelter", another_lawyer},
    {"LinesThatAreGone", "local.yaml", gone, " is gone; put it back, or restart the kiosk if that is meant",
     another_lawyer},
    {"WordsThatAreCutOff", "content.db", [](auto& text) { return text.substr(0, text.size() / 2); },
     " not a whole content file; install its package again, or make it again with pocketplan-content build",
     another_version},
};

INSTANTIATE_TEST_SUITE_P(ChangedFiles, ChangedFile, testing::ValuesIn(changes),
                         [](const auto& value) { return value.param.name; });

TEST_F(ChangedFiles, AreReadWhenNobodyTouchesTheFirstScreenForAMinute) {
    ASSERT_TRUE(kiosk_.start(prints_));
    const auto process = kiosk_.process().id();
    write(local_, another_lawyer(lines_));
    const auto call = "/proc/" + std::to_string(process) + "/cmdline";
    ASSERT_TRUE(eventually([&] { return text_of_file(call).find("--farewell") != std::string::npos; },
                           std::chrono::seconds(150)));
    ASSERT_TRUE(kiosk_.shows_the_same());
    EXPECT_TRUE(knows(new_word));
    EXPECT_EQ(kiosk_.process().id(), process);
}

TEST_F(ChangedFiles, ALanguageThatTheCentreTookAwayMeanwhileIsSaidGoodbyeInTheSourceLanguage) {
    ASSERT_TRUE(kiosk_.start(prints_));
    ASSERT_TRUE(kiosk_.press("language.es") && kiosk_.press("promise.make"));
    write(local_, "languages: [fr]\n");
    ASSERT_TRUE(kiosk_.erase());
    kiosk_.shadow().language = {};
    EXPECT_TRUE(kiosk_.says_goodbye(visit::EndReason::erased));
}

// At the very start, and not as a trial, which says so on a terminal.
class Unusable : public ChangedFiles {
protected:
    void SetUp() override {
        if (run({"unshare", "-m", "true"}).status != 0) GTEST_SKIP() << "nothing can be mounted here";
        kiosk_.install();
        kiosk_.settle("[machine]\nunready = \"warn\"\n");
        findings_ = visit::bit_of(visit::Finding::unchecked);
        for (const auto finding : forgetting::examine_in_the_open("/")) findings_ |= visit::bit_of(finding);
        for (const auto finding : forgetting::examine_sandbox("/")) findings_ |= visit::bit_of(finding);
    }
    [[nodiscard]] std::string fault_in_log() {
        const auto logged = [&] { return text_of_file(kiosk_.log()); };
        EXPECT_TRUE(eventually([&] { return logged().find('\n') != std::string::npos; }));
        return logged().substr(0, logged().find('\n'));
    }
    // Starts it, and checks again once `repair` is done.
    void expect_told(const std::string& told, const std::function<void()>& repair) {
        const RealPrinter printer(free_port(), RealPrinter::Pace::quick);
        kiosk_.launch(printer.uri());
        const auto fault = fault_in_log();
        const auto logged = text_of_file(kiosk_.log());
        EXPECT_THAT(fault, testing::EndsWith(told));
        kiosk_.machine().fault = fault;
        kiosk_.machine().path.reset();
        kiosk_.shadow().findings = findings_ | visit::bit_of(visit::Finding::unusable);
        kiosk_.shadow().readiness = visit::Readiness::refused;
        kiosk_.shadow().state = visit::NotReady{};
        EXPECT_TRUE(kiosk_.shows_the_same());
        ASSERT_TRUE(kiosk_.press("not_ready.staff"));
        EXPECT_TRUE(kiosk_.shows_the_same()) << "staff read why";
        ASSERT_TRUE(kiosk_.press("staff.close"));

        repair();
        ASSERT_TRUE(kiosk_.press("not_ready.again"));
        kiosk_.machine().path = view::PrintPath::direct;
        kiosk_.shadow().findings = findings_;
        kiosk_.shadow().readiness = visit::Readiness::ready;
        kiosk_.shadow_begins_again();
        EXPECT_TRUE(kiosk_.shows_the_same()) << "ready";
        EXPECT_TRUE(knows("Quibblefax"));
        EXPECT_THAT(text_of_file(kiosk_.log()), testing::Eq(logged)) << "told once";
    }
    void expect_told_of(const fs::path& file, const std::optional<std::string>& broken, const std::string& told) {
        const auto whole = text_of_file(file);
        write(file, broken);
        expect_told(told, [&] { write(file, whole); });
    }

    visit::Findings findings_ = 0;  // of the machine that runs the tests
};

// Which say how wide the display is: so the shadow does not know how that screen looks. Nobody presses "Check again".
TEST_F(Unusable, SettingsAreReadAgainUntilTheyAreRepaired) {
    const RealPrinter printer(free_port(), RealPrinter::Pace::quick);
    const std::string nonsense = "[nonsense]\nx = 1\n";
    kiosk_.settle(nonsense);
    kiosk_.launch(printer.uri());
    EXPECT_THAT(fault_in_log(), testing::EndsWith(": nonsense.x is no setting; see docs/OPERATING.md"));
    EXPECT_TRUE(eventually([&] { return !kiosk_.is_blank(); }));
    const auto begun = kiosk_.start_of_program();
    write(kiosk_.settings(), with(text_of_file(kiosk_.settings()), nonsense, ""));
    ASSERT_TRUE(eventually([&] { return kiosk_.start_of_program() != begun; }, std::chrono::seconds(90)));
    kiosk_.shadow().findings = findings_;
    EXPECT_TRUE(kiosk_.shows_the_same()) << "ready";
    EXPECT_TRUE(knows("Quibblefax"));
}

TEST_F(Unusable, LinesAreToldOnTheScreenUntilTheyAreRepaired) {
    expect_told_of(local_, with(lines_, "legal_help", "legal_hlep"),
                   ":2: unknown key 'legal_hlep'; known here: off, languages, legal_help, shelter");
}

TEST_F(Unusable, WordsAreToldInThoseOfTheProgramUntilTheyAreRepaired) {
    kiosk_.machine().overdue.clear();  // nobody knows what it is
    expect_told_of(
        content_, text_of_file(content_).substr(0, 10'000),
        " not a whole content file; install its package again, or make it again with pocketplan-content build");
}

TEST_F(Unusable, WordsThatAreMissingAreToldInThoseOfTheProgram) {
    kiosk_.call_with({"--content", (kiosk_.folder() / "none.db").string()});
    kiosk_.machine().overdue.clear();
    expect_told("none.db: no such file; put it there, or name another",
                [&] { fs::copy_file(content_, kiosk_.folder() / "none.db"); });
}

// The program's files, where a package's upgrade can replace them.
class Upgraded : public ChangedFiles {
protected:
    Upgraded() {
        fs::create_directory(home_);
        for (const char* needed : {"pocketplan", "pocketplan-ipp.so", "compose", "content.db", "fonts"}) {
            fs::copy(papers::shipped_file(needed), home_ / needed, fs::copy_options::recursive);
        }
        fs::copy_file("/usr/lib/x86_64-linux-gnu/libSDL2-2.0.so.0", library_);
        kiosk_.run(home_ / "pocketplan");
    }
    bool start(const std::string& printer) { return kiosk_.start(printer, {"LD_LIBRARY_PATH=" + home_.string()}); }
    // As dpkg does: another file takes the name, and whoever has the old one keeps it.
    static void replace(const fs::path& file, const std::string& by) {
        const auto next = file.string() + ".dpkg-new";
        std::ofstream(next, std::ios::binary) << by;
        fs::permissions(next, fs::status(file).permissions());
        fs::rename(next, file);
    }
    static void upgrade(const fs::path& file) { replace(file, text_of_file(file)); }

    const fs::path home_ = kiosk_.folder() / "installed";
    const fs::path library_ = home_ / "libSDL2-2.0.so.0";
};

TEST_F(Upgraded, DuringAVisitTheProgramAndWhatItNeedsKeepNoGoodbyeAway) {
    RealPrinter printer(free_port(), RealPrinter::Pace::quick);
    ASSERT_TRUE(start(printer.uri()));
    ASSERT_NO_FATAL_FAILURE(visit(
        [&] {
            for (const auto& file : {home_ / "pocketplan", home_ / "pocketplan-ipp.so", library_}) upgrade(file);
        },
        ""));
    EXPECT_EQ(fs::read_symlink("/proc/" + std::to_string(kiosk_.process().id()) + "/exe"), home_ / "pocketplan")
        << "the one after it is the new one";
    ASSERT_TRUE(kiosk_.answer("es", "{}") && kiosk_.take_paper()) << "and the next one gets paper";
    EXPECT_TRUE(kiosk_.says_goodbye(visit::EndReason::done));
}

TEST_F(Upgraded, AProgramThatIsBrokenLeavesGoodbyeToTheOldOne) {
    ASSERT_TRUE(start(prints_));
    ASSERT_NO_FATAL_FAILURE(visit([&] { replace(home_ / "pocketplan", "half of a file"); }, ""));
    ASSERT_NO_FATAL_FAILURE(visit([] {}, "")) << "and the next one, too";
}

// The last moment of an upgrade that went wrong. The module is loaded for each visit.
TEST_F(Upgraded, AModuleThatIsBrokenKeepsNoGoodbyeAwayAndIsTaken) {
    RealPrinter printer(free_port(), RealPrinter::Pace::quick);
    ASSERT_TRUE(start(printer.uri()));
    ASSERT_TRUE(kiosk_.press("language.es") && kiosk_.press("promise.make"));
    replace(home_ / "pocketplan-ipp.so", "half of a file");
    ASSERT_TRUE(kiosk_.erase());
    kiosk_.shadow().printer.trouble = status::Trouble::gone;
    EXPECT_TRUE(kiosk_.says_goodbye(visit::EndReason::erased, visit::Leftovers::uncertain));
    EXPECT_THAT(text_of_file(kiosk_.log()), testing::HasSubstr("pocketplan-ipp.so"));
}

}  // namespace
}  // namespace pocketplan::tests
