#include "content/keyboard.h"

#include <algorithm>

#include "content/letters.h"

namespace pocketplan::content {
namespace {

// Calls back for every key of a keyboard, with its place.
template <class Told>
void each_key(const Keyboard& keyboard, Told told) {
    Touch at;
    for (const auto& layer : keyboard.layers) {
        at.row = 0;
        for (const auto& row : layer) {
            at.key = 0;
            for (const auto& key : row) {
                told(key, at);
                ++at.key;
            }
            ++at.row;
        }
        ++at.layer;
    }
}

// `points` without those of `key`, which begins with the same letter; unset if the key types something else as well.
std::optional<std::u32string> left_by(const std::u32string& key, std::u32string points) {
    if (!is_mark(points.front()) && key.front() != points.front()) return std::nullopt;
    for (const char32_t point : key) {
        const auto found = points.find(point);
        if (found == std::u32string::npos) return std::nullopt;
        points.erase(found, 1);
    }
    return points;
}

}  // namespace

Words typed_by(std::string_view key, Case letters, const Language& language) {
    if (letters == Case::small) return Words(key);
    const char32_t first = first_code_point(key);
    Words typed;
    typed.append(capital_of(first, language.tag));
    typed.append(key.substr(to_utf8(first).size()));
    return typed;
}

bool has_capitals(const Keyboard::Layer& layer, const Language& language) {
    const auto changes = [&](const std::string& key) {
        const char32_t first = first_code_point(key);
        return capital_of(first, language.tag) != first;
    };
    return std::any_of(layer.begin(), layer.end(),
                       [&](const auto& row) { return std::any_of(row.begin(), row.end(), changes); });
}

bool is_latin(const Keyboard::Layer& layer) {
    return std::any_of(layer.begin(), layer.end(),
                       [](const auto& row) { return std::find(row.begin(), row.end(), "q") != row.end(); });
}

bool is_accented(const Keyboard::Row& row) {
    return std::all_of(row.begin(), row.end(), [](const std::string& key) {
        const char32_t first = first_code_point(key);
        return first > 0x7F && is_letter(first);
    });
}

std::vector<std::vector<Touch>> rows_of(const Keyboard& keyboard, std::size_t layer, Order order) {
    const auto& rows = keyboard.layers[layer];
    const auto rank = [&](const Touch& at) {
        return std::find(keyboard.alphabet.begin(), keyboard.alphabet.end(), rows[at.row][at.key]);
    };
    std::vector<Touch> keys;
    each_key(keyboard, [&](const std::string&, const Touch& at) {
        if (at.layer == layer) keys.push_back(at);
    });
    if (order == Order::alphabet) {
        std::stable_sort(keys.begin(), keys.end(), [&](const Touch& a, const Touch& b) { return rank(a) < rank(b); });
    }
    std::vector<std::vector<Touch>> ordered;
    auto next = keys.begin();
    for (const auto& row : rows) {
        const auto end = next + static_cast<std::ptrdiff_t>(row.size());
        ordered.emplace_back(next, end);
        next = end;
    }
    return ordered;
}

bool writes_ideographs(const Language& language) {
    return language.script == "Hans" || language.script == "Hant" || language.script == "Jpan";
}

bool reads_pinyin(const Language& language) {
    return language.script == "Hans";
}

std::size_t typed_last(std::string_view words, const Keyboard& keyboard, const Language& language) {
    std::size_t most = words.empty() ? 0 : 1;
    each_key(keyboard, [&](const std::string& key, const Touch&) {
        for (const auto letters : {Case::small, Case::capital}) {
            const auto typed = typed_by(key, letters, language);
            if (words.ends_with(typed.view())) most = std::max(most, typed.length());
        }
    });
    return most;
}

Typist::Typist(const Keyboard& keyboard, const Language& language) {
    each_key(keyboard, [&](const std::string& key, Touch at) {
        for (const auto letters : {Case::small, Case::capital}) {
            at.letters = letters;
            keys_.push_back({decomposed(typed_by(key, letters, language).view()), at});
        }
    });
    std::stable_sort(keys_.begin(), keys_.end(),
                     [](const Key& a, const Key& b) { return a.types.size() > b.types.size(); });
}

std::optional<std::vector<Touch>> Typist::touches_for(std::string_view letter) const {
    std::vector<Touch> touches;
    if (!find(decomposed(letter), touches)) return std::nullopt;
    return touches;
}

bool Typist::find(const std::u32string& points, std::vector<Touch>& touches) const {
    if (points.empty()) return true;
    for (const auto& key : keys_) {
        const auto left = left_by(key.types, points);
        if (!left) continue;
        touches.push_back(key.touch);
        if (find(*left, touches)) return true;
        touches.pop_back();
    }
    return false;
}

std::vector<std::string_view> letters_of(std::string_view utf8) {
    std::vector<std::string_view> letters;
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t point = first_code_point(utf8.substr(at));
        const std::size_t length = to_utf8(point).size();
        if (!is_mark(point) || letters.empty()) letters.push_back(utf8.substr(at, 0));
        letters.back() = {letters.back().data(), letters.back().size() + length};
        at += length;
    }
    return letters;
}

}  // namespace pocketplan::content
