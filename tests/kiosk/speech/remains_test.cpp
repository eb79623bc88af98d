// What is left in memory of a spoken word and of its samples (docs/PRIVACY.md, "The seams"). Built like the kiosk, and
// run as root.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/speech/ring.h"
#include "tests/support/memory_search.h"
#include "tests/support/prompted_process.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace pocketplan;
using speech::Sample;
using ::testing::IsEmpty;
using tests::eventually;

const std::string word = "quillawinkaroba";

// At the usual speed, and slowly.
class RemainsTest : public ::testing::TestWithParam<bool> {
protected:
    static std::vector<std::string> call() {
        std::vector<std::string> call{BUILD_DIR "/speaking"};
        if (GetParam()) call.emplace_back("slowly");
        return call;
    }
    [[nodiscard]] std::vector<Sample> played() const {
        std::ifstream in(sound_, std::ios::binary);
        std::vector<Sample> samples(std::filesystem::file_size(sound_) / sizeof(Sample));
        in.read(reinterpret_cast<char*>(samples.data()), static_cast<std::streamsize>(samples.size() * sizeof(Sample)));
        return samples;
    }
    // Where they are, with the name of the region.
    [[nodiscard]] std::vector<std::string> places(const tests::Needles& needles) const {
        std::vector<std::string> places;
        for (const auto& hit : find_in_memory(speaking_.id(), needles)) places.push_back(hit.place);
        return places;
    }

    tests::TemporaryFolder folder_{"remains"};
    std::filesystem::path sound_ = folder_.path() / "sound";
    const tests::PromptedProcess speaking_{call(), {"SDL_AUDIODRIVER=disk", "SDL_DISKAUDIOFILE=" + sound_.string()}};
};

// Not silence, nor so regular that other memory may have the same; nothing that begins with zeros can be searched for.
bool is_a_sound(const std::string& bytes) {
    const bool silent_at_first = bytes.starts_with(std::string(4, '\0'));
    return !silent_at_first && std::set<char>(bytes.begin(), bytes.end()).size() > 18;
}

bool ends_with_silence(const std::vector<Sample>& samples, std::ptrdiff_t count) {
    return std::all_of(samples.end() - count, samples.end(), [](Sample sample) { return sample == 0; });
}

TEST_P(RemainsTest, NothingOfASpokenWordIsLeftOnceTheVisitIsOver) {
    const tests::Needles spoken({word});
    std::string text;
    for (int i = 0; i < 20; ++i) text += word + " ";
    speaking_.tell(text);
    speaking_.await("saying");
    EXPECT_FALSE(places(spoken).empty()) << "or the search proves nothing";
    speaking_.tell("");
    speaking_.await("stopped");
    EXPECT_TRUE(eventually([&] { return places(spoken).empty(); })) << ::testing::PrintToString(places(spoken));
    speaking_.tell("");
    speaking_.await("ended");
    EXPECT_THAT(places(spoken), IsEmpty());
}

TEST_P(RemainsTest, NothingOfItsSamplesIsLeftOnceTheVisitIsOver) {
    std::string text;
    for (int i = 0; i < 20; ++i) text += word + " ";
    speaking_.tell(text);
    speaking_.await("saying");
    ASSERT_TRUE(eventually([&] { return std::filesystem::exists(sound_) && played().size() > 30'000; }));
    speaking_.tell("");
    speaking_.await("stopped");
    // The disk driver writes through a buffer of four blocks, which no other driver has: not before these are silence.
    ASSERT_TRUE(eventually([&] { return ends_with_silence(played(), 4096); }));
    speaking_.tell("");
    speaking_.await("ended");
    tests::Needles needles({});
    const auto samples = played();
    // Every 20 samples, so that a rest of 40 would be found.
    std::size_t runs = 0;
    for (std::size_t at = 0; at + 20 < samples.size(); at += 20) {
        const std::string run(reinterpret_cast<const char*>(&samples[at]), 20 * sizeof(Sample));
        if (!is_a_sound(run)) continue;
        needles.add_bytes(run);
        ++runs;
    }
    EXPECT_GT(runs, 300U);
    EXPECT_THAT(places(needles), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Speeds, RemainsTest, ::testing::Bool());

}  // namespace
