#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/config.h"
#include "kiosk/ending/farewell.h"
#include "kiosk/screens/screens.h"
#include "kiosk/visit/memory.h"
#include "kiosk/visit/receipt.h"

// Whether the promises to the visitors can be kept, decided from what is known when a process starts.
namespace pocketplan::app {

// The search for what the visit before this process may have left; unset where there was none. To be called while the
// process has one thread. See ending::search.
std::optional<visit::Receipt> make_receipt(const std::optional<ending::Farewell>& farewell, const Config& config);

// All that is not as it should be. A trial, which nobody set up as a kiosk, is held to the receipt and to locked memory
// alone.
std::vector<visit::Finding> examine(const Config& config, const std::optional<visit::Receipt>& receipt,
                                    const visit::Arena& arena, screens::PrintPath path);

// Whether no visit may begin.
bool refuses(const Config& config, const std::vector<visit::Finding>& findings);

// Counts the visit that ended, if there was one, and hands on the tally. False where the file had to be begun anew.
bool count(const ending::Farewell& farewell, const content::Library& library, machine::Tally& tally);

}  // namespace pocketplan::app
