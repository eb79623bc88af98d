#include "tests/support/prompted_process.h"

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace pocketplan::tests {

PromptedProcess::PromptedProcess(const std::vector<std::string>& call, const std::vector<std::string>& environment) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) std::abort();
    write_end_ = ends[1];
    fcntl(write_end_, F_SETFD, FD_CLOEXEC);
    const int own = dup(STDIN_FILENO);
    dup2(ends[0], STDIN_FILENO);
    process_.emplace(call, log_.string(), environment);
    dup2(own, STDIN_FILENO);
    close(own);
    close(ends[0]);
}

PromptedProcess::~PromptedProcess() {
    close(write_end_);
}

void PromptedProcess::tell(const std::string& line) const {
    ASSERT_EQ(write(write_end_, (line + "\n").data(), line.size() + 1), static_cast<ssize_t>(line.size() + 1));
}

void PromptedProcess::await(const std::string& stage) const {
    ASSERT_TRUE(eventually([&] {
        std::ifstream log(log_);
        for (std::string line; std::getline(log, line);) {
            if (line == stage) return true;
        }
        return false;
    })) << stage;
}

std::string PromptedProcess::said() const {
    std::ifstream log(log_);
    return {std::istreambuf_iterator<char>(log), {}};
}

}  // namespace pocketplan::tests
