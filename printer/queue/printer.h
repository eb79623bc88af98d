#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "printer/status/status.h"

namespace pocketplan::queue {

enum class JobId : int {};

// unreachable: nothing answered. refused: it answered, and did not take the job. interrupted: abandon() was called.
enum class SubmitFault { unreachable, refused, interrupted };

// Where paper comes from: a driverless printer, a queue of the local scheduler, or a folder. Every call but abandon()
// may take seconds and is made by the print worker's thread alone; none throws, none allocates in the visit's arena.
class Printer {
public:
    virtual ~Printer() = default;

    virtual status::DeviceReport device() = 0;
    // One job of one PDF under a neutral title. `pdf` must live until the call returns.
    virtual tl::expected<JobId, SubmitFault> submit(std::span<const std::byte> pdf) = 0;
    virtual status::JobReport job(JobId job) = 0;
    // True once the device confirms that the job will print nothing more.
    virtual bool cancel(JobId job) = 0;
    // Jobs of our user name that are not at their end. Unset where the device does not answer.
    virtual tl::expected<std::vector<JobId>, SubmitFault> unfinished_jobs() = 0;
    // From any thread: makes a call that is under way return soon, by shutting its socket down.
    virtual void abandon() = 0;
};

// malformed: not ipp://, ipps://, cups: or folder:. cleartext: ipp:// to another machine.
enum class PrinterUriFault { malformed, cleartext };
enum class Cleartext { refused, allowed };

// `user_name`: the requesting-user-name, random per machine; start-up clean-up touches only jobs of that name.
tl::expected<std::unique_ptr<Printer>, PrinterUriFault> open_printer(std::string_view uri, std::string_view user_name,
                                                                     Cleartext cleartext = Cleartext::refused);
// One line for standard error.
std::string describe(PrinterUriFault fault, std::string_view uri);

}  // namespace pocketplan::queue
