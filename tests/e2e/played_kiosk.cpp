#include "tests/e2e/played_kiosk.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include <unistd.h>

#include "kiosk/papers/installed.h"
#include "kiosk/papers/stack.h"
#include "kiosk/picture/picture.h"
#include "kiosk/preview/answers_file.h"
#include "kiosk/visit/step.h"
#include "tests/support/visitor.h"

namespace pocketplan::tests {
namespace {

namespace fs = std::filesystem;

// Not in the folder for temporary files: where the kiosk searches, there is nothing of ours.
fs::path make_folder() {
    char name[] = "/var/lib/played_kiosk.XXXXXX";
    const fs::path folder = mkdtemp(name);
    for (const char* inner : {"home", "tmp", "state", "runtime"}) fs::create_directory(folder / inner);
    return folder;
}

int next_display() {
    static int number = 200 + static_cast<int>(getpid() % 700);
    return number++;
}

// Where the search of a kiosk of ours comes to its end.
visit::Receipt clean_receipt() {
    using visit::Place;
    visit::Receipt receipt{{Place::memory, Place::own_folders, Place::temporary, Place::shared_memory}, {}, true};
    if (fs::exists("/var/spool/cups")) receipt.searched.push_back(Place::spool);
    return receipt;
}

}  // namespace

const content::Library& installed_library() {
    static const auto loaded = content::load_library(papers::shipped_file("content.db")).value();
    return loaded;
}

const typeset::Typesetter& installed_typesetter() {
    static const auto made = typeset::Typesetter::create(papers::shipped_file("fonts/fonts.conf")).value();
    return made;
}

PlayedKiosk::PlayedKiosk()
    : folder_(make_folder()),
      display_{RealScreen::width, RealScreen::height, 4.0},
      screen_(next_display()),
      shadow_(installed_library()),
      robot_(installed_library(), installed_typesetter(), display_, shadow_,
             [this](const visit::Event& event) { visit::step(shadow_, event, installed_library()); }) {
    robot_.on_touch([this](double x, double y) { screen_.touch(x, y); });
}

PlayedKiosk::~PlayedKiosk() {
    process_.reset();
    fs::remove_all(folder_);
}

bool PlayedKiosk::start(const std::string& printer, const std::vector<std::string>& environment) {
    using screens::PrintPath;
    machine().path = printer.starts_with("folder:") ? PrintPath::files
                     : printer.starts_with("cups:") ? PrintPath::scheduler
                                                    : PrintPath::direct;
    const auto settings = folder_ / "pocketplan.toml";
    std::ofstream(settings) << "[display]\nwidth_mm = 480\nreduce_motion = true\n[printer]\nuri = \"" << printer
                            << "\"\n[memory]\nunlocked = \"warn\"\n";
    std::vector<std::string> variables{"DISPLAY=" + screen_.name()};
    for (const auto& [name, folder] :
         {std::pair("HOME", "home"), std::pair("TMPDIR", "tmp"), std::pair("STATE_DIRECTORY", "state"),
          std::pair("RUNTIME_DIRECTORY", "runtime"), std::pair("XDG_RUNTIME_DIR", "runtime")}) {
        variables.push_back(std::string(name) + "=" + (folder_ / folder).string());
    }
    variables.insert(variables.end(), environment.begin(), environment.end());
    process_ = std::make_unique<Process>(
        std::vector<std::string>{papers::shipped_file("pocketplan").string(), "--config", settings.string()},
        log().string(), variables);
    return shows_the_same();
}

// SDL's software renderer samples a glyph a little differently where it lies elsewhere in the atlas, and that depends
// on the screens before: a few hundred values of six million; another word or another tick is thousands.
bool PlayedKiosk::shows_the_same() {
    picture::Picture picture(display_);
    robot_.show([&](const ui::Frame& frame, const ui::Atlas& atlas) { picture.draw(frame, atlas); });
    const auto expected = picture.pixels();
    const auto differing = [&] {
        const auto seen = screen_.pixels();
        if (seen.size() != expected.size()) return expected.size();
        std::size_t count = 0;
        for (std::size_t at = 0; at < seen.size(); ++at) count += std::abs(seen[at] - expected[at]) > 40 ? 1U : 0U;
        return count;
    };
    const bool same = eventually([&] { return differing() < 1000; });
    if (!same) {
        picture.save(fs::path(BUILD_DIR) / "kiosk_test-expected.png");
        run({"import", "-display", screen_.name(), "-window", "root",
             (fs::path(BUILD_DIR) / "kiosk_test-seen.png").string()});
    }
    return same;
}

content::Answers PlayedKiosk::answers(const std::string& json) const {
    const auto file = folder_ / "answers.json";
    std::ofstream(file) << json;
    auto read = preview::read_answers(file, installed_library());
    fs::remove(file);
    if (!read) std::abort();  // the test's own fault
    return std::move(read->answers);
}

bool PlayedKiosk::go_to_review(const std::string& language, const std::string& json) {
    return press("language." + language) && press("promise.make") &&
           answer_all(robot_, shadow_, installed_library(), answers(json)) && shows_the_same();
}

bool PlayedKiosk::print() {
    if (!press("review.print")) return false;
    papers::Wishes wishes;
    wishes.language = shadow_.language;
    const auto pages = papers::pages_of_visit(shadow_.answers, installed_library(), wishes, installed_typesetter());
    shadow_hears(visit::Composed{static_cast<int>(pages.size())});
    return true;
}

void PlayedKiosk::shadow_hears(const visit::Event& said) {
    visit::step(shadow_, said, installed_library());
}

bool PlayedKiosk::says_goodbye(visit::EndReason reason, visit::Leftovers leftovers,
                               const std::vector<visit::Place>& found) {
    machine().receipt = clean_receipt();
    machine().receipt->found = found;
    shadow_.printer.leftovers = leftovers;
    shadow_.screen = visit::Screen::goodbye;
    shadow_.overlay = visit::Overlay::none;
    shadow_.ended = reason;
    return shows_the_same();
}

bool PlayedKiosk::was_replaced() const {
    std::ifstream call("/proc/" + std::to_string(process_->id()) + "/cmdline");
    const std::string all{std::istreambuf_iterator<char>(call), {}};
    return all.find("--farewell") != std::string::npos;
}

bool PlayedKiosk::is_blank() const {
    const auto pixels = screen_.pixels();
    return std::equal(pixels.begin() + 3, pixels.end(), pixels.begin());
}

}  // namespace pocketplan::tests
