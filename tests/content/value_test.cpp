#include "content/value.h"

#include <random>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "content/letters.h"

namespace pocketplan::content {
namespace {

std::string tidied(std::string_view text) {
    const auto words = tidy(text);
    return words ? std::string(words->view()) : "refused: " + describe(words.error());
}

std::optional<Unfit> unfit(std::string_view text) {
    const auto found = find_unfit(text);
    return found ? std::optional(found->why) : std::nullopt;
}

// From every range that UAX #44 gives the property: the first, the last, and some between.
std::vector<char32_t> of_ranges(std::initializer_list<std::pair<char32_t, char32_t>> ranges) {
    std::vector<char32_t> points;
    for (const auto& [first, last] : ranges) {
        const char32_t step = std::max<char32_t>(1, (last - first) / 50);
        for (char32_t point = first; point <= last; point += step) points.push_back(point);
        points.push_back(last);
    }
    return points;
}

TEST(Value, IsKeptInOneSpelling) {
    EXPECT_EQ(tidied("Jose\u0301"), "José");
    EXPECT_EQ(tidied("Nguye\u0302\u0303n Thi\u0323"), "Nguyễn Thị");
    EXPECT_EQ(tidied("a\u0323\u0302"), tidied("a\u0302\u0323")) << "marks in whatever order they were typed";
    EXPECT_EQ(tidied("\u1100\u1161\u11A8"), "각");
    EXPECT_EQ(tidied("\u212B"), "Å");
    EXPECT_EQ(tidied("ড\u09BC"), "ড\u09BC") << "NFC leaves this one in parts";
    EXPECT_EQ(tidied("ﬁ ½ ①"), "ﬁ ½ ①") << "what only looks alike is left alone";
}

TEST(Value, HasPlainSpacesAndNoneAtItsEnds) {
    EXPECT_EQ(tidied("  Ana\u00a0Maria\tLopez \u3000"), "Ana Maria Lopez");
    for (const char* space : {"\t", "\u00a0", "\u1680", "\u2000", "\u2003", "\u2009", "\u202f", "\u205f", "\u3000"}) {
        EXPECT_EQ(tidied(std::string("a") + space + "b"), "a b");
        EXPECT_EQ(tidied(space), "");
    }
    EXPECT_EQ(tidied("a  b"), "a  b") << "nothing else is changed";
    EXPECT_EQ(tidied(""), "");
}

TEST(Value, RefusesWhatHasNoMeaningOnPaper) {
    const auto refuses = [](Unfit why, const std::vector<char32_t>& points) {
        for (const char32_t point : points) {
            const auto found = find_unfit("Ana" + to_utf8(point) + "B");
            ASSERT_TRUE(found) << std::hex << static_cast<unsigned>(point);
            EXPECT_EQ(found->why, why) << std::hex << static_cast<unsigned>(point);
            EXPECT_EQ(found->point, point);
            EXPECT_EQ(found->place, 4U);
            EXPECT_FALSE(may_follow("Ana", point));
        }
    };
    refuses(Unfit::control, of_ranges({{0x0, 0x8}, {0xA, 0x1F}, {0x7F, 0x9F}, {0x2028, 0x2029}}));
    refuses(Unfit::steers, of_ranges({{0x61C, 0x61C}, {0x200E, 0x200F}, {0x202A, 0x202E}, {0x2066, 0x2069}}));
    refuses(Unfit::invisible, of_ranges({{0xAD, 0xAD},
                                         {0x34F, 0x34F},
                                         {0x115F, 0x1160},
                                         {0x17B4, 0x17B5},
                                         {0x180B, 0x180E},
                                         {0x200B, 0x200B},
                                         {0x2060, 0x2064},
                                         {0x206A, 0x206F},
                                         {0x2800, 0x2800},
                                         {0x3164, 0x3164},
                                         {0xFE00, 0xFE0F},
                                         {0xFEFF, 0xFEFF},
                                         {0xFFA0, 0xFFA0},
                                         {0xFFF9, 0xFFFB},
                                         {0x1BCA0, 0x1BCA3},
                                         {0x1D173, 0x1D17A},
                                         {0xE0001, 0xE0001},
                                         {0xE0020, 0xE007F},
                                         {0xE0100, 0xE01EF}}));
    refuses(Unfit::unknown, of_ranges({{0xE000, 0xF8FF},
                                       {0xF0000, 0xFFFFD},
                                       {0x100000, 0x10FFFD},
                                       {0xFDD0, 0xFDEF},
                                       {0xFFFE, 0xFFFF},
                                       {0x10FFFE, 0x10FFFF},
                                       {0xFFFC, 0xFFFD},
                                       {0x378, 0x379},
                                       {0xE0080, 0xE00FF},
                                       {0x2FE0, 0x2FEF}}));
    refuses(Unfit::stray_joiner, {0x200C, 0x200D});
}

TEST(Value, KeepsJoinersWhereTheScriptUsesThem) {
    for (const char* word : {"می\u200cخواهم", "ه\u200d", "र\u094d\u200dया", "क्\u200cष", "র\u200d্যাব", "ਪ੍\u200dਰ",
                             "ක්\u200dෂ", "ണ്\u200d", "မ\u200cြ"}) {
        EXPECT_EQ(tidied(word), word);
    }
    for (const char* word : {"a\u200db", "\u200cمی", "می \u200cخ", "می\u200c\u200cخ", "د\u200d\u200dد", "1\u200d2",
                             "👨\u200d👩", "中\u200c文", "я\u200dя"}) {
        EXPECT_EQ(unfit(word), Unfit::stray_joiner) << word;
    }
}

TEST(Value, HasNoMoreThanFourMarksOnALetter) {
    const std::string acute = "\u0301";
    std::string held = "E";
    for (int marks = 1; marks <= 4; ++marks) {
        EXPECT_TRUE(may_follow(held, U'\u0301'));
        held += acute;
        EXPECT_FALSE(find_unfit(held)) << marks;
    }
    EXPECT_FALSE(may_follow(held, U'\u0301'));
    EXPECT_EQ(unfit(held + acute), Unfit::too_many_marks);
    EXPECT_EQ(unfit("É" + acute + acute + acute + acute), Unfit::too_many_marks) << "its own accent counts";
    EXPECT_FALSE(find_unfit(held + "e" + acute)) << "the next letter begins again";
    for (const char* word :
         {"လျှို့ဝှက်", "མཁྱེན་བརྩེ", "เกี๊ยะ", "שִׁמְעוֹן", "مُحَمَّدٌ", "हिन्दी", "ক্ষ্মৌঁ", "ක්‍ෂෝං", "ভৈরবী", "ខ្ញុំ"}) {
        EXPECT_FALSE(find_unfit(word)) << word << ' ' << describe(*find_unfit(word));
    }
}

TEST(Value, HasNoMarkWithoutALetter) {
    for (const char* bad : {"\u0301", "\u0301\u0301\u0301 Lan", "Lan \u0301", "\u00a0\u0301", "\u093F"}) {
        EXPECT_EQ(unfit(bad), Unfit::bare_mark) << bad;
    }
    EXPECT_FALSE(may_follow("", U'\u0301'));
    EXPECT_FALSE(may_follow("Lan ", U'\u0301'));
    EXPECT_TRUE(may_follow("Lan", U'\u0301'));
}

TEST(Value, TellsThePlaceTheCharacterAndTheRemedy) {
    EXPECT_EQ(describe(*find_unfit("ab\u202Ecd")), "character 3, U+202E, changes the direction of text; take it out");
    EXPECT_EQ(describe(*find_unfit(std::string_view("Ana\0Bad", 7))),
              "character 4, U+0000, breaks the line or is meant for machines; take it out");
    EXPECT_EQ(describe(*find_unfit("é\xC3")), "character 2, the byte 0xC3, is not UTF-8; save the file as UTF-8");
    for (const char* bad : {"\xED\xA0\x80", "\xC0\xAF", "\xF4\x90\x80\x80", "\x80", "a\xE2\x82", "Jos\xE9"}) {
        EXPECT_EQ(unfit(bad), Unfit::not_utf8);
    }
}

TEST(Value, ANumberOfAnyScriptBecomesAscii) {
    EXPECT_EQ(in_ascii("٢٠٢").view(), "202");
    EXPECT_EQ(in_ascii("𝟘𝟡𝟬𝟵𝟶𝟿").view(), "090909") << "mathematical digits come in tens without a gap";
    EXPECT_EQ(in_ascii("＃１‐２−３ x").view(), "#1-2-3 x");
}

// A text of letters, digits, marks and oddities of every plane.
std::string random_text(std::mt19937& random) {
    static const std::vector<std::pair<char32_t, char32_t>> likely{
        {0x20, 0x7E},     {0xA0, 0x24F},    {0x300, 0x36F},   {0x400, 0x52F},     {0x590, 0x5FF},     {0x600, 0x6FF},
        {0x900, 0xDFF},   {0xE00, 0x109F},  {0x1100, 0x11FF}, {0x1780, 0x17FF},   {0x2000, 0x206F},   {0x3040, 0x30FF},
        {0x4E00, 0x9FFF}, {0xAC00, 0xD7A3}, {0xFB00, 0xFEFF}, {0x10A00, 0x10AFF}, {0x1F300, 0x1F64F}, {0x1, 0x10FFFF}};
    std::string text;
    const auto length = random() % 12;
    for (std::size_t at = 0; at < length; ++at) {
        const auto& [first, last] = likely[random() % likely.size()];
        const auto point = static_cast<char32_t>(first + random() % (last - first + 1));
        if (point < 0xD800 || point > 0xDFFF) text += to_utf8(point);
    }
    return text;
}

TEST(Value, AnyTextIsRefusedOrKeptOnceAndForAll) {
    std::mt19937 random(20261126);
    int kept = 0;
    for (int round = 0; round < 20000; ++round) {
        const auto text = random_text(random);
        const auto once = tidy(text);
        if (!once) continue;
        ++kept;
        EXPECT_FALSE(find_unfit(once->view())) << text;
        EXPECT_EQ(tidied(once->view()), once->view()) << "it would come out different the second time";
    }
    EXPECT_GT(kept, 2000);
}

TEST(Value, KeysTakeWhatFilesTake) {
    std::mt19937 random(1126);
    for (int round = 0; round < 5000; ++round) {
        const auto text = random_text(random);
        std::string typed;
        std::string_view rest = text;
        while (!rest.empty()) {
            const char32_t point = first_code_point(rest);
            const auto one = to_utf8(point);
            if (may_follow(typed, point)) typed += one;
            rest.remove_prefix(one.size());
        }
        EXPECT_FALSE(find_unfit(typed)) << text;
        if (!find_unfit(text)) {
            EXPECT_EQ(typed, text);
        }
    }
}

}  // namespace
}  // namespace pocketplan::content
