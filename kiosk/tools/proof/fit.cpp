#include "kiosk/tools/proof/fit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "content/plan.h"
#include "kiosk/papers/compose.h"
#include "kiosk/tools/pictures/displays.h"
#include "kiosk/tools/pictures/every_screen.h"
#include "kiosk/ui/present.h"
#include "kiosk/view/describe.h"

namespace pocketplan::proof {
namespace {

using content::LanguageIndex;
using content::compiler::Faults;
using content::compiler::Pack;
using content::compiler::Place;

// The two smallest displays that are served: 10.1 inches wide, 15.6 inches tall (docs/LOOK.md, Displays).
constexpr std::array smallest_displays{pictures::small, pictures::tall};

// Reports texts of one language, each once for each thing that is wrong with it.
class Teller {
public:
    Teller(const Pack& pack, LanguageIndex language, Faults& faults)
        : pack_(pack), at_(static_cast<std::size_t>(language)), faults_(faults) {
        const auto& texts = pack.library.languages[at_].texts;
        for (std::size_t i = 0; i < texts.size(); ++i) ids_.emplace(texts[i], i);
    }

    // `text` as it was shown: one of ours, or one with values filled in.
    void tell(std::string_view text, const std::string& what) {
        const auto index = find(text);
        if (index && pack_.library.is_gap(pack_.library.languages[at_], *index)) return;  // reported for the English
        const std::string name = index ? pack_.library.text_ids[*index] : "the text '" + std::string(text) + "'";
        // Reported on the first of many screens, or pages of a screen: that is where its author looks first.
        if (!told_.insert(name + what.substr(0, what.find(" on the "))).second) return;
        const Place place = index ? pack_.places[at_][*index] : Place{pack_.places[at_].front().file, 1};
        const auto& tag = pack_.library.languages[at_].tag;
        faults_.push_back({place, tag + ": " + (index ? "'" + name + "'" : name) + " " + what});
    }

    void tell_of_section(const std::string& paper, const std::string& section, const std::string& what) {
        const std::string name = "section." + paper + "." + section;
        if (!told_.insert(name).second) return;
        const auto heading = pack_.library.text_index.find(name);
        const Place place = heading == pack_.library.text_index.end()
                                ? pack_.parts.at("paper." + paper)
                                : pack_.places[at_][static_cast<std::size_t>(heading->second)];
        faults_.push_back({place, pack_.library.languages[at_].tag + ": the section '" + section + "' of the card '" +
                                      paper + "' " + what});
    }

    // A fault of a keyboard; layers count from 1.
    void tell_of_keys(int layer, const std::string& what) {
        const auto& library = pack_.library;
        const auto& keyboard = library.keyboard(static_cast<LanguageIndex>(at_));
        const std::string name = "layer " + std::to_string(layer) + " of the keyboard '" + keyboard.id + "'";
        if (!told_.insert(name + what.substr(0, what.find(" on the "))).second) return;
        const auto place = static_cast<std::size_t>(&keyboard - library.keyboards.data());
        faults_.push_back({pack_.keyboards[place], library.languages[at_].tag + ": " + name + " " + what});
    }

    void tell_of_screen(const std::string& screen, const std::string& what) {
        if (!told_.insert(what).second) return;
        const Place place{pack_.places[at_].front().file, 1};
        faults_.push_back({place, pack_.library.languages[at_].tag + ": the screen '" + screen + "' " + what});
    }

private:
    [[nodiscard]] std::optional<std::size_t> find(std::string_view text) const {
        const auto exact = ids_.find(text);
        if (exact != ids_.end()) return exact->second;
        // The text that begins like this one, up to its first placeholder.
        const auto begins = std::find_if(ids_.begin(), ids_.end(), [&](const auto& known) {
            const auto head = known.first.substr(0, known.first.find('{'));
            return head.size() > 8 && text.starts_with(head);
        });
        return begins == ids_.end() ? std::nullopt : std::optional(begins->second);
    }

    const Pack& pack_;
    std::size_t at_;
    Faults& faults_;
    std::map<std::string_view, std::size_t> ids_;
    std::set<std::string> told_;
};

// "has 'X' (U+1234), which none of our fonts has"
std::string describe_missing(std::string_view text, const content::Language& language,
                             const typeset::Typesetter& typesetter) {
    typeset::Style style;
    style.language = language.tag;
    const auto missing = typesetter.lay_out(text, style, std::numeric_limits<double>::infinity()).missing;
    std::string characters;
    for (const char32_t point : std::set<char32_t>(missing.begin(), missing.end())) {
        content::Words character;
        character.append(point);
        std::array<char, 16> number{};
        std::snprintf(number.data(), number.size(), "U+%04lX", static_cast<unsigned long>(point));
        characters += (characters.empty() ? "'" : ", '") + std::string(character.view()) + "' (" + number.data() + ")";
    }
    return "has " + characters + ", which none of our fonts has; write it another way";
}

std::string describe(ui::TextFault::Kind kind, const std::string& screen, const ui::Display& display) {
    const std::string where = " on the screen '" + screen + "' at the largest text size, " +
                              std::to_string(display.width) + " by " + std::to_string(display.height) + "; shorten it";
    switch (kind) {
        case ui::TextFault::Kind::cut:
            return "does not fit" + where;
        case ui::TextFault::Kind::broken:
            return "has a word that is too long" + where;
        case ui::TextFault::Kind::no_glyph:
            break;  // describe_missing(), which names the character
        case ui::TextFault::Kind::covered:
            break;  // told of the screen, for it is not known which text it was
        case ui::TextFault::Kind::turned:
            return "has a number that is shown reversed on the screen '" + screen +
                   "'; it must come from a placeholder";
    }
    std::abort();
}

bool is_key(const std::string& widget) {
    return widget.starts_with("key.");
}

bool has_keys(const ui::Ui& ui) {
    const auto& widgets = ui.widgets();
    return std::any_of(widgets.begin(), widgets.end(), [](const ui::Widget& widget) { return is_key(widget.id); });
}

// The first control that was pushed off the screen or into others; empty if there is none.
std::string crowded_widget(const ui::Ui& ui) {
    constexpr double pixel = 1;  // rects are not rounded
    const auto& widgets = ui.widgets();
    for (const auto& widget : widgets) {
        const auto& rect = widget.rect;
        const bool inside = rect.x >= -pixel && rect.y >= -pixel && rect.right() <= ui.screen().width + pixel &&
                            rect.bottom() <= ui.screen().height + pixel;
        const bool overlaps = std::any_of(widgets.begin(), widgets.end(), [&](const ui::Widget& other) {
            return &other != &widget && other.rect.x < rect.right() - pixel && rect.x < other.rect.right() - pixel &&
                   other.rect.y < rect.bottom() - pixel && rect.y < other.rect.bottom() - pixel;
        });
        if (!inside || overlaps) return widget.id;
    }
    return {};
}

bool hides_words(const ui::Ui& ui) {
    const auto& faults = ui.text_faults();
    return std::any_of(faults.begin(), faults.end(),
                       [](const ui::TextFault& fault) { return fault.kind == ui::TextFault::Kind::covered; });
}

// Whether the text that did not fit was on a key.
bool is_on_key(const ui::Ui& ui, const ui::TextFault& fault) {
    const auto& widgets = ui.widgets();
    return std::any_of(widgets.begin(), widgets.end(), [&](const ui::Widget& widget) {
        const auto& key = widget.rect;
        return is_key(widget.id) && fault.rect.x >= key.x && fault.rect.right() <= key.right() &&
               fault.rect.y >= key.y && fault.rect.y <= key.bottom();
    });
}

// Reports what the screen just drawn has no room for.
void tell_of(const ui::Ui& ui, const visit::Visit& visit, const content::Language& language, const std::string& screen,
             const ui::Display& display, const typeset::Typesetter& typesetter, Teller& teller) {
    const auto* const asking = visit.in<visit::Asking>();
    const int layer = asking == nullptr ? 1 : asking->entry.layer + 1;
    for (const auto& fault : ui.text_faults()) {
        const std::string_view text{fault.text.data(), fault.text.size()};
        const bool cut = fault.kind == ui::TextFault::Kind::cut || fault.kind == ui::TextFault::Kind::broken;
        if (cut && is_on_key(ui, fault)) {
            teller.tell_of_keys(layer, "has '" + std::string(text) + "' on one key, which is too wide; split it");
        } else if (fault.kind != ui::TextFault::Kind::covered) {
            teller.tell(text, fault.kind == ui::TextFault::Kind::no_glyph ? describe_missing(text, language, typesetter)
                                                                          : describe(fault.kind, screen, display));
        }
    }
    const auto crowded = crowded_widget(ui);
    const bool covers = hides_words(ui);
    if (crowded.empty() && !covers) return;
    // A keyboard lies on the bar and pushes all else up.
    if (has_keys(ui)) {
        teller.tell_of_keys(layer, "has more keys than there is room for on the screen '" + screen + "', " +
                                       std::to_string(display.width) + " by " + std::to_string(display.height) +
                                       "; make its rows fewer or shorter, or the screen's texts shorter");
    } else {
        const std::string what = crowded.empty() ? "all of its words" : "'" + crowded + "'";
        teller.tell_of_screen(screen, "has no room for " + what + "; shorten its texts");
    }
}

void check_screens(const content::Library& library, LanguageIndex language, const typeset::Typesetter& typesetter,
                   ui::Ui& ui, Teller& teller) {
    view::Machine machine{.today = {2026, 11, 26}};
    for (const auto& display : smallest_displays) {
        visit::Visit visit(library);
        visit.language = language;
        visit.text_size = visit::TextSize::huge;
        pictures::show_every_screen(visit, machine, library, [&](const std::string& name) {
            do {
                ui.begin(display, ui::look_of(visit, library, display), {});
                ui::present(ui, view::describe(visit, library, machine), view::Sayer(visit, library, machine));
                ui.end();
            } while (ui.incomplete());
            tell_of(ui, visit, library.language(language), name, display, typesetter, teller);
            const auto& widgets = ui.widgets();
            return std::any_of(widgets.begin(), widgets.end(), [](const auto& w) { return w.id == "page.turn"; });
        });
    }
}

void check_marks(const page::Page& page, const std::string& paper, Teller& teller) {
    for (const auto& mark : page.marks) {
        const auto* const placed = std::get_if<page::PlacedText>(&mark);
        if (placed == nullptr) continue;
        const std::string_view text{placed->layout.text.data(), placed->layout.text.size()};
        const std::string where = " on the paper '" + paper + "'; ";
        if (placed->layout.broken_word)
            teller.tell(text, "has a word that is too long for its place" + where + "shorten it");
        if (placed->layout.turned_number) {
            teller.tell(text, "has a number that is shown reversed" + where + "it must come from a placeholder");
        }
    }
}

// `who`: the visitor whose answers make it so.
void check_card(const page::Document& document, const content::PlanPaper& planned, const std::string& who,
                const typeset::Typesetter& typesetter, Teller& teller) {
    const auto& paper = planned.paper->id;
    for (const auto& [at, excess] : page::overfull_sections(document, typesetter)) {
        const auto& section = *planned.sections[at].section;
        const std::string points = std::to_string(static_cast<int>(std::ceil(excess)));
        teller.tell_of_section(paper, section.id,
                               "is " + points + " points too tall for a panel of 85 by 53 mm, for somebody who " + who +
                                   "; shorten its heading or what is below it by a line or more");
    }
}

void check_papers(const content::Library& library, LanguageIndex language, const typeset::Typesetter& typesetter,
                  Teller& teller) {
    papers::Wishes wishes;
    wishes.language = language;
    const content::Answers none(library.questions.size());
    const auto all = pictures::sample_answers(library);
    for (const auto& [answers, who] :
         {std::pair(&none, "skips every question"), std::pair(&all, "answers every question")}) {
        for (const auto& planned : content::make_plan(*answers, library).papers) {
            const auto document = papers::document_of(planned, *answers, library, wishes);
            const auto& name = planned.paper->id;
            if (document.form == page::Form::card) check_card(document, planned, who, typesetter, teller);
            for (const auto& page : page::lay_out(document, typesetter)) check_marks(page, name, teller);
        }
    }
}

// Checks every text, including those that no current screen shows.
void check_glyphs(const content::Language& language, const typeset::Typesetter& typesetter, Teller& teller) {
    for (const auto& text : language.texts) {
        typeset::Style style;
        style.language = language.tag;
        const auto layout = typesetter.lay_out(text, style, std::numeric_limits<double>::infinity());
        if (!layout.missing.empty()) teller.tell(text, describe_missing(text, language, typesetter));
    }
}

}  // namespace

Faults check_fit(const Pack& pack, const typeset::Typesetter& typesetter) {
    Faults faults;
    ui::Ui ui(typesetter);
    for (std::size_t at = 0; at < pack.library.languages.size(); ++at) {
        const auto language = static_cast<LanguageIndex>(at);
        Teller teller(pack, language, faults);
        check_glyphs(pack.library.languages[at], typesetter, teller);
        check_screens(pack.library, language, typesetter, ui, teller);
        check_papers(pack.library, language, typesetter, teller);
    }
    std::sort(faults.begin(), faults.end());
    return faults;
}

}  // namespace pocketplan::proof
