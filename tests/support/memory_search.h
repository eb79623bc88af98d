#pragma once

#include <bitset>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include <sys/types.h>

#include "printer/typeset/typesetter.h"

namespace pocketplan::tests {

// Words of a visitor in every form in which a machine may keep them: as UTF-8, UTF-16LE and UTF-32LE, a number without
// its separators too, and as the glyphs of the shaped word. Searched for in one pass, whatever their number.
class Needles {
public:
    explicit Needles(const std::vector<std::string>& words);
    // Each word as it is shaped in this language: its glyph ids one behind the other, or in the records of HarfBuzz,
    // Pango and our own layouts.
    void add_shaped(const std::vector<std::string>& words, std::string_view language,
                    const typeset::Typesetter& typesetter);

    // Bytes as they are.
    void add_bytes(const std::string& bytes) { add({{bytes}, bytes.size()}); }

    // Where they begin in `bytes`.
    [[nodiscard]] std::vector<std::size_t> find(std::span<const char> bytes) const;

private:
    struct Needle {
        std::vector<std::string> parts;  // of equal size
        std::size_t stride = 0;          // from one part's begin to the next
        [[nodiscard]] bool is_at(std::span<const char> bytes, std::size_t at) const;
    };
    void add(Needle needle);
    // Of its first four bytes.
    static std::uint16_t key(const char* four);

    static constexpr std::size_t keys = std::size_t{1} << 16U;

    std::vector<Needle> needles_;
    std::bitset<keys> some_;                              // key() of some needle
    std::vector<std::vector<std::size_t>> by_key_{keys};  // and of which
};

struct Hit {
    std::string place;          // the region's name in proc_pid_maps(5), or a file
    std::uintptr_t address{0};  // in it
};

// In the readable memory of a process. Needs root.
std::vector<Hit> find_in_memory(pid_t process, const Needles& needles);
// The mark of the visit that is on, which lies before each of its words; empty where there is none.
std::string find_mark(pid_t process, const std::vector<std::string>& words);
// The same of hits in any memory, which `read` fills `bytes` from; false where it cannot.
using Reader = std::function<bool(std::uintptr_t address, std::string& bytes)>;
std::string mark_before(const std::vector<Hit>& hits, const Reader& read);
// In a file, however large. Throws where it cannot be read: nothing was found in nothing.
std::vector<Hit> find_in_file(const std::filesystem::path& file, const Needles& needles);
// In the files below a folder, and in their names.
struct Leaving {
    std::vector<std::filesystem::path> exempt;                                       // folders
    std::filesystem::file_time_type since = std::filesystem::file_time_type::min();  // and what was not touched since
};
std::vector<Hit> find_in_files(const std::filesystem::path& folder, const Needles& needles, const Leaving& leaving);

}  // namespace pocketplan::tests
