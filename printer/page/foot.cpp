#include <algorithm>

#include "printer/page/place.h"

namespace pocketplan::page {
namespace {

using typeset::Weight;

constexpr Sizes foot_sizes{8, 8, 12, 1.25};
constexpr double number_line = 12;

void add_sentence(Utf8& text, const Utf8& sentence) {
    constexpr std::string_view between = " · ";
    if (!text.empty() && !sentence.empty()) text.insert(text.end(), between.begin(), between.end());
    text.insert(text.end(), sentence.begin(), sentence.end());
}

}  // namespace

Piece set_foot(const Setter& setter, const Document& document) {
    Piece foot;
    setter.rule(foot, 0, 0, setter.width(), 0.5);
    Text all;
    for (const auto& [first, second] : document.foot) {
        add_sentence(all.first, first);
        add_sentence(all.second, second);
    }
    const Setter halves = setter.in_halves();
    foot.height = 4 + halves.beside(foot, all, foot_sizes, Weight::regular, 0, 4) + number_line;
    return foot;
}

void number_pages(std::span<Page> pages, const Document& document, int first, int all,
                  const typeset::Typesetter& typesetter) {
    if (is_roll(document.size)) return;
    const Area area = area_of(document);
    const Setter setter = Setter(typesetter, document, area.width).in_halves();
    for (auto& page : pages) {
        Piece number;
        setter.beside(number, document.page_number(first++, all), foot_sizes, Weight::bold, 0, 0);
        append(page, std::move(number), area.left, area.bottom - foot_sizes.pitch());
    }
}

}  // namespace pocketplan::page
