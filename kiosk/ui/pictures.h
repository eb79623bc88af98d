#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace pocketplan::ui {

// A picture in somebody else's memory: 8-bit grey, rows top to bottom without padding. The same `version` is the same
// picture.
struct Picture {
    std::uint32_t version = 0;
    int width = 0;  // pixels
    int height = 0;
    std::span<const std::uint8_t> grey;
};

// Where a frame gets pictures of the sheets. It asks for them as it is drawn, in the size in which it shows them, and
// takes what there is: whoever has the sheets draws what was asked for when nobody waits, and the next frame has it.
class Pictures {
public:
    virtual ~Pictures() = default;
    // A frame begins: what the one before asked for, and did not get, is no longer wanted.
    virtual void begin() = 0;
    // Picture `number` of visit::Stack, this many pixels wide. For want of it, the same in another size; for want of
    // any, none. Valid until the frame was shown.
    virtual std::optional<Picture> find(int number, int width) = 0;
    // Height of a sheet, in its widths.
    [[nodiscard]] virtual double shape() const = 0;
};

}  // namespace pocketplan::ui
