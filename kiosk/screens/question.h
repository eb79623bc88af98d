#pragma once

#include "kiosk/screens/scene.h"

// The parts of the question screen, by kind of answer.
namespace pocketplan::screens {

void draw_options(Scene& scene, const ui::Rect& body);
void draw_words(Scene& scene, ui::Rect body);
void draw_date(Scene& scene, ui::Rect body);
void draw_time(Scene& scene, const ui::Rect& body);
void draw_countries(Scene& scene, ui::Rect body);

}  // namespace pocketplan::screens
