// The picture of all icons in docs/CONTENT.md is up to date.

#include <gtest/gtest.h>

#include "assets/icon.h"
#include "kiosk/picture/picture.h"
#include "kiosk/ui/ui.h"
#include "tests/support/golden.h"
#include "tests/support/pack.h"

namespace pocketplan::ui {
namespace {

constexpr Display page_display{900, 1380, 4};
constexpr int columns = 8;

// Each above its name, in the order of their names.
void draw_icons(Ui& ui) {
    const Type type{.align = typeset::Align::centre, .least_capital = 1.8, .most_capital = 1.8};
    const double cell = ui.screen().width / columns;
    int at = 0;
    for (const auto icon : all_icons) {
        const auto name = name_of(icon);
        const double x = (at % columns) * cell;
        const double y = ui.mm(3) + (at / columns) * ui.mm(26);
        ui.icon({x + (cell - ui.mm(12)) / 2, y, ui.mm(12), ui.mm(12)}, icon, ui.colours().ink);
        ui.text({x, y + ui.mm(14), cell, ui.mm(8)}, name, type);
        ++at;
    }
}

TEST(Golden, TheManualShowsEveryIconAboveItsName) {
    ASSERT_LE(all_icons.size(), 13U * columns) << "make the picture taller";
    Ui ui(tests::typesetter());
    picture::Picture picture(page_display);
    do {
        ui.begin(page_display, {}, {});
        ui.fill(ui.screen(), ui.colours().card);
        draw_icons(ui);
        picture.draw(ui.end(), ui.atlas());
    } while (ui.incomplete());
    EXPECT_EQ(tests::differs_from_golden("icons", {page_display.width, page_display.height, picture.pixels()}), "");
}

}  // namespace
}  // namespace pocketplan::ui
