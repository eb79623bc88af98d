#include "kiosk/ui/theme.h"

#include <cstdlib>

namespace pocketplan::ui {

const Palette& palette(Theme theme) {
    static constexpr Palette calm{.ground = rgb(0xFAF6EE),
                                  .card = rgb(0xFFFFFF),
                                  .ink = rgb(0x1C2326),
                                  .faint = rgb(0x898171),
                                  .accent = rgb(0x06474C),
                                  .on_accent = rgb(0xFFFFFF),
                                  .chosen = rgb(0xD9ECEC),
                                  .notice = rgb(0xFFE3A3),
                                  .on_notice = rgb(0x2B2005),
                                  .pressed = rgb(0xBFDDDD)};
    static constexpr Palette white_on_black{.ground = rgb(0x000000),
                                            .card = rgb(0x000000),
                                            .ink = rgb(0xFFFFFF),
                                            .faint = rgb(0x9A9A9A),
                                            .accent = rgb(0xFFFFFF),
                                            .on_accent = rgb(0x000000),
                                            .chosen = rgb(0x000000),
                                            .notice = rgb(0x000000),
                                            .on_notice = rgb(0xFFFFFF),
                                            .pressed = rgb(0x404040)};
    static constexpr Palette black_on_white{.ground = rgb(0xFFFFFF),
                                            .card = rgb(0xFFFFFF),
                                            .ink = rgb(0x000000),
                                            .faint = rgb(0x666666),
                                            .accent = rgb(0x000000),
                                            .on_accent = rgb(0xFFFFFF),
                                            .chosen = rgb(0xFFFFFF),
                                            .notice = rgb(0xFFFFFF),
                                            .on_notice = rgb(0x000000),
                                            .pressed = rgb(0xC0C0C0)};
    switch (theme) {
        case Theme::calm:
            return calm;
        case Theme::white_on_black:
            return white_on_black;
        case Theme::black_on_white:
            return black_on_white;
    }
    std::abort();
}

}  // namespace pocketplan::ui
