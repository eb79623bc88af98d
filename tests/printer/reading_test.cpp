// The papers in every language, read by a program that others wrote: what a person who looks at the page can make out.

#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <regex>
#include <set>

#include <gtest/gtest.h>
#include <unistd.h>

#include "kiosk/papers/compose.h"
#include "kiosk/proof/every_screen.h"
#include "printer/pdf/pdf.h"
#include "tests/support/pack.h"
#include "tests/support/process.h"
#include "tests/support/reader.h"

namespace pocketplan {
namespace {

namespace fs = std::filesystem;
using tests::check_in_pack;
using tests::run;

// The share of characters that tesseract 5 reads right off our pages, less a little for another build of it. What it
// misses are accents and look-alikes; its Persian pack, which serves Dari, reads every digit as one of its own script.
const std::map<std::string, double> floors{
    {"en", 0.97},  {"es", 0.975}, {"pt-BR", 0.975}, {"ht", 0.975}, {"zh-Hans", 0.92}, {"pa", 0.94},  {"ru", 0.965},
    {"ar", 0.885}, {"fr", 0.975}, {"tr", 0.98},     {"hi", 0.96},  {"bn", 0.965},     {"vi", 0.975}, {"fa-AF", 0.835}};

std::vector<std::string> tags() {
    std::vector<std::string> all;
    for (const auto& [tag, floor] : floors) all.push_back(tag);
    return all;
}

// A page without the smaller English beside the reader's language, so that lines are read across as the reader does.
page::Page in_one_language(const page::Page& page) {
    constexpr double smallest_first = 9.5;  // points; the second language is 8.5 and the foot smaller
    page::Page one{page.size, {}};
    for (const auto& mark : page.marks) {
        const auto* const placed = std::get_if<page::PlacedText>(&mark);
        const bool empty = placed != nullptr && (placed->layout.lines.empty() || placed->layout.lines[0].runs.empty());
        if (empty || (placed != nullptr && placed->layout.lines[0].runs[0].size < smallest_first)) continue;
        one.marks.push_back(mark);
    }
    return one;
}

std::string text_of(const page::Page& page) {
    std::string text;
    for (const auto& mark : page.marks) {
        const auto* const placed = std::get_if<page::PlacedText>(&mark);
        if (placed != nullptr) text.append(placed->layout.text.data(), placed->layout.text.size()) += '\n';
    }
    return text;
}

class ReadingTest : public testing::TestWithParam<std::string> {
protected:
    ReadingTest() { fs::create_directories(folder_); }
    ~ReadingTest() override { fs::remove_all(folder_); }

    [[nodiscard]] std::string read(const page::Page& page) const {
        const auto bytes = pdf::write_pdf({&page, 1}, tests::typesetter()).value();
        std::ofstream(folder_ / "page.pdf", std::ios::binary)
            .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        run({"pdftoppm", "-r", "300", "-gray", "-png", "-singlefile", (folder_ / "page.pdf").string(),
             (folder_ / "page").string()});
        return tests::read_by_eye(folder_ / "page.png", GetParam());
    }
    // The page that was read last, by someone who knows our digits only.
    [[nodiscard]] std::string read_digits() const { return tests::read_by_eye(folder_ / "page.png", "en"); }

    fs::path folder_ = fs::temp_directory_path() / ("reading_test." + std::to_string(::getpid()));
};

TEST_P(ReadingTest, APersonCanReadThePagesAndEveryNumberOnThem) {
    papers::Wishes wishes;
    wishes.language = check_in_pack().find_language(GetParam()).value();
    const auto answers = proof::sample_answers(check_in_pack());
    std::string intended;
    std::string seen;
    std::string digits;
    for (const auto& paper : papers::compose_visit(answers, check_in_pack(), wishes, tests::typesetter())) {
        if (paper.paper->id != "trusted" && paper.paper->id != "steps") continue;
        for (std::size_t at = 0; at < std::min<std::size_t>(paper.pages.size(), 2); ++at) {
            const auto page = in_one_language(paper.pages[at]);
            intended += text_of(page);
            seen += read(page);
            digits += read_digits();
        }
    }
    const double accuracy = tests::reading_accuracy(intended, seen);
    std::cout << GetParam() << ": " << static_cast<int>(accuracy * 1000) / 10.0
              << " % of the characters are read right\n";
    EXPECT_GE(accuracy, floors.at(GetParam())) << seen;

    static const std::regex phone("[0-9]-[0-9]{3}-[0-9]{3}-[0-9]{4}|[0-9]{3}-[0-9]{3}-[0-9]{4}|I-[0-9]{3}[AB]?");
    const std::set<std::string> numbers{std::sregex_token_iterator(intended.begin(), intended.end(), phone),
                                        std::sregex_token_iterator()};
    EXPECT_GE(numbers.size(), 3U);
    for (const auto& number : numbers) {
        const bool read = seen.find(number) != std::string::npos || digits.find(number) != std::string::npos;
        EXPECT_TRUE(read) << number << " in\n" << digits;
    }
}

INSTANTIATE_TEST_SUITE_P(Languages, ReadingTest, testing::ValuesIn(tags()), [](const auto& tag) {
    std::string name = tag.param;
    std::erase(name, '-');
    return name;
});

TEST(Reading, CountsWhatWasMisread) {
    EXPECT_EQ(tests::reading_accuracy("call 202", "call  202\n"), 1);
    EXPECT_EQ(tests::reading_accuracy("abcd", "abxd"), 0.75);
    EXPECT_EQ(tests::reading_accuracy("abcd", ""), 0);
    EXPECT_LT(tests::reading_accuracy("1-833-383-1465", "1465-383-833-1"), 0.5);
}

}  // namespace
}  // namespace pocketplan
