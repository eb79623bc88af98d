#include "tests/printer/random_values.h"

#include <array>
#include <cstdio>
#include <utility>

#include "content/interview.h"
#include "content/letters.h"

namespace pocketplan::tests {
namespace {

struct Range {
    char32_t first, last;
};

// Letters that people's names are made of, script by script; half of the words are of a right-to-left one.
constexpr std::array<Range, 24> letters{{
    {U'a', U'z'},   {U'A', U'Z'},     {0xC0, 0xD6},     {0x410, 0x44F},   {0x3B1, 0x3C9},   {0x561, 0x586},
    {0x5D0, 0x5EA}, {0x5D0, 0x5EA},   {0x627, 0x63A},   {0x641, 0x64A},   {0x627, 0x63A},   {0x641, 0x64A},
    {0x671, 0x6D3}, {0x710, 0x72C},   {0x780, 0x7A5},   {0x905, 0x939},   {0x985, 0x98C},   {0xA05, 0xA0A},
    {0xE01, 0xE2E}, {0x10D0, 0x10F0}, {0x1200, 0x1246}, {0x4E00, 0x9FA5}, {0xAC00, 0xD7A3}, {0x10900, 0x10915},
}};
// Anything at all.
constexpr std::array<Range, 8> oddities{{{0x0, 0x10FFFF},
                                         {0x200B, 0x206F},
                                         {0x300, 0x36F},
                                         {0x64B, 0x65F},
                                         {0xFE00, 0xFEFF},
                                         {0x1F300, 0x1F64F},
                                         {0xA0, 0xBF},
                                         {0x2010, 0x2027}}};

}  // namespace

std::string spelled(const std::string& utf8) {
    std::string text;
    for (std::string_view rest = utf8; !rest.empty();) {
        const char32_t point = content::first_code_point(rest);
        std::array<char, 16> number{};
        std::snprintf(number.data(), number.size(), "<%lX>", static_cast<unsigned long>(point));
        text += point < 0x80 ? content::to_utf8(point) : std::string(number.data());
        rest.remove_prefix(content::to_utf8(point).size());
    }
    return text;
}

std::string RandomValues::word() {
    const auto& [first, last] = letters[below(letters.size())];
    std::string text;
    for (std::size_t length = 1 + below(5); length > 0; --length) {
        text += content::to_utf8(static_cast<char32_t>(first + below(last - first + 1)));
    }
    return text;
}

// For example "12-34", "555-0142", "9/17": four digits or more, so that none is found by chance.
std::string RandomValues::number() {
    std::string text = std::to_string(10 + below(90));
    const std::string_view joins = "--/:.+,";
    for (std::size_t parts = 1 + below(2); parts > 0; --parts) {
        text += joins[below(joins.size())];
        text += std::to_string(10 + below(9990));
    }
    return text;
}

RandomValue RandomValues::text() {
    RandomValue value;
    for (std::size_t parts = 1 + below(4); parts > 0; --parts) {
        if (!value.text.empty()) value.text += ' ';
        const bool figure = below(2) == 0;
        if (figure) value.numbers.push_back(number());
        value.text += figure ? value.numbers.back() : word();
    }
    if (below(4) == 0) {
        const auto& [first, last] = oddities[below(oddities.size())];
        const auto point = static_cast<char32_t>(first + below(last - first + 1));
        if (point < 0xD800 || point > 0xDFFF) value.text += content::to_utf8(point);
    }
    return value;
}

std::string RandomValues::phone() {
    const std::string_view likely = "0123456789012345678901234567890123456789    --..()+#x";
    const std::string_view odd = "eat/;*\x01\xC2\xA0";
    std::string text;
    for (std::size_t length = 3 + below(22); length > 0; --length) {
        text += below(60) == 0 ? odd[below(odd.size())] : likely[below(likely.size())];
    }
    return text;
}

RandomVisit random_visit(RandomValues& values, content::Answers answers) {
    RandomVisit visit{std::move(answers), {}, {}, 0};
    const auto take = [&](RandomValue value) {
        auto taken = content::take_text(value.text, 40);
        if (!taken) ++visit.refused;
        if (taken && !taken->empty()) visit.kept.push_back(std::move(value));
        return taken ? std::move(*taken) : content::Words();
    };
    const auto dial = [&] {
        auto taken = content::take_phone(values.phone());
        if (!taken) ++visit.refused;
        if (taken && !taken->empty()) visit.kept.push_back({std::string(taken->view()), {std::string(taken->view())}});
        return taken ? std::move(*taken) : content::Words();
    };
    const auto question = [](const char* id) { return check_in_pack().find_question(id).value(); };
    for (const char* id : {"lawyer_name", "appointment_place", "helper_facts.full_name"}) {
        visit.answers.set(question(id), take(values.text()));
    }
    visit.answers.set(question("lawyer_phone"), dial());
    content::People people;
    for (int one = 0; one < 2; ++one) people.push_back({take(values.text()), dial()});
    visit.answers.set(question("contacts"), std::move(people));
    const auto line = [](const content::Words& words) { return std::string(words.view()); };
    content::LocalLine lines{"legal_help", {}};
    for (int one = 0; one < 3; ++one) {
        lines.contacts.push_back(
            {line(take(values.text())), line(dial()), line(take(values.text())), line(take(values.text()))});
    }
    visit.local.lines.push_back(std::move(lines));
    return visit;
}

}  // namespace pocketplan::tests
