#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <string_view>

namespace pocketplan::view {

// A control's id made of a prefix and what follows, "option.yes" or "day.12", without the heap.
class Id {
public:
    Id() = default;
    // NOLINTNEXTLINE(google-explicit-constructor): a text is an Id
    Id(std::string_view whole) { add(whole); }
    // NOLINTNEXTLINE(google-explicit-constructor)
    Id(const char* whole) { add(whole); }
    Id(std::string_view prefix, std::string_view rest) {
        add(prefix);
        add(rest);
    }
    Id(std::string_view prefix, int number) {
        add(prefix);
        const auto end = std::to_chars(text_.data() + length_, text_.data() + text_.size(), number).ptr;
        length_ = static_cast<std::size_t>(end - text_.data());
    }
    // NOLINTNEXTLINE(google-explicit-constructor): an Id is a text
    operator std::string_view() const { return {text_.data(), length_}; }

private:
    void add(std::string_view piece) {
        const std::size_t room = std::min(piece.size(), text_.size() - length_);
        std::copy_n(piece.data(), room, text_.data() + length_);
        length_ += room;
    }
    std::array<char, 96> text_{};
    std::size_t length_ = 0;
};

}  // namespace pocketplan::view
