#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace pocketplan::tests {

// What a person reads off a picture of a page, by OCR (tesseract) in the language of this tag and in English.
std::string read_by_eye(const std::filesystem::path& picture, const std::string& tag);

// How much of the intended text was read, from 0 to 1: one less the edit distance over the intended length, by code
// points, white space and marks of direction left out.
double reading_accuracy(std::string_view intended, std::string_view seen);

// Without white space and marks of direction, quotation marks and dashes of one kind: what a reader is not held to.
std::u32string plainly(std::string_view utf8);

}  // namespace pocketplan::tests
