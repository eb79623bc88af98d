#include "kiosk/forgetting/replace.h"

#include <array>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <linux/close_range.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace pocketplan::forgetting {
namespace {

constexpr int crashed = 70;  // EX_SOFTWARE of sysexits.h
forgetting::Arena* arena_to_zero = nullptr;

void zero() {
    if (arena_to_zero != nullptr) arena_to_zero->zero();
}

void zero_and_leave(int) {
    zero();
    _exit(crashed);
}

// The signals with which an administrator stops the program.
sigset_t stop_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

// The file that has this program's name since an upgrade; empty if that is still this one (proc(5), /proc/pid/exe).
std::string successor_of_this_program() {
    constexpr std::string_view gone = " (deleted)";
    std::error_code unknown;
    auto program = std::filesystem::read_symlink("/proc/self/exe", unknown).string();
    if (!program.ends_with(gone)) return {};
    program.resize(program.size() - gone.size());
    return program;
}

}  // namespace

void hold_stop_signals() {
    const auto signals = stop_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

void heed_stop_signals() {
    const auto signals = stop_signals();
    pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

void refuse_dumps() {
    prctl(PR_SET_DUMPABLE, 0);
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
}

void zero_on_crash(forgetting::Arena& arena) {
    arena_to_zero = &arena;
    // Handle stack overflow on an alternate signal stack.
    static std::array<std::byte, 16384> stack;
    const stack_t elsewhere{stack.data(), 0, stack.size()};
    sigaltstack(&elsewhere, nullptr);
    struct sigaction action {};
    action.sa_handler = zero_and_leave;
    sigfillset(&action.sa_mask);
    action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_ONSTACK;
    for (const int signal : {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS, SIGPIPE, SIGXCPU, SIGXFSZ}) {
        sigaction(signal, &action, nullptr);
    }
    std::atexit(zero);
    // Before anything of an exception is written, as the library's own handler would.
    std::set_terminate([] { zero_and_leave(0); });
}

std::vector<int> inherited_descriptors() {
    std::vector<int> inherited;
    std::error_code error;
    std::filesystem::directory_iterator entry("/proc/self/fd", error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        const int descriptor = std::atoi(entry->path().filename().c_str());
        const int flags = fcntl(descriptor, F_GETFD);
        if (descriptor > STDERR_FILENO && flags >= 0 && (flags & FD_CLOEXEC) == 0) inherited.push_back(descriptor);
    }
    return inherited;
}

void replace_process(std::span<char* const> arguments, const Farewell& farewell, std::span<const int> inherited) {
    const int descriptor = write_farewell(farewell);
    if (descriptor < 0) return;
    // The standard streams stay open, too.
    close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC);
    for (const int kept : inherited) fcntl(kept, F_SETFD, 0);
    for (const int kept : farewell.descriptors()) fcntl(kept, F_SETFD, 0);
    fcntl(descriptor, F_SETFD, 0);

    std::array<char, 12> number{};
    std::to_chars(number.data(), number.data() + number.size(), descriptor);
    std::array<char, 11> option{"--farewell"};
    std::vector<char*> call;
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        if (std::string_view(arguments[at]) == option.data()) {
            ++at;  // the farewell of the visit before this one
        } else {
            call.push_back(arguments[at]);
        }
    }
    call.insert(call.end(), {option.data(), number.data(), nullptr});
    if (const auto successor = successor_of_this_program(); !successor.empty()) {
        execve(successor.c_str(), call.data(), environ);
    }
    execve("/proc/self/exe", call.data(), environ);
}

}  // namespace pocketplan::forgetting
