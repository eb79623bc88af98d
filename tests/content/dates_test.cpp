#include "content/dates.h"

#include <gtest/gtest.h>

#include "content/phrase.h"
#include "content/plan.h"
#include "tests/content/tiny_library.h"

namespace pocketplan::content {
namespace {

std::string said(const Library& library, std::size_t advice) {
    const auto& placed = library.advice[advice].placements.front();
    return std::string(view(format_advice(library, {}, static_cast<AdviceIndex>(advice), placed.text)));
}

Library aged(const Date& today) {
    auto library = make_tiny_library();
    age(library, today);
    return library;
}

TEST(Dates, AreDaysThatThereAre) {
    EXPECT_EQ(parse_day("2026-02-28"), (Date{2026, 2, 28}));
    for (const char* none : {"2026-02-30", "2026-13-01", "26-01-01", "2026/01/01", "2026-1-01", "", "2026-01-01 "}) {
        EXPECT_FALSE(parse_day(none)) << none;
    }
}

TEST(Dates, LeaveAFactAloneUntilItsSourceIsDue) {
    EXPECT_EQ(said(aged({2027, 2, 3}), 0), "Do leave");
    EXPECT_TRUE(overdue_sources(make_tiny_library(), {2027, 2, 3}).empty());
}

TEST(Dates, MakeAFactSaySinceWhenNobodyCheckedIt) {
    const auto library = aged({2027, 2, 4});
    EXPECT_NE(said(library, 0).find("Do leave ("), std::string::npos) << said(library, 0);
    EXPECT_NE(said(library, 0).find("Month2 3, 2026"), std::string::npos) << said(library, 0);
    const auto overdue = overdue_sources(library, {2027, 2, 4});
    ASSERT_EQ(overdue.size(), 1U);
    EXPECT_EQ(overdue.front()->id, "book");
}

TEST(Dates, CannotBeToldByAClockThatIsLost) {
    const auto library = aged({1970, 1, 2});
    EXPECT_TRUE(is_lost({1970, 1, 2}, library));
    EXPECT_NE(said(library, 0).find("Month2 3, 2026"), std::string::npos) << said(library, 0);
    EXPECT_TRUE(overdue_sources(library, {1970, 1, 2}).empty()) << "staff are told of the clock";
    EXPECT_EQ(day_at_least({1970, 1, 2}, library), library.information_date);
    EXPECT_FALSE(is_lost(library.information_date, library));
    EXPECT_EQ(day_at_least({2026, 12, 1}, library), (Date{2026, 12, 1}));
}

TEST(Dates, AreSaidOnceAPageWhereAFactOfTheSourceIsOnEveryPage) {
    auto library = make_tiny_library();
    library.advice[1].source = library.advice[0].source;
    library.advice[1].every_page = library.advice[1].placements.front().text;
    age(library, {2027, 2, 4});
    EXPECT_EQ(said(library, 0), "Do leave");
    EXPECT_NE(said(library, 1).find("Month2 3, 2026"), std::string::npos) << said(library, 1);
}

TEST(Dates, TakeAFactOffEveryPaperOnceItsSourceHasExpired) {
    const Answers none(make_tiny_library().questions.size());
    EXPECT_FALSE(make_plan(none, aged({2028, 2, 3})).papers.empty());
    EXPECT_TRUE(make_plan(none, aged({2028, 2, 4})).papers.empty());
}

TEST(Calendar, KnowsWeekdaysAndTheLengthOfMonths) {
    EXPECT_EQ(weekday_of({2026, 11, 26}), 4) << "a Thursday";
    EXPECT_EQ(weekday_of({2027, 1, 3}), 7) << "a Sunday";
    EXPECT_EQ(days_in(2028, 2), 29);
    EXPECT_EQ(days_in(2100, 2), 28);
    EXPECT_EQ(days_in(2026, 12), 31);
}

}  // namespace
}  // namespace pocketplan::content
