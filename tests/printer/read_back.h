#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "printer/page/page.h"

// How much of what was set is read by others: by pdftotext from the file, by tesseract from the picture.
namespace pocketplan::tests {

// What stands on a line, without spaces and marks that steer directions.
std::string text_of(const typeset::Line& line, const typeset::Layout& layout);
// What the eye meets on a text's lines from left to right, without spaces and marks that steer directions.
std::string seen_in(const typeset::Layout& layout);
// The lines of a page's texts as they were broken, in the order set, without marks that steer directions.
std::vector<std::string> lines_of(const page::Page& page);

std::string without_spaces(const std::string& utf8);

// What a person reads off a picture of paper, of so many dots an inch, by tesseract in these of its language packs.
enum class Look { page, line };
std::string read_by_eye(const std::filesystem::path& picture, const std::string& dots, const std::string& packs,
                        Look look);

// What is read of each line that holds this number and is written in Latin letters: that line alone, cut out of the
// picture of its page, held closer to the eye and then closer still.
std::vector<std::string> readings_of(const std::string& number, std::span<const page::Page> pages,
                                     const std::vector<std::filesystem::path>& pictures, const std::string& dots);

// What is read where the glyphs of these numbers stand, in texts of any script: those alone are cut out of the
// pictures of their pages, and laid one below another.
std::string read_within(const std::vector<std::string>& numbers, std::span<const page::Page> pages,
                        const std::vector<std::filesystem::path>& pictures, const std::string& dots);

// Of all characters of `lines`, spaces aside, the share that `read` has right, where it resembles each line most
// (Sellers 1980): the order in which a reader takes columns does not count, what it reads does.
double share_read(const std::vector<std::string>& lines, const std::string& read);

}  // namespace pocketplan::tests
