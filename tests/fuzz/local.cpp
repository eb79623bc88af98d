// A centre's own lines: refused with the lines of the file, or such as can be printed.

#include "content/compiler/local.h"

#include "content/interview.h"
#include "tests/content/tiny_library.h"
#include "tests/fuzz/fuzz.h"

namespace pocketplan::fuzz {
namespace {

constexpr const char* name = "/etc/pocketplan/local.yaml";

// As if one script had no font.
char32_t missing_glyph(std::string_view utf8) {
    while (!utf8.empty()) {
        const char32_t point = content::first_code_point(utf8);
        if (point >= 0x13000 && point < 0x14000) return point;
        utf8.remove_prefix(content::to_utf8(point).size());
    }
    return 0;
}

void require_line(const std::string& text) {
    const auto taken = content::take_text(text, 80);
    require(taken && taken->view() == text, "a line is kept in its one spelling", text);
    require(missing_glyph(text) == 0, "a line can be printed", text);
}

void require_contacts(const std::vector<content::Contact>& contacts) {
    require(contacts.size() <= 3, "there is room for all");
    for (const auto& contact : contacts) {
        require(!contact.name.empty(), "a contact has a name");
        require_line(contact.name);
        require_line(contact.hours);
        require_line(contact.languages);
        const auto phone = content::take_phone(contact.phone);
        require(phone && phone->view() == contact.phone, "a phone is kept in its one spelling", contact.phone);
    }
}

}  // namespace
}  // namespace pocketplan::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace pocketplan;
    static const auto library = content::make_tiny_library();
    const fuzz::MemoryFile file(fuzz::text_of(data, size));
    const auto local = content::compiler::read_local(file.path(), library, fuzz::missing_glyph, fuzz::name);
    if (!local) {
        fuzz::require(!local.error().empty(), "who refuses says why");
        for (const auto& fault : local.error()) fuzz::require_place(describe(fault), fuzz::name);
        return 0;
    }
    for (const auto& line : local->lines) fuzz::require_contacts(line.contacts);
    auto ours = library;
    content::apply_local(ours, *local);
    content::keep_languages(ours, *local);
    fuzz::require(!ours.languages.empty() && ours.languages.front().tag == "en", "the source language stays");
    return 0;
}
