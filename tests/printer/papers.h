#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "kiosk/papers/stack.h"
#include "kiosk/tools/preview/answers_file.h"
#include "printer/pdf/pdf.h"
#include "tests/support/pack.h"
#include "tests/support/process.h"

// Shared by the tests of papers: visits, composed and written, and the positions of their ink.
namespace pocketplan::tests {

constexpr double millimetre = 72 / 25.4;  // points

// Everything at its longest: names of 40 letters, in the other script too, numbers of 15 digits and one of 20, every
// situation.
extern const char* const longest_visit;

class PapersTest : public testing::Test {
protected:
    PapersTest() { std::filesystem::create_directories(folder); }
    ~PapersTest() override { std::filesystem::remove_all(folder); }

    [[nodiscard]] content::Answers answers(const std::string& json) const;
    [[nodiscard]] content::Answers persona(const std::string& name) const;
    [[nodiscard]] static papers::Wishes wishes(std::string_view language, page::PaperSize size);
    // Writes these pages as NAME into the test's folder.
    std::filesystem::path write(std::span<const page::Page> pages, const std::string& name) const;
    // Writes all that a visit prints.
    [[nodiscard]] std::filesystem::path print(const content::Answers& given, const papers::Wishes& wished) const;

    std::filesystem::path folder = std::filesystem::temp_directory_path() / ("papers_test." + std::to_string(getpid()));
};

// The ink of one line of text on a page.
struct Ink {
    double left, top, right, bottom;
    double size;  // of its type
    page::Turn turn = page::Turn::none;
};
// Of a part of a text, from the text's own top left corner.
Ink ink_in(const page::PlacedText& placed, double left, double top, double right, double bottom, double size);
std::vector<Ink> ink_of(const page::Page& page);
bool overlap(const Ink& a, const Ink& b);

// The bounding box of everything that leaves ink, including rules and frames.
Ink all_ink_of(const page::Page& page);

// The words of a page's texts, in the order set, without direction marks.
std::string words_of(const page::Page& page);

}  // namespace pocketplan::tests
