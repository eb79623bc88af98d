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

Asking& asking_in(Visit& visit) {
    return std::get<Asking>(visit.state);
}

Entry& entry_in(Visit& visit) {
    return asking_in(visit).entry;
}

content::QuestionIndex asked(const Visit& visit) {
    return std::get<Asking>(visit.state).question;
}

const content::Question& question_of(const Visit& visit, const content::Library& library) {
    return library.question(asked(visit));
}

// The field that is being typed into, of the two that an entry has.
content::Words& focused(Entry& entry) {
    return entry.field == EntryField::phone ? entry.phone : entry.words;
}

bool takes_digits(AnswerKind kind, EntryField field) {
    return content::keys_of(kind) == content::Keys::digits || field == EntryField::phone;
}

void copy_person(Asking& asking, const content::People& people) {
    if (asking.person >= people.size()) return;
    asking.entry.words = people[asking.person].name.copy();
    asking.entry.phone = people[asking.person].phone.copy();
}

Committed refuse(Visit& visit, EntryFault fault) {
    entry_in(visit).fault = fault;
    return Committed::faulty;
}

// The visitor knows better than we do what a number of theirs looks like.
tl::expected<content::Words, EntryFault> take_phone(const Entry& entry) {
    if (entry.as_typed) return content::take_text(entry.phone.view(), static_cast<int>(content::longest_number));
    return content::take_phone(entry.phone.view());
}

// A person is known by a name, a phone or both.
Committed commit_person(Visit& visit, const content::Question& question) {
    auto name = content::take_text(entry_in(visit).words.view(), question.longest);
    if (!name) return refuse(visit, name.error());
    auto phone = take_phone(entry_in(visit));
    if (!phone) {
        entry_in(visit).field = EntryField::phone;  // where it can be put right
        return refuse(visit, phone.error());
    }
    content::People people;
    if (const auto* known = std::get_if<content::People>(&visit.answers[asked(visit)])) {
        for (const auto& person : *known) people.push_back({person.name.copy(), person.phone.copy()});
    }
    const bool empty = name->empty() && phone->empty();
    if (asking_in(visit).person < people.size()) people.resize(asking_in(visit).person);
    if (!empty) people.push_back({std::move(*name), std::move(*phone)});
    if (people.empty()) {
        visit.answers.forget(asked(visit));
    } else {
        visit.answers.set(asked(visit), std::move(people));
    }
    return Committed::good;
}

Committed commit_words(Visit& visit, const content::Question& question) {
    const auto& entry = entry_in(visit);
    auto taken = question.kind == AnswerKind::phone    ? take_phone(entry)
                 : question.kind == AnswerKind::number ? content::take_number(entry.words.view(), question)
                                                       : content::take_text(entry.words.view(), question.longest);
    if (!taken) return refuse(visit, taken.error());
    if (taken->empty()) {
        visit.answers.forget(asked(visit));
    } else {
        visit.answers.set(asked(visit), std::move(*taken));
    }
    return Committed::good;
}

Committed commit_date(Visit& visit) {
    const auto& date = entry_in(visit).date;
    if (date == content::Date{}) {
        visit.answers.forget(asked(visit));
        return Committed::good;
    }
    const auto checked = content::check_date(date);
    if (!checked) return refuse(visit, checked.error());
    visit.answers.set(asked(visit), date);
    return Committed::good;
}

bool is_in_a_date(DatePart part, int value) {
    switch (part) {
        case DatePart::day:
            return value >= 1 && value <= 31;
        case DatePart::month:
            return value >= 1 && value <= 12;
        case DatePart::year:
            return content::check_date({value, 1, 1}).has_value();
    }
    std::abort();
}

HalfOfDay half_of(int hour) {
    return hour < 12 ? HalfOfDay::morning : HalfOfDay::afternoon;
}

Committed commit_time(Visit& visit) {
    const auto& entry = entry_in(visit);
    if (entry.hour < 0 && entry.minute < 0) {
        visit.answers.forget(asked(visit));
        return Committed::good;
    }
    const content::TimeOfDay time{entry.hour, entry.minute};
    const auto checked = content::check_time(time);
    if (!checked) return refuse(visit, checked.error());
    if (!entry.half) return refuse(visit, content::EntryFault::no_such_time);
    visit.answers.set(asked(visit), time);
    return Committed::good;
}

}  // namespace

void open_entry(Visit& visit, const content::Library& library, std::size_t person) {
    asking_in(visit).person = person;
    entry_in(visit) = Entry{};
    const auto& question = question_of(visit, library);
    if (question.kind == AnswerKind::phone) entry_in(visit).field = EntryField::phone;
    const auto& answer = visit.answers[asked(visit)];
    if (const auto* words = std::get_if<content::Words>(&answer)) {
        focused(entry_in(visit)) = words->copy();
    } else if (const auto* people = std::get_if<content::People>(&answer)) {
        copy_person(asking_in(visit), *people);
    } else if (const auto* date = std::get_if<content::Date>(&answer)) {
        entry_in(visit).date = *date;
    } else if (const auto* time = std::get_if<content::TimeOfDay>(&answer)) {
        entry_in(visit).hour = time->hour;
        entry_in(visit).half = half_of(time->hour);
        entry_in(visit).minute = time->minute;
    }
    entry_in(visit).capital = focused(entry_in(visit)).empty();
}

Committed commit_entry(Visit& visit, const content::Library& library) {
    entry_in(visit).fault.reset();
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
    entry_in(visit) = Entry{};
    if (question_of(visit, library).kind == AnswerKind::person) {
        commit_person(visit, question_of(visit, library));
    } else {
        visit.answers.forget(asked(visit));
    }
}

void type_code(Visit& visit, char32_t code_point) {
    auto& code = visit.desk.open.code;
    const bool digit = code_point >= U'0' && code_point <= U'9';
    if (!digit || code.length() >= longest_code) return;
    code.append(code_point);
    visit.desk.open.answer.reset();
}

void type(Visit& visit, const content::Library& library, char32_t code_point) {
    auto& entry = entry_in(visit);
    const auto& question = question_of(visit, library);
    const bool digits = takes_digits(question.kind, entry.field);
    auto& words = focused(entry);
    const auto longest = digits ? content::longest_number : static_cast<std::size_t>(question.longest);
    if (words.length() >= longest) return;
    if (words.empty() && code_point == U' ') return;
    if (!content::may_follow(words.view(), code_point)) return;
    words.append(code_point);
    visit.page = 0;
    entry.fault.reset();
    entry.as_typed = false;
    entry.capital = code_point == U' ';
}

void press(Visit& visit, const content::Library& library, const PressKey& pressed) {
    const auto& language = library.language(visit.language);
    const auto& layers = library.keyboard(visit.language).layers;
    if (pressed.layer >= layers.size() || pressed.row >= layers[pressed.layer].size()) return;
    const auto& row = layers[pressed.layer][pressed.row];
    if (pressed.key >= row.size()) return;
    const auto letters = entry_in(visit).capital ? content::Case::capital : content::Case::small;
    const auto typed = content::typed_by(row[pressed.key], letters, language);
    const auto longest = static_cast<std::size_t>(question_of(visit, library).longest);
    if (focused(entry_in(visit)).length() + typed.length() > longest) return;
    for (auto rest = typed.view(); !rest.empty();) {
        const char32_t point = content::first_code_point(rest);
        type(visit, library, point);
        rest.remove_prefix(content::to_utf8(point).size());
    }
}

void pick_character(Visit& visit, const content::Library& library, std::size_t place) {
    auto& words = focused(entry_in(visit));
    const auto letters = content::letters_at_end(words.view()).size();
    const auto characters = content::characters_for(content::letters_at_end(words.view()));
    if (place >= characters.size() / content::character_bytes) return;
    for (std::size_t letter = 0; letter < letters; ++letter) words.erase_last();
    type(visit, library, content::first_code_point(characters.substr(place * content::character_bytes)));
}

void erase_character(Visit& visit, const content::Library& library) {
    auto& words = focused(entry_in(visit));
    auto count = content::typed_last(words.view(), library.keyboard(visit.language), library.language(visit.language));
    for (; count > 0; --count) words.erase_last();
    visit.page = 0;
    entry_in(visit).fault.reset();
    entry_in(visit).capital = focused(entry_in(visit)).empty();
}

void pick_date(Visit& visit, DatePart part, int value) {
    if (!is_in_a_date(part, value)) return;
    entry_in(visit).fault.reset();
    switch (part) {
        case DatePart::day:
            entry_in(visit).date.day = value;
            entry_in(visit).date_part = DatePart::year;
            break;
        case DatePart::month:
            entry_in(visit).date.month = value;
            entry_in(visit).date_part = DatePart::day;
            break;
        case DatePart::year:
            entry_in(visit).date.year = value;
            break;
    }
}

void show_half(Visit& visit, HalfOfDay half) {
    auto& entry = entry_in(visit);
    entry.half = half;
    if (entry.hour >= 0) entry.hour = entry.hour % 12 + (half == HalfOfDay::afternoon ? 12 : 0);
}

void pick_time(Visit& visit, TimePart part, int value) {
    if (value < 0 || value >= (part == TimePart::hour ? 24 : 60)) return;
    entry_in(visit).fault.reset();
    switch (part) {
        case TimePart::hour:
            entry_in(visit).hour = value;
            if (entry_in(visit).half) entry_in(visit).half = half_of(value);
            if (entry_in(visit).minute < 0) entry_in(visit).minute = 0;
            break;
        case TimePart::minute:
            entry_in(visit).minute = value;
            break;
    }
}

}  // namespace pocketplan::visit
