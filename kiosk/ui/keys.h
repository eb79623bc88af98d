#pragma once

#include "kiosk/ui/presenter.h"

// What is typed with. Keys lie where hands know them, whichever way the language is read. Of present() alone.
namespace pocketplan::ui {

// In pixels: the least that a keyboard needs, and what it takes where it may be so high.
double least_keyboard_height(const Ui& ui, const view::Keyboard& keyboard, double width);
// What lets very large letters be so, where there is that much.
double very_large_keyboard_height(const Ui& ui, const view::Keyboard& keyboard, double width);
double keyboard_height(const Ui& ui, const view::Keyboard& keyboard, double width, double room);
// In as many rows as a telephone has; where there is no room for them, in two.
double least_pad_height(const Ui& ui);
double pad_height(const Ui& ui, double room);
void put_keyboard(Presenter& on, const Rect& body, const view::Keyboard& keyboard);
void put_pad(Presenter& on, const Rect& body, const view::Pad& pad);

}  // namespace pocketplan::ui
