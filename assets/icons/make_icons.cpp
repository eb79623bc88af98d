// Writes the icons as C++, from their pictures:
//   make_icons HEADER SOURCE NAME.svg...
// In the order of their names, whatever the order of the files, so that every machine writes the same.

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "assets/icons/fault.h"
#include "assets/icons/svg.h"

namespace pocketplan::icons {
namespace {

namespace fs = std::filesystem;

struct Icon {
    std::string name;
    std::vector<Stroke> strokes;
};

void check_name(const std::string& name) {
    const auto usual = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    const bool begins = !name.empty() && name.front() >= 'a' && name.front() <= 'z';
    if (!begins || !std::all_of(name.begin(), name.end(), usual) || name == "none") {
        throw Fault("it needs another name: lower-case letters, digits and _, beginning with a letter, and not 'none'");
    }
}

Icon read_icon(const fs::path& file) {
    std::ifstream in(file);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in) throw Fault("it cannot be read; check that it exists");
    Icon icon{file.stem().string(), {}};
    check_name(icon.name);
    icon.strokes = read_svg(text);
    return icon;
}

std::string header_of(const std::vector<Icon>& icons) {
    std::ostringstream out;
    out << "// Made by assets/icons/make_icons from the pictures in assets/icons.\n#pragma once\n\n"
           "#include <array>\n#include <cstdint>\n#include <optional>\n#include <span>\n#include <string_view>\n\n"
           "namespace pocketplan {\n\n"
           "// In the order of their names.\n"
           "enum class Icon : std::uint8_t {\n    none,\n";
    for (const auto& icon : icons) out << "    " << icon.name << ",\n";
    out << "};\n\n// All except none.\ninline constexpr std::array<Icon, " << icons.size() << "> all_icons{\n";
    for (const auto& icon : icons) out << "    Icon::" << icon.name << ",\n";
    out << "};\n\n"
           "// Empty for none.\n"
           "std::string_view name_of(Icon icon);\n"
           "// Unset for a name that no icon has.\n"
           "std::optional<Icon> icon_named(std::string_view name);\n\n"
           "// On a grid of 24 by 24, from its top left corner.\n"
           "struct IconPoint {\n    float x;\n    float y;\n};\n"
           "// An open line, a closed line, or an area filled by the even-odd rule. Ends and corners are "
           "round.\n"
           "struct IconStroke {\n    enum class Kind : std::uint8_t { open, closed, filled };\n    Kind kind;\n"
           "    float width;  // of the line, on that grid\n    std::span<const IconPoint> points;\n};\n"
           "// In the order to draw them in.\n"
           "std::span<const IconStroke> strokes_of(Icon icon);\n\n"
           "}  // namespace pocketplan\n";
    return out.str();
}

std::string number(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.3fF", value);
    return text.data();
}

void write_strokes(const Icon& icon, std::ostream& out) {
    constexpr std::array kinds{"open", "closed", "filled"};
    std::string strokes;
    for (std::size_t at = 0; at < icon.strokes.size(); ++at) {
        const auto& stroke = icon.strokes[at];
        const std::string points = icon.name + "_" + std::to_string(at);
        out << "constexpr IconPoint " << points << "[] = {";
        for (const auto& point : stroke.points) out << '{' << number(point.x) << ", " << number(point.y) << "}, ";
        out << "};\n";
        strokes += std::string("    {IconStroke::Kind::") + kinds.at(static_cast<std::size_t>(stroke.kind)) + ", " +
                   number(stroke.width) + ", " + points + "},\n";
    }
    out << "constexpr IconStroke " << icon.name << "_strokes[] = {\n" << strokes << "};\n";
}

std::string source_of(const std::vector<Icon>& icons) {
    std::ostringstream out;
    out << "// Made by assets/icons/make_icons from the pictures in assets/icons.\n#include \"assets/icon.h\"\n\n"
           "#include <algorithm>\n\nnamespace pocketplan {\nnamespace {\n\n";
    for (const auto& icon : icons) write_strokes(icon, out);
    out << "\nstruct Entry {\n    std::string_view name;\n    std::span<const IconStroke> strokes;\n};\n"
           "constexpr Entry entries[] = {\n    {\"\", {}},\n";
    for (const auto& icon : icons) out << "    {\"" << icon.name << "\", " << icon.name << "_strokes},\n";
    out << "};\n\n}  // namespace\n\n"
           "std::string_view name_of(Icon icon) {\n    return entries[static_cast<std::size_t>(icon)].name;\n}\n\n"
           "std::optional<Icon> icon_named(std::string_view name) {\n"
           "    const auto* const found = std::find_if(all_icons.begin(), all_icons.end(),\n"
           "                                           [&](Icon icon) { return name_of(icon) == name; });\n"
           "    return found == all_icons.end() ? std::nullopt : std::optional(*found);\n}\n\n"
           "std::span<const IconStroke> strokes_of(Icon icon) {\n"
           "    return entries[static_cast<std::size_t>(icon)].strokes;\n}\n\n"
           "}  // namespace pocketplan\n";
    return out.str();
}

int fail(const std::string& file, const std::string& why, int status) {
    std::cerr << file << ": " << why << '\n';
    return status;
}

int write(const std::string& file, const std::string& text) {
    std::ofstream out(file);
    out << text << std::flush;
    return out ? 0 : fail(file, "cannot be written", 1);
}

int make_icons(const std::string& header, const std::string& source, const std::vector<std::string>& files) {
    std::vector<Icon> icons;
    for (const auto& file : files) {
        try {
            icons.push_back(read_icon(file));
        } catch (const Fault& fault) {
            return fail(file, fault.what(), 2);
        }
    }
    std::sort(icons.begin(), icons.end(), [](const Icon& a, const Icon& b) { return a.name < b.name; });
    const int status = write(header, header_of(icons));
    return status != 0 ? status : write(source, source_of(icons));
}

}  // namespace
}  // namespace pocketplan::icons

int main(int count, char** words) {
    const std::vector<std::string> given(words + 1, words + count);
    if (given.size() < 3) {
        std::cerr << "make_icons HEADER SOURCE NAME.svg...\n";
        return 2;
    }
    return pocketplan::icons::make_icons(given[0], given[1], {given.begin() + 2, given.end()});
}
