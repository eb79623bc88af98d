#include "printer/queue/follower.h"

#include <cstdlib>
#include <utility>

namespace pocketplan::queue {

using status::JobVerdict;
using status::Progress;
using status::Trouble;

namespace {

// `device`: what it reported just before. If it refuses without a reason, that may be the reason.
Trouble trouble_of(SubmitFault fault, Trouble device) {
    switch (fault) {
        case SubmitFault::unreachable:
            return Trouble::gone;
        case SubmitFault::refused:
            return device == Trouble::none ? Trouble::failed : device;
        case SubmitFault::interrupted:
            return Trouble::failed;
        case SubmitFault::no_pdf:
            return Trouble::no_pdf;
        case SubmitFault::sign_in:
            return Trouble::sign_in;
        case SubmitFault::wrong_certificate:
            return Trouble::wrong_certificate;
    }
    std::abort();
}

// It is pointless to ask such a device to take a job.
bool takes_none(Trouble device) {
    return device == Trouble::gone || device == Trouble::sign_in || device == Trouble::wrong_certificate;
}

// What a queue that is still not clear after enough time means for a new job.
Trouble trouble_of(Clearing clearing) {
    switch (clearing) {
        case Clearing::clear:
            return Trouble::none;
        case Clearing::not_yet:
            return Trouble::leftover;
        case Clearing::sign_in:
            return Trouble::sign_in;
        case Clearing::wrong_certificate:
            return Trouble::wrong_certificate;
    }
    std::abort();
}

bool same(const JobVerdict& one, const JobVerdict& other) {
    return one.progress == other.progress && one.trouble == other.trouble && one.pages_done == other.pages_done;
}

}  // namespace

Follower::Follower(Printer* printer, std::function<Time()> now, std::function<void(Report)> tell)
    : printer_(printer), now_(std::move(now)), tell_(std::move(tell)), unclear_since_(now_()) {}

void Follower::round(const std::optional<Document>& document, Wish wish) {
    if (wish == Wish::cancel) {
        document_.reset();
        if (job_) unclear();
    }
    if (document) document_ = document;
    if (clearing_ != Clearing::clear && !job_) clear_up();
    if (document_) submit();
    look();
}

// From here on, something of ours that must not print may be in the queue.
void Follower::unclear() {
    job_.reset();
    watch_.reset();
    if (clearing_ == Clearing::clear) unclear_since_ = now_();
    clearing_ = Clearing::not_yet;
    empty_since_.reset();
}

// Jobs of a visit that ended before its paper came must not come out for the next person. Tried until it is confirmed
// that none is left.
void Follower::clear_up() {
    clearing_ = printer_ ? printer_->clear() : Clearing::clear;
    const auto now = now_();
    if (clearing_ != Clearing::clear) empty_since_.reset();
    if (clearing_ == Clearing::clear && !empty_since_) empty_since_ = now;
    if (!printer_ || (empty_since_ && now - *empty_since_ >= settling)) return tell_queue(QueueState::clear);
    if (empty_since_) {
        clearing_ = Clearing::not_yet;
    } else if (now - unclear_since_ >= clearing_patience) {
        tell_queue(QueueState::uncertain);
    }
}

void Follower::tell_queue(QueueState queue) {
    if (last_queue_ == queue && queue == QueueState::uncertain) return;
    last_queue_ = queue;
    Report report;
    report.kind = Report::Kind::queue;
    report.queue = queue;
    tell_(std::move(report));
}

void Follower::tell_job(const JobVerdict& verdict) {
    last_verdict_ = verdict;
    Report report;
    report.kind = Report::Kind::job;
    report.trouble = verdict.trouble;
    report.progress = verdict.progress;
    report.pages_done = verdict.pages_done;
    report.job = job_;
    // The job ended, well or badly: confirm that nothing is left before the next one.
    const bool ended = verdict.progress == Progress::done || verdict.trouble == Trouble::failed;
    if (job_ && ended) unclear();
    tell_(std::move(report));
}

void Follower::submit() {
    const auto refuse = [&](Trouble trouble) {
        document_.reset();
        tell_job({Progress::trouble, trouble, 0});
    };
    if (!printer_) return refuse(Trouble::no_printer);
    if (clearing_ != Clearing::clear) {
        // Be patient for a moment: the job before was cancelled just now, to print it again, or only the last poll is
        // missing.
        const bool soon = empty_since_ || now_() - unclear_since_ < clearing_patience;
        const bool patient = clearing_ == Clearing::not_yet && soon;
        if (!patient) refuse(trouble_of(clearing_));
        return;
    }
    const auto device = printer_->device();
    const auto before = status::judge_printer(device);
    if (takes_none(before)) return refuse(before);
    if (!device.takes_pdf) return refuse(Trouble::no_pdf);
    const auto job = printer_->submit(*document_);
    if (!job) {
        unclear();
        return refuse(trouble_of(job.error(), before));
    }
    document_.reset();
    job_ = *job;
    watch_.emplace(now_());
    tell_job({Progress::waiting, Trouble::none, 0});
}

void Follower::look() {
    Report report;
    const auto device = printer_ ? printer_->device() : status::DeviceReport{};
    report.trouble = printer_ ? status::judge_printer(device) : Trouble::no_printer;
    // A device may report its state to anybody, and still take no job from us.
    const bool takes_us = clearing_ == Clearing::clear || clearing_ == Clearing::not_yet;
    if (report.trouble == Trouble::none && !takes_us) report.trouble = trouble_of(clearing_);
    report.notices = status::notices_of(device);
    report.paper = status::setup_of(device);
    const bool news = !last_look_ || last_look_->trouble != report.trouble || last_look_->notices != report.notices ||
                      last_look_->paper != report.paper;
    last_look_ = report;
    if (news) tell_(std::move(report));
    if (!job_) return;
    const auto verdict = watch_->look(printer_->job(*job_), device, now_());
    if (!last_verdict_ || !same(*last_verdict_, verdict)) tell_job(verdict);
}

}  // namespace pocketplan::queue
