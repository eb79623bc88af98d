#pragma once

#include <optional>

#include "kiosk/ui/ui.h"
#include "kiosk/view/sayer.h"
#include "kiosk/view/view.h"

namespace pocketplan::ui {

// How a frame of this visit is to look on this display: on a low one large text grows only as far as a question and its
// answers still fit.
Look look_of(const visit::Visit& visit, const content::Library& library, const Display& display);

// Puts a view on the display, between Ui::begin and Ui::end, said by `sayer`; returns what was touched. The only place
// that knows where anything stands: one grid, one pager, one way to fit. `pictures`: of the sheets; null, or one that
// is not there yet: blank paper.
std::optional<visit::Event> present(Ui& ui, const view::View& view, const view::Sayer& sayer,
                                    Pictures* pictures = nullptr);

}  // namespace pocketplan::ui
