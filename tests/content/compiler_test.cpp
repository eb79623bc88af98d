#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>
#include <unistd.h>

#include "content/compiler/compile.h"
#include "content/phrase.h"

namespace pocketplan::content::compiler {
namespace {

namespace fs = std::filesystem;

const fs::path root = SOURCE_DIR;

// A copy of the tiny flood pack, for each test to spoil in one place.
class CompilerTest : public testing::Test {
protected:
    CompilerTest() {
        fs::create_directories(folder);
        fs::copy(root / "tests/content/flood", folder / "flood", fs::copy_options::recursive);
        fs::copy(root / "content/common", folder / "common", fs::copy_options::recursive);
        replace("pack.yaml", "../../../content/common", "../common");
    }
    ~CompilerTest() override { fs::remove_all(folder); }

    static std::string read(const fs::path& file) {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    void replace(const std::string& name, const std::string& from, const std::string& to) const {
        const auto file = folder / "flood" / name;
        auto text = read(file);
        const auto at = text.find(from);
        ASSERT_NE(at, std::string::npos) << name << " has no " << from;
        text.replace(at, from.size(), to);
        std::ofstream(file, std::ios::binary) << text;
    }
    // Adds a text of one line in each of the pack's languages.
    void add_text(const std::string& id, const std::string& english, const std::string& spanish) const {
        const auto add = [&](const char* tag, const std::string& translation) {
            std::ofstream(folder / "flood/languages" / (std::string(tag) + ".po"), std::ios::app)
                << "\nmsgctxt \"" << id << "\"\nmsgid \"" << english << "\"\nmsgstr \"" << translation << "\"\n";
        };
        add("en", "");
        add("es", spanish);
    }
    // The faults in the order told, as "file:line: message" below the pack's folder.
    [[nodiscard]] std::vector<std::string> faults() const {
        std::vector<std::string> lines;
        const auto library = compile(folder / "flood");
        if (library) return lines;
        const auto prefix = (folder / "flood").string() + "/";
        for (const auto& fault : library.error()) {
            auto line = describe(fault);
            if (line.starts_with(prefix)) line = line.substr(prefix.size());
            lines.push_back(std::move(line));
        }
        return lines;
    }
    void expect_fault(const std::string& place, const std::string& part) const {
        const auto told = faults();
        const bool found = std::any_of(told.begin(), told.end(), [&](const std::string& line) {
            return line.starts_with(place) && line.find(part) != std::string::npos;
        });
        EXPECT_TRUE(found) << place << " ... " << part << "\ntold: " << testing::PrintToString(told);
    }

    fs::path folder = fs::temp_directory_path() / ("compiler_test." + std::to_string(::getpid()));
};

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
        EXPECT_EQ(view(format_number(boat, typed)), "\u2066" + typed + "\u2069");
        replace("interview.yaml", "kind: number, " + range, "kind: person, longest: 40");
        replace("papers.yaml", "field: {id: boat, answers: [boat]}", "persons: {id: boat, answer: boat}");
    }
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
        Spoiled{"UnknownSource", "advice.yaml", "river_book", "rumour", "advice.yaml:1:", "names no source"},
        Spoiled{"TwiceTheSameAdvice", "advice.yaml", "call-first", "go-uphill", "advice.yaml:7:", "stands here twice"},
        Spoiled{"MissingEnglish", "languages/en.po", "msgctxt \"question.boat\"", "msgctxt \"question.ship\"",
                "interview.yaml:10:", "no text 'question.boat'"},
        Spoiled{"UnusedText", "languages/en.po", "msgctxt \"question.boat\"", "msgctxt \"question.ship\"",
                "languages/en.po:", "nothing uses the text 'question.ship'"},
        Spoiled{"MissingTranslation", "languages/es.po", "msgstr \"¿Quién tiene un bote?\"", "msgstr \"\"",
                "languages/es.po:", "is not translated"},
        Spoiled{"StaleTranslation", "languages/es.po", "msgid \"Who has a boat?\"", "msgid \"Who has a ship?\"",
                "languages/es.po:", "translated from other English"},
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
                "values:", "local_lines: [desk, desk]\nvalues:", "pack.yaml:5:", "'desk' stands here twice"},
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

TEST_F(CompilerTest, AMissingFileIsNamed) {
    fs::remove(folder / "flood" / "advice.yaml");
    expect_fault("advice.yaml:1:", "no such file");
    fs::remove(folder / "flood" / "languages" / "es.po");
    expect_fault("languages/es.po:1:", "no such file");
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
    expect_fault("sources.yaml:1", "'title': character 5, U+202E, steers the direction of text; take it out");
    replace("sources.yaml", "\\u202E", "\\u00a0");
    replace("sources.yaml", "date: 2026-01-02", "url: \"river\\u200b.example\", date: 2026-01-02");
    expect_fault("sources.yaml:1", "'url': character 6, U+200B, is invisible; take it out");
    replace("sources.yaml", "\\u200b", "");
    const auto library = compile(folder / "flood");
    ASSERT_TRUE(library) << describe(library.error());
    EXPECT_EQ(library->sources.front().title, "The  river book") << "a no-break space is a space";
}

}  // namespace
}  // namespace pocketplan::content::compiler
