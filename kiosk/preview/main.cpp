// pocketplan-preview: an answers file becomes the PDFs that would be printed, without a screen. Exit status: 0 done, 2
// the call or the answers file is at fault, 1 anything else.

#include <filesystem>
#include <fstream>
#include <future>
#include <iostream>
#include <map>
#include <span>
#include <string>

#include <CLI/CLI.hpp>

#include "content/compiler/local.h"
#include "content/dates.h"
#include "kiosk/papers/compose.h"
#include "kiosk/papers/installed.h"
#include "kiosk/papers/stack.h"
#include "kiosk/papers/today.h"
#include "kiosk/preview/answers_file.h"
#include "kiosk/preview/missing_glyphs.h"
#include "kiosk/preview/plan_file.h"
#include "printer/pdf/pdf.h"

namespace {

using namespace pocketplan;

enum Exit { done = 0, failed = 1, users_fault = 2 };

const std::map<std::string, page::PaperSize> paper_kinds{
    {"letter", page::letter}, {"a4", page::a4}, {"receipt80", page::receipt80}};

struct Call {
    std::string answers;
    std::string language;
    std::string paper = "letter";
    std::string out;
    std::string content;
    std::string local;
    std::string today;
};

int tell(const std::string& what, Exit status) {
    std::cerr << what << "\n";
    return status;
}

// Every file is in memory before the first is written: a fault leaves nothing half-done.
using Files = std::map<std::string, pdf::Bytes>;

bool write_whole(const std::filesystem::path& file, std::span<const std::byte> bytes) {
    auto beside = file;
    beside += ".part";
    std::ofstream out(beside, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    out.close();
    std::error_code error;
    if (out) std::filesystem::rename(beside, file, error);
    if (out && !error) return true;
    std::filesystem::remove(beside, error);
    return false;
}

int write_all(const std::filesystem::path& folder, const Files& files) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    for (const auto& [name, bytes] : files) {
        const auto file = folder / name;
        if (!write_whole(file, bytes)) {
            return tell(file.string() + ": cannot be written; name a folder that you may write to", users_fault);
        }
    }
    return done;
}

int compose(const Call& call, const content::Library& library, const content::Answers& answers,
            const papers::Wishes& wishes, const typeset::Typesetter& typesetter) {
    const auto composed = papers::compose_visit(answers, library, wishes, typesetter);
    // Most of the time goes into the PDF library, which has no state of its own: one thread a document.
    const auto start = [&](std::span<const page::Page> pages) {
        return std::async(std::launch::async, [&typesetter, pages] { return pdf::write_pdf(pages, typesetter); });
    };
    std::map<std::string, std::future<tl::expected<pdf::Bytes, pdf::PdfFault>>> written;
    for (const auto& paper : composed) written[paper.paper->id + ".pdf"] = start(paper.pages);
    const auto all = papers::merge(composed, wishes);
    written["plan.pdf"] = start(all);

    Files files;
    bool whole = true;
    for (auto& [name, future] : written) {
        auto bytes = future.get();
        whole = whole && bytes;
        if (bytes) files[name] = std::move(*bytes);
    }
    if (!whole) return tell("the PDF library refused a page; tell the makers of Pocketplan", failed);
    files["plan.json"] = preview::plan_file(content::make_plan(answers, library), library);
    return write_all(call.out, files);
}

// The pack, as the centre wants it said on the day; where it fails, the exit status, and one line was told.
tl::expected<content::Library, int> load(const Call& call, const typeset::Typesetter& typesetter) {
    const std::filesystem::path content =
        call.content.empty() ? papers::shipped_file("content.db") : std::filesystem::path(call.content);
    auto library = content::load_library(content);
    if (!library) return tl::unexpected(tell(content::describe(library.error(), content), users_fault));
    if (!call.local.empty()) {
        const auto missing = [&](std::string_view text) { return typesetter.missing_glyph(text); };
        const auto local = content::compiler::read_local(call.local, *library, missing);
        if (!local) return tl::unexpected(tell(content::compiler::describe(local.error()), users_fault));
        content::apply_local(*library, *local);
    }
    return std::move(*library);
}

// The language to print in: the call's, else the file's, else the first of the pack.
tl::expected<content::LanguageIndex, int> choose_language(const Call& call, const content::Library& library,
                                                          const std::string& of_file) {
    const bool asked = !call.language.empty();
    const auto& tag = asked ? call.language : of_file;
    const auto language = library.find_language(tag);
    if (asked && !language) {
        const auto expected = "--language: expected one of " + library.tags() + ", found '" + tag + "'";
        return tl::unexpected(tell(expected, users_fault));
    }
    if (!language && !tag.empty()) {
        std::cerr << call.answers << ": language: the pack does not speak '" << tag << "' but " << library.tags()
                  << "; printed in " << library.languages.front().own_name << "\n";
    }
    return language.value_or(content::LanguageIndex{});
}

int run(const Call& call) {
    const auto fonts = papers::shipped_file("fonts/fonts.conf");
    const auto typesetter = typeset::Typesetter::create(fonts);
    if (!typesetter) return tell(fonts.string() + ": expected our fonts beside it; install Pocketplan again", failed);
    auto library = load(call, *typesetter);
    if (!library) return library.error();
    const auto today = call.today.empty() ? std::optional(papers::today()) : content::parse_day(call.today);
    if (!today) return tell("--today: expected a day such as 2027-01-31, found '" + call.today + "'", users_fault);
    content::age(*library, *today);
    const auto file = preview::read_answers(call.answers, *library);
    if (!file) return tell(file.error(), users_fault);
    const auto future = preview::day_to_come(file->answers, *library, *today);
    if (!future.empty()) return tell(call.answers + ": " + future + ": expected a day that has been", users_fault);
    for (const auto& line : preview::missing_glyphs(file->answers, *library, *typesetter)) {
        std::cerr << call.answers << ": " << line << "\n";
    }

    papers::Wishes wishes;
    wishes.size = paper_kinds.at(call.paper);
    const auto language = choose_language(call, *library, file->language);
    if (!language) return language.error();
    wishes.language = *language;
    return compose(call, *library, file->answers, wishes, *typesetter);
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Writes the papers of an answers file as PDFs"};
    Call call;
    app.add_option("--answers", call.answers, "the answers, as JSON")->required();
    app.add_option("--language", call.language, "a tag such as es; else the file's, else English");
    app.add_option("--paper", call.paper, "letter, a4 or receipt80, which is a roll of 80 mm")
        ->check(CLI::IsMember({"letter", "a4", "receipt80"}));
    app.add_option("--out", call.out, "the folder to write to")->required();
    app.add_option("--content", call.content, "another content.db than the one installed");
    app.add_option("--local", call.local, "the centre's own lines, as in /etc/pocketplan/local.yaml");
    app.add_option("--today", call.today, "print as on this day, such as 2027-01-31");
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp& help) {
        return app.exit(help);
    } catch (const CLI::ParseError& error) {
        return tell("pocketplan-preview: " + std::string(error.what()) + "; see --help", users_fault);
    }
    return run(call);
}
