// update-po: what an author changes reaches every translation, and nothing a translator wrote is lost.

#include "content/compiler/update_po.h"

#include "tests/content/flood_copy.h"
#include "tests/support/process.h"

namespace pocketplan::content::compiler {
namespace {

class UpdatePo : public FloodCopy {
protected:
    std::vector<std::string> update() const {
        const auto changed = update_po(folder / "flood", {2026, 11, 26});
        EXPECT_TRUE(changed) << describe(changed.error());
        return changed.value_or(std::vector<std::string>{});
    }
    [[nodiscard]] std::string spanish() const { return read(folder / "flood/languages/es.po"); }
    // Changes the source language only; the template is then out of date.
    void say(const std::string& from, const std::string& to) const { replace("languages/en.po", from, to); }
};

TEST_F(UpdatePo, ChangesNothingThatIsUpToDate) {
    EXPECT_EQ(update(), std::vector<std::string>{});
}

TEST_F(UpdatePo, AChangedTextKeepsItsTranslationMarkedAndTheOldEnglishBesideIt) {
    say("Who has a boat?", "Can somebody row you over?");
    EXPECT_EQ(update().size(), 2U) << "the template and the Spanish";
    EXPECT_NE(spanish().find("#, fuzzy\n#| msgid \"Who has a boat?\"\nmsgctxt \"question.boat\"\n"
                             "msgid \"Can somebody row you over?\"\nmsgstr \"¿Quién tiene un bote?\"\n"),
              std::string::npos)
        << spanish();
    expect_fault("languages/es.po:", "'question.boat' is marked fuzzy");
    say("Can somebody row you over?", "Can somebody row you across?");
    update();
    EXPECT_NE(spanish().find("#| msgid \"Who has a boat?\""), std::string::npos)
        << "what the translation was made from, not what stood between";
    EXPECT_EQ(update(), std::vector<std::string>{});
}

TEST_F(UpdatePo, ANewTextIsThereEmptyAndOneThatIsGoneIsKeptAside) {
    write("languages/en.po",
          read(folder / "flood/languages/en.po") + "\nmsgctxt \"question.dog\"\nmsgid \"A dog?\"\nmsgstr \"\"\n");
    update();
    EXPECT_NE(spanish().find("msgctxt \"question.dog\"\nmsgid \"A dog?\"\nmsgstr \"\"\n"), std::string::npos);
    const auto english = read(folder / "flood/languages/en.po");
    write("languages/en.po", english.substr(0, english.find("\nmsgctxt \"question.dog\"")));
    update();
    EXPECT_EQ(spanish().find("question.dog"), std::string::npos) << "nothing was translated";
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_F(UpdatePo, ATextWhoseIdChangedKeepsItsTranslation) {
    say("msgctxt \"question.boat\"", "msgctxt \"question.ship\"");
    update();
    EXPECT_NE(
        spanish().find("msgctxt \"question.ship\"\nmsgid \"Who has a boat?\"\nmsgstr \"¿Quién tiene un bote?\"\n"),
        std::string::npos)
        << spanish();
}

TEST_F(UpdatePo, ANoteSaysWhatATranslationMustKeep) {
    replace("advice.yaml", "wording: can", "wording: \"'can', never 'must'\"");
    update();
    const std::string noted = "#. W2; wording: 'can', never 'must'\nmsgctxt \"advice.call-first\"";
    for (const char* file : {"en.po", "es.po", "template.pot"}) {
        EXPECT_NE(read(folder / "flood/languages" / file).find(noted), std::string::npos) << file;
    }
    const auto common = read(folder / "common/languages/template.pot");
    for (const char* part : {"#. For visitors\nmsgctxt \"button.next\"", "#. For staff\nmsgctxt \"staff.title\"",
                             "#. Countries\nmsgctxt \"country.GT\""}) {
        EXPECT_NE(common.find(part), std::string::npos) << part;
    }
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_F(UpdatePo, EveryHeaderHasWhatGettextAsksFor) {
    for (const char* file : {"languages/es.po", "languages/template.pot"}) {
        const auto checked = tests::run({"msgfmt", "--check", "-o", "/dev/null", (folder / "flood" / file).string()});
        EXPECT_EQ(checked.status, 0) << checked.err;
        EXPECT_EQ(checked.err, "") << file;
    }
    replace("languages/es.po", "\"Last-Translator: none named\\n\"\n",
            "\"Last-Translator: Ana <ana@example.org>\\n\"\n");
    update();
    EXPECT_NE(spanish().find("Ana <ana@example.org>"), std::string::npos) << "what a translator wrote stays";
}

TEST_F(UpdatePo, AFileThatCannotBeReadIsToldOfAndNothingIsWritten) {
    const auto before = spanish();
    say("Who has a boat?", "Who has a ship?");
    write("languages/es.po", before + "msgid \"\n");
    const auto changed = update_po(folder / "flood", {2026, 11, 26});
    ASSERT_FALSE(changed);
    EXPECT_NE(describe(changed.error()).find("es.po:"), std::string::npos) << describe(changed.error());
    EXPECT_EQ(spanish(), before + "msgid \"\n");
    EXPECT_EQ(read(folder / "flood/languages/template.pot").find("ship"), std::string::npos);
}

}  // namespace
}  // namespace pocketplan::content::compiler
