// pocketplan-preview --pictures: the sheets as pictures, against poppler's of the same pages; and what a disk that
// cannot be written to leaves.

#include <cmath>

#include "tests/kiosk/tools/preview/preview_test.h"
#include "tests/support/golden.h"

namespace pocketplan {
namespace {

namespace fs = std::filesystem;
using tests::PreviewTest;
using tests::run;

// The sheets' pictures in `out`, in their order.
std::vector<tests::Pixels> pictures_in(const fs::path& out) {
    std::vector<tests::Pixels> pictures;
    const auto file = [&] { return out / ("sheet-" + std::to_string(pictures.size() + 1) + ".png"); };
    while (fs::exists(file())) pictures.push_back(tests::read_png(file().string()));
    return pictures;
}

// The ink of each field of a grid of 32 by 32 pixels, 0 to 255: what lies half a pixel away changes little.
std::vector<double> ink_of(const tests::Pixels& picture) {
    constexpr int side = 32;
    std::vector<double> ink;
    for (int top = 0; top + side <= picture.height; top += side) {
        for (int left = 0; left + side <= picture.width; left += side) {
            int sum = 0;
            for (int pixel = 0; pixel < side * side; ++pixel) {
                const int at = (top + pixel / side) * picture.width + left + pixel % side;
                sum += 255 - picture.values[static_cast<std::size_t>(3 * at)];
            }
            ink.push_back(static_cast<double>(sum) / (side * side));
        }
    }
    return ink;
}

double mean_difference(const std::vector<double>& one, const std::vector<double>& other) {
    double sum = 0;
    for (std::size_t at = 0; at < one.size(); ++at) sum += std::abs(one[at] - other[at]);
    return sum / static_cast<double>(one.size());
}

class PreviewPicturesTest : public PreviewTest, public testing::WithParamInterface<const char*> {};

TEST_P(PreviewPicturesTest, AreThePagesOfThePlanAsTheyPrint) {
    const auto amal = std::string(SOURCE_DIR) + "/content/check-in/personas/amal.json";
    ASSERT_EQ(preview(amal, {"--pictures", "--paper", GetParam()}).status, 0);
    const auto seen = pictures_in(folder / "out");
    ASSERT_FALSE(seen.empty());
    const double inches = std::string(GetParam()) == "letter" ? 8.5 : std::string(GetParam()) == "a4" ? 8.27 : 3.15;
    EXPECT_NEAR(seen.front().width, 150 * inches, 1);
    run({"pdftoppm", "-scale-to-x", std::to_string(seen.front().width), "-scale-to-y", "-1", "-png",
         (folder / "out/plan.pdf").string(), (folder / "printed").string()});
    std::vector<fs::path> printed;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".png") printed.push_back(entry.path());
    }
    std::sort(printed.begin(), printed.end());
    ASSERT_EQ(seen.size(), printed.size());
    std::vector<double> before;
    for (std::size_t at = 0; at < seen.size(); ++at) {
        const auto page = tests::read_png(printed[at].string());
        EXPECT_NEAR(seen[at].width, page.width, 1);
        EXPECT_NEAR(seen[at].height, page.height, 1);
        const auto ink = ink_of(seen[at]);
        const auto of_page = ink_of(page);
        ASSERT_EQ(ink.size(), of_page.size());
        EXPECT_LT(mean_difference(ink, of_page), 2) << "sheet " << at + 1;
        if (ink.size() == before.size()) {
            EXPECT_GT(mean_difference(before, of_page), 4) << "the sheet before would be seen";
        }
        before = ink;
    }
}

INSTANTIATE_TEST_SUITE_P(Papers, PreviewPicturesTest, testing::Values("letter", "a4", "receipt80"),
                         [](const auto& paper) { return std::string(paper.param); });

TEST_F(PreviewTest, DrawsPicturesOnlyWhenAsked) {
    ASSERT_EQ(preview(write("{}")).status, 0);
    EXPECT_TRUE(pictures_in(folder / "out").empty());
}

TEST_F(PreviewTest, AFolderThatCannotBeWrittenToIsRefused) {
    const auto answers = write("{}");
    std::ofstream(folder / "out") << "a file";
    const auto output = preview(answers, {"--pictures"});
    EXPECT_EQ(output.status, 2);
    EXPECT_NE(output.err.find("cannot be written; name a folder that you may write to"), std::string::npos);
    EXPECT_EQ(std::count(output.err.begin(), output.err.end(), '\n'), 1) << output.err;
}

// A limit on the size of files stands for a disk that is full: the pictures, which are written last, go beyond it.
TEST_F(PreviewTest, ADiskThatIsFullLeavesNothingHalfWritten) {
    const auto call = papers::shipped_file("pocketplan-preview").string() + " --pictures --answers " +
                      write("{}").string() + " --out " + (folder / "out").string();
    const auto limited = [&](const std::string& blocks) {
        return run({"sh", "-c", "trap '' XFSZ; ulimit -f " + blocks + "; exec " + call});
    };
    ASSERT_EQ(limited("unlimited").status, 0);
    std::uintmax_t largest = 0;
    for (const auto& name : written()) largest = std::max(largest, fs::file_size(folder / "out" / name));
    fs::remove_all(folder / "out");
    const auto output = limited(std::to_string(largest / 512 - 1));
    EXPECT_EQ(output.status, 2);
    EXPECT_NE(output.err.find("cannot be written; name a folder that you may write to"), std::string::npos);
    EXPECT_EQ(std::count(output.err.begin(), output.err.end(), '\n'), 1) << output.err;
    EXPECT_EQ(written(), std::vector<std::string>{});
}

}  // namespace
}  // namespace pocketplan
