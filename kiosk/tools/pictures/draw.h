#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/library.h"
#include "kiosk/ui/geometry.h"
#include "kiosk/visit/visit.h"
#include "printer/page/page.h"
#include "printer/typeset/typesetter.h"

// Pictures of screens and papers: for the proof book, for docs/screenshots, for a designer's look at all of them.
namespace pocketplan::pictures {

// 8-bit RGB, rows top to bottom without padding.
struct Picture {
    std::string name;  // "question.situation.2"
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;
};
// 32 levels per channel: a quarter less to keep or send, and no reader notices.
void coarsen(Picture& picture);
using Take = std::function<void(Picture picture)>;

// How the screens are to look.
struct Pose {
    content::LanguageIndex language{};
    ui::Display display{};
    visit::TextSize text_size = visit::TextSize::normal;
    visit::Theme theme = visit::Theme::calm;
};

// Every screen whose name begins with `prefix`, in the order they are met.
void draw_screens(const content::Library& library, const typeset::Typesetter& typesetter, const Pose& pose,
                  std::string_view prefix, const Take& take);
// Pages as a reader of the PDF sees them, at so many dots an inch; NAME.1, NAME.2 ... False where poppler cannot read
// what we wrote.
bool draw_pages(std::span<const page::Page> pages, const typeset::Typesetter& typesetter, const std::string& name,
                double resolution, const Take& take);
// Every paper of the plan that all questions answered come to, and every topic.
bool draw_papers(const content::Library& library, const typeset::Typesetter& typesetter,
                 content::LanguageIndex language, double resolution, const Take& take);

}  // namespace pocketplan::pictures
