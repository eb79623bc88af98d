#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "kiosk/visit/receipt.h"

// Whether the machine is set up as the promises need it (docs/PRIVACY.md, "What holds each of it").
namespace pocketplan::machine {

// What anybody on the machine can see: swap, dumps, freed memory. `root`: "/", or where a test has such a machine.
std::vector<visit::Finding> examine_in_the_open(const std::filesystem::path& root);
// Whether this process is in the sandbox of its unit: no new privileges, and a filter of system calls.
std::vector<visit::Finding> examine_sandbox(const std::filesystem::path& root);
// What only root can see: settings and spool of CUPS (which count where plans go through it), and where the journal of
// the kiosk goes.
std::vector<visit::Finding> examine_as_root(const std::filesystem::path& root);
// Whether our drop-in gives CUPS a spool that no other program sees: a folder of that name is then another one.
bool spool_is_the_schedulers_alone(const std::filesystem::path& root);
bool is_about_the_scheduler(visit::Finding finding);

// How root leaves it to the kiosk. False where the file cannot be written.
bool leave_verdict(const std::filesystem::path& file, const std::vector<visit::Finding>& findings);
// `unchecked` where there is no such file, or none of ours.
std::vector<visit::Finding> read_verdict(const std::filesystem::path& file);

// In the folder that systemd gives.
inline constexpr std::string_view verdict_name = "verdict";

// Pure, of the texts of files as the kernel and CUPS have them.
bool swap_is_on(std::string_view proc_swaps);
bool dumps_are_harmless(std::string_view core_pattern, std::string_view suid_dumpable);
bool scheduler_forgets(std::string_view cupsd_conf);
bool is_tmpfs(std::string_view mountinfo, std::string_view folder);

}  // namespace pocketplan::machine
