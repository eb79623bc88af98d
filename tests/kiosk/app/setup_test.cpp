#include "kiosk/app/setup.h"

#include <chrono>
#include <fstream>
#include <functional>
#include <regex>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "kiosk/app/copies.h"
#include "kiosk/papers/installed.h"
#include "tests/support/pack.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/text_of_file.h"

namespace pocketplan::app {
namespace {

namespace fs = std::filesystem;
using forgetting::Copies;
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

// As if it had been there for a while.
void write(const fs::path& file, const std::string& text) {
    fs::remove(file);
    std::ofstream(file, std::ios::binary) << text;
    fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::minutes(1));
}

char32_t missing_glyph(std::string_view text) {
    return tests::typesetter().missing_glyph(text);
}

class SetupTest : public testing::Test {
protected:
    SetupTest() {
        fs::copy_file(papers::shipped_file("content.db"), content_);
        write(content_, tests::text_of_file(content_));
        write(local_, "legal_help:\n  - name: First Law\n    phone: \"212-555-0143\"\n");
        write(call_.settings, settings());
    }

    [[nodiscard]] std::string settings() const {
        return "[printer]\nuri = \"cups:first\"\n[content]\nfile = \"" + content_.string() + "\"\nlocal = \"" +
               local_.string() + "\"\n";
    }
    // What the process after one that used these would use.
    [[nodiscard]] tl::expected<app::Setup, std::string> next(const app::Setup& before) const {
        return set_up(call_, missing_glyph, before.copies);
    }
    static std::string name_of_lawyer(const app::Setup& setup) {
        return setup.library.contacts(setup.library.find_local_line("legal_help").value()).at(0).name;
    }

    const tests::TemporaryFolder temporary_{"setup_test"};
    const fs::path folder_ = temporary_.path();
    const fs::path content_ = folder_ / "content.db";
    const fs::path local_ = folder_ / "local.yaml";
    Call call_{.settings = folder_ / "pocketplan.toml"};
};

TEST_F(SetupTest, IsReadFromTheFilesAndKeepsCopiesOfThem) {
    const auto setup = set_up(call_, missing_glyph, {});
    ASSERT_TRUE(setup) << setup.error();
    EXPECT_EQ(setup->config.printer, "cups:first");
    EXPECT_EQ(name_of_lawyer(*setup), "First Law");
    EXPECT_EQ(setup->printer->path(), queue::Path::scheduler);
    EXPECT_EQ(setup->fault, "");
    for (const auto& [copy, file] :
         {std::pair(setup->copies.settings, call_.settings), std::pair(setup->copies.content, content_),
          std::pair(setup->copies.local, local_)}) {
        EXPECT_EQ(tests::text_of_file("/proc/self/fd/" + std::to_string(copy)), tests::text_of_file(file)) << file;
        EXPECT_LT(pwrite(copy, "x", 1, 0), 0) << "nobody can change it";
    }
}

TEST_F(SetupTest, WhatTheCallNamesWinsOverTheSettings) {
    call_.printer = "cups:second";
    EXPECT_EQ(set_up(call_, missing_glyph, {})->config.printer, "cups:second");
    call_.content = "/nowhere/content.db";
    EXPECT_THAT(set_up(call_, missing_glyph, {}).error(), StartsWith("/nowhere/content.db: no such file"));
}

TEST_F(SetupTest, ATrialThatNamesNoPrinterHasAFolderAndOneHeldToMoreHasNone) {
    write(call_.settings, "[content]\nfile = \"" + content_.string() + "\"\n");
    const auto trial = set_up(call_, missing_glyph, {});
    ASSERT_TRUE(trial) << trial.error();
    EXPECT_EQ(path_of(trial->printer.get()), view::PrintPath::files);
    for (const char* printer : {"", "uri = \"\"\n", "uri = \"folder:out\"\n", "uri = \"folder:\"\n"}) {
        write(call_.settings, "[machine]\nunready = \"warn\"\n[printer]\n" + std::string(printer));
        call_.content = content_;
        const auto held = set_up(call_, missing_glyph, {});
        ASSERT_TRUE(held) << held.error();
        EXPECT_EQ(held->printer, nullptr) << printer;
        EXPECT_EQ(path_of(held->printer.get()), std::nullopt);
    }
}

TEST_F(SetupTest, TheLocalLinesThatAreInstalledAreGoodWithAndWithoutTheirHashes) {
    const auto sample = tests::text_of_file(fs::path(SOURCE_DIR) / "systemd/local.yaml");
    const auto examples = std::regex_replace(sample, std::regex("\n#(?! [A-Z])"), "\n");
    for (const auto& [text, languages] : {std::pair(sample, "en"), std::pair(examples, "en, es, ht")}) {
        write(local_, text);
        const auto setup = set_up(call_, missing_glyph, {});
        ASSERT_TRUE(setup) << setup.error();
        EXPECT_EQ(setup->library.tags(), languages);
    }
    EXPECT_EQ(name_of_lawyer(set_up(call_, missing_glyph, {}).value()), "Legal Aid of Ourtown");
}

TEST_F(SetupTest, WordsThatWereTakenAreUsedUntilTheyCannotBeRead) {
    write(call_.settings, "[printer]\nuri = \"cups:first\"\n");
    call_.brought = words::Places{.taken = folder_ / "taken", .refused = folder_ / "refused"};
    EXPECT_EQ(words_file(call_, {}), papers::shipped_file("content.db"));
    fs::create_directories(call_.brought->taken / "now");
    const auto taken = call_.brought->taken / "now" / "content.db";
    auto library = content::load_library(content_);
    library->version = "brought";
    ASSERT_TRUE(content::save_library(*library, taken));
    EXPECT_EQ(words_file(call_, content_), content_) << "whoever names a file gets it";
    const auto first = set_up(call_, missing_glyph, {});
    ASSERT_TRUE(first) << first.error();
    EXPECT_EQ(first->library.version, "brought");
    EXPECT_EQ(first->fault, "");
    write(call_.brought->refused, "stick/words.pocketplan: no signature\n");
    EXPECT_EQ(set_up(call_, missing_glyph, {})->fault, "stick/words.pocketplan: no signature");
    write(taken, tests::text_of_file(content_).substr(0, 5000));
    const auto second = next(*first);
    ASSERT_TRUE(second) << second.error();
    EXPECT_EQ(second->library.version, content::load_library(content_)->version);
    EXPECT_THAT(second->fault, StartsWith(taken.string() + ":"));
}

TEST_F(SetupTest, ChangesAreTakenOnceTheyAreWhole) {
    const auto first = set_up(call_, missing_glyph, {});
    ASSERT_TRUE(first) << first.error();
    write(local_, "legal_help:\n  - name: Second Law\n");
    const auto second = next(*first);
    ASSERT_TRUE(second) << second.error();
    EXPECT_EQ(name_of_lawyer(*second), "Second Law");
    EXPECT_EQ(second->fault, "");
    fs::remove(local_);
    call_.content = content_;
    write(folder_ / "third.yaml", "legal_help:\n  - name: Third Law\n");
    write(call_.settings,
          "[printer]\nuri = \"cups:third\"\n[content]\nlocal = \"" + (folder_ / "third.yaml").string() + "\"\n");
    const auto third = next(*second);
    ASSERT_TRUE(third) << third.error();
    EXPECT_EQ(third->config.printer, "cups:third");
    EXPECT_EQ(name_of_lawyer(*third), "Third Law");
    EXPECT_EQ(third->fault, "");
}

// What may happen to a file while the kiosk runs, and what staff see about it.
struct Files {
    fs::path settings;
    fs::path content;
    fs::path local;
};
struct Change {
    const char* name;
    std::function<void(const Files&)> make;
    fs::path Files::*faulty;
    std::string told;
};

class FaultyChange : public SetupTest, public testing::WithParamInterface<Change> {
protected:
    const Files files_{call_.settings, content_, local_};
    const std::string whole_content_ = tests::text_of_file(content_);
};

TEST_P(FaultyChange, LeavesAllAsItWasUntilItIsRepaired) {
    const auto first = set_up(call_, missing_glyph, {});
    ASSERT_TRUE(first) << first.error();
    GetParam().make(files_);
    const auto second = next(*first);
    ASSERT_TRUE(second) << second.error();
    const auto third = next(*second);  // and it is the same at the end of the next visit
    ASSERT_TRUE(third) << third.error();
    for (const app::Setup* setup : {&second.value(), &third.value()}) {
        EXPECT_EQ(setup->config.printer, "cups:first");
        EXPECT_EQ(name_of_lawyer(*setup), "First Law");
        EXPECT_NE(setup->printer, nullptr);
        EXPECT_THAT(setup->fault, StartsWith((files_.*GetParam().faulty).string() + ":")) << "where staff have to look";
        EXPECT_THAT(setup->fault, HasSubstr(GetParam().told));
        EXPECT_EQ(setup->fault.find('\n'), std::string::npos);
    }

    write(files_.settings, std::regex_replace(settings(), std::regex("first"), "repaired"));
    write(files_.content, whole_content_);
    write(files_.local, "legal_help:\n  - name: Repaired Law\n");
    const auto repaired = next(*third);
    ASSERT_TRUE(repaired) << repaired.error();
    EXPECT_EQ(repaired->config.printer, "cups:repaired");
    EXPECT_EQ(name_of_lawyer(*repaired), "Repaired Law");
    EXPECT_EQ(repaired->fault, "");
}

void replace(const fs::path& file, const std::string& what, const std::string& by) {
    write(file, std::regex_replace(tests::text_of_file(file), std::regex(what), by));
}

const std::vector<Change> changes{
    {"SettingsOfNoToml", [](auto& f) { write(f.settings, "[printer]\nuri = \"cups:second"); }, &Files::settings, ":2:"},
    {"SettingsWithAnUnknownKey", [](auto& f) { replace(f.settings, "uri", "url"); }, &Files::settings, ":2: "},
    {"SettingsThatAreGone", [](auto& f) { fs::remove(f.settings); }, &Files::settings, "is gone; put it back"},
    {"SettingsThatAreEmpty", [](auto& f) { write(f.settings, ""); }, &Files::settings, "is empty"},
    {"SettingsThatAreAFolder", [](auto& f) { fs::remove(f.settings), fs::create_directory(f.settings); },
     &Files::settings, "is no file"},
    {"LocalOfNoYaml", [](auto& f) { write(f.local, "legal_help: [\n"); }, &Files::local, "not YAML"},
    {"LocalWithAnUnknownKey", [](auto& f) { replace(f.local, "legal_help", "legal_hlep"); }, &Files::local, ":1: "},
    {"LocalWithSeveralFaults", [](auto& f) { write(f.local, "legal_hlep: []\noff: [nothing]\n"); }, &Files::local,
     ":1: "},
    {"LocalThatIsGone", [](auto& f) { fs::remove(f.local); }, &Files::local, "is gone; put it back"},
    {"LocalThatIsEmpty", [](auto& f) { write(f.local, ""); }, &Files::local, "is empty"},
    {"ContentThatIsCutOff", [](auto& f) { write(f.content, tests::text_of_file(f.content).substr(0, 300000)); },
     &Files::content, "not a whole content file"},
    {"ContentWithABitTurned",
     [](auto& f) {
         auto bytes = tests::text_of_file(f.content);
         bytes.at(bytes.find("1-833-383-1465")) ^= 2;
         write(f.content, bytes);
     },
     &Files::content, "not a whole content file"},
    {"ContentThatIsNone", [](auto& f) { write(f.content, "PDF"); }, &Files::content, "not a whole content file"},
    {"ContentThatIsGone", [](auto& f) { fs::remove(f.content); }, &Files::content, "is gone; put it back"},
};

INSTANTIATE_TEST_SUITE_P(SetupTest, FaultyChange, testing::ValuesIn(changes),
                         [](const auto& value) { return value.param.name; });

// No fault of the file as such: what the settings say about the printer is checked as at a start.
TEST_F(SetupTest, APrinterThatCannotBeOpenedIsAFaultyChangeToo) {
    const auto first = set_up(call_, missing_glyph, {});
    for (const char* printer : {"lpt1:", "ipps://printer.example/ipp/print", "ipp://printer.example/ipp/print"}) {
        replace(call_.settings, "uri = \"[^\"]*\"", std::string("uri = \"") + printer + "\"");
        EXPECT_THAT(set_up(call_, missing_glyph, {}).error(), HasSubstr(printer)) << "at a start it is an error";
        const auto second =
            set_up(call_, missing_glyph,
                   Copies{dup(first->copies.settings), dup(first->copies.content), dup(first->copies.local)});
        ASSERT_TRUE(second) << second.error();
        EXPECT_EQ(second->config.printer, "cups:first");
        EXPECT_THAT(second->fault, AllOf(StartsWith(call_.settings.string() + ":2: "), HasSubstr(printer)));
    }
}

TEST_F(SetupTest, ACertificateThatIsNoneIsToldWithItsOwnLine) {
    for (const char* printer : {"cups:first", "ipps://printer.example/ipp/print"}) {
        write(call_.settings, "[printer]\nuri = \"" + std::string(printer) + "\"\n\ncertificate = \"A1:B2\"\n");
        EXPECT_THAT(set_up(call_, missing_glyph, {}).error(),
                    AllOf(StartsWith(call_.settings.string() + ":4: "), HasSubstr("64 hexadecimal digits")));
    }
}

TEST_F(SetupTest, ARelativePathIsToldWithWhoNamedItAndWhereItWasLookedFor) {
    const auto looked = " (looked in " + fs::current_path().string() + ")";
    for (const char* key : {"file", "local"}) {
        write(call_.settings, "[content]\n" + std::string(key) + " = \"nowhere/ours\"\n");
        EXPECT_EQ(set_up(call_, missing_glyph, {}).error(),
                  call_.settings.string() + ":2: nowhere/ours: no such file; put it there, or name another" + looked);
    }
    call_.content = "nowhere/theirs";
    EXPECT_EQ(set_up(call_, missing_glyph, {}).error(),
              "--content: nowhere/theirs: no such file; put it there, or name another" + looked);
}

// An editor or a copy may be halfway through.
TEST_F(SetupTest, AFileThatIsBeingWrittenIsNotYetTaken) {
    const int before = take_copy(local_, -1).value();
    const auto whole = tests::text_of_file(local_);
    const auto now = fs::file_time_type::clock::now();
    write(local_, whole.substr(0, whole.size() / 2));
    fs::last_write_time(local_, now);
    EXPECT_THAT(take_copy(local_, before).error(), HasSubstr("was changed just now"));
    EXPECT_TRUE(take_copy(local_, -1)) << "where nothing was before, there is nothing else";
    for (const auto age : {std::chrono::seconds(3), std::chrono::seconds(-3600)}) {  // or the clock was set back
        fs::last_write_time(local_, now - age);
        EXPECT_TRUE(take_copy(local_, before));
    }
    write(local_, whole);
    fs::last_write_time(local_, now);
    EXPECT_TRUE(take_copy(local_, before)) << "nothing is changed";
}

}  // namespace
}  // namespace pocketplan::app
