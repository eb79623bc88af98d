#include "kiosk/machine/counters.h"

#include <algorithm>
#include <chrono>
#include <ctime>

#include "kiosk/machine/store.h"

namespace pocketplan::machine {
namespace {

namespace fs = std::filesystem;

// The count of this language, at its place in the order of tags; null if there is no room for another.
std::uint8_t* find_few(Tally& tally, const std::string& language) {
    auto& few = tally.few;
    const auto used = [](const Tally::Few& one) { return one.language.front() != '\0'; };
    const auto end = std::find_if_not(few.begin(), few.end(), used);
    const auto place = std::find_if(few.begin(), end, [&](const auto& one) { return language <= one.language.data(); });
    if (place != end && language == place->language.data()) return &place->visits;
    if (end == few.end() || language.size() >= place->language.size()) return nullptr;
    std::move_backward(place, end, end + 1);
    *place = {};
    language.copy(place->language.data(), language.size());
    return &place->visits;
}

StoreOutcome add(const fs::path& file, const std::string& week, const Counted& counted, std::uint8_t& few) {
    Store store(file, Store::Access::change);
    store.change(
        "INSERT INTO weeks VALUES(?, 1, ?, ?) ON CONFLICT(week) DO UPDATE SET visits = visits + 1, "
        "prints = prints + excluded.prints, faults = faults + excluded.faults",
        week, counted.printed, counted.trouble);
    const int told = store.change("UPDATE languages SET visits = visits + 1 WHERE week = ? AND language = ?", week,
                                  counted.language);
    const std::uint8_t now = few + 1U;
    if (told == 0 && now >= enough_to_tell) {
        store.change("INSERT INTO languages VALUES(?, ?, ?)", week, counted.language, now);
    }
    store.commit();
    if (store.outcome() == StoreOutcome::done && told == 0) few = now;
    return store.outcome();
}

std::chrono::year_month_day monday_of(const content::Date& day) {
    using namespace std::chrono;
    const sys_days date = year(day.year) / month(static_cast<unsigned>(day.month)) / static_cast<unsigned>(day.day);
    return date - (weekday(date) - Monday);
}

content::Date date_of(const std::chrono::year_month_day& day) {
    return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
            static_cast<int>(static_cast<unsigned>(day.day()))};
}

void begin_week(Tally& tally, const std::string& week) {
    if (week == tally.week.data()) return;
    tally = Tally{};
    week.copy(tally.week.data(), tally.week.size() - 1);
}

}  // namespace

std::string week_of(const content::Date& day) {
    const auto monday = monday_of(day);
    std::tm broken_down{};
    broken_down.tm_year = static_cast<int>(monday.year()) - 1900;
    broken_down.tm_mon = static_cast<int>(static_cast<unsigned>(monday.month())) - 1;
    broken_down.tm_mday = static_cast<int>(static_cast<unsigned>(monday.day()));
    std::array<char, 16> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%d", &broken_down)};
}

ChangeOutcome count_visit(const fs::path& folder, const std::string& week, const Counted& counted, Tally& tally) {
    begin_week(tally, week);
    auto* const few = find_few(tally, counted.language);
    if (few == nullptr) return ChangeOutcome::unwritable;
    return change_store(folder, [&](const fs::path& file) { return add(file, week, counted, *few); });
}

std::optional<std::array<WeekCount, weeks_told>> read_weeks(const fs::path& folder, const content::Date& today) {
    using namespace std::chrono;
    Store store(folder / store_name, Store::Access::read);
    std::array<WeekCount, weeks_told> weeks;
    auto monday = sys_days(monday_of(today));
    for (auto& week : weeks) {
        week.monday = date_of(year_month_day(monday));
        store.read("SELECT visits, prints, faults FROM weeks WHERE week = ?", week_of(week.monday),
                   [&](sqlite3_stmt* row) {
                       content::get(row, 0, week.visits);
                       content::get(row, 1, week.prints);
                       content::get(row, 2, week.faults);
                   });
        monday -= days(7);
    }
    const bool known = store.outcome() == StoreOutcome::done || store.outcome() == StoreOutcome::missing;
    return known ? std::optional(weeks) : std::nullopt;
}

}  // namespace pocketplan::machine
