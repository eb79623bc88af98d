// The programs for authors on a disk that is full, at one byte after another, and without anywhere to say anything: one
// line, a status that is not 0, and no file that is half written; above all no translator's. Run as root, who may mount
// a small disk.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "content/library.h"
#include "kiosk/papers/installed.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/text_of_file.h"

namespace pocketplan::tests {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

// In kilobytes: none at all, all but a few, and what lies between.
constexpr int sizes[] = {4, 16, 64, 200, 400, 700};

std::map<std::string, std::string> texts_below(const fs::path& folder) {
    std::map<std::string, std::string> texts;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) texts[fs::relative(entry.path(), folder)] = text_of_file(entry.path());
    }
    return texts;
}

class FullDisk : public testing::Test {
protected:
    FullDisk() {
        fs::copy(fs::path(SOURCE_DIR) / "content/common", folder_.path() / "common", fs::copy_options::recursive);
    }
    ~FullDisk() override {
        if (fs::exists(disk_)) run({"umount", "-l", disk_.string()});
    }
    // A disk with so much room left, empty.
    void mount(int kilobytes) {
        if (fs::exists(disk_)) run({"umount", "-l", disk_.string()});
        fs::create_directories(disk_);
        const auto size = "size=" + std::to_string(kilobytes) + "k";
        ASSERT_EQ(run({"mount", "-t", "tmpfs", "-o", size, "tmpfs", disk_.string()}).status, 0);
    }
    static std::string program(const char* name) { return papers::shipped_file(name).string(); }
    // The tiny pack.
    void copy_pack(const fs::path& to) const {
        fs::create_directories(to);
        fs::copy(fs::path(SOURCE_DIR) / "tests/content/flood", to / "flood",
                 fs::copy_options::recursive | fs::copy_options::copy_symlinks);
        auto head = text_of_file(to / "flood/pack.yaml");
        const std::string common = "../../../content/common";
        std::ofstream(to / "flood/pack.yaml")
            << head.replace(head.find(common), common.size(), (folder_.path() / "common").string());
    }
    // With a text that update-po has to bring into every translation.
    void copy_changed_pack(const fs::path& to) const {
        copy_pack(to);
        std::ofstream(to / "flood/languages/en.po", std::ios::app)
            << "\nmsgctxt \"question.dog\"\nmsgid \"A dog?\"\nmsgstr \"\"\n";
    }
    static void expect_one_line(const Output& output, const std::string& about) {
        EXPECT_TRUE(output.status == 1 || output.status == 2) << output.status << " " << output.err;
        EXPECT_EQ(std::count(output.err.begin(), output.err.end(), '\n'), 1) << output.err;
        EXPECT_THAT(output.err, HasSubstr(about));
    }

    TemporaryFolder folder_{"full_disk"};
    fs::path disk_ = folder_.path() / "disk";
};

TEST_F(FullDisk, APreviewIsThereAsAWholeOrNotAtAll) {
    const auto answers = fs::path(SOURCE_DIR) / "content/check-in/personas/rosa.json";
    int refused = 0;
    for (const int size : sizes) {
        ASSERT_NO_FATAL_FAILURE(mount(size));
        const auto told = run({program("pocketplan-preview"), "--answers", answers.string(), "--out", disk_.string()});
        if (told.status == 0) {
            EXPECT_FALSE(text_of_file(disk_ / "plan.pdf").empty());
            continue;
        }
        ++refused;
        expect_one_line(told, disk_.string());
        EXPECT_TRUE(texts_below(disk_).empty()) << size << " KB";
    }
    EXPECT_GT(refused, 2);
}

TEST_F(FullDisk, ContentIsThereAsAWholeOrAsItWas) {
    copy_pack(folder_.path());
    const auto file = disk_ / "content.db";
    int refused = 0;
    for (const int size : sizes) {
        ASSERT_NO_FATAL_FAILURE(mount(size));
        std::ofstream(file) << "old";
        const auto told =
            run({program("pocketplan-content"), "build", (folder_.path() / "flood").string(), "-o", file.string()});
        if (told.status == 0) {
            EXPECT_TRUE(content::load_library(file)) << size << " KB";
            continue;
        }
        ++refused;
        expect_one_line(told, file.string());
        EXPECT_EQ(texts_below(disk_), (std::map<std::string, std::string>{{"content.db", "old"}})) << size << " KB";
    }
    EXPECT_GT(refused, 2);
}

// Every file is as it was, or as it is without any fault.
TEST_F(FullDisk, UpdatingTranslationsLosesNone) {
    copy_changed_pack(folder_.path());
    const auto before = texts_below(folder_.path() / "flood");
    int refused = 0;
    for (const int room : {0, 8, 20, 32}) {
        ASSERT_NO_FATAL_FAILURE(mount(512));
        copy_changed_pack(disk_);
        const auto left = static_cast<std::streamsize>(fs::space(disk_).available) - std::streamsize{1024} * room;
        std::ofstream(disk_ / "ballast") << std::string(static_cast<std::size_t>(std::max<std::streamsize>(left, 0)),
                                                        'x');
        const auto told = run({program("pocketplan-content"), "update-po", (disk_ / "flood").string()});
        if (told.status != 0) {
            ++refused;
            expect_one_line(told, disk_.string());
        }
        for (const auto& [name, text] : texts_below(disk_ / "flood")) {
            EXPECT_THAT(name, testing::Not(HasSubstr(".part")));
            if (!before.contains(name)) continue;
            EXPECT_GE(text.size() + 200, before.at(name).size()) << name << " with " << room << " KB";
            EXPECT_TRUE(text == before.at(name) || text.ends_with("\n")) << name << " with " << room << " KB";
        }
        EXPECT_THAT(text_of_file(disk_ / "flood/languages/es.po"), HasSubstr("¿Quién tiene un bote?"));
    }
    EXPECT_GT(refused, 0);
}

// The folder for temporary files is full, not the one that the translations are in.
TEST_F(FullDisk, WithoutRoomToWorkInTranslationsStayAsTheyWere) {
    copy_changed_pack(folder_.path());
    const auto before = texts_below(folder_.path() / "flood");
    ASSERT_NO_FATAL_FAILURE(mount(4));
    const auto told = run({"env", "TMPDIR=" + disk_.string(), program("pocketplan-content"), "update-po",
                           (folder_.path() / "flood").string()});
    expect_one_line(told, "would lose texts, and is as it was");
    EXPECT_EQ(texts_below(folder_.path() / "flood"), before);
}

TEST_F(FullDisk, ABookAndANewPackSayThatTheyCouldNotBeWritten) {
    copy_pack(folder_.path());
    ASSERT_NO_FATAL_FAILURE(mount(64));
    const auto book = disk_ / "book";
    expect_one_line(
        run({program("pocketplan-content"), "proof", (folder_.path() / "flood").string(), "-o", book.string()}),
        book.string());
    ASSERT_NO_FATAL_FAILURE(mount(12));
    fs::create_directories(disk_ / "common");
    expect_one_line(run({program("pocketplan-content"), "new", (disk_ / "storm").string()}), "storm");
}

// What a program says on standard output nobody reads; that it said it there does not count as done.
TEST_F(FullDisk, WithoutStandardOutputAProgramSaysSo) {
    copy_pack(folder_.path());
    const auto pack = (folder_.path() / "flood").string();
    for (const std::string where : {" > /dev/full", " >&-"}) {
        for (const char* command : {" check ", " update-po "}) {
            const auto told = run({"sh", "-c", program("pocketplan-content") + command + pack + where});
            EXPECT_EQ(told.status, 1) << command << where;
            expect_one_line(told, "standard output cannot be written");
        }
    }
    // Its files do not get what was meant for a person.
    const auto file = folder_.path() / "content.db";
    const auto told =
        run({"sh", "-c", program("pocketplan-content") + " build " + pack + " -o " + file.string() + " <&- >&- 2>&-"});
    EXPECT_EQ(told.status, 0);
    EXPECT_TRUE(content::load_library(file));
}

}  // namespace
}  // namespace pocketplan::tests
