// Words that are not ours, read off paper by other programs.

#include <algorithm>

#include <gtest/gtest.h>

#include "content/local.h"
#include "content/phrase.h"
#include "tests/printer/papers.h"
#include "tests/printer/random_values.h"
#include "tests/printer/read_back.h"

namespace pocketplan::page {
namespace {

using tests::check_in_pack;
using tests::PapersTest;
using tests::run;

class ValuesReadingTest : public PapersTest {};

TEST_F(ValuesReadingTest, NumbersInRandomValuesComeOutOfTheFileInOrder) {
    constexpr const char* base = R"({"appointment": "ice_office", "lawyer": "yes", "lawyer_name": "A",
        "lawyer_phone": "5550100", "helper_facts": {"full_name": "B"}})";
    tests::RandomValues values(13);
    auto library = check_in_pack();
    std::size_t numbers = 0;
    for (int round = 0; round < 20; ++round) {
        const char* const language = round % 2 == 0 ? "ar" : "en";
        const auto visit = tests::random_visit(values, answers(base));
        content::apply_local(library, visit.local);
        const auto printed =
            papers::pages_of_visit(visit.answers, library, wishes(language, letter), tests::typesetter());
        const auto file = write(printed, "values.pdf");
        const auto read = tests::without_spaces(run({"pdftotext", "-raw", file.string(), "-"}).out);
        for (const auto& value : visit.kept) {
            for (const auto& number : value.numbers) {
                ++numbers;
                EXPECT_NE(read.find(tests::without_spaces(number)), std::string::npos)
                    << language << ": " << number << " of " << tests::spelled(value.text);
            }
        }
    }
    EXPECT_GT(numbers, 250U);
}

// A name, a street and opening hours in the script of each language, as a person there would write them.
struct Written {
    const char* language;
    const char* name;
    const char* place;
    const char* hours;
};
void PrintTo(const Written& written, std::ostream* out) {
    *out << written.language;
}

class EveryScriptTest : public PapersTest, public testing::WithParamInterface<Written> {};

TEST_P(EveryScriptTest, ThePersonWhoCallsReadsEveryNumberRight) {
    const auto& [language, name, place, hours] = GetParam();
    auto library = check_in_pack();
    content::Local local;
    local.lines.push_back({"legal_help", {{std::string(place) + " 24-7", "202-555-0100", hours, name}}});
    content::apply_local(library, local);
    const auto given = answers(R"({"lawyer": "yes", "lawyer_name": ")" + std::string(name) +
                               R"( 555-0142", "lawyer_phone": "+1 (212) 555-0143", "appointment": "ice_office",
                               "appointment_place": ")" +
                               std::string(place) + R"( 12-34"})");
    std::pmr::vector<Page> pages;
    for (auto& paper : papers::compose_visit(given, library, wishes(language, letter), tests::typesetter())) {
        if (paper.paper->id == "trusted" || paper.paper->id == "steps") pages.push_back(std::move(paper.pages.front()));
    }
    std::vector<std::filesystem::path> pictures;
    for (std::size_t at = 0; at < pages.size(); ++at) {
        const auto pdf = write({&pages[at], 1}, "page.pdf");
        pictures.push_back(folder / ("page-" + std::to_string(at)));
        run({"pdftoppm", "-r", "200", "-gray", "-png", "-singlefile", pdf.string(), pictures.back().string()});
        pictures.back() += ".png";
    }
    const std::vector<std::string> numbers{"555-0142", "12-34", "24-7", "9-17", "202-555-0100"};
    const auto read = tests::read_within(numbers, pages, pictures, "200");
    for (const auto& number : numbers) {
        EXPECT_NE(read.find(number), std::string::npos) << number << " in what was read: " << read;
    }
}

INSTANTIATE_TEST_SUITE_P(Languages, EveryScriptTest,
                         testing::Values(Written{"en", "Mary", "Main Street", "Monday 9-17"},
                                         Written{"zh-Hans", "王小明", "人民路", "星期一 9-17"},
                                         Written{"pa", "ਹਰਜੀਤ", "ਮੁੱਖ ਸੜਕ", "ਸੋਮਵਾਰ 9-17"},
                                         Written{"ru", "Мария", "улица Мира", "понедельник 9-17"},
                                         Written{"ar", "علي", "شارع النصر", "الاثنين 9-17"},
                                         Written{"tr", "Ayşe", "Barış Caddesi", "Pazartesi 9-17"},
                                         Written{"hi", "सुनीता", "मुख्य मार्ग", "सोमवार 9-17"},
                                         Written{"bn", "রহিমা", "প্রধান সড়ক", "সোমবার 9-17"},
                                         Written{"vi", "Nguyễn", "Đường Lê Lợi", "Thứ Hai 9-17"},
                                         Written{"fa-AF", "زهرا", "سرک اول", "دوشنبه 9-17"}),
                         [](const auto& written) {
                             std::string name = written.param.language;
                             std::erase(name, '-');
                             return name;
                         });

// English paper, with a name and lines of a right-to-left script on it.
INSTANTIATE_TEST_SUITE_P(Beside, EveryScriptTest,
                         testing::Values(Written{"en", "علي", "شارع النصر", "الاثنين 9-17"},
                                         Written{"es", "שרה", "רחוב השלום", "יום שני 9-17"}),
                         [](const auto& written) { return std::string(written.param.language) + "Beside"; });

}  // namespace
}  // namespace pocketplan::page
