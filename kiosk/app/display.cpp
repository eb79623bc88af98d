#include "kiosk/app/display.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pocketplan::app {
namespace {

// Pixels per millimetre. Displays that are served have 2.7 to 7.3 (docs/LOOK.md, Displays); the least and the most that
// one of 10 inches or more has are those of 55 inches with 1920 pixels, and of 10.1 inches with 2560.
constexpr double least_density = 1.5;
constexpr double most_density = 11.8;
bool is_plausible(double density) {
    return density >= least_density && density <= most_density;
}

// 15.6 inches with 1920 pixels; and the width of 24 inches, which nothing with more pixels falls short of.
constexpr double usual_density = 5.56;
constexpr double width_of_many = 531;

// The two sides of a display, whichever way it is mounted: EDID knows nothing of that.
struct Sides {
    double longer;
    double shorter;
};
template <class Number>
Sides sides(Number width, Number height) {
    return {static_cast<double>(std::max(width, height)), static_cast<double>(std::min(width, height))};
}

// Some EDIDs have the ratio of the sides in place of their lengths, in whatever unit.
bool is_only_a_ratio(const Sides& millimetres) {
    constexpr std::array ratios{Sides{16, 9}, Sides{16, 10}, Sides{4, 3}};
    constexpr std::array units{1.0, 10.0, 100.0};
    return std::any_of(ratios.begin(), ratios.end(), [&](const Sides& ratio) {
        return std::any_of(units.begin(), units.end(), [&](double unit) {
            return std::lround(millimetres.longer) == std::lround(ratio.longer * unit) &&
                   std::lround(millimetres.shorter) == std::lround(ratio.shorter * unit);
        });
    });
}

// Unset where the report cannot be right.
std::optional<double> density_of(const DisplayReport& report) {
    const auto pixels = sides(report.display.width, report.display.height);
    const auto millimetres = sides(report.width, report.height);
    if (millimetres.shorter <= 0 || is_only_a_ratio(millimetres)) return std::nullopt;
    const double density = pixels.longer / millimetres.longer;
    if (!is_plausible(density) || !is_plausible(pixels.shorter / millimetres.shorter)) return std::nullopt;
    return density;
}

double safe_density(const DisplayReport& report) {
    return std::max(usual_density, sides(report.display.width, report.display.height).longer / width_of_many);
}

visit::DisplaySize size_of(const WindowSize& pixels, double width, double height) {
    return {pixels.width, pixels.height, static_cast<int>(std::lround(width)), static_cast<int>(std::lround(height))};
}

}  // namespace

JudgedDisplay judge_display(const DisplayReport& report, double set_width) {
    const auto [columns, rows] = report.window;
    const double set = set_width > 0 ? columns / set_width : 0;
    const bool is_set = is_plausible(set);
    const auto reported = density_of(report);
    const double density = is_set ? set : reported.value_or(safe_density(report));
    const ui::Display display{columns, rows, density};
    JudgedDisplay judged{ui::with_room(display), size_of(report.window, display.width_mm(), display.height_mm()), {}};
    if (set_width > 0 && !is_set) {
        judged.size = size_of(report.window, set_width, rows / set);
        judged.finding = visit::Finding::display_size;
    } else if (!is_set && !reported) {
        judged.size = size_of(report.display, report.width, report.height);
        judged.finding = visit::Finding::display_size;
    } else if (!ui::has_room(display)) {
        judged.finding = visit::Finding::display;
    }
    return judged;
}

}  // namespace pocketplan::app
