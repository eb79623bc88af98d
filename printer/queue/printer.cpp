#include "printer/queue/printer.h"

#include <array>
#include <cstdlib>

#include "printer/queue/folder_printer.h"
#include "printer/queue/ipp_printer.h"

namespace pocketplan::queue {
namespace {

// A name that only looks like an address ("127.example.org") is another machine.
bool is_loopback(std::string_view host) {
    const bool digits = host.find_first_not_of("0123456789.") == std::string_view::npos;
    return host == "localhost" || host == "::1" || host == "[::1]" || (digits && host.starts_with("127."));
}

tl::expected<std::unique_ptr<Printer>, PrinterUriFault> open_ipp(const std::string& uri, std::string_view user_name,
                                                                 Cleartext cleartext) {
    std::array<char, 32> scheme{};
    std::array<char, 256> user{};
    std::array<char, 256> host{};
    std::array<char, 256> resource{};
    int port = 0;
    const auto status = httpSeparateURI(HTTP_URI_CODING_ALL, uri.c_str(), scheme.data(), scheme.size(), user.data(),
                                        user.size(), host.data(), host.size(), &port, resource.data(), resource.size());
    const bool good = status == HTTP_URI_STATUS_OK && host[0] != '\0' && std::string_view(resource.data()).size() > 1;
    if (!good) return tl::unexpected(PrinterUriFault::malformed);
    const bool encrypted = std::string_view(scheme.data()) == "ipps";
    if (!encrypted && cleartext == Cleartext::refused && !is_loopback(host.data())) {
        return tl::unexpected(PrinterUriFault::cleartext);
    }
    IppAddress address{host.data(), port, encrypted ? HTTP_ENCRYPTION_ALWAYS : HTTP_ENCRYPTION_IF_REQUESTED,
                       resource.data(), uri};
    return std::make_unique<IppPrinter>(std::move(address), std::string(user_name));
}

// The local scheduler, which cupsServer() names: a domain socket, unless the machine's settings say otherwise.
std::unique_ptr<Printer> open_queue(const std::string& name, std::string_view user_name) {
    IppAddress address{cupsServer(), ippPort(), cupsEncryption(), "/printers/" + name,
                       "ipp://localhost/printers/" + name};
    return std::make_unique<IppPrinter>(std::move(address), std::string(user_name));
}

bool is_queue_name(std::string_view name) {
    return !name.empty() && name.find_first_of("/#? \t\"'") == std::string_view::npos;
}

}  // namespace

tl::expected<std::unique_ptr<Printer>, PrinterUriFault> open_printer(std::string_view uri, std::string_view user_name,
                                                                     Cleartext cleartext) {
    const auto rest_after = [&](std::string_view scheme) { return std::string(uri.substr(scheme.size())); };
    if (uri.starts_with("folder:") && uri.size() > 7) return std::make_unique<FolderPrinter>(rest_after("folder:"));
    if (uri.starts_with("cups:") && is_queue_name(uri.substr(5))) return open_queue(rest_after("cups:"), user_name);
    if (uri.starts_with("ipp://") || uri.starts_with("ipps://"))
        return open_ipp(std::string(uri), user_name, cleartext);
    return tl::unexpected(PrinterUriFault::malformed);
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
    }
    std::abort();
}

}  // namespace pocketplan::queue
