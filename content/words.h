#pragma once

#include <cstddef>
#include <memory_resource>
#include <string_view>
#include <vector>

namespace pocketplan::content {

// What a visitor typed, as UTF-8. Move-only, so that every copy is explicit, and without `<<`, formatting or conversion
// to std::string, so that it cannot be logged. Over a vector rather than a std::pmr::string: that keeps 15 bytes inside
// the object, so a phone number would never reach the visit's arena.
class Words {
public:
    Words() = default;
    // Copies `utf8`, which must be valid UTF-8, into the default memory resource.
    explicit Words(std::string_view utf8) : bytes_(utf8.begin(), utf8.end()) {}
    Words(Words&&) noexcept = default;
    Words& operator=(Words&&) noexcept = default;
    Words(const Words&) = delete;
    Words& operator=(const Words&) = delete;
    ~Words() = default;

    // Valid until the next change.
    [[nodiscard]] std::string_view view() const { return {bytes_.data(), bytes_.size()}; }
    [[nodiscard]] bool empty() const { return bytes_.empty(); }
    // In code points, the unit of all length limits.
    [[nodiscard]] std::size_t length() const;
    [[nodiscard]] Words copy() const { return Words(view()); }

    void append(char32_t code_point);
    void append(std::string_view utf8) { bytes_.insert(bytes_.end(), utf8.begin(), utf8.end()); }
    // Removes the last code point; does nothing if there is none.
    void erase_last();

private:
    std::pmr::vector<char> bytes_;
};

}  // namespace pocketplan::content
