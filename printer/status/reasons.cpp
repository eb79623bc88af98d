#include "printer/status/reasons.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <span>
#include <utility>

namespace pocketplan::status {
namespace {

// The severity from which a keyword keeps paper from coming out. stated_error: only as "-error", because printers
// report a used-up supply long before they stop. any: a state rather than a fault, so its suffix says nothing.
enum class From { never, any, warning, error, stated_error };

struct Rule {
    std::string_view keyword;
    From from = From::never;
    Trouble trouble = Trouble::none;
    std::optional<Notice> notice = std::nullopt;  // of a keyword that never blocks
};

// RFC 8011, 5.4.12.
constexpr std::array rfc_8011{
    Rule{"none"},
    Rule{"other", From::never, Trouble::none, Notice::unknown},
    Rule{"connecting-to-device"},  // reported for a moment of every job
    Rule{"cover-open", From::warning, Trouble::door_open},
    Rule{"developer-empty", From::stated_error, Trouble::toner_empty},
    Rule{"developer-low", From::never, Trouble::none, Notice::toner_low},
    Rule{"door-open", From::warning, Trouble::door_open},
    Rule{"fuser-over-temp", From::error, Trouble::temperature},
    Rule{"fuser-under-temp", From::error, Trouble::temperature},
    Rule{"input-tray-missing", From::error, Trouble::tray_missing},
    Rule{"interlock-open", From::warning, Trouble::door_open},
    Rule{"interpreter-resource-unavailable", From::error, Trouble::memory_full},
    Rule{"marker-supply-empty", From::stated_error, Trouble::toner_empty},
    Rule{"marker-supply-low", From::never, Trouble::none, Notice::toner_low},
    Rule{"marker-waste-almost-full", From::never, Trouble::none, Notice::waste_nearly_full},
    Rule{"marker-waste-full", From::stated_error, Trouble::waste_full},
    Rule{"media-empty", From::error, Trouble::out_of_paper},
    Rule{"media-jam", From::warning, Trouble::jam},
    Rule{"media-low", From::never, Trouble::none, Notice::paper_low},
    Rule{"media-needed", From::warning, Trouble::out_of_paper},  // reported for a waiting job (ippeveprinter: -warning)
    Rule{"moving-to-paused", From::any, Trouble::paused},
    Rule{"opc-life-over", From::stated_error, Trouble::worn_part},
    Rule{"opc-near-eol", From::never, Trouble::none, Notice::part_wearing},
    Rule{"output-area-almost-full", From::never, Trouble::none, Notice::output_nearly_full},
    Rule{"output-area-full", From::error, Trouble::output_full},
    Rule{"output-tray-missing", From::error, Trouble::tray_missing},
    Rule{"paused", From::any, Trouble::paused},
    Rule{"shutdown", From::any, Trouble::stopped},
    Rule{"spool-area-full", From::error, Trouble::memory_full},
    Rule{"stopped-partly", From::never, Trouble::none, Notice::look},  // one of several devices behind one name
    Rule{"stopping"},
    Rule{"timed-out", From::error, Trouble::gone},
    Rule{"toner-empty", From::stated_error, Trouble::toner_empty},
    Rule{"toner-low", From::never, Trouble::none, Notice::toner_low},
};

// RFC 3998 (administration), PWG 5100.13 (identify), and IANA's registrations beside them.
constexpr std::array administration{
    Rule{"deactivated", From::any, Trouble::not_accepting},
    Rule{"hold-new-jobs", From::any, Trouble::held},
    Rule{"identify-printer-requested"},
    Rule{"resuming"},
    Rule{"testing"},
    Rule{"unknown", From::never, Trouble::none, Notice::unknown},
};

// PWG 5100.9: prtAlertCode of the Printer MIB (RFC 3805) as keywords; those of finishers are in `of_subunit`.
constexpr std::array alerts{
    Rule{"alert-removal-of-binary-change-entry"},
    Rule{"cleaner-life-almost-over", From::never, Trouble::none, Notice::part_wearing},
    Rule{"cleaner-life-over", From::stated_error, Trouble::worn_part},
    Rule{"configuration-change"},
    Rule{"fax-modem-life-almost-over"},
    Rule{"fax-modem-life-over"},
    Rule{"fax-modem-missing"},
    Rule{"fax-modem-turned-off"},
    Rule{"fax-modem-turned-on"},
    Rule{"input-cannot-feed-size-selected", From::warning, Trouble::wrong_paper},
    Rule{"input-manual-input-request", From::warning, Trouble::wrong_paper},
    Rule{"input-media-color-change", From::error, Trouble::wrong_paper},
    Rule{"input-media-form-parts-change", From::error, Trouble::wrong_paper},
    Rule{"input-media-size-change", From::error, Trouble::wrong_paper},
    Rule{"input-media-tray-failure", From::error, Trouble::broken},
    Rule{"input-media-tray-feed-error", From::error, Trouble::jam},
    Rule{"input-media-tray-jam", From::warning, Trouble::jam},
    Rule{"input-media-type-change", From::error, Trouble::wrong_paper},
    Rule{"input-media-weight-change", From::error, Trouble::wrong_paper},
    Rule{"input-pick-roller-failure", From::error, Trouble::broken},
    Rule{"input-pick-roller-life-over", From::stated_error, Trouble::worn_part},
    Rule{"input-pick-roller-life-warn", From::never, Trouble::none, Notice::part_wearing},
    Rule{"input-pick-roller-missing", From::error, Trouble::worn_part},
    Rule{"input-tray-elevation-failure", From::error, Trouble::broken},
    Rule{"input-tray-position-failure", From::error, Trouble::tray_missing},
    Rule{"interlock-closed"},
    Rule{"interpreter-cartridge-added"},
    Rule{"interpreter-cartridge-deleted"},
    Rule{"interpreter-complex-page-encountered", From::error, Trouble::memory_full},
    Rule{"interpreter-memory-decrease"},
    Rule{"interpreter-memory-increase"},
    Rule{"interpreter-resource-added"},
    Rule{"interpreter-resource-deleted"},
    Rule{"marker-adjusting-print-quality"},
    Rule{"marker-cleaner-missing", From::error, Trouble::worn_part},
    Rule{"marker-developer-almost-empty", From::never, Trouble::none, Notice::toner_low},
    Rule{"marker-developer-empty", From::stated_error, Trouble::toner_empty},
    Rule{"marker-developer-missing", From::error, Trouble::toner_empty},
    Rule{"marker-fuser-missing", From::error, Trouble::worn_part},
    Rule{"marker-fuser-thermistor-failure", From::error, Trouble::broken},
    Rule{"marker-fuser-timing-failure", From::error, Trouble::broken},
    Rule{"marker-ink-almost-empty", From::never, Trouble::none, Notice::toner_low},
    Rule{"marker-ink-empty", From::stated_error, Trouble::toner_empty},
    Rule{"marker-ink-missing", From::error, Trouble::toner_empty},
    Rule{"marker-opc-missing", From::error, Trouble::worn_part},
    Rule{"marker-print-ribbon-almost-empty", From::never, Trouble::none, Notice::toner_low},
    Rule{"marker-print-ribbon-empty", From::stated_error, Trouble::toner_empty},
    Rule{"marker-print-ribbon-missing", From::error, Trouble::toner_empty},
    Rule{"marker-supply-almost-empty", From::never, Trouble::none, Notice::toner_low},
    Rule{"marker-supply-missing", From::error, Trouble::toner_empty},
    Rule{"marker-toner-cartridge-missing", From::error, Trouble::toner_empty},
    Rule{"marker-toner-missing", From::error, Trouble::toner_empty},
    Rule{"marker-waste-ink-receptacle-almost-full", From::never, Trouble::none, Notice::waste_nearly_full},
    Rule{"marker-waste-ink-receptacle-full", From::stated_error, Trouble::waste_full},
    Rule{"marker-waste-ink-receptacle-missing", From::error, Trouble::waste_full},
    Rule{"marker-waste-missing", From::error, Trouble::waste_full},
    Rule{"marker-waste-toner-receptacle-almost-full", From::never, Trouble::none, Notice::waste_nearly_full},
    Rule{"marker-waste-toner-receptacle-full", From::stated_error, Trouble::waste_full},
    Rule{"marker-waste-toner-receptacle-missing", From::error, Trouble::waste_full},
    Rule{"media-path-cannot-duplex-media-selected"},  // ours is printed on one side
    Rule{"media-path-failure", From::error, Trouble::broken},
    Rule{"media-path-input-empty", From::error, Trouble::out_of_paper},
    Rule{"media-path-input-feed-error", From::error, Trouble::jam},
    Rule{"media-path-input-jam", From::warning, Trouble::jam},
    Rule{"media-path-input-request", From::warning, Trouble::wrong_paper},
    Rule{"media-path-jam", From::warning, Trouble::jam},
    Rule{"media-path-media-tray-almost-full", From::never, Trouble::none, Notice::output_nearly_full},
    Rule{"media-path-media-tray-full", From::error, Trouble::output_full},
    Rule{"media-path-media-tray-missing", From::error, Trouble::tray_missing},
    Rule{"media-path-output-feed-error", From::error, Trouble::jam},
    Rule{"media-path-output-full", From::error, Trouble::output_full},
    Rule{"media-path-output-jam", From::warning, Trouble::jam},
    Rule{"media-path-pick-roller-failure", From::error, Trouble::broken},
    Rule{"media-path-pick-roller-life-over", From::stated_error, Trouble::worn_part},
    Rule{"media-path-pick-roller-life-warn", From::never, Trouble::none, Notice::part_wearing},
    Rule{"media-path-pick-roller-missing", From::error, Trouble::worn_part},
    Rule{"output-mailbox-select-failure", From::error, Trouble::broken},
    Rule{"output-media-tray-failure", From::error, Trouble::broken},
    Rule{"output-media-tray-feed-error", From::error, Trouble::jam},
    Rule{"output-media-tray-jam", From::warning, Trouble::jam},
    Rule{"power-down", From::error, Trouble::stopped},
    Rule{"power-up"},
    Rule{"printer-manual-reset"},
    Rule{"printer-nms-reset"},
    Rule{"printer-ready-to-print"},
};

// PWG 5100.21 (3D printers; other printers have fans, motors and lamps too).
constexpr std::array made_of_parts{
    Rule{"camera-failure"},
    Rule{"chamber-cooling"},
    Rule{"chamber-failure", From::error, Trouble::broken},
    Rule{"chamber-heating"},
    Rule{"chamber-temperature-high", From::error, Trouble::temperature},
    Rule{"chamber-temperature-low", From::error, Trouble::temperature},
    Rule{"extruder-cooling"},
    Rule{"extruder-failure", From::error, Trouble::broken},
    Rule{"extruder-heating"},
    Rule{"extruder-jam", From::error, Trouble::jam},
    Rule{"extruder-temperature-high", From::error, Trouble::temperature},
    Rule{"extruder-temperature-low", From::error, Trouble::temperature},
    Rule{"fan-failure", From::error, Trouble::broken},
    Rule{"lamp-at-eol", From::stated_error, Trouble::worn_part},
    Rule{"lamp-failure", From::error, Trouble::broken},
    Rule{"lamp-near-eol", From::never, Trouble::none, Notice::part_wearing},
    Rule{"laser-at-eol", From::stated_error, Trouble::worn_part},
    Rule{"laser-failure", From::error, Trouble::broken},
    Rule{"laser-near-eol", From::never, Trouble::none, Notice::part_wearing},
    Rule{"material-empty", From::stated_error, Trouble::toner_empty},
    Rule{"material-low", From::never, Trouble::none, Notice::toner_low},
    Rule{"material-needed", From::error, Trouble::toner_empty},
    Rule{"media-drying"},
    Rule{"motor-failure", From::error, Trouble::broken},
    Rule{"platform-cooling"},
    Rule{"platform-failure", From::error, Trouble::broken},
    Rule{"platform-heating"},
    Rule{"platform-temperature-high", From::error, Trouble::temperature},
    Rule{"platform-temperature-low", From::error, Trouble::temperature},
    Rule{"wax-empty", From::stated_error, Trouble::toner_empty},  // solid ink; in use, but never registered
    Rule{"wax-low", From::never, Trouble::none, Notice::toner_low},
};

// What the scheduler adds (CUPS 2.4: backend/ipp.c, scheduler/job.c, filter documentation).
constexpr std::array scheduler{
    Rule{"cups-insecure-filter", From::warning, Trouble::no_filter},
    Rule{"cups-missing-filter", From::warning, Trouble::no_filter},
    Rule{"cups-certificate-error", From::any, Trouble::wrong_certificate},
    Rule{"cups-pki-changed", From::any, Trouble::wrong_certificate},
    Rule{"cups-pki-expired", From::any, Trouble::wrong_certificate},
    Rule{"cups-pki-invalid", From::any, Trouble::wrong_certificate},
    Rule{"cups-remote-stopped", From::any, Trouble::stopped},
    Rule{"offline", From::any, Trouble::gone},
};

// PWG 5100.9, table 6: what any subunit may report, as PREFIX-EVENT.
constexpr std::array subunits{
    "bander",     "binder",  "die-cutter",        "folder",        "imprinter", "inserter", "make-envelope",
    "perforater", "puncher", "separation-cutter", "sheet-rotator", "slitter",   "stacker",  "stapler",
    "stitcher",   "subunit", "trimmer",           "wrapper",
};
constexpr std::array of_subunit{
    Rule{"added"},
    Rule{"almost-empty", From::never, Trouble::none, Notice::look},
    Rule{"almost-full", From::never, Trouble::none, Notice::look},
    Rule{"at-limit", From::error, Trouble::stopped},
    Rule{"closed"},
    Rule{"configuration-change"},
    Rule{"cooling-down"},
    Rule{"cover-closed"},
    Rule{"cover-open", From::error, Trouble::door_open},
    Rule{"empty", From::error, Trouble::stopped},
    Rule{"full", From::error, Trouble::stopped},
    Rule{"interlock-closed"},
    Rule{"interlock-open", From::error, Trouble::door_open},
    Rule{"jam", From::error, Trouble::jam},
    Rule{"life-almost-over", From::never, Trouble::none, Notice::part_wearing},
    Rule{"life-over", From::stated_error, Trouble::worn_part},
    Rule{"memory-exhausted", From::error, Trouble::memory_full},
    Rule{"missing", From::error, Trouble::stopped},
    Rule{"motor-failure", From::error, Trouble::broken},
    Rule{"near-limit", From::never, Trouble::none, Notice::look},
    Rule{"offline", From::error, Trouble::stopped},
    Rule{"opened", From::error, Trouble::door_open},
    Rule{"over-temperature", From::error, Trouble::temperature},
    Rule{"power-saver"},
    Rule{"recoverable-failure", From::error, Trouble::stopped},
    Rule{"recoverable-storage", From::error, Trouble::stopped},
    Rule{"removed", From::error, Trouble::stopped},
    Rule{"resource-added"},
    Rule{"resource-removed"},
    Rule{"thermistor-failure", From::error, Trouble::broken},
    Rule{"timing-failure", From::error, Trouble::broken},
    Rule{"turned-off", From::error, Trouble::stopped},
    Rule{"turned-on"},
    Rule{"under-temperature", From::error, Trouble::temperature},
    Rule{"unrecoverable-failure", From::error, Trouble::broken},
    Rule{"unrecoverable-storage", From::error, Trouble::broken},
    Rule{"unrecoverable-storage-error", From::error, Trouble::broken},  // registered like this, with its "-error"
    Rule{"warming-up"},
};

const Rule* find_in(std::span<const Rule> rules, std::string_view keyword) {
    const auto at = std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.keyword == keyword; });
    return at == rules.end() ? nullptr : &*at;
}

const Rule* find_rule(std::string_view keyword) {
    for (const std::span<const Rule> rules :
         {std::span<const Rule>(rfc_8011), std::span<const Rule>(administration), std::span<const Rule>(alerts),
          std::span<const Rule>(made_of_parts), std::span<const Rule>(scheduler)}) {
        if (const auto* const rule = find_in(rules, keyword)) return rule;
    }
    for (const std::string_view unit : subunits) {
        if (!keyword.starts_with(unit) || keyword.size() <= unit.size() || keyword[unit.size()] != '-') continue;
        if (const auto* const rule = find_in(of_subunit, keyword.substr(unit.size() + 1))) return rule;
    }
    return nullptr;
}

bool reaches(Severity severity, From from) {
    switch (from) {
        case From::never:
            return false;
        case From::any:
            return true;
        case From::warning:
            return severity != Severity::report;
        case From::error:
            return severity == Severity::unstated || severity == Severity::error;
        case From::stated_error:
            return severity == Severity::error;
    }
    std::abort();
}

// The notice for a fault that does not block yet.
Notice herald_of(Trouble trouble) {
    switch (trouble) {
        case Trouble::out_of_paper:
        case Trouble::tray_missing:
        case Trouble::wrong_paper:
            return Notice::other_tray;
        case Trouble::output_full:
            return Notice::output_nearly_full;
        case Trouble::toner_empty:
            return Notice::toner_low;
        case Trouble::waste_full:
            return Notice::waste_nearly_full;
        case Trouble::worn_part:
            return Notice::part_wearing;
        case Trouble::none:
        case Trouble::no_printer:
        case Trouble::jam:
        case Trouble::door_open:
        case Trouble::stopped:
        case Trouble::gone:
        case Trouble::failed:
        case Trouble::temperature:
        case Trouble::memory_full:
        case Trouble::broken:
        case Trouble::no_filter:
        case Trouble::paused:
        case Trouble::not_accepting:
        case Trouble::held:
        case Trouble::stalled:
        case Trouble::leftover:
        case Trouble::no_pdf:
        case Trouble::sign_in:
        case Trouble::wrong_certificate:
            return Notice::look;
    }
    std::abort();
}

std::pair<std::string_view, Severity> split(std::string_view reason) {
    constexpr std::array<std::pair<std::string_view, Severity>, 3> suffixes{
        {{"-report", Severity::report}, {"-warning", Severity::warning}, {"-error", Severity::error}}};
    for (const auto& [suffix, severity] : suffixes) {
        if (reason.ends_with(suffix)) return {reason.substr(0, reason.size() - suffix.size()), severity};
    }
    return {reason, Severity::unstated};
}

}  // namespace

Meaning meaning_of(std::string_view reason) {
    const auto [keyword, severity] = split(reason);
    const Rule* const rule = find_rule(keyword);
    if (rule == nullptr) return {Trouble::none, Notice::unknown};
    if (reaches(severity, rule->from)) return {rule->trouble, std::nullopt};
    if (rule->from == From::never) return {Trouble::none, rule->notice};
    const Notice herald = herald_of(rule->trouble);
    // Staff need no news of a part that is not used up.
    if (herald == Notice::look && severity == Severity::report) return {};
    return {Trouble::none, herald};
}

}  // namespace pocketplan::status
