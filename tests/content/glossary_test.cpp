#include "content/glossary.h"

#include <gtest/gtest.h>

namespace pocketplan::content {
namespace {

Language speaking(const std::string& tag, const std::string& script, std::vector<Term> glossary) {
    Language language;
    language.tag = tag;
    language.script = script;
    language.glossary = std::move(glossary);
    return language;
}

std::string glossed(Glosser& glosser, std::string_view text) {
    return std::string(view(glosser.gloss(text)));
}

TEST(Glossary, PutsTheEnglishBehindATermOnceAPaper) {
    const auto spanish = speaking("es", "Latn", {{"check-in", {"cita"}}, {"lawyer", {"abogad"}}});
    Glosser glosser(spanish);
    EXPECT_EQ(glossed(glosser, "Vaya a su cita."), "Vaya a su cita (\u2066check-in\u2069).");
    EXPECT_EQ(glossed(glosser, "Su cita y su abogada"), "Su cita y su abogada (\u2066lawyer\u2069)");
    EXPECT_EQ(glossed(glosser, "Una cita, un abogado"), "Una cita, un abogado");
    Glosser another(spanish);
    EXPECT_NE(glossed(another, "Citas").find("check-in"), std::string::npos) << "at the beginning of a sentence too";
}

TEST(Glossary, MeansTheLongerOfTwoTermsThatShareLetters) {
    const auto language = speaking("fr", "Latn", {{"officer", {"agent"}}, {"ICE officer", {"agent de l’ICE"}}});
    Glosser glosser(language);
    EXPECT_EQ(glossed(glosser, "Un agent de l’ICE"), "Un agent de l’ICE (\u2066ICE officer\u2069)");
}

TEST(Glossary, FindsWordsThatStandWithoutSpaces) {
    const auto chinese = speaking("zh-Hans", "Hans", {{"lawyer", {"律师"}}});
    Glosser glosser(chinese);
    EXPECT_EQ(glossed(glosser, "请问律师吧"), "请问律师 (\u2066lawyer\u2069)吧");
}

TEST(Glossary, LeavesATextWithoutTermsAsItIs) {
    const auto language = speaking("es", "Latn", {{"check-in", {"cita"}}});
    Glosser glosser(language);
    EXPECT_EQ(glossed(glosser, "Coma bien."), "Coma bien.");
    EXPECT_EQ(glossed(glosser, ""), "");
}

}  // namespace
}  // namespace pocketplan::content
