// One visit after another, run in parallel with other tests. POCKETPLAN_VISITS=200 makes so many.

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <random>

#include "tests/e2e/forensic_visit.h"
#include "tests/e2e/holdings.h"

namespace pocketplan::tests {
namespace {

using testing::IsEmpty;
using testing::Not;
using visit::EndReason;

// Whether anything accumulates: one visit after another, each with a word of its own, ended at random.
class Visits : public Forensics {
protected:
    Visits() : Forensics({1024, 600}) {}

    enum class End { erased, printed, crashed };

    // Nine letters that no visit before had.
    std::string new_word() {
        std::string word(9, 'a');
        for (auto& letter : word) letter = static_cast<char>('a' + random_() % 26);
        word[0] = 'Q';
        return word;
    }
    void visit(const std::string& word, End end) {
        ASSERT_TRUE(kiosk_.press("language.en") && kiosk_.press("promise.make"));
        while (kiosk_.shadow().in<visit::Asking>()->question != place_) ASSERT_TRUE(kiosk_.press("bar.skip"));
        ASSERT_TRUE(kiosk_.type(word));
        ASSERT_TRUE(kiosk_.press("bar.next"));
        ASSERT_TRUE(kiosk_.shows_the_same());
        ASSERT_THAT(find_in_memory(kiosk_.process().id(), Needles({word})), Not(IsEmpty()));
        if (end == End::crashed) {
            kiosk_.process().signal(SIGSEGV);
            EXPECT_EQ(kiosk_.process().wait(), 70);
            kiosk_.shadow_begins_again();
            ASSERT_TRUE(kiosk_.start(files()));
        } else if (end == End::printed) {
            ASSERT_TRUE(kiosk_.press("bar.more") && kiosk_.press("more.print") && kiosk_.press("review.print"));
            kiosk_.shadow_hears(visit::JobSaid{status::Progress::done, status::Trouble::none, 0});
            ASSERT_TRUE(kiosk_.shows_the_same() && kiosk_.press("hand.yes"));
            ASSERT_TRUE(kiosk_.says_goodbye(EndReason::done) && kiosk_.press("goodbye.start"));
        } else {
            ASSERT_TRUE(kiosk_.erase());
            ASSERT_TRUE(kiosk_.says_goodbye(EndReason::erased) && kiosk_.press("goodbye.start"));
        }
    }
    // The kiosk's private memory in kilobytes, and its open files.
    [[nodiscard]] std::pair<long, long> size() {
        const auto held = holdings_of(kiosk_);
        return {held.kilobytes.at("kiosk"), held.counts.at("descriptors")};
    }

    std::minstd_rand random_{20261124};
    std::optional<content::QuestionIndex> place_ = check_in_pack().find_question("appointment_place");
};

TEST_F(Visits, OneAfterAnotherLeaveNothingAndAddUpToNothing) {
    const char* const wanted = std::getenv("POCKETPLAN_VISITS");
    const int count = wanted == nullptr ? 30 : std::max(std::atoi(wanted), 2);
    const auto surroundings = around();
    ASSERT_TRUE(kiosk_.start(files()));
    std::vector<std::string> words;
    std::pair<long, long> first;
    for (int visited = 0; visited < count; ++visited) {
        words.push_back(new_word());
        // The first and the last end in the same way, so that like is compared with like: one that was restarted has
        // inherited more.
        const bool compared = visited == 0 || visited == count - 1;
        const auto end = compared ? End::erased : static_cast<End>(random_() % 3);
        ASSERT_NO_FATAL_FAILURE(visit(words.back(), end)) << "visit " << visited;
        ASSERT_TRUE(kiosk_.shows_the_same()) << "ready for the next person";
        const Needles all(words);
        const auto hits = find_in_memory(kiosk_.process().id(), all);
        ASSERT_THAT(hits, IsEmpty()) << name(hits) << "visit " << visited;
        if (visited == 0) first = size();
    }
    EXPECT_THAT(surroundings.find(Needles(words), Needles(words)), IsEmpty());
    const auto last = size();
    EXPECT_LT(last.first, first.first * 3 / 2) << "kilobytes of memory, at first " << first.first;
    EXPECT_EQ(last.second, first.second) << "open files";
}

}  // namespace
}  // namespace pocketplan::tests
