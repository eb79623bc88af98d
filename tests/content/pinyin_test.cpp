#include "content/pinyin.h"

#include <algorithm>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "content/letters.h"
#include "content/library.h"

namespace pocketplan::content {
namespace {

bool reads(std::string_view letters, std::string_view character) {
    return characters_for(letters).find(character) != std::string_view::npos;
}

TEST(Pinyin, FindsTheCharactersOfASyllableTheMostFrequentFirst) {
    EXPECT_TRUE(characters_for("wo").starts_with("我"));
    EXPECT_TRUE(characters_for("Ren").starts_with("人"));
    EXPECT_TRUE(characters_for("ZHONG").starts_with("中"));
    EXPECT_TRUE(reads("wang", "王"));
    EXPECT_TRUE(reads("lv", "吕")) << "v for u with dots";
    EXPECT_TRUE(reads("nv", "女"));
    EXPECT_TRUE(reads("dan", "单") && reads("shan", "单")) << "both its readings";
}

TEST(Pinyin, FindsNothingForWhatIsNoSyllable) {
    for (const char* letters : {"", "w", "wangx", "xq", "lü", "中", "zzz", "wa ng"}) {
        EXPECT_EQ(characters_for(letters), "") << letters;
    }
}

TEST(Pinyin, KnowsTheLettersThatAreTypedLast) {
    EXPECT_EQ(letters_at_end("wang"), "wang");
    EXPECT_EQ(letters_at_end("王xiao"), "xiao");
    EXPECT_EQ(letters_at_end("Main St 5 Li"), "Li");
    EXPECT_EQ(letters_at_end("王"), "");
    EXPECT_EQ(letters_at_end("li "), "");
    EXPECT_EQ(letters_at_end("12"), "");
    EXPECT_EQ(letters_at_end(""), "");
}

TEST(Pinyin, KnowsWhatCharactersBeginToBeReadAs) {
    for (const char* letters : {"", "m", "me", "mei", "meig", "meiguo"}) {
        EXPECT_TRUE(begins_to_read("美国", letters)) << letters;
    }
    for (const char* letters : {"g", "guo", "meix", "meiguor", "mi"})
        EXPECT_FALSE(begins_to_read("美国", letters)) << letters;
    EXPECT_TRUE(begins_to_read("刚果（金）", "gangguojin"));
    EXPECT_TRUE(begins_to_read("西安", "xian") && begins_to_read("先", "xian")) << "two syllables or one";
    EXPECT_FALSE(begins_to_read("", "a"));
}

TEST(PinyinTable, IsSortedAndHasEachCharacterOnceASyllable) {
    const auto& table = pinyin_table();
    EXPECT_GT(table.size(), 395U);
    EXPECT_TRUE(std::is_sorted(table.begin(), table.end(),
                               [](const Syllable& a, const Syllable& b) { return a.letters < b.letters; }));
    for (const auto& [letters, characters] : table) {
        const std::string name(letters);
        EXPECT_TRUE(std::all_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; })) << name;
        EXPECT_EQ(characters_for(letters), characters) << name;
        ASSERT_EQ(characters.size() % character_bytes, 0U) << name;
        ASSERT_LE(characters.size() / character_bytes, 255U) << "an event has a byte for the place";
        std::set<std::string_view> seen;
        for (std::size_t at = 0; at < characters.size(); at += character_bytes) {
            const auto character = characters.substr(at, character_bytes);
            EXPECT_TRUE(is_ideograph(first_code_point(character))) << name;
            EXPECT_TRUE(seen.insert(character).second) << name << " " << character;
        }
    }
}

// Names, places and everything that our own Chinese texts say.
TEST(PinyinTable, HasTheCharactersThatPeopleWrite) {
    std::string all;
    for (const auto& syllable : pinyin_table()) all += syllable.characters;
    const auto library = load_library(std::string(BUILD_DIR) + "/content.db").value();
    std::string written =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔"
        "谭陆范汪廖石金韦贾夏付"
        "方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常"
        "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华慧巧美娜静淑惠珠翠雅芝玉萍红娥玲芬芳燕彩春菊兰凤洁梅琳素云莲真"
        "环雪荣爱妹霞香月莺媛艳瑞凡"
        "佳嘉琼勤珍贞莉桂娣叶璧璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓纨仪荷丹蓉眉君琴蕊薇菁梦岚苑婕馨瑗琰韵"
        "融园艺咏卿聪澜纯毓悦昭冰爽"
        "梓涵睿轩宇浩然昊晨欣妍鑫旭煜辰博文俊熙泽";
    for (const auto& text : library.language(library.find_language("zh-Hans").value()).texts) written += text;
    for (std::string_view rest = written; !rest.empty();) {
        const char32_t point = first_code_point(rest);
        const std::string character = to_utf8(point);
        EXPECT_TRUE(!is_ideograph(point) || all.find(character) != std::string::npos) << character;
        rest.remove_prefix(character.size());
    }
}

}  // namespace
}  // namespace pocketplan::content
