// The keys of each language's keyboard, with the letters of its other layers that are at hand as well.

#include "content/keyboard.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "kiosk/view/describe.h"
#include "kiosk/view/sayer.h"
#include "kiosk/visit/step.h"
#include "tests/support/pack.h"
#include "tests/support/visitor.h"

namespace pocketplan::view {
namespace {

class KeyboardViewTest : public testing::Test {
protected:
    Keyboard keyboard(std::string_view language) {
        visit_.language = library_.find_language(language).value();
        if (!visit_.is<visit::Asking>()) tests::open_question(visit_, library_, "appointment_place");
        view_ = describe(visit_, library_, machine_);
        return std::get<Writing>(view_.parts.at(0)).keyboard;
    }
    [[nodiscard]] std::string words(const Said& said) const {
        const auto text = Sayer(visit_, library_, machine_).say(said);
        return std::string(content::view(text));
    }
    [[nodiscard]] std::string labels(const List<Control>& keys) const {
        std::string all;
        for (const auto& key : keys) all += words(key.label);
        return all;
    }
    void send(const visit::Event& event) { visit::step(visit_, event, library_); }

    const content::Library& library_ = tests::check_in_pack();
    visit::Visit visit_{library_};
    Machine machine_{.today = {2026, 11, 26}};
    View view_;
};

TEST_F(KeyboardViewTest, LatinLettersHaveTheirAccentsAtHand) {
    EXPECT_EQ(labels(keyboard("es").accents), "ÁÉÍÓÚÜÇÈÊ");
    send(visit::SwitchCase{});
    EXPECT_EQ(labels(keyboard("fr").accents), "àâçêëîïôùûüœ");
    send(keyboard("fr").accents.front().event);
    EXPECT_EQ(visit_.in<visit::Asking>()->entry.words.view(), "à");
    EXPECT_EQ(visit_.in<visit::Asking>()->entry.layer, 0) << "and the letters stay";
}

TEST_F(KeyboardViewTest, LettersStandInTheirOrderForWhoeverListens) {
    send(visit::SoundSaid{true});
    send(visit::ReadAloud{visit::Aloud::on});
    keyboard("es");
    send(visit::SwitchCase{});
    const auto rows = keyboard("es").rows;
    EXPECT_EQ(labels(rows.at(0)) + labels(rows.at(1)) + labels(rows.at(2)), "abcdefghijklmnñopqrstuvwxyz'-");
    EXPECT_EQ(rows.at(0).size(), 10U) << "where the keys are is as before";
    send(rows.at(0).at(1).event);
    EXPECT_EQ(visit_.in<visit::Asking>()->entry.words.view(), "b");
    EXPECT_EQ(labels(keyboard("tr").rows.at(0)), "abcçdefgğhıi");
    EXPECT_EQ(labels(keyboard("ru").rows.at(0)), "абвгдеёжзийк");
    EXPECT_EQ(labels(keyboard("ru").latin.at(0)), "abcdefghij");
    EXPECT_EQ(labels(keyboard("ar").rows.at(0)), "اأإآبتثجحخدذ");
    send(visit::ReadAloud{visit::Aloud::off});
    EXPECT_EQ(labels(keyboard("es").rows.at(0)), "qwertyuiop");
}

TEST_F(KeyboardViewTest, AccentsAreNotShownTwice) {
    keyboard("es");
    send(visit::SwitchLayer{1});
    EXPECT_TRUE(keyboard("es").accents.empty());
}

TEST_F(KeyboardViewTest, LettersOfAnotherScriptHaveTheLatinOnesBesideThem) {
    for (const auto& language : library_.languages) {
        const auto keys = keyboard(language.tag);
        const bool latin = content::is_latin(library_.keyboard(visit_.language).layers.front());
        EXPECT_EQ(keys.latin.empty(), latin) << language.tag;
        EXPECT_EQ(keys.accents.empty(), !latin) << language.tag;
        if (latin) continue;
        EXPECT_EQ(labels(keys.latin[0]), "QWERTYUIOP") << language.tag;
    }
}

TEST_F(KeyboardViewTest, TheKeyToAScriptSaysWhich) {
    const auto layers = keyboard("ar").layers;
    EXPECT_EQ(words(layers[0].label), "أ ب ت");
    EXPECT_EQ(words(layers[1].label), "ABC");
    EXPECT_EQ(words(layers[2].label), "123");
    EXPECT_EQ(words(keyboard("hi").layers[2].label), "ABC");
}

}  // namespace
}  // namespace pocketplan::view
