#include "kiosk/ui/layout_cache.h"

namespace pocketplan::ui {

constexpr std::size_t most_layouts = 2000;  // a few screens; about 2 MB

const typeset::Layout& LayoutCache::find(std::string_view utf8, const typeset::Style& style, double width) {
    // The language chooses among glyph shapes; within one visit it goes with the text itself.
    Key key{{utf8.begin(), utf8.end()},
            style.size,
            style.line_height,
            static_cast<int>(style.weight),
            static_cast<int>(style.align),
            static_cast<int>(style.direction),
            static_cast<int>(style.side),
            width};
    const auto known = layouts_.find(key);
    if (known != layouts_.end()) return known->second;
    return layouts_.emplace(std::move(key), typesetter_.lay_out(utf8, style, width)).first->second;
}

void LayoutCache::forget_old() {
    if (layouts_.size() > most_layouts) layouts_.clear();
}

}  // namespace pocketplan::ui
