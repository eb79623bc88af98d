#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>

#include <cups/cups.h>

#include "printer/queue/printer.h"

namespace pocketplan::queue {

// Where an IPP service listens, and how it calls the printer.
struct IppAddress {
    std::string host;  // a name, an address, or the path of a domain socket
    int port = 631;
    http_encryption_t encryption = HTTP_ENCRYPTION_IF_REQUESTED;
    std::string resource;     // "/ipp/print"
    std::string printer_uri;  // "ipp://host:631/ipp/print"
};

// Speaks IPP (RFC 8011) to a driverless printer, with nothing spooled, or to a queue of the local scheduler: the same
// requests, another address. Driven by the print worker's thread, but for abandon(). One connection a request: a
// printer that was off and on again needs no special case. libcups' own cupsCreateDestJob was left, because it keeps
// its connection to itself, where no other thread can shut it down.
class IppPrinter : public Printer {
public:
    IppPrinter(IppAddress address, std::string user_name)
        : address_(std::move(address)), user_name_(std::move(user_name)) {}

    status::DeviceReport device() override;
    tl::expected<JobId, SubmitFault> submit(std::span<const std::byte> pdf) override;
    status::JobReport job(JobId job) override;
    bool cancel(JobId job) override;
    tl::expected<std::vector<JobId>, SubmitFault> unfinished_jobs() override;
    void abandon() override;

private:
    struct CloseConnection {
        IppPrinter* printer;
        void operator()(http_t* connection) const;
    };
    using Connection = std::unique_ptr<http_t, CloseConnection>;
    struct FreeMessage {
        void operator()(ipp_t* message) const { ippDelete(message); }
    };
    using Message = std::unique_ptr<ipp_t, FreeMessage>;

    // Null where nothing answers within `connect_timeout`, or after abandon().
    Connection connect();
    [[nodiscard]] Message request(ipp_op_t operation) const;
    [[nodiscard]] Message request(ipp_op_t operation, JobId job) const;
    // The answer, or null where there was none.
    Message ask(Message request);
    Message send_document(Message request, std::span<const std::byte> pdf);

    IppAddress address_;
    std::string user_name_;
    std::atomic<bool> abandoned_ = false;
    std::mutex socket_mutex_;
    int socket_ = -1;  // of the connection in use; guarded by socket_mutex_
};

}  // namespace pocketplan::queue
