#include "kiosk/tools/proof/pictures.h"

#include "kiosk/picture/png.h"
#include "kiosk/tools/pictures/draw.h"

namespace pocketplan::proof {
namespace {

// A display of 10.1 inches, as many pixels as are read well beside the texts.
constexpr ui::Display display{960, 600, 4.4};
constexpr double paper_resolution = 80;  // dots per inch

}  // namespace

tl::expected<std::vector<BookPicture>, PictureFault> draw_pictures(const content::Library& library,
                                                                   content::LanguageIndex language,
                                                                   const typeset::Typesetter& typesetter,
                                                                   const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    std::vector<BookPicture> saved;
    bool written = true;
    const auto save = [&](pictures::Picture picture) {
        pictures::coarsen(picture);
        const picture::Pixels pixels{picture.width, picture.height, picture::Channels::rgb, picture.pixels};
        written = picture::save_png(pixels, folder / (picture.name + ".png")) && written;
        saved.push_back({picture.name, picture.width, picture.height});
    };
    pictures::draw_screens(library, typesetter, {.language = language, .display = display}, "", save);
    const bool readable = pictures::draw_papers(library, typesetter, language, paper_resolution, save);
    if (!readable) return tl::unexpected(PictureFault::unreadable);
    if (!written) return tl::unexpected(PictureFault::unwritable);
    return saved;
}

}  // namespace pocketplan::proof
