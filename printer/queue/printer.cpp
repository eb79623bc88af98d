#include "printer/queue/printer.h"

#include <cstdlib>

#include "printer/queue/cups_queue.h"
#include "printer/queue/folder_printer.h"
#include "printer/queue/ipp_printer.h"
#include "printer/queue/ipp_uri.h"

namespace pocketplan::queue {
namespace {

tl::expected<std::unique_ptr<Printer>, PrinterUriFault> open_ipp(const std::string& uri, std::string_view user_name,
                                                                 Cleartext cleartext, std::string_view fingerprint) {
    auto address = parse_ipp_uri(uri);
    if (!address) return tl::unexpected(PrinterUriFault::malformed);
    const bool encrypted = address->encryption == HTTP_ENCRYPTION_ALWAYS;
    const bool elsewhere = !is_loopback(address->host);
    if (!encrypted && elsewhere && cleartext == Cleartext::refused) return tl::unexpected(PrinterUriFault::cleartext);
    if (encrypted && elsewhere && fingerprint.empty()) return tl::unexpected(PrinterUriFault::unpinned);
    if (!fingerprint.empty()) {
        address->pin = parse_fingerprint(fingerprint);
        if (!address->pin || !encrypted) return tl::unexpected(PrinterUriFault::fingerprint);
    }
    return std::make_unique<IppPrinter>(std::move(*address), std::string(user_name));
}

bool is_queue_name(std::string_view name) {
    return !name.empty() && name.find_first_of("/#? \t\"'") == std::string_view::npos;
}

}  // namespace

tl::expected<std::unique_ptr<Printer>, PrinterUriFault> open_printer(std::string_view uri, std::string_view user_name,
                                                                     Cleartext cleartext,
                                                                     std::string_view fingerprint) {
    if (uri.starts_with("ipp://") || uri.starts_with("ipps://")) {
        return open_ipp(std::string(uri), user_name, cleartext, fingerprint);
    }
    const auto rest_after = [&](std::string_view scheme) { return std::string(uri.substr(scheme.size())); };
    const bool folder = uri.starts_with("folder:") && uri.size() > 7;
    const bool scheduler = uri.starts_with("cups:") && is_queue_name(uri.substr(5));
    if (!folder && !scheduler) return tl::unexpected(PrinterUriFault::malformed);
    if (!fingerprint.empty()) return tl::unexpected(PrinterUriFault::fingerprint);
    if (folder) return std::make_unique<FolderPrinter>(rest_after("folder:"));
    return std::make_unique<CupsQueue>(rest_after("cups:"), std::string(user_name));
}

std::string describe(PrinterUriFault fault, std::string_view uri) {
    const std::string name = "printer '" + std::string(uri) + "': ";
    switch (fault) {
        case PrinterUriFault::malformed:
            return name + "expected ipp://HOST:PORT/PATH, ipps://HOST:PORT/PATH, cups:QUEUE or folder:DIR";
        case PrinterUriFault::cleartext:
            return name +
                   "ipp:// to another machine would send the plan unencrypted; use ipps://, or set "
                   "allow_cleartext in the settings";
        case PrinterUriFault::unpinned:
            return name +
                   "ipps:// to another machine needs its certificate in the settings: certificate = \"...\", as "
                   "'openssl s_client -connect HOST:PORT </dev/null | openssl x509 -noout -fingerprint -sha256' shows";
        case PrinterUriFault::fingerprint:
            return name + "a certificate is 64 hexadecimal digits (SHA-256), and only ipps:// printers have one";
    }
    std::abort();
}

}  // namespace pocketplan::queue
