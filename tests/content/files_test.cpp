// Files that people write: no duplicate keys, one document, UTF-8. Whole classes of faults, generated from the files
// that ship.

#include <filesystem>
#include <fstream>
#include <regex>

#include <gtest/gtest.h>
#include <unistd.h>

#include "content/compiler/local.h"
#include "content/compiler/text_file.h"
#include "content/compiler/yaml.h"
#include "tests/content/tiny_library.h"

namespace pocketplan::content::compiler {
namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

Lines lines_of(const fs::path& file) {
    std::ifstream in(file);
    Lines lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

std::string joined(const Lines& lines) {
    std::string text;
    for (const auto& line : lines) text += line + "\n";
    return text;
}

std::vector<fs::path> yaml_files() {
    std::vector<fs::path> files;
    for (const char* pack : {"content/common", "content/check-in", "tests/content/flood"}) {
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(SOURCE_DIR) / pack)) {
            if (entry.path().extension() == ".yaml") files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

class Files : public testing::Test {
protected:
    ~Files() override { fs::remove(file_); }

    [[nodiscard]] Faults read(const std::string& bytes) const {
        std::ofstream(file_, std::ios::binary) << bytes;
        Faults faults;
        Yaml::read(file_, "file.yaml", faults);
        return faults;
    }
    void expect_fault(const std::string& bytes, int line, const std::string& told) const {
        const auto faults = read(bytes);
        ASSERT_FALSE(faults.empty()) << bytes;
        EXPECT_EQ(faults.front().place, (Place{"file.yaml", line})) << describe(faults) << "\n" << bytes;
        EXPECT_NE(faults.front().message.find(told), std::string::npos) << faults.front().message;
    }
    [[nodiscard]] tl::expected<Local, Faults> read_centre(const std::string& bytes) const {
        std::ofstream(file_, std::ios::binary) << bytes;
        return read_local(file_, make_tiny_library(), [](std::string_view) { return char32_t{0}; });
    }

    fs::path file_ = fs::temp_directory_path() / ("files_test." + std::to_string(::getpid()));
};

TEST_F(Files, ThatShipHaveEachKeyOnce) {
    ASSERT_GT(yaml_files().size(), 12U);
    for (const auto& file : yaml_files()) {
        Faults faults;
        Yaml::read(file, file.string(), faults);
        EXPECT_TRUE(faults.empty()) << describe(faults);
    }
}

// In a sample of lines of every file that ships, a key gets a twin above it.
TEST_F(Files, AreRefusedWhereAKeyStandsTwiceInABlock) {
    constexpr std::size_t step = 17;
    const std::regex key("^( *)(- )?([A-Za-z_-]+):( |$).*");
    int tried = 0;
    for (const auto& file : yaml_files()) {
        const auto good = lines_of(file);
        for (std::size_t at = 0, seen = 0; at < good.size(); ++at) {
            std::smatch part;
            if (!std::regex_match(good[at], part, key) || seen++ % step != 0) continue;
            const std::string begins = part[1].str() + part[2].str();
            auto lines = good;
            lines[at].replace(0, begins.size(), std::string(begins.size(), ' '));
            lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), begins + part[3].str() + ": twin");
            const auto line = std::to_string(at + 1);
            expect_fault(joined(lines), static_cast<int>(at) + 2,
                         "the key '" + part[3].str() + "' is defined twice, first in line " + line + "; keep one");
            ++tried;
        }
    }
    EXPECT_GT(tried, 40);
}

TEST_F(Files, AreRefusedWhereAKeyStandsTwiceInBracesOrUnderAnotherSpelling) {
    for (const std::string twin :
         {"a: 1, a: 2", "a: 1, \"a\": 2", "'a': 1, a: 1", "a: {b: 1}, a: [c]", "a: 1, b: 2, a: ", "a: , a: 1",
          "\"a\": 1, \"\\x61\": 2", "a: &x 1, a: *x", "? a : 1, ? a : 2"}) {
        expect_fault("top:\n  {" + twin + "}\n", 2, "the key 'a' is defined twice, first in line 2");
        expect_fault("- - - {deep: [{" + twin + "}]}\n", 1, "is defined twice");
        expect_fault("x:\n  y:\n    z: [1, {" + twin + "}]\n", 3, "is defined twice");
    }
    expect_fault("<<: {a: 1}\n<<: {b: 1}\n", 2, "the key '<<' is defined twice");
    expect_fault("base: &base {a: 1, a: 2}\nother: *base\n", 1, "is defined twice");
    expect_fault("? [a, b]\n: 1\n", 1, "keys are plain text");
    EXPECT_TRUE(read("a: {a: {a: 1}}\nb: [{a: 1}, {a: 1}]\n").empty()) << "each in a map of its own";
}

// A file of a few lines that would be millions if its aliases were followed.
TEST_F(Files, AreGoneThroughOnceHoweverOftenTheyRepeatThemselves) {
    std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
    for (int level = 1; level < 12; ++level) {
        const auto name = [](int n) { return "a" + std::to_string(n); };
        text += name(level) + ": &" + name(level) + " [";
        for (int times = 0; times < 9; ++times) text += "*" + name(level - 1) + ", ";
        text += "]\n";
    }
    EXPECT_TRUE(read(text).empty());
    EXPECT_TRUE(read("a: &a [*a]\n").empty()) << "a list that holds itself";
}

TEST_F(Files, AreRefusedWhereASecondDocumentBegins) {
    for (const auto& file : yaml_files()) {
        const auto lines = lines_of(file);
        const int next = static_cast<int>(lines.size()) + 1;
        expect_fault(joined(lines) + "---\nlost: 1\n", next, "a second document begins here");
    }
    expect_fault("a: 1\n...\n---\nb: 2\n", 3, "a second document");
    expect_fault("a: 1\n--- text\n", 2, "a second document");
    expect_fault("a: 1\n---\n", 2, "a second document");
    expect_fault("---\na: 1\n---\nb: 1\n---\nc: 1\n", 3, "a second document");
    EXPECT_EQ(read("a: 1\n---\nb: 1\n---\nc: 1\n").size(), 1U) << "told once";
    EXPECT_TRUE(read("---\na: 1\n...\n").empty()) << "one document with its marks is one";
    EXPECT_TRUE(read("# nothing\n").empty());
}

// yaml-cpp takes none of these signs for anything, and says for ever that there is one document more.
TEST_F(Files, AreRefusedWhereASignBeginsNothing) {
    for (const char* sign : {",", "]", "}", ", a: 1"}) {
        EXPECT_FALSE(read(sign + std::string("\n")).empty()) << sign;
        EXPECT_FALSE(read("a: 1\n...\n" + std::string(sign) + "\n").empty()) << sign;
    }
}

std::string in_utf16(const std::string& ascii, bool large_end_first) {
    std::string wide;
    for (const char c : ascii) wide += large_end_first ? std::string{'\0', c} : std::string{c, '\0'};
    return wide;
}

TEST_F(Files, AreRefusedInAnotherEncodingWithTheLineWhereItBegins) {
    // Latin-1 é, Windows' curly quotes, an overlong slash, half a letter, a surrogate, beyond Unicode, a lone middle.
    for (const std::string bytes : {"\xE9", "\x93hello\x94", "\xC0\xAF", "\xC3", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                                    "\x80", "\xFF", "\xE2\x82", "\xD0\xD0"}) {
        expect_fault("a: 1\nb: 2\nc: \"Jos" + bytes + "\"\nd: 3\n", 3, "is not UTF-8 (found the byte 0x");
        expect_fault("# Jos" + bytes + "\na: 1\n", 1, "save the file as UTF-8");
    }
    const std::string text = "boat_house:\n  - {name: Desk}\n";
    for (const bool large : {false, true}) {
        expect_fault((large ? "\xFE\xFF" : "\xFF\xFE") + in_utf16(text, large), 1, "UTF-16");
        expect_fault(in_utf16(text, large), 1, "UTF-16");
    }
    expect_fault("a: 1\nb: x" + std::string(1, '\0') + "\n", 2, "not text");
}

TEST_F(Files, AreRefusedInOneLineWhateverIsWrittenInThem) {
    const auto refused = read_centre("\"a\\nb\\e[2J\\t\\x85\\u2028\\u202E\\uFEFFñ\": []\n");
    ASSERT_FALSE(refused);
    EXPECT_NE(describe(refused.error()).find("unknown key 'a?b?[2J????\uFEFFñ'; known here"), std::string::npos)
        << describe(refused.error());
    EXPECT_EQ(in_one_line("caf\xE9\xC3"), "caf??") << "a byte that is no letter";
    EXPECT_EQ(in_one_line("José, עברית: 12"), "José, עברית: 12");
}

TEST_F(Files, OfACentreAreReadWithAMarkAndWithTheLineEndsOfWindows) {
    for (const std::string mark : {"", "\xEF\xBB\xBF"}) {
        for (const std::string end : {"\n", "\r\n"}) {
            const auto local = read_centre(mark + "boat_house:" + end + "  - {name: \"José Legal Aid\"}" + end);
            ASSERT_TRUE(local) << describe(local.error());
            EXPECT_EQ(local->lines.front().contacts.front().name, "José Legal Aid");
        }
    }
}

// Each of these was once accepted, with half of it lost.
TEST_F(Files, OfACentreLoseNothingInSilence) {
    const auto told = [&](const std::string& yaml) {
        const auto local = read_centre(yaml);
        return local ? std::string("taken") : describe(local.error());
    };
    const std::string desk = "boat_house:\n  - {name: North, phone: \"202-555-0100\"}\n";
    EXPECT_NE(told(desk + "night_desk:\n  - {name: Desk}\n" + desk).find(":5: the key 'boat_house' is defined twice"),
              std::string::npos);
    EXPECT_NE(told("boat_house:\n  - {name: North, phone: \"202-555-0100\", phone: \"202-555-0199\"}\n")
                  .find(":2: the key 'phone' is defined twice"),
              std::string::npos);
    for (const char* second : {"off: [X3]\nlanguages: [en, es]\n", "off: [NO-SUCH-FACT]\nlanguages: [xx]\n"}) {
        EXPECT_NE(told(desk + "---\n" + second).find(":3: a second document"), std::string::npos);
    }
    EXPECT_NE(told("boat_house:\n  - {name: \"Jos\xE9 Legal Aid\"}\n").find(":2: is not UTF-8 (found the byte 0xE9)"),
              std::string::npos);
    for (const char* tag : {"AR", "ar-EG", "arabic", "ar ", "EN", ""}) {
        EXPECT_NE(told("languages: [\"" + std::string(tag) + "\"]\n").find("no language '" + std::string(tag) + "'"),
                  std::string::npos);
    }
    EXPECT_EQ(told("boat_house: &x\n" + desk.substr(desk.find('\n') + 1) + "night_desk: *x\n"), "taken");
}

TEST_F(Files, SayTheSameHoweverALetterAndItsMarksAreStored) {
    const auto local = read_centre("boat_house:\n  - {name: \"Jose\u0301 Nguye\u0302\u0303n\"}\n");
    ASSERT_TRUE(local) << describe(local.error());
    EXPECT_EQ(local->lines.front().contacts.front().name, "José Nguyễn");
}

}  // namespace
}  // namespace pocketplan::content::compiler
