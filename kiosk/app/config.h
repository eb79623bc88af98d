#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include <tl/expected.hpp>

#include "kiosk/app/keypad.h"
#include "kiosk/papers/compose.h"
#include "kiosk/visit/scanning.h"
#include "printer/page/document.h"
#include "printer/queue/printer.h"

namespace pocketplan::app {

struct WindowSize {
    int width = 0;
    int height = 0;
    bool operator==(const WindowSize&) const = default;
};

// refuse: no visit without locked memory. warn: one line on standard error instead (for trying things out).
enum class UnlockedMemory { refuse, warn };
// What to do where a promise cannot be kept on this machine as it is set up: let nobody begin, or tell the staff and go
// on. as_installed: refuse on an installed kiosk, warn in a trial.
enum class Unready { as_installed, refuse, warn };
enum class ReadAloud { never, on_asking };
// yes: the room hears the machine, which may then call staff by a sound. no: there is a headphone.
enum class Loudspeaker { no, yes };
enum class Motion { full, reduced };

// How the centre wants plans to be printed.
struct PrintSettings {
    std::optional<page::PaperSize> paper;  // unset: what the printer says that it has, else Letter
    papers::Cover cover = papers::Cover::none;
};

// Where an installed kiosk has the centre's own lines.
inline constexpr const char* usual_local = "/etc/pocketplan/local.yaml";

// What a centre settles once for its machine; nothing here is about a visitor. From the settings file (TOML), then the
// command line, which wins.
struct Config {
    std::string printer;        // empty: none is named
    std::string printer_place;  // "FILE:LINE: " or "--printer: ", where it is named; empty: nowhere
    queue::Cleartext cleartext = queue::Cleartext::refused;
    std::string certificate;        // SHA-256 of an ipps:// printer's, in hexadecimal
    std::string certificate_place;  // as printer_place
    PrintSettings printing;
    std::filesystem::path content;  // empty: content.db beside the program
    std::string content_place;
    std::filesystem::path local;  // the centre's own lines; empty: usual_local where there is such a file
    std::string local_place;
    std::optional<WindowSize> windowed;  // unset: full screen
    double display_width_mm = 0;         // 0: as the display says
    UnlockedMemory unlocked_memory = UnlockedMemory::refuse;
    Unready unready = Unready::as_installed;
    Motion motion = Motion::full;
    ReadAloud read_aloud = ReadAloud::on_asking;
    Loudspeaker loudspeaker = Loudspeaker::no;
    Keypad keypad;
    visit::Scanning scanning = visit::Scanning::off;  // with which a visit begins
    std::string staff_code;                           // its hash; empty: there is no staff desk
    std::filesystem::path health;                     // what the centre's monitoring reads; empty: nothing does
    std::chrono::milliseconds deaf{400};  // after a new screen came up: to a second tap that was meant for the last
};

// One line for standard error, naming the file and the place in it.
using ConfigFault = std::string;

// Settings that are not in `file` keep their defaults; a key we do not know is a fault. `name`: what faults call the
// file, where it is a copy.
tl::expected<Config, ConfigFault> read_config(const std::filesystem::path& file,
                                              const std::filesystem::path& name = {});

// "1280x800". Unset for anything else.
std::optional<WindowSize> parse_window_size(const std::string& text);

}  // namespace pocketplan::app
