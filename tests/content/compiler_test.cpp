#include <gmock/gmock.h>

#include "content/compiler/wording.h"
#include "content/phrase.h"
#include "tests/content/flood_copy.h"

namespace pocketplan::content::compiler {
namespace {

using CompilerTest = FloodCopy;

TEST_F(CompilerTest, AGoodPackHasNoFaults) {
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_F(CompilerTest, ValuesArePutInIsolatedAndTheDateInTheReadersWords) {
    const auto library = compile(folder / "flood").value().library;
    const auto spanish = library.find_language("es").value();
    EXPECT_NE(library.text(spanish, "advice.call-first")
                  .find("\u2066\u200E"
                        "1-800-555-0199\u2069"),
              std::string::npos);
    EXPECT_EQ(library.text(spanish, "advice.not-advice"), "Información de: 9 de marzo de 2026");
}

TEST_F(CompilerTest, APackNamesItsOwnLocalLinesAndSaysInItsTextsWhatTheyAre) {
    replace("pack.yaml", "values:", "local_lines: [boat_house, night_desk]\nvalues:");
    replace("papers.yaml", "          - items: boxes\n",
            "          - items: boxes\n          - local: {line: night_desk}\n          - local: {line: boat_house, "
            "lines: 2}\n");
    for (const auto* id : {"field.sheet.night_desk", "field.sheet.boat_house", "field.sheet.boat_house.blank"}) {
        add_text(id, "By night", "De noche");
    }
    ASSERT_EQ(faults(), std::vector<std::string>{});
    const auto library = compile(folder / "flood").value().library;
    const auto& blocks = library.papers.front().sections.front().blocks;
    EXPECT_EQ(blocks[1].local, library.find_local_line("night_desk"));
    EXPECT_EQ(blocks[1].blank, std::nullopt);
    EXPECT_EQ(blocks[2].local, library.find_local_line("boat_house"));
    EXPECT_EQ(library.text(LanguageIndex{}, *blocks[2].blank), "By night");
}

TEST_F(CompilerTest, PeopleHaveALabelOnlyWhereTheAuthorWantsOne) {
    const auto people = [&] {
        return compile(folder / "flood").value().library.papers.front().sections.front().blocks[1];
    };
    EXPECT_FALSE(people().has_text);
    replace("papers.yaml", "answer: boat}", "answer: boat, label: true}");
    expect_fault("papers.yaml:7:", "no text 'field.sheet.boat'");
    add_text("field.sheet.boat", "Our boat", "Nuestro bote");
    ASSERT_EQ(faults(), std::vector<std::string>{});
    EXPECT_TRUE(people().has_text);
}

TEST_F(CompilerTest, ANumberThatIsNotGroupedIsWrittenAsItsDigits) {
    for (const int digits : {1, 2, 9, 20}) {
        const auto range = "digits: 1-" + std::to_string(digits);
        replace("interview.yaml", "kind: person, longest: 40", "kind: number, " + range);
        replace("papers.yaml", "persons: {id: boat, answer: boat}", "field: {id: boat, answers: [boat]}");
        if (digits == 1) add_text("field.sheet.boat", "Our boat", "Nuestro bote");
        ASSERT_EQ(faults(), std::vector<std::string>{}) << digits;
        const auto library = compile(folder / "flood").value().library;
        const std::string typed = std::string("98765432109876543210").substr(0, static_cast<std::size_t>(digits));
        const auto& boat = library.question(library.find_question("boat").value());
        EXPECT_EQ(view(format_number(boat, typed)), "\u2066\u200E" + typed + "\u2069");
        replace("interview.yaml", "kind: number, " + range, "kind: person, longest: 40");
        replace("papers.yaml", "field: {id: boat, answers: [boat]}", "persons: {id: boat, answer: boat}");
    }
}

// Longer words than these once filled the stack of what looks for them.
TEST_F(CompilerTest, ATextThatIsTooLongIsRefusedBeforeItIsLookedAt) {
    const std::string word(2001, 'a');
    replace("languages/en.po", "Is your home near the river?", word);
    expect_fault("languages/en.po:12: ", "a text of more than 2,000 bytes; write less, or divide it");
    replace("languages/en.po", word, "Is your home near the river?");
    replace("interview.yaml", "near: water is yes", "near: water is yes or water is " + word);
    expect_fault("interview.yaml:2: ", "a text of more than 2,000 bytes; write less, or divide it");
}

TEST_F(CompilerTest, AnEscapeThatMakesNoLetterIsRefused) {
    replace("languages/en.po", "Is your home near the river?", "Is your home near the \\202iver?");
    expect_fault("languages/en.po:12: ", "an escape such as \\202 that makes no letter; write the letter itself");
}

struct Spoiled {
    const char* name;
    const char* file;
    const char* from;
    const char* to;
    const char* place;
    const char* told;
};
void PrintTo(const Spoiled& spoiled, std::ostream* out) {
    *out << spoiled.name;
}

class SpoiledPack : public CompilerTest, public testing::WithParamInterface<Spoiled> {};

TEST_P(SpoiledPack, IsRefusedWithFileLineAndRemedy) {
    const auto& spoiled = GetParam();
    replace(spoiled.file, spoiled.from, spoiled.to);
    expect_fault(spoiled.place, spoiled.told);
}

INSTANTIATE_TEST_SUITE_P(
    Faults, SpoiledPack,
    testing::Values(
        Spoiled{"UnknownQuestion", "interview.yaml", "near: water is yes", "near: rain is yes",
                "interview.yaml:2:", "expected a question that is asked above, or a named condition, found 'rain'"},
        Spoiled{"UnknownOption", "advice.yaml", "near or water is skipped", "water is perhaps",
                "advice.yaml:5:", "expected an option of water, found 'perhaps'"},
        Spoiled{"UnknownSection", "advice.yaml", "papers: [sheet.first]", "papers: [sheet.second]",
                "advice.yaml:6:", "no section 'sheet.second'"},
        Spoiled{"UnknownAnswer", "papers.yaml", "answer: boat", "answer: ship", "papers.yaml:7:", "no question 'ship'"},
        Spoiled{"UnknownKey", "advice.yaml", "wording: do", "wordings: do", "advice.yaml:4:", "unknown key 'wordings'"},
        Spoiled{"LaterQuestion", "interview.yaml", "kind: choice\n", "kind: choice\n    when: boat is answered\n",
                "interview.yaml:6:", "'boat'"},
        Spoiled{"UnreachableQuestion", "interview.yaml", "near or water is skipped", "water is yes and water is no",
                "interview.yaml:10:", "can never be asked"},
        Spoiled{"UnreachableAdvice", "advice.yaml", "near or water is skipped", "near and water is skipped",
                "advice.yaml:1:", "can never be said on sheet"},
        Spoiled{"NoPaper", "advice.yaml", "papers: [sheet.first, about_water.all]", "papers: []",
                "advice.yaml:7:", "is on no paper"},
        Spoiled{"NoSource", "advice.yaml", "  source: river_book\n", "", "advice.yaml:1:", "'source' is missing"},
        Spoiled{"UnknownSource", "advice.yaml", "river_book", "rumour",
                "advice.yaml:3:", "names no source of sources.yaml: 'rumour'; it has river_book"},
        Spoiled{"AValueThatIsEmpty", "pack.yaml", "1-800-555-0199", "\"\"",
                "pack.yaml:", "is empty; write it, or take it out"},
        Spoiled{"AValueWithABrace", "pack.yaml", "1-800-555-0199", "\"{help}\"", "pack.yaml:", "has a brace"},
        Spoiled{"AValueInTwoLines", "pack.yaml", "1-800-555-0199", "\"1\\n2\"", "pack.yaml:", "U+000A"},
        Spoiled{"ALanguageWithoutAName", "languages.yaml", "name: Español", "name: \" \"",
                "languages.yaml:", "write the language's own name"},
        Spoiled{"ATranslationOfDots", "languages/es.po", "Lleve sus animales con usted.", "...",
                "languages/es.po:", "has no words; translate it"},
        Spoiled{"TwiceTheSameAdvice", "advice.yaml", "call-first", "go-uphill", "advice.yaml:7:", "is defined twice"},
        Spoiled{"MissingEnglish", "languages/en.po", "msgctxt \"question.boat\"", "msgctxt \"question.ship\"",
                "interview.yaml:10:", "no text 'question.boat'"},
        Spoiled{"UnusedText", "languages/en.po", "msgctxt \"question.boat\"",
                "msgctxt \"question.ship\"\nmsgid \"Who?\"\nmsgstr \"\"\n\nmsgctxt \"question.boat\"",
                "languages/en.po:", "nothing uses the text 'question.ship'"},
        Spoiled{"MissingTranslation", "languages/es.po", "msgstr \"¿Quién tiene un bote?\"", "msgstr \"\"",
                "languages/es.po:", "is not translated"},
        Spoiled{"StaleTranslation", "languages/es.po", "msgid \"Who has a boat?\"", "msgid \"Who has a ship?\"",
                "languages/es.po:", "translated from different English"},
        Spoiled{"FuzzyTranslation", "languages/es.po", "msgctxt \"question.boat\"",
                "#, fuzzy\nmsgctxt \"question.boat\"", "languages/es.po:", "marked fuzzy"},
        Spoiled{"LostPlaceholder", "languages/es.po", "del río: {river_line}\"", "del río\"",
                "languages/es.po:", "has placeholders none; the English has {river_line}"},
        Spoiled{"UnknownPlaceholder", "pack.yaml",
                "river_line:", "lake_line:", "languages/en.po:", "unknown placeholder {river_line}"},
        Spoiled{"OtherDigits", "languages/es.po", "llega a 2 escalones", "llega a 3 escalones",
                "languages/es.po:", "has the numbers 3; the English has 2"},
        Spoiled{"DigitsOfAnotherScript", "languages/es.po", "llega a 2 escalones", "llega a ٢ escalones",
                "languages/es.po:", "digits of another script"},
        Spoiled{"LocalLineOnNoPaper", "pack.yaml", "values:", "local_lines: [desk]\nvalues:", "papers.yaml:1:",
                "'desk' of pack.yaml is on no paper; add a block such as local: {line: desk}"},
        Spoiled{"LocalLineTwice", "pack.yaml",
                "values:", "local_lines: [desk, desk]\nvalues:", "pack.yaml:5:", "'desk' is defined twice"},
        Spoiled{"LocalLineOfTheEngine", "pack.yaml",
                "values:", "local_lines: [off]\nvalues:", "pack.yaml:5:", "cannot be called 'off'"},
        Spoiled{"LocalLineInCapitals", "pack.yaml",
                "values:", "local_lines: [Night desk]\nvalues:", "pack.yaml:5:", "use a-z, 0-9 and _"},
        Spoiled{"UnknownLocalLine", "papers.yaml", "persons: {id: boat, answer: boat}", "local: {line: desk}",
                "papers.yaml:7:", "no local line 'desk'; pack.yaml names none under local_lines"},
        Spoiled{"NumberWithoutEnd", "interview.yaml", "kind: person, longest: 40", "kind: number, digits: 7-900000000",
                "interview.yaml:10:", "'digits' must be a range such as 7-9, up to 20"},
        Spoiled{"NumberThatEndsBelowNothing", "interview.yaml", "kind: person, longest: 40",
                "kind: number, digits: 7--9", "interview.yaml:10:", "'digits' must be a range"},
        Spoiled{"ALikelyCountryThatThereIsNot", "interview.yaml", "kind: person, longest: 40",
                "kind: country, likely: [MX, XX]",
                "interview.yaml:10:", "no country 'XX' in countries.yaml; write its two letters"},
        Spoiled{"ACountryThatIsLikelyTwice", "interview.yaml", "kind: person, longest: 40",
                "kind: country, likely: [MX, GT, MX]", "interview.yaml:10:", "'MX' is likely twice; take one out"},
        Spoiled{"ALikelyCountryOfNoCountry", "interview.yaml", "kind: person, longest: 40",
                "kind: person, likely: [MX]", "interview.yaml:10:", "only a country has likely ones"},
        Spoiled{"NoSuchDay", "pack.yaml", "2026-03-09", "2026-02-30", "pack.yaml:3:", "must be a day"},
        Spoiled{"UnknownKeyboard", "languages.yaml", "latin_spanish", "cuneiform", "", "no keyboard 'cuneiform'"},
        Spoiled{"NotYaml", "papers.yaml", "papers:", "papers: [", "papers.yaml:", "not YAML"},
        Spoiled{"Tabs", "papers.yaml", "    sections:", "\tsections:", "papers.yaml:", "indent with spaces"},
        Spoiled{"NoDirection", "languages.yaml", "direction: ltr, keyboard: latin_spanish", "keyboard: latin_spanish",
                "languages.yaml:2:", "'direction' is missing; it is ltr or rtl"},
        Spoiled{"AnotherCharset", "languages/es.po", "charset=UTF-8", "charset=ISO-8859-1",
                "languages/es.po:1:", "save the file as UTF-8"},
        Spoiled{"TwiceTheSameText", "languages/es.po", "msgctxt \"question.boat\"", "msgctxt \"question.water\"",
                "languages/es.po:", "'question.water'"},
        Spoiled{"PersonsOfNoPerson", "papers.yaml", "answer: boat", "answer: water",
                "papers.yaml:7:", "'water' does not ask for a person; print it in a field"},
        Spoiled{"PlacedTwice", "advice.yaml", "papers: [sheet.first, about_water.all]",
                "papers: [sheet.first, about_water.all, sheet.first]",
                "advice.yaml:11:", "'call-first' is on sheet.first twice; join the conditions with 'or'"},
        Spoiled{"AnswerThatNothingUses", "papers.yaml", "          - persons: {id: boat, answer: boat}\n", "",
                "interview.yaml:10:", "nothing uses the answer of 'boat'"},
        Spoiled{"ConditionThatNothingUses", "interview.yaml", "  near: water is yes\n",
                "  near: water is yes\n  far: water is no\n", "interview.yaml:3:", "nothing uses the condition 'far'"},
        Spoiled{"ValueThatNothingSays", "pack.yaml", "values:\n", "values:\n  bridge: 1-800-555-0100\n",
                "pack.yaml:6:", "no text uses the value {bridge}"},
        Spoiled{"OneFactTwice", "advice.yaml", "fact: W2", "fact: W1",
                "advice.yaml:7:", "'call-first' and 'go-uphill' both say W1 on sheet"},
        Spoiled{"UnclosedBrace", "languages/es.po", "¿Quién tiene un bote?", "¿Quién tiene un {bote?",
                "languages/es.po:", "has a '{' or '}' that is not part of a placeholder"},
        Spoiled{"UnclosedBraceInEnglish", "languages/en.po", "Who has a boat?", "Who has a {boat?",
                "languages/en.po:", "has a '{' or '}' that is not part of a placeholder"},
        Spoiled{"StaleTemplate", "languages/template.pot", "Who has a boat?", "Who has a ship?",
                "languages/template.pot:1:",
                "'question.boat' or the note above it differs from en.po and advice.yaml; run pocketplan-content"},
        Spoiled{"TemplateWithOtherWording", "advice.yaml", "wording: can", "wording: must", "languages/template.pot:1:",
                "'advice.call-first' or the note above it differs from en.po and advice.yaml"},
        Spoiled{"NoCommonFolder", "pack.yaml", "common: ../common", "common: ../uncommon",
                "pack.yaml:4:", "'common' names the folder of the common texts"},
        Spoiled{"NotPo", "languages/es.po", "msgid \"Who", "msgid Who", "languages/es.po:", "msgfmt"}),
    [](const auto& spoiled) { return std::string(spoiled.param.name); });

TEST_F(CompilerTest, AFileThatWasCutOffIsRefusedWhereverItWasCut) {
    const auto file = folder / "flood" / "languages" / "es.po";
    const auto whole = read(file);
    for (std::size_t at = whole.size() - 2; at > whole.size() / 3; at -= 97) {
        std::ofstream(file, std::ios::binary | std::ios::trunc) << whole.substr(0, at);
        expect_fault("languages/es.po:", "");
    }
}

TEST_F(CompilerTest, AFileThatCannotBeReadIsToldOfAlone) {
    for (const char* name : {"pack.yaml", "languages.yaml", "sources.yaml", "interview.yaml", "advice.yaml",
                             "papers.yaml", "../common/keyboards.yaml", "languages/en.po", "languages/es.po"}) {
        const auto file = folder / "flood" / name;
        const auto whole = read(file);
        const bool yaml = file.extension() == ".yaml";
        write(name, yaml ? "[{\n" + whole : whole + "\nmsgid \"\n");
        const auto told = faults();
        ASSERT_FALSE(told.empty()) << name;
        for (const auto& line : told) EXPECT_NE(line.find(file.filename().string() + ":"), std::string::npos) << line;
        EXPECT_LE(told.size(), yaml ? 1U : 3U) << testing::PrintToString(told);
        write(name, whole);
    }
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_F(CompilerTest, ATextThatSpeaksOfAnswersIsNotForSomebodyWhoGaveNone) {
    for (const char* file : {"languages/en.po", "languages/es.po", "languages/template.pot"}) {
        replace(file, "msgid \"If the water", "msgid \"You told us of a river. If the water");
    }
    expect_fault("languages/en.po:", "'advice.go-uphill' says 'you told us', and is printed for somebody who skipped");
    replace("advice.yaml", "when: near or water is skipped", "when: near");
    for (const auto& line : faults()) EXPECT_EQ(line.find("you told us"), std::string::npos) << line;
}

TEST_F(CompilerTest, ALanguageThatWasJustBegunIsToldInOneLineWithItsCounts) {
    auto spanish = read(folder / "flood/languages/es.po");
    for (auto at = spanish.find("\nmsgstr \"", 200); at != std::string::npos;
         at = spanish.find("\nmsgstr \"", at + 9)) {
        spanish.erase(at + 9, spanish.find('\n', at + 9) - at - 9);
        spanish.insert(at + 9, "\"");
    }
    write("languages/es.po", spanish);
    const auto told = faults();
    ASSERT_EQ(told.size(), 1U) << testing::PrintToString(told);
    EXPECT_TRUE(told.front().starts_with("languages/es.po:1: es: ")) << told.front();
    EXPECT_NE(told.front().find("(pack 0 of "), std::string::npos) << told.front();
    EXPECT_NE(told.front().find("write 'review: draft' in languages.yaml"), std::string::npos) << told.front();
}

TEST_F(CompilerTest, ADraftSaysTheEnglishWhereItHasNothingForIt) {
    replace("languages.yaml", "review: unreviewed", "review: draft");
    replace("languages/es.po", "msgstr \"¿Quién tiene un bote?\"", "msgstr \"\"");
    replace("languages/es.po", "msgctxt \"question.water\"", "#, fuzzy\nmsgctxt \"question.water\"");
    fs::remove(folder / "common/languages/es.po");
    const auto pack = compile(folder / "flood");
    ASSERT_TRUE(pack) << describe(pack.error());
    const auto spanish = pack->library.find_language("es").value();
    const LanguageIndex english{};
    for (const char* gap : {"question.boat", "question.water", "button.next", "country.GT"}) {
        EXPECT_EQ(pack->library.text(spanish, gap), pack->library.text(english, gap)) << gap;
    }
    EXPECT_NE(pack->library.text(spanish, "advice.go-uphill"), pack->library.text(english, "advice.go-uphill"));
    EXPECT_EQ(pack->library.language(spanish).plural_forms, pack->library.language(english).plural_forms);
    const auto& progress = pack->progress[1];
    EXPECT_EQ(progress.done[0], progress.all[0] - 2) << describe(progress);
    EXPECT_EQ(progress.done[1] + progress.done[2] + progress.done[3], 0) << describe(progress);
    EXPECT_GT(progress.all[3], 200) << "countries";
}

TEST_F(CompilerTest, ALanguageIsCalledByATag) {
    for (const char* part : {"flood", "common"}) {
        fs::copy(folder / part / "languages/es.po", folder / part / "languages/e s.po");
    }
    replace("languages.yaml", "tag: es", "tag: e s");
    expect_fault("languages.yaml:", "'e s' is not a language tag");
}

TEST_F(CompilerTest, ATagIsNoLongerThanTheKioskHasRoomFor) {
    const auto rename = [&](const std::string& from, const std::string& to) {
        for (const char* part : {"flood", "common"}) {
            const auto languages = folder / part / "languages";
            fs::rename(languages / (from + ".po"), languages / (to + ".po"));
        }
        replace("languages.yaml", "tag: " + from, "tag: " + to);
    };
    rename("es", "es-Latn-MX-x-ab");
    EXPECT_EQ(faults(), std::vector<std::string>{});
    rename("es-Latn-MX-x-ab", "es-Latn-MX-x-abc");
    expect_fault("languages.yaml:2:", "'es-Latn-MX-x-abc' is too long; write at most 15 characters");
}

TEST_F(CompilerTest, AMonthMayBeWrittenAsItsNumber) {
    const auto told = [&](const std::string& english, const std::string& translation) {
        return compiler::differences({english, translation, "Hans", false, true}, {});
    };
    EXPECT_THAT(told("As of December 2025", "截至 2025 年 12 月"), testing::IsEmpty());
    EXPECT_THAT(told("On March 5, 2026", "2026 年 3 月 5 日"), testing::IsEmpty());
    EXPECT_THAT(told("As of December 2025", "截至 2025 年 11 月"), testing::SizeIs(1));
    EXPECT_THAT(told("You may ask 2 people", "5 2"), testing::SizeIs(1)) << "no month";
}

TEST_F(CompilerTest, WhatADraftDoesSayIsHeldToTheRules) {
    replace("languages.yaml", "review: unreviewed", "review: draft");
    replace("languages/es.po", "llega a 2 escalones", "llega a 3 escalones");
    expect_fault("languages/es.po:", "has the numbers 3; the English has 2");
}

TEST_F(CompilerTest, TheSameFilesMakeTheSameContentByteForByte) {
    const auto built = [&](const fs::path& pack, const char* name) {
        EXPECT_TRUE(save_library(compile(pack).value().library, folder / name));
        return read(folder / name);
    };
    fs::copy(folder / "flood", folder / "elsewhere", fs::copy_options::recursive);
    EXPECT_EQ(built(folder / "flood", "one.db"), built(folder / "elsewhere", "two.db"));
}

TEST_F(CompilerTest, AMissingFileIsNamed) {
    fs::remove(folder / "flood" / "languages" / "es.po");
    expect_fault("languages/es.po:1:", "no such file");
    fs::remove(folder / "flood" / "advice.yaml");
    expect_fault("advice.yaml:1:", "no such file");
}

TEST_F(CompilerTest, ALanguageThatIsOffNeedsNoTexts) {
    fs::remove(folder / "flood" / "languages" / "es.po");
    replace("languages.yaml", "review: unreviewed}", "review: unreviewed, on: false}");
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_F(CompilerTest, EverythingWrongIsToldAtOnceInTheOrderOfTheFiles) {
    replace("advice.yaml", "sheet.first", "sheet.second");
    replace("pack.yaml", "2026-03-09", "soon");
    replace("languages/es.po", "2 escalones", "3 escalones");
    const auto told = faults();
    EXPECT_GE(told.size(), 3U);
    EXPECT_TRUE(std::is_sorted(told.begin(), told.end()) || told.size() > 9);
}

TEST_F(CompilerTest, ASourcesTitleAndAddressAreHeldToTheRulesOfAllWordsThatAreNotOurs) {
    replace("sources.yaml", "title: The river book", "title: \"The \\u202Eriver book\"");
    expect_fault("sources.yaml:1", "'title': character 5, U+202E, changes the direction of text; take it out");
    replace("sources.yaml", "\\u202E", "\\u00a0");
    replace("sources.yaml", "date: 2026-01-02", "url: \"river\\u200b.example\", date: 2026-01-02");
    expect_fault("sources.yaml:1", "'url': character 6, U+200B, is invisible; take it out");
    replace("sources.yaml", "\\u200b", "");
    const auto library = compile(folder / "flood");
    ASSERT_TRUE(library) << describe(library.error());
    EXPECT_EQ(library->library.sources.front().title, "The  river book") << "a no-break space is a space";
}

}  // namespace
}  // namespace pocketplan::content::compiler
