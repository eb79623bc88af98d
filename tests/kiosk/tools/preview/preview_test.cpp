// pocketplan-preview and pocketplan-content from the outside: files, exit status, one line of error.

#include "tests/kiosk/tools/preview/preview_test.h"

#include <iterator>

#include <nlohmann/json.hpp>

namespace pocketplan {
namespace {

namespace fs = std::filesystem;
using tests::PreviewTest;
using tests::run;

TEST_F(PreviewTest, WritesAPdfAPaperThePlanAndWhatIsOnIt) {
    EXPECT_EQ(preview(write(R"({"appointment": "ice_office", "child": "yes", "situation": ["moving"]})")).status, 0);
    EXPECT_EQ(written(), (std::vector<std::string>{"card.pdf", "family.pdf", "log.pdf", "packing.pdf", "plan.json",
                                                   "plan.pdf", "steps.pdf", "trusted.pdf"}));
    std::ifstream in(folder / "out" / "plan.json");
    const auto plan = nlohmann::json::parse(in);
    EXPECT_EQ(plan["content"]["date"], "2025-12-11");
    EXPECT_EQ(plan["papers"]["card"][0]["fact"], "F26");
    EXPECT_TRUE(plan["papers"]["card"][0]["id"].is_string());
}

TEST_F(PreviewTest, PrintsLetterOrA4InTheLanguageAskedFor) {
    const auto answers = write(R"({"language": "es"})");
    EXPECT_EQ(preview(answers, {"--paper", "a4", "--language", "ar"}).status, 0);
    EXPECT_NE(run({"pdfinfo", (folder / "out/card.pdf").string()}).out.find("A4"), std::string::npos);
    EXPECT_NE(run({"pdftotext", (folder / "out/card.pdf").string(), "-"}).out.find("ورقة"), std::string::npos);
    EXPECT_EQ(preview(answers).status, 0);
    EXPECT_NE(run({"pdfinfo", (folder / "out/card.pdf").string()}).out.find("letter"), std::string::npos);
    EXPECT_NE(run({"pdftotext", (folder / "out/card.pdf").string(), "-"}).out.find("A quién llamar"),
              std::string::npos);
}

TEST_F(PreviewTest, PrintsACentresOwnLinesInTheirPlaceAndLeavesOutWhatItSwitchedOff) {
    std::ofstream(folder / "local.yaml")
        << "legal_help:\n  - {name: Legal Aid of Ourtown, phone: \"1-800-555-0100\"}\noff: [X3]\n";
    EXPECT_EQ(preview(write("{}"), {"--local", (folder / "local.yaml").string()}).status, 0);
    const auto steps = run({"pdftotext", (folder / "out/steps.pdf").string(), "-"}).out;
    EXPECT_NE(steps.find("Legal Aid of Ourtown"), std::string::npos);
    EXPECT_NE(steps.find("1-800-555-0100"), std::string::npos);
    EXPECT_EQ(run({"pdftotext", (folder / "out/trusted.pdf").string(), "-"}).out.find("1-888-351-4024"),
              std::string::npos);
    std::ifstream in(folder / "out/plan.json");
    EXPECT_EQ(nlohmann::json::parse(in).dump().find("X3"), std::string::npos);
}

TEST_F(PreviewTest, PrintsAnyPackByItsFileWithTheLinesThatItNames) {
    std::ofstream(folder / "local.yaml") << "county_alerts:\n  - {name: Alert Ourtown, phone: \"555-0100\"}\n";
    EXPECT_EQ(wildfire("{}", {"--local", (folder / "local.yaml").string()}).status, 0);
    const auto ready = run({"pdftotext", (folder / "out/ready.pdf").string(), "-"}).out;
    EXPECT_NE(ready.find("Alerts here"), std::string::npos);
    EXPECT_NE(ready.find("Alert Ourtown"), std::string::npos);
    EXPECT_EQ(ready.find("Alerts here: ask the staff"), std::string::npos) << "no lines to write on beside it";
    const auto steps = run({"pdftotext", (folder / "out/steps.pdf").string(), "-"}).out;
    EXPECT_NE(steps.find("A place to stay: ask the staff"), std::string::npos) << "a line that nobody filled in";
}

TEST_F(PreviewTest, ALineOfAnotherPackIsRefusedByName) {
    std::ofstream(folder / "local.yaml") << "legal_help:\n  - {name: Legal Aid, phone: \"555-0100\"}\n";
    expect_refused(wildfire("{}", {"--local", (folder / "local.yaml").string()}), "unknown key 'legal_help'");
}

TEST_F(PreviewTest, ALabelStandsBeforeThePersonOrTheLineForOne) {
    const auto card = [&](const std::string& json) {
        EXPECT_EQ(wildfire(json).status, 0);
        return run({"pdftotext", "-layout", (folder / "out/card.pdf").string(), "-"}).out;
    };
    EXPECT_NE(card(R"({"outside_contact": {"name": "June", "phone": "503-555-0188"}})").find("Far away"),
              std::string::npos);
    EXPECT_NE(card("{}").find("Far away · Name · Phone"), std::string::npos);
    const auto spanish = card(R"({"language": "es"})");
    EXPECT_NE(spanish.find("Lejos de aquí · Nombre · Teléfono"), std::string::npos) << spanish;
    EXPECT_NE(spanish.find("Far away · Name · Phone"), std::string::npos) << spanish;
}

TEST_F(PreviewTest, PrintsSinceWhenNobodyCheckedAFact) {
    EXPECT_EQ(preview(write("{}"), {"--today", "2026-03-01"}).status, 0);
    EXPECT_EQ(run({"pdftotext", (folder / "out/steps.pdf").string(), "-"}).out.find("Not checked since"),
              std::string::npos);
    EXPECT_EQ(preview(write("{}"), {"--today", "2029-01-01"}).status, 0);
    EXPECT_NE(run({"pdftotext", (folder / "out/steps.pdf").string(), "-"}).out.find("Not checked since"),
              std::string::npos);
}

TEST_F(PreviewTest, PrintsOnARollOf80MillimetresOnePageAPaperAndOneForAll) {
    EXPECT_EQ(preview(write(R"({"appointment": "ice_office"})"), {"--paper", "receipt80"}).status, 0);
    double papers = 0;
    double plan = 0;
    for (const auto& name : written()) {
        if (name == "plan.json") continue;
        const auto about = run({"pdfinfo", (folder / "out" / name).string()}).out;
        EXPECT_NE(about.find("Pages:           1\n"), std::string::npos) << name;
        const auto size = about.find("226.772 x ");
        ASSERT_NE(size, std::string::npos) << name << ": 80 mm wide\n" << about;
        (name == "plan.pdf" ? plan : papers) += std::stod(about.substr(size + 10));
    }
    EXPECT_NEAR(plan, papers, 1) << "one strip, as long as its papers";
}

TEST_F(PreviewTest, ALanguageThatThePackDoesNotSpeakIsRefusedWhoeverNamesIt) {
    for (const std::string tag : {"xx", "pt", "zh-CN"}) {
        const auto answers = write(R"({"language": ")" + tag + R"("})");
        const auto found =
            "anguage: expected one of en, es, pt-BR, ht, zh-Hans, pa, ru, ar, fr, tr, hi, bn, vi, fa-AF, "
            "found '" +
            tag + "'";
        expect_refused(preview(answers), answers.string() + ": l" + found);
        expect_refused(preview(write("{}"), {"--language", tag}), "--l" + found);
    }
    EXPECT_EQ(preview(write(R"({"language": "xx"})"), {"--language", "es"}).status, 0) << "the call wins";
}

TEST_F(PreviewTest, ALanguageIsKnownHoweverItsTagIsCased) {
    for (const char* tag : {"PT-br", "pt-BR"}) {
        const auto output = preview(write(R"({"language": ")" + std::string(tag) + R"("})"));
        EXPECT_EQ(output.err, "");
        EXPECT_NE(run({"pdftotext", (folder / "out/card.pdf").string(), "-"}).out.find("Para quem ligar"),
                  std::string::npos);
    }
    EXPECT_EQ(preview(write("{}"), {"--language", "ES"}).status, 0);
}

TEST_F(PreviewTest, AValueComesOutInOneSpelling) {
    const auto shown = [&](const std::string& json) {
        const auto output = preview(write(json));
        EXPECT_EQ(output.status, 0) << output.err;
        EXPECT_EQ(output.err, "");
        return run({"pdftotext", "-layout", (folder / "out/trusted.pdf").string(), "-"}).out;
    };
    const auto phone = [&](const std::string& typed) {
        return shown(R"({"lawyer": "yes", "lawyer_name": "A", "lawyer_phone": ")" + typed + R"("})");
    };
    EXPECT_NE(phone("+1\\u00a0202\\u00a0555\\u00a00143").find("+1 202 555 0143"), std::string::npos);
    EXPECT_NE(phone("٢٠٢٥٥٥٠١٤٣").find("2025550143"), std::string::npos);
    EXPECT_NE(phone("+1 202 555 0143 x12345").find("+1 202 555 0143 x12345"), std::string::npos);
    EXPECT_NE(phone("211").find("211"), std::string::npos);
    EXPECT_NE(
        shown("\xEF\xBB\xBF{\"lawyer\": \"yes\", \"lawyer_phone\": \"0044 20 7946 0958\"}").find("0044 20 7946 0958"),
        std::string::npos);
    EXPECT_NE(shown(R"({"helper_facts": {"full_name": "Jose\u0301"}})").find("José"), std::string::npos);
    EXPECT_EQ(shown(R"({"lawyer": "yes", "lawyer_name": "   ", "lawyer_phone": "       "})"),
              shown(R"({"lawyer": "yes"})"))
        << "nothing but spaces is nothing said";
}

TEST_F(PreviewTest, WhatNoFontHasIsNamedByItsKeyAndNumberOnly) {
    const auto output =
        preview(write(R"({"visitor_name": "Ana 🙂", "contacts": [{"name": "B"}, {"name": "𓀀𓀀🫠"}]})"));
    EXPECT_EQ(output.status, 0);
    EXPECT_NE(output.err.find("contacts[1].name: no font of ours has U+1FAE0; printed as a box"), std::string::npos)
        << output.err;
    EXPECT_NE(output.err.find("visitor_name: no font of ours has U+1F642;"), std::string::npos) << output.err;
    EXPECT_EQ(std::count(output.err.begin(), output.err.end(), '\n'), 2) << output.err;
    EXPECT_EQ(output.err.find("Ana"), std::string::npos) << "the words themselves are told nobody";
}

TEST_F(PreviewTest, AGeorgianNameInAnArabicPlanIsPrinted) {
    const auto output = preview(write(R"({"helper_facts": {"full_name": "გიორგი"}})"), {"--language", "ar"});
    EXPECT_EQ(output.status, 0) << output.err;
    EXPECT_EQ(output.err, "");
    EXPECT_NE(run({"pdftotext", (folder / "out/trusted.pdf").string(), "-"}).out.find("გიორგი"), std::string::npos);
}

TEST_F(PreviewTest, ACentresLineThatCannotBePrintedIsRefusedWithItsNumber) {
    const auto with = [&](const std::string& name) {
        std::ofstream(folder / "local.yaml") << "legal_help:\n  - {name: \"" << name << "\", phone: \"211\"}\n";
        return preview(write("{}"), {"--local", (folder / "local.yaml").string()});
    };
    expect_refused(with("Legal 🙂 Aid"), "local.yaml:2: 'name' has U+1F642, which none of our fonts has");
    expect_refused(with("A\u061C 12-34"), "local.yaml:2: 'name': character 2, U+061C, changes the direction");
    expect_refused(with("Jos\xE9 Legal Aid"), "local.yaml:");
    EXPECT_EQ(with("የሕግ እርዳታ").status, 0) << "Amharic is in the fonts that are looked into when they are needed";
}

struct Bad {
    const char* json;
    const char* told;
};

TEST_F(PreviewTest, BadAnswersAreRefusedWithTheirPlaceAndWhatWasExpected) {
    const std::vector<Bad> all{
        {"", "expected JSON"},
        {"{", "expected JSON"},
        {"%PDF-1.4", "expected JSON"},
        {"[]", "expected an object of answers"},
        {"\xFF\xFE", ": line 1 is UTF-16 or not text; save it as UTF-8"},
        {R"({"colour": "red"})", "colour: expected the id of a question"},
        {R"({"appointment": "embassy"})", "appointment: expected one of ice_office"},
        {R"({"appointment": 3})", "appointment: expected one of"},
        {R"({"situation": "missed"})", "situation: expected a list"},
        {R"({"situation": ["missed", "late"]})", "situation[1]: expected one of missed"},
        {R"({"appointment_date": "2027-02-31"})", "appointment_date: expected a day that exists"},
        {R"({"appointment_date": "12/01/2027"})", "appointment_date: expected a date such as 2027-01-12"},
        {R"({"appointment_time": "25:00"})", "appointment_time: expected a time"},
        {R"({"lawyer_phone": "12"})", "lawyer_phone: expected a phone number of 3 to 20 digits"},
        {R"({"contacts": [{"name": "A", "phone": "2025550101"}, {"phone": "call me"}]})",
         "contacts[1].phone: expected"},
        {R"({"contacts": [{}, {}, {}]})", "contacts: expected a list of at most 2 people"},
        {R"({"contacts": {"name": "A"}})", "contacts: expected a list"},
        {R"({"child_pickup": {"name": "A", "age": 7}})", "child_pickup.age: expected only name and phone"},
        {R"({"helper_facts": {"a_number": "123456"}})", "helper_facts.a_number: expected 7 to 9 digits"},
        {R"({"helper_facts": {"birth_country": "Atlantis"}})", "helper_facts.birth_country: expected an ISO 3166"},
        {R"({"visitor_name": "a\u202eb"})",
         "visitor_name: character 2, U+202E, changes the direction of text; take it out"},
        {R"({"visitor_name": "Ana\u0000Bad"})", "visitor_name: character 4, U+0000, breaks the line"},
        {R"({"contacts": [{"name": "\u0301\u0301\u0301 Lan"}]})",
         "contacts[0].name: character 1, U+0301, is a mark without"},
        {R"({"visitor_name": "E\u0301\u0301\u0301\u0301\u0301"})",
         "visitor_name: character 6, U+0301, is one mark too many"},
        {R"({"visitor_name": "\ud83d\udc68\u200d\ud83d\udc69 Ana"})",
         "visitor_name: character 2, U+200D, is invisible"},
        {R"({"lawyer_phone": "\u200e+1 202\u2011555\u20110143\u202c"})",
         "lawyer_phone: character 1, U+200E, changes the direction"},
        {R"({"lawyer_phone": "------- 1234567 x x x"})", "lawyer_phone: expected a phone number"},
        {R"({"lawyer_phone": "2025550143", "lawyer_phone": "2025550199"})", "lawyer_phone: expected once, found twice"},
        {R"({"contacts": [{"name": "A"}, {"name": "B", "name": "C"}]})", "contacts[1].name: expected once"},
        {R"({"helper_facts": {"full_name": "A", "full_name": "A"}})", "helper_facts.full_name: expected once"},
        {"{\n\"visitor_name\": \"Jos\xE9\"}", ": line 2 is not UTF-8 (found the byte 0xE9); save the file as UTF-8"},
        {R"({"appointment_date": "2027-02-29"})", "appointment_date: expected a day that exists"},
        {R"({"appointment_time": "24:00"})", "appointment_time: expected a time"},
        {R"({"helper_facts": {"birth_date": "2199-12-31"}})",
         "helper_facts.birth_date: expected a day no later than today"},
        {R"({"two\nlines": 1})", "two?lines: expected the id of a question"}};
    for (const auto& bad : all) {
        SCOPED_TRACE(bad.json);
        const auto file = write(bad.json);
        const auto output = preview(file);
        expect_refused(output, bad.told);
        EXPECT_NE(output.err.find(file.string()), std::string::npos);
    }
}

TEST_F(PreviewTest, NestedAThousandDeepOrAMegabyteLongItIsRefusedToo) {
    expect_refused(preview(write(std::string(200000, '['))), "expected JSON");
    expect_refused(preview(write("{\"appointment\":" + std::string(20000, '[') + std::string(20000, ']') + "}")),
                   "expected JSON of at most 32 levels");
    expect_refused(preview(write("{\"visitor_name\": \"" + std::string(2000000, 'x') + "\"}")), "more than 1 MB");
}

TEST_F(PreviewTest, ACallThatCannotBeIsRefused) {
    const auto good = write("{}");
    expect_refused(preview(folder / "missing.json"), "no such file");
    expect_refused(preview(folder), "found a folder");
    expect_refused(preview(good, {"--language", "tlh"}), "--language: expected one of en, es, pt-BR");
    expect_refused(preview(good, {"--paper", "tabloid"}), "--paper");
    expect_refused(preview(good, {"--frobnicate"}), "--help");
}

TEST_F(PreviewTest, AContentFileThatIsNoneIsRefused) {
    const auto answers = write("{}");
    const auto content = folder / "content.db";
    const auto with = [&] { return preview(answers, {"--content", content.string()}); };
    expect_refused(with(), "no such content file");
    std::ofstream(content) << "not SQLite";
    expect_refused(with(), "not a whole content file");
    std::ifstream in(papers::shipped_file("content.db"), std::ios::binary);
    const std::string whole{std::istreambuf_iterator<char>(in), {}};
    std::ofstream(content, std::ios::binary) << whole.substr(0, whole.size() / 2);
    expect_refused(with(), "not a whole content file");
    auto other = whole;
    other[63] = 9;  // user_version
    std::ofstream(content, std::ios::binary) << other;
    expect_refused(with(), "another version");
}

TEST_F(PreviewTest, AnswersThatDoNotCountChangeNothing) {
    const auto plan = [&](const char* json) {
        EXPECT_EQ(preview(write(json)).status, 0);
        std::ifstream in(folder / "out" / "plan.json");
        return std::string{std::istreambuf_iterator<char>(in), {}};
    };
    const auto with = plan(R"({"situation": [], "move_form": "i220a", "child": "no", "child_pickup": {"name": "A"}})");
    EXPECT_EQ(with, plan(R"({"situation": [], "child": "no"})"));
}

TEST_F(PreviewTest, AnotherPackGoesThroughTheSamePrograms) {
    const auto compiler = papers::shipped_file("pocketplan-content").string();
    const auto flood = std::string(SOURCE_DIR) + "/tests/content/flood";
    const auto content = (folder / "flood.db").string();
    EXPECT_EQ(run({compiler, "check", flood}).status, 0);
    ASSERT_EQ(run({compiler, "build", flood, "-o", content}).status, 0);
    expect_refused(preview(write(R"({"animals": ["none", "cat"]})"), {"--content", content}),
                   "animals: expected an 'alone' choice");
    const auto answers =
        write(R"({"language": "es", "water": "yes", "boat": {"name": "Noé", "phone": "555-0199 77"}})");
    ASSERT_EQ(preview(answers, {"--content", content}).status, 0);
    const auto text = run({"pdftotext", (folder / "out/sheet.pdf").string(), "-"}).out;
    for (const char* said : {"Si sube el río", "1-800-555-0199", "Noé", "go uphill"}) {
        EXPECT_NE(text.find(said), std::string::npos) << said;
    }
}

TEST_F(PreviewTest, AFaultyPackIsRefusedAndNothingWritten) {
    const auto compiler = papers::shipped_file("pocketplan-content").string();
    const auto content = folder / "content.db";
    const auto output = run({compiler, "build", folder.string(), "-o", content.string()});
    EXPECT_EQ(output.status, 2);
    EXPECT_NE(output.err.find("pack.yaml:1: no such file"), std::string::npos) << output.err;
    EXPECT_FALSE(fs::exists(content));
    EXPECT_EQ(run({compiler, "build", "content/check-in", "-o", "/nowhere/content.db"}).status, 1);
    EXPECT_EQ(run({compiler}).status, 2);
}

}  // namespace
}  // namespace pocketplan
