#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/e2e/forensics.h"
#include "tests/support/real_printer.h"

namespace pocketplan::tests {

// A visit of unique words in the installed program, and the search for what is left of it.
class Forensics : public testing::Test {
protected:
    explicit Forensics(Screen::Size size = {}) : kiosk_(size) {}

    // Tells everything, and proves that the search would find it.
    void tell(const Told& told, const std::string& printer, const std::vector<std::string>& environment = {}) {
        ASSERT_TRUE(kiosk_.start(printer, environment));
        ASSERT_TRUE(kiosk_.go_to_review(told.language, told.json));
        EXPECT_THAT(find_in_memory(kiosk_.process().id(), told.needles()), testing::Not(testing::IsEmpty()));
        mark_ = find_mark(kiosk_.process().id(), told.words);
        EXPECT_FALSE(mark_.empty());
    }
    // (b), with the process itself where it lives on.
    void expect_nothing_left(const Told& told, const Surroundings& surroundings) {
        const auto needles = told.needles_and(mark_);
        if (kiosk_.process().running()) {
            const auto hits = find_in_memory(kiosk_.process().id(), needles);
            EXPECT_THAT(hits, testing::IsEmpty()) << name(hits);
        }
        // Of the scheduler's memory the words alone are asked: it has read the plan, and a piece of the file with its
        // id may stay there (docs/PRIVACY.md).
        const auto hits = surroundings.find(told.needles(), needles);
        EXPECT_THAT(hits, testing::IsEmpty()) << name(hits);
    }
    Surroundings around(const RealPrinter* printer = nullptr, std::vector<pid_t> processes = {}) {
        processes.push_back(kiosk_.screen().process());
        std::vector<std::filesystem::path> paper;
        if (printer != nullptr) paper.push_back(printer->folder() / "spool");
        return {processes, {kiosk_.folder()}, paper};
    }
    // The environment of a program that breaks a promise (tracer.cpp).
    static std::vector<std::string> mutated(const std::string& mutation) {
        return {"LD_PRELOAD=" + std::string(BUILD_DIR) + "/libtracer.so", "MUTATION=" + mutation};
    }
    std::string files() { return "folder:" + (kiosk_.folder() / "prints").string(); }

    PlayedKiosk kiosk_;
    std::string mark_;
};

}  // namespace pocketplan::tests
