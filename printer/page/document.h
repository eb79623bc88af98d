#pragma once

#include <functional>
#include <memory_resource>
#include <string_view>
#include <variant>
#include <vector>

#include "printer/typeset/text.h"

namespace pocketplan::page {

// All lengths are PDF points, 1/72 inch.
struct PaperSize {
    static constexpr double endless = 0;  // a height: a roll, whose pages are as tall as what stands on them

    double width = 0;
    double height = 0;
};
inline constexpr PaperSize letter{612, 792};    // ISO/IEC 10180 "na_letter"
inline constexpr PaperSize a4{595.28, 841.89};  // ISO 216
inline constexpr PaperSize receipt80{80 * 72 / 25.4, PaperSize::endless};

constexpr bool is_roll(const PaperSize& size) {
    return size.height == PaperSize::endless;
}

// What a printer leaves white on each side. All ink stays inside of it, and of our own margins where those are wider.
struct Margins {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
};
// Of the hundredths of millimetres in which printers tell their margins (PWG 5100.3).
constexpr double points_of_hundredths(int hundredths) {
    return hundredths * 72 / 2540.0;
}

using Utf8 = std::pmr::vector<char>;
inline Utf8 utf8(std::string_view text) {
    return {text.begin(), text.end()};
}

// A text in the reader's language and, smaller, in the second one, which is empty where both are the same.
struct Text {
    Utf8 first;
    Utf8 second;
};

struct Script {
    std::string_view language;  // BCP 47
    typeset::Direction direction = typeset::Direction::left_to_right;
};

enum class Marker { none, box, bullet, number };

struct Items {
    Marker marker = Marker::none;
    std::pmr::vector<Text> items;
};
// Whether a value has a line to write it on by hand as well.
enum class ByHand { no, yes };
// A label and what belongs there; where there is neither value nor number, ruled lines to write on.
struct Field {
    Text label;
    Utf8 value;   // words
    Utf8 number;  // a number to call: bold and large, never broken
    int lines = 1;
    bool continues = false;       // belongs under the label of the field before it
    ByHand by_hand = ByHand::no;  // on a sheet or roll
};
// A framed paragraph.
struct Note {
    Text text;
};
// Ruled lines to write on; on a card, as many more as there is room for.
struct Lines {
    int count = 1;
};
struct Table {
    struct Column {
        Text header;
        int width = 1;
    };
    std::pmr::vector<Column> columns;
    int rows = 1;
    double row_height = 24;
};
using Block = std::variant<Items, Field, Note, Lines, Table>;

struct Section {
    Text heading;  // may be empty
    std::pmr::vector<Block> blocks;
};

// sheet: flows over as many pages as it needs. card: each section is a panel of 85 x 53 mm of a 170 x 106 mm block,
// two by two, the first at the top on the side where reading starts; with fold and cut marks. On a roll either one is a
// single column, the second language below the first, and the card's panels are stacked.
enum class Form { sheet, card };

// One paper, in words and structure; where things go is decided by lay_out.
struct Document {
    Form form = Form::sheet;
    PaperSize size = letter;
    Margins margins;
    Script first;
    Script second;
    Text title;
    Text note;  // "Keep this at home."; may be empty
    std::pmr::vector<Section> sections;
    std::pmr::vector<Text> foot;  // at the foot of every page
    std::function<Text(int page, int pages)> page_number;
};

}  // namespace pocketplan::page
