#pragma once

#include <filesystem>
#include <string>

#include <tl/expected.hpp>

// Words that reach a kiosk by themselves: a content.db that somebody signed, on a stick or in a folder, newer than
// those that are there. docs/decisions/0040.
namespace pocketplan::words {

// keys: a folder of minisign's public keys, one a file. taken: where words are kept that were taken. shipped: those
// that came with a package, for when none were taken, or none any more. refused: a file that says why the last were not
// taken.
struct Places {
    std::filesystem::path keys = "/etc/pocketplan/keys";
    std::filesystem::path taken = "/var/lib/pocketplan-words";
    std::filesystem::path shipped = {};
    std::filesystem::path refused = "/run/pocketplan-words/refused";
};

// The words that were taken, where there are any: a file that is replaced as a whole. Empty: there are none.
std::filesystem::path words_in_use(const std::filesystem::path& taken);
// One line on why the last words that somebody brought were refused; empty: they were not.
std::string refusal(const std::filesystem::path& refused);

// What came of it, or why nothing did: one line for staff. In either case all words that are there stay whole, whenever
// the power goes.
using Done = tl::expected<std::string, std::string>;

// Takes a file of words with its signature beside it (NAME.minisig), or, from a folder, the newest that fit among those
// that end with ".pocketplan". A folder without any is none of our business: nothing is said.
Done take(const std::filesystem::path& offered, const Places& places);
// Puts the words that were there before in the place of those that are there now, and the other way round.
Done go_back(const Places& places);
// After a package brought others: gives up words whose facts are older than those of the package.
Done settle(const Places& places);

}  // namespace pocketplan::words
