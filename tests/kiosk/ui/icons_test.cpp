// A pack may name an icon if content/compiler/icons.h lists it, and kiosk/ui draws it. Neither may see the other.

#include "content/compiler/icons.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include <gtest/gtest.h>

#include "kiosk/ui/ui.h"

namespace pocketplan {
namespace {

std::set<std::string> drawn_icons() {
    std::set<std::string> names;
    const std::regex icon("Icon\\{\\s*\"([a-z_0-9]+)\"");
    for (const auto& entry : std::filesystem::directory_iterator(std::string(SOURCE_DIR) + "/kiosk/ui")) {
        std::ifstream in(entry.path());
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        for (std::sregex_iterator at(text.begin(), text.end(), icon); at != std::sregex_iterator(); ++at) {
            names.insert((*at)[1]);
        }
    }
    return names;
}

TEST(Icons, ThatAPackMayNameAreThoseThatAreDrawn) {
    const std::set<std::string> named(content::compiler::icons.begin(), content::compiler::icons.end());
    EXPECT_EQ(named, drawn_icons()) << "content/compiler/icons.h lists what kiosk/ui draws, and nothing else";
    EXPECT_EQ(named.size(), content::compiler::icons.size()) << "each once";
    for (const auto& name : named) EXPECT_TRUE(ui::Ui::has_icon(name)) << name;
}

}  // namespace
}  // namespace pocketplan
