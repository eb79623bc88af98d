#include "kiosk/tools/pictures/draw.h"

#include <algorithm>
#include <memory>

#include <poppler-document.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include "kiosk/papers/compose.h"
#include "kiosk/picture/picture.h"
#include "kiosk/sheets/sheets.h"
#include "kiosk/tools/pictures/every_screen.h"
#include "kiosk/ui/present.h"
#include "kiosk/view/describe.h"
#include "printer/pdf/pdf.h"

namespace pocketplan::pictures {
namespace {

// A day on which every date that the screens show lies ahead.
constexpr content::Date today{2026, 11, 26};

Picture picture_of(const poppler::image& image, const std::string& name) {
    Picture picture{name, image.width(), image.height(), {}};
    picture.pixels.reserve(static_cast<std::size_t>(image.width()) * static_cast<std::size_t>(image.height()) * 3);
    for (int row = 0; row < image.height(); ++row) {
        const auto* const grey =
            reinterpret_cast<const std::uint8_t*>(image.const_data()) + row * image.bytes_per_row();
        for (int column = 0; column < image.width(); ++column)
            picture.pixels.insert(picture.pixels.end(), 3, grey[column]);
    }
    return picture;
}

// The sheets that a screen shows are those of the answers on it, whatever stack it was posed with. The answers stay the
// same from the review on.
void pose_sheets(visit::Visit& visit, sheets::Sheets& sheets) {
    auto* const reviewing = std::get_if<visit::Reviewing>(&visit.state);
    if (reviewing == nullptr && !visit.job) return;
    papers::Wishes wishes;
    wishes.language = visit.language;
    const auto stack = sheets.compose(visit, wishes);
    if (reviewing != nullptr) reviewing->stack = stack;
    if (visit.job) visit.job->pages = stack.sheets;
}

// True if the next frame shows more than the last.
bool draw_wanted(sheets::Sheets& sheets) {
    bool drew = false;
    while (sheets.draw_one()) drew = true;
    return drew;
}

}  // namespace

void coarsen(Picture& picture) {
    for (auto& value : picture.pixels) value = static_cast<std::uint8_t>(value >= 0xFC ? 0xFF : (value + 4) & 0xF8);
}

void draw_screens(const content::Library& library, const typeset::Typesetter& typesetter, const Pose& pose,
                  std::string_view prefix, const Take& take) {
    view::Machine machine{.today = today};
    ui::Ui ui(typesetter);
    sheets::Sheets sheets(library, typesetter);
    picture::Picture picture(pose.display);
    visit::Visit visit(library);
    visit.language = pose.language;
    visit.text_size = pose.text_size;
    visit.theme = pose.theme;
    show_every_screen(visit, machine, library, [&](const std::string& name) {
        if (!name.starts_with(prefix)) return false;
        pose_sheets(visit, sheets);
        do {
            ui.begin(pose.display, ui::look_of(visit, library, pose.display), {});
            ui::present(ui, view::describe(visit, library, machine), view::Sayer(visit, library, machine), &sheets);
            picture.draw(ui.end(), ui.atlas());
        } while (draw_wanted(sheets) || ui.incomplete());
        take({name, pose.display.width, pose.display.height, picture.pixels()});
        const auto& widgets = ui.widgets();
        return std::any_of(widgets.begin(), widgets.end(), [](const auto& w) { return w.id == "page.turn"; });
    });
}

bool draw_pages(std::span<const page::Page> pages, const typeset::Typesetter& typesetter, const std::string& name,
                double resolution, const Take& take) {
    const auto bytes = pdf::write_pdf(pages, typesetter);
    if (!bytes) return false;
    const std::unique_ptr<poppler::document> document(poppler::document::load_from_raw_data(
        reinterpret_cast<const char*>(bytes->data()), static_cast<int>(bytes->size())));
    if (!document) return false;
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_gray8);
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    for (int at = 0; at < document->pages(); ++at) {
        const std::unique_ptr<poppler::page> page(document->create_page(at));
        const auto image = renderer.render_page(page.get(), resolution, resolution);
        if (!image.is_valid()) return false;
        take(picture_of(image, name + "." + std::to_string(at + 1)));
    }
    return true;
}

bool draw_papers(const content::Library& library, const typeset::Typesetter& typesetter,
                 content::LanguageIndex language, double resolution, const Take& take) {
    papers::Wishes wishes;
    wishes.language = language;
    for (const auto& paper : papers::compose_visit(sample_answers(library), library, wishes, typesetter)) {
        if (!draw_pages(paper.pages, typesetter, "paper." + paper.paper->id, resolution, take)) return false;
    }
    for (const auto& topic : library.topics) {
        const auto sheet = papers::compose_topic(topic, library, wishes, typesetter);
        if (!draw_pages(sheet.pages, typesetter, "topic." + topic.id + ".sheet", resolution, take)) return false;
    }
    return true;
}

}  // namespace pocketplan::pictures
