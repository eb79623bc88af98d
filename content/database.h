#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include <sqlite3.h>

#include "content/paper.h"

// Converts our values to SQLite's and back, and closes what was opened.
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
// A list of plain numbers, as their bytes.
template <Number T>
void put(sqlite3_stmt* s, int at, const std::vector<T>& values) {
    sqlite3_bind_blob(s, at, values.data(), static_cast<int>(values.size() * sizeof(T)), SQLITE_TRANSIENT);
}
// Operation, option and question (low byte first) of each step; not copied from memory, because its padding is
// undefined.
inline constexpr std::size_t bytes_of_step = 4;
inline void put(sqlite3_stmt* s, int at, const Condition& condition) {
    std::vector<std::uint8_t> bytes;
    for (const auto& step : condition.steps) {
        const auto question = static_cast<unsigned>(step.question);
        bytes.push_back(static_cast<std::uint8_t>(step.operation));
        bytes.push_back(step.option);
        bytes.push_back(static_cast<std::uint8_t>(question & 0xFFU));
        bytes.push_back(static_cast<std::uint8_t>(question >> 8U));
    }
    put(s, at, bytes);
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
template <Number T>
void get(sqlite3_stmt* s, int at, std::vector<T>& values) {
    const auto* const bytes = sqlite3_column_blob(s, at);
    values.resize(static_cast<std::size_t>(sqlite3_column_bytes(s, at)) / sizeof(T));
    if (!values.empty()) std::memcpy(values.data(), bytes, values.size() * sizeof(T));
}
inline void get(sqlite3_stmt* s, int at, Condition& condition) {
    std::vector<std::uint8_t> bytes;
    get(s, at, bytes);
    for (std::size_t i = 0; i + bytes_of_step <= bytes.size(); i += bytes_of_step) {
        condition.steps.push_back({static_cast<Condition::Operation>(bytes[i]),
                                   static_cast<QuestionIndex>(bytes[i + 2] | unsigned{bytes[i + 3]} << 8U),
                                   bytes[i + 1]});
    }
}

}  // namespace pocketplan::content
