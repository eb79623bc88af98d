// voices/TAG/ID.opus: what the gate says of a recording, and that the kiosk has it.

#include "tests/content/gate.h"
#include "tests/support/process.h"

namespace pocketplan::content::compiler {
namespace {

class RecordingsTest : public GateTest {
protected:
    RecordingsTest() { keep_language("es"); }

    // A recording of so many seconds of nothing, which says that it is of this text.
    void record(const fs::path& file, const std::string& title = "Siguiente", int seconds = 1) const {
        fs::create_directories(file.parent_path());
        const auto wave = folder_ / "silence.raw";
        write(wave, std::string(static_cast<std::size_t>(seconds) * 8000 * 2, '\0'));
        const auto made = tests::run({"opusenc", "--quiet", "--raw", "--raw-rate", "8000", "--raw-chan", "1", "--title",
                                      title, wave.string(), file.string()});
        ASSERT_EQ(made.status, 0) << made.err;
    }
    void expect_fault(const fs::path& file, const std::string& told) const {
        EXPECT_EQ(faults(), file.string() + ": " + told);
        fs::remove_all(pack() / "voices");
    }
    [[nodiscard]] fs::path voice(const std::string& name) const { return pack() / "voices" / name; }
};

TEST_F(RecordingsTest, AreInTheLibraryOfTheirLanguageAlone) {
    const auto before = compile(pack());
    ASSERT_TRUE(before) << describe(before.error());
    const auto in_spanish = [&](const char* id) {
        const auto& ids = before->library.text_ids;
        const auto at = std::find(ids.begin(), ids.end(), id) - ids.begin();
        return before->library.languages.at(1).texts.at(static_cast<std::size_t>(at));
    };
    record(voice("es/question.appointment.opus"), in_spanish("question.appointment"));
    record(folder_ / "common/voices/es/button.next.opus", in_spanish("button.next"));
    const auto compiled = compile(pack());
    ASSERT_TRUE(compiled) << describe(compiled.error());
    const auto file = folder_ / "content.db";
    ASSERT_TRUE(save_library(compiled->library, file));
    const auto library = load_library(file);
    ASSERT_TRUE(library);
    const auto spanish = library->find_language("es").value();
    for (const char* id : {"question.appointment", "button.next"}) {
        const auto text = library->text_index.at(id);
        EXPECT_GT(library->recording(spanish, text).size(), 100U) << id;
        EXPECT_TRUE(library->recording({}, text).empty()) << id;
    }
    EXPECT_TRUE(library->recording(spanish, library->text_index.at("button.back")).empty());
}

TEST_F(RecordingsTest, AWrongNameIsRefused) {
    record(voice("es/button.nxet.opus"));
    expect_fault(voice("es/button.nxet.opus"), "there is no text 'button.nxet'");
    record(voice("xx/button.next.opus"));
    expect_fault(voice("xx"), "the pack has no language 'xx'; a folder here is named by one");
    record(voice("es/button.next.opus"));
    fs::rename(voice("es/button.next.opus"), voice("es/button.next.ogg"));
    expect_fault(voice("es/button.next.ogg"), "is not called after a text, ID.opus");
    record(voice("es/review.sheets.opus"));
    expect_fault(voice("es/review.sheets.opus"),
                 "the text 'review.sheets' has a placeholder, which nobody can say beforehand");
}

TEST_F(RecordingsTest, WhatCannotBePlayedIsRefused) {
    const auto file = voice("es/button.next.opus");
    record(file, "Siguiente", 61);
    expect_fault(file, "is longer than 60 seconds; record one text in each file");
    fs::create_directories(file.parent_path());
    write(file, "RIFF, and so on");
    expect_fault(file, "is no Opus file; make it with opusenc");
    record(file, "Adelante");
    expect_fault(file, "its title must be the text that it says, now: Siguiente; see docs/CONTENT.md, Recorded voices");
}

// Of a language that is off, too: it may be on tomorrow.
TEST_F(RecordingsTest, AreLeftOutWithTheirLanguage) {
    record(voice("fr/button.next.opus"));
    EXPECT_EQ(faults(), "");
}

}  // namespace
}  // namespace pocketplan::content::compiler
