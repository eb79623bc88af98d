#include "kiosk/view/sayer.h"

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

// Figures and the signs between them keep their order in every language.
PhraseText isolated(std::string_view figures) {
    return content::fill("{figures}", {{"figures", figures, ValueDirection::isolated}});
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

// Says one kind of thing after another.
class Words {
public:
    Words(const visit::Visit& visit, const content::Library& library, const Machine& machine)
        : visit_(visit), library_(library), machine_(machine), language_(visit.language) {}

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
        return content::fill(
            "{source}", {{"source", library_.text(content::LanguageIndex{}, said.index), ValueDirection::isolated}});
    }
    PhraseText operator()(OwnName said) const { return plain(library_.language(said.language).own_name); }
    PhraseText operator()(Number said) const { return plain(Id("", said.value)); }
    PhraseText operator()(Years said) const {
        auto years = plain(Id("", said.first));
        const Id last(" – ", said.last);
        const std::string_view end = last;
        years.insert(years.end(), end.begin(), end.end());
        return isolated(content::view(years));
    }
    PhraseText operator()(Hour said) const {
        const Id number("", said.hour % 12 == 0 ? 12 : said.hour % 12);
        return content::fill(named(said.hour < 12 ? texts::time_am : texts::time_pm),
                             {{"time", number, ValueDirection::isolated}});
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
    PhraseText operator()(Overdue said) const {
        const auto& source = *machine_.overdue[said.source];
        const auto date = content::format_date(library_, language_, source.checked);
        const auto since = content::fill(named(texts::source_unchecked), {{"date", content::view(date)}});
        return content::fill("{title}. {since}", {{"title", source.title}, {"since", content::view(since)}});
    }
    PhraseText operator()(KeyLabel said) const {
        const auto letters = visit_.entry.capital ? content::Case::capital : content::Case::small;
        const auto& key = keyboard().layers[said.layer][said.row][said.key];
        return plain(shown_on(key, letters, library_.language(language_)).view());
    }
    PhraseText operator()(LayerLabel said) const {
        return said.layer == 0 ? plain(named(texts::button_letters))
                               : plain(signs_of(keyboard().layers[said.layer]).view());
    }
    PhraseText operator()(Sign said) const { return plain({&said.sign, 1}); }
    PhraseText operator()(AnswerTo said) const {
        return content::format_answer(library_, language_, said.question, visit_.answers[said.question]);
    }
    PhraseText operator()(Typed said) const {
        const bool phone = said.field == visit::EntryField::phone;
        const bool number = phone || library_.question(*visit_.question).kind == content::AnswerKind::number;
        const auto& typed = phone ? visit_.entry.phone : visit_.entry.words;
        return content::fill("{typed}",
                             {{"typed", typed.view(), number ? ValueDirection::isolated : ValueDirection::natural}});
    }
    PhraseText operator()(Candidate said) const {
        return plain(
            candidates(visit_, library_).substr(said.place * content::character_bytes, content::character_bytes));
    }
    PhraseText operator()(Hidden) const { return plain(dots); }

private:
    [[nodiscard]] std::string_view text(content::TextIndex index) const { return library_.text(language_, index); }
    [[nodiscard]] std::string_view named(content::CommonText text) const { return library_.text(language_, text.id); }
    [[nodiscard]] const content::Keyboard& keyboard() const { return library_.keyboard(language_); }

    const visit::Visit& visit_;
    const content::Library& library_;
    const Machine& machine_;
    content::LanguageIndex language_;
};

}  // namespace

content::PhraseText Sayer::say(const Said& said) const {
    return std::visit(Words(visit_, library_, machine_), said);
}

std::string_view candidates(const visit::Visit& visit, const content::Library& library) {
    const auto kind = library.question(*visit.question).kind;
    const bool words = visit.entry.field == visit::EntryField::words && kind != content::AnswerKind::number;
    if (!words || !content::reads_pinyin(library.language(visit.language))) return {};
    return content::characters_for(content::letters_at_end(visit.entry.words.view()));
}

}  // namespace pocketplan::view
