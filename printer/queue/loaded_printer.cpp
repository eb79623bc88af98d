#include "printer/queue/loaded_printer.h"

#include <cstdio>
#include <filesystem>
#include <utility>

#include <dlfcn.h>

#include "printer/queue/ipp_module.h"

namespace pocketplan::queue {
namespace {

// Of the module beside the program, which stays loaded. Null, once it was said why, where there is none.
template <class Function>
Function* find(const char* name) {
    std::error_code error;
    const auto file = std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / "pocketplan-ipp.so";
    void* const module = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
    void* const found = module == nullptr ? nullptr : dlsym(module, name);
    if (found == nullptr) std::fprintf(stderr, "pocketplan: %s; install Pocketplan again\n", dlerror());
    return reinterpret_cast<Function*>(found);
}

}  // namespace

std::unique_ptr<Printer> LoadedPrinter::ipp(IppAddress address, std::string user_name) {
    return std::make_unique<LoadedPrinter>(
        Path::direct_pdf, [address = std::move(address), user_name = std::move(user_name)] {
            auto* const open = find<decltype(pocketplan_open_ipp)>("pocketplan_open_ipp");
            return std::unique_ptr<Printer>(open == nullptr ? nullptr : open(address, user_name.c_str()));
        });
}

std::unique_ptr<Printer> LoadedPrinter::cups(std::string name, std::string user_name) {
    return std::make_unique<LoadedPrinter>(Path::scheduler, [name = std::move(name), user_name = std::move(user_name)] {
        auto* const open = find<decltype(pocketplan_open_cups)>("pocketplan_open_cups");
        return std::unique_ptr<Printer>(open == nullptr ? nullptr : open(name.c_str(), user_name.c_str()));
    });
}

Printer* LoadedPrinter::load() {
    std::unique_lock lock(mutex_);
    if (open_ && !abandoned_) {
        lock.unlock();
        auto opened = std::exchange(open_, nullptr)();
        lock.lock();
        printer_ = std::move(opened);
    }
    return abandoned_ ? nullptr : printer_.get();
}

status::DeviceReport LoadedPrinter::device() {
    auto* const printer = load();
    return printer == nullptr ? status::DeviceReport{} : printer->device();
}

tl::expected<JobId, SubmitFault> LoadedPrinter::submit(const Document& document) {
    auto* const printer = load();
    if (printer != nullptr) return printer->submit(document);
    const std::lock_guard lock(mutex_);
    return tl::unexpected(abandoned_ ? SubmitFault::interrupted : SubmitFault::unreachable);
}

status::JobReport LoadedPrinter::job(JobId job) {
    auto* const printer = load();
    return printer == nullptr ? status::JobReport{} : printer->job(job);
}

Clearing LoadedPrinter::clear() {
    auto* const printer = load();
    return printer == nullptr ? Clearing::not_yet : printer->clear();
}

void LoadedPrinter::abandon() {
    const std::lock_guard lock(mutex_);
    abandoned_ = true;
    if (printer_) printer_->abandon();
}

}  // namespace pocketplan::queue
