#include "content/words.h"

#include <algorithm>

namespace pocketplan::content {
namespace {

bool continues(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}  // namespace

std::size_t Words::length() const {
    return static_cast<std::size_t>(
        std::count_if(bytes_.begin(), bytes_.end(), [](char byte) { return !continues(byte); }));
}

void Words::append(char32_t code_point) {
    const auto push = [&](char32_t byte) { bytes_.push_back(static_cast<char>(byte)); };
    const auto push_tail = [&](unsigned shift) { push(0x80U | (code_point >> shift & 0x3FU)); };
    if (code_point < 0x80) {
        push(code_point);
    } else if (code_point < 0x800) {
        push(0xC0U | code_point >> 6U);
        push_tail(0);
    } else if (code_point < 0x10000) {
        push(0xE0U | code_point >> 12U);
        push_tail(6);
        push_tail(0);
    } else {
        push(0xF0U | code_point >> 18U);
        push_tail(12);
        push_tail(6);
        push_tail(0);
    }
}

void Words::erase_last() {
    // Zeroed here, because the vector keeps its block: removed text must not stay until the block is freed.
    while (!bytes_.empty()) {
        const bool lead = !continues(bytes_.back());
        bytes_.back() = '\0';
        bytes_.pop_back();
        if (lead) return;
    }
}

}  // namespace pocketplan::content
