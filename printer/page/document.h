#pragma once

#include <functional>
#include <memory_resource>
#include <string_view>
#include <variant>
#include <vector>

#include "assets/icon.h"
#include "printer/page/paper_size.h"
#include "printer/typeset/text.h"

namespace pocketplan::page {

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

// Without a marker, below items that have one, they are notes on the item above.
struct Items {
    Marker marker = Marker::none;
    std::pmr::vector<Text> items;
};
enum class ByHand { no, yes };
enum class Phone { none, wanted };
// A label and what belongs there; where there is neither value nor number, ruled lines to write on.
struct Field {
    Text label;  // may be empty
    Text value;
    Utf8 number;  // to call: bold and large, never broken
    int lines = 1;
    ByHand by_hand = ByHand::no;  // whether a value has a line beside it as well, on a sheet or roll
    Phone phone = Phone::none;    // wanted: where the number is missing there is a line for it
};
// A paragraph that stands out.
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
// Boxes to tick, each with a large picture beside its words. Not on a card.
struct Pictures {
    struct Item {
        Icon icon = Icon::none;
        Text text;
    };
    std::pmr::vector<Item> items;
};
using Block = std::variant<Items, Field, Note, Lines, Table, Pictures>;

struct Section {
    Text heading;  // may be empty
    Icon icon = Icon::none;
    std::pmr::vector<Block> blocks;
};

// sheet: flows over as many pages as it needs. card: each section is a panel of 85 x 53 mm, four of which are cut out
// and folded into one: the first section is in front, the last behind, the others inside (docs/decisions/0023). On a
// roll either one is a single column, the second language below the first, and the card's panels are stacked.
enum class Form { sheet, card };

// One paper, in words and structure; where things go is decided by lay_out.
struct Document {
    Form form = Form::sheet;
    int copies = 1;  // of a card, at least: free room on its last sheet holds more
    PaperSize size = letter;
    Margins margins;
    Script first;
    Script second;
    Text title;
    Text note;  // "Keep this at home."; may be empty
    std::pmr::vector<Section> sections;
    std::pmr::vector<Text> foot;  // sentences at the foot of every page
    std::function<Text(int page, int pages)> page_number;
};

}  // namespace pocketplan::page
