#include "printer/typeset/attributes.h"

#include <algorithm>

#include "printer/typeset/engine.h"

namespace pocketplan::typeset {
namespace {

void add(PangoAttrList* list, PangoAttribute* attribute, const Bytes& bytes) {
    attribute->start_index = bytes.begin;
    attribute->end_index = bytes.end;
    pango_attr_list_insert(list, attribute);
}

bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// A letter alone before a hyphen, with the letter behind it: "A-number" is no word that breaks after "A-".
std::pmr::vector<Bytes> letters_on_hyphens(std::string_view utf8) {
    std::pmr::vector<Bytes> found;
    for (std::size_t at = 0; at + 2 < utf8.size(); ++at) {
        const bool alone = is_letter(utf8[at]) && (at == 0 || !is_letter(utf8[at - 1]));
        if (!alone || utf8[at + 1] != '-' || !is_letter(utf8[at + 2])) continue;
        found.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 3)});
    }
    return found;
}

}  // namespace

void set_attributes(PangoLayout* layout, std::string_view utf8, Numbers numbers) {
    auto whole = numbers == Numbers::whole ? numbers_to_keep_whole(utf8) : std::pmr::vector<Bytes>();
    for (const auto& letter : letters_on_hyphens(utf8)) whole.push_back(letter);
    if (whole.empty()) return;
    const Owned<PangoAttrList, pango_attr_list_unref> list(pango_attr_list_new());
    for (const auto& bytes : whole) add(list.get(), pango_attr_allow_breaks_new(FALSE), bytes);
    pango_layout_set_attributes(layout, list.get());
}

}  // namespace pocketplan::typeset
