// What ./dev run does without a display, for each pack that ships and each of its personas in their own language: a
// whole visit by touch, from the language to goodbye, that leaves pictures and papers.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <unistd.h>

#include "content/bytes_of_file.h"
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

class Tour : public testing::Test {
protected:
    ~Tour() override { fs::remove_all(out_); }
    [[nodiscard]] tests::Output play(const std::string& database, const fs::path& answers) const {
        return tests::run({papers::shipped_file("pocketplan-tour").string(), "--content",
                           papers::shipped_file(database).string(), "--answers", answers.string(), "--out",
                           out_.string()});
    }
    [[nodiscard]] fs::path write(const std::string& name, const std::string& text) const {
        fs::create_directories(out_);
        std::ofstream(out_ / name) << text;
        return out_ / name;
    }
    // In the order in which they were taken.
    [[nodiscard]] std::vector<std::string> pictures() const {
        std::vector<fs::path> files;
        for (const auto& entry : fs::directory_iterator(out_)) {
            if (entry.path().extension() == ".png") files.push_back(entry.path());
        }
        std::sort(files.begin(), files.end());
        std::vector<std::string> bytes;
        for (const auto& file : files) bytes.push_back(content::bytes_of_file(file).value());
        return bytes;
    }
    fs::path out_ = fs::temp_directory_path() / ("tour_test." + std::to_string(::getpid()));
};

// A pack that has just begun has no personas.
TEST_F(Tour, WhoeverSaidNothingHasThePacksFirstLanguage) {
    const auto played = play("wildfire.db", write("nothing.json", "{}"));
    EXPECT_EQ(played.status, 0) << played.err;
    EXPECT_TRUE(fs::exists(out_ / "plan-1.pdf"));
}

TEST_F(Tour, RemovesTheLastTourAndNothingOfOthers) {
    const auto answers = write("nothing.json", "{}");
    const auto ours = {write("screen-99.png", ""), write("plan-9.pdf", "")};
    const auto others = {answers, write("thesis.pdf", ""), write("plan-1.txt", ""), write("holiday.png", "")};
    EXPECT_EQ(play("wildfire.db", answers).status, 0);
    for (const auto& file : ours) EXPECT_FALSE(fs::exists(file)) << file;
    for (const auto& file : others) EXPECT_TRUE(fs::exists(file)) << file;
}

TEST_F(Tour, ACallThatItDoesNotKnowIsTheUsersFault) {
    const auto called = tests::run({papers::shipped_file("pocketplan-tour").string(), "--bogus"});
    EXPECT_EQ(called.status, 2);
    EXPECT_EQ(called.err.find("pocketplan-tour: "), 0U) << called.err;
}

class TourTest : public Tour, public testing::WithParamInterface<Trial> {};

TEST_P(TourTest, AVisitThroughThePackEndsWithPaper) {
    const auto& trial = GetParam();
    const auto played = play(trial.database, trial.persona);
    EXPECT_EQ(played.status, 0) << played.err;
    EXPECT_TRUE(fs::exists(out_ / "plan-1.pdf"));
    const auto seen = pictures();
    ASSERT_GE(seen.size(), 20U) << "a picture of every screen";
    EXPECT_NE(seen.back(), seen[seen.size() - 2]) << "goodbye comes after the question for the paper";
}

INSTANTIATE_TEST_SUITE_P(Packs, TourTest, testing::ValuesIn(trials()));

}  // namespace
}  // namespace pocketplan
