#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "content/library.h"
#include "kiosk/visit/receipt.h"

namespace pocketplan::view {

// How plans reach the printer: straight, by the local scheduler, or as files in a folder.
enum class PrintPath { direct, scheduler, files };

// What a screen has to know of the machine.
struct Machine {
    content::Date today{};                              // what lies before is closed on a calendar
    std::optional<PrintPath> path = PrintPath::direct;  // unset: plans cannot be printed
    std::vector<const content::Source*> overdue = {};   // sources that nobody checked in time, for the staff
    std::string_view fault = {};                        // the line of Finding::faulty_files and unusable
    std::optional<visit::Receipt> receipt = {};         // of the visit before this screen
    bool width_is_set = false;                          // of the display, in the settings, which win
};

}  // namespace pocketplan::view
