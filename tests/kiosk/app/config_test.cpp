#include "kiosk/app/config.h"

#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "kiosk/machine/staff_code.h"

namespace pocketplan::app {
namespace {

namespace fs = std::filesystem;

class ConfigTest : public testing::Test {
protected:
    ~ConfigTest() override { fs::remove(file); }
    [[nodiscard]] tl::expected<Config, ConfigFault> read(const std::string& text) const {
        std::ofstream(file, std::ios::binary) << text;
        return read_config(file);
    }
    fs::path file = fs::temp_directory_path() / ("config_test." + std::to_string(::getpid()) + ".toml");
};

TEST_F(ConfigTest, WhatIsNotNamedKeepsItsDefault) {
    const auto config = read("");
    ASSERT_TRUE(config);
    EXPECT_EQ(config->printer, "") << "a trial alone has one that nobody named";
    EXPECT_EQ(config->cleartext, queue::Cleartext::refused);
    EXPECT_EQ(config->unlocked_memory, UnlockedMemory::refuse);
    EXPECT_EQ(config->loudspeaker, Loudspeaker::no);
}

TEST_F(ConfigTest, ReadsEverySettingOfTheHandbook) {
    const auto config = read(R"(
        [printer]
        uri = "ipps://printer.local/ipp/print"
        allow_cleartext = true
        certificate = "00:11:22"
        paper = "a4"
        cover = true
        [display]
        width_mm = 477
        reduce_motion = true
        [sound]
        read_aloud = false
        loudspeaker = "yes"
        [keys]
        next = ["F15", "Keypad +"]
        press = ["Space"]
        [content]
        file = "/usr/lib/pocketplan/content.db"
        local = "/etc/pocketplan/local.yaml"
        [health]
        file = "/var/lib/prometheus/node-exporter/pocketplan.prom"
        [memory]
        unlocked = "warn"
        [machine]
        unready = "refuse")");
    ASSERT_TRUE(config) << config.error();
    EXPECT_EQ(config->printer, "ipps://printer.local/ipp/print");
    EXPECT_EQ(config->cleartext, queue::Cleartext::allowed);
    EXPECT_EQ(config->certificate, "00:11:22");
    ASSERT_TRUE(config->printing.paper);
    EXPECT_EQ(config->printing.paper->width, page::a4.width);
    EXPECT_EQ(config->printing.cover, papers::Cover::around);
    EXPECT_EQ(config->display_width_mm, 477);
    EXPECT_EQ(config->motion, Motion::reduced);
    EXPECT_EQ(config->read_aloud, ReadAloud::never);
    EXPECT_EQ(config->loudspeaker, Loudspeaker::yes);
    constexpr int f15 = 106;  // as USB numbers them
    EXPECT_EQ(config->keypad.action_of(f15, Keypad::NumLock::off), KeyAction(ui::Key::next));
    EXPECT_EQ(config->content, "/usr/lib/pocketplan/content.db");
    EXPECT_EQ(config->local, "/etc/pocketplan/local.yaml");
    EXPECT_EQ(config->unlocked_memory, UnlockedMemory::warn);
    EXPECT_EQ(config->unready, Unready::refuse);
    EXPECT_EQ(config->health, "/var/lib/prometheus/node-exporter/pocketplan.prom");
}

TEST_F(ConfigTest, TheStaffCodeIsTheHashThatWasPrintedAndNeverADefault) {
    EXPECT_EQ(read("").value().staff_code, "");
    const auto hash = machine::hash_code("730184").value();
    const auto config = read("[staff]\ncode = \"" + hash + "\"\n");
    ASSERT_TRUE(config) << config.error();
    EXPECT_EQ(config->staff_code, hash);
}

TEST_F(ConfigTest, TheSettingsThatAreInstalledAreGood) {
    EXPECT_TRUE(read_config(std::string(SOURCE_DIR) + "/systemd/pocketplan.toml"));
}

TEST_F(ConfigTest, AFaultNamesTheLineAndWhatWasExpected) {
    struct Bad {
        const char* text;
        const char* told;
    };
    for (const auto& bad :
         {Bad{"[printer]\nuri = 7", ":2: printer.uri must be a printer URI in quotes"},
          Bad{"\n[printer]\ncolour = true", ":3: printer.colour is no setting"},
          Bad{"[content]\nfile = \"/a.db\\u0000.old\"", ":2: content.file has a character that nobody sees"},
          Bad{"[display]\nwidth_mm = nan", ":2: display.width_mm must be a number of millimetres"},
          Bad{"[display]\nwidth_mm = \"477\"", ":2: display.width_mm must be a number of millimetres"},
          Bad{"[display]\nwidth_mm = 3", ":2: display.width_mm must be a number of millimetres"},
          Bad{"[printer]\npaper = \"b5\"", ":2: printer.paper must be \"auto\", \"letter\""},
          Bad{"[machine]\nunready = true", ":2: machine.unready must be \"refuse\" or \"warn\""},
          Bad{"[sound]\nloudspeaker = true", ":2: sound.loudspeaker must be \"yes\" or \"no\""},
          Bad{"[keys]\njump = [\"F15\"]", ":2: keys.jump is no action"},
          Bad{"[keys]\nnext = \"F15\"", ":2: keys.next must be keys such as [\"F15\"]"},
          Bad{"[keys]\nnext = [\n\"F15\",\n\"F99\"]", ":4: keys.next: there is no key of that name"},
          Bad{"[keys]\nnext = [\"F15\"]\npress = [\"F15\"]", ":3: keys.press: this key has another action already"},
          Bad{"[staff]\ncode = \"730184\"", ":2: staff.code must be the line that pocketplan-staff-code prints"},
          Bad{"[staff]\n\ncode = 730184", ":3: staff.code must be the line that pocketplan-staff-code prints"},
          Bad{"[health]\nfile = \"pocketplan.prom\"", ":2: health.file must be a path in quotes that begins with"},
          Bad{"uri = \"x\"", ":1: uri must be a table"}, Bad{"[printer\n", ":1:"}}) {
        const auto config = read(bad.text);
        ASSERT_FALSE(config) << bad.text;
        EXPECT_NE(config.error().find(file.string() + bad.told), std::string::npos) << config.error();
        EXPECT_EQ(config.error().find('\n'), std::string::npos);
        const auto copy = read_config(file, "/etc/pocketplan/pocketplan.toml");
        EXPECT_NE(copy.error().find(std::string("/etc/pocketplan/pocketplan.toml") + bad.told), std::string::npos);
        EXPECT_EQ(copy.error().find(file.string()), std::string::npos) << "the name of a copy helps nobody";
    }
}

// What a text editor, a word processor or another system's editor leaves in the file.
TEST_F(ConfigTest, AnotherEncodingIsRefusedWithItsLineAndARemedy) {
    const std::string text = "[printer]\nuri = \"folder:out/paper\"\n";
    std::string wide = "\xFF\xFE";
    for (const char c : text) wide += {c, '\0'};
    for (const auto& [bytes, told] :
         {std::pair<std::string, const char*>{wide, ":1: is UTF-16 or not text; save it as UTF-8"},
          {wide.substr(2), ":1: is UTF-16 or not text"},
          {"[printer]\nuri = \"folder:out/pap\xE9r\"", ":2: is not UTF-8 (found the byte 0xE9)"},
          {"# caf\xE9\n" + text, ":1: is not UTF-8"}}) {
        const auto config = read(bytes);
        ASSERT_FALSE(config);
        EXPECT_NE(config.error().find(file.string() + told), std::string::npos) << config.error();
    }
    for (const std::string mark : {"", "\xEF\xBB\xBF"}) {
        const auto config = read(mark + "[printer]\r\nuri = \"folder:out/paper\"\r\n");
        ASSERT_TRUE(config) << config.error();
        EXPECT_EQ(config->printer, "folder:out/paper");
    }
}

TEST_F(ConfigTest, WhatIsThereTwiceOrIsNoTomlIsRefusedWithARemedy) {
    struct Bad {
        const char* text;
        int line;
        const char* remedy;
    };
    for (const auto& bad : {Bad{"[printer]\nuri = \"a\"\nuri = \"b\"\n", 3, "; it is there twice; keep only one"},
                            Bad{"[printer]\nuri = \"a\"\n[printer]\npaper = \"a4\"\n", 3, "; keep only one"},
                            Bad{"[printer]\npaper = \"a4\"\n\"paper\" = \"a4\"\n", 3, "; keep only one"},
                            Bad{"printer = {uri = \"a\", uri = \"b\"}\n", 1, "; keep only one"},
                            Bad{"[printer]\n[“sound”]\n", 2, "; write the straight quote \" in place of “"},
                            Bad{"\n[#printer]\n", 2, "; docs/OPERATING.md shows how settings"},
                            Bad{"[printer]\nuri = “folder:/tmp/x”\n", 2, "; write the straight quote \" in place of “"},
                            Bad{"[printer]\n\n\npaper = ‘a4’", 4, "; write the straight quote \" in place of ‘"},
                            Bad{"# “plans”\n[printer]\nuri: x\n", 3, "; docs/OPERATING.md shows how settings"}}) {
        const auto config = read(bad.text);
        ASSERT_FALSE(config) << bad.text;
        EXPECT_TRUE(config.error().starts_with(file.string() + ":" + std::to_string(bad.line) + ": "))
            << config.error();
        EXPECT_NE(config.error().find(bad.remedy), std::string::npos) << config.error();
        EXPECT_EQ(config.error().find('\n'), std::string::npos) << config.error();
    }
}

TEST_F(ConfigTest, APathIsTakenAsItIsWrittenAndATildeIsNone) {
    const auto config =
        read("[printer]\nuri = \"folder:plans\"\n[content]\nfile = \"content.db\"\nlocal = \"a~b/local.yaml\"\n");
    ASSERT_TRUE(config) << config.error();
    EXPECT_EQ(config->content, "content.db");
    for (const char* key : {"file", "local"}) {
        for (const char* path : {"~/x", "~", "~kiosk/x"}) {
            const auto bad = read("[content]\n" + std::string(key) + " = \"" + path + "\"\n");
            ASSERT_FALSE(bad) << path;
            EXPECT_NE(bad.error().find(":2: content." + std::string(key) + " must be a path in quotes, without '~'"),
                      std::string::npos)
                << bad.error();
        }
    }
}

TEST_F(ConfigTest, RemembersWhereAPrinterItsCertificateAndFilesAreNamed) {
    const auto config =
        read("[content]\nlocal = \"l.yaml\"\nfile = \"c.db\"\n[printer]\nuri = \"ipps://a/b\"\ncertificate = \"00\"\n");
    EXPECT_EQ(config->local_place, file.string() + ":2: ");
    EXPECT_EQ(config->content_place, file.string() + ":3: ");
    EXPECT_EQ(config->certificate_place, file.string() + ":6: ");
    EXPECT_EQ(read("\n[printer]\npaper = \"a4\"\nuri = \"cups:office\"\n")->printer_place, file.string() + ":4: ");
    EXPECT_EQ(read("[printer]\npaper = \"a4\"\n")->printer_place, "");
}

TEST(WindowSize, IsWidthAndHeight) {
    const auto size = parse_window_size("1280x800");
    ASSERT_TRUE(size);
    EXPECT_EQ(size->width, 1280);
    EXPECT_EQ(size->height, 800);
    EXPECT_TRUE(parse_window_size("7680x4320"));
    for (const char* bad : {"", "1280", "x800", "1280x", "1280x800x", "12 80x800", "0x0", "99999x99999", "-1x800",
                            "16384x16384", "7681x4320"}) {
        EXPECT_FALSE(parse_window_size(bad)) << bad;
    }
}

}  // namespace
}  // namespace pocketplan::app
