#pragma once

#include <cstdio>

#include <unistd.h>

namespace pocketplan::tests {

// In a program that a test runs (PromptedProcess): says what it has done, and goes on when it is sent a line.
inline void pause_after(const char* what) {
    std::puts(what);
    std::fflush(stdout);
    for (char sign = 0; read(STDIN_FILENO, &sign, 1) == 1 && sign != '\n';) continue;
}

}  // namespace pocketplan::tests
