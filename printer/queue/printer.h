#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "printer/status/status.h"

namespace pocketplan::queue {

enum class JobId : int {};

// unreachable: nothing answered in time that makes sense. refused: it answered, and did not take the job. no_pdf: it
// does not take PDF. sign_in: it asks for a name and a password. wrong_certificate: it is not the device that the
// settings name; nothing was sent. interrupted: abandon() was called.
enum class SubmitFault { unreachable, refused, no_pdf, sign_in, wrong_certificate, interrupted };

// clear: a look found no job of ours. not_yet: one was found, though it may be cancelled by now, or nothing answers.
// sign_in, wrong_certificate: as of submit(); then none of ours can have come in.
enum class Clearing { clear, not_yet, sign_in, wrong_certificate };

// The way a plan takes. direct_pdf: as it is to the device, spooled nowhere. scheduler: by the local scheduler, which
// makes of it what the device takes. files: into a folder, for trying things out.
enum class Path { direct_pdf, scheduler, files };

// Where paper comes from: a driverless printer, a queue of the local scheduler, or a folder. Every call but abandon()
// and path() may take seconds and is made by the print worker's thread alone; each has an end, none throws, none
// allocates in the visit's arena.
class Printer {
public:
    virtual ~Printer() = default;

    [[nodiscard]] virtual Path path() const = 0;
    virtual status::DeviceReport device() = 0;
    // One job of one PDF under a neutral title. `pdf` must live until the call returns. After any fault but no_pdf,
    // sign_in and wrong_certificate a part of it may lie in the device until clear() says that it does not.
    virtual tl::expected<JobId, SubmitFault> submit(std::span<const std::byte> pdf) = 0;
    virtual status::JobReport job(JobId job) = 0;
    // Cancels every job of our user name, wherever it lies on its way, and removes what is kept of it as far as can be
    // told to. To be called again until there was none to cancel, because what is on its way to a device may bring a
    // cancelled job back.
    virtual Clearing clear() = 0;
    // From any thread: makes a call that is under way return soon, and every later one at once.
    virtual void abandon() = 0;
};

// malformed: not ipp://, ipps://, cups: or folder:. cleartext: ipp:// to another machine. unpinned: ipps:// to another
// machine whose certificate is not named. fingerprint: not 64 hexadecimal digits, or of a printer that shows none.
// sign_in: a name and password before the host. home: a folder below "~", which only a shell knows.
enum class PrinterUriFault { malformed, cleartext, unpinned, fingerprint, sign_in, home };
enum class Cleartext { refused, allowed };

// `user_name`: the requesting-user-name, random per machine; clear() touches only jobs of that name. `fingerprint`:
// SHA-256 of the certificate of an ipps:// printer, in hexadecimal; compared on each connection before anything is
// sent. Empty: none is named.
tl::expected<std::unique_ptr<Printer>, PrinterUriFault> open_printer(std::string_view uri, std::string_view user_name,
                                                                     Cleartext cleartext = Cleartext::refused,
                                                                     std::string_view fingerprint = {});
// One line for standard error; says no password.
std::string describe(PrinterUriFault fault, std::string_view uri);

}  // namespace pocketplan::queue
