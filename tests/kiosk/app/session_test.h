#pragma once

#include <filesystem>

#include <gtest/gtest.h>
#include <unistd.h>

#include "kiosk/app/session.h"
#include "kiosk/forgetting/memory.h"
#include "tests/printer/fake_printer.h"
#include "tests/support/pack.h"
#include "tests/support/process.h"

namespace pocketplan::app {

class SessionTest : public testing::Test {
protected:
    SessionTest() : before(std::pmr::set_default_resource(&arena)) {
        std::filesystem::create_directories(kept);
        session = std::make_unique<Session>(
            library, tests::typesetter(), std::make_unique<tests::FakePrinter>(script), PrintSettings{},
            TrayMemory(kept), [] {}, &mark);
    }
    ~SessionTest() override {
        session->stop_printing();
        session.reset();
        std::pmr::set_default_resource(before);
        std::filesystem::remove_all(kept);
    }
    void go_to_review() {
        session->apply(visit::ChooseLanguage{content::LanguageIndex(1)});
        session->apply(visit::MakePlan{});
        while (session->visit().is<visit::Asking>()) session->apply(visit::Skip{});
    }
    template <class Where>
    bool comes_to() {
        return tests::eventually([&] {
            session->take_reports();
            return session->visit().is<Where>();
        });
    }
    // What a loop does while nobody touches anything.
    int works() {
        int times = 0;
        while (session->work() != Session::Work::nothing) ++times;
        return times;
    }
    [[nodiscard]] visit::Stack stack() {
        works();
        const auto* const reviewing = session->visit().in<visit::Reviewing>();
        return reviewing == nullptr ? visit::Stack{} : reviewing->stack.value_or(visit::Stack{});
    }
    [[nodiscard]] int sheets() { return stack().sheets; }
    // Its version, once it is drawn.
    std::uint32_t picture(int number, int width) {
        session->pictures().begin();
        session->pictures().find(number, width);
        works();
        const auto found = session->pictures().find(number, width);
        EXPECT_TRUE(found && found->width == width);
        return found ? found->version : 0;
    }
    void job_is(status::JobState state) {
        const std::lock_guard lock(script.mutex);
        script.job.state = state;
    }

    const forgetting::Mark mark = [] {
        forgetting::Mark all;
        all.fill(std::byte{'M'});
        return all;
    }();
    content::Library library = tests::check_in_pack();
    std::filesystem::path kept = std::filesystem::temp_directory_path() / ("session_test." + std::to_string(getpid()));
    forgetting::Arena arena =
        std::move(forgetting::Arena::create(32 << 20, forgetting::Arena::Unlocked::allowed).value());
    std::pmr::memory_resource* before;
    tests::FakePrinter::Script script;
    std::unique_ptr<Session> session;
};

}  // namespace pocketplan::app
