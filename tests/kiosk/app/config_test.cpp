#include "kiosk/app/config.h"

#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

namespace pocketplan::app {
namespace {

namespace fs = std::filesystem;

class ConfigTest : public testing::Test {
protected:
    ~ConfigTest() override { fs::remove(file); }
    [[nodiscard]] tl::expected<Config, ConfigFault> read(const std::string& text) const {
        std::ofstream(file) << text;
        return read_config(file);
    }
    fs::path file = fs::temp_directory_path() / ("config_test." + std::to_string(::getpid()) + ".toml");
};

TEST_F(ConfigTest, WhatIsNotNamedKeepsItsDefault) {
    const auto config = read("");
    ASSERT_TRUE(config);
    EXPECT_EQ(config->printer, "folder:out");
    EXPECT_EQ(config->cleartext, queue::Cleartext::refused);
    EXPECT_EQ(config->unlocked_memory, UnlockedMemory::refuse);
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
        [content]
        file = "/usr/lib/pocketplan/content.db"
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
    EXPECT_EQ(config->content, "/usr/lib/pocketplan/content.db");
    EXPECT_EQ(config->unlocked_memory, UnlockedMemory::warn);
    EXPECT_EQ(config->unready, Unready::refuse);
}

TEST_F(ConfigTest, TheSettingsThatAreInstalledAreGood) {
    EXPECT_TRUE(read_config(std::string(SOURCE_DIR) + "/systemd/pocketplan.toml"));
}

TEST_F(ConfigTest, AFaultNamesTheLineAndWhatWasExpected) {
    struct Bad {
        const char* text;
        const char* told;
    };
    for (const auto& bad : {Bad{"[printer]\nuri = 7", ":2: printer.uri must be a printer URI in quotes"},
                            Bad{"\n[printer]\ncolour = true", ":3: printer.colour is no setting"},
                            Bad{"[display]\nwidth_mm = 3", ":2: display.width_mm must be a number of millimetres"},
                            Bad{"[printer]\npaper = \"b5\"", ":2: printer.paper must be \"auto\", \"letter\""},
                            Bad{"[machine]\nunready = true", ":2: machine.unready must be \"refuse\" or \"warn\""},
                            Bad{"uri = \"x\"", ":1: uri must be a table"}, Bad{"[printer\n", ":1:"}}) {
        const auto config = read(bad.text);
        ASSERT_FALSE(config) << bad.text;
        EXPECT_NE(config.error().find(file.string() + bad.told), std::string::npos) << config.error();
        EXPECT_EQ(config.error().find('\n'), std::string::npos);
    }
}

TEST(WindowSize, IsWidthAndHeight) {
    const auto size = parse_window_size("1280x800");
    ASSERT_TRUE(size);
    EXPECT_EQ(size->width, 1280);
    EXPECT_EQ(size->height, 800);
    for (const char* bad : {"", "1280", "x800", "1280x", "1280x800x", "12 80x800", "0x0", "99999x99999", "-1x800"}) {
        EXPECT_FALSE(parse_window_size(bad)) << bad;
    }
}

}  // namespace
}  // namespace pocketplan::app
