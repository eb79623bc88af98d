#include "tests/e2e/played_kiosk.h"

#include <fstream>
#include <iterator>

#include <unistd.h>

#include "kiosk/papers/installed.h"

namespace pocketplan::tests {
namespace {

namespace fs = std::filesystem;

// Not in the folder for temporary files: the kiosk searches that, so we keep nothing there.
fs::path make_folder() {
    char name[] = "/var/lib/played_kiosk.XXXXXX";
    const fs::path folder = mkdtemp(name);
    for (const char* inner : {"home", "tmp", "state", "runtime"}) fs::create_directory(folder / inner);
    return folder;
}

}  // namespace

PlayedKiosk::PlayedKiosk(Screen::Size size)
    : PlayedKiosk(std::make_unique<RealScreen>(RealScreen::next_number(), size)) {}

PlayedKiosk::PlayedKiosk(std::unique_ptr<RealScreen> screen)
    : ShadowedKiosk(std::move(screen)),
      screen_(static_cast<RealScreen&>(ShadowedKiosk::screen())),
      folder_(make_folder()) {
    if (fs::exists("/var/spool/cups")) shadow_searches(visit::Place::spool);
}

PlayedKiosk::~PlayedKiosk() {
    process_.reset();
    fs::remove_all(folder_);
}

bool PlayedKiosk::start(const std::string& printer, const std::vector<std::string>& environment) {
    launch(printer, environment);
    return shows_the_same();
}

void PlayedKiosk::launch(const std::string& printer, const std::vector<std::string>& environment) {
    shadow_prints_to(printer);
    std::ofstream(settings()) << "[display]\nwidth_mm = " << screen_.size().width / 4
                              << "\nreduce_motion = true\n[touch]\ndeaf_ms = " << deaf_.count()
                              << "\n[memory]\nunlocked = \"warn\"\n[printer]\n"
                              << (printer.empty() ? "" : "uri = \"" + printer + "\"\n") << more_settings_;
    std::vector<std::string> variables{"DISPLAY=" + screen_.name()};
    for (const auto& [name, folder] :
         {std::pair("HOME", "home"), std::pair("TMPDIR", "tmp"), std::pair("STATE_DIRECTORY", "state"),
          std::pair("RUNTIME_DIRECTORY", "runtime"), std::pair("XDG_RUNTIME_DIR", "runtime")}) {
        variables.push_back(std::string(name) + "=" + (folder_ / folder).string());
    }
    variables.insert(variables.end(), environment.begin(), environment.end());
    process_.reset();  // two do not run at a time
    process_ = std::make_unique<Process>(call(), log().string(), variables);
}

// Installed for this program alone, in a mount namespace of its own.
std::vector<std::string> PlayedKiosk::call() const {
    std::vector<std::string> call{program_.string()};
    if (installed_) {
        const fs::path home(INSTALLED_HOME);
        fs::create_directories(home);
        const auto install = "mount --bind " + papers::shipped_file("").string() + " " + home.string();
        call = {"unshare", "-m", "sh", "-c", install + R"( && exec "$@")", "sh", home / "pocketplan"};
    }
    call.insert(call.begin(), caller_.begin(), caller_.end());
    call.insert(call.end(), {"--config", settings().string()});
    call.insert(call.end(), more_arguments_.begin(), more_arguments_.end());
    return call;
}

// The kernel gives each its own random bytes, and says where they lie.
std::string PlayedKiosk::start_of_program() const {
    std::ifstream vector("/proc/" + std::to_string(process_->id()) + "/auxv", std::ios::binary);
    return {std::istreambuf_iterator<char>(vector), {}};
}

bool PlayedKiosk::was_replaced() const {
    std::ifstream call("/proc/" + std::to_string(process_->id()) + "/cmdline");
    const std::string all{std::istreambuf_iterator<char>(call), {}};
    return all.find("--farewell") != std::string::npos;
}

}  // namespace pocketplan::tests
