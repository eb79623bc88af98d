#include "tests/support/process.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace pocketplan::tests {
namespace {

std::vector<char*> pointers(const std::vector<std::string>& words) {
    std::vector<char*> list;
    for (const auto& word : words) list.push_back(const_cast<char*>(word.c_str()));
    list.push_back(nullptr);
    return list;
}

pid_t start(const std::vector<std::string>& call, const std::string& out, const std::string& err,
            const std::vector<std::string>& environment) {
    const pid_t id = fork();
    if (id != 0) return id;
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int out_file = open(out.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    const int err_file = out == err ? out_file : open(err.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    dup2(out_file, STDOUT_FILENO);
    dup2(err_file, STDERR_FILENO);
    for (const auto& setting : environment) putenv(const_cast<char*>(setting.c_str()));
    const auto arguments = pointers(call);
    execvp(arguments.front(), arguments.data());
    _exit(127);
}

std::string read_all(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Process::Process(const std::vector<std::string>& call, const std::string& log,
                 const std::vector<std::string>& environment)
    : id_(start(call, log, log, environment)) {}

Process::~Process() {
    kill_and_wait();
}

bool Process::running() {
    if (id_ < 0) return false;
    int status = 0;
    if (waitpid(id_, &status, WNOHANG) == 0) return true;
    status_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    id_ = -1;
    return false;
}

int Process::wait() {
    if (id_ < 0) return status_;
    int status = 0;
    waitpid(id_, &status, 0);
    id_ = -1;
    status_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return status_;
}

void Process::kill_and_wait() {
    if (id_ < 0) return;
    ::kill(-id_, SIGKILL);
    ::kill(id_, SIGKILL);
    wait();
}

Output run(const std::vector<std::string>& call) {
    char folder[] = "/tmp/run.XXXXXX";
    if (mkdtemp(folder) == nullptr) return {127, "", "no temporary folder"};
    const std::filesystem::path base(folder);
    const pid_t id = start(call, base / "out", base / "err", {});
    int status = 0;
    waitpid(id, &status, 0);
    Output output{WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), read_all(base / "out"),
                  read_all(base / "err")};
    std::filesystem::remove_all(base);
    return output;
}

}  // namespace pocketplan::tests
