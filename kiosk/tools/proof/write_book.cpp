#include "kiosk/tools/proof/write_book.h"

#include "content/whole_file.h"
#include "kiosk/papers/installed.h"
#include "kiosk/tools/proof/html.h"
#include "kiosk/tools/proof/pictures.h"

namespace pocketplan::proof {
namespace {

namespace fs = std::filesystem;
using Written = tl::expected<void, std::string>;

std::string unwritable(const fs::path& file) {
    return file.string() + ": cannot be written; name a folder that you may write to";
}

Written write(const fs::path& file, const std::string& text) {
    if (content::write_whole_file(file, text)) return {};
    return tl::unexpected(unwritable(file));
}

Written take_along(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::copy_file(from, to, fs::copy_options::overwrite_existing, error);
    if (!error) return {};
    fs::remove(to, error);  // half of it
    return tl::unexpected(unwritable(to));
}

}  // namespace

Written write_book(const content::Library& library, const PackFolders& from, const typeset::Typesetter& typesetter,
                   const content::Date& today, const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) return tl::unexpected(unwritable(folder));
    const Book book = make_book(library);
    std::vector<LanguagePage> pages;
    for (std::size_t at = 0; at < library.languages.size(); ++at) {
        const auto language = static_cast<content::LanguageIndex>(at);
        const auto beside = folder / library.languages[at].tag;
        auto pictures = draw_pictures(library, language, typesetter, beside);
        if (!pictures) {
            const bool ours = pictures.error() == PictureFault::unreadable;
            return tl::unexpected(
                ours ? beside.string() + ": poppler cannot read our PDF; please report this to the Pocketplan project"
                     : unwritable(beside));
        }
        pages.push_back(
            {library, book, language, review_states(library, language, today, typesetter), std::move(*pictures)});
    }
    Written written = write(folder / "index.html", index_page(library, pages, today));
    for (const auto& page : pages) {
        if (written) written = write(folder / (library.language(page.language).tag + ".html"), language_page(page));
    }
    // The source language's own file, with its empty msgstr, is the template.
    const std::string source = library.languages.front().tag + ".po";
    if (written) written = take_along(from.pack / "languages" / source, folder / "pack.pot");
    if (written) written = take_along(from.common / "languages" / source, folder / "common.pot");
    if (written) written = take_along(papers::shipped_file("proof.css"), folder / "proof.css");
    return written;
}

}  // namespace pocketplan::proof
