// pocketplan-relay PROGRAM [ARGUMENT...]: run by the unit in front of its compositor. systemd listens to the unit's
// main process only (NotifyAccess=main), so that nothing else in the sandbox can speak for the unit. But only the
// kiosk, two processes further down, knows that the first screen is there and still answers. So this is the main
// process: it gives those below a socket of its own, and passes on these two messages and no others. Ends with the
// program and its status; 1 if it cannot be started.

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include <poll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <systemd/sd-daemon.h>
#include <unistd.h>

#include "kiosk/machine/service.h"

namespace {

int fail(const char* what) {
    std::fprintf(stderr, "pocketplan-relay: %s: %s\n", what, std::strerror(errno));
    return 1;
}

int listen_at(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    unlink(path.c_str());
    const int descriptor = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const bool bound = bind(descriptor, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    return bound ? descriptor : -1;
}

void pass_on(int descriptor) {
    std::array<char, 64> message{};
    const auto size = recv(descriptor, message.data(), message.size(), 0);
    const std::string_view word(message.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
    if (word == "READY=1") sd_notify(0, "READY=1");
    if (word == "WATCHDOG=1") sd_notify(0, "WATCHDOG=1");
}

// The child gets our socket as NOTIFY_SOCKET, and the original signal mask.
pid_t start(char** call, const std::string& path) {
    const pid_t child = fork();
    if (child != 0) return child;
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    setenv("NOTIFY_SOCKET", path.c_str(), 1);
    execvp(call[0], call);
    _exit(fail(call[0]));
}

// Runs until the program ends; returns its status.
int relay(int words, int signals, pid_t child) {
    std::array<pollfd, 2> waited{{{words, POLLIN, 0}, {signals, POLLIN, 0}}};
    for (;;) {
        if (poll(waited.data(), waited.size(), -1) < 0) continue;
        if (waited[0].revents != 0) pass_on(words);
        if (waited[1].revents == 0) continue;
        signalfd_siginfo signal{};
        if (read(signals, &signal, sizeof signal) != sizeof signal) continue;
        if (signal.ssi_signo != SIGCHLD) kill(child, static_cast<int>(signal.ssi_signo));
        int status = 0;
        if (waitpid(child, &status, WNOHANG) != child) continue;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
}

}  // namespace

int main(int argc, char** argv) {
    const auto folder = pocketplan::machine::runtime_folder();
    if (argc < 2 || folder.empty()) {
        std::fputs("pocketplan-relay PROGRAM...: pocketplan.service runs this program\n", stderr);
        return 1;
    }
    const auto path = (folder / "notify").string();
    const int words = listen_at(path);
    sigset_t heeded;
    sigemptyset(&heeded);
    for (const int signal : {SIGCHLD, SIGTERM, SIGINT, SIGABRT}) sigaddset(&heeded, signal);
    sigprocmask(SIG_BLOCK, &heeded, nullptr);
    const int signals = signalfd(-1, &heeded, SFD_CLOEXEC);
    if (words < 0 || signals < 0) return fail(path.c_str());
    const pid_t child = start(argv + 1, path);
    if (child < 0) return fail("fork");
    const int status = relay(words, signals, child);
    unlink(path.c_str());
    return status;
}
