#pragma once

#include <filesystem>

#include "printer/queue/printer.h"

namespace pocketplan::queue {

// A "printer" whose paper is files: plan-1.pdf, plan-2.pdf ... in a folder, for trying Pocketplan out. The screen says
// so. A job is done once its file is complete.
class FolderPrinter : public Printer {
public:
    explicit FolderPrinter(std::filesystem::path folder) : folder_(std::move(folder)) {}

    [[nodiscard]] Path path() const override { return Path::files; }
    status::DeviceReport device() override;
    tl::expected<JobId, SubmitFault> submit(const Document& document) override;
    status::JobReport job(JobId job) override;
    Clearing clear() override { return Clearing::clear; }
    void abandon() override {}

private:
    [[nodiscard]] std::filesystem::path file_of(int number) const;

    std::filesystem::path folder_;
};

}  // namespace pocketplan::queue
