// pocketplan-staff-code: asks whoever sets up the machine for a staff code, and prints the lines for the settings that
// hold its hash. On a console twice and without echo; from a pipe one line. Exit status: 0 done, 2 the code cannot
// stand, 1 anything else.

#include <array>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string_view>

#include <termios.h>
#include <unistd.h>

#include "kiosk/machine/staff_code.h"

namespace {

using namespace pocketplan::machine;

// Longer than any code, so that a line that is too long is known as such.
using Line = std::array<char, 64>;

// What is typed is not shown, and no key ends the program while that is so.
class NoEcho {
public:
    NoEcho() {
        tcgetattr(STDIN_FILENO, &before_);
        termios silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO | ISIG);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~NoEcho() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_); }
    NoEcho(const NoEcho&) = delete;
    NoEcho& operator=(const NoEcho&) = delete;

private:
    termios before_{};
};

// Not by stdio, whose buffer would keep it. What is longer than `line` is read and dropped.
std::string_view read_line(Line& line) {
    std::size_t length = 0;
    for (char sign = 0; read(STDIN_FILENO, &sign, 1) == 1 && sign != '\n';) {
        if (length < line.size()) line[length++] = sign;
    }
    return {line.data(), length};
}

std::string_view ask(const char* prompt, Line& line) {
    const NoEcho quiet;
    std::fputs(prompt, stderr);
    const auto typed = read_line(line);
    std::fputc('\n', stderr);
    return typed;
}

int refuse(std::string_view why) {
    std::fprintf(stderr, "pocketplan-staff-code: %.*s\n", static_cast<int>(why.size()), why.data());
    return 2;
}

int print_hash(std::string_view code) {
    const auto hash = hash_code(code);
    if (!hash) {
        std::fputs("pocketplan-staff-code: no memory for the hash; it takes 64 MB\n", stderr);
        return 1;
    }
    std::fputs("For /etc/pocketplan/pocketplan.toml, in the place of a [staff] that is there:\n", stderr);
    std::printf("[staff]\ncode = \"%s\"\n", hash->c_str());
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return 0;
    std::fputs("pocketplan-staff-code: the lines could not be written; send them to a file on a disk with room\n",
               stderr);
    return 1;
}

int set_code(Line& first, Line& second) {
    const bool console = isatty(STDIN_FILENO) == 1;
    const auto code = console ? ask("New staff code, 6 to 12 digits: ", first) : read_line(first);
    if (const auto fault = fault_of(code)) return refuse(describe(*fault));
    if (console && ask("The same once more: ", second) != code) return refuse("the two are not the same; start again");
    return print_hash(code);
}

}  // namespace

int main(int argc, char**) {
    if (argc > 1) return refuse("takes no arguments; it asks for the code, see docs/OPERATING.md, The staff desk");
    Line first{};
    Line second{};
    const int status = set_code(first, second);
    explicit_bzero(first.data(), first.size());
    explicit_bzero(second.data(), second.size());
    return status;
}
