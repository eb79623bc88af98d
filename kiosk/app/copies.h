#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>

#include <tl/expected.hpp>

namespace pocketplan::app {

// A sealed copy of a file (forgetting::seal): what was checked is what is used, whatever becomes of the file. `before`:
// the copy that the process before this one had of it, or -1. What was whole then must not be empty now, nor different
// and younger than two seconds, for whoever writes it may not be done. Where it fails, one line that names the file.
tl::expected<int, std::string> take_copy(const std::filesystem::path& file, int before);

// Where a copy can be read, by this process alone.
std::filesystem::path path_of_copy(int copy);

// A copy's bytes, as long as this object lives. They are mapped, which needs no memory of its own, and is safe because
// nobody can shorten what is sealed.
class BytesOfCopy {
public:
    explicit BytesOfCopy(int copy);
    ~BytesOfCopy();
    BytesOfCopy(const BytesOfCopy&) = delete;
    BytesOfCopy& operator=(const BytesOfCopy&) = delete;

    // Empty where it cannot be mapped.
    [[nodiscard]] std::span<const std::byte> get() const { return bytes_; }

private:
    std::span<const std::byte> bytes_;
};

}  // namespace pocketplan::app
