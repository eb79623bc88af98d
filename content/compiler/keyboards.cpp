#include <algorithm>
#include <array>
#include <cstdio>
#include <set>

#include "content/compiler/parts.h"
#include "content/keyboard.h"
#include "content/letters.h"
#include "content/value.h"

// keyboards.yaml, and whether a language's words can be typed on its keyboard.
namespace pocketplan::content::compiler {
namespace {

Keyboard::Row split_keys(const std::string& row) {
    Keyboard::Row keys;
    for (std::size_t at = 0; at < row.size();) {
        const auto begin = row.find_first_not_of(' ', at);
        if (begin == std::string::npos) break;
        const auto end = std::min(row.find(' ', begin), row.size());
        keys.push_back(row.substr(begin, end - begin));
        at = end;
    }
    return keys;
}

// What content/value would refuse while it is typed. A mark is typed after a letter.
void refuse_unfit(const Yaml& row, const std::string& key) {
    const bool mark = is_mark(first_code_point(key));
    const auto unfit = find_unfit(mark ? "a" + key : key);
    if (unfit) row.fault("the key '" + key + "' cannot be typed: " + describe(*unfit));
}

Keyboard::Layer read_layer(const Yaml& node) {
    Keyboard::Layer layer;
    std::set<std::string> keys;
    for (const auto& row : node.list()) {
        layer.push_back(split_keys(row.text()));
        if (layer.back().empty())
            row.fault("this row has no keys; write them with a space between each two, or take it out");
        for (const auto& key : layer.back()) {
            refuse_unfit(row, key);
            if (!keys.insert(key).second) row.fault("the key '" + key + "' is on this layer twice; take one out");
        }
    }
    if (layer.empty()) node.fault("this layer has no rows; write them, or take it out");
    return layer;
}

// The letters of each layer are all in the alphabet, or none of them: one that is forgotten would come last.
void check_alphabet(const Yaml& node, const Keyboard& keyboard) {
    const auto& alphabet = keyboard.alphabet;
    const auto has = [&](const std::string& key) {
        return std::find(alphabet.begin(), alphabet.end(), key) != alphabet.end();
    };
    std::set<std::string> keys;
    for (const auto& layer : keyboard.layers) {
        std::vector<std::string> forgotten;
        bool any = false;
        for (const auto& row : layer) {
            for (const auto& key : row) {
                keys.insert(key);
                any = any || has(key);
                if (!has(key) && is_letter(first_code_point(key))) forgotten.push_back(key);
            }
        }
        if (any && !forgotten.empty())
            node.fault("the alphabet lacks '" + forgotten.front() + "'; put it in its place");
    }
    std::set<std::string> known;
    for (const auto& key : alphabet) {
        if (!keys.contains(key)) node.fault("no key types '" + key + "' of the alphabet; take it out");
        if (!known.insert(key).second) node.fault("'" + key + "' is in the alphabet twice; take one out");
    }
}

// What names, places and papers need on any keyboard, whatever the language: papers of the United States are in Latin
// letters.
constexpr std::string_view needed_everywhere =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,'-/#&()+";

bool is_typed(std::string_view letter) {
    const char32_t point = first_code_point(letter);
    return (is_letter(point) || is_mark(point)) && !is_ideograph(point);
}

// "ऑ (U+0911)", for a letter of one code point or several.
std::string name_of(std::string_view letter) {
    std::string name = is_mark(first_code_point(letter)) ? "◌" : "";
    name += std::string(letter) + " (";
    for (std::size_t at = 0; at < letter.size();) {
        const char32_t point = first_code_point(letter.substr(at));
        std::array<char, 16> code{};
        std::snprintf(code.data(), code.size(), "%sU+%04X", at == 0 ? "" : " ", static_cast<unsigned>(point));
        name += code.data();
        at += to_utf8(point).size();
    }
    return name + ")";
}

// What cannot be typed of a letter with its marks: the ones that have no key even alone, otherwise all of it.
std::vector<std::string> lacking(std::string_view letter, const Typist& typist) {
    if (typist.touches_for(letter)) return {};
    std::vector<std::string> parts;
    for (std::size_t at = 0; at < letter.size();) {
        const std::string part = to_utf8(first_code_point(letter.substr(at)));
        if (!typist.touches_for(part)) parts.push_back(part);
        at += part.size();
    }
    return parts.empty() ? std::vector{std::string(letter)} : parts;
}

// Collects what has no key, each once.
class Lack {
public:
    Lack(const Keyboard& keyboard, const Language& language) : typist_(keyboard, language) {}
    // `text`: the id of the text that contains the letter.
    void need(std::string_view letter, std::string_view text) {
        if (!known_.insert(letter).second) return;
        for (const auto& part : lacking(letter, typist_)) {
            if (!told_.insert(part).second) continue;
            if (list_.empty()) example_ = text;
            list_ += (list_.empty() ? "" : ", ") + name_of(part);
        }
    }
    void tell(const Yaml& node, const Keyboard& keyboard, const Language& language, const std::string& why) {
        if (list_.empty()) return;
        node.fault("no key of '" + keyboard.id + "', the keyboard of " + language.tag + ", types " + list_ +
                   ", which " + why + (example_.empty() ? "" : ", as in '" + example_ + "'") + "; add keys");
        list_.clear();
    }

private:
    Typist typist_;
    std::set<std::string_view> known_;
    std::set<std::string> told_;
    std::string list_;
    std::string example_;
};

void check_keyboard(const Yaml& node, const Keyboard& keyboard, const Language& language, const Library& library) {
    Lack lack(keyboard, language);
    for (const auto letter : letters_of(needed_everywhere)) lack.need(letter, "");
    lack.tell(node, keyboard, language, "every keyboard needs");
    for (std::size_t at = 0; at < language.texts.size(); ++at) {
        if (library.is_gap(language, at)) continue;
        for (const auto letter : letters_of(language.texts[at])) {
            if (is_typed(letter)) lack.need(letter, library.text_ids[at]);
        }
    }
    lack.tell(node, keyboard, language, "its texts use");
}

}  // namespace

void read_keyboards(const Yaml& root, Library& library) {
    for (const auto& part : root.list()) {
        part.allow_keys({"id", "layers", "alphabet"});
        Keyboard keyboard;
        keyboard.id = part.text("id");
        for (const auto& layer : part.list("layers")) keyboard.layers.push_back(read_layer(layer));
        if (part.has("alphabet")) {
            keyboard.alphabet = split_keys(part.text("alphabet"));
            check_alphabet(part.at("alphabet"), keyboard);
        }
        if (keyboard.layers.empty()) part.fault("a keyboard needs at least one layer of rows");
        library.keyboards.push_back(std::move(keyboard));
    }
    for (const auto& language : library.languages) {
        const bool known = std::any_of(library.keyboards.begin(), library.keyboards.end(),
                                       [&](const Keyboard& k) { return k.id == language.keyboard; });
        if (!known)
            root.fault("no keyboard '" + language.keyboard + "', which the language " + language.tag + " asks for");
    }
}

void check_keyboards(const Yaml& root, const Library& library) {
    const auto nodes = root.list();
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        for (const auto& language : library.languages) {
            const auto& keyboard = library.keyboards[at];
            if (language.keyboard == keyboard.id) check_keyboard(nodes[at], keyboard, language, library);
        }
    }
}

}  // namespace pocketplan::content::compiler
