// keyboards.yaml, and what the gate says about a keyboard that cannot type a language's words.

#include <filesystem>
#include <fstream>
#include <random>

#include <gtest/gtest.h>
#include <unistd.h>

#include "content/compiler/parts.h"
#include "content/keyboard.h"
#include "content/letters.h"

namespace pocketplan::content::compiler {
namespace {

namespace fs = std::filesystem;

std::string yaml_of(const Keyboard& keyboard) {
    std::string text = "- id: " + keyboard.id + "\n  layers:\n";
    for (const auto& layer : keyboard.layers) {
        text += "    - [";
        for (const auto& row : layer) {
            text += '"';
            for (const auto& key : row) text += key + " ";
            text.back() = '"';
            text += ", ";
        }
        text += "]\n";
    }
    return text;
}

class KeyboardsTest : public testing::Test {
protected:
    ~KeyboardsTest() override { fs::remove(file_); }

    // The messages for a keyboards.yaml with this text.
    std::vector<std::string> read(const std::string& yaml, Library& library) const {
        std::ofstream(file_, std::ios::binary) << yaml;
        Faults faults;
        const Yaml root = Yaml::read(file_, "keyboards.yaml", faults);
        library.keyboards.clear();
        read_keyboards(root, library);
        if (faults.empty()) check_keyboards(root, library);
        std::vector<std::string> lines;
        for (const auto& fault : faults) lines.push_back(describe(fault));
        return lines;
    }
    void expect_fault(const std::string& yaml, const std::string& told) const {
        Library library;
        EXPECT_EQ(read(yaml, library), std::vector<std::string>{told});
    }

    fs::path file_ = fs::temp_directory_path() / ("keyboards_test." + std::to_string(::getpid()) + ".yaml");
};

TEST_F(KeyboardsTest, AnAlphabetHasEachLetterOfALayerOnceAndNoOther) {
    const std::string keys = "- id: a\n  layers:\n    - [\"b a '\"]\n    - [\"é\"]\n  alphabet: ";
    Library library;
    read(keys + "\"a b\"\n", library);
    ASSERT_EQ(library.keyboards.size(), 1U);
    EXPECT_EQ(library.keyboards[0].alphabet, (Keyboard::Row{"a", "b"})) << "signs and other layers need no place in it";
    expect_fault(keys + "\"a\"\n", "keyboards.yaml:5: the alphabet lacks 'b'; put it in its place");
    expect_fault(keys + "\"a b c\"\n", "keyboards.yaml:5: no key types 'c' of the alphabet; take it out");
    expect_fault(keys + "\"a b a\"\n", "keyboards.yaml:5: 'a' is in the alphabet twice; take one out");
}

TEST_F(KeyboardsTest, ARowOrLayerWithoutKeysIsAFault) {
    const std::string remedy = ": this row has no keys; write them with a space between each two, or take it out";
    expect_fault("- id: a\n  layers:\n    - [\"\", \"q w\"]\n", "keyboards.yaml:3" + remedy);
    expect_fault("- id: a\n  layers:\n    - [\"q w\"]\n    - [\"1 2\", \"   \"]\n", "keyboards.yaml:4" + remedy);
    expect_fault("- id: a\n  layers:\n    - [q w]\n    - []\n",
                 "keyboards.yaml:4: this layer has no rows; write them, or take it out");
    expect_fault("- id: a\n  layers: []\n", "keyboards.yaml:1: a keyboard needs at least one layer of rows");
}

TEST_F(KeyboardsTest, AKeyThatIsTwiceOnALayerIsAFault) {
    expect_fault("- id: a\n  layers:\n    - [q w ch, ch e]\n    - [q w]\n",
                 "keyboards.yaml:3: the key 'ch' is on this layer twice; take one out");
}

TEST_F(KeyboardsTest, AKeyWithWhatNobodyMayTypeIsAFault) {
    for (const char* key : {"a\u202E", "\u200B", "\u0007", "\uE000", "a\u0302\u0302\u0302\u0302\u0302"}) {
        Library library;
        const auto told = read("- id: a\n  layers:\n    - [\"q " + std::string(key) + "\"]\n", library);
        ASSERT_FALSE(told.empty());
        EXPECT_TRUE(told[0].starts_with("keyboards.yaml:")) << told[0];
    }
}

TEST_F(KeyboardsTest, AKeyIsComposedAsWhatIsTypedIs) {
    Library library;
    EXPECT_TRUE(read("- id: a\n  layers:\n    - [\"e\u0301 \u09DC \u0301\"]\n", library).empty());
    EXPECT_EQ(library.keyboards[0].layers[0][0], (Keyboard::Row{"é", "\u09A1\u09BC", "\u0301"}));
}

TEST_F(KeyboardsTest, AKeyKeepsAllThatIsOnIt) {
    Library library;
    EXPECT_TRUE(read("- id: a\n  layers:\n    - [\"ch  ẹ́ tzʼ ਸ਼\"]\n", library).empty());
    EXPECT_EQ(library.keyboards[0].layers[0][0], (Keyboard::Row{"ch", "ẹ́", "tzʼ", "ਸ਼"}));
}

// The pack that ships, with one letter of one language removed from its keyboard.
class LackingKeyTest : public KeyboardsTest, public testing::WithParamInterface<std::string> {
protected:
    static const Library& pack() {
        static const auto library = load_library(std::string(BUILD_DIR) + "/content.db").value();
        return library;
    }
    // The keyboard without every key that types this code point.
    static Keyboard without(Keyboard keyboard, char32_t point, const Language& language) {
        for (auto& layer : keyboard.layers) {
            for (auto& row : layer) {
                std::erase_if(row, [&](const std::string& key) {
                    const auto small = decomposed(key);
                    const auto capital = decomposed(typed_by(key, Case::capital, language).view());
                    return small.find(point) != small.npos || capital.find(point) != capital.npos;
                });
            }
            std::erase_if(layer, [](const auto& row) { return row.empty(); });
        }
        std::erase_if(keyboard.layers, [](const auto& layer) { return layer.empty(); });
        return keyboard;
    }
};

TEST_P(LackingKeyTest, IsNamedWithItsLanguageAndKeyboard) {
    Library library = pack();
    const auto index = library.find_language(GetParam()).value();
    const Keyboard keyboard = library.keyboard(index);
    library.languages = {library.language(index)};
    const auto& language = library.languages.front();
    ASSERT_EQ(read(yaml_of(keyboard), library), std::vector<std::string>{});

    std::mt19937 random(20261126);  // NOLINT: the same places every time
    std::vector<std::string> used{"q", "Z", "0", "#", ",", "'", "+"};
    while (used.size() < 20) {
        const auto& text = language.texts[random() % language.texts.size()];
        const auto letters = letters_of(text);
        if (letters.empty()) continue;
        const std::string letter(letters[random() % letters.size()]);
        const char32_t first = first_code_point(letter);
        if (is_letter(first) && !is_ideograph(first)) used.push_back(letter);
    }
    for (const auto& letter : used) {
        const char32_t point = decomposed(letter).back();
        const auto told = read(yaml_of(without(keyboard, point, language)), library);
        ASSERT_FALSE(told.empty()) << letter;
        std::string all;
        for (const auto& line : told) all += line + "\n";
        EXPECT_TRUE(all.starts_with("keyboards.yaml:1: no key of '" + keyboard.id + "', the keyboard of " +
                                    language.tag + ", types "))
            << all;
        const bool named = all.find(letter) != all.npos || all.find(to_utf8(point)) != all.npos;
        EXPECT_TRUE(named) << letter << "\n" << all;
    }
}

INSTANTIATE_TEST_SUITE_P(Languages, LackingKeyTest,
                         testing::Values("en", "es", "pt-BR", "ht", "zh-Hans", "pa", "ru", "ar", "fr", "tr", "hi", "bn",
                                         "vi", "fa-AF"),
                         [](const auto& tag) {
                             std::string name = tag.param;
                             std::erase(name, '-');
                             return name;
                         });

TEST_F(KeyboardsTest, WhatNoKeyTypesIsToldByNameAndCodeAndTheTextThatNeedsIt) {
    Library library;
    Language hindi;
    hindi.tag = "hi", hindi.keyboard = "k", hindi.texts = {"कॉ…", "{name} ऑ।", "“名”"};
    library.languages = {hindi};
    library.text_ids = {"month.8", "country.AU", "names"};
    const std::string keys =
        "- id: k\n  layers:\n    - [q w e r t y u i o p, a s d f g h j k l, \"z x c v b n m ' -\", क]\n"
        "    - [1 2 3 4 5 6 7 8 9 0, \". , / # & ( ) +\"]\n";
    EXPECT_EQ(read(keys, library),
              std::vector<std::string>{"keyboards.yaml:1: no key of 'k', the keyboard of hi, types ◌ॉ (U+0949), ऑ "
                                       "(U+0911), which its texts use, as in 'month.8'; add keys"});
}

}  // namespace
}  // namespace pocketplan::content::compiler
