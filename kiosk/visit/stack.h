#pragma once

#include <array>
#include <cstdint>

namespace pocketplan::visit {

// What would be printed, in numbers alone. Its pictures are counted from 0: those of what prints, in that order, and
// behind them those of the papers that are left out.
struct Stack {
    // Of one paper.
    struct Pictures {
        std::uint8_t first = 0;
        std::uint8_t count = 0;
    };
    static constexpr std::size_t most_papers = 32;  // Visit::papers_left_out has a bit for each

    int sheets = 0;                                // that come out
    int printing = 0;                              // pictures of what prints: a strip of a roll has several
    int pictures = 0;                              // all of them
    std::array<Pictures, most_papers> of_paper{};  // by its place in Library::papers; a topic is the first
};

}  // namespace pocketplan::visit
