// pocketplan-pictures: draws screens and papers as PNG files, or on one contact sheet.

#include <filesystem>
#include <map>

#include <CLI/CLI.hpp>

#include "content/library.h"
#include "kiosk/picture/png.h"
#include "kiosk/tools/command_line.h"
#include "kiosk/tools/pictures/contact_sheet.h"
#include "kiosk/tools/pictures/displays.h"

namespace {

using namespace pocketplan;
using pictures::Picture;

using tools::Failure;
using Done = tl::expected<void, Failure>;

std::map<std::string, ui::Display> known_displays() {
    std::map<std::string, ui::Display> known;
    for (const auto& [name, display] : pictures::displays) known[name] = display;
    return known;
}
const std::map<std::string, ui::Display> displays = known_displays();
const std::map<std::string, visit::Theme> themes{{"calm", visit::Theme::calm},
                                                 {"white_on_black", visit::Theme::white_on_black},
                                                 {"black_on_white", visit::Theme::black_on_white}};
const std::map<std::string, visit::TextSize> sizes{{"small", visit::TextSize::small},
                                                   {"normal", visit::TextSize::normal},
                                                   {"large", visit::TextSize::large},
                                                   {"huge", visit::TextSize::huge}};

struct Call {
    std::filesystem::path content;
    std::filesystem::path out;
    std::string language = "en";
    std::string display = "wide";
    std::string theme = "calm";
    std::string size = "normal";
    std::string prefix;
    bool papers = false;
    int columns = 0;  // of a contact sheet; 0: a file each
    int width = 480;  // pixels, of each picture on it
};

Done save(const Picture& picture, const std::filesystem::path& file) {
    const picture::Pixels pixels{picture.width, picture.height, picture::Channels::rgb, picture.pixels};
    if (picture::save_png(pixels, file)) return {};
    return tools::failed(file.string() + ": cannot be written; name a folder that exists");
}

Done draw(const Call& call) {
    const auto typesetter = tools::load_fonts();
    if (!typesetter) return tl::make_unexpected(typesetter.error());
    const auto library = content::load_library(call.content);
    if (!library) return tools::users_fault(content::describe(library.error(), call.content));
    const auto language = library->find_language(call.language);
    if (!language) {
        return tools::users_fault("--language: expected one of " + library->tags() + ", found '" + call.language + "'");
    }
    Done done;
    std::vector<Picture> small;
    const auto take = [&](const Picture& picture) {
        if (call.columns > 0) {
            small.push_back(pictures::shrunk(picture, call.width));
        } else if (done) {
            done = save(picture, call.out / (picture.name + ".png"));
        }
    };
    if (call.papers) {
        constexpr double resolution = 110;  // dots per inch
        const bool read = pictures::draw_papers(*library, *typesetter, *language, resolution, take);
        if (!read) return tools::failed("poppler cannot read a page of ours; please report this");
    } else {
        const pictures::Pose pose{*language, displays.at(call.display), sizes.at(call.size), themes.at(call.theme)};
        pictures::draw_screens(*library, *typesetter, pose, call.prefix, take);
    }
    return call.columns > 0 ? save(pictures::contact_sheet(small, call.columns), call.out) : done;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Draws Pocketplan's screens and papers as pictures"};
    Call call;
    app.add_option("--content", call.content, "the content.db")->required();
    app.add_option("--out", call.out, "a folder; with --columns, a PNG file")->required();
    app.add_option("--language", call.language, "BCP 47 tag");
    app.add_option("--display", call.display, "wide, tall, small, middle or large")->check(CLI::IsMember(displays));
    app.add_option("--theme", call.theme, "calm, white_on_black or black_on_white")->check(CLI::IsMember(themes));
    app.add_option("--size", call.size, "of the words: small, normal, large or huge")->check(CLI::IsMember(sizes));
    app.add_option("--only", call.prefix, "only screens whose name begins so");
    app.add_flag("--papers", call.papers, "papers instead of screens");
    app.add_option("--columns", call.columns, "all on one contact sheet, so many in a row")->check(CLI::Range(1, 20));
    app.add_option("--width", call.width, "pixels of each picture on it")->check(CLI::Range(50, 4000));
    if (const auto ended = tools::parse(app, "pocketplan-pictures", argc, argv)) return *ended;
    const auto done = draw(call);
    return done ? 0 : tools::report(done.error());
}
