#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "content/database.h"
#include "kiosk/machine/change.h"

// state.db, all that this machine keeps. Used by counters and kept alone.
namespace pocketplan::machine {

inline constexpr const char* store_name = "state.db";

// missing: there is no file, or not this table yet. damaged: the file itself is not what it should be. failed: its disk
// is not, or what was to be written.
enum class StoreOutcome { done, missing, damaged, failed };

// One transaction on the file; remembers the first failure, after which nothing is done any more.
class Store {
public:
    // change: the file is made if it is not there, checked, and locked until commit().
    enum class Access { read, change };
    Store(const std::filesystem::path& file, Access access);

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
    // Gives each row of the answer.
    using TakeRow = std::function<void(sqlite3_stmt*)>;
    void read(const char* sql, const TakeRow& take);
    void read(const char* sql, const std::string& value, const TakeRow& take);
    void commit() { execute("COMMIT"); }
    [[nodiscard]] StoreOutcome outcome() const;

private:
    void execute(const char* sql);
    void check();
    void take_rows(sqlite3_stmt* statement, const TakeRow& take);

    content::Database database_;
    int status_ = SQLITE_OK;
    bool missing_ = false;
};

// Does `change` to the file in `folder`; where it is damaged, once more to a new one.
ChangeOutcome change_store(const std::filesystem::path& folder,
                           const std::function<StoreOutcome(const std::filesystem::path& file)>& change);

}  // namespace pocketplan::machine
