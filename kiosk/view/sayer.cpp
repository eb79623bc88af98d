#include "kiosk/view/sayer.h"

#include <type_traits>

#include "content/common_texts.h"
#include "content/keyboard.h"
#include "content/letters.h"
#include "content/pinyin.h"
#include "kiosk/view/id.h"

namespace pocketplan::view {
namespace {

namespace texts = content::texts;
using content::PhraseText;
using content::ValueDirection;

constexpr std::string_view dots = "••••••";

PhraseText plain(std::string_view text) {
    return {text.begin(), text.end()};
}

// A dot a digit.
PhraseText masked(std::size_t digits) {
    constexpr std::string_view dot = "•";
    PhraseText text;
    for (; digits > 0; --digits) text.insert(text.end(), dot.begin(), dot.end());
    return text;
}

// Figures, and the signs between them, keep their order in every language, as does English.
PhraseText isolated(std::string_view figures) {
    return content::isolated(figures, ValueDirection::isolated);
}

// "1920 × 1080", to be isolated as a whole.
PhraseText product(int across, int down) {
    auto figures = plain(Id("", across));
    const Id times(" × ", down);
    const std::string_view rest = times;
    figures.insert(figures.end(), rest.begin(), rest.end());
    return figures;
}

// A mark is typed after its letter; alone it is shown on a circle, an Arabic one on the stroke that joins letters, for
// the circle comes from another font and stays beside it.
content::Words shown_on(std::string_view key, content::Case letters, const content::Language& language) {
    content::Words typed = content::typed_by(key, letters, language);
    const char32_t first = content::first_code_point(key);
    if (!content::is_mark(first)) return typed;
    const bool arabic = first >= 0x600 && first <= 0x6FF;
    content::Words shown(arabic ? "ـ" : "◌");
    shown.append(typed.view());
    return shown;
}

// What the key to a layer says: the first signs there, some three letters of them.
content::Words signs_of(const content::Keyboard::Layer& layer) {
    const auto& row = layer.front();
    content::Words signs;
    for (std::size_t i = 0; i < row.size() && signs.length() < 3; ++i) signs.append(row[i]);
    return signs;
}

bool takes_digits(const content::Library& library, const visit::Asking& asking) {
    return content::keys_of(library.question(asking.question).kind) == content::Keys::digits;
}

template <class One, class... Others>
constexpr bool is_one_of = (std::is_same_v<One, Others> || ...);

// Says one kind of thing after another.
class Words {
public:
    Words(const visit::Visit& visit, const content::Library& library, const Machine& machine,
          content::LanguageIndex language)
        : visit_(visit), library_(library), machine_(machine), language_(language) {}

    PhraseText operator()(Nothing) const { return {}; }
    PhraseText operator()(Text said) const { return plain(text(said.index)); }
    PhraseText operator()(Texts said) const {
        auto both = plain(text(said.first));
        if (!both.empty()) both.push_back(' ');
        const auto second = text(said.second);
        both.insert(both.end(), second.begin(), second.end());
        return both;
    }
    PhraseText operator()(SourceText said) const {
        return isolated(library_.text(content::LanguageIndex{}, said.index));
    }
    PhraseText operator()(OwnName said) const { return plain(library_.language(said.language).own_name); }
    // Beside greetings in other languages, on a screen of no language yet.
    PhraseText operator()(Greeting said) const {
        return content::isolated(library_.text(said.language, texts::start_free.id));
    }
    PhraseText operator()(PersonAdded said) const {
        return content::fill(named(texts::entry_saved), {{"number", Id("", said.number), ValueDirection::isolated}});
    }
    PhraseText operator()(Number said) const { return plain(Id("", said.value)); }
    PhraseText operator()(Years said) const {
        auto years = plain(Id("", said.first));
        const Id last(" – ", said.last);
        const std::string_view end = last;
        years.insert(years.end(), end.begin(), end.end());
        return isolated(content::view(years));
    }
    PhraseText operator()(MonthOfYear said) const {
        return content::format_month(library_, language_, said.year, said.month);
    }
    PhraseText operator()(Minute said) const { return isolated(Id(said.minute < 10 ? ":0" : ":", said.minute)); }
    PhraseText operator()(PageOfPages said) const {
        const Id page("", said.page);
        const Id pages("", said.pages);
        return content::fill(named(texts::printing_page),
                             {{"page", page, ValueDirection::isolated}, {"pages", pages, ValueDirection::isolated}});
    }
    PhraseText operator()(TakePages said) const {
        const Id pages("", said.pages);
        return content::fill(library_.plural(language_, "printing.take", said.pages),
                             {{"pages", pages, ValueDirection::isolated}});
    }
    PhraseText operator()(SheetsOfPaper said) const {
        const Id sheets("", said.sheets);
        return content::fill(named(texts::review_sheets), {{"count", sheets, ValueDirection::isolated}});
    }
    PhraseText operator()(SheetOfSheets said) const {
        const Id sheet("", said.sheet);
        const Id sheets("", said.sheets);
        return content::fill(named(texts::paper_page),
                             {{"page", sheet, ValueDirection::isolated}, {"pages", sheets, ValueDirection::isolated}});
    }
    PhraseText operator()(Advised said) const {
        return content::format_advice(library_, language_, said.advice, said.text);
    }
    // "a · b · c"
    PhraseText operator()(Places said) const {
        PhraseText names;
        for (unsigned place = 0; said.places >> place != 0; ++place) {
            if ((said.places >> place & 1U) == 0) continue;
            const std::string_view between = names.empty() ? "" : " · ";
            for (const auto part :
                 {between, library_.text(language_, visit::text_id(static_cast<visit::Place>(place)))}) {
                names.insert(names.end(), part.begin(), part.end());
            }
        }
        return content::fill(text(said.text), {{"places", content::view(names)}});
    }
    PhraseText operator()(FileFault said) const { return content::fill(text(said.text), {{"fault", machine_.fault}}); }
    PhraseText operator()(DisplayMeasures said) const {
        const auto& display = visit_.display;
        const auto size = product(display.width, display.height);
        const auto pixels = product(display.columns, display.rows);
        return content::fill(text(said.text), {{"size", content::view(size), ValueDirection::isolated},
                                               {"pixels", content::view(pixels), ValueDirection::isolated}});
    }
    PhraseText operator()(OutOf said) const {
        const Id number("", said.number);
        const Id all("", said.all);
        return content::fill(text(said.text),
                             {{"number", number, ValueDirection::isolated}, {"all", all, ValueDirection::isolated}});
    }
    PhraseText operator()(Waiting said) const {
        const Id minutes("", said.seconds / 60);
        const int rest = said.seconds % 60;
        const Id time(minutes, Id(rest < 10 ? ":0" : ":", rest));
        return content::fill(text(said.text), {{"time", time, ValueDirection::isolated}});
    }
    PhraseText operator()(WeekCounted said) const {
        const auto& week = (*visit_.desk.open.counts)[said.week];
        const auto date = content::format_date(library_, language_, week.monday);
        const Id visits("", week.visits);
        const Id prints("", week.prints);
        const Id troubles("", week.troubles);
        return content::fill(named(texts::staff_desk_week), {{"date", content::view(date)},
                                                             {"visits", visits, ValueDirection::isolated},
                                                             {"prints", prints, ValueDirection::isolated},
                                                             {"troubles", troubles, ValueDirection::isolated}});
    }
    PhraseText operator()(CentreLine said) const {
        const auto& contact = library_.local_lines[said.line].contacts[said.contact];
        auto all = content::isolated(contact.name);
        const auto add = [&](std::string_view more, ValueDirection direction) {
            if (more.empty()) return;
            const auto value = content::isolated(more, direction);
            for (const auto part : {std::string_view(" · "), content::view(value)}) {
                all.insert(all.end(), part.begin(), part.end());
            }
        };
        add(contact.phone, ValueDirection::isolated);
        add(contact.hours, ValueDirection::natural);
        add(contact.languages, ValueDirection::natural);
        return all;
    }
    PhraseText operator()(Overdue said) const {
        const auto& source = *machine_.overdue[said.source];
        const auto date = content::format_date(library_, language_, source.checked);
        const auto since = content::fill(named(texts::source_unchecked), {{"date", content::view(date)}});
        return content::fill("{title}. {since}", {{"title", source.title}, {"since", content::view(since)}});
    }
    PhraseText operator()(KeyLabel said) const {
        const auto letters = entry().capital ? content::Case::capital : content::Case::small;
        const auto& key = keyboard().layers[said.layer][said.row][said.key];
        return plain(shown_on(key, letters, library_.language(language_)).view());
    }
    PhraseText operator()(LayerLabel said) const {
        const auto& layer = keyboard().layers[said.layer];
        if (said.layer == 0) return plain(named(texts::button_letters));
        // As the source language calls its own.
        if (content::is_latin(layer)) return plain(library_.text(content::LanguageIndex{}, texts::button_letters.id));
        return plain(signs_of(layer).view());
    }
    PhraseText operator()(Sign said) const { return plain({&said.sign, 1}); }
    PhraseText operator()(AnswerTo said) const {
        return content::format_answer(library_, language_, said.question, visit_.answers[said.question]);
    }
    PhraseText operator()(Typed said) const {
        if (said.field == visit::EntryField::code) return masked(visit_.desk.open.code.length());
        const bool phone = said.field == visit::EntryField::phone;
        const bool number = phone || takes_digits(library_, asking());
        const auto& typed = phone ? entry().phone : entry().words;
        return content::isolated(typed.view(), number ? ValueDirection::isolated : ValueDirection::natural);
    }
    PhraseText operator()(Candidate said) const {
        return plain(
            candidates(visit_, library_).substr(said.place * content::character_bytes, content::character_bytes));
    }
    PhraseText operator()(Hidden) const { return plain(dots); }
    PhraseText operator()(PickedDay) const { return content::format_day(library_, language_, entry().date); }
    PhraseText operator()(PickedTime) const {
        return content::format_time(library_, language_, {entry().hour, entry().minute});
    }

private:
    [[nodiscard]] std::string_view text(content::TextIndex index) const { return library_.text(language_, index); }
    [[nodiscard]] std::string_view named(content::CommonText text) const { return library_.text(language_, text.id); }
    [[nodiscard]] const visit::Asking& asking() const { return std::get<visit::Asking>(visit_.state); }
    [[nodiscard]] const visit::Entry& entry() const { return asking().entry; }
    [[nodiscard]] const content::Keyboard& keyboard() const { return library_.keyboard(language_); }

    const visit::Visit& visit_;
    const content::Library& library_;
    const Machine& machine_;
    content::LanguageIndex language_;
};

// Whether it says something else in another language, and not the visitor's own words, a number or what is on a key.
bool is_translated(const Said& said) {
    return std::visit(
        [](const auto& one) {
            using One = std::decay_t<decltype(one)>;
            constexpr bool same = is_one_of<One, Nothing, SourceText, OwnName, Greeting, Number, Years, Minute,
                                            KeyLabel, LayerLabel, Sign, Typed, Candidate, Hidden>;
            return !same;
        },
        said);
}

}  // namespace

content::PhraseText Sayer::say(const Said& said) const {
    return std::visit(Words(visit_, library_, machine_, visit_.language), said);
}

Saying Sayer::show(const Said& said) const {
    const bool covered = visit::is_private(visit_, library_) && !visit_.beside_uncovered;
    const bool twice = visit_.beside && !covered && is_translated(said);
    return twice ? show_with(said, *visit_.beside) : Saying{.text = say(said), .second = {}};
}

Saying Sayer::show_to_staff(const Said& said) const {
    return show_with(said, content::LanguageIndex{});
}

Saying Sayer::show_with(const Said& said, content::LanguageIndex second) const {
    Saying saying{.text = say(said), .second = {}, .language = &library_.language(second)};
    if (second == visit_.language) return saying;
    saying.second = std::visit(Words(visit_, library_, machine_, second), said);
    if (saying.second == saying.text) saying.second.clear();
    return saying;
}

std::string_view candidates(const visit::Visit& visit, const content::Library& library) {
    const auto& asking = std::get<visit::Asking>(visit.state);
    const bool words = asking.entry.field == visit::EntryField::words && !takes_digits(library, asking);
    if (!words || !content::reads_pinyin(library.language(visit.language))) return {};
    return content::characters_for(content::letters_at_end(asking.entry.words.view()));
}

}  // namespace pocketplan::view
