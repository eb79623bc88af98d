// Takes a word as the kiosk does, and ends in the way that it is called with: for a test that looks into its memory
// when it has zeroed what it zeroes, and is about to be gone.

#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <string_view>
#include <thread>
#include <utility>

#include <unistd.h>

#include "content/words.h"
#include "kiosk/forgetting/memory.h"
#include "kiosk/forgetting/replace.h"
#include "tests/support/pause_after.h"

namespace {

using namespace pocketplan;

// As a lookup does that fails; what it says of itself is in no journal.
[[noreturn]] void fail() {
    throw std::out_of_range("said by an exception");
}
void let_nothing_out() noexcept {
    fail();
}
// NOLINTNEXTLINE(misc-no-recursion)
int fall_through_the_stack(int depth) {
    volatile char frame[4096] = {};
    frame[0] = static_cast<char>(depth);
    return depth < 0 ? 0 : fall_through_the_stack(depth + 1) + frame[0];
}

void end_by(std::string_view way) {
    if (way == "exception") fail();
    if (way == "noexcept") let_nothing_out();
    if (way == "thread") std::thread(fail).join();
    if (way == "arena") std::pmr::vector<char>(std::size_t{1} << 30U).back() = 1;
    if (way == "abort") std::abort();
    if (way == "null") raise(SIGSEGV);
    if (way == "stack") std::exit(fall_through_the_stack(0));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    auto arena =
        std::move(forgetting::Arena::create(std::size_t{4} << 20U, forgetting::Arena::Unlocked::allowed).value());
    std::pmr::set_default_resource(&arena);
    forgetting::zero_on_crash(arena);
    content::Words word;
    for (char sign = 0; read(STDIN_FILENO, &sign, 1) == 1 && sign != '\n';) word.append({&sign, 1});
    tests::pause_after("typed");
    end_by(argv[1]);
    return 3;
}
