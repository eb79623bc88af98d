#include "printer/queue/ipp_client.h"

#include <array>
#include <cstring>
#include <vector>

#include "printer/queue/connect.h"
#include "printer/queue/ipp_bytes.h"

namespace pocketplan::queue {
namespace {

constexpr std::size_t chunk = 32768;  // bytes of a document per write, each of which may take `exchange_time`

int give_up(http_t*, void*) {
    return 0;  // libcups asks whether to wait once more
}

// libcups does ask, if a device answers 401 before it has the whole request.
const char* no_password(const char*, http_t*, const char*, const char*, void*) {
    return nullptr;
}

// An answer to its end, up to as much as we are ready to take; empty if it has none that can be read.
std::vector<std::byte> read_bytes(http_t* connection) {
    std::vector<std::byte> bytes;
    std::array<std::byte, 16384> piece{};
    while (!is_readable(bytes)) {
        const auto count = httpRead2(connection, reinterpret_cast<char*>(piece.data()), piece.size());
        if (count <= 0 || bytes.size() + static_cast<std::size_t>(count) > IppClient::most_answer) return {};
        bytes.insert(bytes.end(), piece.begin(), piece.begin() + count);
    }
    return bytes;
}

ssize_t read_on(void* source, ipp_uchar_t* buffer, std::size_t wanted) {
    auto& left = *static_cast<std::span<const std::byte>*>(source);
    if (wanted > left.size()) return -1;
    std::memcpy(buffer, left.data(), wanted);
    left = left.subspan(wanted);
    return static_cast<ssize_t>(wanted);
}

// `status`: of the request; a device that refuses may do so before it has all of it.
tl::expected<Message, IppFault> read_answer(http_t* connection, http_status_t status) {
    while (status == HTTP_STATUS_CONTINUE) status = httpUpdate(connection);
    const bool wants_to_know_us = status == HTTP_STATUS_UNAUTHORIZED || status == HTTP_STATUS_FORBIDDEN ||
                                  status == HTTP_STATUS_CUPS_AUTHORIZATION_CANCELED;
    if (wants_to_know_us) return tl::unexpected(IppFault::sign_in);
    if (status != HTTP_STATUS_OK) return tl::unexpected(IppFault::unreachable);
    auto answer = message_of(read_bytes(connection));
    if (!answer) return tl::unexpected(IppFault::unreachable);
    const auto code = ippGetStatusCode(answer.get());
    const bool asks = code == IPP_STATUS_ERROR_NOT_AUTHENTICATED || code == IPP_STATUS_ERROR_NOT_AUTHORIZED ||
                      code == IPP_STATUS_ERROR_FORBIDDEN;
    if (asks) return tl::unexpected(IppFault::sign_in);
    return answer;
}

}  // namespace

Message IppClient::request(ipp_op_t operation) const {
    Message message(ippNewRequest(operation));
    ippAddString(message.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, address_.printer_uri.c_str());
    return message;
}

tl::expected<Message, IppFault> IppClient::ask(const Message& request, std::span<const std::byte> document) {
    cupsSetPasswordCB2(no_password, nullptr);  // for this thread
    const auto until = Watchdog::Clock::now() + exchange_time;
    http_t* const connection = connect_by(address_, until, [this] { return watchdog_.abandoned(); });
    const auto fault = [this](IppFault otherwise) {
        return tl::unexpected(watchdog_.abandoned() ? IppFault::interrupted : otherwise);
    };
    if (connection == nullptr) return fault(IppFault::unreachable);
    const auto close = [](http_t* open) { httpClose(open); };
    const std::unique_ptr<http_t, decltype(close)> closing(connection, close);
    if (address_.pin && !shows(connection, *address_.pin)) return fault(IppFault::wrong_certificate);
    if (!watchdog_.watch(httpGetFd(connection), until)) return fault(IppFault::interrupted);
    auto answer = exchange(connection, request.get(), document);
    watchdog_.release();
    if (!answer) return fault(answer.error());
    return answer;
}

tl::expected<Message, IppFault> IppClient::exchange(http_t* connection, ipp_t* request,
                                                    std::span<const std::byte> document) {
    httpSetTimeout(connection, std::chrono::duration<double>(exchange_time).count(), give_up, nullptr);
    const auto length = document.empty() ? ippLength(request) : std::size_t{CUPS_LENGTH_VARIABLE};
    auto status = cupsSendRequest(connection, request, address_.resource.c_str(), length);
    while (status == HTTP_STATUS_CONTINUE && !document.empty() && !watchdog_.abandoned()) {
        const auto piece = document.first(std::min(chunk, document.size()));
        document = document.subspan(piece.size());
        watchdog_.extend(Watchdog::Clock::now() + exchange_time);
        status = cupsWriteRequestData(connection, reinterpret_cast<const char*>(piece.data()), piece.size());
        if (document.empty() && status == HTTP_STATUS_CONTINUE) httpWrite2(connection, "", 0);  // the last chunk
    }
    if (watchdog_.abandoned()) return tl::unexpected(IppFault::interrupted);
    return read_answer(connection, status);
}

Message message_of(std::span<const std::byte> bytes) {
    if (!is_readable(bytes)) return nullptr;
    Message message(ippNew());
    ipp_state_t state = IPP_STATE_IDLE;
    while (state != IPP_STATE_DATA && state != IPP_STATE_ERROR) {
        state = ippReadIO(&bytes, read_on, 1, nullptr, message.get());
    }
    return state == IPP_STATE_ERROR ? nullptr : std::move(message);
}

bool succeeded(const Message& answer) {
    return ippGetStatusCode(answer.get()) < IPP_STATUS_REDIRECTION_OTHER_SITE;
}

}  // namespace pocketplan::queue
