#include "tests/support/screen_rules.h"

#include <algorithm>
#include <cmath>
#include <ostream>

namespace pocketplan::tests {
namespace {

constexpr double pixel = 1;  // rects are not rounded

// Keys of a keyboard may be 12.7 mm with gaps of 2.54 mm (VVSG 2.0, 7.2-I); all else is 15 and 3 mm.
bool is_key(const ui::Widget& widget) {
    return widget.id.starts_with("key.");
}

double gap_between(const ui::Rect& a, const ui::Rect& b) {
    const double across = std::max(b.x - a.right(), a.x - b.right());
    const double down = std::max(b.y - a.bottom(), a.y - b.bottom());
    return std::max(across, down);
}

// WCAG 2.2, "relative luminance".
double luminance(ui::Colour colour) {
    const auto channel = [&](unsigned shift) {
        const double value = (colour >> shift & 0xFFU) / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(0) + 0.7152 * channel(8) + 0.0722 * channel(16);
}

}  // namespace

std::string broken_target(const ui::Ui& ui) {
    const auto& widgets = ui.widgets();
    for (const auto& widget : widgets) {
        const auto& rect = widget.rect;
        const double target = ui.mm(is_key(widget) ? 12.7 : 15) - pixel;
        if (rect.width < target || rect.height < target) return widget.id + " is too small to touch";
        const bool inside = rect.x >= -pixel && rect.y >= -pixel && rect.right() <= ui.screen().width + pixel &&
                            rect.bottom() <= ui.screen().height + pixel;
        if (!inside) return widget.id + " is off screen";
    }
    for (std::size_t i = 0; i < widgets.size(); ++i) {
        for (std::size_t k = i + 1; k < widgets.size(); ++k) {
            if (widgets[i].id == widgets[k].id) return widgets[i].id + " stands there twice";
            const double least = ui.mm(is_key(widgets[i]) && is_key(widgets[k]) ? 2.54 : 3) - pixel;
            if (gap_between(widgets[i].rect, widgets[k].rect) < least) {
                return widgets[i].id + " and " + widgets[k].id + " are too close";
            }
        }
    }
    return "";
}

std::string broken_rule(const ui::Ui& ui) {
    const auto broken = broken_target(ui);
    if (!broken.empty() || ui.text_faults().empty()) return broken;
    return told(ui.text_faults().front(), ui);
}

std::string told(const ui::TextFault& fault, const ui::Ui& ui) {
    const auto& cut = fault.rect;
    const auto mm = [&](double pixels) { return std::to_string(static_cast<int>(pixels / ui.mm(1))); };
    return "'" + std::string(fault.text.begin(), fault.text.end()) + "' has fault " +
           std::to_string(static_cast<int>(fault.kind)) + " at " + mm(cut.x) + ", " + mm(cut.y) + " in " +
           mm(cut.width) + " by " + mm(cut.height) + " mm";
}

double contrast(ui::Colour a, ui::Colour b) {
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

}  // namespace pocketplan::tests
