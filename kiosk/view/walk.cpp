#include "kiosk/view/walk.h"

#include <algorithm>
#include <variant>

namespace pocketplan::view {
namespace {

// One operator() a kind of part.
class Parts {
public:
    explicit Parts(const Walker& walker) : walker_(walker) {}

    void text(const Said& said, bool for_staff = false) const {
        if (!is_nothing(said)) walker_.text(said, for_staff);
    }
    void control(const Control& control, Place place = Place::answers) const { walker_.control(control, place); }
    void maybe(const std::optional<Control>& one, Place place = Place::answers) const {
        if (one) control(*one, place);
    }
    template <class Controls>
    void all(const Controls& controls, Place place = Place::answers) const {
        for (const auto& one : controls) control(one, place);
    }

    void operator()(const Notice& notice) const {
        text(notice.sentence);
        text(notice.remedy, notice.for_staff);
        maybe(notice.action);
    }
    void operator()(const Banner& banner) const { text(banner.said, true); }
    void operator()(const Paragraph& paragraph) const { text(paragraph.said); }
    void operator()(const PointedLines& pointed) const {
        for (const auto& line : pointed.lines) text(line.said);
    }
    void operator()(const Offer& offer) const {
        control(offer.first);
        all(offer.others);
    }
    void operator()(const Emblem& emblem) const { all(emblem.beside, Place::corner); }
    void operator()(const Cards& cards) const { all(cards.controls); }
    void operator()(const LanguageCards& cards) const { all(cards.controls); }
    void operator()(const Keyboard& keyboard) const {
        all(keyboard.accents, Place::keys);
        for (const auto& row : keyboard.rows) all(row, Place::keys);
        for (const auto& row : keyboard.latin) all(row, Place::keys);
        control(keyboard.shift, Place::keys);
        all(keyboard.layers, Place::keys);
        control(keyboard.space, Place::keys);
        control(keyboard.backspace, Place::keys);
    }
    void operator()(const Pad& pad) const {
        all(pad.keys, Place::keys);
        maybe(pad.space, Place::keys);
        control(pad.backspace, Place::keys);
    }
    void operator()(const Writing& writing) const {
        text(writing.added);
        for (const auto& field : writing.fields) walker_.field(field);
        maybe(writing.uncover);
        all(writing.candidates, Place::keys);
        writing.pad ? (*this)(*writing.pad) : (*this)(writing.keyboard);
    }
    void operator()(const Search& search) const {
        search.open ? control(*search.open) : walker_.field(search.field);
        text(search.none);
        all(search.likely);
        for (const auto& found : search.found) {
            const auto same = [&](const Control& likely) {
                return std::string_view(likely.id) == std::string_view(found.id);
            };
            const bool known = std::any_of(search.likely.begin(), search.likely.end(), same);
            if (!known) control(found, Place::keys);
        }
        if (search.keyboard) (*this)(*search.keyboard);
    }
    void operator()(const Tabs& tabs) const { all(tabs.controls); }
    void operator()(const Grid& grid) const {
        for (const auto& group : grid.groups) all(group, Place::keys);
    }
    void operator()(const Calendar& calendar) const {
        text(calendar.picked);
        text(calendar.month);
        control(calendar.before, Place::keys);
        control(calendar.after, Place::keys);
        all(calendar.days, Place::keys);
    }
    void operator()(const Clock& clock) const {
        text(clock.picked);
        all(clock.halves);
        text(clock.hour);
        all(clock.hours, Place::keys);
        text(clock.minute);
        all(clock.minutes, Place::keys);
    }
    void operator()(const Reading& reading) const {
        for (const auto& said : reading.texts) text(said, reading.for_staff);
        maybe(reading.done);
    }
    void operator()(const Sheets&) const {}
    void operator()(const SheetCards& sheets) const {
        for (const auto& card : sheets.cards) {
            control(named(card.see, card));
            if (card.prints) control(named(*card.prints, card));
        }
    }
    void operator()(const SeenSheet& seen) const {
        text(seen.sheet.title);
        text(seen.place);
        control(seen.sheet.see);
        maybe(seen.sheet.prints);
        maybe(seen.sheet.pictured);
        for (const auto& turn : seen.turn) maybe(turn);
        control(seen.hide, Place::corner);
    }
    void operator()(const Foot& foot) const {
        text(foot.total);
        text(foot.copies);
        all(foot.counts);
        maybe(foot.answers);
    }
    void operator()(const Setting& setting) const {
        text(setting.title);
        all(setting.controls);
    }
    void operator()(const CardOutline&) const {}
    void operator()(const Curtain& curtain) const {
        text(curtain.aloud);
        all(curtain.controls, Place::curtain);
    }

private:
    // By its sheet: all of them say "See" and "Prints".
    static Control named(Control control, const SheetCard& card) {
        control.note = card.title;
        return control;
    }

    const Walker& walker_;
};

}  // namespace

void walk(const View& view, const Walker& walker) {
    const Parts parts(walker);
    parts.text(view.title);
    parts.text(view.below);
    parts.text(view.error);
    parts.maybe(view.leave);
    for (const auto& part : view.parts) std::visit(parts, part);
    for (const auto& control : view.bar.controls) parts.maybe(control, Place::bar);
    parts.all(view.corner, Place::corner);
}

std::optional<visit::Event> way_back(const View& view) {
    std::optional<visit::Event> way;
    walk(view, {.control = [&](const Control& control, Place) {
             const auto* const opened = std::get_if<visit::OpenDeskPage>(&control.event);
             const bool back = std::holds_alternative<visit::Back>(control.event) ||
                               std::holds_alternative<visit::CloseOverlay>(control.event) ||
                               (opened != nullptr && opened->page == visit::DeskPage::home);
             if (back && !way) way = control.event;
         }});
    return way;
}

bool is_typed_into(const View& view) {
    return std::any_of(view.parts.begin(), view.parts.end(), [](const Part& part) {
        return std::holds_alternative<Writing>(part) || std::holds_alternative<Search>(part);
    });
}

std::optional<Id> field_in_use(const View& view) {
    std::optional<Id> used;
    walk(view, {.field = [&](const Field& field) {
             if (field.focused) used = field.id;
         }});
    return used;
}

}  // namespace pocketplan::view
