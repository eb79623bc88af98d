#include "kiosk/proof/pictures.h"

#include <algorithm>
#include <memory>

#include <poppler-document.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include "kiosk/papers/compose.h"
#include "kiosk/picture/picture.h"
#include "kiosk/picture/png.h"
#include "kiosk/proof/every_screen.h"
#include "kiosk/ui/present.h"
#include "kiosk/view/describe.h"
#include "kiosk/ui/ui.h"
#include "printer/pdf/pdf.h"

namespace pocketplan::proof {
namespace {

using content::LanguageIndex;

// A display of 10.1 inches, as many pixels as are read well beside the texts.
constexpr ui::Display display{960, 600, 4.4};
constexpr double paper_resolution = 80;  // dots an inch

// Thirty-two steps a channel: a quarter less to send, and no reader sees it.
void coarsen(std::vector<std::uint8_t>& pixels) {
    for (auto& value : pixels) value = static_cast<std::uint8_t>(value >= 0xFC ? 0xFF : (value + 4) & 0xF8);
}

class Drawing {
public:
    Drawing(const content::Library& library, LanguageIndex language, const typeset::Typesetter& typesetter,
            std::filesystem::path folder)
        : library_(library), language_(language), typesetter_(typesetter), folder_(std::move(folder)) {}

    void screens() {
        view::Machine machine{.this_year = 2026};
        ui::Ui ui(typesetter_);
        picture::Picture picture(display);
        visit::Visit visit(library_);
        visit.language = language_;
        show_every_screen(visit, machine, library_, [&](const std::string& name) {
            do {
                ui.begin(display, ui::look_of(visit, library_, display), {});
                ui::present(ui, view::describe(visit, library_, machine), view::Sayer(visit, library_, machine));
                picture.draw(ui.end(), ui.atlas());
            } while (ui.incomplete());
            save(name, picture.pixels(), picture::Channels::rgb, display.width, display.height);
            const auto& widgets = ui.widgets();
            return std::any_of(widgets.begin(), widgets.end(), [](const auto& w) { return w.id == "page.turn"; });
        });
    }

    void papers() {
        papers::Wishes wishes;
        wishes.language = language_;
        for (const auto& paper : papers::compose_visit(sample_answers(library_), library_, wishes, typesetter_)) {
            pages("paper." + paper.paper->id, paper.pages);
        }
        for (const auto& topic : library_.topics) {
            pages("topic." + topic.id + ".sheet", papers::compose_topic(topic, library_, wishes, typesetter_).pages);
        }
    }

    tl::expected<std::vector<BookPicture>, PictureFault> take() {
        if (fault_) return tl::unexpected(*fault_);
        return std::move(pictures_);
    }

private:
    void save(const std::string& name, std::vector<std::uint8_t> pixels, picture::Channels channels, int width,
              int height) {
        coarsen(pixels);
        if (!picture::save_png({width, height, channels, pixels}, folder_ / (name + ".png"))) {
            fault_ = PictureFault::unwritable;
        }
        pictures_.push_back({name, width, height});
    }

    void pages(const std::string& name, std::span<const page::Page> pages) {
        const auto bytes = pdf::write_pdf(pages, typesetter_);
        if (!bytes) {
            fault_ = PictureFault::unreadable;
            return;
        }
        const std::unique_ptr<poppler::document> document(poppler::document::load_from_raw_data(
            reinterpret_cast<const char*>(bytes->data()), static_cast<int>(bytes->size())));
        for (int at = 0; document && at < document->pages(); ++at) {
            draw(name + "." + std::to_string(at + 1), *document, at);
        }
        if (!document) fault_ = PictureFault::unreadable;
    }

    void draw(const std::string& name, const poppler::document& document, int at) {
        poppler::page_renderer renderer;
        renderer.set_image_format(poppler::image::format_gray8);
        renderer.set_render_hint(poppler::page_renderer::antialiasing);
        renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
        const std::unique_ptr<poppler::page> page(document.create_page(at));
        const auto image = renderer.render_page(page.get(), paper_resolution, paper_resolution);
        if (!image.is_valid()) {
            fault_ = PictureFault::unreadable;
            return;
        }
        std::vector<std::uint8_t> grey;
        for (int row = 0; row < image.height(); ++row) {
            const auto* const bytes =
                reinterpret_cast<const std::uint8_t*>(image.const_data()) + row * image.bytes_per_row();
            grey.insert(grey.end(), bytes, bytes + image.width());
        }
        save(name, std::move(grey), picture::Channels::grey, image.width(), image.height());
    }

    const content::Library& library_;
    LanguageIndex language_;
    const typeset::Typesetter& typesetter_;
    std::filesystem::path folder_;
    std::vector<BookPicture> pictures_;
    std::optional<PictureFault> fault_;
};

}  // namespace

tl::expected<std::vector<BookPicture>, PictureFault> draw_pictures(const content::Library& library,
                                                                   LanguageIndex language,
                                                                   const typeset::Typesetter& typesetter,
                                                                   const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    Drawing drawing(library, language, typesetter, folder);
    drawing.screens();
    drawing.papers();
    return drawing.take();
}

}  // namespace pocketplan::proof
