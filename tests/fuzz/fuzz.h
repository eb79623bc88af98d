#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>

#include <sys/mman.h>
#include <unistd.h>

#include "content/letters.h"

// What each fuzzer of this folder defines. Called with any bytes, over and over in one process; a promise that does not
// hold ends it. -1: the bytes are nothing that is of interest here.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace pocketplan::fuzz {

// Ends the process, which is what a fuzzer reports.
inline void require(bool holds, std::string_view promise, std::string_view found = {}) {
    if (holds) return;
    std::cerr << "Broken: " << promise << (found.empty() ? "" : ": ") << found << std::endl;
    std::abort();
}

// Of a fault that people read.
inline void require_one_line(std::string_view line) {
    const bool breaks = std::any_of(line.begin(), line.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; });
    require(!line.empty() && !breaks, "a fault is one line", line);
    require(!content::first_broken_byte(line), "a fault is UTF-8", line);
}

// The same, and it begins with the file as people know it, and says where in it: "NAME:LINE: what".
inline void require_place(std::string_view line, std::string_view name) {
    require_one_line(line);
    require(line.starts_with(name), "a fault names its file", line);
    line.remove_prefix(name.size());
    const auto digits = line.find_first_not_of("0123456789", 1);
    const bool numbered = line.starts_with(':') && digits > 1 && line.substr(digits).starts_with(": ");
    require(numbered && line[1] != '0' && line.size() > digits + 2, "a fault says where and what", line);
}

// The bytes as a file without a name, in memory.
class MemoryFile {
public:
    explicit MemoryFile(std::string_view bytes) : descriptor_(memfd_create("fuzz", MFD_CLOEXEC)) {
        require(write(descriptor_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()), "memory");
    }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    ~MemoryFile() { close(descriptor_); }

    [[nodiscard]] std::filesystem::path path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

private:
    int descriptor_;
};

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

}  // namespace pocketplan::fuzz
