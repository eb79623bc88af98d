// All that no program of ours may ask for, for a test that looks for it: tests/throwing_test.cpp.

#include <filesystem>
#include <optional>
#include <string>

#include <tl/expected.hpp>

int main(int argc, char** argv) {
    const std::optional<int> one = argc > 1 ? std::optional(std::stoi(argv[1])) : std::nullopt;
    tl::expected<int, int> other = one.value();
    for (const auto& entry : std::filesystem::directory_iterator(argv[0])) {
        if (std::filesystem::exists(entry.path())) other = other.value() + 1;
    }
    return other.value();
}
