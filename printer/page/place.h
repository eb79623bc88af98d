#pragma once

#include <memory_resource>
#include <vector>

#include "printer/page/measures.h"
#include "printer/page/page.h"
#include "printer/page/setter.h"

namespace pocketplan::page {

// Where text goes on a page of a document: inside our margins, or the printer's where those are wider.
struct Area {
    double left = 0;
    double top = 0;
    double width = 0;
    double bottom = 0;  // where the foot ends; on a roll that of the longest page
};
Area area_of(const Document& document);

std::pmr::vector<Page> lay_out_sheet(const Document& document, const typeset::Typesetter& typesetter);
std::pmr::vector<Page> lay_out_card(const Document& document, const typeset::Typesetter& typesetter);
std::pmr::vector<Page> lay_out_strip(const Document& document, const typeset::Typesetter& typesetter);

// The foot of a sheet, from its own top: a thin rule, what every page carries, and room for the page's number.
Piece set_foot(const Setter& setter, const Document& document);

// How the card is folded, as pictures and in words.
Piece set_fold(const Setter& setter, const Document& document);

}  // namespace pocketplan::page
