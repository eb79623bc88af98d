// The keyboards on screen, and the search for a country by what they type.

#include "content/keyboard.h"

#include <gtest/gtest.h>

#include "content/letters.h"
#include "content/pinyin.h"
#include "kiosk/tools/pictures/displays.h"
#include "kiosk/visit/entry.h"
#include "kiosk/visit/step.h"
#include "tests/support/pack.h"
#include "tests/support/robot.h"
#include "tests/support/visitor.h"

namespace pocketplan::ui {
namespace {

using tests::check_in_pack;
using tests::Robot;

class KeyboardTest : public testing::Test {
protected:
    void open(std::string_view question, std::string_view language) {
        visit_ = visit::Visit(library_);
        visit_.language = library_.find_language(language).value();
        tests::open_question(visit_, library_, question);
    }
    [[nodiscard]] content::QuestionIndex question() const { return std::get<visit::Asking>(visit_.state).question; }
    visit::Entry& entry() { return std::get<visit::Asking>(visit_.state).entry; }
    void send(const visit::Event& event) { visit::step(visit_, event, library_); }
    [[nodiscard]] std::string typed() { return std::string(entry().words.view()); }

    const content::Library& library_ = check_in_pack();
    visit::Visit visit_{library_};
    Robot robot_{library_, tests::typesetter(), pictures::small, visit_, [this](const visit::Event& e) { send(e); }};
};

TEST_F(KeyboardTest, EveryKeyboardWritesLatinCapitalsAsPassportsDo) {
    for (const auto& language : library_.languages) {
        open("appointment_place", language.tag);
        ASSERT_TRUE(robot_.type("JFK Terminal 4, 12-34 O'Hare #5 (B) & +.")) << language.tag;
        EXPECT_EQ(typed(), "JFK Terminal 4, 12-34 O'Hare #5 (B) & +.") << language.tag;
    }
}

TEST_F(KeyboardTest, AFingerThatIsHeldTypesOnce) {
    open("appointment_place", "en");
    Input finger{.x = 0, .y = 0, .down = true};
    robot_.on_touch([&](double x, double y) { finger.x = x, finger.y = y; });
    for (const char* key : {"key.q", "key.backspace"}) {
        ASSERT_TRUE(robot_.press(key));
        for (int frame = 0; frame < 120; ++frame) EXPECT_FALSE(robot_.draw(finger)) << key << ", frame " << frame;
        auto lifted = finger;
        lifted.down = false;
        EXPECT_TRUE(robot_.draw(lifted)) << key;
        EXPECT_FALSE(robot_.draw(lifted)) << key;
    }
}

TEST_F(KeyboardTest, ShiftIsOnLayersWithCapitalsAlone) {
    open("appointment_place", "hi");
    EXPECT_FALSE(robot_.press("key.shift"));
    ASSERT_TRUE(robot_.press("key.layer.2"));
    EXPECT_TRUE(robot_.press("key.shift"));
    ASSERT_TRUE(robot_.press("key.q"));
    EXPECT_EQ(typed(), "q");
}

TEST_F(KeyboardTest, EveryLayerIsOneTouchAway) {
    open("appointment_place", "bn");
    for (const int layer : {3, 1, 2, 0, 0}) {
        ASSERT_TRUE(robot_.press("key.layer." + std::to_string(layer)));
        EXPECT_EQ(entry().layer, layer);
    }
}

TEST_F(KeyboardTest, WordsOfEachScriptAreTypedByTouch) {
    const std::vector<std::pair<const char*, const char*>> words{
        {"hi", "ऑस्ट्रेलिया, डॉक्टर ज़ाकिर"}, {"bn", "বাড়ি গড়িয়া"},          {"pa", "ਸ਼ੇਰ ਸਿੰਘ"},
        {"fa-AF", "رؤوف 12-34 ښار"},     {"vi", "Nguyễn Thị Ngọc Ánh"}, {"ar", "شارع النصر، 12-34"},
        {"ru", "Щёлково, Київ"},         {"tr", "İstanbul Iğdır"}};
    for (const auto& [language, word] : words) {
        open("appointment_place", language);
        ASSERT_TRUE(robot_.type(word)) << language << " " << word;
        EXPECT_EQ(content::decomposed(typed()), content::decomposed(word)) << language;
    }
}

// The characters of a name, each typed by its reading, and picked from the candidates.
TEST_F(KeyboardTest, AChineseNameIsWrittenInCharactersOrInLatinLetters) {
    open("lawyer_name", "zh-Hans");
    const std::vector<std::pair<const char*, const char*>> name{
        {"Ouyang", ""}, {" Wang", "王"}, {"rui", "睿"}, {"yi", "怡"}};
    for (const auto& [letters, character] : name) {
        ASSERT_TRUE(robot_.type(letters));
        const auto place = content::characters_for(content::letters_at_end(letters)).find(character);
        const auto id = "character." + std::to_string(place / content::character_bytes);
        if (*character != '\0') {
            ASSERT_TRUE(robot_.press(id)) << character;
        }
        EXPECT_FALSE(robot_.sees("character.0")) << "none is offered where nothing is read so";
    }
    EXPECT_EQ(typed(), "Ouyang 王睿怡");
}

TEST_F(KeyboardTest, CharactersAreOfferedInChineseAlone) {
    for (const auto& language : library_.languages) {
        open("lawyer_name", language.tag);
        ASSERT_TRUE(robot_.type("Li"));
        EXPECT_EQ(robot_.sees("character.0"), language.tag == "zh-Hans") << language.tag;
    }
}

TEST_F(KeyboardTest, EveryCharacterThatIsOfferedCanBeSeenAndPrinted) {
    typeset::Style style;
    style.language = "zh-Hans";
    for (const auto& [letters, characters] : content::pinyin_table()) {
        const auto layout = tests::typesetter().lay_out(characters, style, 100000);
        EXPECT_TRUE(layout.missing.empty()) << letters;
    }
}

class KeysOnDisplayTest : public KeyboardTest, public testing::WithParamInterface<pictures::NamedDisplay> {
protected:
    // Of a widget that the robot sees, in millimetres.
    [[nodiscard]] Rect place_of(std::string_view id) {
        robot_.draw();
        const double mm = GetParam().display.pixels_per_millimetre;
        for (const auto& [name, rect, enabled] : robot_.ui().widgets()) {
            if (name == id) return {rect.x / mm, rect.y / mm, rect.width / mm, rect.height / mm};
        }
        return {};
    }
    [[nodiscard]] double height() const { return GetParam().display.height / GetParam().display.pixels_per_millimetre; }
    [[nodiscard]] bool is_small() const { return GetParam().display == pictures::small; }

    Robot robot_{library_, tests::typesetter(), GetParam().display, visit_, [this](const visit::Event& e) { send(e); }};
};

TEST_P(KeysOnDisplayTest, LieOnTheBarAndTheFieldOnThem) {
    for (const auto* question : {"appointment_place", "contacts"}) {
        open(question, "en");
        EXPECT_LE(place_of("bar.back").y - place_of("key.space").bottom(), 8.1) << question;
        const auto top = place_of(robot_.sees("key.á") ? "key.á" : "key.q");
        const auto* const field = robot_.sees("field.name") ? "field.name" : "field.words";
        EXPECT_NEAR(top.y - place_of(field).bottom(), 3, 0.5) << question;
    }
    open("lawyer_phone", "en");
    EXPECT_LE(place_of("bar.back").y - place_of(is_small() ? "pad.8" : "pad.0").bottom(), 8.1);
}

TEST_P(KeysOnDisplayTest, AreAsLargeAsThereIsRoomFor) {
    for (const auto& language : library_.languages) {
        open("appointment_place", language.tag);
        const auto& first = library_.keyboard(visit_.language).layers[0][0][0];
        const auto key = place_of("key." + first);
        EXPECT_GE(std::min(key.width, key.height), 12.6) << language.tag;
        EXPECT_LE(std::max(key.width, key.height), 17.1) << language.tag;
        const double roomy = height() > 300 ? 16.9 : 0;
        EXPECT_GT(key.height, roomy) << language.tag;
    }
}

TEST_P(KeysOnDisplayTest, ShowTheAccentsWhereThereIsRoomForTheirRow) {
    for (const auto* language : {"en", "es", "pt-BR", "fr", "vi"}) {
        open("appointment_place", language);
        const auto accents = std::string("key.") + library_.keyboard(visit_.language).layers[1].back().front();
        EXPECT_EQ(robot_.sees(accents), !is_small()) << language;
    }
}

TEST_P(KeysOnDisplayTest, ShowBothScriptsSideBySideWhereBothFit) {
    for (const auto* language : {"ar", "ru", "hi", "bn"}) {
        open("appointment_place", language);
        const bool both = robot_.sees("key.latin.q");
        EXPECT_EQ(both, GetParam().display == pictures::large) << language;
        if (!both) continue;
        ASSERT_TRUE(robot_.press("key.latin.q"));
        EXPECT_EQ(typed(), "Q") << language;
        ASSERT_TRUE(robot_.press("key.shift"));
        ASSERT_TRUE(robot_.press("key.latin.q"));
        EXPECT_EQ(typed(), "QQ") << language;
    }
}

TEST_P(KeysOnDisplayTest, FindACountryWithoutThem) {
    open("helper_facts.birth_country", "en");
    EXPECT_TRUE(robot_.sees("search.open"));
    EXPECT_FALSE(robot_.sees("key.q"));
    for (const auto* country : {"AF", "MX", "AD", "LI", "ZW"}) {
        ASSERT_TRUE(robot_.press(std::string("country.") + country)) << country;
    }
    ASSERT_TRUE(robot_.press("search.open"));
    EXPECT_TRUE(robot_.press("key.z"));
    EXPECT_TRUE(robot_.press("country.ZW"));
}

INSTANTIATE_TEST_SUITE_P(Displays, KeysOnDisplayTest, testing::ValuesIn(pictures::displays),
                         [](const auto& display) { return std::string(display.param.name); });

class CountrySearchTest : public KeyboardTest {
protected:
    bool finds(const char* language, const char* words, const char* country) {
        open("helper_facts.birth_country", language);
        entry().words = content::Words(words);
        return robot_.sees(std::string("country.") + country);
    }
};

TEST_F(CountrySearchTest, TakesEveryWayToTypeAnApostropheAHyphenOrAMark) {
    for (const char* words : {"côte d'i", "côte d’i", "cote d ivoire", "COTE DIVOIRE", "Co\u0302te d\u02BCIvoire",
                              "ivoire", "d'ivoire", "cote-d-iv", "  côte   d' ivoire "}) {
        EXPECT_TRUE(finds("fr", words, "CI")) << words;
    }
    EXPECT_FALSE(finds("fr", "voire", "CI")) << "a word begins with what is typed";
    for (const char* words : {"guinee-b", "guinée b", "Guinée Bissau", "bissau", "guineebissau"}) {
        EXPECT_TRUE(finds("fr", words, "GW")) << words;
    }
    for (const char* words : {"(", "—", "'"}) EXPECT_FALSE(finds("fr", words, "ZW")) << "that parts words; it is none";
}

TEST_F(CountrySearchTest, PutsTheOneThatIsTypedWholeFirst) {
    for (const auto& [words, country] :
         {std::pair("Niger", "NE"), std::pair("guinea", "GN"), std::pair("Oman", "OM"), std::pair("dominica", "DM")}) {
        EXPECT_TRUE(finds("en", words, country)) << words;
    }
}

// All countries in one language: typed on its own keyboard, then looked for on the first page of the smallest display.
class EveryCountryTest : public KeyboardTest, public testing::WithParamInterface<std::string> {
protected:
    // Like Robot::type, without drawing a frame per touch. Signs that no keyboard has are left out, as visitors do.
    void type(std::string_view name) {
        const content::Typist typist(library_.keyboard(visit_.language), library_.language(visit_.language));
        for (const auto letter : content::letters_of(name)) {
            const auto point = content::first_code_point(letter);
            if (point == U' ' || point == U'\u00A0') send(visit::Type{U' '});
            const auto touches = typist.touches_for(point == U'’' ? "'" : letter);
            const bool written = content::is_letter(point) && !content::is_ideograph(point);
            ASSERT_TRUE(touches || !written) << letter;
            if (!touches) continue;
            for (const auto& at : *touches) {
                send(visit::SwitchLayer{at.layer});
                if (entry().capital != (at.letters == content::Case::capital)) send(visit::SwitchCase{});
                send(visit::PressKey{at.layer, at.row, at.key});
            }
        }
    }
    // What is typed for a country: its name, with Chinese characters by their reading.
    [[nodiscard]] std::string name_of(const content::Country& country) const {
        std::string typed;
        for (const auto letter : content::letters_of(library_.text(visit_.language, country.name))) {
            const bool ideograph = content::is_ideograph(content::first_code_point(letter));
            typed += ideograph ? sound_of(letter) : letter;
        }
        return typed;
    }
    static std::string_view sound_of(std::string_view character) {
        for (const auto& [letters, characters] : content::pinyin_table()) {
            if (characters.find(character) != std::string_view::npos) return letters;
        }
        return "?";
    }
};

TEST_P(EveryCountryTest, IsFoundByItsNameTypedOnTheLanguagesKeyboard) {
    for (const auto& country : library_.countries) {
        open("helper_facts.birth_country", GetParam());
        type(name_of(country));
        EXPECT_TRUE(robot_.sees("country." + country.code)) << country.code << " typed: " << typed();
    }
}

TEST_P(EveryCountryTest, IsFoundByTouchToo) {
    for (std::size_t at = 3; at < library_.countries.size(); at += 61) {
        const auto& country = library_.countries[at];
        open("helper_facts.birth_country", GetParam());
        ASSERT_TRUE(robot_.press("search.open"));
        const std::string name = name_of(country);
        ASSERT_TRUE(robot_.type(name.substr(0, std::min(name.find(" ("), name.find("（"))))) << country.code;
        EXPECT_TRUE(robot_.press("country." + country.code)) << country.code;
        EXPECT_EQ(std::get<content::CountryIndex>(visit_.answers[question()]), content::CountryIndex(at));
    }
}

INSTANTIATE_TEST_SUITE_P(Languages, EveryCountryTest,
                         testing::Values("en", "es", "pt-BR", "ht", "zh-Hans", "pa", "ru", "ar", "fr", "tr", "hi", "bn",
                                         "vi", "fa-AF"),
                         [](const auto& tag) {
                             std::string name = tag.param;
                             std::erase(name, '-');
                             return name;
                         });

}  // namespace
}  // namespace pocketplan::ui
