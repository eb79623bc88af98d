#include "content/library.h"

#include <fstream>
#include <iterator>
#include <random>

#include <gtest/gtest.h>
#include <unistd.h>

#include "content/common_texts.h"
#include "tests/content/tiny_library.h"

namespace pocketplan::content {
namespace {

namespace fs = std::filesystem;

class LibraryTest : public testing::Test {
protected:
    LibraryTest() {
        fs::create_directories(folder);
        EXPECT_TRUE(save_library(library, file));
    }
    ~LibraryTest() override { fs::remove_all(folder); }

    [[nodiscard]] std::string bytes() const {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    void overwrite(const std::string& content) const { std::ofstream(file, std::ios::binary) << content; }
    [[nodiscard]] LibraryFault fault() const { return load_library(file).error(); }

    fs::path folder = fs::temp_directory_path() / ("library_test." + std::to_string(::getpid()));
    fs::path file = folder / "content.db";
    Library library = make_tiny_library();
};

TEST_F(LibraryTest, ComesBackAsItWasSaved) {
    const auto loaded = load_library(file);
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->version, "1");
    EXPECT_EQ(loaded->information_date, (Date{2026, 3, 9}));
    EXPECT_EQ(loaded->text(LanguageIndex(1), "month.3"), "شهر");
    EXPECT_EQ(loaded->keyboards[0].layers[0][1], (std::vector<std::string>{"a", "ñ"}));
    EXPECT_EQ(loaded->keyboards[0].alphabet, library.keyboards[0].alphabet);
    const auto text = library.text_index.at("month.3");
    EXPECT_EQ(loaded->recording(LanguageIndex(1), text).size(), 3U);
    EXPECT_TRUE(loaded->recording(LanguageIndex(0), text).empty());
    EXPECT_EQ(loaded->question(question(*loaded, "captain")).when, library.question(question(library, "captain")).when);
    EXPECT_EQ(loaded->advice[1].placements[0].when, library.advice[1].placements[0].when);
    EXPECT_EQ(loaded->papers[1].sections[0].blocks[0].columns[1].width, 3);
    ASSERT_EQ(loaded->papers[0].notes.size(), 2U);
    EXPECT_EQ(loaded->papers[0].notes[0].when, library.papers[0].notes[0].when);
    EXPECT_EQ(loaded->papers[0].notes[1].text, library.papers[0].notes[1].text);
    EXPECT_EQ(loaded->question(question(*loaded, "land")).likely, std::vector{CountryIndex{}});
    EXPECT_EQ(loaded->find_language("ar"), LanguageIndex(1));
    EXPECT_EQ(loaded->keyboard(LanguageIndex(1)).id, "arabic");
    EXPECT_FALSE(loaded->find_language("xx"));
}

TEST_F(LibraryTest, SavedAgainIsTheSameFileByteForByte) {
    const auto before = bytes();
    ASSERT_TRUE(save_library(*load_library(file), file));
    EXPECT_EQ(bytes(), before);
}

TEST_F(LibraryTest, ALikelyCountryThatThereIsNotIsUnreadable) {
    library.questions[static_cast<std::size_t>(question(library, "land"))].likely = {CountryIndex{1}};
    ASSERT_EQ(library.countries.size(), 1U);
    ASSERT_TRUE(save_library(library, file));
    EXPECT_EQ(fault(), LibraryFault::unreadable);
}

TEST_F(LibraryTest, NothingIsLeftBesideIt) {
    EXPECT_EQ(std::distance(fs::directory_iterator(folder), {}), 1);
    EXPECT_FALSE(save_library(library, folder / "missing" / "content.db"));
}

TEST_F(LibraryTest, AMissingFileIsMissingAndAFolderUnreadable) {
    EXPECT_EQ(load_library(folder / "other.db").error(), LibraryFault::missing);
    EXPECT_EQ(load_library(folder).error(), LibraryFault::unreadable);
}

TEST_F(LibraryTest, EmptyAndForeignFilesAreUnreadable) {
    for (const char* content : {"", "{}", "SQLite format 3", "%PDF-1.4"}) {
        overwrite(content);
        EXPECT_EQ(fault(), LibraryFault::unreadable) << content;
    }
}

TEST_F(LibraryTest, AnotherReleasesFileIsOfAnotherVersion) {
    auto content = bytes();
    content[63] =
        static_cast<char>(content[63] + 1);  // user_version is at 60..63, big-endian (SQLite file format, 1.3)
    overwrite(content);
    EXPECT_EQ(fault(), LibraryFault::other_version);
}

TEST_F(LibraryTest, CutAnywhereItIsUnreadable) {
    const auto content = bytes();
    for (std::size_t size = 0; size < content.size(); size += 257) {
        overwrite(content.substr(0, size));
        EXPECT_EQ(fault(), LibraryFault::unreadable) << size;
    }
}

TEST_F(LibraryTest, OneWrongByteInATextIsFound) {
    auto content = bytes();
    const auto place = content.find("Guatemala");
    ASSERT_NE(place, std::string::npos);
    content[place] = 'Q';
    overwrite(content);
    EXPECT_EQ(fault(), LibraryFault::unreadable);
}

TEST_F(LibraryTest, BytesWrongAnywhereNeverCrashItAndNeverChangeAText) {
    const auto content = bytes();
    std::mt19937 random(7);
    for (int round = 0; round < 1500; ++round) {
        auto damaged = content;
        for (int i = 0; i < 1 + round % 8; ++i) damaged[random() % damaged.size()] = static_cast<char>(random());
        overwrite(damaged);
        const auto loaded = load_library(file);
        if (!loaded) continue;
        for (std::size_t language = 0; language < 2; ++language) {
            ASSERT_EQ(loaded->languages[language].texts, library.languages[language].texts);
        }
    }
}

TEST_F(LibraryTest, EveryFaultSaysWhichFileAndWhatToDo) {
    for (const auto fault : {LibraryFault::missing, LibraryFault::unreadable, LibraryFault::other_version}) {
        const auto line = describe(fault, "some.db");
        EXPECT_EQ(line.find("some.db: "), 0U);
        EXPECT_NE(line.find("pocketplan-content build"), std::string::npos);
        EXPECT_EQ(line.find('\n'), std::string::npos);
    }
}

// Otherwise a screen that asks for a text would end the program.
TEST(CommonLibraryTest, HasTheEnglishOfEveryTextThatAPackHasInCommon) {
    const auto pack = load_library(BUILD_DIR "/content.db");
    ASSERT_TRUE(pack);
    const auto common = common_library();
    EXPECT_EQ(common.text_ids.size(), common.text_index.size());
    for (const auto& id : common.text_ids) {
        ASSERT_TRUE(pack->text_index.contains(id)) << id;
        EXPECT_EQ(common.text({}, id), pack->text({}, id)) << id;
    }
    EXPECT_EQ(common.plural({}, "printing.take", 1), pack->plural({}, "printing.take", 1));
    EXPECT_EQ(common.plural({}, "printing.take", 2), pack->plural({}, "printing.take", 2));
    EXPECT_EQ(common.text({}, texts::not_ready_title.id), "This machine is not ready for visitors");
}

}  // namespace
}  // namespace pocketplan::content
