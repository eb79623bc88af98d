#include "kiosk/visit/entry.h"

#include <gtest/gtest.h>

#include "kiosk/visit/step.h"
#include "tests/support/pack.h"
#include "tests/support/visitor.h"

namespace pocketplan::visit {
namespace {

class EntryTest : public testing::Test {
protected:
    void open(std::string_view id) { tests::open_question(visit, library, id); }
    Entry& entry() { return std::get<Asking>(visit.state).entry; }
    void type_all(std::u32string_view text) {
        for (const char32_t point : text) type(visit, library, point);
    }
    [[nodiscard]] content::QuestionIndex question() const { return std::get<Asking>(visit.state).question; }
    [[nodiscard]] const content::Answer& answer() const { return visit.answers[question()]; }

    const content::Library& library = tests::check_in_pack();
    Visit visit{library};
};

TEST_F(EntryTest, AKeyTakesNothingThatHasNoPlaceOnPaper) {
    open("lawyer_name");
    type_all(U"\u0301\u0301\u0301A\u202En\u200Fa\u200B\u061C \u2066L\uFEFF\u00ADi\U000E0041\n");
    EXPECT_EQ(entry().words.view(), "Ana Li");
}

TEST_F(EntryTest, AToneKeyThatIsHeldStopsAtFourAndTheNameIsKeptInOneSpelling) {
    open("lawyer_name");
    type_all(U"Ha\u0300 Nho");
    for (int held = 0; held < 40; ++held) type(visit, library, U'\u0301');
    EXPECT_EQ(entry().words.length(), 11U);
    for (int back = 0; back < 3; ++back) erase_character(visit, library);
    EXPECT_EQ(commit_entry(visit, library), Committed::good);
    EXPECT_EQ(std::get<content::Words>(answer()).view(), "Hà Nhó");
}

TEST_F(EntryTest, APhoneIsDialledInAsciiWhateverKeyboardItIsTypedOn) {
    open("contacts");
    entry().field = EntryField::phone;
    type_all(U"٢٠٢ ٥٥٥-٠١٠٠ #٥");
    EXPECT_EQ(commit_entry(visit, library), Committed::good);
    EXPECT_EQ(std::get<content::People>(answer()).front().phone.view(), "202 555-0100 #5");
}

TEST_F(EntryTest, APersonWhoseNumberIsNoneIsNotTaken) {
    open("contacts");
    type_all(U"Ana");
    entry().field = EntryField::phone;
    type_all(U"21");
    EXPECT_EQ(commit_entry(visit, library), Committed::faulty);
    EXPECT_EQ(entry().fault, content::EntryFault::too_few_digits);
    type_all(U"1");
    EXPECT_EQ(commit_entry(visit, library), Committed::good) << "211";
}

TEST_F(EntryTest, NothingButSpacesIsNothingSaid) {
    open("contacts");
    type_all(U"\u00A0\u3000");
    EXPECT_EQ(commit_entry(visit, library), Committed::good);
    EXPECT_FALSE(visit.answers.answered(question()));
}

}  // namespace
}  // namespace pocketplan::visit
