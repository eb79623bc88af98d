#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/e2e/forensics.h"
#include "tests/support/real_printer.h"

namespace pocketplan::tests {

// A visit with unique words in the installed program, and the search for what is left of it.
class Forensics : public testing::Test {
protected:
    explicit Forensics(Screen::Size size = {}) : kiosk_(size) {}

    // Answers everything, and proves that the search would find it.
    void tell(const Told& told, const std::string& printer, const std::vector<std::string>& environment = {}) {
        ASSERT_TRUE(kiosk_.start(printer, environment));
        ASSERT_TRUE(kiosk_.go_to_review(told.language, told.json));
        EXPECT_THAT(find_in_memory(kiosk_.process().id(), told.needles()), testing::Not(testing::IsEmpty()));
        mark_ = find_mark(kiosk_.process().id(), told.words);
        EXPECT_FALSE(mark_.empty());
        expect_pictures_of(told);
    }
    // A word of theirs is seen in a picture that is on screen, and would be found as pixels.
    void expect_pictures_of(const Told& told) {
        pixels_ = kiosk_.row_of_word(told.word_in_pictures());
        ASSERT_FALSE(pixels_.empty()) << "no picture shows " << told.word_in_pictures();
        EXPECT_THAT(find_in_memory(kiosk_.process().id(), needles_of(pixels_)), testing::Not(testing::IsEmpty()));
    }
    // All that nothing may be left of.
    [[nodiscard]] Needles all_needles(const Told& told) const { return told.needles_and(mark_, pixels_); }
    // (b), including the process itself if it is still alive.
    void expect_nothing_left(const Told& told, const Surroundings& surroundings) {
        const auto needles = all_needles(told);
        if (kiosk_.process().running()) {
            const auto hits = find_in_memory(kiosk_.process().id(), needles);
            EXPECT_THAT(hits, testing::IsEmpty()) << name(hits);
        }
        // The scheduler's memory is searched for words only: it has read the plan, and a piece of the file with its id
        // may stay there (docs/PRIVACY.md).
        auto words = told.needles();
        if (!pixels_.empty()) words.add_pixels(pixels_);
        const auto hits = surroundings.find(words, needles);
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
    std::vector<std::uint8_t> pixels_;
};

}  // namespace pocketplan::tests
