#include "kiosk/app/setup.h"

#include <cstdlib>
#include <functional>

#include <unistd.h>

#include "kiosk/app/copies.h"
#include "kiosk/app/promises.h"
#include "kiosk/app/user_name.h"
#include "kiosk/machine/health.h"
#include "kiosk/machine/service.h"
#include "kiosk/papers/installed.h"

namespace pocketplan::app {
namespace {

namespace fs = std::filesystem;
using forgetting::Copies;

// Gives the copy to be read in the place of a file, one of three; -1 where there need not be one, and is none.
enum class Need { must_be_there, may_lack };
using Take = std::function<tl::expected<int, std::string>(const fs::path& file, int Copies::*which, Need need)>;

tl::expected<Config, std::string> read_settings(const Call& call, const Take& take, Copies& copies) {
    Config config;
    if (!call.settings.empty()) {
        const auto copy = take(call.settings, &Copies::settings, Need::must_be_there);
        if (!copy) return tl::unexpected(copy.error());
        copies.settings = *copy;
        auto read = read_config(path_of_copy(*copy), call.settings);
        if (!read) return read;
        config = std::move(*read);
    }
    if (!call.content.empty()) {
        config.content = call.content;
        config.content_place = "--content: ";
    }
    if (!call.printer.empty()) {
        config.printer = call.printer;
        config.printer_place = "--printer: ";
    }
    config.windowed = call.windowed;
    if (config.windowed) config.unlocked_memory = UnlockedMemory::warn;
    if (config.printer.empty() && may_keep_plans(config)) config.printer = "folder:out";
    return config;
}

// A relative path alone does not tell where the file was looked for, nor who named it.
tl::unexpected<std::string> not_taken(const fs::path& file, const std::string& place, const std::string& error) {
    if (file.is_absolute()) return tl::make_unexpected(error);
    std::error_code unknown;
    return tl::make_unexpected(place + error + " (looked in " + fs::current_path(unknown).string() + ")");
}

tl::expected<content::Library, std::string> read_words(const fs::path& file, const Config& config, const Take& take,
                                                       Copies& copies) {
    const auto copy = take(file, &Copies::content, Need::must_be_there);
    if (!copy) return not_taken(file, config.content_place, copy.error());
    copies.content = *copy;
    auto library = content::load_library(BytesOfCopy(*copy).get());
    if (!library) return tl::unexpected(content::describe(library.error(), file));
    return std::move(*library);
}

// Words that were taken and cannot be read give way to those of the package, and `fault` tells of it.
tl::expected<content::Library, std::string> read_pack(const Call& call, const Config& config, const Take& take,
                                                      Copies& copies, std::string& fault) {
    const auto file = words_file(call, config.content);
    auto library = read_words(file, config, take, copies);
    const auto shipped = papers::shipped_file("content.db");
    if (library || !config.content.empty() || file == shipped) return library;
    fault = library.error();
    return read_words(shipped, config, take, copies);
}

// What the pack says, as the centre wants it said.
tl::expected<content::Library, std::string> read_content(const Call& call, const Config& config,
                                                         const content::compiler::MissingGlyph& missing_glyph,
                                                         const Take& take, Copies& copies, std::string& fault) {
    auto library = read_pack(call, config, take, copies, fault);
    if (!library) return library;
    const bool usual = config.local.empty();
    const auto local_file = usual ? fs::path(usual_local) : config.local;
    const auto local_copy = take(local_file, &Copies::local, usual ? Need::may_lack : Need::must_be_there);
    if (!local_copy) return not_taken(local_file, config.local_place, local_copy.error());
    copies.local = *local_copy;
    content::Local local;
    if (copies.local >= 0) {
        auto read = content::compiler::read_local(path_of_copy(copies.local), *library, missing_glyph, local_file);
        if (!read) return tl::unexpected(content::compiler::describe(read.error()));
        local = std::move(*read);
    }
    content::apply_local(*library, local);
    // On an installed kiosk nobody meets a translation that no person has read, unless the centre says so.
    if (copies.local >= 0 || papers::is_installed()) content::keep_languages(*library, local);
    return std::move(*library);
}

tl::expected<std::unique_ptr<queue::Printer>, std::string> open_printer(const Config& config) {
    if (refused_printer(config)) return nullptr;
    auto printer = queue::open_printer(config.printer, printer_user_name(), config.cleartext, config.certificate);
    if (!printer) {
        const bool pin = printer.error() == queue::PrinterUriFault::fingerprint;
        const auto& place = pin ? config.certificate_place : config.printer_place;
        return tl::unexpected(place + queue::describe(printer.error(), config.printer));
    }
    return std::move(*printer);
}

tl::expected<Setup, std::string> read_setup(const Call& call, const content::compiler::MissingGlyph& missing_glyph,
                                            const Take& take) {
    Copies copies;
    auto config = read_settings(call, take, copies);
    if (!config) return tl::unexpected(config.error());
    std::string fault = call.brought ? words::refusal(call.brought->refused) : "";
    auto library = read_content(call, *config, missing_glyph, take, copies, fault);
    if (!library) return tl::unexpected(library.error());
    auto printer = open_printer(*config);
    if (!printer) return tl::unexpected(printer.error());
    return Setup{std::move(*config), std::move(*library), std::move(*printer), copies, fault};
}

Take take_from(const Copies& copies) {
    return [&copies](const fs::path&, int Copies::*which, Need) { return copies.*which; };
}

void close_all(const Copies& copies) {
    for (const int copy : {copies.settings, copies.content, copies.local}) {
        if (copy >= 0) close(copy);
    }
}

std::string first_line(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

}  // namespace

fs::path words_file(const Call& call, const fs::path& named) {
    if (!named.empty()) return named;
    auto taken = call.brought ? words::words_in_use(call.brought->taken) : fs::path();
    return taken.empty() ? papers::shipped_file("content.db") : taken;
}

tl::expected<Setup, std::string> set_up(const Call& call, const content::compiler::MissingGlyph& missing_glyph,
                                        const std::optional<Copies>& last_good) {
    Copies taken;
    const auto take_now = [&](const fs::path& file, int Copies::*which, Need need) -> tl::expected<int, std::string> {
        const int before = last_good ? (*last_good).*which : -1;
        // Nobody need have lines of their own, but whoever had some does not lose them without being told.
        std::error_code unreadable;
        if (need == Need::may_lack && before < 0 && !fs::exists(file, unreadable) && !unreadable) return -1;
        auto copy = take_copy(file, before);
        if (copy) taken.*which = *copy;
        return copy;
    };
    auto now = read_setup(call, missing_glyph, take_now);
    if (now && last_good) close_all(*last_good);
    if (now) return now;
    close_all(taken);
    if (!last_good) return now;
    auto before = read_setup(call, missing_glyph, take_from(*last_good));
    if (before) before->fault = first_line(now.error());
    return before;
}

Setup only_told(const Call& call, const std::string& fault) {
    Setup setup;
    setup.usable = false;
    setup.fault = first_line(fault);
    Copies copies;
    const auto take_now = [](const fs::path& file, int Copies::*, Need) { return take_copy(file, -1); };
    if (auto config = read_settings(call, take_now, copies)) {
        setup.config = std::move(*config);
    } else {
        setup.config.health = machine::remembered_health_file(machine::state_folder());
    }
    close_all(copies);
    setup.config.unlocked_memory = UnlockedMemory::warn;  // nobody says anything to it
    const auto& named = setup.config.content.empty() ? call.content : setup.config.content;
    auto library = content::load_library(words_file(call, named));
    setup.library = library ? std::move(*library) : content::common_library();
    content::keep_languages(setup.library, {});
    return setup;
}

Config settings_of(const Call& call, const Copies& copies) {
    Copies same;
    return read_settings(call, take_from(copies), same).value_or(Config{});
}

std::optional<view::PrintPath> path_of(const queue::Printer* printer) {
    if (printer == nullptr) return std::nullopt;
    switch (printer->path()) {
        case queue::Path::direct_pdf:
            return view::PrintPath::direct;
        case queue::Path::scheduler:
            return view::PrintPath::scheduler;
        case queue::Path::files:
            return view::PrintPath::files;
    }
    std::abort();
}

}  // namespace pocketplan::app
