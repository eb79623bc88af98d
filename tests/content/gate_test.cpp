// The gate, by mutation: the pack that ships is good; whatever is broken in one place of it, the check refuses it and
// says where. The place is chosen by a generator with a fixed seed, so failures can be reproduced.

#include "tests/content/gate.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <random>
#include <regex>

namespace pocketplan::content::compiler {
namespace {

// One message of a PO file, as its three lines.
struct Message {
    std::string id;
    std::string english;
    std::string translation;
    std::size_t begin = 0;  // of its msgstr line, in the file
    std::size_t end = 0;
};

std::vector<Message> messages_of(const std::string& po) {
    static const std::regex message(
        "msgctxt \"([^\"]+)\"\nmsgid \"((?:[^\"\\\\]|\\\\.)*)\"\n(msgstr \"((?:[^\"\\\\]|\\\\.)*)\")");
    std::vector<Message> all;
    for (std::sregex_iterator at(po.begin(), po.end(), message); at != std::sregex_iterator(); ++at) {
        const auto begin = static_cast<std::size_t>(at->position(3));
        all.push_back({(*at)[1], (*at)[2], (*at)[4], begin, begin + static_cast<std::size_t>(at->length(3))});
    }
    return all;
}

// A mutation of a translation; unset if the text has nothing of the kind to break.
using Spoiler = std::optional<std::string> (*)(const Message&, std::mt19937&);

std::optional<std::string> drop(const Message&, std::mt19937&) {
    return "";
}
std::optional<std::string> change_a_digit(const Message& message, std::mt19937& random) {
    std::vector<std::size_t> digits;
    for (std::size_t at = 0; at < message.translation.size(); ++at) {
        if (message.translation[at] >= '0' && message.translation[at] <= '9') digits.push_back(at);
    }
    if (digits.empty()) return std::nullopt;
    auto spoiled = message.translation;
    char& digit = spoiled[digits[random() % digits.size()]];
    digit = static_cast<char>('0' + (digit - '0' + 1 + static_cast<int>(random() % 9)) % 10);
    return spoiled;
}
std::optional<std::string> write_a_digit_in_another_script(const Message& message, std::mt19937&) {
    const auto at = message.translation.find_first_of("0123456789");
    if (at == std::string::npos) return std::nullopt;
    auto spoiled = message.translation;
    return spoiled.replace(at, 1, "\u0663");
}
std::optional<std::string> swap_a_placeholder(const Message& message, std::mt19937&) {
    const auto at = message.translation.find("{");
    if (at == std::string::npos) return std::nullopt;
    auto spoiled = message.translation;
    return spoiled.replace(at, spoiled.find('}', at) - at + 1, "{court_site}");
}
std::optional<std::string> lose_a_placeholder(const Message& message, std::mt19937&) {
    const auto at = message.translation.find("{");
    if (at == std::string::npos) return std::nullopt;
    auto spoiled = message.translation;
    return spoiled.erase(at, spoiled.find('}', at) - at + 1);
}
std::optional<std::string> rename_the_agency(const Message& message, std::mt19937&) {
    const auto at = message.translation.find("ICE");
    // Only if it is there once, or the other one would still keep the name.
    if (at == std::string::npos || message.translation.find("ICE", at + 1) != std::string::npos) return std::nullopt;
    auto spoiled = message.translation;
    return spoiled.replace(at, 3, "IKE");
}
std::optional<std::string> leave_it_in_english(const Message& message, std::mt19937&) {
    const bool short_one = std::count(message.english.begin(), message.english.end(), ' ') < 3;
    const bool country = message.id.starts_with("country.");
    return short_one || country ? std::nullopt : std::optional(message.english);
}

// English that was left in, as people in a hurry or machines leave it.
std::optional<std::string> english_with(const Message& message, const std::string& space, int (*letter)(int)) {
    std::mt19937 none;
    const auto english = leave_it_in_english(message, none);
    if (!english || english->find_first_of("{\\") != std::string::npos) return std::nullopt;
    std::string spoiled;
    for (const char c : *english) spoiled += c == ' ' ? space : std::string(1, static_cast<char>(letter(c)));
    return spoiled;
}
std::optional<std::string> leave_it_in_english_capitals(const Message& message, std::mt19937&) {
    return english_with(message, " ", std::toupper);
}
std::optional<std::string> leave_it_in_english_without_spaces(const Message& message, std::mt19937&) {
    return english_with(message, "", std::tolower);
}
std::optional<std::string> leave_it_in_english_with_other_spaces(const Message& message, std::mt19937&) {
    return english_with(message, "\u00AD\u00A0", std::tolower);
}
// Only half of it, after what was translated. Three words in a row show it, and the name of an agency separates them.
std::optional<std::string> leave_some_english(const Message& message, std::mt19937& random) {
    const auto english = leave_it_in_english_with_other_spaces(message, random);
    const bool names_an_agency = std::regex_search(message.english, std::regex("[A-Z]{2}"));
    if (!english || names_an_agency) return std::nullopt;
    return message.translation + " " + *english;
}
std::optional<std::string> turn_it_round(const Message& message, std::mt19937& random) {
    const std::vector<std::string> turners{"\u202A", "\u202B", "\u202C", "\u202D", "\u202E",
                                           "\u2066", "\u2067", "\u2068", "\u2069", "\u061C"};
    return turners[random() % turners.size()] + message.translation;
}
std::optional<std::string> mark_it_up(const Message& message, std::mt19937& random) {
    const std::vector<std::string> markup{"&nbsp;", "&quot;", "&#39;", "&#xA0;",       "&amp;",
                                          "<b>",    "</p>",   "<br/>", "<a href='x'>", "<!-- x -->"};
    return message.translation + markup[random() % markup.size()];
}
std::optional<std::string> garble_it(const Message& message, std::mt19937& random) {
    const std::vector<std::string> garbage{"\uFFFD", "\uFEFF",     "\u0085", "\u2028", "\uE000",
                                           "\uFFFC", "\U000E0041", "\x7F",   "\x0B"};
    return message.translation + garbage[random() % garbage.size()];
}

struct Mutation {
    const char* name;
    Spoiler spoil;
};
void PrintTo(const Mutation& mutation, std::ostream* out) {
    *out << mutation.name;
}
const std::vector<Mutation> mutations{{"Drop", drop},
                                      {"ChangeADigit", change_a_digit},
                                      {"DigitInAnotherScript", write_a_digit_in_another_script},
                                      {"SwapAPlaceholder", swap_a_placeholder},
                                      {"LoseAPlaceholder", lose_a_placeholder},
                                      {"RenameTheAgency", rename_the_agency},
                                      {"LeaveItInEnglish", leave_it_in_english},
                                      {"LeaveItInEnglishCapitals", leave_it_in_english_capitals},
                                      {"LeaveItInEnglishWithoutSpaces", leave_it_in_english_without_spaces},
                                      {"LeaveItInEnglishWithOtherSpaces", leave_it_in_english_with_other_spaces},
                                      {"LeaveSomeEnglish", leave_some_english},
                                      {"TurnItRound", turn_it_round},
                                      {"MarkItUp", mark_it_up},
                                      {"GarbleIt", garble_it}};

class MutatedLanguage : public GateTest, public testing::WithParamInterface<Mutation> {};

TEST_P(MutatedLanguage, IsRefusedWithItsFileItsLineItsLanguageAndItsId) {
    std::mt19937 random(20251211);
    for (const auto& tag : tags()) {
        keep_language(tag);
        const auto file = pack() / "languages" / (tag + ".po");
        const auto good = read(file);
        auto messages = messages_of(good);
        ASSERT_GT(messages.size(), 200U) << tag;
        std::shuffle(messages.begin(), messages.end(), random);
        for (const auto& message : messages) {
            const auto spoiled = GetParam().spoil(message, random);
            if (!spoiled) continue;
            auto text = good;
            write(file, text.replace(message.begin, message.end - message.begin, "msgstr \"" + *spoiled + "\""));
            const auto told = faults();
            const auto line =
                1 + std::count(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(message.begin), '\n');
            // gettext counts a message from its first line, or from its msgid.
            const std::regex place(tag + "\\.po:(" + std::to_string(line) + "|" + std::to_string(line - 1) + "|" +
                                   std::to_string(line - 2) + "): " + tag + ": '");
            EXPECT_TRUE(std::regex_search(told, place)) << tag << " " << message.id << "\n" << told;
            EXPECT_NE(told.find(tag + ": '" + message.id + "'"), std::string::npos) << told;
            break;
        }
        write(file, good);
    }
}

INSTANTIATE_TEST_SUITE_P(Gate, MutatedLanguage, testing::ValuesIn(mutations),
                         [](const auto& mutation) { return std::string(mutation.param.name); });

TEST_F(GateTest, ThePackThatShipsIsGoodInEachLanguageAlone) {
    for (const auto& tag : tags()) {
        keep_language(tag);
        EXPECT_EQ(faults(), "") << tag;
    }
}

// For the pack that ships, with all its conditions; from two folders, and with different contents of the heap.
TEST_F(GateTest, TwoBuildsAreOneFileByteForByte) {
    keep_language("es");
    fs::copy(folder_ / "check-in", folder_ / "elsewhere", fs::copy_options::recursive);
    const auto built = [&](const fs::path& pack, const char* name) {
        EXPECT_TRUE(save_library(compile(pack).value().library, folder_ / name));
        return read(folder_ / name);
    };
    const auto first = built(pack(), "one.db");
    EXPECT_FALSE(first.empty());
    EXPECT_EQ(first, built(folder_ / "elsewhere", "two.db"));
}

// Each item of advice in turn loses its source.
TEST_F(GateTest, AFactWithoutItsSourceIsRefused) {
    keep_language("en");
    const auto file = pack() / "advice.yaml";
    const auto good = read(file);
    std::mt19937 random(7);
    std::vector<std::size_t> sources;
    for (auto at = good.find("  source: "); at != std::string::npos; at = good.find("  source: ", at + 1)) {
        sources.push_back(at);
    }
    ASSERT_GT(sources.size(), 90U);
    std::shuffle(sources.begin(), sources.end(), random);
    for (std::size_t i = 0; i < 10; ++i) {
        auto text = good;
        write(file, text.erase(sources[i], good.find('\n', sources[i]) + 1 - sources[i]));
        EXPECT_NE(faults().find("'source' is missing"), std::string::npos) << good.substr(sources[i] - 60, 80);
    }
}

TEST_F(GateTest, ASourceWithoutItsDatesIsRefused) {
    keep_language("en");
    const auto file = pack() / "sources.yaml";
    const auto good = read(file);
    for (const std::string key : {"checked: 2026", "review_by: 2027"}) {
        auto text = good;
        const auto at = text.find(key);
        write(file, text.replace(at, key.find(':'), "looked"));
        EXPECT_NE(faults().find("sources.yaml:"), std::string::npos) << key;
        EXPECT_NE(faults().find("'" + key.substr(0, key.find(':')) + "' is missing"), std::string::npos) << faults();
    }
}

TEST_F(GateTest, ASentenceThatIsNeverToBePrintedIsRefusedInEveryLanguage) {
    const auto never = read(root / "content/check-in/never.yaml");
    for (const auto& tag : tags()) {
        keep_language(tag);
        const std::regex phrases("\n  " + tag + ": \\[([^,\\]]+)");
        std::smatch first;
        ASSERT_TRUE(std::regex_search(never, first, phrases)) << tag << " has no sentence that is never to be printed";
        const auto file = pack() / "languages" / (tag + ".po");
        const auto good = read(file);
        const auto all = messages_of(good);
        const auto message =
            std::find_if(all.begin(), all.end(), [](const Message& m) { return m.id == "advice.talk-to-lawyer"; });
        ASSERT_NE(message, all.end());
        for (const std::string space : {" ", "\u00A0", "", "\u00AD"}) {
            const auto spoiled = std::regex_replace(first[1].str(), std::regex(" "), space);
            auto text = good;
            write(file, text.insert(message->end - 1, " " + spoiled));
            EXPECT_NE(faults().find("which is never to be printed"), std::string::npos) << tag << " " << spoiled;
        }
        write(file, good);
    }
}

}  // namespace
}  // namespace pocketplan::content::compiler
