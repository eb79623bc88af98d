#include "printer/status/paper.h"

#include <limits>

#include <gtest/gtest.h>

#include "printer/status/status.h"

namespace pocketplan::status {
namespace {

const Media letter{"na_letter_8.5x11in", 21590, 27940};
const Media a4{"iso_a4_210x297mm", 21000, 29700};
const Media legal{"na_legal_8.5x14in", 21590, 35560};
const Media envelope{"na_number-10_4.125x9.5in", 10477, 24130};
const Media roll{"om_receipt_80x0mm", 8000, 0};
const Media cut_roll{"roll_72x200mm", 7200, 20000};
const Media card{"na_index-3x5_3x5in", 7620, 12700};
const Media unknown{"custom-tray", 0, 0};

DeviceReport loaded(std::vector<Media> media) {
    DeviceReport device;
    device.reached = true;
    device.media = std::move(media);
    return device;
}

TEST(ChoosePaper, GoesByTheFirstMediumThatIsOneOfOurs) {
    EXPECT_EQ(choose_paper(loaded({letter, a4})), PaperKind::letter);
    EXPECT_EQ(choose_paper(loaded({envelope, a4, letter})), PaperKind::a4);
    EXPECT_EQ(choose_paper(loaded({roll})), PaperKind::receipt80);
    EXPECT_EQ(choose_paper(loaded({cut_roll})), PaperKind::receipt80);
    EXPECT_EQ(choose_paper(loaded({{"", 21000, 29650}})), PaperKind::a4);  // rounded by the device
}

TEST(ChoosePaper, CannotTellWhereNothingOfOursIsLoadedOrTold) {
    for (const auto& media : std::vector<std::vector<Media>>{{}, {legal}, {envelope}, {card}, {unknown}}) {
        EXPECT_FALSE(choose_paper(loaded(media)));
    }
    EXPECT_FALSE(choose_paper(loaded({{"om_narrow_58x0mm", 5800, 0}})));
    constexpr int most = std::numeric_limits<int>::max();
    constexpr int least = std::numeric_limits<int>::min();
    for (const Media& nonsense : {Media{"", most, most}, Media{"", least, least}, Media{"", 8000, least}}) {
        EXPECT_FALSE(choose_paper(loaded({nonsense})));
    }
}

TEST(NoPaperFits, OnlyWhereAllIsKnownAndTooSmall) {
    EXPECT_TRUE(no_paper_fits(loaded({envelope, card})));
    EXPECT_TRUE(no_paper_fits(loaded({{"om_narrow_58x0mm", 5800, 0}})));
    for (const auto& media : {letter, a4, legal, roll, unknown}) EXPECT_FALSE(no_paper_fits(loaded({envelope, media})));
    EXPECT_FALSE(no_paper_fits(loaded({})));
}

TEST(NoPaperFits, IsATroubleOfItsOwn) {
    EXPECT_EQ(judge_printer(loaded({envelope})), Trouble::wrong_paper);
    EXPECT_EQ(judge_printer(loaded({letter})), Trouble::none);
}

}  // namespace
}  // namespace pocketplan::status
