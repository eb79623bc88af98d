#pragma once

#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace pocketplan::tools {

// How a program ends: README, "The programs". unforgotten: the kiosk could not replace its process after a visit
// (EX_SOFTWARE of sysexits.h); systemd starts it again.
enum class Exit { done = 0, failed = 1, users_fault = 2, unforgotten = 70 };

// Why a program could not do what it was asked to. Passed up to main, which reports it once.
struct Failure {
    Exit status = Exit::failed;
    std::string message;  // one line, or one for each fault of a pack
};

// The call, or a file that it names, is wrong.
tl::unexpected<Failure> users_fault(std::string message);
// Anything else.
tl::unexpected<Failure> failed(std::string message);

// Prints one line on standard error.
void tell(std::string_view line);
// Prints the message on standard error. Returns the exit status.
int report(const Failure& failure);
// How a program that says something on standard output ends: where that could not be written, nobody read it. Returns
// the exit status.
int finish(const tl::expected<void, Failure>& done, const std::string& program);

}  // namespace pocketplan::tools
