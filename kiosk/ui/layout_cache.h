#pragma once

#include <map>
#include <memory_resource>
#include <string_view>
#include <tuple>
#include <vector>

#include "printer/typeset/typesetter.h"

namespace pocketplan::ui {

// Texts as they were laid out for the frames before: a screen asks for the same ones again and again, to find out what
// fits. Some are a visitor's, so all of it lives in the default memory resource. Driven by the Ui.
class LayoutCache {
public:
    explicit LayoutCache(const typeset::Typesetter& typesetter) : typesetter_(typesetter) {}

    // Valid until forget_old().
    const typeset::Layout& find(std::string_view utf8, const typeset::Style& style, double width);
    // Between frames: starts over where it has grown large.
    void forget_old();

private:
    using Key = std::tuple<std::pmr::vector<char>, double, double, int, int, int, int, double>;
    const typeset::Typesetter& typesetter_;
    std::pmr::map<Key, typeset::Layout> layouts_;
};

}  // namespace pocketplan::ui
