#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "kiosk/ui/atlas.h"
#include "kiosk/ui/frame.h"
#include "kiosk/ui/hold.h"
#include "kiosk/ui/layout_cache.h"
#include "kiosk/ui/widget.h"
#include "printer/typeset/typesetter.h"

namespace pocketplan::ui {

// Draws one frame after another, by ImGui, and knows what was touched. Called in reading order and in left-to-right
// coordinates: it alone mirrors them for a right-to-left reader. Needs no display: Frame is triangles. One thread.
class Ui {
public:
    explicit Ui(const typeset::Typesetter& typesetter);
    ~Ui();
    Ui(const Ui&) = delete;
    Ui& operator=(const Ui&) = delete;

    void begin(const Display& display, const Look& look, const Input& input);
    Frame end();
    [[nodiscard]] const Atlas& atlas() const { return atlas_; }
    // The atlas grew or overflowed: this frame is not to be shown, and must be drawn again.
    [[nodiscard]] bool incomplete() const { return overflowed_ || atlas_.height() != atlas_height_; }
    // Every control of this frame, disabled ones too, in the order drawn; rects as on the display. Until begin().
    [[nodiscard]] const std::vector<Widget>& widgets() const { return widgets_; }
    [[nodiscard]] const std::vector<DrawnText>& texts() const { return texts_; }  // the same of them
    // Texts that could not be shown as they should; no screen may have any.
    [[nodiscard]] const std::pmr::vector<TextFault>& text_faults() const { return text_faults_; }
    [[nodiscard]] double mm(double millimetres) const { return millimetres * display_.pixels_per_millimetre; }
    [[nodiscard]] Rect screen() const { return {0, 0, 1.0 * display_.width, 1.0 * display_.height}; }
    [[nodiscard]] const Display& display() const { return display_; }
    [[nodiscard]] const Palette& colours() const { return palette(look_.theme); }
    [[nodiscard]] const Look& look() const { return look_; }
    // What is drawn inside keeps its left and right: keyboards and number pads.
    void unmirrored(const std::function<void()>& draw);

    // Height that they take within `width` pixels.
    [[nodiscard]] double text_height(const Words& words, const Type& type, double width) const;
    [[nodiscard]] double text_width(const Words& words, const Type& type) const;
    enum class Place { top, middle };  // of a rect's height
    void text(const Rect& rect, const Words& words, const Type& type = {}, Place place = Place::top);
    void fill(const Rect& rect, Colour colour, double radius = 0);
    void outline(const Rect& rect, Colour colour, double thickness, double radius = 0);
    void icon(const Rect& rect, Icon icon, Colour colour);
    // As it is, whichever way the language is read; scaled where it has another size.
    void picture(const Rect& rect, const Picture& picture);
    void veil(double opacity);  // covers everything with the ground, from 0 (not at all) to 1

    // What keys have come to, a control or title_id; empty: nothing yet, and a key goes to the first of them.
    [[nodiscard]] const std::string& focus() const { return focus_; }
    void set_focus(std::string id) { set_focus(std::move(id), {}); }
    // The same of a row of keys as a whole, from the one that has the focus.
    void set_focus(std::string id, std::vector<std::string> row);
    [[nodiscard]] const std::vector<std::string>& row() const { return row_; }
    [[nodiscard]] const std::string& held() const { return held_; }  // under a finger that came down on it; or empty
    // What the screen is about: keys come to it before all else. The first of a frame counts.
    void title(const Rect& rect);
    [[nodiscard]] bool has_title() const { return title_.has_value(); }
    // True in the frame in which it is let go inside, or pressed by key.
    bool button(std::string_view id, const Rect& rect, const Button& button);
    // The same of what is drawn already; shows that it is pressed or focused.
    bool target(std::string_view id, const Rect& rect, bool enabled);
    // True while it is held, which no touch does; and when a finger that rests on such a one will have held it.
    bool holdable(std::string_view id, const Rect& rect, const Button& button);
    [[nodiscard]] std::optional<Hold::Time> hold_due() const { return hold_.due(); }
    // Height that the button's label and note need within `width`.
    [[nodiscard]] double button_height(const Button& button, double width) const;
    // Whether a word of the label is wider than the button, and would be broken.
    [[nodiscard]] bool breaks_a_word(const Button& button, double width) const;

private:
    struct Context;
    [[nodiscard]] Rect placed(const Rect& rect) const;
    [[nodiscard]] typeset::Style style_of(const Type& type) const;
    [[nodiscard]] const typeset::Layout* second_of(const Words& words, const Type& type, double width) const;
    void tell_faults(const typeset::Layout& layout, const Rect& at, std::string_view utf8);
    Touch touch(std::string_view id, const Rect& rect, bool enabled);
    void draw_layout(const typeset::Layout& layout, double x, double y, Colour colour);
    [[nodiscard]] double label_width(const Button& button, double width) const;
    [[nodiscard]] const Palette& colours_of(const Button& button) const;
    void draw_face(const Rect& rect, const Button& button, const Touch& touch);
    void draw_badge(const Rect& rect, const Palette& colour);
    void draw_whole(const Rect& rect, const Button& button, const Touch& touch);
    void draw_icon(Rect& inside, const Button& button, Colour ink);
    void draw_label(const Rect& rect, const Button& button, Colour ink);
    void draw_toggle(const Rect& place, bool on);
    void draw_sign(const Rect& rect, Rect& inside, const Button& button);
    void draw_row();
    void put(const std::optional<Atlas::Spot>& spot, double x, double y, Colour colour);
    void find_texts_below(const Rect& button);

    const typeset::Typesetter& typesetter_;
    double em_per_capital_;
    std::unique_ptr<Context> context_;
    Atlas atlas_;
    mutable LayoutCache layouts_;  // mutable: measuring a text changes nothing that shows
    Display display_;
    Look look_;
    Input input_;
    bool mirror_ = false;
    bool overflowed_ = false;
    int atlas_height_ = 0;  // as this frame knows it
    std::string focus_;
    std::vector<std::string> row_;
    std::string held_;
    Hold hold_;
    std::vector<Widget> widgets_;
    std::optional<Rect> title_;  // of this frame
    std::pmr::vector<TextFault> text_faults_;
    std::vector<DrawnText> texts_;
    std::vector<Picture> pictures_;  // of this frame
};

}  // namespace pocketplan::ui
