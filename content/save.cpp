#include <filesystem>
#include <functional>
#include <system_error>
#include <unordered_map>

#include "content/database.h"
#include "content/digest.h"

namespace pocketplan::content {
namespace {

// Collects one part's columns before its row is written.
struct WrittenRow {
    std::vector<std::string> columns;
    std::vector<std::function<void(sqlite3_stmt*, int)>> values;

    template <class T>
    void operator()(const char* column, T& value) {
        columns.emplace_back(column);
        values.emplace_back([&value](sqlite3_stmt* s, int at) { put(s, at, value); });
    }
};

// Creates tables as it meets them, and writes one row per part, after the rows of the part's own lists.
class Writer {
public:
    explicit Writer(sqlite3* database) : database_(database) {}
    [[nodiscard]] bool failed() const { return failed_; }

    template <class T, class Fields>
    void rows(const std::string& table, std::vector<T>& list, Fields fields) {
        const sqlite3_int64 parent = parent_;
        for (auto& part : list) {
            const sqlite3_int64 number = ++last_number_[table];
            parent_ = number;
            WrittenRow row;
            fields(row, part);
            insert(table, number, parent, row);
        }
        parent_ = parent;
    }

    void execute(const std::string& sql) {
        failed_ = sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK || failed_;
    }

private:
    void create(const std::string& table, const WrittenRow& row) {
        std::string columns = "id INTEGER PRIMARY KEY, parent INTEGER";
        std::string slots = "?, ?";
        for (const auto& column : row.columns) {
            columns += ", " + column;
            slots += ", ?";
        }
        execute("CREATE TABLE " + table + "(" + columns + ")");
        execute("CREATE INDEX " + table + "_of ON " + table + "(parent)");
        inserts_[table] = prepare(database_, "INSERT INTO " + table + " VALUES(" + slots + ")");
    }

    void insert(const std::string& table, sqlite3_int64 number, sqlite3_int64 parent, const WrittenRow& row) {
        if (!inserts_.contains(table)) create(table, row);
        sqlite3_stmt* const statement = inserts_[table].get();
        sqlite3_reset(statement);
        sqlite3_clear_bindings(statement);
        put(statement, 1, number);
        put(statement, 2, parent);
        for (std::size_t i = 0; i < row.values.size(); ++i) row.values[i](statement, static_cast<int>(i) + 3);
        failed_ = sqlite3_step(statement) != SQLITE_DONE || failed_;
    }

    sqlite3* database_;
    sqlite3_int64 parent_ = 0;
    bool failed_ = false;
    std::unordered_map<std::string, sqlite3_int64> last_number_;
    std::unordered_map<std::string, Statement> inserts_;
};

bool write_database(Library library, const std::filesystem::path& file) {
    sqlite3* opened = nullptr;
    const int status = sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    const Database database(opened);
    if (status != SQLITE_OK) return false;
    Writer writer(opened);
    writer.execute("PRAGMA journal_mode = OFF");
    writer.execute("BEGIN");
    exchange(writer, library);
    writer.execute("CREATE TABLE seal(sum INTEGER)");
    writer.execute("INSERT INTO seal VALUES(" + std::to_string(digest_of(library)) + ")");
    writer.execute("PRAGMA application_id = " + std::to_string(application_id));
    writer.execute("PRAGMA user_version = " + std::to_string(format_version));
    writer.execute("COMMIT");
    return !writer.failed();
}

}  // namespace

bool save_library(const Library& library, const std::filesystem::path& file) {
    auto beside = file;
    beside += ".new";
    std::error_code ignored;
    std::filesystem::remove(beside, ignored);
    const bool written = write_database(library, beside);
    std::error_code fault;
    if (written) std::filesystem::rename(beside, file, fault);
    if (written && !fault) return true;
    std::filesystem::remove(beside, ignored);
    return false;
}

}  // namespace pocketplan::content
