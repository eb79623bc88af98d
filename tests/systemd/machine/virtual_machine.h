#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/memory_search.h"
#include "tests/support/process.h"
#include "tests/support/screen.h"
#include "tests/support/temporary_folder.h"

namespace pocketplan::tests {

// A whole machine that make_machine made, in QEMU: its display, its pointer and keys, a root shell on its serial line,
// and, from the outside, all of its memory and its disk.
class VirtualMachine : public Screen {
public:
    // `made`: the folder that make_machine wrote to; the disk is copied.
    explicit VirtualMachine(const std::filesystem::path& made);
    ~VirtualMachine() override;
    VirtualMachine(const VirtualMachine&) = delete;
    VirtualMachine& operator=(const VirtualMachine&) = delete;

    // Switches it on; false if its shell does not come up.
    bool boot();
    // Like pulling the plug. What its memory held can still be searched.
    void cut_power();
    [[nodiscard]] bool is_on() { return process_ && process_->running(); }

    // What a command prints on either stream, without the final line end.
    std::string shell(const std::string& command);

    [[nodiscard]] Size size() const override { return {1280, 800}; }
    // QEMU computes reciprocal square roots exactly, where processors approximate them (RSQRTSS); Dear ImGui uses them
    // for its lines.
    [[nodiscard]] int stray() const override { return 1; }
    void touch(double x, double y) override;
    [[nodiscard]] std::vector<std::uint8_t> pixels() override;
    // By QEMU's names, pressed together and released: {"ctrl", "alt", "f2"}.
    void press_keys(const std::vector<std::string>& names);

    // In all of its memory: while it is paused, or as it was when it was switched off.
    std::vector<Hit> find_in_memory(const Needles& needles);
    [[nodiscard]] std::string find_mark(const std::vector<std::string>& words);
    [[nodiscard]] std::vector<Hit> find_on_disk(const Needles& needles) const;

private:
    class Line;  // a socket of QEMU's

    void order(const std::string& command, const std::string& arguments = "{}");

    std::filesystem::path made_;
    TemporaryFolder folder_;
    std::unique_ptr<Process> process_;
    std::unique_ptr<Line> monitor_;
    std::unique_ptr<Line> serial_;
    int commands_ = 0;
};

}  // namespace pocketplan::tests
