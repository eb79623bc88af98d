#pragma once

#include "kiosk/ui/presenter.h"

// Text in the largest type that fits. Of present() alone.
namespace pocketplan::ui {

// Whether a word is wider than `width`, and would be broken.
bool breaks_a_word(const Presenter& on, const Words& text, const Type& type, double width);
// Whether the text has room with whole words. Pixels.
bool fits(const Presenter& on, const Words& text, const Type& type, double width, double height);
// The largest type, of `type` at most, in which the text fits with whole words. Pixels.
Type fitted(const Presenter& on, const Words& text, Type type, double width, double height);
// The first of `scale`, 0.95 of it, 0.95 of that, and so on, with which something `fits`; else one of `smallest` at
// most.
template <class Fits>
double largest_scale(double smallest, const Fits& fits, double scale = 1) {
    while (scale > smallest && !fits(scale)) scale *= 0.95;
    return scale;
}
// What the parts that follow this one need at the least, whatever their words; null: what all of them do. Pixels.
double room_after(const Presenter& on, const void* part);
// In the middle of the rect's height.
void put_line(Presenter& on, const Rect& rect, const Words& text, const Type& type);
void put_line(Presenter& on, const Rect& rect, const view::Said& said, const Type& type);
// Of a label: in very large words it is as large as an answer, up to what the standard calls so.
Type grown(const Ui& ui, Type usual);
// Of another size, and as much larger or smaller at most.
Type resized(Type type, double scale);

}  // namespace pocketplan::ui
