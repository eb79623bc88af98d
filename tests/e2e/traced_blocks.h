#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace pocketplan::tests {

struct TracedBlock {
    std::uintptr_t begin = 0;
    std::size_t size = 0;
    std::uintptr_t caller = 0;
    std::uint64_t number = 0;  // of the call; a later block at the same place counts
};

// What the preloaded tracer (tracer.cpp) leaves in a file for the test: the last block that began at each address.
class TracedBlocks {
public:
    void note(TracedBlock block) {
        block.number = ++last_;
        auto at = static_cast<std::size_t>(block.begin * 0x9E3779B97F4A7C15U >> 43U);
        while (blocks_[at].begin != 0 && blocks_[at].begin != block.begin) at = (at + 1) % blocks_.size();
        blocks_[at] = block;
    }
    // The newest block that holds the address; one of size 0 if there is none.
    [[nodiscard]] TracedBlock at(std::uintptr_t address) const {
        TracedBlock best;
        for (const auto& block : blocks_) {
            const bool inside = address >= block.begin && address - block.begin < block.size;
            if (inside && block.number > best.number) best = block;
        }
        return best;
    }

private:
    std::uint64_t last_ = 0;
    std::array<TracedBlock, std::size_t{1} << 21U> blocks_;
};

}  // namespace pocketplan::tests
