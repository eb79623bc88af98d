#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include <tl/expected.hpp>

#include "content/library.h"

namespace pocketplan::words {

// Words that somebody signed, as they lie in a file.
struct Offer {
    std::string content;
    std::string signature;
    std::int64_t time = 0;  // of the signature, in seconds since 1970
    content::Library library;
};

// A plain file of at most so many bytes: no link, which would lead away from a stick, and nothing that could keep us
// waiting. Unset for anything else.
std::optional<std::string> read_plain_file(const std::filesystem::path& file, std::size_t largest);

// For a line that staff read, and a terminal: a stick's owner chose the name.
std::string printable(const std::filesystem::path& file);

// Reads the words and their signature, by one of the keys (*.pub) in a folder; or one line that says what is wrong.
tl::expected<Offer, std::string> read_offer(const std::filesystem::path& file, const std::filesystem::path& signature,
                                            const std::filesystem::path& keys);

}  // namespace pocketplan::words
