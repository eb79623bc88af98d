#pragma once

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

// Documents to print, for tests that print no plan.
namespace pocketplan::queue {

// A page with a word on it that others can read, too large for one write.
inline std::vector<std::byte> sample_pdf(const std::string& word) {
    const std::string page = "BT /F1 36 Tf 72 650 Td (" + word + ") Tj ET";
    const std::vector<std::string> objects{
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        "<</Length " + std::to_string(page.size()) + ">>stream\n" + page + "\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"};
    std::string text = "%PDF-1.4\n";
    std::string table = "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
    while (text.size() < 100000) text += "% padding, padding, padding, padding, padding, padding\n";
    for (std::size_t at = 0; at < objects.size(); ++at) {
        char line[32];
        std::snprintf(line, sizeof line, "%010zu 00000 n \n", text.size());
        table += line;
        text += std::to_string(at + 1) + " 0 obj\n" + objects[at] + "\nendobj\n";
    }
    text += table + "trailer<</Size " + std::to_string(objects.size() + 1) + "/Root 1 0 R>>\nstartxref\n" +
            std::to_string(text.size()) + "\n%%EOF\n";
    const auto* const bytes = reinterpret_cast<const std::byte*>(text.data());
    return {bytes, bytes + text.size()};
}

inline std::vector<std::byte> read_bytes(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto* const bytes = reinterpret_cast<const std::byte*>(text.data());
    return {bytes, bytes + text.size()};
}

}  // namespace pocketplan::queue
