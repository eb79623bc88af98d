#include "kiosk/speech/spoken_text.h"

#include "kiosk/speech/letters.h"
#include "kiosk/speech/number.h"
#include "kiosk/speech/utf8.h"

namespace pocketplan::speech {
namespace {

void append(SpokenText& out, std::string_view text) {
    out.insert(out.end(), text.begin(), text.end());
}

// How many digits are said before the next pause, of `left` that are written without one: threes, and four at the end;
// first a 1 alone, North America's prefix.
std::size_t said_together(std::size_t left, char first) {
    if (left == 11 && first == '1') return 1;
    return left <= 4 ? left : 3;
}

void append_digits(SpokenText& out, const Number& number) {
    if (number.plus) append(out, "+ ");
    std::size_t at = 0;
    for (std::size_t left : number.groups) {
        while (left > 0) {
            const auto together = said_together(left, number.digits[at]);
            if (at > 0) append(out, ", ");
            for (std::size_t i = 0; i < together; ++i, ++at) {
                if (i > 0) out.push_back(' ');
                out.push_back(number.digits[at]);
            }
            left -= together;
        }
    }
}

// A single capital before the number is a letter, and no article: "A 123-456-789".
void name_letter_before(SpokenText& out) {
    std::size_t end = out.size();
    while (end > 0 && (out[end - 1] == ' ' || out[end - 1] == '-')) --end;
    const bool capital = end > 0 && out[end - 1] >= 'A' && out[end - 1] <= 'Z';
    const bool alone = end == 1 || (end > 1 && (out[end - 2] == ' ' || out[end - 2] == '('));
    if (!capital || !alone) return;
    out.resize(end);
    append(out, ", ");
}

void end_line(SpokenText& out) {
    while (!out.empty() && out.back() == ' ') out.pop_back();
    if (out.empty()) return;
    const bool pauses = std::string_view(".,:;!?").find(out.back()) != std::string_view::npos;
    append(out, pauses ? " " : ", ");
}

void append_audible(SpokenText& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto [letter, bytes] = code_point_at(text, at);
        if (!is_silent(letter)) append(out, text.substr(at, bytes));
        at += bytes;
    }
}

// What is written like a number at `at`; returns where it ends.
std::size_t append_number(SpokenText& out, std::string_view text, std::size_t at) {
    const auto number = read_number(text, at);
    if (!is_dialled(number)) {
        append_audible(out, text.substr(at, number.end - at));
    } else {
        name_letter_before(out);
        append_digits(out, number);
    }
    return number.end;
}

// After these, digits are the rest of a time or an amount: "10:30", "1,000".
bool continues_amount(std::string_view text, std::size_t at) {
    const bool after_digit = at > 0 && ascii_digit(static_cast<unsigned char>(text[at - 1])).has_value();
    return after_digit && (text[at] == ':' || text[at] == ',');
}

bool may_begin_number(Part part) {
    return part == Part::digit || part == Part::plus || part == Part::open;
}

}  // namespace

SpokenText spoken_text(std::string_view text) {
    SpokenText out;
    out.reserve(text.size() * 2);
    bool goes_on = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto [letter, bytes] = code_point_at(text, at);
        const Part part = part_of(letter);
        if (may_begin_number(part) && !goes_on) {
            const std::size_t end = append_number(out, text, at);
            if (end > at) {
                at = end;
                continue;
            }
        }
        if (letter == U'\n') {
            end_line(out);
        } else if (!is_silent(letter)) {
            append(out, text.substr(at, bytes));
        }
        goes_on = continues_amount(text, at) || (goes_on && part == Part::digit);
        at += bytes;
    }
    return out;
}

SpokenText spelled_text(std::string_view text) {
    SpokenText out;
    out.reserve(text.size() * 3);
    for (std::size_t at = 0; at < text.size();) {
        const auto [letter, bytes] = code_point_at(text, at);
        const auto piece = text.substr(at, bytes);
        at += bytes;
        if (is_silent(letter) || part_of(letter) == Part::space) continue;
        if (!out.empty() && !is_joined(letter)) append(out, ", ");
        append(out, piece);
    }
    return out;
}

}  // namespace pocketplan::speech
