#include "printer/queue/ipp_uri.h"

#include <algorithm>
#include <cctype>
#include <charconv>

#include <arpa/inet.h>

namespace pocketplan::queue {
namespace {

std::string lower(std::string_view text) {
    std::string small(text);
    std::transform(small.begin(), small.end(), small.begin(), [](unsigned char c) { return std::tolower(c); });
    return small;
}

constexpr std::size_t longest = 255;  // bytes of a host or a path
constexpr std::string_view hexadecimal = "0123456789ABCDEFabcdef";
constexpr std::string_view of_a_name =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%!$&'()*+,;=\\";

int value_of(char digit) {
    int value = -1;
    std::from_chars(&digit, &digit + 1, value, 16);
    return value;
}

// Without its percents (RFC 3986, 2.1); unset where a character is none of a URI, or it is too long.
std::optional<std::string> decoded(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool encoded = text[at] == '%';
        const bool whole = at + 2 < text.size() && value_of(text[at + 1]) >= 0 && value_of(text[at + 2]) >= 0;
        if (text[at] <= ' ' || text[at] > '~' || (encoded && !whole)) return std::nullopt;
        plain += encoded ? static_cast<char>(16 * value_of(text[at + 1]) + value_of(text[at + 2])) : text[at];
        if (encoded) at += 2;
        if (plain.back() == '\0') return std::nullopt;
    }
    return plain.size() > longest ? std::nullopt : std::optional(plain);
}

// Takes an address in brackets, a zone behind it (RFC 6874) and all, off the front.
std::optional<std::string> take_address(std::string_view& authority) {
    const auto end = authority.find(']');
    if (end == std::string_view::npos) return std::nullopt;
    auto inside = authority.substr(1, end - 1);
    authority.remove_prefix(end + 1);
    if (inside.starts_with('v')) {  // and a version (RFC 3986, 3.2.2)
        const auto dot = inside.find_first_not_of(hexadecimal, 1);
        if (dot == std::string_view::npos || inside[dot] != '.') return std::nullopt;
        inside.remove_prefix(dot + 1);
    }
    auto address = decoded(inside);
    if (!address) return std::nullopt;
    const auto zone = std::min(address->find_first_of("+%"), address->size());
    const auto is_in_one = [](char c) { return c == ':' || c == '.' || hexadecimal.find(c) != hexadecimal.npos; };
    if (!std::all_of(address->begin(), address->begin() + static_cast<std::ptrdiff_t>(zone), is_in_one)) {
        return std::nullopt;
    }
    if (zone < address->size()) (*address)[zone] = '%';
    return address;
}

std::optional<std::string> take_name(std::string_view& authority) {
    const auto name = authority.substr(0, authority.find(':'));
    authority.remove_prefix(name.size());
    if (name.find_first_not_of(of_a_name) != std::string_view::npos) return std::nullopt;
    return decoded(name);
}

// What is left behind the host: ":631", or nothing.
std::optional<int> port_in(std::string_view rest) {
    if (rest.empty()) return 631;
    int port = 0;
    const char* const end = rest.data() + rest.size();
    const auto read = std::from_chars(rest.data() + 1, end, port);
    const bool good = rest[0] == ':' && read.ec == std::errc{} && read.ptr == end && port > 0 && port <= 65535;
    return good ? std::optional(port) : std::nullopt;
}

}  // namespace

std::optional<IppAddress> parse_ipp_uri(const std::string& written) {
    // Schemes may be in capitals (RFC 3986, 3.1); devices and libcups want them in lower case.
    const auto scheme_end = written.find("://");
    if (scheme_end == std::string::npos) return std::nullopt;
    const std::string scheme = lower(written.substr(0, scheme_end));
    if (scheme != "ipp" && scheme != "ipps") return std::nullopt;
    const std::string uri = scheme + written.substr(scheme_end);
    auto authority = std::string_view(uri).substr(scheme_end + 3);
    const auto path = authority.substr(std::min(authority.find('/'), authority.size()));
    authority.remove_suffix(path.size());
    if (const auto at = authority.find('@'); at != std::string_view::npos) {
        if (!decoded(authority.substr(0, at))) return std::nullopt;
        authority.remove_prefix(at + 1);
    }
    const auto host = authority.starts_with('[') ? take_address(authority) : take_name(authority);
    const auto port = port_in(authority);
    const auto resource = decoded(path);
    if (!host || host->empty() || !port || !resource || resource->size() < 2) return std::nullopt;
    return IppAddress{*host,     *port, scheme == "ipps" ? Encryption::always : Encryption::if_asked,
                      *resource, uri,   std::nullopt};
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
