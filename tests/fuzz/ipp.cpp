// A printer's answers, whatever it says: no message, or one that we make something of that can be.

#include <chrono>

#include "printer/queue/ipp_answer.h"
#include "printer/queue/ticket.h"
#include "printer/status/job_watch.h"
#include "printer/status/paper.h"
#include "printer/status/reasons.h"
#include "tests/fuzz/fuzz.h"

namespace pocketplan::fuzz {
namespace {

constexpr int widest_margin = 3000;    // hundredths of a millimetre
constexpr int longest_side = 500'000;  // hundredths of a millimetre

void require_size(int length) {
    require(length >= 0 && length <= longest_side, "a side is as long as one", std::to_string(length));
}

void require_device(const status::DeviceReport& device) {
    const auto& margins = device.margins;
    for (const int margin : {margins.top, margins.bottom, margins.left, margins.right}) {
        require(margin >= 0 && margin <= widest_margin, "a margin is as wide as one", std::to_string(margin));
    }
    for (const auto& media : device.media) {
        require_size(media.width);
        require_size(media.length);
    }
    require(status::judge_printer(device) <= status::last_trouble, "a trouble is one of ours");
    const auto notices = status::notices_of(device);
    require(std::is_sorted(notices.begin(), notices.end()), "notices are in their order");
    require(std::adjacent_find(notices.begin(), notices.end()) == notices.end(), "a notice is given once");
    const auto setup = status::setup_of(device);
    require(setup == status::setup_of(device), "the same report means the same");
    for (const auto& reason : device.reasons) status::meaning_of(reason);
}

void require_job(const status::JobReport& job, const status::DeviceReport& device) {
    require(job.impressions_completed >= 0 && job.bytes_processed >= 0, "what is done is not negative");
    status::JobWatch watch(status::JobWatch::Time{});
    for (const auto after : {std::chrono::seconds(0), status::patience, 2 * status::patience}) {
        const auto verdict = watch.look(job, device, status::JobWatch::Time{after});
        const bool done = verdict.progress == status::Progress::done;
        require(done == (job.state == status::JobState::completed), "only what is completed is done");
    }
}

void ask_again(const status::DeviceReport& device, ipp_t* answer) {
    for (const auto kind : {status::PaperKind::letter, status::PaperKind::a4, status::PaperKind::receipt80}) {
        const auto sheet = status::choose_sheet(device.media, kind);
        if (sheet) require_size(sheet->width);
        queue::Ticket ticket(kind, device.media);
        const queue::Message request(ippNewRequest(IPP_OP_PRINT_JOB));
        ticket.leave_out_unsupported(answer);
        ticket.write_to(request.get());
        require(ippLength(request.get()) > 0, "a request can be sent");
    }
}

}  // namespace
}  // namespace pocketplan::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace pocketplan;
    const auto message = queue::message_of(std::as_bytes(std::span(data, size)));
    if (!message) return 0;
    auto* const answer = message.get();
    const auto device = queue::device_report(answer);
    fuzz::require_device(device);
    fuzz::require_job(queue::job_report(answer), device);
    for (const auto whose : {queue::Whose::ours, queue::Whose::everybodys}) {
        for (const auto& job : queue::jobs_in(answer, whose, "pocketplan")) {
            fuzz::require(job.id > queue::JobId{}, "a job has a number");
            fuzz::require_job(job.report, device);
        }
    }
    fuzz::ask_again(device, answer);
    queue::succeeded(message);
    queue::supports(answer, IPP_OP_CANCEL_MY_JOBS);
    queue::job_id(answer);
    queue::uri_in(answer, "job-uri");
    return 0;
}
