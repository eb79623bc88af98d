#pragma once

#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include <sqlite3.h>

#include "content/paper.h"

// How a value of ours is a value of SQLite's, both ways, and who closes what.
namespace pocketplan::content {

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

inline Statement prepare(sqlite3* database, const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr);
    return Statement(statement);
}

template <class T>
concept Number = std::is_arithmetic_v<T> || std::is_enum_v<T>;

inline void put(sqlite3_stmt* s, int at, const std::string& value) {
    sqlite3_bind_text(s, at, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
}
inline void put(sqlite3_stmt* s, int at, double value) {
    sqlite3_bind_double(s, at, value);
}
template <Number T>
void put(sqlite3_stmt* s, int at, T value) {
    sqlite3_bind_int64(s, at, static_cast<sqlite3_int64>(value));
}
template <Number T>
void put(sqlite3_stmt* s, int at, const std::optional<T>& value) {
    if (value) put(s, at, *value);
}
inline void put(sqlite3_stmt* s, int at, const Date& date) {
    put(s, at, date.year * 10000 + date.month * 100 + date.day);  // 20251211: readable in the sqlite3 shell
}
// A list of plain values, as their bytes.
template <class T>
void put(sqlite3_stmt* s, int at, const std::vector<T>& values) {
    static_assert(std::is_trivially_copyable_v<T>);
    sqlite3_bind_blob(s, at, values.data(), static_cast<int>(values.size() * sizeof(T)), SQLITE_TRANSIENT);
}
inline void put(sqlite3_stmt* s, int at, const Condition& condition) {
    put(s, at, condition.steps);
}

inline void get(sqlite3_stmt* s, int at, std::string& value) {
    const auto* const text = reinterpret_cast<const char*>(sqlite3_column_text(s, at));
    if (text != nullptr) value.assign(text, static_cast<std::size_t>(sqlite3_column_bytes(s, at)));
}
inline void get(sqlite3_stmt* s, int at, double& value) {
    value = sqlite3_column_double(s, at);
}
template <Number T>
void get(sqlite3_stmt* s, int at, T& value) {
    value = static_cast<T>(sqlite3_column_int64(s, at));
}
template <Number T>
void get(sqlite3_stmt* s, int at, std::optional<T>& value) {
    if (sqlite3_column_type(s, at) == SQLITE_NULL) return;
    get(s, at, value.emplace());
}
inline void get(sqlite3_stmt* s, int at, Date& date) {
    const int number = sqlite3_column_int(s, at);
    date = {number / 10000, number / 100 % 100, number % 100};
}
template <class T>
void get(sqlite3_stmt* s, int at, std::vector<T>& values) {
    const auto* const bytes = sqlite3_column_blob(s, at);
    values.resize(static_cast<std::size_t>(sqlite3_column_bytes(s, at)) / sizeof(T));
    if (!values.empty()) std::memcpy(values.data(), bytes, values.size() * sizeof(T));
}
inline void get(sqlite3_stmt* s, int at, Condition& condition) {
    get(s, at, condition.steps);
}

}  // namespace pocketplan::content
