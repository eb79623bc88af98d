#include "printer/typeset/attributes.h"

#include <algorithm>

#include "printer/typeset/engine.h"

namespace pocketplan::typeset {
namespace {

constexpr double box_width = 0.75;  // of an em: a broad capital

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

std::pmr::vector<Bytes> places_of(const Points& points, std::string_view utf8) {
    std::pmr::vector<Bytes> places;
    if (points.empty()) return places;
    const char* const end = utf8.data() + utf8.size();
    for (const char* at = utf8.data(); at < end;) {
        const char* const next = g_utf8_next_char(at);
        if (std::find(points.begin(), points.end(), g_utf8_get_char(at)) != points.end()) {
            places.push_back(
                {static_cast<std::uint32_t>(at - utf8.data()), static_cast<std::uint32_t>(next - utf8.data())});
        }
        at = next;
    }
    return places;
}

void set_attributes(PangoLayout* layout, std::string_view utf8, const std::pmr::vector<Bytes>& boxes, double size,
                    Numbers numbers) {
    auto whole = numbers == Numbers::whole ? numbers_to_keep_whole(utf8) : std::pmr::vector<Bytes>();
    for (const auto& letter : letters_on_hyphens(utf8)) whole.push_back(letter);
    if (whole.empty() && boxes.empty()) return;
    const Owned<PangoAttrList, pango_attr_list_unref> list(pango_attr_list_new());
    for (const auto& bytes : whole) add(list.get(), pango_attr_allow_breaks_new(FALSE), bytes);
    const int em = static_cast<int>(size * PANGO_SCALE);
    const PangoRectangle room{0, -em, static_cast<int>(em * box_width), em};
    for (const auto& box : boxes) add(list.get(), pango_attr_shape_new(&room, &room), box);
    pango_layout_set_attributes(layout, list.get());
}

}  // namespace pocketplan::typeset
