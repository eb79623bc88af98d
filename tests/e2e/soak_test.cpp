// Hours of visits, faults of the printer and of nobody touching anything, in the installed program: nothing adds up.
// Each test runs for five minutes, in parallel with other tests; POCKETPLAN_SOAK=36000 makes it ten hours. Run as root.

#include <cstdlib>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/e2e/holdings.h"
#include "tests/support/memory_search.h"
#include "tests/support/real_printer.h"

namespace pocketplan::tests {
namespace {

using namespace std::chrono_literals;
using testing::IsEmpty;
using visit::EndReason;
using Clock = std::chrono::steady_clock;

std::chrono::seconds length() {
    const char* const wanted = std::getenv("POCKETPLAN_SOAK");
    return std::chrono::seconds(wanted == nullptr ? 300 : std::atoi(wanted));
}

class Soak : public testing::Test {
protected:
    Soak() : kiosk_({1024, 600}) {}

    // One round after another, as long as there is time for one more; what is held is looked at after each.
    template <class Round>
    void go_on(Round round, std::chrono::seconds time = length()) {
        const auto end = Clock::now() + time;
        Clock::duration longest{};
        for (int number = 0; number < 2 || Clock::now() + longest < end; ++number) {
            const auto begin = Clock::now();
            ASSERT_NO_FATAL_FAILURE(round(number)) << "round " << number;
            rounds_.push_back(holdings_of(kiosk_));
            longest = std::max(longest, Clock::now() - begin);
        }
        std::cout << rounds_.size() << " rounds\n";
        EXPECT_EQ(what_grew(rounds_), "");
    }
    // All that are spoken here, one after another.
    std::string next_language() {
        const auto& languages = check_in_pack().languages;
        return languages[spoken_++ % languages.size()].tag;
    }
    std::string new_number() {
        std::string number = "202-555-0000";
        for (const auto digit : {8U, 9U, 10U, 11U}) number[digit] = static_cast<char>('0' + random_() % 10);
        return number;
    }
    void tell(const std::string& language, const std::string& number) {
        ASSERT_TRUE(kiosk_.answer(language, R"({"contacts": [{"phone": ")" + number + R"("}]})")) << language;
    }
    // Through goodbye to the first screen, which is ready for the next person.
    void leave(EndReason reason, const std::string& number, visit::Leftovers leftovers = visit::Leftovers::none) {
        ASSERT_TRUE(kiosk_.says_goodbye(reason, leftovers) && kiosk_.press("goodbye.start"));
        be_ready(number);
    }
    void be_ready(const std::string& number) {
        EXPECT_THAT(find_in_memory(kiosk_.process().id(), Needles({number})), IsEmpty());
        ASSERT_TRUE(kiosk_.shows_the_same()) << "ready for the next person";
    }
    // Once a second at most, and the two that a look at the printer or the clock may bring.
    void expect_sleep(std::chrono::seconds time) {
        std::this_thread::sleep_for(3s);  // pictures of sheets are drawn while nobody waits
        const auto begin = Clock::now();
        const long before = wake_ups_of(kiosk_.process().id());
        std::this_thread::sleep_for(time);
        const long woken = wake_ups_of(kiosk_.process().id()) - before;
        EXPECT_LE(woken, std::chrono::ceil<std::chrono::seconds>(Clock::now() - begin).count() + 2);
    }

    [[nodiscard]] std::string files() const { return "folder:" + prints_.string(); }

    PlayedKiosk kiosk_;
    const std::filesystem::path prints_ = kiosk_.folder() / "prints";
    std::vector<Holdings> rounds_;
    std::minstd_rand random_{20261127};
    std::size_t spoken_ = 0;
};

class NightOfVisitors : public Soak {
protected:
    void erase_a_visit(const std::string& language) {
        const auto number = new_number();
        ASSERT_NO_FATAL_FAILURE(tell(language, number));
        ASSERT_TRUE(kiosk_.erase());
        leave(EndReason::erased, number);
    }
    void come_for_paper(const std::string& language) {
        const auto number = new_number();
        ASSERT_NO_FATAL_FAILURE(tell(language, number));
        ASSERT_TRUE(kiosk_.take_paper()) << "in hand";
        shadow_.printer.tray = visit::Tray::checked;
        leave(EndReason::done, number);
    }
    void run_out_of_paper(const std::string& language) {
        const auto number = new_number();
        ASSERT_NO_FATAL_FAILURE(tell(language, number));
        printer_.take_paper_out();
        shadow_.printer.trouble = status::Trouble::out_of_paper;
        ASSERT_TRUE(kiosk_.shows_the_same()) << "the review says so";
        const auto before = kiosk_.screen().pixels();
        printer_.put_paper_in();
        shadow_.printer.trouble = status::Trouble::none;
        ASSERT_TRUE(eventually([&] { return kiosk_.screen().pixels() != before; })) << "and no longer";
        ASSERT_TRUE(kiosk_.take_paper()) << "in hand";
        leave(EndReason::done, number);
    }
    // Unplugged, and on again after goodbye.
    void lose_the_printer(const std::string& language) {
        const auto number = new_number();
        ASSERT_NO_FATAL_FAILURE(tell(language, number));
        printer_.unplug();
        ASSERT_TRUE(kiosk_.press("review.print"));
        shadow_.printer.trouble = status::Trouble::gone;
        kiosk_.shadow_hears(visit::JobSaid{status::Progress::trouble, status::Trouble::gone, 0});
        ASSERT_TRUE(kiosk_.shows_the_same()) << "problem";
        ASSERT_TRUE(kiosk_.press("problem.give_up") && kiosk_.press("erase.yes"));
        ASSERT_TRUE(kiosk_.says_goodbye(EndReason::printer_given_up, visit::Leftovers::uncertain));
        ASSERT_TRUE(kiosk_.press("goodbye.start"));
        printer_.plug_in();
        shadow_.printer.trouble = status::Trouble::none;
        shadow_.printer.leftovers = visit::Leftovers::none;
        shadow_.printer.tray = visit::Tray::forgotten_sheet;
        be_ready(number);
    }
    // In the middle of a visit.
    void die(const std::string& language) {
        ASSERT_NO_FATAL_FAILURE(tell(language, new_number()));
        kiosk_.process().signal(SIGKILL);
        EXPECT_EQ(kiosk_.process().wait(), 128 + SIGKILL);
        kiosk_.shadow_begins_again();
        ASSERT_TRUE(kiosk_.start(printer_.uri()));
    }

    RealPrinter printer_{free_port(), RealPrinter::Pace::quick};
    visit::Visit& shadow_ = kiosk_.shadow();
};

TEST_F(NightOfVisitors, AndFaultsAddsUpToNothing) {
    ASSERT_TRUE(kiosk_.start(printer_.uri()));
    go_on([&](int round) {
        ASSERT_NO_FATAL_FAILURE(erase_a_visit(next_language()));
        ASSERT_NO_FATAL_FAILURE(run_out_of_paper(next_language()));
        ASSERT_NO_FATAL_FAILURE(lose_the_printer(next_language()));
        if (round % 5 == 4) {
            ASSERT_NO_FATAL_FAILURE(die(next_language()));
        }
        ASSERT_NO_FATAL_FAILURE(come_for_paper(next_language()));
        ASSERT_NO_FATAL_FAILURE(erase_a_visit("en"));  // where all rounds are compared
        expect_sleep(3s);
    });
    EXPECT_EQ(printer_.unfinished_jobs(), 0U);
}

// To show that it would be noticed.
TEST(WhatGrew, IsACountThatChangesAndMemoryThatIsLifted) {
    std::vector<Holdings> rounds(16);
    EXPECT_EQ(what_grew(rounds), "");
    long noise = 0;
    for (auto& round : rounds) round.kilobytes["kiosk"] = 20'000 + (noise++ % 3) * 500;
    EXPECT_EQ(what_grew(rounds), "") << "up and down";
    for (std::size_t at = 0; at < rounds.size(); ++at) rounds[at].kilobytes["kiosk"] += static_cast<long>(300 * at);
    rounds.back().counts["descriptors"] = 1;
    EXPECT_THAT(what_grew(rounds), testing::AllOf(testing::HasSubstr("kiosk, kilobytes: 20000 20800"),
                                                  testing::HasSubstr("descriptors: 0 0")));
}

using NightOfNobody = Soak;

// Nobody touches them: one is open, the next is hidden. What is told while it ends by itself is that it sleeps.
TEST_F(NightOfNobody, AddsUpToNothing) {
    ASSERT_TRUE(kiosk_.start(files()));
    go_on([&](int round) {
        const auto number = new_number();
        ASSERT_NO_FATAL_FAILURE(tell(next_language(), number));
        ASSERT_TRUE(round % 2 == 0 || kiosk_.press("bar.hide"));
        ASSERT_TRUE(kiosk_.shows_the_same());
        const auto begun = kiosk_.start_of_program();
        expect_sleep(60s);
        ASSERT_TRUE(eventually([&] { return kiosk_.start_of_program() != begun; }, 3min));
        leave(EndReason::idle, number);
    });
}

class NightOfOneVisitor : public Soak {
protected:
    // From the last question, and back to it.
    void print() {
        ASSERT_TRUE(kiosk_.press("bar.skip") && kiosk_.print());
        kiosk_.shadow_hears(visit::JobSaid{status::Progress::done, status::Trouble::none, 0});
        ASSERT_TRUE(kiosk_.shows_the_same()) << "in hand";
        ASSERT_TRUE(kiosk_.press("bar.back") && kiosk_.press("bar.back"));
        ASSERT_TRUE(kiosk_.shows_the_same()) << "the last question";
        std::filesystem::remove_all(prints_);
    }
};

// One visitor for hours: every language, size and colour, and paper again and again.
TEST_F(NightOfOneVisitor, AddsUpToNothing) {
    const auto number = new_number();
    ASSERT_TRUE(kiosk_.start(files()));
    ASSERT_NO_FATAL_FAILURE(tell("en", number));
    ASSERT_TRUE(kiosk_.press("bar.back"));
    const auto look_at = [&](const std::string& tab, const std::string& setting) {
        ASSERT_TRUE(kiosk_.press("bar.more") && kiosk_.press(tab) && kiosk_.press(setting)) << setting;
        ASSERT_TRUE(kiosk_.press("more.close"));
    };
    const auto speak = [&](const std::string& language) {
        ASSERT_TRUE(kiosk_.press("bar.more") && kiosk_.press("more.language"));
        ASSERT_TRUE(kiosk_.press("language." + language)) << language;
    };
    go_on(
        [&](int) {
            for (const auto& language : check_in_pack().languages) {
                ASSERT_NO_FATAL_FAILURE(speak(language.tag));
                for (const char* size : {"size.huge", "size.normal"}) {
                    ASSERT_NO_FATAL_FAILURE(look_at("more.look", size));
                }
                ASSERT_TRUE(kiosk_.shows_the_same()) << language.tag;
            }
            for (const char* theme : {"theme.white_on_black", "theme.calm"}) {
                ASSERT_NO_FATAL_FAILURE(look_at("more.look", theme));
            }
            ASSERT_NO_FATAL_FAILURE(speak("en"));
            ASSERT_NO_FATAL_FAILURE(print());
            // Nobody presses one place a hundred times without a pause (docs/decisions/0034).
            std::this_thread::sleep_for(6s);
        },
        length() / 5);
}

}  // namespace
}  // namespace pocketplan::tests
