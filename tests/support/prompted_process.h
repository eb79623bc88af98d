#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace pocketplan::tests {

// A program that reads lines from its standard input, and writes one whenever it has come to a stage.
class PromptedProcess {
public:
    explicit PromptedProcess(const std::vector<std::string>& call, const std::vector<std::string>& environment = {});
    ~PromptedProcess();
    PromptedProcess(const PromptedProcess&) = delete;
    PromptedProcess& operator=(const PromptedProcess&) = delete;

    [[nodiscard]] pid_t id() const { return process_->id(); }
    // Fails the test where it cannot be written.
    void tell(const std::string& line) const;
    // Waits for the stage; fails the test where it does not come.
    void await(const std::string& stage) const;
    // All that it has written to its standard streams.
    [[nodiscard]] std::string said() const;

private:
    TemporaryFolder folder_{"prompted_process"};
    std::filesystem::path log_ = folder_.path() / "log";
    int write_end_ = -1;
    std::optional<Process> process_;
};

}  // namespace pocketplan::tests
