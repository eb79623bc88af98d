#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "content/library.h"
#include "kiosk/ui/ui.h"
#include "kiosk/visit/event.h"
#include "kiosk/visit/receipt.h"
#include "kiosk/visit/visit.h"

namespace pocketplan::screens {

// How plans reach the printer: straight, by the local scheduler, or as files in a folder.
enum class PrintPath { direct, scheduler, files };

// What a screen has to know of the machine.
struct Machine {
    int this_year = 0;                                  // for the years a picker offers
    std::optional<PrintPath> path = PrintPath::direct;  // unset: plans cannot be printed
    std::vector<const content::Source*> overdue = {};   // sources that nobody checked in time, for the staff
    std::vector<visit::Finding> findings = {};          // for the staff
    std::string_view fault = {};                        // the line of Finding::faulty_files
    std::optional<visit::Receipt> receipt = {};         // of the visit before this screen
};

// How a frame of this visit is to look on this display: on a low one large text grows only as far as a question and its
// answers still fit.
ui::Look look_of(const visit::Visit& visit, const content::Library& library, const ui::Display& display);

// Draws the one screen of this visit, or what lies over it, between Ui::begin and Ui::end; returns what was touched.
std::optional<visit::Event> draw(ui::Ui& ui, const visit::Visit& visit, const content::Library& library,
                                 const Machine& machine);

}  // namespace pocketplan::screens
