#include "kiosk/machine/kept.h"

#include "kiosk/machine/store.h"

namespace pocketplan::machine {
namespace {

namespace fs = std::filesystem;

StoreOutcome write(const fs::path& file, const Kept& kept) {
    Store store(file, Store::Access::change);
    store.change("DELETE FROM kept");
    store.change("DELETE FROM languages_off");
    if (kept.loudness) store.change("INSERT INTO kept VALUES('loudness', ?)", *kept.loudness);
    if (kept.display_width_mm > 0) {
        store.change("INSERT INTO kept VALUES('display_width_mm', ?)", kept.display_width_mm);
    }
    for (const auto& tag : kept.languages_off) store.change("INSERT INTO languages_off VALUES(?)", tag);
    store.commit();
    return store.outcome();
}

}  // namespace

Kept read_kept(const fs::path& folder) {
    Kept kept;
    Store store(folder / store_name, Store::Access::read);
    store.read("SELECT name, value FROM kept", [&](sqlite3_stmt* row) {
        std::string name;
        double value = 0;
        content::get(row, 0, name);
        content::get(row, 1, value);
        if (name == "loudness") kept.loudness = static_cast<int>(value);
        if (name == "display_width_mm") kept.display_width_mm = value;
    });
    store.read("SELECT language FROM languages_off",
               [&](sqlite3_stmt* row) { content::get(row, 0, kept.languages_off.emplace_back()); });
    return store.outcome() == StoreOutcome::done ? kept : Kept{};
}

ChangeOutcome write_kept(const fs::path& folder, const Kept& kept) {
    return change_store(folder, [&](const fs::path& file) { return write(file, kept); });
}

}  // namespace pocketplan::machine
