// A day that begins while the kiosk is on, and a clock that has lost its time.

#include "kiosk/app/days.h"

#include <algorithm>

#include "tests/kiosk/app/session_test.h"

namespace pocketplan::app {
namespace {

constexpr content::Date last_good_day{2026, 12, 31};
constexpr content::Date day_after{2027, 1, 1};
constexpr content::Date lost{1970, 1, 2};

class DaysTest : public SessionTest {
protected:
    [[nodiscard]] bool is_found(visit::Finding finding) const {
        return (session->visit().findings & visit::bit_of(finding)) != 0;
    }

    [[nodiscard]] bool says_that_it_was_not_checked() const {
        return std::any_of(library.advice.begin(), library.advice.end(),
                           [](const content::Advice& advice) { return advice.unchecked_since != content::Date{}; });
    }

    view::Machine machine;
    Days days{library, machine};
};

TEST_F(DaysTest, WhatExpiresAtMidnightIsPrintedNoMoreThoughTheVisitBeganBefore) {
    for (auto& source : library.sources) source.review_by = source.expires = last_good_day;
    EXPECT_TRUE(days.look(last_good_day, *session));
    go_to_review();
    const int sheets_before = sheets();
    EXPECT_TRUE(machine.overdue.empty());
    EXPECT_FALSE(days.look(last_good_day, *session)) << "known";
    EXPECT_TRUE(days.look(day_after, *session));
    EXPECT_LT(sheets(), sheets_before);
    EXPECT_EQ(machine.today, day_after);
    EXPECT_EQ(machine.overdue.size(), library.sources.size());
}

TEST_F(DaysTest, AClockThatWasAheadAndIsSetRightBringsBackWhatHadExpired) {
    for (auto& source : library.sources) source.review_by = source.expires = last_good_day;
    days.look(last_good_day, *session);
    go_to_review();
    const int sheets_before = sheets();
    days.look(day_after, *session);
    ASSERT_LT(sheets(), sheets_before);
    days.look(last_good_day, *session);
    EXPECT_EQ(sheets(), sheets_before);
    EXPECT_TRUE(machine.overdue.empty());
}

TEST_F(DaysTest, WhatExpiresAtMidnightIsPrintedNoMoreByWhoeverTriesOnceMore) {
    for (auto& source : library.sources) source.review_by = source.expires = last_good_day;
    days.look(last_good_day, *session);
    go_to_review();
    const int sheets_before = sheets();
    session->apply(visit::Print{});
    ASSERT_EQ(session->visit().job.value().pages, sheets_before);
    session->apply(visit::JobSaid{status::Progress::trouble, status::Trouble::failed, 0});
    ASSERT_TRUE(session->visit().is<visit::Problem>());
    days.look(day_after, *session);
    works();
    session->apply(visit::Print{});
    EXPECT_LT(session->visit().job.value().pages, sheets_before);
}

TEST_F(DaysTest, AClockThatIsLostIsToldAndCalendarsGoOnFromThePacksDay) {
    days.look(lost, *session);
    EXPECT_TRUE(is_found(visit::Finding::clock));
    EXPECT_EQ(session->visit().readiness, visit::Readiness::ready) << "visits go on";
    EXPECT_EQ(machine.today, library.information_date);
    EXPECT_TRUE(says_that_it_was_not_checked());
    go_to_review();
    EXPECT_GT(sheets(), 4);
    for (auto& source : library.sources) source.review_by = day_after;
    days.look(day_after, *session);
    EXPECT_FALSE(is_found(visit::Finding::clock));
    EXPECT_FALSE(says_that_it_was_not_checked());
    EXPECT_EQ(machine.today, day_after);
}

}  // namespace
}  // namespace pocketplan::app
