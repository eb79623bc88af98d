#include "kiosk/visit/entry.h"

#include <algorithm>
#include <utility>

#include "content/keyboard.h"
#include "content/letters.h"
#include "content/pinyin.h"
#include "content/value.h"

namespace pocketplan::visit {
namespace {

using content::AnswerKind;
using content::EntryFault;

constexpr std::size_t longest_number = 32;  // characters of a phone or number with its separators

const content::Question& question_of(const Visit& visit, const content::Library& library) {
    return library.question(*visit.question);
}

// The field that is being typed into, of the two that an entry has.
content::Words& focused(Entry& entry) {
    return entry.field == EntryField::phone ? entry.phone : entry.words;
}

bool takes_digits(AnswerKind kind, EntryField field) {
    return kind == AnswerKind::number || field == EntryField::phone;
}

void copy_person(Visit& visit, const content::People& people) {
    if (visit.person >= people.size()) return;
    visit.entry.words = people[visit.person].name.copy();
    visit.entry.phone = people[visit.person].phone.copy();
}

Committed refuse(Visit& visit, EntryFault fault) {
    visit.entry.fault = fault;
    return Committed::faulty;
}

// A person is known by a name, a phone or both.
Committed commit_person(Visit& visit, const content::Question& question) {
    auto name = content::take_text(visit.entry.words.view(), question.longest);
    if (!name) return refuse(visit, name.error());
    auto phone = content::take_phone(visit.entry.phone.view());
    if (!phone) return refuse(visit, phone.error());
    content::People people;
    if (const auto* known = std::get_if<content::People>(&visit.answers[*visit.question])) {
        for (const auto& person : *known) people.push_back({person.name.copy(), person.phone.copy()});
    }
    const bool empty = name->empty() && phone->empty();
    if (visit.person < people.size()) people.resize(visit.person);
    if (!empty) people.push_back({std::move(*name), std::move(*phone)});
    if (people.empty()) {
        visit.answers.forget(*visit.question);
    } else {
        visit.answers.set(*visit.question, std::move(people));
    }
    return Committed::good;
}

Committed commit_words(Visit& visit, const content::Question& question) {
    const auto& entry = visit.entry;
    auto taken = question.kind == AnswerKind::phone    ? content::take_phone(entry.phone.view())
                 : question.kind == AnswerKind::number ? content::take_number(entry.words.view(), question)
                                                       : content::take_text(entry.words.view(), question.longest);
    if (!taken) return refuse(visit, taken.error());
    if (taken->empty()) {
        visit.answers.forget(*visit.question);
    } else {
        visit.answers.set(*visit.question, std::move(*taken));
    }
    return Committed::good;
}

Committed commit_date(Visit& visit) {
    const auto& date = visit.entry.date;
    if (date == content::Date{}) {
        visit.answers.forget(*visit.question);
        return Committed::good;
    }
    const auto checked = content::check_date(date);
    if (!checked) return refuse(visit, checked.error());
    visit.answers.set(*visit.question, date);
    return Committed::good;
}

Committed commit_time(Visit& visit) {
    const auto& entry = visit.entry;
    if (entry.hour < 0 && entry.minute < 0) {
        visit.answers.forget(*visit.question);
        return Committed::good;
    }
    const content::TimeOfDay time{entry.hour, entry.minute};
    const auto checked = content::check_time(time);
    if (!checked) return refuse(visit, checked.error());
    visit.answers.set(*visit.question, time);
    return Committed::good;
}

}  // namespace

void open_entry(Visit& visit, const content::Library& library) {
    visit.entry = Entry{};
    const auto& question = question_of(visit, library);
    if (question.kind == AnswerKind::phone) visit.entry.field = EntryField::phone;
    const auto& answer = visit.answers[*visit.question];
    if (const auto* words = std::get_if<content::Words>(&answer)) {
        focused(visit.entry) = words->copy();
    } else if (const auto* people = std::get_if<content::People>(&answer)) {
        copy_person(visit, *people);
    } else if (const auto* date = std::get_if<content::Date>(&answer)) {
        visit.entry.date = *date;
    } else if (const auto* time = std::get_if<content::TimeOfDay>(&answer)) {
        visit.entry.hour = time->hour;
        visit.entry.minute = time->minute;
    }
    visit.entry.capital = focused(visit.entry).empty();
}

Committed commit_entry(Visit& visit, const content::Library& library) {
    visit.entry.fault.reset();
    const auto& question = question_of(visit, library);
    switch (question.kind) {
        case AnswerKind::choice:
        case AnswerKind::choices:
        case AnswerKind::country:
            return Committed::good;  // answered by the touch itself
        case AnswerKind::text:
        case AnswerKind::phone:
        case AnswerKind::number:
            return commit_words(visit, question);
        case AnswerKind::date:
            return commit_date(visit);
        case AnswerKind::time:
            return commit_time(visit);
        case AnswerKind::person:
            return commit_person(visit, question);
    }
    std::abort();
}

void skip_entry(Visit& visit, const content::Library& library) {
    visit.entry = Entry{};
    if (question_of(visit, library).kind == AnswerKind::person) {
        commit_person(visit, question_of(visit, library));
    } else {
        visit.answers.forget(*visit.question);
    }
}

void type(Visit& visit, const content::Library& library, char32_t code_point) {
    auto& entry = visit.entry;
    const auto& question = question_of(visit, library);
    const bool digits = takes_digits(question.kind, entry.field);
    auto& words = focused(entry);
    const auto longest = digits ? longest_number : static_cast<std::size_t>(question.longest);
    if (words.length() >= longest) return;
    if (words.empty() && code_point == U' ') return;
    if (!content::may_follow(words.view(), code_point)) return;
    words.append(code_point);
    visit.page = 0;
    entry.fault.reset();
    entry.capital = code_point == U' ';
}

void press(Visit& visit, const content::Library& library, const PressKey& pressed) {
    const auto& language = library.language(visit.language);
    const auto& layers = library.keyboard(visit.language).layers;
    if (pressed.layer >= layers.size() || pressed.row >= layers[pressed.layer].size()) return;
    const auto& row = layers[pressed.layer][pressed.row];
    if (pressed.key >= row.size()) return;
    const auto letters = visit.entry.capital ? content::Case::capital : content::Case::small;
    const auto typed = content::typed_by(row[pressed.key], letters, language);
    const auto longest = static_cast<std::size_t>(question_of(visit, library).longest);
    if (focused(visit.entry).length() + typed.length() > longest) return;
    for (auto rest = typed.view(); !rest.empty();) {
        const char32_t point = content::first_code_point(rest);
        type(visit, library, point);
        rest.remove_prefix(content::to_utf8(point).size());
    }
}

void pick_character(Visit& visit, const content::Library& library, std::size_t place) {
    auto& words = focused(visit.entry);
    const auto letters = content::letters_at_end(words.view()).size();
    const auto characters = content::characters_for(content::letters_at_end(words.view()));
    if (place >= characters.size() / content::character_bytes) return;
    for (std::size_t letter = 0; letter < letters; ++letter) words.erase_last();
    type(visit, library, content::first_code_point(characters.substr(place * content::character_bytes)));
}

void erase_character(Visit& visit, const content::Library& library) {
    auto& words = focused(visit.entry);
    auto count = content::typed_last(words.view(), library.keyboard(visit.language), library.language(visit.language));
    for (; count > 0; --count) words.erase_last();
    visit.page = 0;
    visit.entry.fault.reset();
    visit.entry.capital = focused(visit.entry).empty();
}

void pick_date(Visit& visit, DatePart part, int value) {
    visit.entry.fault.reset();
    switch (part) {
        case DatePart::day:
            visit.entry.date.day = value;
            visit.entry.date_part = DatePart::year;
            break;
        case DatePart::month:
            visit.entry.date.month = value;
            visit.entry.date_part = DatePart::day;
            break;
        case DatePart::year:
            visit.entry.date.year = value;
            break;
    }
}

void pick_time(Visit& visit, TimePart part, int value) {
    visit.entry.fault.reset();
    switch (part) {
        case TimePart::hour:
            visit.entry.hour = value;
            if (visit.entry.minute < 0) visit.entry.minute = 0;
            break;
        case TimePart::minute:
            visit.entry.minute = value;
            break;
    }
}

}  // namespace pocketplan::visit
