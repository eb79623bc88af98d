#include "printer/queue/printer.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

#include "printer/queue/folder_printer.h"
#include "printer/queue/ipp_uri.h"
#include "printer/queue/loaded_printer.h"

namespace pocketplan::queue {
namespace {

tl::expected<std::unique_ptr<Printer>, PrinterUriFault> open_ipp(const std::string& uri, std::string_view user_name,
                                                                 Cleartext cleartext, std::string_view fingerprint) {
    auto address = parse_ipp_uri(uri);
    if (!address) return tl::unexpected(PrinterUriFault::malformed);
    const bool encrypted = address->encryption == Encryption::always;
    const bool elsewhere = !is_loopback(address->host);
    if (!encrypted && elsewhere && cleartext == Cleartext::refused) return tl::unexpected(PrinterUriFault::cleartext);
    if (encrypted && elsewhere && fingerprint.empty()) return tl::unexpected(PrinterUriFault::unpinned);
    if (!fingerprint.empty()) {
        address->pin = parse_fingerprint(fingerprint);
        if (!address->pin || !encrypted) return tl::unexpected(PrinterUriFault::fingerprint);
    }
    return LoadedPrinter::ipp(std::move(*address), std::string(user_name));
}

// In any case (RFC 3986, 3.1). "cups:" and "folder:" are our own words, in lower case.
bool is_scheme(std::string_view uri, std::string_view scheme) {
    const auto same = [](char small, char written) {
        return std::tolower(static_cast<unsigned char>(written)) == small;
    };
    return uri.size() >= scheme.size() && std::equal(scheme.begin(), scheme.end(), uri.begin(), same);
}

bool has_space_around(std::string_view uri) {
    constexpr std::string_view spaces = " \t";
    return !uri.empty() && (spaces.find(uri.front()) != uri.npos || spaces.find(uri.back()) != uri.npos);
}

bool is_queue_name(std::string_view name) {
    return !name.empty() && name.find_first_of("/#? \t\"'") == std::string_view::npos;
}

}  // namespace

tl::expected<std::unique_ptr<Printer>, PrinterUriFault> open_printer(std::string_view uri, std::string_view user_name,
                                                                     Cleartext cleartext,
                                                                     std::string_view fingerprint) {
    if (has_space_around(uri)) return tl::unexpected(PrinterUriFault::space);
    if (without_sign_in(uri) != uri) return tl::unexpected(PrinterUriFault::sign_in);
    if (is_scheme(uri, "ipp://") || is_scheme(uri, "ipps://")) {
        return open_ipp(std::string(uri), user_name, cleartext, fingerprint);
    }
    const auto rest_after = [&](std::string_view scheme) { return std::string(uri.substr(scheme.size())); };
    const bool folder = uri.starts_with("folder:") && uri.size() > 7;
    const bool scheduler = uri.starts_with("cups:") && is_queue_name(uri.substr(5));
    if (!folder && !scheduler) return tl::unexpected(PrinterUriFault::malformed);
    if (uri.starts_with("folder:~")) return tl::unexpected(PrinterUriFault::home);
    if (!fingerprint.empty()) return tl::unexpected(PrinterUriFault::fingerprint);
    if (folder) return std::make_unique<FolderPrinter>(rest_after("folder:"));
    return LoadedPrinter::cups(rest_after("cups:"), std::string(user_name));
}

std::string describe(PrinterUriFault fault, std::string_view uri) {
    const std::string name = "printer '" + without_sign_in(uri) + "': ";  // a password must not reach the journal
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
        case PrinterUriFault::sign_in:
            return name +
                   "a name and a password before the host are not used; take them out (a printer that wants them "
                   "cannot be used)";
        case PrinterUriFault::home:
            return name + "'~' is not expanded here; write the whole path, for example folder:/home/kiosk/plans";
        case PrinterUriFault::space:
            return name + "begins or ends with a space; take it out";
    }
    std::abort();
}

}  // namespace pocketplan::queue
