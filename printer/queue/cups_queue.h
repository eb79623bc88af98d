#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "printer/queue/ipp_printer.h"

namespace pocketplan::queue {

// A queue of the local scheduler (CUPS), for printers that take no PDF. Driven like any Printer. It asks two parties:
// the scheduler for its part, and the device behind it, if that speaks IPP, for what it is really doing. The scheduler
// remembers an idle printer's faults as they were (OpenPrinting/cups #1298), and a job that it calls finished or
// cancelled may still be in the device.
class CupsQueue : public Printer {
public:
    CupsQueue(const std::string& name, std::string user_name);

    [[nodiscard]] Path path() const override { return Path::scheduler; }
    status::DeviceReport device() override;
    tl::expected<JobId, SubmitFault> submit(const Document& document) override;
    status::JobReport job(JobId job) override;
    Clearing clear() override;
    void abandon() override;

private:
    // Asks the scheduler where the queue leads; false if it does not say. device_ is null if that is not IPP.
    bool find_device();
    // A job that the scheduler calls cancelled may still be on its way: its backend ends only when the device answers,
    // and sends until then. The queue is "processing" for that long, though no job in it is.
    bool sends_a_cancelled_job();

    std::string user_name_;
    IppPrinter scheduler_;
    std::string device_uri_;
    std::unique_ptr<IppPrinter> device_;
    bool kept_ = true;  // the scheduler may have kept something of ours, even from an earlier process

    std::mutex mutex_;  // guards device_, shared by the worker's thread and abandon(), and what follows
    bool abandoned_ = false;
};

}  // namespace pocketplan::queue
