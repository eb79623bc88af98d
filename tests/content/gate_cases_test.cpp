// Single faults that real authors and translators made, from other programs' issue trackers; each once got past the
// gate, or crashed it.

#include <regex>
#include <sstream>

#include "tests/content/gate.h"

namespace pocketplan::content::compiler {
namespace {

class GateCases : public GateTest {
protected:
    GateCases() {
        std::string kept;
        for (const char* tag : {"en", "es", "fr"}) kept += language(tag);
        write(pack() / "languages.yaml", kept);
    }

    static std::string language(const std::string& tag) {
        std::smatch line;
        const std::string all = read(root / "content/check-in/languages.yaml");
        return std::regex_search(all, line, std::regex("- \\{tag: " + tag + ",.*\n")) ? line.str() : "";
    }
    // The line where `from` was, and is now `to`; valid until the next change of that file.
    int change(const std::string& file, const std::string& from, const std::string& to) const {
        auto text = read(folder_ / file);
        const auto at = text.find(from);
        EXPECT_NE(at, std::string::npos) << file << " has no " << from;
        if (at == std::string::npos) return 0;
        write(folder_ / file, text.replace(at, from.size(), to));
        return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    }
    // Appends words to the translation of a text; returns the line of its msgctxt.
    int add_to(const std::string& tag, const std::string& id, const std::string& words) const {
        const std::string file = "check-in/languages/" + tag + ".po";
        const auto text = read(folder_ / file);
        std::smatch found;
        const std::regex message("msgctxt \"" + id + "\"\nmsgid .*\nmsgstr .*(?=\"\n)");
        EXPECT_TRUE(std::regex_search(text, found, message)) << id;
        return change(file, found.str(), found.str() + words);
    }
    void expect_fault(const std::string& file, int line, const std::string& told) const {
        const std::string place = (folder_ / file).string() + ":" + std::to_string(line) + ": ";
        const std::string all = faults();
        std::smatch found;
        bool is_there = false;
        std::istringstream lines(all);
        for (std::string one; std::getline(lines, one);) {
            is_there = is_there || (one.starts_with(place) && one.find(told) != std::string::npos);
        }
        EXPECT_TRUE(is_there) << place << " ... " << told << "\ntold:\n" << all;
    }
};

TEST_F(GateCases, TheThreeLanguagesAreGoodAsTheyAre) {
    EXPECT_EQ(faults(), "");
}

TEST_F(GateCases, AKeyThatStandsTwiceIsRefused) {
    const int line =
        change("check-in/sources.yaml", "- {id: asap,", "- {expires: 2027-12-31, expires: 2026-12-31, id: asap,");
    expect_fault("check-in/sources.yaml", line, "the key 'expires' is defined twice");
    const int when = change("check-in/advice.yaml", "  when: ", "  when: never\n  when: ");
    expect_fault("check-in/advice.yaml", when + 1,
                 "the key 'when' is defined twice, first in line " + std::to_string(when));
}

TEST_F(GateCases, ASecondDocumentIsRefused) {
    auto text = read(pack() / "advice.yaml");
    const auto lines = static_cast<int>(std::count(text.begin(), text.end(), '\n'));
    write(pack() / "advice.yaml", text + "---\n- {id: lost, fact: F99, source: nowhere}\n");
    expect_fault("check-in/advice.yaml", lines + 1, "a second document begins here");
}

TEST_F(GateCases, ATagThatIsNoLanguageOfThePackIsRefused) {
    for (const char* tag : {"ES", "sp", "es-MX", "es ", "spanish", "<<"}) {
        for (const std::string file : {"check-in/never.yaml", "check-in/languages/glossary.yaml"}) {
            const auto good = read(folder_ / file);
            const int line = change(file, "\n  es: ", "\n  \"" + std::string(tag) + "\": ") + 1;
            expect_fault(file, line, "the pack has no language '" + std::string(tag) + "'; it has ");
            write(folder_ / file, good);
        }
    }
}

TEST_F(GateCases, AnIconThatNobodyDrawsIsRefused) {
    const int line = change("check-in/interview.yaml", "icon: ", "icon: not_");
    expect_fault("check-in/interview.yaml", line, "unknown icon 'not_");
}

TEST_F(GateCases, ForbiddenSentencesAreFoundInOtherSpellings) {
    const auto spanish = read(pack() / "languages/es.po");
    for (const char* words : {"Usted está\u00A0a\u00A0salvo.", "USTED ESTÁ A SALVO.", "Usted esta\u0301 a salvo.",
                              "usted\u200Bestá a sal\u00ADvo", "ＵＳＴＥＤ está a salvo", "Usted, está: ¡a salvo!",
                              "USTED ESTA A SALVO", "U s t e d está a salvo"}) {
        const int line = add_to("es", "paper.log.note", std::string(" ") + words);
        expect_fault("check-in/languages/es.po", line, "says 'usted está a salvo', which is never to be printed");
        write(pack() / "languages/es.po", spanish);
    }
    const int line = add_to("fr", "paper.steps.note", " Vous êtes en\u00A0sécurité.");
    expect_fault("check-in/languages/fr.po", line, "says 'vous êtes en sécurité', which is never to be printed");
}

TEST_F(GateCases, OnlyALineThatSaysSameAndNothingElseMeansIt) {
    const std::string file = "check-in/languages/es.po";
    const auto good = read(folder_ / file);
    std::smatch found;
    const std::regex message("(msgctxt \"paper.log.note\"\nmsgid (\".*\")\nmsgstr ).*");
    ASSERT_TRUE(std::regex_search(good, found, message));
    const auto with = [&](const std::string& comment) {
        auto text = good;
        const auto at = static_cast<std::size_t>(found.position());
        write(folder_ / file, text.replace(at, found.str().size(), comment + found[1].str() + found[2].str()));
        return faults();
    };
    for (const char* comment :
         {"", "# TODO not the same as paper.steps.note, still to translate\n", "# same?\n", "# Same\n",
          "# not\n# the same\n", "# same word, but\n", "#. same\n", "#, same\n", "#: same\n"}) {
        EXPECT_NE(with(comment).find("'paper.log.note' is still in English"), std::string::npos) << comment;
    }
    for (const char* comment :
         {"# same\n", "#same\n", "#   same  \n", "# read by two\n# same\n", "# same\n# read by two\n"}) {
        EXPECT_EQ(with(comment), "") << comment;
    }
}

TEST_F(GateCases, WhatTurnsOrMarksUpATextIsRefused) {
    const auto good = read(pack() / "languages/es.po");
    const int turned = add_to("es", "paper.steps", " \u202Epasos\u202C");
    expect_fault("check-in/languages/es.po", turned,
                 "has an invisible bidi embedding or override (U+202E); take it out");
    write(pack() / "languages/es.po", good);
    const int marked = add_to("es", "paper.log.note", "&nbsp;&quot;hoy&quot;");
    expect_fault("check-in/languages/es.po", marked, "has the HTML entity '&nbsp;'; write the character itself");
    write(pack() / "languages/es.po", good);
    add_to("es", "paper.log.note", " \u2066A & B\u2069 < x > y");
    EXPECT_EQ(faults().find("paper.log.note"), std::string::npos)
        << "pairs of isolates, and signs that mark nothing up";
}

TEST_F(GateCases, NamesOfAnAuthorAreNoPatterns) {
    const auto good = read(pack() / "pack.yaml");
    for (const std::string name : {"ACLU (NYC", "a|b", "C++", "[x", "*x", "(?!x)", "\\1", "x{2}", "^x$", "x\\"}) {
        change("check-in/pack.yaml", "keep: [", "keep: ['" + name + "', ");
        EXPECT_EQ(faults(), "") << name;
        write(pack() / "pack.yaml", good);
    }
    for (const std::string name : {"", " ", "[", "*", "\\", "^$", "."}) {
        const int line = change("check-in/pack.yaml", "keep: [", "keep: ['" + name + "', ");
        expect_fault("check-in/pack.yaml", line, "expected a name that every language keeps");
        write(pack() / "pack.yaml", good);
    }
}

TEST_F(GateCases, AKeyboardHasNoRowWithoutKeys) {
    for (const char* row : {"\"\"", "\"  \""}) {
        const auto good = read(folder_ / "common/keyboards.yaml");
        const int line = change("common/keyboards.yaml", "    - [\"", "    - [" + std::string(row) + ", \"");
        expect_fault("common/keyboards.yaml", line, "this row has no keys");
        write(folder_ / "common/keyboards.yaml", good);
    }
}

TEST_F(GateCases, AKeyIsComposedAsAllTextsAreAndTypesAllOfIt) {
    change("common/keyboards.yaml", "    - [\"", "    - [\"\u09DC e\u0301 ");
    change("common/keyboards.yaml", "alphabet: \"", "alphabet: \"\u09DC e\u0301 á í ó ú ñ ü ç è ê ");
    const auto compiled = compile(pack());
    ASSERT_TRUE(compiled) << describe(compiled.error());
    const auto& row = compiled->library.keyboards.front().layers.front().front();
    EXPECT_EQ(row[0], "\u09A1\u09BC") << "NFC takes this one apart";
    EXPECT_EQ(row[1], "\u00E9");
}

TEST_F(GateCases, HeadersAreReadAsTranslationToolsWriteThem) {
    change("check-in/languages/es.po", "charset=UTF-8", "charset=utf-8");
    change("check-in/languages/fr.po", "charset=UTF-8", "charset=Utf-8");
    EXPECT_EQ(faults(), "");
    auto text = read(folder_ / "common/languages/es.po");
    text = std::regex_replace(
        text, std::regex("Plural-Forms: .*\n"),
        "Plural-Forms: nplurals=3; plural=(n == 1) ? 0 : ((n != 0 && n % 1000000 == 0) ? 1 : 2);\\n\"\n");
    text = std::regex_replace(text, std::regex("msgstr\\[1\\] (\".*\")\n"), "msgstr[1] $1\nmsgstr[2] $1\n");
    write(folder_ / "common/languages/es.po", text);
    EXPECT_EQ(faults(), "");
}

TEST_F(GateCases, APoFileInAnotherEncodingIsRefusedWithItsLine) {
    auto text = read(pack() / "languages/es.po");
    const auto at = text.find("\u00E9");
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    write(pack() / "languages/es.po", text.replace(at, 2, "\xE9"));
    expect_fault("check-in/languages/es.po", static_cast<int>(line), "is not UTF-8 (found the byte 0xE9)");
}

TEST_F(GateCases, LettersInTwoPiecesAreStoredAsOne) {
    const auto whole = compile(pack());
    ASSERT_TRUE(whole);
    change("check-in/languages/es.po", "Qué", "Que\u0301");
    change("check-in/never.yaml", "está a salvo", "esta\u0301 a salvo");
    const auto pieces = compile(pack());
    ASSERT_TRUE(pieces) << describe(pieces.error());
    EXPECT_EQ(pieces->library.languages[1].texts, whole->library.languages[1].texts);
}

TEST_F(GateCases, ATextOfCommonThatTheEnglishLacksIsRefused) {
    auto text = read(folder_ / "common/languages/es.po");
    write(folder_ / "common/languages/es.po", text + "\nmsgctxt \"button.old\"\nmsgid \"Old\"\nmsgstr \"Viejo\"\n");
    EXPECT_NE(faults().find("nothing uses the text 'button.old'; take it out"), std::string::npos);
}

}  // namespace
}  // namespace pocketplan::content::compiler
