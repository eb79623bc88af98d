#include "content/local.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "content/compiler/local.h"
#include "content/plan.h"
#include "tests/content/tiny_library.h"

namespace pocketplan::content {
namespace {

namespace fs = std::filesystem;

class LocalTest : public testing::Test {
protected:
    LocalTest() { library_.sources.front().seed = false; }
    ~LocalTest() override { fs::remove(file_); }

    [[nodiscard]] tl::expected<Local, compiler::Faults> read(const std::string& yaml) const {
        std::ofstream(file_) << yaml;
        // Fonts that have everything but hieroglyphs.
        const auto missing = [](std::string_view text) {
            return text.find("𓀀") == std::string_view::npos ? char32_t{0} : U'𓀀';
        };
        return compiler::read_local(file_, library_, missing);
    }
    void expect_refused(const std::string& yaml, int line, const std::string& told) const {
        const auto local = read(yaml);
        ASSERT_FALSE(local) << yaml;
        const auto text = compiler::describe(local.error().front());
        EXPECT_TRUE(text.starts_with(file_.string() + ":" + std::to_string(line) + ": ")) << text;
        EXPECT_NE(text.find(told), std::string::npos) << text;
    }

    Library library_ = make_tiny_library();
    fs::path file_ = fs::temp_directory_path() / ("local_test." + std::to_string(::getpid()) + ".yaml");
};

TEST_F(LocalTest, ACentreSaysWhoHelpsWhatIsOffAndWhichLanguagesAreOn) {
    const auto local = read(
        "boat_house:\n  - {name: Old Mill, phone: \"1-800-555-0100\", hours: 9 to 5, languages: Spanish}\n"
        "night_desk:\n  - name: Night desk\noff: [T-leave]\nlanguages: [ar]\n");
    ASSERT_TRUE(local) << compiler::describe(local.error());
    apply_local(library_, *local);
    EXPECT_EQ(library_.contacts(library_.find_local_line("boat_house").value()).front().phone, "1-800-555-0100");
    EXPECT_EQ(library_.contacts(library_.find_local_line("night_desk").value()).front().name, "Night desk");
    EXPECT_TRUE(library_.advice[0].placements.empty()) << "an extra that is off is on no paper";
    EXPECT_FALSE(library_.advice[1].placements.empty());
}

TEST_F(LocalTest, TheLinesAreThoseThatThePackNamesAndNoOthers) {
    for (const auto* name : {"legal_help", "a", "clinic_2"}) {
        auto library = library_;
        library_.local_lines = {{name, {}}};
        const auto local = read(std::string(name) + ":\n  - name: Front desk\n");
        ASSERT_TRUE(local) << compiler::describe(local.error());
        apply_local(library_, *local);
        EXPECT_EQ(library_.contacts(LocalLineIndex{}).front().name, "Front desk");
        expect_refused("boat_house:\n  - name: Front desk\n", 1, std::string("known here: off, languages, ") + name);
        library_ = std::move(library);
    }
}

TEST_F(LocalTest, ALineThatTheCentreTakesOutOfItsFileIsEmptyAgain) {
    apply_local(library_, read("boat_house:\n  - name: Old Mill\n").value());
    apply_local(library_, read("night_desk:\n  - name: Night desk\n").value());
    EXPECT_TRUE(library_.contacts(library_.find_local_line("boat_house").value()).empty());
}

TEST_F(LocalTest, AFileWithNothingInItSettlesNothing) {
    EXPECT_TRUE(read(""));
    EXPECT_TRUE(read("# nothing yet\n"));
}

TEST_F(LocalTest, WhatIsWrongIsRefusedWithItsLineAndARemedy) {
    expect_refused("boat_house:\n  - {name: Old Mill, phone: \"call us\"}\n", 2,
                   "'call us' is not a phone number; write 3 to 20");
    expect_refused("boat_house:\n  - {name: Old Mill, phone: \"12\"}\n", 2, "is not a phone number");
    expect_refused("night_desk:\n  - {phone: \"1-800-555-0100\"}\n", 2, "'name' is missing");
    expect_refused("night_desk:\n  - {name: \"a\\u202Eb\"}\n", 2,
                   "'name': character 2, U+202E, changes the direction of text; take it out");
    for (const char* nobody : {"\"\"", "\"  \"", "~"}) {
        expect_refused("night_desk:\n  - {name: " + std::string(nobody) + ", phone: \"211\"}\n", 2,
                       "'name' is missing");
    }
    expect_refused("night_desk:\n  - name: Desk\n    phone:\n", 3, "'phone' is empty; write the number, or leave");
    expect_refused("night_desk:\n  - hours: 9-5\n    name:\n    phone:\n", 3, "'name' is missing");
    expect_refused("- night_desk\n", 1, "write for example boat_house: [{name: Legal Aid, phone: \"");
    expect_refused("night_desk:\n  - name: Old Mill\n    phone: 202-555-0100 #5\n", 3, "'#5' begins a comment");
    expect_refused("night_desk:\n  - name: \"Old Mill\nboat_house:\n  - name: Desk\n", 2, "closes on another line");
    expect_refused("night_desk:\n  - name: !!binary aGVsbG8=\n", 2, "means nothing here");
    for (const char* good : {"# 5 o'clock\n", "night_desk: # 1\n  - {name: 'Old #5'} #\n",
                             "night_desk:\n  - name: Miller's \"Mill\" #a\n"}) {
        EXPECT_TRUE(read(good)) << good;
    }
    expect_refused("off: [T-leave, T-jump]\n", 1, "'T-jump' is not an extra");
    expect_refused("languages: [ar, xx]\n", 1, "no language 'xx'; it has en, ar");
    expect_refused("lawyers: []\n", 1, "unknown key 'lawyers'; known here: off, languages, boat_house, night_desk");
    expect_refused("night_desk:\n\t- {name: Desk}\n", 2, "not YAML");
    expect_refused("night_desk: Desk\n", 1, "expected a list");
}

TEST_F(LocalTest, AValueIsKeptInOneSpelling) {
    const auto local = read(
        "boat_house:\n  - {name: \"Jose\\u0301\\u00a0Legal \", phone: \"٢٠٢ ٥٥٥ ٠١٠٠\", hours: \" 9-17\"}\n"
        "  - {name: City line, phone: \"211\"}\n  - {name: Old Mill, phone: \"202-555-0100 ext. 5\"}\n");
    ASSERT_TRUE(local) << compiler::describe(local.error());
    EXPECT_EQ(local->lines[0].contacts[0].name, "José Legal");
    EXPECT_EQ(local->lines[0].contacts[0].phone, "202 555 0100");
    EXPECT_EQ(local->lines[0].contacts[0].hours, "9-17");
    EXPECT_EQ(local->lines[0].contacts[1].phone, "211");
    EXPECT_EQ(local->lines[0].contacts[2].phone, "202-555-0100 ext. 5");
}

TEST_F(LocalTest, EveryLineOfACentreIsHeldToTheSameRules) {
    for (const std::string key : {"name", "hours", "languages", "phone"}) {
        const std::string name = key == "name" ? "" : "name: Desk, ";
        for (const char* bad : {"\\u061c9-17", "9\\u200b17", "\\ufeff9", "9\\u0007", "\\u0301\\u0301 Lan", "\\ue000"}) {
            SCOPED_TRACE(key + ": " + bad);
            expect_refused("night_desk:\n  - {" + name + key + ": \"" + bad + "\"}\n", 2, "'" + key + "': character ");
        }
    }
    expect_refused("night_desk:\n  - {name: \"" + std::string(81, 'a') + "\"}\n", 2, "one line of at most 80");
}

TEST_F(LocalTest, WhatNoFontHasIsRefusedWithItsNumber) {
    expect_refused("boat_house:\n  - name: Desk\n    hours: 𓀀\n", 3,
                   "'hours' has U+13000, which none of our fonts has");
}

TEST_F(LocalTest, AFactOfThePageItselfCannotBeSwitchedOff) {
    library_.sources.front().seed = true;
    expect_refused("off: [T-leave]\n", 1, "is not an extra");
}

TEST_F(LocalTest, OnlyTheLanguagesThatAreOnAreLeftAndTheSource) {
    auto library = library_;
    keep_languages(library, {});
    ASSERT_EQ(library.languages.size(), 1U) << "nobody reviewed the other one";
    EXPECT_EQ(library.languages.front().tag, "en");
    library = library_;
    keep_languages(library, {{}, {}, {"ar"}});
    EXPECT_EQ(library.languages.size(), 2U);
    library = library_;
    library.languages[1].review = Review::reviewed;
    keep_languages(library, {});
    EXPECT_EQ(library.languages.size(), 2U);
}

TEST_F(LocalTest, ADraftIsNeverOnWhateverTheCentreSays) {
    auto library = library_;
    library.languages[1].review = Review::draft;
    keep_languages(library, {{}, {}, {"ar"}});
    ASSERT_EQ(library.languages.size(), 1U);
    EXPECT_EQ(library.languages.front().tag, "en");
}

}  // namespace
}  // namespace pocketplan::content
