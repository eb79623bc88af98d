#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "printer/queue/ipp_address.h"
#include "printer/queue/printer.h"

namespace pocketplan::queue {

// A printer of pocketplan-ipp.so, which is loaded when the print worker's thread first asks for anything. Where it
// cannot be loaded, no printer answers, and standard error says why.
class LoadedPrinter : public Printer {
public:
    static std::unique_ptr<Printer> ipp(IppAddress address, std::string user_name);
    static std::unique_ptr<Printer> cups(std::string name, std::string user_name);

    // Gives the printer, or null if there is none.
    using Open = std::function<std::unique_ptr<Printer>()>;
    LoadedPrinter(Path path, Open open) : path_(path), open_(std::move(open)) {}

    [[nodiscard]] Path path() const override { return path_; }
    status::DeviceReport device() override;
    tl::expected<JobId, SubmitFault> submit(const Document& document) override;
    status::JobReport job(JobId job) override;
    Clearing clear() override;
    void abandon() override;

private:
    // Null after abandon(), too.
    Printer* load();

    Path path_;
    Open open_;  // until it was called

    std::mutex mutex_;  // guards all below, shared by the worker's thread and abandon()
    std::unique_ptr<Printer> printer_;
    bool abandoned_ = false;
};

}  // namespace pocketplan::queue
