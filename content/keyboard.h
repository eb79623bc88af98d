#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/model.h"
#include "content/words.h"

// What the keys on screen type and take back, by the keyboard of a language; docs/CONTENT.md tells how one is written.
namespace pocketplan::content {

enum class Case : std::uint8_t { small, capital };

// What one touch of a key types: all that is written on it, its first letter a capital where that is asked for.
Words typed_by(std::string_view key, Case letters, const Language& language);

// Whether a capital of any key of the layer is another letter.
bool has_capitals(const Keyboard::Layer& layer, const Language& language);

// Whether a language has more signs than a keyboard: its keys type Latin letters, and paper leaves room to write by
// hand.
bool writes_ideographs(const Language& language);

// Whether the letters typed are also offered as the characters that they are read as (content/pinyin).
bool reads_pinyin(const Language& language);

// How many code points at the end of `words` one touch of a key has typed, and one touch takes back. One for what no
// key types; none where there are no words. "ch" is taken back as a whole where it has a key, even if it was typed as
// two.
std::size_t typed_last(std::string_view words, const Keyboard& keyboard, const Language& language);

// A key by its place on its keyboard.
struct Touch {
    std::uint8_t layer = 0;
    std::uint8_t row = 0;
    std::uint8_t key = 0;
    Case letters = Case::small;
};

// Finds the keys that type a text. For the gate and for robots: what a visitor typed never comes here.
class Typist {
public:
    Typist(const Keyboard& keyboard, const Language& language);
    // The touches that type one letter with its marks, or a sign; what they type may be composed in another way, but is
    // canonically the same. Nothing where there are no such keys.
    [[nodiscard]] std::optional<std::vector<Touch>> touches_for(std::string_view letter) const;

private:
    struct Key {
        std::u32string types;  // decomposed
        Touch touch;
    };
    [[nodiscard]] bool find(const std::u32string& points, std::vector<Touch>& touches) const;
    std::vector<Key> keys_;  // those that type most come first
};

// A text in pieces for touches_for: each a letter or sign with the marks that follow it.
std::vector<std::string_view> letters_of(std::string_view utf8);

}  // namespace pocketplan::content
