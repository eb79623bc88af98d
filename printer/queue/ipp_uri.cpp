#include "printer/queue/ipp_uri.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <arpa/inet.h>

namespace pocketplan::queue {
namespace {

std::string lower(std::string_view text) {
    std::string small(text);
    std::transform(small.begin(), small.end(), small.begin(), [](unsigned char c) { return std::tolower(c); });
    return small;
}

}  // namespace

std::optional<IppAddress> parse_ipp_uri(const std::string& written) {
    // Schemes may be in capitals (RFC 3986, 3.1); devices and libcups want them in lower case.
    const auto scheme_end = std::min(written.find(':'), written.size());
    const std::string uri = lower(written.substr(0, scheme_end)) + written.substr(scheme_end);
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
    std::string name = lower(host);
    if (name.starts_with('[') && name.ends_with(']')) name = name.substr(1, name.size() - 2);
    if (name.ends_with('.')) name.pop_back();  // the DNS root
    if (name == "localhost") return true;
    const auto is_v4 = [](const in_addr& v4) { return ntohl(v4.s_addr) >> 24U == IN_LOOPBACKNET; };
    in_addr four{};
    if (inet_aton(name.c_str(), &four) != 0) return is_v4(four);
    in6_addr six{};
    if (inet_pton(AF_INET6, name.c_str(), &six) != 1) return false;
    if (!IN6_IS_ADDR_V4MAPPED(&six)) return IN6_IS_ADDR_LOOPBACK(&six);
    std::copy_n(&six.s6_addr[12], sizeof four, reinterpret_cast<unsigned char*>(&four));
    return is_v4(four);
}

std::string without_sign_in(std::string_view uri) {
    constexpr std::string_view opening = "://";
    const auto opened = uri.find(opening);
    if (opened == std::string_view::npos) return std::string(uri);
    const auto host = opened + opening.size();
    const auto authority = uri.substr(host, uri.find('/', host) - host);
    const auto at = authority.rfind('@');
    if (at == std::string_view::npos) return std::string(uri);
    return std::string(uri.substr(0, host)) + std::string(uri.substr(host + at + 1));
}

}  // namespace pocketplan::queue
