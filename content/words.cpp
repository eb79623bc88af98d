#include "content/words.h"

#include <algorithm>

#include "content/utf8.h"

namespace pocketplan::content {

namespace {

bool begins_code_point(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80;
}

}  // namespace

std::size_t Words::length() const {
    return static_cast<std::size_t>(std::count_if(bytes_.begin(), bytes_.end(), begins_code_point));
}

void Words::append(char32_t code_point) {
    char bytes[4];
    const std::size_t length = put_code_point(code_point, bytes);
    bytes_.insert(bytes_.end(), bytes, bytes + length);
}

void Words::erase_last() {
    while (!bytes_.empty()) {
        const bool first = begins_code_point(bytes_.back());
        bytes_.back() = 0;  // the room stays ours; what was typed does not stay in it
        bytes_.pop_back();
        if (first) return;
    }
}

}  // namespace pocketplan::content
