#pragma once

#include <optional>

#include "kiosk/ui/presenter.h"

namespace pocketplan::ui {

Type type_of(view::Voice voice);

// Puts the paragraphs of one view. Those that end it, above what it offers, share a scale, the largest at which all of
// them have room, for nothing comes after them that could make way.
class Paragraphs {
public:
    explicit Paragraphs(const Presenter& on);

    // Takes its room from the top of `body`.
    void put(Presenter& on, Rect& body, const view::Paragraph& paragraph);
    // What those that end the view take within `width` at their full size; pixels, both.
    [[nodiscard]] double height_of_last(const Presenter& on, double width) const { return height(on, width, 1); }

private:
    [[nodiscard]] double height(const Presenter& on, double width, double scale) const;

    view::List<const view::Paragraph*> last_;
    std::optional<double> scale_;  // of these, once the first is put
};

}  // namespace pocketplan::ui
