#include <algorithm>
#include <vector>

#include "content/letters.h"
#include "kiosk/screens/question.h"

namespace pocketplan::screens {
namespace {

using content::CountryIndex;
using ui::Rect;

constexpr double narrowest_name = 44;  // millimetres

// "gui" finds Guinea and Equatorial Guinea. Both folded.
bool a_word_begins_with(std::string_view name, std::string_view typed) {
    for (std::size_t at = 0; at < name.size(); ++at) {
        const bool word = at == 0 || name[at - 1] == ' ' || name[at - 1] == '(' || name[at - 1] == '-';
        if (word && name.substr(at).starts_with(typed)) return true;
    }
    return false;
}

struct Found {
    CountryIndex country{};
    std::string_view name;  // in the visitor's language
    bool at_first = false;  // its first word begins with what was typed
};

std::vector<Found> countries_for(const Scene& scene) {
    const auto typed = content::folded(scene.visit.entry.words.view());
    const auto name = [&](content::LanguageIndex language, CountryIndex country) {
        return scene.library.text(language, scene.library.countries[static_cast<std::size_t>(country)].name);
    };
    // By its English name too: for whoever has only Latin keys, or learned the name here.
    const auto meant = [&](content::LanguageIndex language, CountryIndex country) {
        return a_word_begins_with(content::view(content::folded(name(language, country))), content::view(typed));
    };
    std::vector<Found> found;
    for (std::size_t at = 0; at < scene.library.countries.size(); ++at) {
        const auto country = static_cast<CountryIndex>(at);
        if (!meant(scene.visit.language, country) && !meant(content::LanguageIndex{}, country)) continue;
        const auto own = name(scene.visit.language, country);
        found.push_back({country, own, content::view(content::folded(own)).starts_with(content::view(typed))});
    }
    // Those that begin with what was typed come first.
    std::sort(found.begin(), found.end(),
              [](const Found& a, const Found& b) { return a.at_first != b.at_first ? a.at_first : a.name < b.name; });
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
