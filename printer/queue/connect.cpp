#include "printer/queue/connect.h"

#include <condition_variable>
#include <mutex>
#include <utility>

#include "printer/queue/thread.h"

namespace pocketplan::queue {
namespace {

constexpr int connect_timeout = 3000;  // milliseconds, for each of libcups's attempts

static_assert(static_cast<int>(Encryption::if_asked) == HTTP_ENCRYPTION_IF_REQUESTED &&
              static_cast<int>(Encryption::never) == HTTP_ENCRYPTION_NEVER &&
              static_cast<int>(Encryption::required) == HTTP_ENCRYPTION_REQUIRED &&
              static_cast<int>(Encryption::always) == HTTP_ENCRYPTION_ALWAYS);

// Shared by both threads; the last one to leave drops it.
struct Attempt {
    std::mutex mutex;
    std::condition_variable ended;
    http_t* connection = nullptr;
    bool done = false;
    bool too_late = false;
};

http_t* connect(const IppAddress& address) {
    const std::string port = std::to_string(address.port);
    const auto encryption = static_cast<http_encryption_t>(address.encryption);
    http_addrlist_t* const addresses = httpAddrGetList(address.host.c_str(), AF_UNSPEC, port.c_str());
    if (addresses == nullptr) return nullptr;
    http_t* const connection =
        httpConnect2(address.host.c_str(), address.port, addresses, AF_UNSPEC, encryption, 1, connect_timeout, nullptr);
    httpAddrFreeList(addresses);  // libcups 2.4 made a copy
    return connection;
}

void attempt(const IppAddress& address, Attempt& shared) {
    http_t* const connection = connect(address);
    const std::lock_guard lock(shared.mutex);
    shared.done = true;
    if (shared.too_late) {
        httpClose(connection);
    } else {
        shared.connection = connection;
    }
    shared.ended.notify_all();
}

}  // namespace

http_t* connect_by(const IppAddress& address, Watchdog::Clock::time_point until,
                   const std::function<bool()>& given_up) {
    constexpr std::chrono::milliseconds glance{10};  // how soon the end of a visit is noticed
    const auto shared = std::make_shared<Attempt>();
    auto thread = start_thread([shared, address] { attempt(address, *shared); });
    if (!thread.joinable()) return nullptr;
    thread.detach();
    std::unique_lock lock(shared->mutex);
    while (!shared->done && !given_up() && Watchdog::Clock::now() < until) shared->ended.wait_for(lock, glance);
    shared->too_late = true;
    return std::exchange(shared->connection, nullptr);
}

bool shows(http_t* connection, const Fingerprint& pin) {
    cups_array_t* credentials = nullptr;
    if (httpCopyCredentials(connection, &credentials) != 0) return false;
    // The first is the device's own; the ones that vouch for it follow.
    const auto* const own = static_cast<const http_credential_t*>(cupsArrayFirst(credentials));
    const bool same =
        own != nullptr && fingerprint_of({static_cast<const unsigned char*>(own->data), own->datalen}) == pin;
    httpFreeCredentials(credentials);
    return same;
}

}  // namespace pocketplan::queue
