#include "kiosk/speech/spoken_text.h"

#include <string>

#include <gtest/gtest.h>

#include "kiosk/speech/utf8.h"

namespace {

using namespace pocketplan::speech;

std::string spoken(std::string_view text) {
    return std::string(view(spoken_text(text)));
}

std::string spelled(std::string_view text) {
    return std::string(view(spelled_text(text)));
}

TEST(SpokenText, APhoneNumberIsReadDigitByDigitWithAPauseBetweenGroups) {
    EXPECT_EQ(spoken("Call 1-833-383-1465 now."), "Call 1, 8 3 3, 3 8 3, 1 4 6 5 now.");
    EXPECT_EQ(spoken("(555) 010-2233"), "5 5 5, 0 1 0, 2 2 3 3");
    EXPECT_EQ(spoken("+52 55 1234 5678"), "+ 5 2, 5 5, 1 2 3 4, 5 6 7 8");
    EXPECT_EQ(spoken("555.010.2233, or 555-0102"), "5 5 5, 0 1 0, 2 2 3 3, or 5 5 5, 0 1 0 2");
}

TEST(SpokenText, ANumberWrittenWithoutGroupsGetsPausesAllTheSame) {
    EXPECT_EQ(spoken("18333831465"), "1, 8 3 3, 3 8 3, 1 4 6 5");
    EXPECT_EQ(spoken("5550102233"), "5 5 5, 0 1 0, 2 2 3 3");
    EXPECT_EQ(spoken("5550102"), "5 5 5, 0 1 0 2");
}

TEST(SpokenText, ALetterBeforeDigitsIsALetterAndNoArticle) {
    EXPECT_EQ(spoken("A 123-456-789"), "A, 1 2 3, 4 5 6, 7 8 9");
    EXPECT_EQ(spoken("Number: A123456789."), "Number: A, 1 2 3, 4 5 6, 7 8 9.");
    EXPECT_EQ(spoken("A-\u2066123-456-789\u2069"), "A, 1 2 3, 4 5 6, 7 8 9");
}

TEST(SpokenText, ANumberIsReadInTheSameWayInsideEveryScript) {
    EXPECT_EQ(spoken("اتصل بالرقم \u20661-833-383-1465\u2069 الآن"), "اتصل بالرقم 1, 8 3 3, 3 8 3, 1 4 6 5 الآن");
    EXPECT_EQ(spoken("请拨打1-833-383-1465。"), "请拨打1, 8 3 3, 3 8 3, 1 4 6 5。");
    EXPECT_EQ(spoken("ਫ਼ੋਨ ਕਰੋ: (555) 010-2233"), "ਫ਼ੋਨ ਕਰੋ: 5 5 5, 0 1 0, 2 2 3 3");
    EXPECT_EQ(spoken("Позвоните 1‑833‑383‑1465"), "Позвоните 1, 8 3 3, 3 8 3, 1 4 6 5");
    EXPECT_EQ(spoken("শেয়ার ৫৫৫-০১০-২২৩৩"), "শেয়ার 5 5 5, 0 1 0, 2 2 3 3");
    EXPECT_EQ(spoken("شماره ۰۷۹۹۱۲۳۴۵۶"), "شماره 0 7 9, 9 1 2, 3 4 5 6");
}

TEST(SpokenText, AmountsYearsDatesAndTimesStayNumbers) {
    for (const std::string text :
         {"90 minutes", "in 2026", "5 sheets", "1,000,000", "12/31/2026", "31.12.2026 10:30", "2026-12-31", "2025-2026",
          "10:30-17:45", "room 8 12/31/2026", "at 17:00 2026-12-31", "12 de enero de 2027, 9:05", "2026年12月31日",
          "31.12.26", "911", "3.5 mm", "(5)", "24/7", "1+1"}) {
        EXPECT_EQ(spoken(text), text);
    }
}

TEST(SpokenText, AShortNumberThatBeginsWithZeroIsNoAmount) {
    EXPECT_EQ(spoken("Room 012"), "Room 0 1 2");
    EXPECT_EQ(spoken("0102 and 05"), "0 1 0 2 and 05");
}

TEST(SpokenText, ATimeBeforeAPhoneIsNotPartOfIt) {
    EXPECT_EQ(spoken("9:30 555-0102"), "9:30 5 5 5, 0 1 0 2");
}

TEST(SpokenText, WhatHasNoSoundIsLeftOut) {
    EXPECT_EQ(spoken("\u2068Maria\u2069, \uE012ready\u200F\u202C"), "Maria, ready");
    EXPECT_EQ(spoken("می\u200Cروم"), "می\u200Cروم") << "a joiner changes how the word is read";
}

TEST(SpokenText, EachLineEndsWithAPause) {
    EXPECT_EQ(spoken("Water\nFood.\n\nMedicine"), "Water, Food. Medicine");
}

TEST(SpokenText, TextThatIsNotUtf8IsReadAsFarAsItIs) {
    EXPECT_EQ(spoken("a\xFF\xE2\x82 b"), "a\xFF\xE2\x82 b");
}

TEST(SpelledText, EachLetterStandsAloneWithItsSigns) {
    EXPECT_EQ(spelled("Ana Ó"), "A, n, a, Ó");
    EXPECT_EQ(spelled("किरण"), "कि, र, ण");
    EXPECT_EQ(spelled("e\u0301a"), "e\u0301, a");
    EXPECT_EQ(spelled("\u20661-2\u2069"), "1, -, 2");
}

TEST(ReadablePiece, EndsAfterASentenceAWordOrACodePoint) {
    EXPECT_EQ(readable_piece("One. Two", 100), "One. Two");
    EXPECT_EQ(readable_piece("One two. Three four", 14), "One two. ");
    EXPECT_EQ(readable_piece("A. Three four five", 14), "A. Three four ");
    EXPECT_EQ(readable_piece("ééééé", 7), "ééé");
}

}  // namespace
