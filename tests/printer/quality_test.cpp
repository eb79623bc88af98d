// The papers from a poor printer: read back by OCR, and searched for anything that is not black.

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <random>
#include <regex>

#include <gtest/gtest.h>

#include "tests/printer/papers.h"
#include "tests/printer/read_back.h"

namespace pocketplan::page {
namespace {

using tests::check_in_pack;
using tests::PapersTest;
using tests::run;
namespace fs = std::filesystem;

// Numbers to call, both typed and from the pack, and the names of forms: none may be misread.
constexpr const char* visit = R"({"appointment": "isap_phone", "situation": ["moving"],
    "move_form": "no_paper", "lawyer": "yes", "lawyer_name": "Sam Reed", "lawyer_phone": "212-555-0143",
    "contacts": [{"name": "Marta", "phone": "305-555-0174"}, {"name": "Luis", "phone": "786-555-0119"}],
    "child": "no", "fear": "no"})";
constexpr const char* numbers[] = {"212-555-0143",   "305-555-0174", "786-555-0119",
                                   "1-833-383-1465", "I-220A",       "I-220B"};

struct Reader {
    const char* language;
    const char* tesseract;
    double least_at_203_dots;  // what was read when this was written, less two percent
    double least_of_thin_toner;
};
void PrintTo(const Reader& reader, std::ostream* out) {
    *out << reader.language;
}

// A 1-bit picture (PBM, P4): toner or not, dot by dot.
class Dots {
public:
    explicit Dots(const fs::path& picture) {
        std::ifstream in(picture, std::ios::binary);
        std::string kind;
        in >> kind >> width_ >> height_;
        in.get();
        const int row_bytes = (width_ + 7) / 8;
        std::string row(static_cast<std::size_t>(row_bytes), '\0');
        while (in.read(row.data(), row_bytes)) {
            for (int x = 0; x < width_; ++x) {
                dots_.push_back(static_cast<unsigned char>(row[static_cast<std::size_t>(x / 8)]) >> (7 - x % 8) & 1U);
            }
        }
    }

    // Loses three black dots in ten, the same in every run.
    void thin() {
        std::mt19937 random(20251211);
        for (auto& dot : dots_) dot = dot != 0 && random() % 10 >= 3 ? 1 : 0;
    }

    // As an eye sees it at arm's length, where a dot of 1/300 inch is not seen on its own: each is grey by its eight
    // neighbours.
    void write_as_seen(const fs::path& picture) const {
        std::ofstream out(picture, std::ios::binary);
        out << "P5\n" << width_ << " " << height_ << "\n255\n";
        for (int y = 0; y < height_; ++y) {
            for (int x = 0; x < width_; ++x) {
                unsigned black = 0;
                for (int k = 0; k < 9; ++k) black += at(x + k % 3 - 1, y + k / 3 - 1);
                out.put(static_cast<char>(255 - black * 255 / 9));
            }
        }
    }

private:
    [[nodiscard]] unsigned at(int x, int y) const {
        const bool inside = x >= 0 && x < width_ && y >= 0 && y < height_;
        return inside
                   ? dots_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(x)]
                   : 0;
    }

    int width_ = 0;
    int height_ = 0;
    std::vector<unsigned char> dots_;
};

class QualityTest : public PapersTest, public testing::WithParamInterface<Reader> {
protected:
    enum class Toner { full, thin };

    // The card and the steps, page by page.
    [[nodiscard]] std::pmr::vector<Page> pages(PaperSize size) const {
        std::pmr::vector<Page> wanted;
        for (auto& paper : papers::compose_visit(answers(visit), check_in_pack(), wishes(GetParam().language, size),
                                                 tests::typesetter())) {
            const auto& id = paper.paper->id;
            if (id != "card" && id != "steps") continue;
            std::move(paper.pages.begin(), paper.pages.end(), std::back_inserter(wanted));
        }
        return wanted;
    }

    // Pictures of the pages at so many dots an inch, black or white.
    std::vector<fs::path> take_pictures(std::span<const Page> printed, const char* dots, Toner toner) const {
        run({"pdftoppm", "-mono", "-r", dots, write(printed, "printed.pdf").string(), (folder / "page").string()});
        std::vector<fs::path> pictures;
        for (const auto& entry : fs::directory_iterator(folder)) {
            if (entry.path().extension() == ".pbm") pictures.push_back(entry.path());
        }
        std::sort(pictures.begin(), pictures.end());
        for (auto& picture : pictures) {
            if (toner == Toner::full) continue;
            Dots seen(picture);
            seen.thin();
            seen.write_as_seen(picture.replace_extension(".pgm"));
        }
        return pictures;
    }

    // Exactly, except that the capital I of a sans serif is a bare stroke, and with dots missing looks like any other
    // stroke. Forms are told apart by what follows it.
    static std::regex as_read(const std::string& number, Toner toner) {
        const bool stroke = toner == Toner::thin && number.front() == 'I';
        return std::regex(stroke ? "[I1ilJ!|\\[\\]]" + number.substr(1) : number);
    }

    // A number is dialled, and a form is named, from one line: that line alone must be read without a mistake.
    static void expect_number_read(std::span<const Page> printed, const std::vector<fs::path>& pictures,
                                   const char* dots, const std::string& number, const std::regex& as_read) {
        std::string all;
        for (const auto& said : tests::readings_of(number, printed, pictures, dots)) {
            if (std::regex_search(said, as_read)) return;
            all += said + "\n";
        }
        ADD_FAILURE() << number << " was read as\n" << all;
    }

    void expect_read(PaperSize size, const char* dots, Toner toner, double least) const {
        const auto printed = pages(size);
        const auto pictures = take_pictures(printed, dots, toner);
        std::string said;
        for (std::size_t at = 0; at < pictures.size(); ++at) {
            said += tests::read_page_by_eye(printed[at], pictures[at], dots, GetParam().tesseract);
        }
        std::vector<std::string> lines;
        for (const auto& page : printed) {
            for (auto& line : tests::lines_of(page)) lines.push_back(std::move(line));
        }
        const double share = tests::share_read(lines, said);
        std::printf("%s at %s dots an inch%s: %.1f %% of characters read\n", GetParam().language, dots,
                    toner == Toner::thin ? ", three in ten gone" : "", share * 100);
        EXPECT_GE(share, least);
        for (const char* number : numbers) expect_number_read(printed, pictures, dots, number, as_read(number, toner));
    }
};

TEST_P(QualityTest, AReceiptPrinterOf203DotsIsReadable) {
    expect_read(receipt80, "203", Toner::full, GetParam().least_at_203_dots);
}

TEST_P(QualityTest, AFaxGradeSheetIsReadable) {
    expect_read(letter, "203", Toner::full, GetParam().least_at_203_dots);
}

TEST_P(QualityTest, ASheetWithThreeInTenOfItsTonerGoneIsReadable) {
    expect_read(letter, "300", Toner::thin, GetParam().least_of_thin_toner);
}

INSTANTIATE_TEST_SUITE_P(Languages, QualityTest,
                         testing::Values(Reader{"en", "eng", 0.97, 0.97}, Reader{"es", "spa+eng", 0.97, 0.97},
                                         Reader{"ar", "ara+eng", 0.85, 0.82},
                                         Reader{"zh-Hans", "chi_sim+eng", 0.95, 0.917},
                                         Reader{"hi", "hin+eng", 0.93, 0.93}, Reader{"ru", "rus+eng", 0.96, 0.96}),
                         [](const auto& reader) {
                             return std::regex_replace(std::string(reader.param.language), std::regex("-"), "_");
                         });

// A PDF without a colour operator is black on white (ISO 32000-1, 8.6.8 and 8.4.5: the initial colour is black).
TEST_F(PapersTest, NothingIsPrintedInAnythingButBlackAndALightShade) {
    for (const auto& size : {letter, receipt80}) {
        const auto pdf = print(answers(tests::longest_visit), wishes("ar", size));
        run({"qpdf", "--qdf", "--object-streams=disable", pdf.string(), (folder / "plain.pdf").string()});
        std::ifstream in(folder / "plain.pdf", std::ios::binary);
        const std::regex colour(R"(^(.* )?(g|G|rg|RG|k|K|cs|CS|sc|SC|scn|SCN|sh|gs|Do|BI)$)");
        const std::regex shade(R"((0?\.(8[5-9]|9)[0-9]*|1) g)");
        int operators = 0;
        int shades = 0;
        for (std::string line; std::getline(in, line);) {
            if (line.size() > 200) continue;  // a font's bytes
            operators += line.size() > 3 && line.substr(line.size() - 3) == " Tm" ? 1 : 0;
            if (std::regex_match(line, shade)) {
                ++shades;
                continue;
            }
            EXPECT_FALSE(std::regex_match(line, colour)) << line;
        }
        EXPECT_GT(operators, 100) << "content was looked at";
        EXPECT_EQ(shades > 0, !is_roll(size)) << "a receipt printer has no grey";
    }
}

}  // namespace
}  // namespace pocketplan::page
