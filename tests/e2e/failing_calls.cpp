#include "tests/e2e/failing_calls.h"

#include <fstream>
#include <iterator>

namespace pocketplan::tests {
namespace {

std::vector<std::string> strace(const FailingCall& call, const std::filesystem::path& log) {
    std::vector<std::string> tracer{"strace", "-f",
                                    "-o",     log.string(),
                                    "-e",     "trace=" + call.call,
                                    "-e",     "inject=" + call.call + ":error=" + call.error + ":when=" + call.when};
    if (!call.path.empty()) tracer.insert(tracer.end(), {"-P", call.path.string()});
    return tracer;
}

int occurrences(const std::filesystem::path& file, const std::string& sought) {
    std::ifstream in(file);
    int count = 0;
    for (std::string line; std::getline(in, line);) count += line.find(sought) == std::string::npos ? 0 : 1;
    return count;
}

std::vector<std::string> attached(pid_t process, const FailingCall& call, const std::filesystem::path& log) {
    auto tracer = strace(call, log);
    tracer.insert(tracer.end(), {"-p", std::to_string(process)});
    return tracer;
}

}  // namespace

std::vector<std::string> failing_from_the_start(const FailingCall& call, const std::filesystem::path& log) {
    auto tracer = strace(call, log);
    tracer.insert(tracer.end(), {"-D", "--seccomp-bpf"});
    return tracer;
}

Failing::Failing(pid_t process, const FailingCall& call)
    : tracer_(attached(process, call, log_), (folder_.path() / "said").string()) {
    eventually([&] { return occurrences(folder_.path() / "said", "attached") > 0; });
}

// Lets go of it.
Failing::~Failing() {
    tracer_.signal(SIGINT);
    tracer_.wait();
}

int Failing::times() const {
    return occurrences(log_, "(INJECTED)");
}

}  // namespace pocketplan::tests
