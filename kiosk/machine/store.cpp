#include "kiosk/machine/store.h"

#include <system_error>

namespace pocketplan::machine {
namespace {

namespace fs = std::filesystem;

// Counts by name, and a week; no time of day, no order of visits. And what staff set at their desk: numbers, and tags
// of languages.
constexpr const char* schema = R"(
    PRAGMA secure_delete = ON;
    CREATE TABLE IF NOT EXISTS weeks(
        week TEXT NOT NULL PRIMARY KEY CHECK(week GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        visits INTEGER NOT NULL, prints INTEGER NOT NULL, faults INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS languages(
        week TEXT NOT NULL REFERENCES weeks(week), language TEXT NOT NULL CHECK(length(language) < 16),
        visits INTEGER NOT NULL CHECK(visits >= 10), PRIMARY KEY(week, language)) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS kept(
        name TEXT NOT NULL PRIMARY KEY CHECK(name IN ('loudness', 'display_width_mm')),
        value REAL NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS languages_off(
        language TEXT NOT NULL PRIMARY KEY CHECK(length(language) < 16)) STRICT, WITHOUT ROWID;
)";

}  // namespace

Store::Store(const fs::path& file, Access access) {
    std::error_code error;
    missing_ = access == Access::read && !fs::exists(file, error);
    if (missing_) return;
    const int flags = access == Access::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    sqlite3* opened = nullptr;
    status_ = sqlite3_open_v2(file.c_str(), &opened, flags, nullptr);
    database_.reset(opened);
    if (access == Access::read) return;
    check();
    execute(schema);
    execute("BEGIN IMMEDIATE");
}

void Store::execute(const char* sql) {
    if (status_ == SQLITE_OK) status_ = sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr);
}

void Store::check() {
    if (status_ != SQLITE_OK) return;
    const auto statement = content::prepare(database_.get(), "PRAGMA quick_check(1)");
    std::string verdict;
    if (statement && sqlite3_step(statement.get()) == SQLITE_ROW) content::get(statement.get(), 0, verdict);
    if (verdict != "ok") status_ = statement ? SQLITE_CORRUPT : sqlite3_errcode(database_.get());
}

void Store::read(const char* sql, const TakeRow& take) {
    if (missing_ || status_ != SQLITE_OK) return;
    take_rows(content::prepare(database_.get(), sql).get(), take);
}

void Store::read(const char* sql, const std::string& value, const TakeRow& take) {
    if (missing_ || status_ != SQLITE_OK) return;
    const auto statement = content::prepare(database_.get(), sql);
    content::put(statement.get(), 1, value);
    take_rows(statement.get(), take);
}

void Store::take_rows(sqlite3_stmt* statement, const TakeRow& take) {
    if (statement == nullptr) {
        // A whole file that is older than the table: nothing was written there yet.
        const int why = sqlite3_errcode(database_.get());
        if (why == SQLITE_ERROR) return;
        status_ = why;
        return;
    }
    int stepped = sqlite3_step(statement);
    for (; stepped == SQLITE_ROW; stepped = sqlite3_step(statement)) take(statement);
    if (stepped != SQLITE_DONE) status_ = stepped;
}

StoreOutcome Store::outcome() const {
    if (missing_) return StoreOutcome::missing;
    switch (status_) {
        case SQLITE_OK:
            return StoreOutcome::done;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
        case SQLITE_ERROR:
            return StoreOutcome::damaged;
        default:  // SQLITE_CONSTRAINT too: what was to be written is at fault, and the file keeps its counts
            return StoreOutcome::failed;
    }
}

ChangeOutcome change_store(const fs::path& folder, const std::function<StoreOutcome(const fs::path& file)>& change) {
    const auto file = folder / store_name;
    const auto first = change(file);
    if (first == StoreOutcome::done) return ChangeOutcome::done;
    if (first != StoreOutcome::damaged) return ChangeOutcome::unwritable;
    std::error_code error;
    fs::rename(file, folder / "state.db.damaged", error);
    fs::remove(folder / "state.db-journal", error);
    return change(file) == StoreOutcome::done ? ChangeOutcome::begun_anew : ChangeOutcome::unwritable;
}

}  // namespace pocketplan::machine
