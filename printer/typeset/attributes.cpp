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

void set_attributes(PangoLayout* layout, std::string_view utf8, const std::pmr::vector<Bytes>& boxes, double size) {
    const auto numbers = numbers_to_keep_whole(utf8);
    if (numbers.empty() && boxes.empty()) return;
    const Owned<PangoAttrList, pango_attr_list_unref> list(pango_attr_list_new());
    for (const auto& number : numbers) add(list.get(), pango_attr_allow_breaks_new(FALSE), number);
    const int em = static_cast<int>(size * PANGO_SCALE);
    const PangoRectangle room{0, -em, static_cast<int>(em * box_width), em};
    for (const auto& box : boxes) add(list.get(), pango_attr_shape_new(&room, &room), box);
    pango_layout_set_attributes(layout, list.get());
}

}  // namespace pocketplan::typeset
