#include "kiosk/app/promises.h"

#include <algorithm>

#include "kiosk/forgetting/checks.h"
#include "kiosk/machine/service.h"
#include "kiosk/papers/installed.h"
#include "kiosk/papers/today.h"

namespace pocketplan::app {
namespace {

using visit::Finding;

// A trial from a build folder or in a window, unless the settings want it to be held to more.
bool is_trial(const Config& config) {
    return config.unready == Unready::as_installed && (config.windowed || !papers::is_installed());
}

void add(std::vector<Finding>& findings, const std::vector<Finding>& more) {
    findings.insert(findings.end(), more.begin(), more.end());
}

constexpr std::string_view folder_scheme = "folder:";

}  // namespace

bool may_keep_plans(const Config& config) {
    return is_trial(config) && !papers::is_installed();
}

std::optional<Finding> refused_printer(const Config& config) {
    if (config.printer.empty()) return Finding::no_printer;
    if (config.printer.starts_with(folder_scheme) && !may_keep_plans(config)) return Finding::folder;
    return std::nullopt;
}

forgetting::Folders folders_to_search(const Config& config) {
    const bool kept = may_keep_plans(config) && config.printer.starts_with(folder_scheme);
    return forgetting::Folders::of_this_machine(kept ? config.printer.substr(folder_scheme.size()) : "");
}

std::optional<visit::Receipt> make_receipt(const std::optional<forgetting::Farewell>& farewell, const Config& config) {
    if (!farewell || farewell->trace == forgetting::Trace{}) return std::nullopt;
    return forgetting::search(farewell->trace, farewell->proven, folders_to_search(config));
}

std::vector<Finding> examine(const Setup& setup, const std::optional<visit::Receipt>& receipt,
                             const forgetting::Arena& arena) {
    std::vector<Finding> findings;
    if (receipt && !receipt->found.empty()) findings.push_back(Finding::trace);
    if (receipt && !receipt->proven) findings.push_back(Finding::unproven);
    const auto refused = setup.usable ? refused_printer(setup.config) : Finding::unusable;
    if (refused) findings.push_back(*refused);
    if (setup.usable && !setup.fault.empty()) findings.push_back(Finding::faulty_files);
    if (!arena.locked()) findings.push_back(Finding::memory);
    if (is_trial(setup.config)) return findings;
    add(findings, forgetting::examine_in_the_open("/"));
    add(findings, forgetting::examine_sandbox("/"));
    add(findings, forgetting::read_verdict(forgetting::verdict_folder(machine::runtime_folder())));
    if (path_of(setup.printer.get()) != view::PrintPath::scheduler)
        std::erase_if(findings, forgetting::is_about_the_scheduler);
    std::sort(findings.begin(), findings.end());
    return findings;
}

bool refuses(const Config& config, const std::vector<Finding>& findings) {
    const auto enough = config.unready == Unready::warn ? visit::Weight::insists : visit::Weight::forbids;
    return std::any_of(findings.begin(), findings.end(), [&](Finding f) { return visit::weight(f) >= enough; });
}

std::optional<Finding> count(const forgetting::Farewell& farewell, machine::Tally& tally) {
    const bool visited = farewell.reason != visit::EndReason::again && farewell.reason != visit::EndReason::shutdown;
    const auto folder = machine::state_folder();
    if (!visited || folder.empty()) return std::nullopt;
    const machine::Counted counted{farewell.language.data(), farewell.printed, farewell.trouble};
    switch (machine::count_visit(folder, machine::week_of(papers::today()), counted, tally)) {
        case machine::ChangeOutcome::done:
            return std::nullopt;
        case machine::ChangeOutcome::begun_anew:
            return Finding::counters;
        case machine::ChangeOutcome::unwritable:
            return Finding::state;
    }
    std::abort();
}

}  // namespace pocketplan::app
