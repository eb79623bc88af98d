#include "kiosk/ui/ui.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include <imgui.h>

#include "kiosk/ui/focus.h"

namespace pocketplan::ui {
namespace {

static_assert(sizeof(Vertex) == sizeof(ImDrawVert) && offsetof(Vertex, u) == offsetof(ImDrawVert, uv) &&
              offsetof(Vertex, colour) == offsetof(ImDrawVert, col));

ImVec2 corner(const Rect& rect) {
    return {static_cast<float>(rect.x), static_cast<float>(rect.y)};
}

ImVec2 far_corner(const Rect& rect) {
    return {static_cast<float>(rect.right()), static_cast<float>(rect.bottom())};
}

// To whole pixels: an edge between two of them is grey, and too faint to be seen.
Rect snapped(const Rect& rect) {
    const double left = std::round(rect.x);
    const double top = std::round(rect.y);
    return {left, top, std::round(rect.right()) - left, std::round(rect.bottom()) - top};
}

DrawList list_of(const ImDrawList& drawn) {
    DrawList list;
    list.vertices = {reinterpret_cast<const Vertex*>(drawn.VtxBuffer.Data),
                     static_cast<std::size_t>(drawn.VtxBuffer.Size)};
    list.indices = {drawn.IdxBuffer.Data, static_cast<std::size_t>(drawn.IdxBuffer.Size)};
    for (const auto& command : drawn.CmdBuffer) {
        if (command.ElemCount == 0) continue;
        const auto& clip = command.ClipRect;
        const auto number = static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(command.GetTexID()));
        list.commands.push_back(
            {clip.x, clip.y, clip.z, clip.w, command.IdxOffset, command.ElemCount, command.VtxOffset, number});
    }
    return list;
}

}  // namespace

struct Ui::Context {
    Context() : context(ImGui::CreateContext()) {
        ImGui::SetCurrentContext(context);
        auto& io = ImGui::GetIO();
        io.IniFilename = nullptr;  // ImGui would write its windows, and its log, into the working folder
        io.LogFilename = nullptr;
        io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
        // ImGui's own font is never drawn; it wants one, and a white pixel, which is that of our atlas.
        io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
        io.Fonts->Build();
        ImGui::GetStyle().AntiAliasedLinesUseTex = false;
        ImGui::GetStyle().WindowPadding = {0, 0};
        ImGui::GetStyle().WindowBorderSize = 0;
    }
    ~Context() { ImGui::DestroyContext(context); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    ImGuiContext* context;
};

Ui::Ui(const typeset::Typesetter& typesetter)
    : typesetter_(typesetter),
      em_per_capital_(1 / typesetter.capital_height()),
      context_(std::make_unique<Context>()),
      layouts_(typesetter) {}

Ui::~Ui() = default;

void Ui::begin(const Display& display, const Look& look, const Input& input) {
    ImGui::SetCurrentContext(context_->context);
    if (overflowed_) atlas_.clear();
    overflowed_ = false;
    atlas_height_ = atlas_.height();
    layouts_.forget_old();
    display_ = display;
    look_ = look;
    input_ = input;
    mirror_ = look.direction == typeset::Direction::right_to_left;
    // Whoever touches does not look for the focus of the keys.
    const auto focus = input.down ? std::string() : focus_after(input.key, focus_, title_, widgets_);
    if (focus != focus_) set_focus(focus);
    widgets_.clear();
    title_.reset();
    held_.clear();
    if (!input.down) hold_.lift();
    text_faults_.clear();
    texts_.clear();
    pictures_.clear();

    auto& io = ImGui::GetIO();
    io.Fonts->TexUvWhitePixel = {1.5F / Atlas::width, 1.5F / static_cast<float>(atlas_height_)};
    io.DisplaySize = {static_cast<float>(display.width), static_cast<float>(display.height)};
    io.DeltaTime = 1.0F / 60;  // nothing of ours moves by the clock
    io.MousePos = {static_cast<float>(input.x), static_cast<float>(input.y)};
    io.MouseDown[0] = input.down;
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::Begin("screen", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav);
}

Frame Ui::end() {
    draw_row();
    ImGui::End();
    ImGui::Render();
    Frame frame{colours().ground, {}, pictures_};
    const ImDrawData& data = *ImGui::GetDrawData();
    for (int i = 0; i < data.CmdListsCount; ++i) frame.lists.push_back(list_of(*data.CmdLists[i]));
    return frame;
}

Rect Ui::placed(const Rect& rect) const {
    if (!mirror_) return rect;
    return {display_.width - rect.x - rect.width, rect.y, rect.width, rect.height};
}

Touch Ui::touch(std::string_view id, const Rect& rect, bool enabled) {
    widgets_.push_back({std::string(id), rect, enabled});
    if (!enabled) return {};
    Touch touch;
    ImGui::SetCursorScreenPos(corner(rect));
    touch.released = ImGui::InvisibleButton(widgets_.back().id.c_str(),
                                            {static_cast<float>(rect.width), static_cast<float>(rect.height)});
    touch.held = ImGui::IsItemActive() && ImGui::IsItemHovered();
    if (touch.held) held_ = id;
    const bool here = focus_ == id;
    touch.focused = here && row_.empty();
    if (here && input_.key == Key::press) touch.released = true;
    return touch;
}

void Ui::fill(const Rect& rect, Colour colour, double radius) {
    const Rect at = snapped(placed(rect));
    auto& list = *ImGui::GetWindowDrawList();
    const auto round = static_cast<float>(radius);
    const bool opaque = colour >> 24U == 0xFF;
    if (radius <= 0 || !opaque || at.height < 4 * radius || at.width < 4 * radius) {
        return list.AddRectFilled(corner(at), far_corner(at), colour, round);
    }
    // SDL's software renderer fills a plain rectangle at once, and what has round corners triangle by triangle, each
    // with all the pixels around it, which is most of a frame's time: so only the corners are round. Where they meet
    // the rest they lie below it, unsmoothed.
    const float reach = std::ceil(round);
    constexpr float below = 2;
    const auto [left, top] = corner(at);
    const auto [right, bottom] = far_corner(at);
    const auto put_corner = [&](float x, float y, ImDrawFlags which) {
        const float from_x = x == left ? x : x - reach - below;
        const float from_y = y == top ? y : y - reach - below;
        const ImVec2 end{from_x + reach + below, from_y + reach + below};
        list.AddRectFilled({from_x, from_y}, end, colour, round, which);
    };
    put_corner(left, top, ImDrawFlags_RoundCornersTopLeft);
    put_corner(right, top, ImDrawFlags_RoundCornersTopRight);
    put_corner(left, bottom, ImDrawFlags_RoundCornersBottomLeft);
    put_corner(right, bottom, ImDrawFlags_RoundCornersBottomRight);
    // SDL draws a smoothed edge half a pixel higher than it is; so are those between the corners.
    const Colour half = (colour & 0x00FFFFFFU) | 0x80000000U;
    const float half_left = left + reach + below;
    const float half_right = right - reach - below - 1;
    list.AddRectFilled({half_left, top - 1}, {half_right, top}, half);
    list.AddRectFilled({left + reach, top}, {right - reach, top + reach}, colour);
    list.AddRectFilled({left, top + reach}, {right, bottom - reach}, colour);
    list.AddRectFilled({left + reach, bottom - reach}, {right - reach, bottom - 1}, colour);
    list.AddRectFilled({half_left, bottom - 1}, {half_right, bottom}, half);
}

void Ui::unmirrored(const std::function<void()>& draw) {
    const bool before = mirror_;
    mirror_ = false;
    draw();
    mirror_ = before;
}

void Ui::set_focus(std::string id, std::vector<std::string> row) {
    focus_ = std::move(id);
    row_ = std::move(row);
}

void Ui::outline(const Rect& rect, Colour colour, double thickness, double radius) {
    const double line = std::max(std::round(thickness), 1.0);
    constexpr double of_imgui = 0.5;  // AddRect() moves its corners inwards by so much
    const Rect at = snapped(placed(rect)).inset(line / 2 - of_imgui);
    ImGui::GetWindowDrawList()->AddRect(corner(at), far_corner(at), colour, static_cast<float>(radius), 0,
                                        static_cast<float>(line));
}

void Ui::picture(const Rect& rect, const Picture& picture) {
    const Rect at = placed(rect);
    // On whole pixels, or each of the picture's would be spread over four of the screen's.
    const Rect whole{std::round(at.x), std::round(at.y), std::round(at.width), std::round(at.height)};
    pictures_.push_back(picture);
    const auto number = static_cast<std::uintptr_t>(pictures_.size());
    ImGui::GetWindowDrawList()->AddImage(reinterpret_cast<ImTextureID>(number), corner(whole), far_corner(whole));
}

void Ui::veil(double opacity) {
    if (opacity <= 0) return;
    const auto alpha = static_cast<Colour>(opacity * 255) << 24U;
    fill(screen(), (colours().ground & 0x00FFFFFFU) | alpha);
}

void Ui::draw_layout(const typeset::Layout& layout, double x, double y, Colour colour) {
    auto& list = *ImGui::GetWindowDrawList();
    for (const auto& box : typeset::boxes_of(layout)) {
        const Rect place{x + box.left, y + box.top, box.width, box.height};
        list.AddRect(corner(place), far_corner(place), colour, 0, 0, static_cast<float>(box.line));
    }
    for (const auto& line : layout.lines) {
        for (const auto& run : line.runs) {
            for (const auto& glyph : run.glyphs) {
                if (glyph.id == typeset::Glyph::invisible || glyph.id == typeset::Glyph::missing) continue;
                const auto spot = atlas_.find(typesetter_, run.face, glyph.id, run.size);
                // On whole pixels: the atlas is not smoothed.
                put(spot, std::round(x + line.left + glyph.x), std::round(y + line.baseline + glyph.y), colour);
            }
        }
    }
}

// What is in the atlas; `x` and `y` are the origin of a glyph, or the corner of an icon.
void Ui::put(const std::optional<Atlas::Spot>& spot, double x, double y, Colour colour) {
    if (!spot) overflowed_ = true;
    if (!spot || spot->width == 0) return;
    const ImVec2 corner(static_cast<float>(x + spot->left), static_cast<float>(y + spot->top));
    const ImVec2 far_corner(corner.x + static_cast<float>(spot->width), corner.y + static_cast<float>(spot->height));
    const auto height = static_cast<float>(atlas_height_);
    const auto u = [](int pixel) { return static_cast<float>(pixel) / Atlas::width; };
    const auto v = [&](int pixel) { return static_cast<float>(pixel) / height; };
    auto& list = *ImGui::GetWindowDrawList();
    list.PrimReserve(6, 4);
    list.PrimRectUV(corner, far_corner, {u(spot->x), v(spot->y)}, {u(spot->x + spot->width), v(spot->y + spot->height)},
                    colour);
}

}  // namespace pocketplan::ui
