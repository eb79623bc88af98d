// Pictures of pages, against poppler's of the same pages printed: the same ink in the same places.

#include "kiosk/papers/drawer.h"

#include <cmath>

#include "tests/printer/papers.h"
#include "tests/support/golden.h"
#include "tests/support/pixels_of_word.h"

namespace pocketplan::papers {
namespace {

using tests::check_in_pack;

class DrawerTest : public tests::PapersTest {
protected:
    Drawer drawer{tests::typesetter()};

    // As poppler draws the printed page.
    [[nodiscard]] Image printed(const page::Page& page, int width) const {
        const auto pdf = write({&page, 1}, "page.pdf");
        tests::run({"pdftoppm", "-png", "-singlefile", "-scale-to-x", std::to_string(width), "-scale-to-y", "-1",
                    pdf.string(), (folder / "page").string()});
        const auto read = tests::read_png((folder / "page.png").string());
        Image image{read.width, read.height, {}};
        for (std::size_t at = 0; at < read.values.size(); at += 3) image.grey.push_back(read.values[at]);
        return image;
    }
};

constexpr int fine = 1600;  // pixels: poppler makes thin lines as thick as a pixel, and here that is thin

// The mean of 8 by 8 pixels of the smallest picture, which a letter that lies half a pixel away changes little.
std::vector<double> blocks_of(const Image& image) {
    const int side = 8 * image.width / 200;
    std::vector<double> means;
    for (int top = 0; top + side <= image.height; top += side) {
        for (int left = 0; left + side <= image.width; left += side) {
            int sum = 0;
            for (int y = top; y < top + side; ++y) {
                for (int x = left; x < left + side; ++x)
                    sum += image.grey[static_cast<std::size_t>(y * image.width + x)];
            }
            means.push_back(static_cast<double>(sum) / (side * side));
        }
    }
    return means;
}

struct Difference {
    double mean = 0;
    double most = 0;
};
Difference difference(const Image& one, const Image& other) {
    const auto a = blocks_of(one);
    const auto b = blocks_of(other);
    EXPECT_NEAR(static_cast<double>(a.size()), static_cast<double>(b.size()), 26);  // a row, for half a pixel
    Difference difference;
    for (std::size_t at = 0; at < std::min(a.size(), b.size()); ++at) {
        difference.mean += std::abs(a[at] - b[at]) / static_cast<double>(a.size());
        difference.most = std::max(difference.most, std::abs(a[at] - b[at]));
    }
    return difference;
}

TEST_F(DrawerTest, APictureShowsWhatIsPrinted) {
    for (const auto* const language : {"en", "ar", "zh-Hans", "hi"}) {
        const auto pages =
            pages_of_visit(persona("amal"), check_in_pack(), wishes(language, page::letter), tests::typesetter());
        ASSERT_GT(pages.size(), 4U);
        for (std::size_t at = 0; at < pages.size(); at += 3) {
            const auto paper = printed(pages[at], fine);
            for (const int width : {200, 800}) {
                const auto seen = drawer.draw(pages[at], width);
                const auto same = difference(seen, paper);
                EXPECT_LT(same.mean, 2) << language << " page " << at << " at " << width;
                EXPECT_LT(same.most, 40) << language << " page " << at << " at " << width;
                const auto other = difference(seen, drawer.draw(pages[(at + 1) % pages.size()], width));
                EXPECT_GT(other.mean, 3 * same.mean) << "another page has to be seen";
            }
        }
    }
}

TEST_F(DrawerTest, APartOfAStripIsAsItLiesThere) {
    const auto pages =
        pages_of_visit(persona("rosa"), check_in_pack(), wishes("es", page::receipt80), tests::typesetter());
    const auto& strip = pages.front();
    const auto whole = drawer.draw(strip, 227);
    const auto part = drawer.draw(strip, {227, 317}, 227);
    ASSERT_EQ(part.height, std::lround(317 * 227 / strip.size.width));
    Image same{part.width, part.height, {}};
    const auto first = whole.grey.begin() + std::lround(227 * 227 / strip.size.width) * whole.width;
    same.grey.assign(first, first + static_cast<std::ptrdiff_t>(part.grey.size()));
    EXPECT_LT(difference(part, same).mean, 2);
}

TEST_F(DrawerTest, AWordCanBeToldByItsPixelsInSmallPicturesToo) {
    const auto given = answers(R"({"contacts": [{"name": "Zephyrinda"}, {"name": "Quillonesse"}]})");
    const auto pages = pages_of_visit(given, check_in_pack(), wishes("en", page::letter), tests::typesetter());
    std::vector<std::uint8_t> one;
    std::vector<std::uint8_t> other;
    for (const auto& page : pages) {
        if (one.empty()) one = tests::row_of_word(page, "Zephyrinda", 200);
        if (other.empty()) other = tests::row_of_word(page, "Quillonesse", 200);
    }
    EXPECT_FALSE(one.empty());
    EXPECT_FALSE(other.empty());
    EXPECT_NE(one, other);
}

}  // namespace
}  // namespace pocketplan::papers
