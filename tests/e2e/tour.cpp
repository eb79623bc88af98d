// pocketplan-tour: plays one visit by touch, without a display, from an answers file; leaves a picture of every screen
// and the printed pages in a folder. ./dev run starts it on a machine without a display.

#include <chrono>
#include <filesystem>
#include <iostream>
#include <string>
#include <thread>

#include <CLI/CLI.hpp>

#include "kiosk/app/session.h"
#include "kiosk/papers/installed.h"
#include "kiosk/picture/picture.h"
#include "kiosk/tools/command_line.h"
#include "kiosk/tools/preview/answers_file.h"
#include "kiosk/view/machine.h"
#include "printer/queue/printer.h"
#include "tests/support/robot.h"
#include "tests/support/visitor.h"

namespace {

using namespace pocketplan;
namespace fs = std::filesystem;

struct Tour {
    std::string answers = "content/check-in/personas/amal.json";
    std::string content;
    std::string language;
    std::string out = "out";
    int width = 1280;
    int height = 800;
    double pixels_per_millimetre = 4.65;  // a display of 12.8 inches
};

int fail(const std::string& what) {
    std::cerr << "pocketplan-tour: " << what << "\n";
    return 1;
}

class Guide {
public:
    Guide(const Tour& tour, const content::Library& library, const typeset::Typesetter& typesetter,
          app::Session& session, int pictures = 0)
        : out_(tour.out),
          display_{tour.width, tour.height, tour.pixels_per_millimetre},
          session_(session),
          picture_(display_),
          robot_(library, typesetter, display_, session.visit(),
                 [&session](const visit::Event& event) { session.apply(event); }),
          pictures_(pictures) {
        robot_.set_pictures(session.pictures());
    }

    tests::Robot& robot() { return robot_; }

    void look() {
        robot_.draw();
        while (session_.work() != app::Session::Work::nothing) robot_.draw();
        robot_.show([&](const ui::Frame& frame, const ui::Atlas& atlas) { picture_.draw(frame, atlas); });
        char name[32];
        std::snprintf(name, sizeof name, "screen-%02d.png", ++pictures_);
        picture_.save(out_ / name);
    }

    // Until the printer has reported the outcome.
    bool wait_for_paper() {
        using namespace std::chrono_literals;
        for (int i = 0; i < 200 && session_.visit().is<visit::Printing>(); ++i) {
            std::this_thread::sleep_for(20ms);
            session_.take_reports();
        }
        return session_.visit().is<visit::AskingForPaper>();
    }

    // Hides the screen, and comes back as its visitor does. No lot is drawn here: the sign is the first.
    bool hide() {
        if (!robot_.press("bar.hide")) return false;
        look();
        return robot_.hold("hidden.sun");
    }

    // What lies over a screen, and goes away again.
    bool look_over(std::string_view open, std::string_view close) {
        if (!robot_.press(open)) return false;
        look();
        return robot_.press(close);
    }

    [[nodiscard]] int pictures() const { return pictures_; }

private:
    fs::path out_;
    ui::Display display_;
    app::Session& session_;
    picture::Picture picture_;
    tests::Robot robot_;
    int pictures_;  // taken so far
};

bool visit_learn(Guide& guide, const std::string& topic) {
    auto& robot = guide.robot();
    if (!robot.press("promise.learn")) return false;
    guide.look();
    if (!robot.press("topic." + topic)) return false;
    guide.look();
    return robot.press("bar.back") && robot.press("bar.back");
}

bool play(Guide& guide, app::Session& session, const content::Library& library, const content::Answers& answers,
          const std::string& language) {
    auto& robot = guide.robot();
    guide.look();
    if (!robot.press("language." + language)) return false;
    guide.look();
    const bool teaches = !library.topics.empty();
    if ((teaches && !visit_learn(guide, library.topics.front().id)) || !guide.hide() ||
        !guide.look_over("bar.more", "more.close") || !guide.look_over("bar.erase", "erase.no")) {
        return false;
    }
    if (!robot.press("promise.make")) return false;
    if (!tests::answer_all(robot, session.visit(), library, answers, [&] { guide.look(); })) return false;
    guide.look();
    if (!robot.press("see." + library.papers.front().id)) return false;
    guide.look();
    if (!robot.press("seen.close")) return false;
    if (!robot.press("review.answers")) return false;
    guide.look();
    if (!robot.press("review.papers") || !robot.press("review.print")) return false;
    guide.look();
    if (!guide.wait_for_paper()) return false;
    guide.look();
    return robot.press("hand.yes") && session.ended();
}

// As the kiosk does: a visit that has ended hears nothing more, and the next one says goodbye.
bool say_goodbye(const Tour& tour, const content::Library& library, const typeset::Typesetter& typesetter,
                 const forgetting::Farewell& farewell, int pictures) {
    app::Session next(library, typesetter, nullptr, {}, app::TrayMemory(""), [] {});
    next.say_goodbye(farewell);
    Guide guide(tour, library, typesetter, next, pictures);
    guide.robot().machine().path = view::PrintPath::files;
    guide.look();
    return next.visit().is<visit::Goodbye>();
}

// The call's, else the file's, else the pack's first.
std::string language_of(const Tour& tour, const content::Library& library, const std::string& of_file) {
    if (!tour.language.empty()) return tour.language;
    return of_file.empty() ? library.languages.front().tag : of_file;
}

// What a tour before this one left in the folder, and nothing else: it may hold files of others.
void remove_last_tour(const fs::path& out) {
    for (const auto& entry : fs::directory_iterator(out)) {
        const auto name = entry.path().filename().string();
        const bool ours = (name.starts_with("screen-") && name.ends_with(".png")) ||
                          (name.starts_with("plan-") && name.ends_with(".pdf"));
        if (ours && entry.is_regular_file()) fs::remove(entry.path());
    }
}

int run(const Tour& tour) {
    const fs::path content = tour.content.empty() ? papers::shipped_file("content.db") : fs::path(tour.content);
    const auto library = content::load_library(content);
    if (!library) return fail(content::describe(library.error(), content));
    const auto typesetter = typeset::Typesetter::create(papers::shipped_file("fonts/fonts.conf"));
    if (!typesetter) return fail("no fonts beside the program");
    const auto file = preview::read_answers(tour.answers, *library);
    if (!file) return fail(file.error());
    const auto language = language_of(tour, *library, file->language);
    if (!library->find_language(language)) {
        return fail("the pack has no language '" + language + "', only " + library->tags());
    }
    fs::create_directories(tour.out);
    remove_last_tour(tour.out);

    app::Session session(*library, *typesetter, *queue::open_printer("folder:" + tour.out, "pocketplan-tour"), {},
                         app::TrayMemory(""), [] {});
    Guide guide(tour, *library, *typesetter, session);
    const bool played = play(guide, session, *library, file->answers, language);
    session.stop_printing();
    const int before = guide.pictures();
    if (!played || !say_goodbye(tour, *library, *typesetter, session.farewell(), before))
        return fail("the visit stopped at picture " + std::to_string(before));
    std::cout << "No display: played one visit. " << before + 1 << " pictures of screens and plan-1.pdf are in "
              << tour.out << "/\n";
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Plays one visit and leaves pictures of every screen"};
    Tour tour;
    app.add_option("--answers", tour.answers, "the visitor's answers, as JSON");
    app.add_option("--content", tour.content, "a content.db other than the one beside the program");
    app.add_option("--language", tour.language, "a tag such as ar; else the file's, else the pack's first");
    app.add_option("--out", tour.out, "the folder to fill; pictures and plans of the last tour are removed");
    app.add_option("--width", tour.width, "pixels");
    app.add_option("--height", tour.height, "pixels");
    app.add_option("--density", tour.pixels_per_millimetre, "pixels a millimetre");
    if (const auto ended = tools::parse(app, "pocketplan-tour", argc, argv)) return *ended;
    return run(tour);
}
