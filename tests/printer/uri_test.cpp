// A printer's URI is read without libcups, as libcups reads it.

#include <array>
#include <random>

#include <cups/http.h>
#include <gtest/gtest.h>

#include "printer/queue/ipp_uri.h"

namespace pocketplan::queue {
namespace {

// "host|port|path" by libcups; empty where it takes it for no printer.
std::string as_libcups_reads(const std::string& uri) {
    std::array<char, 32> scheme{};
    std::array<char, 256> user{};
    std::array<char, 256> host{};
    std::array<char, 256> path{};
    int port = 0;
    const auto status = httpSeparateURI(HTTP_URI_CODING_ALL, uri.c_str(), scheme.data(), scheme.size(), user.data(),
                                        user.size(), host.data(), host.size(), &port, path.data(), path.size());
    const std::string kind(scheme.data());
    const bool good = status == HTTP_URI_STATUS_OK && (kind == "ipp" || kind == "ipps") && host[0] != '\0' &&
                      std::string_view(path.data()).size() > 1;
    if (!good) return "";
    return std::string(host.data()) + "|" + std::to_string(port) + "|" + path.data();
}

std::string as_we_read(const std::string& uri) {
    const auto address = parse_ipp_uri(uri);
    if (!address) return "";
    return address->host + "|" + std::to_string(address->port) + "|" + address->resource;
}

const std::vector<std::string> uris{
    "ipp://localhost/ipp/print",
    "ipps://printer.example.org:8631/ipp/print",
    "ipp://192.0.2.7:60000/printers/a%20b",
    "ipps://[::1]/ipp/print",
    "ipp://[2001:db8::7]:631/ipp/print",
    "ipp://[fe80::1%25eth0]/ipp/print",
    "ipp://[v1.fe80::1+eth0]:80/ipp/print",
    "ipp://joe:secret@printer/ipp/print",
    "ipps://HP%20LaserJet._ipps._tcp.local/?uuid=0",
    "ipps://HP%20LaserJet._ipps._tcp.local/ipp/print?uuid=0",
    "ipp://host",
    "ipp://host/",
    "ipp://host?query",
    "ipp://:631/ipp",
    "ipp:///ipp",
    "ipp:/host/ipp",
    "ipp://host:/ipp",
    "ipp://host:0/ipp",
    "ipp://host:65536/ipp",
    "ipp://ho st/ipp",
    "ipp://host/i pp",
    "ipp://host/%4",
    "ipp://host/%zz",
    "ipp://[::1/ipp",
    "ipp://[::g]/ipp",
    "ipp://ho\"st/ipp",
    "http://host/ipp",
    "implicitclass://office/",
};

TEST(IppUri, IsReadAsLibcupsReadsIt) {
    for (const auto& uri : uris) EXPECT_EQ(as_we_read(uri), as_libcups_reads(uri)) << uri;
    EXPECT_EQ(as_we_read(uris[1]), "printer.example.org|8631|/ipp/print");
    EXPECT_EQ(as_we_read(uris[6]), "fe80::1%eth0|80|/ipp/print");
}

// Nothing that libcups refuses is taken. (It takes more, such as "ipp://[::1]x/ipp".)
TEST(IppUri, NothingIsTakenThatLibcupsRefuses) {
    constexpr std::string_view signs = ":/?#[]@%+.ipsv109aF \x7F\xC3~";
    std::mt19937 random(20261127);
    const auto below = [&](std::size_t end) { return random() % end; };
    int taken = 0;
    for (int round = 0; round < 200'000; ++round) {
        auto uri = uris[below(uris.size())];
        for (std::size_t changes = below(4); changes > 0; --changes) {
            const auto at = below(uri.size());
            if (below(2) == 0) uri.erase(at, 1 + below(3));
            if (uri.empty() || below(2) == 0) uri.insert(std::min(at, uri.size()), 1, signs[below(signs.size())]);
        }
        const auto ours = as_we_read(uri);
        taken += ours.empty() ? 0 : 1;
        if (ours.empty()) continue;
        EXPECT_EQ(ours, as_libcups_reads(uri)) << uri;
    }
    EXPECT_GT(taken, 10'000);
}

}  // namespace
}  // namespace pocketplan::queue
