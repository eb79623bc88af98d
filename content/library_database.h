#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include <sqlite3.h>

namespace pocketplan::content {

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, CloseDatabase>;

// Null where SQLite refuses.
inline Database open_in_memory() {
    sqlite3* database = nullptr;
    const int status = sqlite3_open_v2(":memory:", &database, SQLITE_OPEN_READWRITE, nullptr);
    Database owned(database);
    return status == SQLITE_OK ? std::move(owned) : nullptr;
}

inline Statement prepare(sqlite3* database, std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    return Statement(statement);
}

// A sum over every value in order (FNV-1a, 64 bits), kept in the table `seal`: SQLite has none over its pages, and one
// flipped bit in a file can be a wrong digit on paper. Against decay, not against forgers.
class Seal {
public:
    void add(std::string_view value) {
        for (const char c : value) mix(static_cast<unsigned char>(c));
        mix(0xFF);  // ends a value: no UTF-8 has this byte
    }
    [[nodiscard]] std::int64_t sum() const { return static_cast<std::int64_t>(sum_); }

private:
    void mix(unsigned char byte) { sum_ = (sum_ ^ byte) * 0x100000001B3U; }
    std::uint64_t sum_ = 0xCBF29CE484222325U;
};

}  // namespace pocketplan::content
