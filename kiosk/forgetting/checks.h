#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "kiosk/visit/receipt.h"

// Whether the machine is set up as the promises require (docs/PRIVACY.md, "What enforces each promise").
namespace pocketplan::forgetting {

// What any user of the machine can see: swap, dumps, freed memory. `root`: "/", or a test's copy of a machine.
std::vector<visit::Finding> examine_in_the_open(const std::filesystem::path& root);
// Whether this process is in its unit's sandbox: no new privileges, and a filter of system calls.
std::vector<visit::Finding> examine_sandbox(const std::filesystem::path& root);
// What only root can see: settings and spool of CUPS (which matter if plans go through it), and where the kiosk's
// journal goes.
std::vector<visit::Finding> examine_as_root(const std::filesystem::path& root);
// Whether our drop-in gives CUPS a spool that no other program sees; then the folder with that name is a different one.
bool spool_is_the_schedulers_alone(const std::filesystem::path& root);
bool is_about_the_scheduler(visit::Finding finding);

// Where root's verdict is: in a folder beside the kiosk's runtime folder, which root alone writes into, so that nothing
// that the kiosk's user plants there can lead root elsewhere. Empty if there is no runtime folder.
std::filesystem::path verdict_folder(const std::filesystem::path& runtime_folder);
// Writes the verdict for the kiosk, into a folder that it makes. False if it cannot be written, or the folder is not
// the caller's alone.
bool leave_verdict(const std::filesystem::path& folder, const std::vector<visit::Finding>& findings);
// `unchecked` if there is no such file, or it is not ours.
std::vector<visit::Finding> read_verdict(const std::filesystem::path& folder);

// Pure: given the contents of files of the kernel and CUPS.
bool swap_is_on(std::string_view proc_swaps);
bool dumps_are_harmless(std::string_view core_pattern, std::string_view suid_dumpable);
bool scheduler_forgets(std::string_view cupsd_conf);
bool is_tmpfs(std::string_view mountinfo, std::string_view folder);

}  // namespace pocketplan::forgetting
