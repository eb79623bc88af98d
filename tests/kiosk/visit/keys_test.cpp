// What the keys on screen do to what is being typed.

#include "kiosk/visit/keys.h"

#include <gtest/gtest.h>

#include "content/keyboard.h"
#include "content/letters.h"
#include "content/pinyin.h"
#include "kiosk/visit/entry.h"
#include "kiosk/visit/step.h"
#include "tests/support/pack.h"
#include "tests/support/visitor.h"

namespace pocketplan::visit {
namespace {

// The pack that ships, with keys of several code points on the English keyboard's first row.
class KeysTest : public testing::Test {
protected:
    KeysTest() {
        library_.keyboards.front().layers.front().front() = {"ch", "ẹ́", "tzʼ", "ড়", "a"};
        open("lawyer_name", "en");
    }

    void open(std::string_view question, std::string_view language) {
        visit_.language = library_.find_language(language).value();
        tests::open_question(visit_, library_, question);
    }
    void send(const Event& event) { step(visit_, event, library_); }
    void press(int key) { send(PressKey{0, 0, static_cast<std::uint8_t>(key)}); }
    [[nodiscard]] std::string typed() const { return std::string(std::get<Asking>(visit_.state).entry.words.view()); }

    content::Library library_ = tests::check_in_pack();
    Visit visit_{library_};
};

TEST_F(KeysTest, TypeAllThatIsOnThemInEveryLanguage) {
    library_ = tests::check_in_pack();
    for (std::size_t at = 0; at < library_.languages.size(); ++at) {
        const auto& language = library_.languages[at];
        const auto& layers = library_.keyboard(content::LanguageIndex(at)).layers;
        for (std::uint8_t layer = 0; layer < layers.size(); ++layer) {
            for (std::uint8_t row = 0; row < layers[layer].size(); ++row) {
                for (std::uint8_t key = 0; key < layers[layer][row].size(); ++key) {
                    open("lawyer_name", language.tag);
                    send(SwitchLayer{layer});
                    const std::string& on_it = layers[layer][row][key];
                    const bool mark = content::is_mark(content::first_code_point(on_it));
                    if (mark) send(Type{U'x'});
                    if (std::get<Asking>(visit_.state).entry.capital) send(SwitchCase{});
                    send(PressKey{layer, row, key});
                    EXPECT_EQ(content::decomposed(typed()), content::decomposed((mark ? "x" : "") + on_it))
                        << language.tag;
                }
            }
        }
    }
}

TEST_F(KeysTest, BeginAWordWithACapital) {
    press(0);
    press(1);
    send(Type{U' '});
    press(2);
    press(3);
    EXPECT_EQ(typed(), "Chẹ́ Tzʼড়");
    send(SwitchCase{});
    press(1);
    press(0);
    EXPECT_EQ(typed(), "Chẹ́ Tzʼড়Ẹ́ch");
}

TEST_F(KeysTest, AreTakenBackAsTheyWereTyped) {
    for (const int key : {0, 1, 2, 3, 4}) press(key);
    for (const char* left : {"Chẹ́tzʼড়", "Chẹ́tzʼ", "Chẹ́", "Ch", "", ""}) {
        send(EraseCharacter{});
        EXPECT_EQ(typed(), left);
    }
}

TEST_F(KeysTest, TypeNothingWhereThereIsNoRoomForAllThatIsOnThem) {
    for (int i = 0; i < 39; ++i) press(4);
    const auto before = typed();
    press(0);
    EXPECT_EQ(typed(), before);
    press(4);
    EXPECT_EQ(std::get<Asking>(visit_.state).entry.words.length(), 40U);
    press(4);
    EXPECT_EQ(std::get<Asking>(visit_.state).entry.words.length(), 40U);
}

TEST_F(KeysTest, OfACharacterTakeThePlaceOfTheLettersItIsReadAs) {
    open("lawyer_name", "zh-Hans");
    for (const char32_t letter : {U'W', U'a', U'n', U'g'}) send(Type{letter});
    const auto characters = content::characters_for("wang");
    const auto place = characters.find("王") / content::character_bytes;
    send(PickCharacter{static_cast<std::uint8_t>(place)});
    EXPECT_EQ(typed(), "王");
    send(PickCharacter{0});
    EXPECT_EQ(typed(), "王") << "no letters are left";
    for (const char32_t letter : {U'x', U'q'}) send(Type{letter});
    send(PickCharacter{0});
    EXPECT_EQ(typed(), "王xq") << "nothing is read so";
    send(EraseCharacter{});
    send(EraseCharacter{});
    send(Type{U'e'});
    send(PickCharacter{255});
    EXPECT_EQ(typed(), "王e");
    send(EraseCharacter{});
    send(EraseCharacter{});
    EXPECT_EQ(typed(), "");
}

TEST_F(KeysTest, ThatAreNotThereTypeNothing) {
    send(PressKey{9, 0, 0});
    send(PressKey{0, 9, 0});
    send(PressKey{0, 0, 99});
    EXPECT_EQ(typed(), "");
    send(SwitchLayer{99});
    EXPECT_EQ(std::get<Asking>(visit_.state).entry.layer, 1);
    send(SwitchLayer{-1});
    EXPECT_EQ(std::get<Asking>(visit_.state).entry.layer, 0);
}

TEST_F(KeysTest, TypeNothingWhereNothingIsAsked) {
    visit_.state = Reviewing{};
    press(0);
    send(EraseCharacter{});
    EXPECT_TRUE(visit_.is<Reviewing>());
    open("lawyer_name", "en");
    EXPECT_EQ(typed(), "");
}

}  // namespace
}  // namespace pocketplan::visit
