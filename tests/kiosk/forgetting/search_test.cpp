// Reads all memory of its own process, so it is built like the kiosk: sanitizers have memory that must not be read.

#include "kiosk/forgetting/search.h"

#include <algorithm>
#include <fstream>
#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sodium.h>

#include "tests/support/temporary_folder.h"

namespace pocketplan::forgetting {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using visit::Place;

class SearchTest : public testing::Test {
protected:
    SearchTest() {
        for (const char* place : {"own", "temporary", "shared", "spool"}) fs::create_directory(folder_ / place);
        // Generated inverted, so that the mark is nowhere but where a test puts it.
        randombytes_buf(trace_.inverted.data(), trace_.inverted.size());
    }

    [[nodiscard]] std::string mark() const {
        std::string mark;
        for (const auto byte : trace_.inverted) mark.push_back(static_cast<char>(~byte));
        return mark;
    }
    void write(const std::string& file, const std::string& text) const { std::ofstream(folder_ / file) << text; }
    [[nodiscard]] Folders folders() const {
        return {{folder_ / "own"}, {folder_ / "temporary"}, {folder_ / "shared"}, {folder_ / "spool"}, {}};
    }
    [[nodiscard]] visit::Receipt search_now() const { return search(trace_, true, folders()); }

    const tests::TemporaryFolder temporary_{"search_test", "/var/tmp"};
    const fs::path& folder_ = temporary_.path();
    Trace trace_;
};

TEST_F(SearchTest, FindsNothingOnACleanMachineAndSaysWhereItLooked) {
    write("temporary/other", std::string(3 << 20, 'x'));
    const auto receipt = search_now();
    EXPECT_THAT(receipt.searched,
                ElementsAre(Place::memory, Place::own_folders, Place::temporary, Place::shared_memory, Place::spool));
    EXPECT_THAT(receipt.found, IsEmpty());
    EXPECT_TRUE(receipt.proven);
}

TEST_F(SearchTest, FindsOneCopyInItsOwnMemory) {
    const auto copy = std::make_unique<std::string>(mark());
    EXPECT_THAT(search_now().found, ElementsAre(Place::memory));
    explicit_bzero(copy->data(), copy->size());
    EXPECT_THAT(search_now().found, IsEmpty());
}

TEST_F(SearchTest, FindsItInAFileOfEachPlaceAlsoDeepAndBetweenTwoReads) {
    constexpr std::size_t one_read = 1 << 20;
    fs::create_directories(folder_ / "temporary/a/b");
    for (const auto& [file, place] :
         {std::pair("own/state", Place::own_folders), std::pair("temporary/a/b/file", Place::temporary),
          std::pair("shared/segment", Place::shared_memory), std::pair("spool/d00001-001", Place::spool)}) {
        for (const std::size_t before : {std::size_t{0}, one_read - 7, 2 * one_read - 15}) {
            write(file, std::string(before, 'x') + mark() + "behind");
            EXPECT_THAT(search_now().found, Contains(place)) << file << " " << before;
        }
        fs::remove(folder_ / file);
        EXPECT_THAT(search_now().found, Not(Contains(place))) << file;
    }
}

TEST_F(SearchTest, NamesNoPlaceThatItCouldNotReadToTheEnd) {
    fs::create_symlink(folder_ / "nowhere", folder_ / "temporary/link");  // is not followed, and hides nothing
    EXPECT_THAT(search_now().searched, Contains(Place::temporary));
    std::ofstream(folder_ / "temporary/large").close();
    fs::resize_file(folder_ / "temporary/large", most_bytes + 1);
    EXPECT_THAT(search_now().searched, Not(Contains(Place::temporary)));
    auto absent = folders();
    absent.spool = {folder_ / "no such folder"};
    EXPECT_THAT(search(trace_, true, absent).searched, Not(Contains(Place::spool)));
}

TEST_F(SearchTest, WhatStandsForPaperIsNotSearched) {
    fs::create_directory(folder_ / "temporary/prints");
    write("temporary/prints/plan-1.pdf", mark());
    EXPECT_THAT(search_now().found, Contains(Place::temporary));
    auto with_paper = folders();
    with_paper.paper = folder_ / "temporary/prints";
    EXPECT_THAT(search(trace_, true, with_paper).found, Not(Contains(Place::temporary)));
}

}  // namespace
}  // namespace pocketplan::forgetting
