#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/model.h"
#include "content/words.h"

// What the keys of a language's keyboard on screen type and take back. docs/CONTENT.md says how a keyboard is written.
namespace pocketplan::content {

enum class Case : std::uint8_t { small, capital };

// What one touch of a key types: everything on it, with the first letter a capital if asked for.
Words typed_by(std::string_view key, Case letters, const Language& language);

// Whether any key of the layer has a capital form.
bool has_capitals(const Keyboard::Layer& layer, const Language& language);

// Whether the layer has the letters of passports, a to z.
bool is_latin(const Keyboard::Layer& layer);
// Whether a row has nothing but letters that a to z lack: accented ones, and those of other languages.
bool is_accented(const Keyboard::Row& row);

// Whether a language has more characters than a keyboard can have keys: then the keys type Latin letters, and the paper
// leaves room to write by hand.
bool writes_ideographs(const Language& language);

// Whether typed letters are also offered as the characters that they are the reading of (content/pinyin).
bool reads_pinyin(const Language& language);

// How many code points at the end of `words` one touch typed, and one backspace removes. 1 if no key types them; 0 if
// there are no words. "ch" is removed as a whole if it has a key, even if it was typed as two.
std::size_t typed_last(std::string_view words, const Keyboard& keyboard, const Language& language);

// A key by its place on its keyboard.
struct Touch {
    std::uint8_t layer = 0;
    std::uint8_t row = 0;
    std::uint8_t key = 0;
    Case letters = Case::small;
};

// The keys of a layer, row by row; in the order of the alphabet its letters first, where the keyboard has one for them.
// Rows are as long in both.
enum class Order : std::uint8_t { usual, alphabet };
std::vector<std::vector<Touch>> rows_of(const Keyboard& keyboard, std::size_t layer, Order order);

// Finds the keys that type a text. For the gate and for robots; never used on what a visitor typed.
class Typist {
public:
    Typist(const Keyboard& keyboard, const Language& language);
    // The touches that type one letter with its marks, or a sign. What they type may be composed differently, but is
    // canonically equivalent. Unset if there are no such keys.
    [[nodiscard]] std::optional<std::vector<Touch>> touches_for(std::string_view letter) const;

private:
    struct Key {
        std::u32string types;  // decomposed
        Touch touch;
    };
    [[nodiscard]] bool find(const std::u32string& points, std::vector<Touch>& touches) const;
    std::vector<Key> keys_;  // the ones that type most come first
};

// A text in pieces for touches_for(): each a letter or sign with the marks that follow it.
std::vector<std::string_view> letters_of(std::string_view utf8);

}  // namespace pocketplan::content
