#pragma once

#include <memory>
#include <optional>
#include <string>

#include <tl/expected.hpp>

#include "content/compiler/local.h"
#include "content/library.h"
#include "kiosk/app/call.h"
#include "kiosk/app/config.h"
#include "kiosk/forgetting/farewell.h"
#include "kiosk/view/machine.h"
#include "printer/queue/printer.h"

namespace pocketplan::app {

// What the centre settles, read and checked as one: its settings, the words, and its own lines.
struct Setup {
    Config config;
    content::Library library;                 // as the centre wants it said; not yet aged
    std::unique_ptr<queue::Printer> printer;  // null: there is none that plans may go to
    forgetting::Copies copies;                // that all this was read from
    std::string fault;                        // of the files as they are now, or of words that were refused: one line
    bool usable = true;                       // or there is nothing but the fault and the words to tell it with
};

// Where the words are: `named`, if somebody named them, or those that were taken, or the package's.
std::filesystem::path words_file(const Call& call, const std::filesystem::path& named);

// From the files as they are now. Where one of them is at fault: from `last_good`, the copies that the process before
// this one used, all of them, since they belong together; so a visitor who says goodbye never meets a fault in a file.
// Without such copies the fault is the error, a line each. `missing_glyph` is asked of the centre's own lines.
tl::expected<Setup, std::string> set_up(const Call& call, const content::compiler::MissingGlyph& missing_glyph,
                                        const std::optional<forgetting::Copies>& last_good);

// What an installed kiosk whose files have this fault begins with: to show it to staff, with the settings if they
// can be read, in the pack's words, or in those of the program where the pack is what cannot be read. If it ended
// instead, it would leave a black screen, and the reason in a journal that nobody there reads.
Setup only_told(const Call& call, const std::string& fault);

// The settings that the process before this one had.
Config settings_of(const Call& call, const forgetting::Copies& copies);

// Unset where there is no printer.
std::optional<view::PrintPath> path_of(const queue::Printer* printer);

}  // namespace pocketplan::app
