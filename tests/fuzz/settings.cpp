// The settings of a machine: refused with the line, or within what OPERATING.md says.

#include "kiosk/app/config.h"
#include "kiosk/machine/staff_code.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace pocketplan;
    using fuzz::require;
    constexpr const char* name = "/etc/pocketplan/pocketplan.toml";
    const fuzz::MemoryFile file(fuzz::text_of(data, size));
    const auto config = app::read_config(file.path(), name);
    if (!config) {
        fuzz::require_place(config.error(), name);
        return 0;
    }
    const double width = config->display_width_mm;
    require(width == 0 || (width >= 100 && width <= 3000), "a display is as wide as one");
    require(config->deaf.count() >= 0 && config->deaf.count() <= 2000, "deafness ends");
    require(config->staff_code.empty() || machine::is_code_hash(config->staff_code), "a code is a hash");
    require(config->health.empty() || config->health.is_absolute(), "the health file has a whole path");
    for (const auto& path : {config->content, config->local}) {
        require(!path.string().starts_with("~"), "a path is none of a shell's", path.string());
    }
    for (const auto& place :
         {config->printer_place, config->certificate_place, config->content_place, config->local_place}) {
        if (!place.empty()) fuzz::require_place(place + "x", name);
    }
    return 0;
}
