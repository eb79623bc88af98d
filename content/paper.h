#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "content/model.h"

// What a paper, or a topic to read, is made of.
namespace pocketplan::content {

struct Column {
    TextIndex header{};
    int width = 1;  // in parts of the table's width
};

enum class Bullets { boxes, bullets, numbers, plain };

// Index into Library::local_lines.
enum class LocalLineIndex : std::uint16_t {};

struct Block {
    enum class Kind { items, field, persons, note, lines, table, local };
    Kind kind = Kind::items;
    Condition when;
    Bullets bullets = Bullets::plain;
    std::vector<AdviceIndex> only;       // items: just these; empty: all of the section that no block binds
    std::optional<AdviceIndex> advice;   // field, table: whose text this block's label is
    TextIndex text{};                    // the label, note or table caption; persons: where has_text
    LocalLineIndex local{};              // local: whose line; `text` labels it, and
    std::optional<TextIndex> blank;      // this the ruled lines where the centre gave none; unset: then nothing. field:
                                         // this a line for the same in Latin letters
    std::vector<QuestionIndex> answers;  // field, persons
    std::vector<Column> columns;
    int count = 1;       // lines, rows or persons
    double height = 24;  // of a row, in points
    bool has_text = false;
};

// One of several texts for the same place; the first whose condition holds is printed.
struct TextChoice {
    TextIndex text{};
    Condition when;
};

struct Section {
    std::string id;
    std::string icon;  // its name, or empty
    Condition when;
    std::vector<TextChoice> headings;
    std::vector<Block> blocks;
};

enum class PaperForm { card, sheet };

struct Paper {
    std::string id;
    PaperForm form = PaperForm::sheet;
    bool pictures = false;  // what has boxes can be printed with large pictures, on asking
    TextIndex title{};
    std::vector<TextChoice> notes;  // under the title
    Condition when;
    std::vector<Section> sections;
};

}  // namespace pocketplan::content
