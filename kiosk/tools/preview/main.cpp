// pocketplan-preview: an answers file becomes the PDFs that would be printed, without a screen.

#include <cmath>
#include <filesystem>
#include <future>
#include <iostream>
#include <map>
#include <span>
#include <string>

#include <CLI/CLI.hpp>

#include "content/compiler/local.h"
#include "content/dates.h"
#include "kiosk/papers/compose.h"
#include "kiosk/papers/drawer.h"
#include "kiosk/papers/installed.h"
#include "kiosk/papers/stack.h"
#include "kiosk/papers/today.h"
#include "kiosk/picture/png.h"
#include "kiosk/tools/command_line.h"
#include "kiosk/tools/meanwhile.h"
#include "kiosk/tools/preview/answers_file.h"
#include "kiosk/tools/preview/files.h"
#include "kiosk/tools/preview/missing_glyphs.h"
#include "kiosk/tools/preview/plan_file.h"
#include "printer/pdf/pdf.h"

namespace {

using namespace pocketplan;

using tools::Failure;
using Done = tl::expected<void, Failure>;

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
    bool pictures = false;
    bool big_pictures = false;
};

constexpr int resolution = 150;  // of pictures, dots per inch: small type is read as easily as on paper

// Pages as pictures: sheet-1.png, sheet-2.png, ...
Done draw(std::span<const page::Page> pages, const typeset::Typesetter& typesetter, preview::Files& files) {
    papers::Drawer drawer(typesetter);
    int number = 0;
    for (const auto& page : pages) {
        const auto image = drawer.draw(page, static_cast<int>(std::lround(page.size.width * resolution / 72)));
        auto png = picture::encode_png({image.width, image.height, picture::Channels::grey, image.grey});
        if (!png) return tools::failed("the PNG library refused a page; please report this to the Pocketplan project");
        files["sheet-" + std::to_string(++number) + ".png"] = std::move(*png);
    }
    return {};
}

Done compose(const Call& call, const content::Library& library, const content::Answers& answers,
             const papers::Wishes& wishes, const typeset::Typesetter& typesetter) {
    const auto composed = papers::compose_visit(answers, library, wishes, typesetter);
    // Most of the time goes into the PDF library, which has no global state: one thread per document.
    const auto start = [&](std::span<const page::Page> pages) {
        return tools::meanwhile([&typesetter, pages] { return pdf::write_pdf(pages, typesetter); });
    };
    std::map<std::string, std::future<tl::expected<pdf::Bytes, pdf::PdfFault>>> written;
    for (const auto& paper : composed) written[paper.paper->id + ".pdf"] = start(paper.pages);
    const auto all = papers::merge(composed, wishes);
    written["plan.pdf"] = start(all);

    // Pictures meanwhile: those threads read only the fonts' files, and no face that is open.
    preview::Files files;
    const auto drawn = call.pictures ? draw(all, typesetter, files) : Done();
    bool whole = true;
    for (auto& [name, future] : written) {
        auto bytes = future.get();
        whole = whole && bytes;
        if (bytes) files[name] = std::move(*bytes);
    }
    if (!whole) return tools::failed("the PDF library refused a page; please report this to the Pocketplan project");
    if (!drawn) return drawn;
    files["plan.json"] = preview::plan_file(content::make_plan(answers, library), library);
    return preview::write_all(call.out, files);
}

tl::expected<content::Library, Failure> load_pack(const Call& call) {
    const std::filesystem::path content =
        call.content.empty() ? papers::shipped_file("content.db") : std::filesystem::path(call.content);
    auto library = content::load_library(content);
    if (!library) return tools::users_fault(content::describe(library.error(), content));
    return std::move(*library);
}

Done add_lines_of_the_centre(const Call& call, const typeset::Typesetter& typesetter, content::Library& library) {
    if (call.local.empty()) return {};
    const auto missing = [&](std::string_view text) { return typesetter.missing_glyph(text); };
    const auto local = content::compiler::read_local(call.local, library, missing);
    if (!local) return tools::users_fault(content::compiler::describe(local.error()));
    content::apply_local(library, *local);
    return {};
}

// The language to print in: the call's, else the file's, else the pack's first.
tl::expected<content::LanguageIndex, Failure> choose_language(const Call& call, const content::Library& library,
                                                              const std::string& of_file) {
    const bool asked = !call.language.empty();
    const auto& tag = asked ? call.language : of_file;
    if (tag.empty()) return content::LanguageIndex{};
    const auto language = library.find_language(tag);
    if (language) return *language;
    return tools::users_fault((asked ? "--language" : call.answers + ": language") + ": expected one of " +
                              library.tags() + ", found '" + tag + "'");
}

Done run(const Call& call) {
    if (call.out.empty()) return tools::users_fault("--out: name a folder, such as out");
    auto fonts = tools::meanwhile(tools::load_fonts);
    auto library = load_pack(call);
    const auto typesetter = fonts.get();
    if (!typesetter) return tl::make_unexpected(typesetter.error());
    if (!library) return tl::make_unexpected(library.error());
    if (const auto added = add_lines_of_the_centre(call, *typesetter, *library); !added) return added;
    const auto today = call.today.empty() ? std::optional(papers::today()) : content::parse_day(call.today);
    if (!today) return tools::users_fault("--today: expected a day like 2027-01-31, found '" + call.today + "'");
    content::age(*library, *today);
    const auto file = preview::read_answers(call.answers, *library);
    if (!file) return tools::users_fault(file.error());
    const auto future = preview::day_to_come(file->answers, *library, *today);
    if (!future.empty())
        return tools::users_fault(call.answers + ": " + future + ": expected a day no later than today");
    for (const auto& line : preview::missing_glyphs(file->answers, *library, *typesetter)) {
        std::cerr << call.answers << ": " << line << "\n";
    }

    papers::Wishes wishes;
    wishes.size = paper_kinds.at(call.paper);
    if (call.big_pictures) wishes.pictured = ~0U;
    const auto language = choose_language(call, *library, file->language);
    if (!language) return tl::make_unexpected(language.error());
    wishes.language = *language;
    return compose(call, *library, file->answers, wishes, *typesetter);
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Writes the papers of an answers file as PDFs, and as pictures"};
    Call call;
    app.add_option("--answers", call.answers, "the answers, as JSON")->required();
    app.add_option("--language", call.language, "a tag like es; by default the file's, else English");
    app.add_option("--paper", call.paper, "letter, a4 or receipt80 (an 80 mm roll)")
        ->check(CLI::IsMember({"letter", "a4", "receipt80"}));
    app.add_option("--out", call.out, "the folder to write to")->required();
    app.add_option("--content", call.content, "a content.db other than the installed one");
    app.add_option("--local", call.local, "the centre's own lines, as in /etc/pocketplan/local.yaml");
    app.add_flag("--pictures", call.pictures,
                 "also the pages of plan.pdf as pictures: sheet-1.png, ..., of " + std::to_string(resolution) + " dpi");
    app.add_flag("--big-pictures", call.big_pictures, "with large pictures beside the words, where the pack has them");
    app.add_option("--today", call.today, "print as on this day, for example 2027-01-31");
    if (const auto ended = tools::parse(app, "pocketplan-preview", argc, argv)) return *ended;
    const auto done = run(call);
    return done ? 0 : tools::report(done.error());
}
