#pragma once

#include <cstdint>
#include <variant>

#include "content/answers.h"
#include "content/model.h"
#include "kiosk/view/said_of_machine.h"
#include "kiosk/visit/visit.h"

// What a screen says, by reference: a view holds no letter of a visitor's, and can be said in any language.
namespace pocketplan::view {

struct Nothing {};
struct Text {
    content::TextIndex index{};
};
// Both, one after the other.
struct Texts {
    content::TextIndex first{};
    content::TextIndex second{};
};
// In the source language, whatever the visitor reads.
struct SourceText {
    content::TextIndex index{};
};
struct OwnName {
    content::LanguageIndex language{};
};
// The start's promise, in each language on its own card.
struct Greeting {
    content::LanguageIndex language{};
};
struct PersonAdded {
    int number = 0;  // from 1
};
struct Number {
    int value = 0;
};
struct MonthOfYear {
    int year = 0;
    int month = 0;
};
struct Years {
    int first = 0;
    int last = 0;
};
struct Minute {
    int minute = 0;
};
struct PageOfPages {
    int page = 0;  // from 1
    int pages = 0;
};
struct TakePages {
    int pages = 0;
};
struct SheetsOfPaper {
    int sheets = 0;
};
struct SheetOfSheets {
    int sheet = 0;  // from 1
    int sheets = 0;
};
struct Advised {
    content::AdviceIndex advice{};
    content::TextIndex text{};
};
// What is on a key, in the case that is set; on one that leads to a layer; and on one that types a sign.
struct KeyLabel {
    std::uint8_t layer = 0;
    std::uint8_t row = 0;
    std::uint8_t key = 0;
};
struct LayerLabel {
    std::uint8_t layer = 0;
};
struct Sign {
    char sign = ' ';
};
// The visitor's own: an answer, what is being typed, a character that is offered for it, and any of them hidden.
struct AnswerTo {
    content::QuestionIndex question{};
    bool own = false;  // typed, or private: said aloud on asking alone
};
struct Typed {
    visit::EntryField field = visit::EntryField::words;
};
struct Candidate {
    std::uint8_t place = 0;
};
struct Hidden {};
// The day and the time that are entered, in words.
struct PickedDay {};
struct PickedTime {};

using Said = std::variant<Nothing, Text, Texts, SourceText, OwnName, Greeting, PersonAdded, Number, MonthOfYear, Years,
                          Minute, PageOfPages, TakePages, SheetsOfPaper, SheetOfSheets, Advised, Places, FileFault,
                          DisplayMeasures, Overdue, OutOf, Waiting, WeekCounted, CentreLine, KeyLabel, LayerLabel, Sign,
                          AnswerTo, Typed, Candidate, Hidden, PickedDay, PickedTime>;

inline bool is_nothing(const Said& said) {
    return std::holds_alternative<Nothing>(said);
}

}  // namespace pocketplan::view
