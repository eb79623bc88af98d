// The question for a country: the likely ones first, then all of them, or a name that is typed.

#include <algorithm>

#include <gtest/gtest.h>

#include "kiosk/view/describe.h"
#include "kiosk/visit/step.h"
#include "tests/support/pack.h"
#include "tests/support/visitor.h"

namespace pocketplan::view {
namespace {

class CountriesTest : public testing::Test {
protected:
    CountriesTest() { tests::open_question(visit_, library_, "helper_facts.birth_country"); }

    Search search() {
        const auto view = describe(visit_, library_, machine_);
        return std::get<Search>(view.parts.at(0));
    }
    static std::vector<std::string> codes(const List<Control>& controls) {
        std::vector<std::string> all;
        for (const auto& control : controls) {
            all.emplace_back(std::string_view(control.id).substr(std::string_view("country.").size()));
        }
        return all;
    }
    [[nodiscard]] const content::Question& question() const {
        return library_.question(std::get<visit::Asking>(visit_.state).question);
    }
    void send(const visit::Event& event) { visit::step(visit_, event, library_); }
    void type(std::string_view letters) {
        for (const char letter : letters) send(visit::Type{static_cast<char32_t>(letter)});
    }

    const content::Library& library_ = tests::check_in_pack();
    visit::Visit visit_{library_};
    Machine machine_{.today = {2026, 11, 26}};
};

TEST_F(CountriesTest, BeginsWithTheLikelyOnesInTheOrderOfTheLanguage) {
    const auto english = codes(search().likely);
    EXPECT_EQ(english.size(), question().likely.size());
    EXPECT_EQ(english.front(), "AF");
    visit_.language = library_.find_language("tr").value();
    auto turkish = codes(search().likely);
    EXPECT_NE(turkish, english);
    EXPECT_TRUE(std::is_permutation(turkish.begin(), turkish.end(), english.begin(), english.end()));
}

TEST_F(CountriesTest, HasSomeCountryOfEachLanguageAmongTheLikelyOnes) {
    const auto likely = codes(search().likely);
    for (const auto* country : {"MX", "BR", "HT", "CN", "IN", "RU", "EG", "SN", "TR", "BD", "VN", "AF"}) {
        EXPECT_NE(std::find(likely.begin(), likely.end(), country), likely.end()) << country;
    }
}

TEST_F(CountriesTest, LeadsToTheKeyboardByAFieldThatSaysSo) {
    ASSERT_TRUE(search().open);
    EXPECT_FALSE(search().keyboard);
    send(visit::TurnPage{3});
    ASSERT_TRUE(search().open);
    send(search().open->event);
    EXPECT_EQ(visit_.page, 0);
    EXPECT_TRUE(search().keyboard);
    EXPECT_FALSE(search().open);
}

TEST_F(CountriesTest, SearchesAllOfThemOnceSomethingIsTyped) {
    type("zimb");
    EXPECT_TRUE(search().likely.empty());
    EXPECT_EQ(codes(search().found), std::vector<std::string>{"ZW"});
    EXPECT_TRUE(search().keyboard) << "typed on a hardware keyboard, it comes up as well";
    for (int letter = 0; letter < 4; ++letter) send(visit::EraseCharacter{});
    EXPECT_FALSE(search().likely.empty());
}

TEST_F(CountriesTest, PutsTheOneThatWasChosenAmongTheLikelyOnes) {
    send(visit::PickCountry{library_.find_country("ZW").value()});
    const auto likely = search().likely;
    EXPECT_EQ(codes(likely).back(), "ZW");
    EXPECT_TRUE(likely.back().chosen);
}

TEST_F(CountriesTest, OfAPackThatNamesNoLikelyOnesListsAllAboveTheKeyboard) {
    auto other = library_;
    const auto index = std::get<visit::Asking>(visit_.state).question;
    other.questions[static_cast<std::size_t>(index)].likely.clear();
    const auto view = describe(visit_, other, machine_);
    const auto& search = std::get<Search>(view.parts.at(0));
    EXPECT_TRUE(search.keyboard);
    EXPECT_TRUE(search.likely.empty());
    EXPECT_EQ(search.found.size(), library_.countries.size());
}

}  // namespace
}  // namespace pocketplan::view
