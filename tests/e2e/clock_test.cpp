// The real kiosk with a clock that is set while somebody uses it (libfaketime): over midnight, and back to 1970. Run as
// root.

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "content/dates.h"
#include "kiosk/papers/installed.h"
#include "kiosk/papers/today.h"
#include "tests/e2e/played_kiosk.h"
#include "tests/support/pack.h"
#include "tests/support/text_of_file.h"

namespace pocketplan {
namespace {

namespace fs = std::filesystem;
using tests::run;

std::string written(const content::Date& day) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", day.year, day.month, day.day);
    return text.data();
}

content::Date day_after(const content::Date& day) {
    const std::chrono::year_month_day next =
        std::chrono::sys_days(std::chrono::year_month_day(std::chrono::year(day.year),
                                                          std::chrono::month(static_cast<unsigned>(day.month)),
                                                          std::chrono::day(static_cast<unsigned>(day.day)))) +
        std::chrono::days(1);
    return {static_cast<int>(next.year()), static_cast<int>(static_cast<unsigned>(next.month())),
            static_cast<int>(static_cast<unsigned>(next.day()))};
}

class ClockTest : public testing::Test {
protected:
    void SetUp() override { set_clock(today_); }

    // At noon of this day. The steady clock goes on as it is.
    void set_clock(const content::Date& day) {
        std::ofstream(folder_ / "clock.new") << "@" << written(day) << " 12:00:00\n";
        fs::rename(folder_ / "clock.new", folder_ / "clock");
    }
    bool start() {
        return kiosk_.start("folder:" + prints_.string(),
                            {"LD_PRELOAD=/usr/$LIB/faketime/libfaketime.so.1", "FAKETIME_NO_CACHE=1",
                             "FAKETIME_TIMESTAMP_FILE=" + (folder_ / "clock").string(), "DONT_FAKE_MONOTONIC=1",
                             "FAKETIME_DONT_FAKE_MONOTONIC=1"});
    }
    // The pack, whose facts of one source expire after this day.
    void expire_after(const content::Date& day) {
        const auto pack = folder_ / "content";
        fs::create_directory(pack);
        for (const char* part : {"common", "check-in"}) {
            fs::copy(fs::path(SOURCE_DIR) / "content" / part, pack / part, fs::copy_options::recursive);
        }
        const auto file = pack / "check-in" / "sources.yaml";
        auto text = tests::text_of_file(file);
        const auto at = text.find(", seed: false", text.find("{id: legal_aid_plans"));
        ASSERT_NE(at, std::string::npos);
        std::ofstream(file) << text.insert(at, ", expires: " + written(day));
        const auto built = run({papers::shipped_file("pocketplan-content").string(), "build",
                                (pack / "check-in").string(), "-o", (folder_ / "expiring.db").string()});
        ASSERT_EQ(built.status, 0) << built.err;
        kiosk_.call_with({"--content", (folder_ / "expiring.db").string()});
    }
    // What was printed since this was last asked, as one line.
    std::string printed() {
        std::string text;
        tests::eventually([&] { return fs::exists(prints_) && !fs::is_empty(prints_); });
        for (const auto& entry : fs::directory_iterator(prints_)) {
            text += run({"pdftotext", "-layout", entry.path().string(), "-"}).out;
            fs::remove(entry.path());
        }
        std::replace(text.begin(), text.end(), '\n', ' ');
        return text;
    }
    // Whether another picture comes up than this one.
    bool changes_from(const std::vector<std::uint8_t>& before) {
        return tests::eventually([&] { return kiosk_.screen().pixels() != before; });
    }

    const content::Date today_ = papers::today();
    tests::PlayedKiosk kiosk_;
    const fs::path folder_ = kiosk_.folder();
    const fs::path prints_ = folder_ / "prints";
};

TEST_F(ClockTest, WhatExpiresAtMidnightIsNotPrintedByWhoeverBeganBefore) {
    expire_after(today_);
    const char* said_of_the_source = "caregiver papers";
    const char* with_a_child = R"({"child": "yes"})";
    ASSERT_TRUE(start());
    ASSERT_TRUE(kiosk_.go_to_review("en", with_a_child));
    ASSERT_TRUE(kiosk_.take_paper());
    EXPECT_NE(printed().find(said_of_the_source), std::string::npos) << "it was said the day before";
    ASSERT_TRUE(kiosk_.says_goodbye(visit::EndReason::done));
    ASSERT_TRUE(kiosk_.press("goodbye.start"));
    ASSERT_TRUE(kiosk_.go_to_review("en", with_a_child));
    const auto before = kiosk_.screen().pixels();
    set_clock(day_after(today_));
    ASSERT_TRUE(changes_from(before)) << "fewer lines are on the sheets of the review";
    ASSERT_TRUE(kiosk_.take_paper());
    const auto text = printed();
    EXPECT_NE(text.find("not legal advice"), std::string::npos) << text;
    EXPECT_EQ(text.find(said_of_the_source), std::string::npos);
}

TEST_F(ClockTest, WithAClockThatIsLostCalendarsBeginOnThePacksDayAndStaffAreTold) {
    const auto pack_day = tests::check_in_pack().information_date;
    ASSERT_TRUE(start());
    set_clock({1970, 1, 2});
    kiosk_.machine().today = pack_day;
    kiosk_.machine().overdue.clear();
    kiosk_.shadow_hears(visit::DayBegan{visit::Clock::lost});
    ASSERT_TRUE(kiosk_.press("language.staff"));
    EXPECT_TRUE(kiosk_.shows_the_same()) << "staff read why";
    ASSERT_TRUE(kiosk_.press("staff.close"));
    const auto appointment = day_after(pack_day);
    ASSERT_TRUE(
        kiosk_.answer("en", R"({"appointment": "ice_office", "appointment_date": ")" + written(appointment) + "\"}"));
    ASSERT_TRUE(kiosk_.take_paper());
    const auto text = printed();
    EXPECT_NE(text.find(std::to_string(appointment.day) + ", " + std::to_string(appointment.year)), std::string::npos);
    EXPECT_NE(text.find("Not checked since"), std::string::npos) << "nobody can know what has expired";
    EXPECT_EQ(text.find("1970"), std::string::npos);
}

}  // namespace
}  // namespace pocketplan
