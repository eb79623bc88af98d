#pragma once

#include <optional>

#include "kiosk/ui/presenter.h"

// Parts that are made of sheets of paper. Of present() alone.
namespace pocketplan::ui {

// `below`: what must stay free below them, in pixels.
void put_sheets(Presenter& on, Rect& body, const view::Sheets& sheets, double below);
void put_sheet_cards(Presenter& on, Rect& body, const view::SheetCards& sheets);
void put_seen(Presenter& on, const view::SeenSheet& seen);
Rect take_foot(const Presenter& on, Rect& body);
void put_foot(Presenter& on, const Rect& rect, const view::Foot& foot);

// A sheet of paper with its picture; `behind` it lie as many more.
struct Paper {
    std::optional<int> picture{};
    int behind = 0;
    bool faint = false;
    bool marked = false;
};
inline constexpr double behind_offset = 1.2;  // millimetres, to the end and up
void put_paper(Presenter& on, const Rect& rect, const Paper& paper);
double shape_of_paper(const Presenter& on);

}  // namespace pocketplan::ui
