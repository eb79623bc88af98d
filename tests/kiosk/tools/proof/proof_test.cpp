// The proof book: that it holds everything, and that a lawyer or a translator can use it in a real browser, by keyboard
// and on paper. And the check that every pack must pass, as its callers see it.

#include <filesystem>
#include <fstream>
#include <set>

#include <gtest/gtest.h>
#include <unistd.h>

#include "kiosk/papers/installed.h"
#include "kiosk/tools/proof/book.h"
#include "kiosk/tools/proof/html.h"
#include "kiosk/tools/proof/review_state.h"
#include "tests/support/browser.h"
#include "tests/support/pack.h"
#include "tests/support/process.h"

namespace pocketplan::proof {
namespace {

namespace fs = std::filesystem;
using tests::check_in_pack;
using tests::run;

TEST(ProofBook, HoldsEveryTextOfThePack) {
    std::set<content::TextIndex> told;
    std::set<std::string> ids;
    for (const auto& part : make_book(check_in_pack())) {
        for (const auto& chapter : part.chapters) {
            EXPECT_TRUE(ids.insert(chapter.id).second) << chapter.id << " stands there twice";
            EXPECT_FALSE(chapter.texts.empty()) << chapter.id;
            told.insert(chapter.texts.begin(), chapter.texts.end());
        }
    }
    EXPECT_EQ(told.size(), check_in_pack().text_ids.size());
}

TEST(ProofBook, PartsWhatVisitorsReadFromWhatStaffReadAndFromCountries) {
    const auto book = make_book(check_in_pack());
    const auto part_with = [&](const char* id) -> std::string {
        const auto text = check_in_pack().text_index.find(id)->second;
        for (const auto& part : book) {
            for (const auto& chapter : part.chapters) {
                if (std::find(chapter.texts.begin(), chapter.texts.end(), text) != chapter.texts.end()) return part.id;
            }
        }
        return "nowhere";
    };
    for (const auto& [text, part] : {std::pair{"button.next", "words"},
                                     {"printer.jam", "words"},
                                     {"printer.jam.staff", "words_of_staff"},
                                     {"machine.swap", "words_of_staff"},
                                     {"printer.notice.toner_low", "words_of_staff"},
                                     {"country.GT", "countries"},
                                     {"paper.unreviewed", "papers"}}) {
        EXPECT_EQ(part_with(text), part) << text;
    }
}

TEST(ProofBook, PutsAPictureWhereItsTextsAre) {
    const auto book = make_book(check_in_pack());
    const auto chapter = [&](const char* picture) {
        const auto* const found = chapter_of(book, picture);
        return found == nullptr ? "nowhere" : found->id;
    };
    EXPECT_EQ(chapter("question.situation.2"), "question.situation");
    EXPECT_EQ(chapter("question.helper_facts.full_name.layer2"), "question.helper_facts.full_name");
    EXPECT_EQ(chapter("paper.card.1"), "paper.card");
    EXPECT_EQ(chapter("problem.printer.jam"), "printing");
    EXPECT_EQ(chapter("language"), "promise");
    EXPECT_EQ(chapter("goodbye.3"), "goodbye");
}

TEST(ProofBook, TellsWhatIsUncheckedAndWhatIsLong) {
    const auto& library = check_in_pack();
    const auto spanish = library.find_language("es").value();
    const auto at = [&](const char* id) { return static_cast<std::size_t>(library.text_index.find(id)->second); };
    const auto fresh = review_states(library, spanish, {2026, 3, 1}, tests::typesetter());
    EXPECT_FALSE(fresh[at("advice.could-be-detained")].unchecked);
    const auto late = review_states(library, spanish, {2029, 1, 1}, tests::typesetter());
    EXPECT_TRUE(late[at("advice.could-be-detained")].unchecked);
    EXPECT_FALSE(late[at("question.appointment")].unchecked) << "a question has no source";
    EXPECT_TRUE(fresh[at("question.appointment")].unreviewed);
    EXPECT_FALSE(review_states(library, {}, {2026, 12, 1}, tests::typesetter())[at("question.appointment")].unreviewed);
    const auto is_long = [](const ReviewState& state) { return state.over_long; };
    const auto count = std::count_if(fresh.begin(), fresh.end(), is_long);
    EXPECT_LT(count, static_cast<std::ptrdiff_t>(fresh.size() / 10)) << "what is said of everything says nothing";
}

TEST(ProofBook, WritesTextAsTextAndNeverAsHtml) {
    EXPECT_EQ(escaped("a < b & \"c\" > d"), "a &lt; b &amp; &quot;c&quot; &gt; d");
}

// The pack that ships in three of its languages, written as a book and opened in a browser.
class BookInABrowser : public testing::Test {
protected:
    BookInABrowser() {
        fs::create_directories(folder_);
        fs::copy(fs::path(SOURCE_DIR) / "content/common", folder_ / "common", fs::copy_options::recursive);
        fs::copy(fs::path(SOURCE_DIR) / "content/check-in", folder_ / "check-in", fs::copy_options::recursive);
        std::ofstream(folder_ / "check-in/languages.yaml")
            << "- {tag: en, name: English, script: Latn, direction: ltr, keyboard: latin, review: source}\n"
               "- {tag: es, name: Español, script: Latn, direction: ltr, keyboard: latin_spanish, review: unreviewed}\n"
               "- {tag: ar, name: العربية, script: Arab, direction: rtl, keyboard: arabic, review: unreviewed}\n";
        written_ = run({papers::shipped_file("pocketplan-content").string(), "proof", (folder_ / "check-in").string(),
                        "-o", (folder_ / "book").string()});
    }
    ~BookInABrowser() override { fs::remove_all(folder_); }

    void open(const char* page) { browser_.open(folder_ / "book" / page); }

    void expect_every_picture() {
        for (const char* page : {"en.html", "es.html", "ar.html"}) {
            open(page);
            const auto broken = browser_.evaluate(
                "const images = [...document.images]; images.forEach(i => i.loading = 'eager');"
                "return Promise.all(images.map(i => i.decode().then(() => null, () => i.src)))"
                ".then(all => all.filter(src => src !== null).concat(all.length < 100 ? ['too few'] : []));");
            EXPECT_EQ(broken, nlohmann::json::array()) << page;
        }
    }

    void expect_each_to_read_from_its_own_side() {
        open("ar.html");
        EXPECT_EQ(browser_.evaluate("const cells = [...document.querySelectorAll('td.translation')];"
                                    "return cells.length > 600 && cells.every(c => c.lang === 'ar' && "
                                    "getComputedStyle(c).direction === 'rtl');"),
                  true);
        const char* const first_english = "return getComputedStyle(document.querySelector('td[lang=en]')).direction;";
        EXPECT_EQ(browser_.evaluate(first_english), "ltr");
        open("es.html");
        EXPECT_EQ(browser_.evaluate("return getComputedStyle(document.querySelector('td.translation')).direction;"),
                  "ltr");
    }

    void expect_to_be_used_by_keyboard_alone() {
        open("index.html");
        const auto focused = [&](const std::string& what) {
            return browser_.evaluate("return document.activeElement." + what + ";");
        };
        browser_.press(tab);
        EXPECT_EQ(focused("className"), "skip");
        browser_.press(enter);
        EXPECT_EQ(browser_.evaluate("return location.hash;"), "#texts");
        browser_.press(tab);
        EXPECT_EQ(focused("getAttribute('href')"), "en.html");
        browser_.press(tab);
        browser_.press(tab);
        browser_.press(enter);
        EXPECT_TRUE(tests::eventually(
            [&] { return browser_.evaluate("return location.pathname.endsWith('ar.html');") == true; }));
    }

    void expect_only_what_is_asked_for() {
        open("es.html");
        EXPECT_EQ(browser_.evaluate("return document.scripts.length;"), 0);
        const auto shown = [&] {
            return browser_
                .evaluate("return [...document.querySelectorAll('tr.text')].filter(r => r.offsetParent).length;")
                .get<int>();
        };
        const int all = shown();
        EXPECT_GT(all, 600);
        browser_.evaluate("document.getElementById('show-all').focus();");
        browser_.press(down);
        EXPECT_EQ(shown(), all) << "nobody reviewed any of it";
        browser_.press(down);
        EXPECT_EQ(browser_.evaluate("return document.querySelector('input:checked').id;"), "show-unchecked");
        EXPECT_LT(shown(), all) << "a question has no source to check";
        browser_.press(down);
        EXPECT_EQ(browser_.evaluate("return document.querySelector('input:checked').id;"), "show-over-long");
        const int over_long = shown();
        EXPECT_GT(over_long, 0);
        EXPECT_LT(over_long, all / 5);
        EXPECT_EQ(browser_.evaluate("return [...document.querySelectorAll('section.chapter')].filter(c => "
                                    "c.offsetParent).every(c => c.querySelector('tr.over-long'));"),
                  true)
            << "chapters with nothing to show are gone too";
    }

    void expect_to_be_printed() {
        const auto pdf = folder_ / "print.pdf";
        browser_.print(folder_ / "book/ar.html", pdf);
        const auto text = run({"pdftotext", pdf.string(), "-"}).out;
        EXPECT_NE(text.find("What kind of check-in comes next?"), std::string::npos);
        EXPECT_NE(text.find("1-833-383-1465"), std::string::npos);
        EXPECT_EQ(text.find("Unchecked: the source"), std::string::npos)
            << "what is there to be touched is not printed";
    }

    void expect_templates_for_a_new_language() {
        for (const char* name : {"pack.pot", "common.pot"}) {
            const auto file = (folder_ / "book" / name).string();
            const auto untranslated = run({"msgattrib", "--untranslated", file}).out;
            EXPECT_GT(std::count(untranslated.begin(), untranslated.end(), '\n'), 900) << name;
            EXPECT_EQ(run({"msgattrib", "--translated", "--no-obsolete", file}).out, "") << name;
        }
    }

    static constexpr char32_t tab = 0xE004;  // WebDriver's codes of keys
    static constexpr char32_t enter = 0xE007;
    static constexpr char32_t down = 0xE015;

    fs::path folder_ = fs::temp_directory_path() / ("proof_test." + std::to_string(::getpid()));
    tests::Output written_;
    tests::Browser browser_{9600 + static_cast<int>(getpid() % 300)};
};

TEST_F(BookInABrowser, IsWholeAndCanBeReadFilteredPrintedAndUsedByKeyboardAlone) {
    ASSERT_EQ(written_.status, 0) << written_.err;
    expect_every_picture();
    expect_each_to_read_from_its_own_side();
    expect_to_be_used_by_keyboard_alone();
    expect_only_what_is_asked_for();
    expect_to_be_printed();
    expect_templates_for_a_new_language();
}

// A pack of its own, for commands that write.
class ContentCall : public testing::Test {
protected:
    ContentCall() {
        fs::create_directories(folder);
        fs::copy(fs::path(SOURCE_DIR) / "content/common", folder / "common", fs::copy_options::recursive);
    }
    ~ContentCall() override { fs::remove_all(folder); }

    [[nodiscard]] tests::Output call(std::vector<std::string> words) const {
        words.insert(words.begin(), papers::shipped_file("pocketplan-content").string());
        return run(words);
    }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(pack / name, std::ios::binary | std::ios::app) << text;
    }

    fs::path folder = fs::temp_directory_path() / ("content_call." + std::to_string(::getpid()));
    fs::path pack = folder / "flood";
};

TEST_F(ContentCall, ANewPackPassesTheCheckAndPrintsWhatItsStoriesSay) {
    EXPECT_EQ(call({"new", pack.string()}).status, 0);
    const auto checked = call({"check", pack.string()});
    EXPECT_EQ(checked.status, 0) << checked.err;
    EXPECT_NE(checked.out.find("2 stories"), std::string::npos) << checked.out;
    EXPECT_EQ(checked.out.find("notice"), std::string::npos) << checked.out;
    EXPECT_EQ(call({"build", pack.string(), "-o", (folder / "flood.db").string()}).status, 0);
    EXPECT_EQ(content::load_library(folder / "flood.db")->pack, "flood");
}

TEST_F(ContentCall, ANewPackOverwritesNothingAndStandsBesideTheCommonTexts) {
    EXPECT_EQ(call({"new", pack.string()}).status, 0);
    const auto again = call({"new", pack.string()});
    EXPECT_EQ(again.status, 2);
    EXPECT_NE(again.err.find("already exists"), std::string::npos) << again.err;
    const auto astray = call({"new", (folder / "deep/flood").string()});
    EXPECT_EQ(astray.status, 2);
    EXPECT_NE(astray.err.find("next to the folder 'common'"), std::string::npos) << astray.err;
    EXPECT_FALSE(fs::exists(folder / "deep"));
}

TEST_F(ContentCall, ASheetTooManyIsTold) {
    ASSERT_EQ(call({"new", pack.string()}).status, 0);
    write("stories.yaml", "- story: Kim is silent\n  answers: {}\n  sheets: 9\n");
    const auto checked = call({"check", pack.string()});
    EXPECT_EQ(checked.status, 2);
    EXPECT_NE(checked.err.find("story 'Kim is silent': the plan has 2 sheets, not 9"), std::string::npos)
        << checked.err;
}

TEST_F(ContentCall, ADraftIsCountedAndTriedAndBuiltForNobodyElse) {
    ASSERT_EQ(call({"new", pack.string()}).status, 0);
    write("languages.yaml",
          "- {tag: uk, name: Українська, script: Cyrl, direction: ltr, keyboard: cyrillic, review: draft}\n");
    write("languages/uk.po",
          "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
          "msgctxt \"paper.card\"\nmsgid \"My plan\"\nmsgstr \"Мій план\"\n");
    const auto checked = call({"check", pack.string()});
    EXPECT_EQ(checked.status, 0) << checked.err;
    EXPECT_NE(checked.out.find("languages.yaml:3: notice: uk: 1 of "), std::string::npos) << checked.out;
    EXPECT_NE(checked.out.find("(pack 1 of 14, visitors 0 of "), std::string::npos) << checked.out;
    const auto built = [&](std::vector<std::string> more) {
        std::vector<std::string> words{"build", pack.string(), "-o", (folder / "flood.db").string()};
        words.insert(words.end(), more.begin(), more.end());
        EXPECT_EQ(call(words).status, 0);
        return content::load_library(folder / "flood.db").value();
    };
    EXPECT_FALSE(built({}).find_language("uk"));
    const auto trial = built({"--drafts"});
    const auto draft = trial.find_language("uk").value();
    EXPECT_EQ(trial.text(draft, "paper.card"), "Мій план");
    EXPECT_EQ(trial.text(draft, "paper.sheet"), "My steps");
}

TEST_F(ContentCall, NoticesStopNobody) {
    ASSERT_EQ(call({"new", pack.string()}).status, 0);
    std::ofstream(pack / "sources.yaml") << "- {id: guide, title: A, checked: 2020-01-01, review_by: 2021-01-01}\n";
    const auto checked = call({"check", pack.string()});
    EXPECT_EQ(checked.status, 0);
    EXPECT_NE(checked.out.find("sources.yaml:1: notice: nobody checked 'guide' by its review_by"), std::string::npos)
        << checked.out;
}

TEST(ProofCall, RefusesWhatItCannotUseInOneLine) {
    const auto program = papers::shipped_file("pocketplan-content").string();
    const auto flood = (fs::path(SOURCE_DIR) / "tests/content/flood").string();
    for (const auto& call :
         {std::vector<std::string>{program, "proof", flood, "-o", "/proc/nowhere"},
          std::vector<std::string>{program, "proof", flood}, std::vector<std::string>{program, "proof"}}) {
        const auto output = run(call);
        EXPECT_EQ(output.status, 2) << output.err;
        EXPECT_EQ(std::count(output.err.begin(), output.err.end(), '\n'), 1) << output.err;
    }
}

}  // namespace
}  // namespace pocketplan::proof
