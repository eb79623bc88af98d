#pragma once

#include <set>
#include <string>
#include <vector>

#include "printer/queue/ipp_answer.h"
#include "printer/queue/ipp_client.h"
#include "printer/queue/printer.h"
#include "printer/queue/ticket.h"

namespace pocketplan::queue {

// A driverless printer (IPP, RFC 8011), with nothing spooled. A queue of the local scheduler gets the same requests.
// Driven by the print worker's thread, except for abandon().
class IppPrinter : public Printer {
public:
    IppPrinter(IppAddress address, std::string user_name)
        : client_(std::move(address)), user_name_(std::move(user_name)) {}

    [[nodiscard]] Path path() const override { return Path::direct_pdf; }
    status::DeviceReport device() override;
    tl::expected<JobId, SubmitFault> submit(const Document& document) override;
    status::JobReport job(JobId job) override;
    Clearing clear() override;
    void abandon() override { client_.abandon(); }

    // Unfinished jobs, of our user name or of everybody. Unset if the device does not say.
    tl::expected<std::vector<ListedJob>, IppFault> unfinished_jobs(Whose whose = Whose::ours);
    // A printer attribute that is a URI; empty if there is none.
    tl::expected<std::string, IppFault> ask_for_uri(const char* name);
    // Removes all jobs of our user name, files and history. For the local scheduler only: limiting Purge-Jobs to one's
    // own jobs is an extension of CUPS, and any other device would remove other people's too (RFC 8011, 4.2.9).
    bool purge_own_jobs();

private:
    [[nodiscard]] Message request(ipp_op_t operation) const;
    [[nodiscard]] Message request(ipp_op_t operation, JobId job) const;
    // What this paper needs, as far as the device supports it.
    tl::expected<Ticket, IppFault> ticket_for(status::PaperKind paper);

    IppClient client_;
    std::string user_name_;
    // As the device last reported.
    bool cancels_my_jobs_ = false;  // it knows Cancel-My-Jobs (PWG 5100.11)
    bool validates_jobs_ = false;
    std::vector<status::Media> loaded_;
    std::set<JobId> submitted_;  // since this process began
};

}  // namespace pocketplan::queue
