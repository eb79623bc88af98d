#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "content/library.h"
#include "kiosk/machine/code_tries.h"
#include "kiosk/machine/health.h"
#include "kiosk/machine/kept.h"
#include "kiosk/visit/desk.h"

namespace pocketplan::app {

// What the staff desk asks of the machine: whether a code is the right one, what staff set for all visits, the counts,
// and that staff are called. Driven by the Session, on the UI thread.
class StaffRoom {
public:
    // Where things are. Empty: there is none, and what would be kept there is gone with the process.
    struct Places {
        std::filesystem::path state{};
        std::filesystem::path health{};
    };
    using Clock = std::function<std::chrono::steady_clock::time_point()>;

    // No desk: there is no code, and nothing is kept.
    StaffRoom() = default;
    // `code_hash`: from the settings; empty: none is set. `tries`: of the processes before this one.
    StaffRoom(std::string code_hash, Places places, const machine::CodeTries& tries,
              Clock now = std::chrono::steady_clock::now)
        : code_hash_(std::move(code_hash)), places_(std::move(places)), tries_(tries), now_(std::move(now)) {}

    [[nodiscard]] bool has_code() const { return !code_hash_.empty(); }
    // Takes about a tenth of a second.
    visit::CodeAnswer check(std::string_view code);
    [[nodiscard]] const machine::CodeTries& tries() const { return tries_; }

    visit::Kept recall(const content::Library& library);
    // False if it could not be written.
    bool keep(const visit::Kept& kept, const content::Library& library);
    // Unset if they cannot be read.
    [[nodiscard]] std::optional<visit::WeekCounts> counts(const content::Date& today) const;
    // For whoever watches the health file; it adds the program's version. False if the settings name one that cannot be
    // written.
    [[nodiscard]] bool tell(machine::Health health) const;

private:
    std::string code_hash_;
    Places places_;
    machine::CodeTries tries_;
    Clock now_ = std::chrono::steady_clock::now;
    machine::Kept known_;  // as the file has it, languages that the centre's files no longer have among it
};

}  // namespace pocketplan::app
