#include "printer/queue/ipp_printer.h"

#include <array>
#include <utility>

#include <sys/socket.h>

namespace pocketplan::queue {
namespace {

constexpr int connect_timeout = 3000;   // milliseconds: a fault is on screen within 3 s of the next poll
constexpr double answer_timeout = 5.0;  // seconds; a printer that hangs is as good as gone
constexpr std::size_t chunk = 32768;    // bytes of a document a write, so that abandon() is noticed between

int give_up(http_t*, void*) {
    return 0;  // libcups asks whether to wait once more
}

bool succeeded(ipp_t* answer) {
    return answer != nullptr && ippGetStatusCode(answer) < IPP_STATUS_REDIRECTION_OTHER_SITE;
}

template <std::size_t count>
void want(ipp_t* request, const std::array<const char*, count>& attributes) {
    ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", static_cast<int>(count), nullptr,
                  attributes.data());
}

int integer(ipp_t* answer, const char* name, ipp_tag_t tag, int otherwise) {
    auto* const attribute = ippFindAttribute(answer, name, tag);
    return attribute == nullptr ? otherwise : ippGetInteger(attribute, 0);
}

std::vector<std::string> keywords(ipp_t* answer, const char* name) {
    std::vector<std::string> found;
    auto* const attribute = ippFindAttribute(answer, name, IPP_TAG_KEYWORD);
    for (int i = 0; attribute != nullptr && i < ippGetCount(attribute); ++i) {
        const char* const keyword = ippGetString(attribute, i, nullptr);
        if (keyword != nullptr && std::string_view(keyword) != "none") found.emplace_back(keyword);
    }
    return found;
}

status::PrinterState printer_state(int value) {
    switch (value) {
        case IPP_PSTATE_PROCESSING:
            return status::PrinterState::processing;
        case IPP_PSTATE_STOPPED:
            return status::PrinterState::stopped;
        default:
            return status::PrinterState::idle;
    }
}

status::JobState job_state(int value) {
    switch (value) {
        case IPP_JSTATE_HELD:
            return status::JobState::held;
        case IPP_JSTATE_PROCESSING:
            return status::JobState::processing;
        case IPP_JSTATE_STOPPED:
            return status::JobState::stopped;
        case IPP_JSTATE_CANCELED:
            return status::JobState::cancelled;
        case IPP_JSTATE_ABORTED:
            return status::JobState::aborted;
        case IPP_JSTATE_COMPLETED:
            return status::JobState::completed;
        default:
            return status::JobState::pending;
    }
}

}  // namespace

void IppPrinter::CloseConnection::operator()(http_t* connection) const {
    {
        const std::lock_guard lock(printer->socket_mutex_);
        printer->socket_ = -1;
    }
    httpClose(connection);
}

IppPrinter::Connection IppPrinter::connect() {
    Connection none(nullptr, CloseConnection{this});
    if (abandoned_) return none;
    http_t* const opened = httpConnect2(address_.host.c_str(), address_.port, nullptr, AF_UNSPEC, address_.encryption,
                                        1, connect_timeout, nullptr);
    if (opened == nullptr) return none;
    httpSetTimeout(opened, answer_timeout, give_up, nullptr);
    Connection connection(opened, CloseConnection{this});
    const std::lock_guard lock(socket_mutex_);
    socket_ = httpGetFd(opened);
    return connection;
}

void IppPrinter::abandon() {
    abandoned_ = true;
    const std::lock_guard lock(socket_mutex_);
    if (socket_ >= 0) shutdown(socket_, SHUT_RDWR);
}

IppPrinter::Message IppPrinter::request(ipp_op_t operation) const {
    Message message(ippNewRequest(operation));
    ippAddString(message.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, address_.printer_uri.c_str());
    return message;
}

IppPrinter::Message IppPrinter::request(ipp_op_t operation, JobId job) const {
    Message message = request(operation);
    ippAddInteger(message.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", static_cast<int>(job));
    ippAddString(message.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, user_name_.c_str());
    return message;
}

IppPrinter::Message IppPrinter::ask(Message request) {
    const Connection connection = connect();
    if (!connection || abandoned_) return nullptr;
    return Message(cupsDoRequest(connection.get(), request.release(), address_.resource.c_str()));
}

status::DeviceReport IppPrinter::device() {
    Message message = request(IPP_OP_GET_PRINTER_ATTRIBUTES);
    want(message.get(),
         std::array{"printer-state", "printer-state-reasons", "printer-is-accepting-jobs", "media-ready"});
    const Message answer = ask(std::move(message));
    status::DeviceReport report;
    report.reached = succeeded(answer.get());
    if (!report.reached) return report;
    report.state = printer_state(integer(answer.get(), "printer-state", IPP_TAG_ENUM, IPP_PSTATE_IDLE));
    report.reasons = keywords(answer.get(), "printer-state-reasons");
    auto* const accepting = ippFindAttribute(answer.get(), "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
    report.accepting_jobs = accepting == nullptr || ippGetBoolean(accepting, 0) != 0;
    // A device that cannot tell leaves the attribute out; one that has nothing loaded says no-value.
    auto* const media = ippFindAttribute(answer.get(), "media-ready", IPP_TAG_ZERO);
    report.media_ready = media == nullptr || ippGetValueTag(media) != IPP_TAG_NOVALUE;
    return report;
}

tl::expected<JobId, SubmitFault> IppPrinter::submit(std::span<const std::byte> pdf) {
    Message create = request(IPP_OP_CREATE_JOB);
    ippAddString(create.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, user_name_.c_str());
    ippAddString(create.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", nullptr, "document");
    // The card is printed on one side and folded.
    ippAddString(create.get(), IPP_TAG_JOB, IPP_TAG_KEYWORD, "sides", nullptr, "one-sided");
    const Message created = ask(std::move(create));
    if (abandoned_) return tl::unexpected(SubmitFault::interrupted);
    if (!created) return tl::unexpected(SubmitFault::unreachable);
    const int number = integer(created.get(), "job-id", IPP_TAG_INTEGER, 0);
    if (!succeeded(created.get()) || number <= 0) return tl::unexpected(SubmitFault::refused);

    const auto job = static_cast<JobId>(number);
    Message send = request(IPP_OP_SEND_DOCUMENT, job);
    ippAddString(send.get(), IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", nullptr, CUPS_FORMAT_PDF);
    ippAddBoolean(send.get(), IPP_TAG_OPERATION, "last-document", 1);
    const Message sent = send_document(std::move(send), pdf);
    if (abandoned_) return tl::unexpected(SubmitFault::interrupted);
    if (succeeded(sent.get())) return job;
    cancel(job);  // half a document must not lie in wait for the next person
    return tl::unexpected(sent ? SubmitFault::refused : SubmitFault::unreachable);
}

IppPrinter::Message IppPrinter::send_document(Message message, std::span<const std::byte> pdf) {
    const Connection connection = connect();
    if (!connection || abandoned_) return nullptr;
    const char* const resource = address_.resource.c_str();
    http_status_t status = cupsSendRequest(connection.get(), message.get(), resource, CUPS_LENGTH_VARIABLE);
    while (status == HTTP_STATUS_CONTINUE && !pdf.empty() && !abandoned_) {
        const auto piece = pdf.first(std::min(chunk, pdf.size()));
        status = cupsWriteRequestData(connection.get(), reinterpret_cast<const char*>(piece.data()), piece.size());
        pdf = pdf.subspan(piece.size());
    }
    if (status != HTTP_STATUS_CONTINUE || abandoned_) return nullptr;
    return Message(cupsGetResponse(connection.get(), resource));
}

status::JobReport IppPrinter::job(JobId job) {
    Message message = request(IPP_OP_GET_JOB_ATTRIBUTES, job);
    want(message.get(), std::array{"job-state", "job-state-reasons", "job-impressions-completed"});
    const Message answer = ask(std::move(message));
    status::JobReport report;
    report.known = succeeded(answer.get());
    if (!report.known) return report;
    report.state = job_state(integer(answer.get(), "job-state", IPP_TAG_ENUM, IPP_JSTATE_PENDING));
    report.reasons = keywords(answer.get(), "job-state-reasons");
    report.impressions_completed = integer(answer.get(), "job-impressions-completed", IPP_TAG_INTEGER, 0);
    return report;
}

bool IppPrinter::cancel(JobId number) {
    const Message answer = ask(request(IPP_OP_CANCEL_JOB, number));
    if (!answer) return false;
    if (ippGetStatusCode(answer.get()) == IPP_STATUS_ERROR_NOT_FOUND) return true;
    const auto report = job(number);
    return report.known && (report.state == status::JobState::cancelled || report.state == status::JobState::aborted ||
                            report.state == status::JobState::completed);
}

tl::expected<std::vector<JobId>, SubmitFault> IppPrinter::unfinished_jobs() {
    Message message = request(IPP_OP_GET_JOBS);
    ippAddString(message.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, user_name_.c_str());
    ippAddString(message.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "which-jobs", nullptr, "not-completed");
    want(message.get(), std::array{"job-id", "job-originating-user-name"});
    const Message answer = ask(std::move(message));
    if (!answer) return tl::unexpected(SubmitFault::unreachable);
    if (!succeeded(answer.get())) return tl::unexpected(SubmitFault::refused);
    // Each job is a group of its own, its attributes in any order; a nameless attribute stands between groups.
    std::vector<JobId> jobs;
    int number = 0;
    bool ours = false;
    const auto end_group = [&] {
        if (number > 0 && ours) jobs.push_back(JobId(number));
        number = 0;
        ours = false;
    };
    for (auto* at = ippFirstAttribute(answer.get()); at != nullptr; at = ippNextAttribute(answer.get())) {
        const std::string_view name = ippGetName(at) == nullptr ? "" : ippGetName(at);
        if (name.empty()) end_group();
        if (name == "job-id") number = ippGetInteger(at, 0);
        if (name == "job-originating-user-name") ours = user_name_ == ippGetString(at, 0, nullptr);
    }
    end_group();
    return jobs;
}

}  // namespace pocketplan::queue
