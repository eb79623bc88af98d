// The review: a card for each paper, told by numbers alone, and one sheet that fills the screen.

#include <gtest/gtest.h>

#include "kiosk/view/describe.h"
#include "kiosk/view/sayer.h"
#include "kiosk/visit/step.h"
#include "tests/support/pack.h"

namespace pocketplan::view {
namespace {

using tests::check_in_pack;

class ReviewTest : public testing::Test {
protected:
    // Two sheets of each of the first three papers.
    ReviewTest() {
        visit_.state = visit::Reviewing{.stack = stack({0, 1, 2}), .outdated = false};
        visit_.job.reset();
    }
    static visit::Stack stack(const std::vector<std::size_t>& papers) {
        visit::Stack stack;
        for (const auto paper : papers) {
            stack.of_paper[paper] = {static_cast<std::uint8_t>(stack.pictures), 2};
            stack.pictures += 2;
        }
        stack.sheets = stack.printing = stack.pictures;
        return stack;
    }
    template <class Part>
    Part part() {
        view_ = describe(visit_, check_in_pack(), machine_);
        for (const auto& part : view_.parts) {
            if (const auto* const found = std::get_if<Part>(&part)) return *found;
        }
        ADD_FAILURE() << "there is no such part";
        return {};
    }
    void send(const visit::Event& event) { visit::step(visit_, event, check_in_pack()); }
    [[nodiscard]] std::optional<int> seen() const { return visit_.in<visit::Reviewing>()->seen; }

    visit::Visit visit_{check_in_pack()};
    Machine machine_{.today = {2026, 11, 26}};
    View view_;
};

TEST_F(ReviewTest, EachPaperHasItsFirstPictureAndASwitch) {
    const auto sheets = part<SheetCards>();
    ASSERT_GE(sheets.cards.size(), 3U);
    EXPECT_EQ(sheets.cards[1].picture, 2);
    EXPECT_EQ(sheets.cards[1].sheets, 2);
    EXPECT_EQ(std::get<visit::SeeSheet>(sheets.cards[1].see.event).picture, 2);
    ASSERT_TRUE(sheets.cards[1].prints);
    EXPECT_FALSE(sheets.cards[1].left_out());
    send(sheets.cards[1].prints->event);
    EXPECT_TRUE(part<SheetCards>().cards[1].left_out());
    EXPECT_EQ(std::get<SheetsOfPaper>(part<Foot>().total).sheets, 6) << "as it was, until it is counted again";
}

TEST_F(ReviewTest, WhatIsNotComposedYetIsBlankAndCannotBeSeen) {
    visit_.state = visit::Reviewing{};
    const auto sheets = part<SheetCards>();
    ASSERT_FALSE(sheets.cards.empty());
    EXPECT_FALSE(sheets.cards[0].picture);
    EXPECT_FALSE(sheets.cards[0].see.enabled);
    EXPECT_TRUE(sheets.cards[0].prints->enabled);
    EXPECT_TRUE(is_nothing(part<Foot>().total));
    send(visit::SeeSheet{0});
    EXPECT_FALSE(seen());
}

TEST_F(ReviewTest, ASheetIsSeenTurnedAndClosed) {
    send(visit::SeeSheet{0});
    auto sheet = part<SeenSheet>();
    EXPECT_EQ(sheet.sheet.picture, 0);
    EXPECT_FALSE(sheet.turn[0]) << "it is the first";
    ASSERT_TRUE(sheet.turn[1]);
    send(sheet.turn[1]->event);
    EXPECT_EQ(seen(), 1);
    EXPECT_EQ(std::get<SheetOfSheets>(part<SeenSheet>().place).sheet, 2);
    send(visit::SeeSheet{5});
    EXPECT_FALSE(part<SeenSheet>().turn[1]) << "it is the last";
    send(visit::SeeSheet{6});
    EXPECT_EQ(seen(), 5) << "there is none";
    send(part<SeenSheet>().sheet.see.event);
    EXPECT_TRUE(visit_.is<visit::Reviewing>());
    EXPECT_FALSE(seen());
}

TEST_F(ReviewTest, PagesAreTurnedInTheWordsOfWhatIsOnThem) {
    const auto says = [&](const Said& said) {
        const auto words = Sayer(visit_, check_in_pack(), machine_).say(said);
        return std::string(content::view(words));
    };
    visit::Visit other{check_in_pack()};
    other.state = visit::Learning{};
    other.overlay = visit::Overlay::staff;
    EXPECT_EQ(says(describe(other, check_in_pack(), machine_).next_page), "Next page");
    other.overlay = visit::Overlay::none;
    other.state = visit::ChoosingLanguage{};
    EXPECT_EQ(says(describe(other, check_in_pack(), machine_).next_page), "More answers");
    part<SheetCards>();
    EXPECT_EQ(says(view_.next_page), "More sheets");
    EXPECT_EQ(says(view_.first_page), "First sheets");
    send(visit::SeeSheet{1});
    const auto turn = part<SeenSheet>().turn;
    EXPECT_EQ(says(turn[0]->label), "Sheet before");
    EXPECT_EQ(says(turn[1]->label), "Next sheet");
}

TEST_F(ReviewTest, ASheetThatIsHiddenIsNotInTheView) {
    send(visit::SeeSheet{0});
    send(part<SeenSheet>().hide.event);
    view_ = describe(visit_, check_in_pack(), machine_);
    ASSERT_EQ(view_.parts.size(), 1U);
    EXPECT_TRUE(std::holds_alternative<Curtain>(view_.parts[0]));
}

TEST_F(ReviewTest, APaperThatIsLeftOutWhileItIsSeenStaysOnScreen) {
    send(visit::SeeSheet{3});
    send(visit::TogglePaper{1});
    send(visit::Counted{stack({0, 2, 1})});
    EXPECT_EQ(seen(), 5) << "its second sheet, which has another number now";
    send(visit::Counted{stack({0, 2})});
    EXPECT_FALSE(seen()) << "it is in no stack";
}

}  // namespace
}  // namespace pocketplan::view
