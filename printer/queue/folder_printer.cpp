#include "printer/queue/folder_printer.h"

#include <fstream>

#include <unistd.h>

namespace pocketplan::queue {

std::filesystem::path FolderPrinter::file_of(int number) const {
    return folder_ / ("plan-" + std::to_string(number) + ".pdf");
}

status::DeviceReport FolderPrinter::device() {
    std::error_code error;
    std::filesystem::create_directories(folder_, error);
    status::DeviceReport report;
    report.reached = access(folder_.c_str(), W_OK | X_OK) == 0;
    return report;
}

tl::expected<JobId, SubmitFault> FolderPrinter::submit(const Document& document) {
    if (!device().reached) return tl::unexpected(SubmitFault::unreachable);
    std::error_code error;
    int number = 1;
    while (std::filesystem::exists(file_of(number), error)) ++number;
    auto beside = file_of(number);
    beside += ".part";
    std::ofstream out(beside, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(document.pdf.data()), static_cast<std::streamsize>(document.pdf.size()));
    out.close();
    if (out) std::filesystem::rename(beside, file_of(number), error);
    if (out && !error) return static_cast<JobId>(number);
    std::filesystem::remove(beside, error);
    return tl::unexpected(SubmitFault::refused);
}

status::JobReport FolderPrinter::job(JobId job) {
    status::JobReport report;
    std::error_code error;
    report.known = std::filesystem::exists(file_of(static_cast<int>(job)), error);
    report.state = status::JobState::completed;
    return report;
}

}  // namespace pocketplan::queue
