#pragma once

#include <memory>
#include <span>

#include <cups/cups.h>
#include <tl/expected.hpp>

#include "printer/queue/ipp_address.h"
#include "printer/queue/watchdog.h"

namespace pocketplan::queue {

struct FreeMessage {
    void operator()(ipp_t* message) const { ippDelete(message); }
};
using Message = std::unique_ptr<ipp_t, FreeMessage>;

// unreachable: no IPP answer in time. interrupted: abandon() was called. sign_in: it asks who we are, or forbids us.
// wrong_certificate: not the one of `pin`; nothing was sent.
enum class IppFault { unreachable, interrupted, sign_in, wrong_certificate };

// One request, one answer (RFC 8010), each over its own connection, so a printer that was switched off and on needs no
// special case. Driven by the print worker's thread, except for abandon(). Whatever the other end does, an exchange
// ends within `exchange_time`, reads at most `most_answer` and never asks anybody for a password. libcups's
// cupsDoRequest was rejected because it reads without bound and asks for credentials again by itself; cupsCreateDestJob
// because it hides its connection, so that no other thread can shut it down.
class IppClient {
public:
    static constexpr std::chrono::milliseconds exchange_time{4500};  // a printer that hangs is as good as gone
    static constexpr std::size_t most_answer = 1 << 20;              // bytes; a real one has 5,000 to 60,000

    explicit IppClient(IppAddress address) : address_(std::move(address)) {}

    // A request that names the printer.
    [[nodiscard]] Message request(ipp_op_t operation) const;
    // `document` follows the request if it is not empty, and must live until the call returns. The answer may be a
    // refusal: see succeeded().
    tl::expected<Message, IppFault> ask(const Message& request, std::span<const std::byte> document = {});
    // From any thread: what is under way ends soon, and nothing more is started.
    void abandon() { watchdog_.abandon(); }

private:
    tl::expected<Message, IppFault> exchange(http_t* connection, ipp_t* request, std::span<const std::byte> document);

    IppAddress address_;
    Watchdog watchdog_;
};

// What these bytes say; null where they are no message.
Message message_of(std::span<const std::byte> bytes);
bool succeeded(const Message& answer);

}  // namespace pocketplan::queue
