#include "printer/queue/ipp_uri.h"

#include <array>

namespace pocketplan::queue {

std::optional<IppAddress> parse_ipp_uri(const std::string& uri) {
    std::array<char, 32> scheme{};
    std::array<char, 256> user{};
    std::array<char, 256> host{};
    std::array<char, 256> resource{};
    int port = 0;
    const auto status = httpSeparateURI(HTTP_URI_CODING_ALL, uri.c_str(), scheme.data(), scheme.size(), user.data(),
                                        user.size(), host.data(), host.size(), &port, resource.data(), resource.size());
    const std::string_view kind(scheme.data());
    const bool good = status == HTTP_URI_STATUS_OK && (kind == "ipp" || kind == "ipps") && host[0] != '\0' &&
                      std::string_view(resource.data()).size() > 1;
    if (!good) return std::nullopt;
    const auto encryption = kind == "ipps" ? HTTP_ENCRYPTION_ALWAYS : HTTP_ENCRYPTION_IF_REQUESTED;
    return IppAddress{host.data(), port, encryption, resource.data(), uri, std::nullopt};
}

bool is_loopback(std::string_view host) {
    const bool digits = host.find_first_not_of("0123456789.") == std::string_view::npos;
    return host == "localhost" || host == "::1" || host == "[::1]" || (digits && host.starts_with("127."));
}

}  // namespace pocketplan::queue
