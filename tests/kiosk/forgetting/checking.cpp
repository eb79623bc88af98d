// Takes a staff code as the kiosk does, digit by digit, checks it against the hash that it is called with, and goes on
// when it is told to: for a test that looks into its memory meanwhile.

#include <array>
#include <memory_resource>
#include <utility>

#include <unistd.h>

#include "content/library.h"
#include "kiosk/app/staff_room.h"
#include "kiosk/forgetting/memory.h"
#include "kiosk/visit/step.h"
#include "tests/support/pause_after.h"

using namespace pocketplan;
using tests::pause_after;

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    auto arena =
        std::move(forgetting::Arena::create(std::size_t{4} << 20U, forgetting::Arena::Unlocked::allowed).value());
    std::pmr::set_default_resource(&arena);
    app::StaffRoom room(argv[1], {}, {});
    const content::Library library;
    visit::Visit visit(library);
    visit.has_staff_code = true;
    visit::step(visit, visit::Cover{visit::Overlay::staff_code}, library);
    for (char sign = 0; read(STDIN_FILENO, &sign, 1) == 1 && sign != '\n';) {
        visit::step(visit, visit::Type{static_cast<char32_t>(sign)}, library);
    }
    pause_after("typed");
    const auto answer = room.check(visit.desk.open.code.view());
    pause_after("checked");
    visit::step(visit, visit::CodeSaid{answer}, library);
    pause_after(visit.overlay == visit::Overlay::desk ? "open" : "closed");
    return 0;
}
