#include "printer/queue/cups_queue.h"

#include <algorithm>
#include <array>

#include "printer/queue/ipp_uri.h"

namespace pocketplan::queue {
namespace {

// cupsServer() is a domain socket, unless the machine's settings say otherwise.
IppAddress scheduler_address(const std::string& name) {
    const auto encryption = static_cast<Encryption>(cupsEncryption());
    return {cupsServer(), ippPort(), encryption, "/printers/" + name, "ipp://localhost/printers/" + name, std::nullopt};
}

// Keeps, of the scheduler's report on a printer, only what the scheduler itself is responsible for. The rest is a
// memory of the device.
bool is_the_schedulers_own(const std::string& reason) {
    constexpr std::array<std::string_view, 4> own{"paused", "moving-to-paused", "hold-new-jobs", "shutdown"};
    return reason.starts_with("cups-") || std::find(own.begin(), own.end(), reason) != own.end();
}

// The device's report on itself, with the scheduler's on its queue. The document goes to the scheduler.
status::DeviceReport merge(status::DeviceReport device, const status::DeviceReport& queue) {
    for (const auto& reason : queue.reasons) {
        if (is_the_schedulers_own(reason)) device.reasons.push_back(reason);
    }
    if (queue.state == status::PrinterState::stopped) device.state = queue.state;
    device.accepting_jobs = device.accepting_jobs && queue.accepting_jobs;
    device.takes_pdf = queue.takes_pdf;
    return device;
}

bool at_its_end(status::JobState state) {
    return state == status::JobState::completed || state == status::JobState::cancelled ||
           state == status::JobState::aborted;
}

}  // namespace

CupsQueue::CupsQueue(const std::string& name, std::string user_name)
    : user_name_(std::move(user_name)), scheduler_(scheduler_address(name), user_name_) {}

bool CupsQueue::find_device() {
    const auto uri = scheduler_.ask_for_uri("device-uri");
    if (!uri) return false;
    if (*uri == device_uri_) return true;
    auto address = parse_ipp_uri(*uri);
    // The device's certificate is for the scheduler to check; nothing of a plan goes this way.
    auto found = address ? std::make_unique<IppPrinter>(std::move(*address), user_name_) : nullptr;
    const std::lock_guard lock(mutex_);
    device_uri_ = *uri;
    device_ = std::move(found);
    if (device_ && abandoned_) device_->abandon();
    return true;
}

status::DeviceReport CupsQueue::device() {
    const auto queue = scheduler_.device();
    if (!queue.reached || !find_device() || !device_) return queue;
    auto device = device_->device();
    if (device.reached) return merge(std::move(device), queue);
    // The scheduler may know a password that we do not, and some devices talk to one client at a time. While the
    // scheduler prints without complaining about the connection, it is that client.
    const auto complains = [](const std::string& reason) {
        return reason.starts_with("connecting-to-device") || reason.starts_with("offline") ||
               reason.starts_with("timed-out");
    };
    const bool prints = queue.state == status::PrinterState::processing &&
                        std::none_of(queue.reasons.begin(), queue.reasons.end(), complains);
    return prints || device.refusal != status::Refusal::none ? queue : device;
}

tl::expected<JobId, SubmitFault> CupsQueue::submit(const Document& document) {
    kept_ = true;
    return scheduler_.submit(document);
}

status::JobReport CupsQueue::job(JobId job) {
    auto report = scheduler_.job(job);
    if (!report.known || !device_) return report;
    const auto behind = device_->unfinished_jobs();
    if (!behind || behind->empty()) return report;
    // It is not done until the device is done with it.
    if (report.state == status::JobState::completed) report.state = status::JobState::processing;
    if (at_its_end(report.state)) return report;
    for (const auto& each : *behind) {
        report.impressions_completed = std::max(report.impressions_completed, each.report.impressions_completed);
        report.bytes_processed = std::max(report.bytes_processed, each.report.bytes_processed);
    }
    return report;
}

bool CupsQueue::sends_a_cancelled_job() {
    const auto queue = scheduler_.device();
    if (queue.reached && queue.state != status::PrinterState::processing) return false;
    const auto jobs = scheduler_.unfinished_jobs(Whose::everybodys);
    return !jobs || std::none_of(jobs->begin(), jobs->end(),
                                 [](const ListedJob& job) { return job.report.state == status::JobState::processing; });
}

Clearing CupsQueue::clear() {
    const auto queue = scheduler_.clear();
    const bool knows_the_way = find_device();
    // Asked first: a job that ends between the two is then still seen at the device.
    const bool sends = sends_a_cancelled_job();
    // A device that asks for a name and a password, which only the scheduler has, cannot be polled. The scheduler waits
    // for its jobs to end there.
    const auto behind = device_ ? device_->clear() : Clearing::clear;
    if (queue != Clearing::clear) return queue;
    if (!knows_the_way || sends) return Clearing::not_yet;
    if (behind != Clearing::clear && behind != Clearing::sign_in) return Clearing::not_yet;
    // If a scheduler keeps files although it should not, tell it to drop them. If it does not let us, that is no reason
    // to stop printing.
    if (kept_) scheduler_.purge_own_jobs();
    kept_ = false;
    return Clearing::clear;
}

void CupsQueue::abandon() {
    scheduler_.abandon();
    const std::lock_guard lock(mutex_);
    abandoned_ = true;
    if (device_) device_->abandon();
}

}  // namespace pocketplan::queue
