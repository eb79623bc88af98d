// What ./dev run does without a display, for each pack that ships and each of its personas in their own language: a
// whole visit by touch, from the language to goodbye, that leaves pictures and papers.

#include <filesystem>

#include <gtest/gtest.h>
#include <unistd.h>

#include "kiosk/papers/installed.h"
#include "tests/support/process.h"

namespace pocketplan {
namespace {

namespace fs = std::filesystem;

struct Trial {
    std::string pack;
    std::string database;
    fs::path persona;
};
void PrintTo(const Trial& trial, std::ostream* out) {
    *out << trial.pack << ", " << trial.persona.stem().string();
}

std::vector<Trial> trials() {
    std::vector<Trial> all;
    for (const auto& [pack, database] : {std::pair("check-in", "content.db"), std::pair("wildfire", "wildfire.db")}) {
        for (const auto& entry : fs::directory_iterator(fs::path(SOURCE_DIR) / "content" / pack / "personas")) {
            all.push_back({pack, database, entry.path()});
        }
    }
    return all;
}

class TourTest : public testing::TestWithParam<Trial> {
protected:
    ~TourTest() override { fs::remove_all(out_); }
    fs::path out_ = fs::temp_directory_path() / ("tour_test." + std::to_string(::getpid()));
};

TEST_P(TourTest, AVisitThroughThePackEndsWithPaper) {
    const auto& trial = GetParam();
    const auto played = tests::run({papers::shipped_file("pocketplan-tour").string(), "--content",
                                    papers::shipped_file(trial.database).string(), "--answers", trial.persona.string(),
                                    "--out", out_.string()});
    EXPECT_EQ(played.status, 0) << played.err;
    EXPECT_TRUE(fs::exists(out_ / "plan-1.pdf"));
    EXPECT_TRUE(fs::exists(out_ / "screen-20.png")) << "a picture of every screen";
}

INSTANTIATE_TEST_SUITE_P(Packs, TourTest, testing::ValuesIn(trials()));

}  // namespace
}  // namespace pocketplan
