#include "kiosk/ui/ui.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include <imgui.h>

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

DrawList list_of(const ImDrawList& drawn) {
    DrawList list;
    list.vertices = {reinterpret_cast<const Vertex*>(drawn.VtxBuffer.Data),
                     static_cast<std::size_t>(drawn.VtxBuffer.Size)};
    list.indices = {drawn.IdxBuffer.Data, static_cast<std::size_t>(drawn.IdxBuffer.Size)};
    for (const auto& command : drawn.CmdBuffer) {
        if (command.ElemCount == 0) continue;
        const auto& clip = command.ClipRect;
        list.commands.push_back(
            {clip.x, clip.y, clip.z, clip.w, command.IdxOffset, command.ElemCount, command.VtxOffset});
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
        io.Fonts->TexUvWhitePixel = {1.5F / Atlas::width, 1.5F / Atlas::height};
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
    if (incomplete_) atlas_.clear();
    incomplete_ = false;
    layouts_.forget_old();
    display_ = display;
    look_ = look;
    input_ = input;
    mirror_ = look.direction == typeset::Direction::right_to_left;
    move_focus(input.key);
    widgets_.clear();
    text_faults_.clear();

    auto& io = ImGui::GetIO();
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
    ImGui::End();
    ImGui::Render();
    Frame frame{colours().ground, {}};
    const ImDrawData& data = *ImGui::GetDrawData();
    for (int i = 0; i < data.CmdListsCount; ++i) frame.lists.push_back(list_of(*data.CmdLists[i]));
    return frame;
}

void Ui::move_focus(Key key) {
    if (key != Key::next && key != Key::previous) return;
    std::vector<const Widget*> ring;
    for (const auto& widget : widgets_) {
        if (widget.enabled) ring.push_back(&widget);
    }
    if (ring.empty()) return;
    const auto at = std::find_if(ring.begin(), ring.end(), [&](const Widget* w) { return w->id == focus_; });
    const std::size_t here = static_cast<std::size_t>(at - ring.begin());
    const bool none = at == ring.end();
    const std::size_t next = none ? 0 : (here + 1) % ring.size();
    const std::size_t previous = none ? ring.size() - 1 : (here + ring.size() - 1) % ring.size();
    focus_ = ring[key == Key::next ? next : previous]->id;
}

Rect Ui::placed(const Rect& rect) const {
    if (!mirror_) return rect;
    return {display_.width - rect.x - rect.width, rect.y, rect.width, rect.height};
}

Ui::Touch Ui::touch(std::string_view id, const Rect& rect, bool enabled) {
    widgets_.push_back({std::string(id), rect, enabled});
    if (!enabled) return {};
    Touch touch;
    ImGui::SetCursorScreenPos(corner(rect));
    touch.released = ImGui::InvisibleButton(widgets_.back().id.c_str(),
                                            {static_cast<float>(rect.width), static_cast<float>(rect.height)});
    touch.held = ImGui::IsItemActive() && ImGui::IsItemHovered();
    touch.focused = focus_ == id;
    if (touch.focused && input_.key == Key::press) touch.released = true;
    return touch;
}

void Ui::fill(const Rect& rect, Colour colour, double radius) {
    const Rect at = placed(rect);
    ImGui::GetWindowDrawList()->AddRectFilled(corner(at), far_corner(at), colour, static_cast<float>(radius));
}

void Ui::outline(const Rect& rect, Colour colour, double thickness, double radius) {
    const Rect at = placed(rect).inset(thickness / 2);
    ImGui::GetWindowDrawList()->AddRect(corner(at), far_corner(at), colour, static_cast<float>(radius), 0,
                                        static_cast<float>(thickness));
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
                if (!spot) {
                    incomplete_ = true;
                    continue;
                }
                if (spot->width == 0) continue;
                const double left = std::round(x + line.left + glyph.x) + spot->left;
                const double top = std::round(y + line.baseline + glyph.y) + spot->top;
                const Rect place{left, top, static_cast<double>(spot->width), static_cast<double>(spot->height)};
                const auto u = [](int pixel) { return static_cast<float>(pixel) / Atlas::width; };
                const auto v = [](int pixel) { return static_cast<float>(pixel) / Atlas::height; };
                list.PrimReserve(6, 4);
                list.PrimRectUV(corner(place), far_corner(place), {u(spot->x), v(spot->y)},
                                {u(spot->x + spot->width), v(spot->y + spot->height)}, colour);
            }
        }
    }
}

}  // namespace pocketplan::ui
