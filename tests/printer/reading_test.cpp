// The papers in every language, read by OCR: what a person who looks at the page can make out.

#include <iostream>
#include <map>
#include <regex>
#include <set>

#include <gtest/gtest.h>

#include "kiosk/tools/pictures/every_screen.h"
#include "tests/printer/papers.h"
#include "tests/printer/read_back.h"

namespace pocketplan {
namespace {

using tests::check_in_pack;
using tests::run;

// The language packs of tesseract, and the share of characters that it reads correctly off our pages, less a margin for
// other builds. It misses accents and look-alikes; its Persian pack, used for Dari, reads every digit as one of its own
// script.
struct Reader {
    std::string pack;
    double floor;
};
const std::map<std::string, Reader> readers{
    {"en", {"eng", 0.97}},     {"es", {"spa+eng", 0.97}},          {"pt-BR", {"por+eng", 0.97}},
    {"ht", {"hat+eng", 0.97}}, {"zh-Hans", {"chi_sim+eng", 0.92}}, {"pa", {"pan+eng", 0.94}},
    {"ru", {"rus+eng", 0.96}}, {"ar", {"ara+eng", 0.88}},          {"fr", {"fra+eng", 0.97}},
    {"tr", {"tur+eng", 0.97}}, {"hi", {"hin+eng", 0.95}},          {"bn", {"ben+eng", 0.95}},
    {"vi", {"vie+eng", 0.97}}, {"fa-AF", {"fas+eng", 0.84}}};

std::vector<std::string> tags() {
    std::vector<std::string> all;
    for (const auto& language : check_in_pack().languages) all.push_back(language.tag);
    return all;
}

class ReadingTest : public tests::PapersTest, public testing::WithParamInterface<std::string> {
protected:
    // The first pages of the papers that somebody who looks for the visitor, or the visitor at home, will read.
    [[nodiscard]] std::pmr::vector<page::Page> pages() const {
        std::pmr::vector<page::Page> chosen;
        const auto given = pictures::sample_answers(check_in_pack());
        for (auto& paper :
             papers::compose_visit(given, check_in_pack(), wishes(GetParam(), page::letter), tests::typesetter())) {
            if (paper.paper->id != "trusted" && paper.paper->id != "steps") continue;
            const auto count = std::min<std::size_t>(paper.pages.size(), 2);
            std::move(paper.pages.begin(), paper.pages.begin() + static_cast<std::ptrdiff_t>(count),
                      std::back_inserter(chosen));
        }
        return chosen;
    }
    [[nodiscard]] std::filesystem::path picture_of(const page::Page& page, std::size_t number) const {
        const auto pdf = write({&page, 1}, "page.pdf");
        const auto picture = folder / ("page-" + std::to_string(number));
        run({"pdftoppm", "-r", "300", "-gray", "-png", "-singlefile", pdf.string(), picture.string()});
        return picture.string() + ".png";
    }
};

TEST_P(ReadingTest, APersonCanReadThePagesAndEveryNumberOnThem) {
    ASSERT_TRUE(readers.contains(GetParam())) << "name tesseract's pack for this language";
    const auto& reader = readers.at(GetParam());
    static const std::regex number("[0-9]-[0-9]{3}-[0-9]{3}-[0-9]{4}|[0-9]{3}-[0-9]{3}-[0-9]{4}|I-[0-9]{3}[AB]?");
    std::set<std::string> numbers;
    std::vector<std::string> lines;
    std::string seen;
    const auto printed = pages();
    std::vector<std::filesystem::path> pictures;
    for (const auto& page : printed) {
        for (auto& line : tests::lines_of(page)) lines.push_back(std::move(line));
        const auto words = tests::words_of(page);
        numbers.insert(std::sregex_token_iterator(words.begin(), words.end(), number), std::sregex_token_iterator());
        pictures.push_back(picture_of(page, pictures.size()));
        seen += tests::read_by_eye(pictures.back(), "300", reader.pack, tests::Look::page);
    }
    const double share = tests::share_read(lines, seen);
    std::cout << GetParam() << ": " << static_cast<int>(share * 1000) / 10.0 << " % of the characters are read right\n";
    EXPECT_GE(share, reader.floor) << seen;
    EXPECT_GE(numbers.size(), 3U);
    // A number is dialled from one line: on the page, or held closer, it is read without a mistake.
    for (const auto& wanted : numbers) {
        if (seen.find(wanted) != std::string::npos) continue;
        const auto readings = tests::readings_of(wanted, printed, pictures, "300");
        const bool read = std::any_of(readings.begin(), readings.end(),
                                      [&](const std::string& said) { return said.find(wanted) != std::string::npos; });
        EXPECT_TRUE(read) << wanted << " was read as " << testing::PrintToString(readings);
    }
}

INSTANTIATE_TEST_SUITE_P(Languages, ReadingTest, testing::ValuesIn(tags()), [](const auto& tag) {
    std::string name = tag.param;
    std::erase(name, '-');
    return name;
});

TEST(Reading, CountsWhatWasMisread) {
    EXPECT_EQ(tests::share_read({"call202"}, "call  202\n"), 1);
    EXPECT_EQ(tests::share_read({"abcd"}, "abxd"), 0.75);
    EXPECT_EQ(tests::share_read({"abcd"}, ""), 0);
    EXPECT_LT(tests::share_read({"1-833-383-1465"}, "1465-383-833-1"), 0.8);
}

}  // namespace
}  // namespace pocketplan
