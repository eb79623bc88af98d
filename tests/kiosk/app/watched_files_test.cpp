#include "kiosk/app/watched_files.h"

#include <chrono>
#include <fstream>

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace pocketplan::app {
namespace {

namespace fs = std::filesystem;

class WatchedFilesTest : public testing::Test {
protected:
    WatchedFilesTest() {
        write(call_.settings, 60);
        write(config_.content, 60);
        write(config_.local, 60);
    }
    static void write(const fs::path& file, int seconds_ago) {
        fs::create_directories(file.parent_path());
        std::ofstream(file) << seconds_ago;
        fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::seconds(seconds_ago));
    }

    const tests::TemporaryFolder folder_{"watched_files"};
    Call call_{.settings = folder_.path() / "pocketplan.toml"};
    Config config_ = [this] {
        Config config;
        config.content = folder_.path() / "content.db";
        config.local = folder_.path() / "local.yaml";
        return config;
    }();
};

TEST_F(WatchedFilesTest, AChangeOfAnyIsSeenOnceWhoeverMadeItIsDone) {
    for (const auto& file : {call_.settings, config_.content, config_.local}) {
        const WatchedFiles files(call_, config_);
        EXPECT_FALSE(files.changed()) << file;
        write(file, 0);
        EXPECT_FALSE(files.changed()) << file << " may still be written";
        write(file, 30);
        EXPECT_TRUE(files.changed()) << file;
    }
}

TEST_F(WatchedFilesTest, AFileThatIsGoneIsAChange) {
    const WatchedFiles files(call_, config_);
    fs::remove(config_.local);
    EXPECT_TRUE(files.changed());
}

TEST_F(WatchedFilesTest, WordsThatWereTakenAreAChangeAndTheReasonWhyNotIsOne) {
    config_.content.clear();
    call_.brought = words::Places{.taken = folder_.path() / "taken", .refused = folder_.path() / "refused"};
    const WatchedFiles files(call_, config_);
    write(call_.brought->taken / "now" / "content.db", 30);
    EXPECT_TRUE(files.changed());
    fs::remove_all(call_.brought->taken);
    EXPECT_FALSE(files.changed());
    write(call_.brought->refused, 30);
    EXPECT_TRUE(files.changed());
}

}  // namespace
}  // namespace pocketplan::app
