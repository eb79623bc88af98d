#pragma once

#include "kiosk/app/scanner.h"
#include "kiosk/app/stops.h"
#include "kiosk/ui/ui.h"
#include "kiosk/view/view.h"
#include "kiosk/visit/visit.h"

namespace pocketplan::app {

// A visit by one switch: brings the focus of the display to where the scanner sends it, and takes the switch's presses
// that go into a row. Made by the loop; does nothing while there is no scanning.
class SwitchAccess {
public:
    using Clock = Scanner::Clock;

    // After each frame.
    void look(const visit::Visit& visit, const view::View& view, const ui::Ui& ui);
    enum class Voice { silent, speaking };
    // Whether the focus went on, so that the frame is to be drawn again.
    bool move(ui::Ui& ui, Voice voice, Clock::time_point now);
    [[nodiscard]] std::optional<Clock::time_point> due() const { return scanner_.due(); }

    // into_row: it is done. on_control: what has the focus is to be pressed.
    enum class Press { into_row, on_control };
    Press press(ui::Ui& ui, Clock::time_point now);
    // A key moved the focus.
    void rest(Clock::time_point now) { scanner_.rest(now); }
    // Whether a press asks for scanning: the first on the start's screen, where nothing has the focus. Whoever has but
    // one switch cannot go to where it is set.
    [[nodiscard]] static bool is_asked_for(const visit::Visit& visit, const ui::Ui& ui);

private:
    [[nodiscard]] Scanner::Screen screen(const ui::Ui& ui, Voice voice) const;
    bool show_row(ui::Ui& ui, Voice voice) const;

    Scanner scanner_;
    visit::Scanning scanning_ = visit::Scanning::off;
    Place place_;
    Stops stops_;
};

}  // namespace pocketplan::app
