#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include <imgui.h>

#include "kiosk/ui/ui.h"

namespace pocketplan::ui {
namespace {

// Icons of our own, as strokes on a grid of 24 by 24: "L" a line through points, "Z" the same and closed, "C" a circle
// (centre and radius), "D" a disc. Few shapes, all of one weight, so that they read at 9 mm.
struct Icon {
    std::string_view name;
    std::string_view strokes;
};

constexpr std::array icons{
    Icon{"tick", "L 4 13 10 19 20 6"},
    Icon{"cross", "L 5 5 19 19 L 19 5 5 19"},
    Icon{"circle", "C 12 12 8"},
    Icon{"question", "C 12 12 10 L 9 9 9.5 7.5 11 6.5 13 6.5 14.5 7.5 15 9 14.5 10.5 12 12.5 12 14 D 12 17.5 1.1"},
    Icon{"building", "Z 4 21 4 8 12 3 20 8 20 21 L 8 11 8 17 L 12 11 12 17 L 16 11 16 17"},
    Icon{"desk", "L 3 12 21 12 L 5 12 5 20 L 19 12 19 20 C 12 6 3 L 8 12 9 9.5 15 9.5 16 12"},
    Icon{"home", "Z 3 12 12 4 21 12 L 6 10 6 20 18 20 18 10 L 10 20 10 14 14 14 14 20"},
    Icon{"phone", "Z 7 2 17 2 17 22 7 22 L 10 5 14 5 D 12 19 1.1"},
    Icon{"phone_silent", "Z 7 2 17 2 17 22 7 22 L 4 20 20 4"},
    Icon{"calendar", "Z 4 5 20 5 20 21 4 21 L 4 10 20 10 L 8 3 8 7 L 16 3 16 7 D 9 14 1.1 D 15 14 1.1 D 9 18 1.1"},
    Icon{"calendar_missed", "Z 4 5 20 5 20 21 4 21 L 4 10 20 10 L 8 3 8 7 L 16 3 16 7 L 9 13 15 18.5 L 15 13 9 18.5"},
    Icon{"clock", "C 12 12 9 L 12 6 12 12 16 15"},
    Icon{"road", "L 4 21 9 3 L 20 21 15 3 L 12 4 12 7 L 12 10 12 13 L 12 16 12 20"},
    Icon{"box", "Z 4 8 12 4 20 8 20 17 12 21 4 17 L 4 8 12 12 20 8 L 12 12 12 21"},
    Icon{"booklet", "Z 5 3 19 3 19 21 5 21 C 12 10 4 L 9 17 15 17"},
    Icon{"ankle", "L 9 2 9 13 5 18 5 21 19 21 19 18 15 14 15 2 Z 7.5 8 16.5 8 16.5 12 7.5 12"},
    Icon{"paper", "Z 6 2 15 2 19 6 19 22 6 22 L 15 2 15 6 19 6 L 9 11 16 11 L 9 15 16 15 L 9 19 13 19"},
    Icon{"people",
         "C 8 8 3.2 L 2 20 2.8 15 5.5 13 10.5 13 13.2 15 14 20 C 17 9 2.6 L 15.5 13.5 19 13.5 21.3 15.3 22 20"},
    Icon{"person", "C 12 7 4 L 4 21 5 16 8.5 13.5 15.5 13.5 19 16 20 21"},
    Icon{"child", "C 12 7 3 L 12 10 12 16 L 7 12 12 11 17 12 L 8 21 12 16 16 21"},
    Icon{"medicine", "Z 9 3 15 3 15 7 9 7 Z 7 7 17 7 17 21 7 21 L 12 10.5 12 17.5 L 8.5 14 15.5 14"},
    Icon{"back", "L 14 5 7 12 14 19"},
    Icon{"next", "L 10 5 17 12 10 19"},
    Icon{"skip", "L 5 6 11 12 5 18 L 13 6 19 12 13 18"},
    Icon{"more", "D 5 12 1.8 D 12 12 1.8 D 19 12 1.8"},
    Icon{"erase", "L 4 7 20 7 L 9 7 9 4 15 4 15 7 L 6 7 7 21 17 21 18 7 L 10 11 10.3 17.5 L 14 11 13.7 17.5"},
    Icon{"hide", "L 2 12 6 7.5 12 6 18 7.5 22 12 18 16.5 12 18 6 16.5 2 12 L 4 20 20 4"},
    Icon{"print", "Z 4 9 20 9 20 17 4 17 L 7 9 7 3 17 3 17 9 Z 7 14 17 14 17 21 7 21"},
    Icon{"learn", "L 12 6 9 4.5 3 4.5 3 18 9 18 12 20 15 18 21 18 21 4.5 15 4.5 12 6 12 20"},
    Icon{"globe", "C 12 12 9 L 3 12 21 12 L 12 3 8.5 7 8 12 8.5 17 12 21 L 12 3 15.5 7 16 12 15.5 17 12 21"},
    Icon{"eye", "L 2 12 6 7.5 12 6 18 7.5 22 12 18 16.5 12 18 6 16.5 2 12 C 12 12 3"},
    Icon{"pen", "L 4 20 5 15 16 4 20 8 9 19 4 20"},
    Icon{"keyboard", "Z 2 6 22 6 22 18 2 18 D 6 10 1 D 10 10 1 D 14 10 1 D 18 10 1 L 7 14.5 17 14.5"},
    Icon{"shift", "Z 12 4 20 12 15.5 12 15.5 20 8.5 20 8.5 12 4 12"},
    Icon{"backspace", "Z 8 5 21 5 21 19 8 19 2 12 L 11 9 17 15 L 17 9 11 15"},
    Icon{"hand",
         "L 8 13 8 5 L 8 5 10 3.6 11 5 11 11 L 11 4 13 3 14 4.5 14 11 L 14 5.5 16 5 17 6.5 17 14 16 19 13 21 9 20.5 7 "
         "18 4 13 5.5 12 8 14.5"},
    Icon{"alert", "Z 12 3 22 20 2 20 L 12 9 12 14.5 D 12 17.3 1.1"},
    Icon{"bell",
         "Z 4 18 6.5 15 6.5 10 8.5 6.5 12 5 15.5 6.5 17.5 10 17.5 15 20 18 L 10 18 10.5 20.5 13.5 20.5 14 18 L 12 5 12 "
         "3"},
    Icon{"fire",
         "Z 12 2 15 6 15.5 9.5 17.5 8 19 11.5 19 15 17 19 14 21.5 10 21.5 7 19 5 15 5.5 11 8 8 9.5 10.5 11 7.5 "
         "L 10 21.5 9 18.5 12 14 15 18.5 14 21.5"},
    Icon{"smoke",
         "L 6 21 4.5 18 6 15 7.5 12 6 9 4.5 6 6 3 L 12 21 10.5 18 12 15 13.5 12 12 9 10.5 6 12 3 "
         "L 18 21 16.5 18 18 15 19.5 12 18 9 16.5 6 18 3"},
    Icon{"water", "Z 12 2.5 15.5 8 18.5 13 18.5 16.5 16.5 19.8 12 21.5 7.5 19.8 5.5 16.5 5.5 13 8.5 8"},
    Icon{"car",
         "L 4.8 16.5 2 16.5 2 12.5 5 11 7.5 6.5 16.5 6.5 19 11 22 12.5 22 16.5 19.2 16.5 L 9.2 16.5 14.8 16.5 "
         "L 5 11 19 11 C 7 16.5 2.2 C 17 16.5 2.2"},
    Icon{"bus", "Z 4 4 20 4 20 18 4 18 L 4 11 20 11 L 12 4 12 11 D 8 14.5 1.1 D 16 14.5 1.1 L 7 18 7 21 L 17 18 17 21"},
    Icon{"walk",
         "C 13 4 2.2 L 12.5 7 11.5 13.5 8 21 L 11.5 13.5 15 16.5 16 21 L 7.5 13.5 8.5 10 12.5 8 15.5 11 18 11.5"},
    Icon{"wheelchair", "C 9.5 3.8 2 L 9.5 6.5 10 12.5 15.5 12.5 18.5 19.5 20.8 18.6 L 9.8 9.5 14.5 9.5 C 9.5 16 5"},
    Icon{
        "baby",
        "Z 8 9 16 9 16 21 8 21 L 9.5 9 10 6.5 14 6.5 14.5 9 L 11 6.5 11 3.5 13 3.5 13 6.5 L 8 13 11.5 13 L 8 16.5 11.5 "
        "16.5"},
    Icon{"school", "Z 2 9 12 4.5 22 9 12 13.5 L 6.5 11 6.5 16.5 12 18.8 17.5 16.5 17.5 11 L 22 9 22 15.5"},
    Icon{"pet",
         "D 4.8 11.5 2 D 9.2 6.5 2.1 D 14.8 6.5 2.1 D 19.2 11.5 2 Z 12 11.5 15 14 17 17 16 20 13.5 20.3 12 19.6 10.5 "
         "20.3 "
         "8 20 7 17 9 14"},
    Icon{"barn", "Z 3 21 3 10 6 5 12 2.5 18 5 21 10 21 21 L 8 21 8 13 16 13 16 21 L 8 13 16 21 L 16 13 8 21"},
    Icon{"bag",
         "Z 6 21 5.5 10 8 6.5 16 6.5 18.5 10 18 21 L 9 6.5 9 3.5 15 3.5 15 6.5 L 8.5 21 8.5 14.5 15.5 14.5 15.5 21 "
         "L 10.5 10.5 13.5 10.5"},
    Icon{"bed", "L 3 5 3 20 L 3 16.5 21 16.5 L 21 20 21 13 18.5 10.5 10 10.5 10 16.5 C 6.5 12.8 2"},
    Icon{"key", "C 7.5 7.5 4.5 L 10.8 10.8 20.5 20.5 L 15.5 15.5 18 13 L 19 19 21.5 16.5"},
    Icon{"map", "Z 3 6 9 3.5 15 6 21 3.5 21 18 15 20.5 9 18 3 20.5 L 9 3.5 9 18 L 15 6 15 20.5"},
    Icon{"place", "C 12 9.5 2.6 Z 12 21.5 6.5 13.5 5.5 9.5 7.3 5.2 12 3 16.7 5.2 18.5 9.5 17.5 13.5"},
    Icon{"money", "Z 2 6.5 22 6.5 22 17.5 2 17.5 C 12 12 3 D 5.5 12 1 D 18.5 12 1"},
    Icon{"radio", "Z 3 9 21 9 21 20 3 20 L 6 9 17 3 C 8.5 14.5 3 L 14.5 13 18 13 L 14.5 16.5 18 16.5"},
    Icon{"flashlight",
         "Z 2 10 11 10 11 14 2 14 L 11 10 15 7.5 15 16.5 11 14 L 18 12 22 12 L 18 8 21 6.5 L 18 16 21 17.5"},
    Icon{"plug", "L 9 2.5 9 8 L 15 2.5 15 8 Z 6 8 18 8 18 12 15.5 15.5 8.5 15.5 6 12 L 12 15.5 12 21.5"},
    Icon{"snowflake",
         "L 12 2.5 12 21.5 L 3.8 7.2 20.2 16.8 L 3.8 16.8 20.2 7.2 L 9.5 4.5 12 7 14.5 4.5 L 9.5 19.5 12 17 14.5 19.5"},
    Icon{"oxygen",
         "Z 6 9 8 6.5 12 6.5 14 9 14 21.5 6 21.5 L 10 6.5 10 3 L 7.5 3 13 3 17.5 4.5 18.5 9 18.5 15 L 6 13 14 13"},
    Icon{"lungs",
         "L 12 3 12 11 L 12 8 10 9.5 10 6.5 7.5 7 4.5 12 3 18 4 20.5 8 19.5 10 17.5 10 9.5 "
         "L 12 8 14 9.5 14 6.5 16.5 7 19.5 12 21 18 20 20.5 16 19.5 14 17.5 14 9.5"},
    Icon{"glasses", "C 6.5 14 3.8 C 17.5 14 3.8 L 10.3 13.5 12 12.5 13.7 13.5 L 2.7 13 4.5 7.5 L 21.3 13 19.5 7.5"},
};

class StrokeReader {
public:
    explicit StrokeReader(std::string_view text) : text_(text) {}

    // The next letter, or nothing at the end.
    std::optional<char> letter() {
        skip_spaces();
        if (text_.empty()) return std::nullopt;
        const char found = text_.front();
        text_.remove_prefix(1);
        return found;
    }
    // The next number, or nothing where a letter or the end comes.
    std::optional<float> number() {
        skip_spaces();
        float value = 0;
        const auto [end, error] = std::from_chars(text_.data(), text_.data() + text_.size(), value);
        if (error != std::errc{}) return std::nullopt;
        text_.remove_prefix(static_cast<std::size_t>(end - text_.data()));
        return value;
    }

private:
    void skip_spaces() {
        while (!text_.empty() && text_.front() == ' ') text_.remove_prefix(1);
    }
    std::string_view text_;
};

}  // namespace

bool Ui::has_icon(std::string_view name) {
    return std::any_of(icons.begin(), icons.end(), [&](const Icon& icon) { return icon.name == name; });
}

void Ui::icon(const Rect& rect, std::string_view name, Colour colour) {
    const Rect at = placed(rect);
    const bool points = name == "back" || name == "next" || name == "skip" || name == "backspace";
    const bool mirrored = mirror_ && points;
    auto& list = *ImGui::GetWindowDrawList();
    const float scale = static_cast<float>(at.width / 24);
    const float thickness = std::max(2.0F, scale * 1.8F);
    const auto place = [&](float x, float y) {
        return ImVec2(static_cast<float>(at.x) + (mirrored ? 24 - x : x) * scale, static_cast<float>(at.y) + y * scale);
    };
    for (const auto& icon : icons) {
        if (icon.name != name) continue;
        StrokeReader reader(icon.strokes);
        while (const auto kind = reader.letter()) {
            std::array<float, 48> numbers{};
            std::size_t count = 0;
            while (const auto value = reader.number()) numbers[count++] = *value;
            if (*kind == 'C') {
                list.AddCircle(place(numbers[0], numbers[1]), numbers[2] * scale, colour, 48, thickness);
            } else if (*kind == 'D') {
                list.AddCircleFilled(place(numbers[0], numbers[1]), numbers[2] * scale, colour, 24);
            } else {
                for (std::size_t i = 0; i + 1 < count; i += 2) list.PathLineTo(place(numbers[i], numbers[i + 1]));
                list.PathStroke(colour, *kind == 'Z' ? ImDrawFlags_Closed : 0, thickness);
            }
        }
    }
}

}  // namespace pocketplan::ui
