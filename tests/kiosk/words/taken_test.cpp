// Words signed by minisign itself are taken, and nothing else is.

#include "kiosk/words/taken.h"

#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "content/dates.h"
#include "content/library.h"
#include "kiosk/papers/installed.h"
#include "tests/kiosk/words/signed_words.h"
#include "tests/support/process.h"
#include "tests/support/text_of_file.h"

namespace pocketplan::words {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr long spring = 1'700'000'000;

class TakenTest : public testing::Test {
protected:
    [[nodiscard]] std::string day_in_use() const {
        const auto file = words_in_use(places_.taken);
        if (file.empty()) return "shipped";
        const auto library = content::load_library(file);
        return library ? content::iso_day(library->information_date) : "unreadable";
    }
    void expect_refused(const fs::path& file, const std::string& reason) {
        const auto before = day_in_use();
        const auto done = take(file, places_);
        ASSERT_FALSE(done) << *done;
        EXPECT_THAT(done.error(), HasSubstr(reason));
        EXPECT_EQ(done.error().find('\n'), std::string::npos);
        EXPECT_EQ(refusal(places_.refused), done.error());
        EXPECT_EQ(day_in_use(), before) << "the words that are there go on";
    }
    [[nodiscard]] std::size_t folders() const {
        std::size_t count = 0;
        for (const auto& entry : fs::directory_iterator(places_.taken)) {
            count += entry.is_directory() && !entry.is_symlink() ? 1U : 0U;
        }
        return count;
    }

    const tests::SignedWords signer_;
    const Places places_{signer_.keys(), signer_.folder() / "taken", papers::shipped_file("content.db"),
                         signer_.folder() / "run" / "refused"};
};

TEST_F(TakenTest, WordsThatAreSignedAreTakenAndThoseBeforeAreKept) {
    EXPECT_EQ(day_in_use(), "shipped");
    ASSERT_TRUE(take(signer_.sign("one", 1, spring), places_));
    EXPECT_EQ(day_in_use(), "2026-12-01");
    const auto again = take(signer_.folder() / "one.pocketplan", places_);
    ASSERT_TRUE(again) << again.error();
    EXPECT_THAT(*again, HasSubstr("there already"));
    ASSERT_TRUE(take(signer_.sign("two", 2, spring + 1), places_));
    ASSERT_TRUE(take(signer_.sign("three", 3, spring + 2), places_));
    EXPECT_EQ(day_in_use(), "2026-12-03");
    EXPECT_EQ(folders(), 2U);
    ASSERT_TRUE(go_back(places_));
    EXPECT_EQ(day_in_use(), "2026-12-02");
    ASSERT_TRUE(go_back(places_));
    EXPECT_EQ(day_in_use(), "2026-12-03") << "and return";
}

TEST_F(TakenTest, FromTheFirstThatWereTakenTheWayBackLeadsToThePackage) {
    ASSERT_FALSE(go_back(places_));
    ASSERT_TRUE(take(signer_.sign("one", 1, spring), places_));
    ASSERT_TRUE(go_back(places_));
    EXPECT_EQ(day_in_use(), "shipped");
    ASSERT_TRUE(go_back(places_));
    EXPECT_EQ(day_in_use(), "2026-12-01");
}

TEST_F(TakenTest, WhatMinisignVerifiesIsVerifiedHereAndNothingElse) {
    const auto file = signer_.sign("one", 1, spring);
    EXPECT_EQ(tests::run({"minisign", "-V", "-p", signer_.keys() / "centre.pub", "-m", file}).status, 0);
    signer_.sign_again(file, "timestamp:" + std::to_string(spring), true);
    expect_refused(file, "made with minisign -l");
    signer_.sign_again(file, "for all of us");
    expect_refused(file, "does not say when");
    signer_.sign_again(file, "timestamp:" + std::to_string(spring));
    const auto signature = file.string() + ".minisig";
    auto text = tests::text_of_file(signature);
    text.replace(text.find(std::to_string(spring)), 4, "1999");
    std::ofstream(signature) << text;
    expect_refused(file, "does not fit the words");
    std::ofstream(signature) << text.substr(0, 90);
    expect_refused(file, "is no signature");
    fs::remove(signature);
    expect_refused(file, "cannot be read");
    fs::create_symlink(file, signature);
    expect_refused(file, "cannot be read");
    fs::remove(signature);
    std::ofstream(file, std::ios::app) << 'x';
    signer_.sign_again(file, "timestamp:" + std::to_string(spring));
    std::ofstream(file, std::ios::app) << 'x';
    expect_refused(file, "does not fit the words");
}

TEST_F(TakenTest, AKeyThatIsNotTheCentresSignsNothing) {
    const auto file = signer_.sign("one", 1, spring);
    signer_.forget_key();
    expect_refused(file, "is by a key that is not in");
    fs::remove_all(places_.keys);
    expect_refused(file, "has no public key");
}

TEST_F(TakenTest, OlderWordsAndOtherFilesAreRefusedWithAReason) {
    ASSERT_TRUE(take(signer_.sign("two", 2, spring), places_));
    expect_refused(signer_.sign("one", 1, spring - 1), "before the words that are there");
    const auto file = signer_.folder() / "letter.pocketplan";
    std::ofstream(file) << "Dear all,";
    signer_.sign_again(file, "timestamp:" + std::to_string(spring + 1));
    expect_refused(file, "letter.pocketplan");
    expect_refused(signer_.folder() / "nothing.pocketplan", "cannot be read");
    expect_refused(signer_.sign("tomorrow", 9, 4'000'000'000), "set the clock that is wrong");
    auto library = content::load_library(places_.shipped);
    library->pack = "wildfire";
    ASSERT_TRUE(content::save_library(*library, file));
    signer_.sign_again(file, "timestamp:" + std::to_string(spring + 1));
    expect_refused(file, "words for wildfire, and this kiosk has those for check-in");
    library->pack = "check-in";
    library->information_date = {2020, 1, 1};
    ASSERT_TRUE(content::save_library(*library, file));
    signer_.sign_again(file, "timestamp:" + std::to_string(spring + 1));
    expect_refused(file, "the facts are of 2020-01-01");
}

TEST_F(TakenTest, WhatIsTakenAtLastTakesTheReasonAway) {
    expect_refused(signer_.folder() / "nothing.pocketplan", "cannot be read");
    ASSERT_TRUE(take(signer_.sign("one", 1, spring), places_));
    EXPECT_EQ(refusal(places_.refused), "");
}

TEST_F(TakenTest, FromAFolderTheNewestThatFitsIsTaken) {
    const auto stick = signer_.folder() / "stick";
    fs::create_directory(stick);
    const auto nothing = take(stick, places_);
    ASSERT_TRUE(nothing);
    EXPECT_EQ(*nothing, "") << "a stick without words is none of our business";
    EXPECT_FALSE(fs::exists(places_.taken));
    for (const auto& [name, day] : {std::pair("b", 5), std::pair("a", 6), std::pair("c", 4)}) {
        const auto file = signer_.sign(name, day, spring + day);
        fs::rename(file, stick / file.filename());
        fs::rename(file.string() + ".minisig", stick / (file.filename().string() + ".minisig"));
    }
    const auto done = take(stick, places_);
    ASSERT_TRUE(done) << done.error();
    EXPECT_THAT(*done, HasSubstr("2026-12-06"));
    EXPECT_EQ(day_in_use(), "2026-12-06");
}

TEST_F(TakenTest, APackageWithNewerFactsWins) {
    ASSERT_TRUE(take(signer_.sign("one", 1, spring), places_));
    ASSERT_TRUE(settle(places_));
    EXPECT_EQ(day_in_use(), "2026-12-01") << "the package's are older";
    auto newer = places_;
    newer.shipped = signer_.sign("package", 2, spring);
    ASSERT_TRUE(settle(newer));
    EXPECT_EQ(day_in_use(), "shipped");
}

TEST_F(TakenTest, WhatSomebodyWentBackFromIsNotTakenAgain) {
    ASSERT_TRUE(take(signer_.sign("one", 1, spring), places_));
    const auto wrong = signer_.sign("two", 2, spring + 2);
    ASSERT_TRUE(take(wrong, places_));
    ASSERT_TRUE(go_back(places_));
    expect_refused(wrong, "somebody went back");
    expect_refused(signer_.sign("between", 3, spring + 1), "somebody went back");
    ASSERT_TRUE(take(signer_.sign("three", 4, spring + 3), places_));
    EXPECT_EQ(day_in_use(), "2026-12-04");
    ASSERT_TRUE(go_back(places_));
    ASSERT_TRUE(go_back(places_)) << "and return";
    EXPECT_EQ(day_in_use(), "2026-12-04");
}

TEST_F(TakenTest, AFileAtFaultIsToldOfEvenIfAnotherFits) {
    const auto stick = signer_.folder() / "stick";
    fs::create_directory(stick);
    const auto put = [&](const fs::path& file) {
        fs::copy(file, stick / file.filename());
        fs::copy(file.string() + ".minisig", stick / (file.filename().string() + ".minisig"));
    };
    put(signer_.sign("good", 1, spring));
    put(signer_.sign("newer", 2, spring + 1));
    std::ofstream(stick / "newer.pocketplan", std::ios::app) << 'x';
    for (int i = 0; i < 2; ++i) {
        const auto done = take(stick, places_);
        ASSERT_FALSE(done) << "whether the other is new or there already";
        EXPECT_THAT(done.error(), HasSubstr("newer.pocketplan.minisig: does not fit the words"));
        EXPECT_EQ(day_in_use(), "2026-12-01");
    }
}

TEST_F(TakenTest, WhatIsNoPlainFileKeepsNobodyWaitingAndLeadsNowhere) {
    const auto stick = signer_.folder() / "stick";
    fs::create_directory(stick);
    const auto good = signer_.sign("good", 1, spring);
    ASSERT_EQ(mkfifo((stick / "fifo.pocketplan").c_str(), 0600), 0);
    fs::copy(good.string() + ".minisig", stick / "fifo.pocketplan.minisig");
    expect_refused(stick, "fifo.pocketplan: is no plain file");
    fs::remove(stick / "fifo.pocketplan");
    fs::create_symlink(good, stick / "link.pocketplan");
    fs::copy(good.string() + ".minisig", stick / "link.pocketplan.minisig");
    expect_refused(stick, "link.pocketplan: is no plain file");
    fs::remove(stick / "link.pocketplan");
    const auto name = "a\n\x1B[31m\xFF.pocketplan";
    fs::copy(good, stick / name);
    expect_refused(stick, "a??[31m?.pocketplan.minisig: cannot be read");
}

TEST_F(TakenTest, TakenWordsThatRottedAreRepairedByTheSame) {
    const auto file = signer_.sign("one", 1, spring);
    ASSERT_TRUE(take(file, places_));
    fs::resize_file(words_in_use(places_.taken), 0);
    ASSERT_TRUE(take(file, places_));
    EXPECT_EQ(day_in_use(), "2026-12-01");
}

TEST_F(TakenTest, NothingOfAnybodyElsesIsCleared) {
    fs::create_directories(places_.taken / "notes");
    ASSERT_TRUE(take(signer_.sign("one", 1, spring), places_));
    EXPECT_TRUE(fs::exists(places_.taken / "notes"));
}

TEST_F(TakenTest, AFolderThatCannotBeWrittenLosesNothing) {
    const auto file = signer_.sign("one", 1, spring);
    std::ofstream(places_.taken) << "a file where the folder should be";
    const auto done = take(file, places_);
    ASSERT_FALSE(done);
    EXPECT_THAT(done.error(), HasSubstr("cannot be written"));
}

}  // namespace
}  // namespace pocketplan::words
