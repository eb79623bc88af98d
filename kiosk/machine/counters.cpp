#include "kiosk/machine/counters.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <system_error>

#include "content/database.h"

namespace pocketplan::machine {
namespace {

namespace fs = std::filesystem;

// Counts by name, and a week; no time of day, no order of visits.
constexpr const char* schema = R"(
    PRAGMA secure_delete = ON;
    CREATE TABLE IF NOT EXISTS weeks(
        week TEXT NOT NULL PRIMARY KEY CHECK(week GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        visits INTEGER NOT NULL, prints INTEGER NOT NULL, faults INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS languages(
        week TEXT NOT NULL REFERENCES weeks(week), language TEXT NOT NULL CHECK(length(language) < 16),
        visits INTEGER NOT NULL CHECK(visits >= 10), PRIMARY KEY(week, language)) STRICT, WITHOUT ROWID;
)";

// One transaction on state.db; remembers the first failure.
class Store {
public:
    explicit Store(const fs::path& file) {
        sqlite3* opened = nullptr;
        status_ = sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
        database_.reset(opened);
    }

    void execute(const char* sql) {
        if (status_ == SQLITE_OK) status_ = sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr);
    }

    // The number of rows changed.
    template <class... Values>
    int change(const char* sql, const Values&... values) {
        if (status_ != SQLITE_OK) return 0;
        const auto statement = content::prepare(database_.get(), sql);
        int at = 0;
        (content::put(statement.get(), ++at, values), ...);
        const int stepped = statement ? sqlite3_step(statement.get()) : sqlite3_errcode(database_.get());
        if (stepped != SQLITE_DONE) status_ = stepped;
        return sqlite3_changes(database_.get());
    }

    void check() {
        if (status_ != SQLITE_OK) return;
        const auto statement = content::prepare(database_.get(), "PRAGMA quick_check(1)");
        std::string verdict;
        if (statement && sqlite3_step(statement.get()) == SQLITE_ROW) content::get(statement.get(), 0, verdict);
        if (verdict != "ok") status_ = statement ? SQLITE_CORRUPT : sqlite3_errcode(database_.get());
    }

    [[nodiscard]] int status() const { return status_; }

private:
    content::Database database_;
    int status_ = SQLITE_OK;
};

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

int add(const fs::path& file, const std::string& week, const Counted& counted, std::uint8_t& few) {
    Store store(file);
    store.check();
    store.execute(schema);
    store.execute("BEGIN IMMEDIATE");
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
    store.execute("COMMIT");
    if (store.status() == SQLITE_OK && told == 0) few = now;
    return store.status();
}

// Faults of the file itself, not of the disk it is on.
bool is_damage(int status) {
    return status == SQLITE_CORRUPT || status == SQLITE_NOTADB || status == SQLITE_ERROR || status == SQLITE_CONSTRAINT;
}

void begin_week(Tally& tally, const std::string& week) {
    if (week == tally.week.data()) return;
    tally = Tally{};
    week.copy(tally.week.data(), tally.week.size() - 1);
}

}  // namespace

std::string week_of(const content::Date& day) {
    using namespace std::chrono;
    const sys_days date = year(day.year) / month(static_cast<unsigned>(day.month)) / static_cast<unsigned>(day.day);
    const year_month_day monday = date - (weekday(date) - Monday);
    std::tm broken_down{};
    broken_down.tm_year = static_cast<int>(monday.year()) - 1900;
    broken_down.tm_mon = static_cast<int>(static_cast<unsigned>(monday.month())) - 1;
    broken_down.tm_mday = static_cast<int>(static_cast<unsigned>(monday.day()));
    std::array<char, 16> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%d", &broken_down)};
}

CountOutcome count_visit(const fs::path& folder, const std::string& week, const Counted& counted, Tally& tally) {
    begin_week(tally, week);
    auto* const few = find_few(tally, counted.language);
    if (few == nullptr) return CountOutcome::unwritable;
    const auto file = folder / "state.db";
    const int status = add(file, week, counted, *few);
    if (status == SQLITE_OK) return CountOutcome::done;
    if (!is_damage(status)) return CountOutcome::unwritable;
    std::error_code error;
    fs::rename(file, folder / "state.db.damaged", error);
    fs::remove(folder / "state.db-journal", error);
    const bool begun = add(file, week, counted, *few) == SQLITE_OK;
    return begun ? CountOutcome::begun_anew : CountOutcome::unwritable;
}

}  // namespace pocketplan::machine
