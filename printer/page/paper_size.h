#pragma once

// What a page is laid out for.
namespace pocketplan::page {

// All lengths are PDF points, 1/72 inch.
struct PaperSize {
    static constexpr double endless = 0;  // a height: a roll, whose pages are as tall as what stands on them

    double width = 0;
    double height = 0;

    bool operator==(const PaperSize&) const = default;
};
inline constexpr PaperSize letter{612, 792};    // ISO/IEC 10180 "na_letter"
inline constexpr PaperSize a4{595.28, 841.89};  // ISO 216
inline constexpr PaperSize receipt80{80 * 72 / 25.4, PaperSize::endless};

constexpr bool is_roll(const PaperSize& size) {
    return size.height == PaperSize::endless;
}

// What a printer leaves white on each side. All ink stays inside of it, and of our own margins where those are wider.
struct Margins {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    bool operator==(const Margins&) const = default;
};
// Of the hundredths of millimetres in which printers tell their margins (PWG 5100.3).
constexpr double points_of_hundredths(int hundredths) {
    return hundredths * 72 / 2540.0;
}

}  // namespace pocketplan::page
