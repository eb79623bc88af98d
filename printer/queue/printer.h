#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "printer/status/paper.h"
#include "printer/status/status.h"

namespace pocketplan::queue {

enum class JobId : int {};

// unreachable: no sensible answer in time. refused: it answered, and did not take the job. no_pdf: it does not take
// PDF. sign_in: it asks for a name and a password. wrong_certificate: it is not the device that the settings name;
// nothing was sent. interrupted: abandon() was called.
enum class SubmitFault { unreachable, refused, no_pdf, sign_in, wrong_certificate, interrupted };

// clear: a poll found no job of ours. not_yet: one was found, though it may be cancelled by now, or nothing answers.
// sign_in, wrong_certificate: as for submit(); then none of our jobs can have got in.
enum class Clearing { clear, not_yet, sign_in, wrong_certificate };

// How a plan reaches paper. direct_pdf: as it is, to the device, spooled nowhere. scheduler: through the local
// scheduler, which converts it to what the device takes. files: into a folder, for trying things out.
enum class Path { direct_pdf, scheduler, files };

// What is printed: a PDF, and the paper that its pages were laid out for.
struct Document {
    std::span<const std::byte> pdf;
    status::PaperKind paper = status::PaperKind::letter;
};

// Where paper comes from: a driverless printer, a queue of the local scheduler, or a folder. Every call except
// abandon() and path() may take seconds and is made by the print worker's thread only. Each call ends, none throws, and
// none allocates in the visit's arena.
class Printer {
public:
    virtual ~Printer() = default;

    [[nodiscard]] virtual Path path() const = 0;
    virtual status::DeviceReport device() = 0;
    // Submits one job of one document under a neutral title. Its bytes must live until the call returns. After any
    // fault except no_pdf, sign_in and wrong_certificate, a part of it may be in the device until clear() says that it
    // is not.
    virtual tl::expected<JobId, SubmitFault> submit(const Document& document) = 0;
    virtual status::JobReport job(JobId job) = 0;
    // Cancels every job of our user name, wherever it is on its way, and removes what is kept of it as far as possible.
    // Call it again until there is nothing to cancel, because data on its way to a device may bring a cancelled job
    // back.
    virtual Clearing clear() = 0;
    // From any thread: makes the current call return soon, and every later one at once.
    virtual void abandon() = 0;
};

// malformed: not ipp://, ipps://, cups: or folder:. cleartext: ipp:// to another machine. unpinned: ipps:// to another
// machine without its certificate in the settings. fingerprint: not 64 hexadecimal digits, or for a printer that has no
// certificate. sign_in: a name and password before the host. home: a folder below "~", which only a shell knows.
// space: there is one before or after it.
enum class PrinterUriFault { malformed, cleartext, unpinned, fingerprint, sign_in, home, space };
enum class Cleartext { refused, allowed };

// `user_name`: the requesting-user-name, random per machine; clear() touches only jobs of that name. `fingerprint`:
// SHA-256 of the certificate of an ipps:// printer, in hexadecimal, compared on each connection before anything is
// sent. Empty: none.
tl::expected<std::unique_ptr<Printer>, PrinterUriFault> open_printer(std::string_view uri, std::string_view user_name,
                                                                     Cleartext cleartext = Cleartext::refused,
                                                                     std::string_view fingerprint = {});
// One line for standard error; contains no password.
std::string describe(PrinterUriFault fault, std::string_view uri);

}  // namespace pocketplan::queue
