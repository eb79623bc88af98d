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

// A visitor's words in every form in which a machine may keep them: UTF-8, UTF-16LE and UTF-32LE, numbers also without
// separators, and the glyphs of the shaped word. All are searched for in one pass.
class Needles {
public:
    explicit Needles(const std::vector<std::string>& words);
    // Each word as shaped in this language: its glyph ids one after another, or in the records of HarfBuzz, Pango and
    // our own layouts.
    void add_shaped(const std::vector<std::string>& words, std::string_view language,
                    const typeset::Typesetter& typesetter);

    // A row of grey pixels, as a picture of ours has it, and a texture or a screen of four bytes a pixel.
    void add_pixels(std::span<const std::uint8_t> row);

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
// The mark of the current visit, which is before each of its words; empty if there is none.
std::string find_mark(pid_t process, const std::vector<std::string>& words);
// The same for hits in any memory, which `read` copies into `bytes`; false if it cannot.
using Reader = std::function<bool(std::uintptr_t address, std::string& bytes)>;
std::string mark_before(const std::vector<Hit>& hits, const Reader& read);
// In a file of any size. Throws if it cannot be read: finding nothing in nothing proves nothing.
std::vector<Hit> find_in_file(const std::filesystem::path& file, const Needles& needles);
// In the files below a folder, and in their names.
struct Leaving {
    std::vector<std::filesystem::path> exempt;                                       // folders
    std::filesystem::file_time_type since = std::filesystem::file_time_type::min();  // and what was not touched since
};
std::vector<Hit> find_in_files(const std::filesystem::path& folder, const Needles& needles, const Leaving& leaving);

}  // namespace pocketplan::tests
