#pragma once

#include <random>

#include "kiosk/app/display.h"
#include "kiosk/visit/event.h"
#include "tests/printer/fake_printer.h"

namespace pocketplan::tests {

// Random hands, and a random world around them.
class Monkey {
public:
    explicit Monkey(unsigned seed) : random_(seed) {}

    unsigned below(std::size_t count) {
        return std::uniform_int_distribution<unsigned>(0, static_cast<unsigned>(count) - 1)(random_);
    }
    bool once_in(unsigned times) { return below(times) == 0; }
    // What comes from outside and is told to a visit as it is.
    visit::Event from_the_world();
    visit::Event typed();
    // How somebody may like a screen, in the middle of a visit.
    std::vector<visit::Event> another_look(std::size_t languages);
    // Of a clock that runs on, is set, or has lost its time.
    content::Date day();
    // One that there is, either way up, or one that says nonsense of itself.
    app::DisplayReport display();
    // Lets a printer say or do something else from now on, good or bad. A job that is over stays over.
    void change(FakePrinter::Script& printer);

private:
    void change_device(status::DeviceReport& device);
    void change_job(status::JobReport& job);

    std::mt19937 random_;
};

// Whether a job of this state may still bring paper.
bool is_under_way(status::JobState state);

}  // namespace pocketplan::tests
