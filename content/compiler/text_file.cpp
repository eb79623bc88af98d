#include "content/compiler/text_file.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "content/bytes_of_file.h"
#include "content/letters.h"

namespace pocketplan::content::compiler {
namespace {

using namespace std::string_view_literals;

int line_of(std::string_view text, std::size_t at) {
    return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

std::string hexadecimal(char byte) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto value = static_cast<unsigned char>(byte);
    return {'0', 'x', digits[value >> 4U], digits[value & 0xFU]};
}

}  // namespace

tl::expected<std::string, Fault> read_text_file(const std::filesystem::path& file, const std::string& name) {
    auto bytes = bytes_of_file(file);
    if (!bytes) return tl::unexpected(Fault{{name, 1}, "cannot be read; name a file that exists"});
    return read_text(std::move(*bytes), name);
}

tl::expected<std::string, Fault> read_text(std::string text, const std::string& name) {
    constexpr auto mark = "\xEF\xBB\xBF"sv;
    if (text.starts_with(mark)) text.erase(0, mark.size());
    const bool wide = text.starts_with("\xFF\xFE"sv) || text.starts_with("\xFE\xFF"sv);
    const auto zero = text.find('\0');
    if (wide || zero != std::string::npos) {
        return tl::unexpected(Fault{{name, wide ? 1 : line_of(text, zero)}, "is UTF-16 or not text; save it as UTF-8"});
    }
    if (const auto broken = first_broken_byte(text)) {
        return tl::unexpected(
            Fault{{name, line_of(text, *broken)},
                  "is not UTF-8 (found the byte " + hexadecimal(text[*broken]) + "); save the file as UTF-8"});
    }
    return text;
}

}  // namespace pocketplan::content::compiler
