#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "printer/page/page.h"

// How much of the typeset text other programs can read: pdftotext from the file, tesseract from the picture.
namespace pocketplan::tests {

// The text of a line, without spaces and direction marks.
std::string text_of(const typeset::Line& line, const typeset::Layout& layout);
// What the eye sees on a text's lines from left to right, without spaces and direction marks.
std::string seen_in(const typeset::Layout& layout);
// The lines of a page's texts as they were broken, in the order set, without direction marks.
std::vector<std::string> lines_of(const page::Page& page);

std::string without_spaces(const std::string& utf8);

// What a person would read off a picture of paper with so many dots per inch: tesseract with these language packs.
enum class Look { page, line };
std::string read_by_eye(const std::filesystem::path& picture, const std::string& dots, const std::string& packs,
                        Look look);

// The same of a whole page, which is held upside down too where some of it is printed so.
std::string read_page_by_eye(const page::Page& page, const std::filesystem::path& picture, const std::string& dots,
                             const std::string& packs);

// What is read of each line that holds this number and is written in Latin letters: that line alone, cut out of the
// picture of its page, held closer to the eye and then closer still.
std::vector<std::string> readings_of(const std::string& number, std::span<const page::Page> pages,
                                     const std::vector<std::filesystem::path>& pictures, const std::string& dots);

// What is read where the glyphs of these numbers are, in texts of any script: those alone are cut out of their pages,
// and stacked.
std::string read_within(const std::vector<std::string>& numbers, std::span<const page::Page> pages,
                        const std::vector<std::filesystem::path>& pictures, const std::string& dots);

// The share of the characters of `lines`, without spaces, that `read` has right, matching each line where it fits best
// (Sellers 1980): the order in which a reader takes columns does not count.
double share_read(const std::vector<std::string>& lines, const std::string& read);

}  // namespace pocketplan::tests
