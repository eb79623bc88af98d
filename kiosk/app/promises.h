#pragma once

#include <optional>
#include <vector>

#include "kiosk/app/setup.h"
#include "kiosk/forgetting/farewell.h"
#include "kiosk/forgetting/memory.h"
#include "kiosk/forgetting/search.h"
#include "kiosk/visit/receipt.h"

// Whether the promises to the visitors can be kept, decided from what is known when a process starts.
namespace pocketplan::app {

// Whether plans may be files in a folder that stands for paper, and stay there: in a trial from a build folder alone,
// unless its settings want it to be held to more.
bool may_keep_plans(const Config& config);

// What is wrong with where the settings send plans: nowhere, or into a folder where they may not be kept. No such
// printer is opened.
std::optional<visit::Finding> refused_printer(const Config& config);

// Where a visit may have left something. Nothing is exempt but the folder that stands for paper in a trial.
forgetting::Folders folders_to_search(const Config& config);

// The search for what the visit before this process may have left; unset where there was none. To be called while the
// process has one thread. See forgetting::search.
std::optional<visit::Receipt> make_receipt(const std::optional<forgetting::Farewell>& farewell, const Config& config);

// All that is not as it should be. A trial, which nobody set up as a kiosk, is held to the receipt, to locked memory
// and to whole files alone.
std::vector<visit::Finding> examine(const Setup& setup, const std::optional<visit::Receipt>& receipt,
                                    const forgetting::Arena& arena);

// Whether no visit may begin.
bool refuses(const Config& config, const std::vector<visit::Finding>& findings);

// Counts the visit that ended, if there was one, and hands on the tally. counters or state, where staff should know.
std::optional<visit::Finding> count(const forgetting::Farewell& farewell, machine::Tally& tally);

}  // namespace pocketplan::app
