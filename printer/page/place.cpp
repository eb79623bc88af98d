#include "printer/page/place.h"

#include <algorithm>

namespace pocketplan::page {

std::pmr::vector<Page> lay_out(const Document& document, const typeset::Typesetter& typesetter) {
    if (is_roll(document.size)) return lay_out_strip(document, typesetter);
    switch (document.form) {
        case Form::sheet:
            return lay_out_sheet(document, typesetter);
        case Form::card:
            return fit_of_card(document.size, document.margins) == CardFit::none ? lay_out_sheet(document, typesetter)
                                                                                 : lay_out_card(document, typesetter);
    }
    std::abort();
}

Area area_of(const Document& document) {
    const bool roll = is_roll(document.size);
    const auto& printer = document.margins;
    const double side = roll ? roll_margin : margin;
    const double left = std::max(side, printer.left);
    const double right = std::max(side, printer.right);
    const double height = roll ? longest_strip : document.size.height;
    return {left, std::max(roll ? roll_margin : top_margin, printer.top), document.size.width - left - right,
            height - std::max(roll ? roll_margin : foot_margin, printer.bottom)};
}

}  // namespace pocketplan::page
