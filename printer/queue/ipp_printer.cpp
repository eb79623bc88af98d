#include "printer/queue/ipp_printer.h"

#include <cstdlib>
#include <utility>

namespace pocketplan::queue {
namespace {

template <std::size_t count>
void want(const Message& request, const std::array<const char*, count>& attributes) {
    ippAddStrings(request.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", static_cast<int>(count),
                  nullptr, attributes.data());
}

status::Refusal refusal_of(IppFault fault) {
    switch (fault) {
        case IppFault::unreachable:
        case IppFault::interrupted:
            return status::Refusal::none;
        case IppFault::sign_in:
            return status::Refusal::sign_in;
        case IppFault::wrong_certificate:
            return status::Refusal::wrong_certificate;
    }
    std::abort();
}

SubmitFault submit_fault(IppFault fault) {
    switch (fault) {
        case IppFault::unreachable:
            return SubmitFault::unreachable;
        case IppFault::interrupted:
            return SubmitFault::interrupted;
        case IppFault::sign_in:
            return SubmitFault::sign_in;
        case IppFault::wrong_certificate:
            return SubmitFault::wrong_certificate;
    }
    std::abort();
}

Clearing unclear(IppFault fault) {
    switch (fault) {
        case IppFault::unreachable:
        case IppFault::interrupted:
            return Clearing::not_yet;
        case IppFault::sign_in:
            return Clearing::sign_in;
        case IppFault::wrong_certificate:
            return Clearing::wrong_certificate;
    }
    std::abort();
}

SubmitFault refused(const Message& answer) {
    const bool format = ippGetStatusCode(answer.get()) == IPP_STATUS_ERROR_DOCUMENT_FORMAT_NOT_SUPPORTED;
    return format ? SubmitFault::no_pdf : SubmitFault::refused;
}

}  // namespace

Message IppPrinter::request(ipp_op_t operation) const {
    Message message = client_.request(operation);
    ippAddString(message.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, user_name_.c_str());
    return message;
}

Message IppPrinter::request(ipp_op_t operation, JobId job) const {
    Message message = client_.request(operation);
    // RFC 8011, 4.1.5: the target (printer-uri and job-id) comes first.
    ippAddInteger(message.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", static_cast<int>(job));
    ippAddString(message.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, user_name_.c_str());
    return message;
}

status::DeviceReport IppPrinter::device() {
    const Message message = request(IPP_OP_GET_PRINTER_ATTRIBUTES);
    want(message, device_attributes);
    const auto answer = client_.ask(message);
    if (answer && succeeded(*answer)) {
        cancels_my_jobs_ = supports(answer->get(), IPP_OP_CANCEL_MY_JOBS);
        validates_jobs_ = supports(answer->get(), IPP_OP_VALIDATE_JOB);
        auto report = device_report(answer->get());
        loaded_ = report.media;
        return report;
    }
    status::DeviceReport report;
    if (!answer) report.refusal = refusal_of(answer.error());
    return report;
}

tl::expected<Ticket, IppFault> IppPrinter::ticket_for(status::PaperKind paper) {
    Ticket ticket(paper, loaded_);
    if (!validates_jobs_) return ticket;
    const Message validate = request(IPP_OP_VALIDATE_JOB);
    ippAddString(validate.get(), IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", nullptr, CUPS_FORMAT_PDF);
    ticket.write_to(validate.get());
    const auto answer = client_.ask(validate);
    if (!answer) return tl::unexpected(answer.error());
    ticket.leave_out_unsupported(answer->get());
    return ticket;
}

tl::expected<JobId, SubmitFault> IppPrinter::submit(const Document& document) {
    const auto ticket = ticket_for(document.paper);
    if (!ticket) return tl::unexpected(submit_fault(ticket.error()));
    const Message create = request(IPP_OP_CREATE_JOB);
    ippAddString(create.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", nullptr, "document");
    ticket->write_to(create.get());
    const auto created = client_.ask(create);
    if (!created) return tl::unexpected(submit_fault(created.error()));
    const int number = job_id(created->get());
    if (!succeeded(*created) || number <= 0) return tl::unexpected(refused(*created));

    const auto job = static_cast<JobId>(number);
    submitted_.insert(job);
    const Message send = request(IPP_OP_SEND_DOCUMENT, job);
    ippAddString(send.get(), IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", nullptr, CUPS_FORMAT_PDF);
    ippAddBoolean(send.get(), IPP_TAG_OPERATION, "last-document", 1);
    const auto sent = client_.ask(send, document.pdf);
    if (sent && succeeded(*sent)) return job;
    // Half a document must not wait there for the next person; clear() makes sure of it.
    (void)client_.ask(request(IPP_OP_CANCEL_JOB, job));
    return tl::unexpected(sent ? refused(*sent) : submit_fault(sent.error()));
}

status::JobReport IppPrinter::job(JobId job) {
    const Message message = request(IPP_OP_GET_JOB_ATTRIBUTES, job);
    want(message, job_attributes);
    const auto answer = client_.ask(message);
    return answer && succeeded(*answer) ? job_report(answer->get()) : status::JobReport{};
}

tl::expected<std::vector<ListedJob>, IppFault> IppPrinter::unfinished_jobs(Whose whose) {
    const Message message = request(IPP_OP_GET_JOBS);
    ippAddString(message.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "which-jobs", nullptr, "not-completed");
    ippAddBoolean(message.get(), IPP_TAG_OPERATION, "my-jobs", whose == Whose::ours ? 1 : 0);
    want(message, job_attributes);
    const auto answer = client_.ask(message);
    if (!answer) return tl::unexpected(answer.error());
    if (!succeeded(*answer)) return tl::unexpected(IppFault::unreachable);
    return jobs_in(answer->get(), whose, user_name_);
}

Clearing IppPrinter::clear() {
    const auto before = unfinished_jobs();
    if (!before) return unclear(before.error());
    if (before->empty()) return Clearing::clear;
    if (cancels_my_jobs_) (void)client_.ask(request(IPP_OP_CANCEL_MY_JOBS));
    // One without a name may be somebody else's, where a device lists everybody's jobs as ours.
    for (const auto& job : *before) {
        const bool ours = job.owner == Owner::ours || submitted_.contains(job.id);
        if (ours) (void)client_.ask(request(IPP_OP_CANCEL_JOB, job.id));
    }
    // The answers are not enough: a job may go on to its next page ("processing-to-stop-point"), and the rest of a
    // document may still be on its way. The next poll shows.
    return Clearing::not_yet;
}

tl::expected<std::string, IppFault> IppPrinter::ask_for_uri(const char* name) {
    const Message message = request(IPP_OP_GET_PRINTER_ATTRIBUTES);
    want(message, std::array{name});
    const auto answer = client_.ask(message);
    if (!answer) return tl::unexpected(answer.error());
    if (!succeeded(*answer)) return tl::unexpected(IppFault::unreachable);
    return uri_in(answer->get(), name);
}

bool IppPrinter::purge_own_jobs() {
    const Message message = request(IPP_OP_PURGE_JOBS);
    ippAddBoolean(message.get(), IPP_TAG_OPERATION, "my-jobs", 1);
    ippAddBoolean(message.get(), IPP_TAG_OPERATION, "purge-jobs", 1);
    const auto answer = client_.ask(message);
    return answer && succeeded(*answer);
}

}  // namespace pocketplan::queue
