// pocketplan-bench: measures the budgets of docs/ARCHITECTURE.md. Reported, never asserted. Whole programs are compared
// with one that does nothing, which is what starting any program costs on the machine.

#include <filesystem>
#include <memory_resource>
#include <string>

#include <benchmark/benchmark.h>
#include <unistd.h>

#include "kiosk/papers/installed.h"
#include "kiosk/papers/stack.h"
#include "kiosk/picture/picture.h"
#include "kiosk/sheets/sheets.h"
#include "kiosk/tools/preview/answers_file.h"
#include "kiosk/view/describe.h"
#include "kiosk/visit/step.h"
#include "printer/pdf/pdf.h"
#include "tests/support/pack.h"
#include "tests/support/process.h"
#include "tests/support/robot.h"
#include "tests/support/visitor.h"

namespace {

using namespace pocketplan;
namespace fs = std::filesystem;

std::string persona() {
    return std::string(SOURCE_DIR) + "/content/check-in/personas/amal.json";
}

papers::Wishes wishes_of_persona() {
    papers::Wishes wishes;
    wishes.language = *tests::check_in_pack().find_language("ar");
    return wishes;
}

// All papers of a persona, laid out in process, not written.
void Layout(benchmark::State& state) {
    const auto& library = tests::check_in_pack();
    const auto file = preview::read_answers(persona(), library);
    const auto wishes = wishes_of_persona();
    for (auto _ : state) papers::pages_of_visit(file->answers, library, wishes, tests::typesetter());
}
BENCHMARK(Layout)->Unit(benchmark::kMillisecond);

// The same, laid out and written.
void Papers(benchmark::State& state) {
    const auto& library = tests::check_in_pack();
    const auto file = preview::read_answers(persona(), library);
    const auto wishes = wishes_of_persona();
    std::size_t bytes = 0;
    for (auto _ : state) {
        auto pages = papers::pages_of_visit(file->answers, library, wishes, tests::typesetter());
        bytes = pdf::write_pdf(pages, tests::typesetter()).value().size();
    }
    state.counters["pdf_bytes"] = static_cast<double>(bytes);
}
BENCHMARK(Papers)->Unit(benchmark::kMillisecond);

// Pictures of all sheets, as wide as the review of a display of 1920 x 1080 shows them; by a drawer that has met no
// glyph yet.
void Pictures(benchmark::State& state) {
    const auto& library = tests::check_in_pack();
    const auto file = preview::read_answers(persona(), library);
    const auto pages = papers::pages_of_visit(file->answers, library, wishes_of_persona(), tests::typesetter());
    for (auto _ : state) {
        papers::Drawer drawer(tests::typesetter());
        for (const auto& page : pages) benchmark::DoNotOptimize(drawer.draw(page, static_cast<int>(state.range(0))));
    }
    state.counters["sheets"] = static_cast<double>(pages.size());
}
BENCHMARK(Pictures)->Arg(220)->Arg(820)->Unit(benchmark::kMillisecond);

// In front of a visitor who has told everything: the review described; the review drawn with its pictures as a display
// of 1920 x 1080 shows it, by the software renderer; and a question so.
void Shown(benchmark::State& state) {
    const auto& library = tests::check_in_pack();
    visit::Visit visit(library);
    visit.language = wishes_of_persona().language;
    visit.answers = std::move(preview::read_answers(persona(), library)->answers);
    sheets::Sheets sheets(library, tests::typesetter());
    visit.state = visit::Reviewing{.stack = sheets.compose(visit, wishes_of_persona()), .outdated = false};
    if (state.range(0) == 2) tests::open_question(visit, library, "situation");
    const ui::Display display{1920, 1080, 5.56};
    tests::Robot robot(library, tests::typesetter(), display, visit, [](const visit::Event&) {});
    robot.set_pictures(sheets);
    robot.draw();
    while (sheets.draw_one()) {
    }
    picture::Picture picture(display);
    for (auto _ : state) {
        if (state.range(0) == 0) {
            benchmark::DoNotOptimize(view::describe(visit, library, robot.machine()));
        } else {
            robot.show([&](const ui::Frame& frame, const ui::Atlas& atlas) { picture.draw(frame, atlas); });
            picture.flush();
        }
    }
}
BENCHMARK(Shown)->Arg(0)->Arg(1)->Arg(2)->Unit(benchmark::kMicrosecond);

// The View of a question with a whole keyboard, which has the most controls of all.
void Describe(benchmark::State& state) {
    const auto& library = tests::check_in_pack();
    visit::Visit visit(library);
    tests::open_question(visit, library, "contacts");
    const view::Machine machine{.today = {2026, 11, 26}};
    for (auto _ : state) benchmark::DoNotOptimize(view::describe(visit, library, machine));
}
BENCHMARK(Describe)->Unit(benchmark::kMicrosecond);

// A frame of a question screen, without putting it on a display.
void Frame(benchmark::State& state) {
    const auto& library = tests::check_in_pack();
    visit::Visit visit(library);
    tests::open_question(visit, library, "situation");
    tests::Robot robot(library, tests::typesetter(), {1920, 1080, 5.56}, visit, [](const visit::Event&) {});
    for (auto _ : state) robot.draw();
}
BENCHMARK(Frame)->Unit(benchmark::kMicrosecond);

// The first frame after switching to a language whose letters were never drawn before.
void SwitchLanguage(benchmark::State& state) {
    const auto& library = tests::check_in_pack();
    visit::Visit visit(library);
    tests::open_question(visit, library, "situation");
    std::size_t at = 0;
    for (auto _ : state) {
        state.PauseTiming();
        visit.language = {};
        tests::Robot robot(library, tests::typesetter(), {1920, 1080, 5.56}, visit, [](const visit::Event&) {});
        robot.draw();
        visit.language = static_cast<content::LanguageIndex>(1 + at++ % (library.languages.size() - 1));
        state.ResumeTiming();
        robot.draw();
    }
}
BENCHMARK(SwitchLanguage)->Unit(benchmark::kMillisecond);

// content.db as it ships, and one of a pack with `range` times as much advice and text.
void LoadContent(benchmark::State& state) {
    const auto times = static_cast<std::size_t>(state.range(0));
    content::Library large = content::load_library(papers::shipped_file("content.db")).value();
    const auto texts = large.text_ids;
    const auto advice = large.advice;
    for (std::size_t more = 1; more < times; ++more) {
        for (const auto& id : texts) large.text_ids.push_back(id + "#" + std::to_string(more));
        for (auto& language : large.languages) {
            for (std::size_t at = 0; at < texts.size(); ++at) language.texts.push_back(language.texts[at]);
        }
        large.advice.insert(large.advice.end(), advice.begin(), advice.end());
    }
    const auto file = fs::temp_directory_path() / ("bench." + std::to_string(getpid()) + ".db");
    content::save_library(large, file);
    for (auto _ : state) benchmark::DoNotOptimize(content::load_library(file));
    state.counters["bytes"] = static_cast<double>(fs::file_size(file));
    fs::remove(file);
}
BENCHMARK(LoadContent)->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond);

void Step(benchmark::State& state) {
    const auto& library = tests::check_in_pack();
    visit::Visit visit(library);
    visit::step(visit, visit::MakePlan{}, library);
    for (auto _ : state) visit::step(visit, visit::ToggleOption{1}, library);
}
BENCHMARK(Step)->Unit(benchmark::kMicrosecond);

void ProgramThatDoesNothing(benchmark::State& state) {
    for (auto _ : state) tests::run({"/bin/true"});
}
BENCHMARK(ProgramThatDoesNothing)->Unit(benchmark::kMillisecond)->UseRealTime();

void PreviewProgram(benchmark::State& state) {
    const auto out = fs::temp_directory_path() / ("bench." + std::to_string(getpid()));
    for (auto _ : state) {
        tests::run(
            {papers::shipped_file("pocketplan-preview").string(), "--answers", persona(), "--out", out.string()});
    }
    std::size_t largest = 0;
    for (const auto& entry : fs::directory_iterator(out)) largest = std::max(largest, fs::file_size(entry));
    state.counters["largest_file_bytes"] = static_cast<double>(largest);
    fs::remove_all(out);
}
BENCHMARK(PreviewProgram)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace

BENCHMARK_MAIN();
