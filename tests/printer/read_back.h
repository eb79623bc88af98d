#pragma once

#include <string>
#include <vector>

#include "printer/page/page.h"

// How much of what was set is read by others: by pdftotext from the file, by tesseract from the picture.
namespace pocketplan::tests {

// What stands on a line, without spaces and marks that steer directions.
std::string text_of(const typeset::Line& line, const typeset::Layout& layout);
// The lines of a page's texts as they were broken, in the order set, without marks that steer directions.
std::vector<std::string> lines_of(const page::Page& page);

std::string without_spaces(const std::string& utf8);

// Of all characters of `lines`, spaces aside, the share that `read` has right, where it resembles each line most
// (Sellers 1980): the order in which a reader takes columns does not count, what it reads does.
double share_read(const std::vector<std::string>& lines, const std::string& read);

}  // namespace pocketplan::tests
