#include <algorithm>
#include <optional>
#include <vector>

#include "content/keyboard.h"
#include "content/letters.h"
#include "content/pinyin.h"
#include "kiosk/screens/question.h"

namespace pocketplan::screens {
namespace {

using content::CountryIndex;
using ui::Rect;

constexpr double narrowest_name = 44;  // millimetres

// How well a country's name meets what was typed, the best first.
enum class Meeting { whole, begins, word_begins, none };

// How many bytes of `name` are what was typed, however its words were parted ("cote divoire", "cote d ivoire"); nothing
// where it begins in another way.
std::optional<std::size_t> begins_with(std::string_view name, std::string_view typed) {
    std::size_t at = 0;
    for (const char letter : typed) {
        if (letter == ' ') continue;
        if (at < name.size() && name[at] == ' ') ++at;
        if (at == name.size() || name[at] != letter) return std::nullopt;
        ++at;
    }
    return at;
}

// "gui" finds Guinea and Equatorial Guinea. Both as content::for_search makes them.
Meeting meeting_of(std::string_view name, std::string_view typed) {
    if (const auto length = begins_with(name, typed)) {
        return *length == name.size() ? Meeting::whole : Meeting::begins;
    }
    for (auto at = name.find(' '); at != std::string_view::npos; at = name.find(' ', at + 1)) {
        if (begins_with(name.substr(at), typed)) return Meeting::word_begins;
    }
    return Meeting::none;
}

struct Found {
    CountryIndex country{};
    std::string_view name;  // in the visitor's language
    Meeting meeting = Meeting::none;
};

std::vector<Found> countries_for(const Scene& scene) {
    const auto typed = content::for_search(scene.visit.entry.words.view());
    const auto name = [&](content::LanguageIndex language, CountryIndex country) {
        return scene.library.text(language, scene.library.countries[static_cast<std::size_t>(country)].name);
    };
    const bool by_sound = content::reads_pinyin(scene.library.language(scene.visit.language));
    const auto meeting = [&](content::LanguageIndex language, CountryIndex country) {
        return meeting_of(content::view(content::for_search(name(language, country))), content::view(typed));
    };
    const auto sound = [&](CountryIndex country) {
        const bool read =
            by_sound && content::begins_to_read(name(scene.visit.language, country), content::view(typed));
        return read ? Meeting::begins : Meeting::none;
    };
    std::vector<Found> found;
    for (std::size_t at = 0; at < scene.library.countries.size(); ++at) {
        const auto country = static_cast<CountryIndex>(at);
        const auto own = meeting(scene.visit.language, country);
        // By its English name too: for whoever has only Latin keys, or learned the name here.
        const auto best = std::min({own, meeting(content::LanguageIndex{}, country), sound(country)});
        if (best != Meeting::none) found.push_back({country, name(scene.visit.language, country), best});
    }
    std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        return a.meeting != b.meeting ? a.meeting < b.meeting : a.name < b.name;
    });
    return found;
}

// As many as there is room for, page after page.
void draw_found(Scene& scene, const Rect& body, const std::vector<Found>& found) {
    auto& ui = scene.ui;
    const double between = ui.mm(gap);
    const int columns = std::clamp(static_cast<int>((body.width + between) / ui.mm(narrowest_name + gap)), 1, 4);
    const double width = (body.width - (columns - 1) * between) / columns;
    const double height = ui.mm(target);
    const int rows = std::max(static_cast<int>((body.height + between) / (height + between)), 1);
    const int cells = rows * columns;
    const int count = static_cast<int>(found.size());
    const bool turns = count > cells;
    const int a_page = turns ? cells - 1 : cells;
    const int pages = (count + a_page - 1) / a_page;
    const int page = std::min(scene.visit.page, std::max(pages - 1, 0));
    const auto* const chosen = std::get_if<CountryIndex>(&scene.answer());
    const auto cell = [&](int at) {
        return Rect{body.x + (at % columns) * (width + between), body.y + (at / columns) * (height + between), width,
                    height};
    };
    int at = 0;
    for (int i = page * a_page; i < std::min(count, (page + 1) * a_page); ++i) {
        const auto country = found[static_cast<std::size_t>(i)].country;
        const auto& known = scene.library.countries[static_cast<std::size_t>(country)];
        ui::Button look{.label = scene.text(known.name), .type = bar_type};
        look.chosen = chosen != nullptr && *chosen == country;
        const Rect place = cell(at++);
        scene.button(ui::Id("country.", known.code), place, fitted(scene, look, place), visit::PickCountry{country});
    }
    if (!turns) return;
    const bool last = page + 1 == pages;
    ui::Button look{.label = scene.text(last ? "button.first_answers" : "button.more_answers"),
                    .icon = last ? "back" : "next",
                    .emphasis = ui::Emphasis::quiet,
                    .type = bar_type};
    scene.button(last ? "page.first" : "page.turn", cell(cells - 1), fitted(scene, look, cell(cells - 1)),
                 visit::TurnPage{last ? 0 : page + 1});
}

}  // namespace

void draw_countries(Scene& scene, Rect body) {
    auto& ui = scene.ui;
    const Rect keys = body.take_bottom(keyboard_height(scene, Keys::letters, body.width), ui.mm(gap));
    const bool room_for_a_row = body.height >= ui.mm(2 * target + gap);
    Rect typed = room_for_a_row ? body.take_top(ui.mm(target), ui.mm(gap)) : body.take_start(ui.mm(45), ui.mm(gap));
    typed.height = ui.mm(target);
    draw_field(scene, typed, "field.words", {}, scene.visit.entry.words, visit::EntryField::words);
    draw_found(scene, body, countries_for(scene));
    draw_keyboard(scene, keys, Keys::letters);
}

}  // namespace pocketplan::screens
