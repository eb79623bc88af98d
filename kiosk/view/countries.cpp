#include <algorithm>
#include <optional>
#include <vector>

#include "content/keyboard.h"
#include "content/letters.h"
#include "content/pinyin.h"
#include "kiosk/view/describer.h"

namespace pocketplan::view {
namespace {

using content::CountryIndex;

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

std::vector<Found> countries_for(const Asked& of) {
    const auto typed = content::for_search(of.entry().words.view());
    const auto name = [&](content::LanguageIndex language, CountryIndex country) {
        return of.library.text(language, of.library.countries[static_cast<std::size_t>(country)].name);
    };
    const bool by_sound = content::reads_pinyin(of.library.language(of.visit.language));
    const auto meeting = [&](content::LanguageIndex language, CountryIndex country) {
        return meeting_of(content::view(content::for_search(name(language, country))), content::view(typed));
    };
    const auto sound = [&](CountryIndex country) {
        const bool read = by_sound && content::begins_to_read(name(of.visit.language, country), content::view(typed));
        return read ? Meeting::begins : Meeting::none;
    };
    std::vector<Found> found;
    for (std::size_t at = 0; at < of.library.countries.size(); ++at) {
        const auto country = static_cast<CountryIndex>(at);
        const auto own = meeting(of.visit.language, country);
        // By its English name too: for whoever has only Latin keys, or learned the name here.
        const auto best = std::min({own, meeting(content::LanguageIndex{}, country), sound(country)});
        if (best != Meeting::none) found.push_back({country, name(of.visit.language, country), best});
    }
    std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        return a.meeting != b.meeting ? a.meeting < b.meeting : a.name < b.name;
    });
    return found;
}

Control country_control(const Asked& of, CountryIndex index) {
    const auto& country = of.library.countries[static_cast<std::size_t>(index)];
    const auto* const chosen = std::get_if<CountryIndex>(&of.answer());
    return {.id = {"country.", country.code},
            .label = Text{country.name},
            .event = visit::PickCountry{index},
            .chosen = chosen != nullptr && *chosen == index};
}

// One that was chosen is as likely as any.
bool is_likely(const Asked& of, CountryIndex country) {
    const auto& likely = of.question().likely;
    const auto* const chosen = std::get_if<CountryIndex>(&of.answer());
    return (chosen != nullptr && *chosen == country) ||
           std::find(likely.begin(), likely.end(), country) != likely.end();
}

}  // namespace

// Whoever cannot type finds all of them in the lists, and whoever types needs no list.
Search describe_countries(const Asked& of) {
    Search search{.field = field_of(of, "field.words", Nothing{}, visit::EntryField::words),
                  .all = of.text(texts::entry_all_countries)};
    const bool lists = of.entry().words.empty() && !of.question().likely.empty();
    for (const auto& found : countries_for(of)) {
        search.found.push_back(country_control(of, found.country));
        if (lists && is_likely(of, found.country)) search.likely.push_back(search.found.back());
    }
    if (search.found.empty()) search.none = of.text(texts::entry_no_country);
    if (lists && (!of.entry().searching || of.visit.page > 0)) {
        search.open = Control{.id = "search.open",
                              .label = of.text(texts::entry_find_country),
                              .icon = Icon::search,
                              .event = visit::FocusField{visit::EntryField::words},
                              .rank = Rank::quiet};
    } else {
        search.keyboard = keyboard_of(of);
        search.keyboard->accents.clear();  // a search heeds none
    }
    return search;
}

}  // namespace pocketplan::view
