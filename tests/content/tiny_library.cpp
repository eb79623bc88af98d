#include "tests/content/tiny_library.h"

#include <algorithm>
#include <utility>

namespace pocketplan::content {

namespace {

TextIndex add_text(Library& library, const std::string& id, const std::string& english, const std::string& arabic) {
    const auto index = static_cast<TextIndex>(library.text_ids.size());
    library.text_ids.push_back(id);
    library.text_index.emplace(id, index);
    library.languages[0].texts.push_back(english);
    library.languages[1].texts.push_back(arabic);
    return index;
}

Condition parsed(const Library& library, std::string_view text) {
    return parse_condition(text, library, {}).value();
}

Question& add_question(Library& library, const std::string& id, AnswerKind kind, std::string_view when,
                       const std::vector<std::string>& options = {}) {
    Question question;
    question.id = id;
    question.kind = kind;
    question.text = add_text(library, "question." + id, id + "?", id + "؟");
    question.when = parsed(library, when);
    for (const auto& option : options) {
        const auto label = add_text(library, "option." + id + "." + option, option, option);
        question.options.push_back({option, "", label, option == "none" || option == "unsure"});
    }
    return library.questions.emplace_back(std::move(question));
}

void add_common_texts(Library& library) {
    add_text(library, "date.format", "{month} {day}, {year}", "{day} {month} {year}");
    add_text(library, "date.with_weekday", "{weekday}, {date}", "{weekday}، {date}");
    for (int day = 1; day <= 7; ++day) {
        add_text(library, "weekday." + std::to_string(day), "Weekday" + std::to_string(day), "يوم");
    }
    for (int month = 1; month <= 12; ++month) {
        add_text(library, "month." + std::to_string(month), "Month" + std::to_string(month), "شهر");
    }
    add_text(library, "time.am", "{time} AM", "{time} ص");
    add_text(library, "time.pm", "{time} PM", "{time} م");
    add_text(library, "answer.none_of_these", "None of these", "لا شيء");
    add_text(library, "answer.list", "{before}, {next}", "{before}، {next}");
    add_text(library, "source.unchecked", "not checked since {date}", "لم تُراجع منذ {date}");
    library.countries.push_back({"GT", add_text(library, "country.GT", "Guatemala", "غواتيمالا")});
}

void add_questions(Library& library) {
    add_question(library, "water", AnswerKind::choice, "always", {"yes", "no"});
    add_question(library, "rooms", AnswerKind::choices, "water is yes", {"cellar", "attic", "none", "unsure"});
    add_question(library, "boat", AnswerKind::choice, "rooms has cellar", {"yes", "no"});
    add_question(library, "captain", AnswerKind::text, "boat is yes").longest = 10;
    add_question(library, "phone", AnswerKind::phone, "always");
    auto& number = add_question(library, "number", AnswerKind::number, "always");
    number.grouping = "A 000-000-000", number.fewest_digits = 7, number.most_digits = 9;
    add_question(library, "helpers", AnswerKind::person, "always").at_most = 2;
    add_question(library, "day", AnswerKind::date, "always");
    add_question(library, "hour", AnswerKind::time, "always");
    add_question(library, "land", AnswerKind::country, "always");
    library.questions.back().likely = {CountryIndex{}};
    add_question(library, "signature", AnswerKind::text, "always").on_review = true;
}

void add_advice(Library& library, const std::string& id,
                const std::vector<std::pair<std::string, std::string>>& places) {
    Advice advice{id, "T-" + id, "book", "do", {}, {}, {}, {}};
    const auto text = add_text(library, "advice." + id, "Do " + id, "افعل");
    for (const auto& [section, when] : places) {
        const auto dot = section.find('.');
        advice.placements.push_back({section.substr(0, dot), section.substr(dot + 1), text, parsed(library, when)});
    }
    library.advice.push_back(std::move(advice));
}

Block items(Bullets bullets, std::vector<AdviceIndex> only = {}) {
    Block block;
    block.kind = Block::Kind::items, block.bullets = bullets, block.only = std::move(only);
    return block;
}

void add_papers(Library& library) {
    Paper sheet{"sheet", PaperForm::sheet, false, add_text(library, "paper.sheet", "Sheet", "ورقة"), {}, {}, {}};
    const auto afloat = add_text(library, "paper.sheet.note.boat", "Keep this dry.", "احتفظ بها جافة.");
    sheet.notes = {{afloat, parsed(library, "boat is yes")},
                   {add_text(library, "paper.sheet.note", "Keep this.", "احتفظ بها."), {}}};
    Block captain;
    captain.kind = Block::Kind::field, captain.advice = AdviceIndex(2);
    captain.answers = {*library.find_question("captain")};
    const auto wet = add_text(library, "section.sheet.first.wet", "Wet", "مبلل");
    const auto dry = add_text(library, "section.sheet.first", "Dry", "جاف");
    Section first{
        "first", {}, {}, {{wet, parsed(library, "water is yes")}, {dry, {}}}, {items(Bullets::boxes), captain}};
    Section second{"second", {}, {}, {}, {items(Bullets::plain, {AdviceIndex(1)})}};
    sheet.sections = {first, second};
    Paper boats{"boats", PaperForm::card, false, add_text(library, "paper.boats", "Boats", "قوارب"), {}, {}, {}};
    boats.when = parsed(library, "boat is yes");
    Block table;
    table.kind = Block::Kind::table, table.has_text = true, table.text = dry, table.columns = {{wet, 2}, {dry, 3}};
    boats.sections = {{"log", {}, {}, {}, {table}}};
    library.papers = {sheet, boats};
    Paper topic{"learn", PaperForm::sheet, false, add_text(library, "topic.learn", "Learn", "تعلم"), {}, {}, {}};
    topic.sections = {{"all", {}, {}, {}, {items(Bullets::bullets)}}};
    library.topics = {topic};
}

}  // namespace

Library make_tiny_library() {
    Library library;
    library.pack = "tiny", library.version = "1", library.information_date = {2026, 3, 9};
    library.languages = {{"en",
                          "English",
                          "Latn",
                          "latin",
                          Direction::left_to_right,
                          Review::source,
                          {},
                          {},
                          std::vector<std::uint8_t>(counts, 0)},
                         {"ar",
                          "العربية",
                          "Arab",
                          "arabic",
                          Direction::right_to_left,
                          Review::unreviewed,
                          {},
                          {{"check-in", {"موعد"}}},
                          std::vector<std::uint8_t>(counts, 0)}};
    library.keyboards = {{"latin", {{{"q", "w"}, {"a", "ñ"}}, {{"1"}}}, {"a", "ñ", "q", "w"}},
                         {"arabic", {{{"ض", "ص"}}}}};
    library.sources = {
        {"book", "A book", "https://example.org", {2026, 1, 2}, {2026, 2, 3}, {2027, 2, 3}, {2028, 2, 3}, true}};
    library.local_lines = {{"boat_house", {}}, {"night_desk", {}}};
    add_common_texts(library);
    add_questions(library);
    add_advice(library, "leave", {{"sheet.first", "water is yes"}, {"learn.all", "always"}});
    add_advice(library, "climb", {{"sheet.second", "rooms has attic or rooms is skipped"}, {"learn.all", "always"}});
    add_advice(library, "captain-line", {{"sheet.first", "not boat is no"}});
    add_papers(library);
    library.languages[1].recordings = {{library.text_index.at("month.3"), {1, 0, 2}}};
    return library;
}

QuestionIndex question(const Library& library, std::string_view id) {
    return library.find_question(id).value();
}

void choose(Answers& answers, const Library& library, std::string_view id,
            std::initializer_list<std::string_view> options) {
    const auto index = question(library, id);
    const auto& known = library.question(index).options;
    Choices choices;
    for (const auto option : options) {
        const auto found = std::find_if(known.begin(), known.end(), [&](const Option& o) { return o.id == option; });
        const auto place = static_cast<std::size_t>(found - known.begin());
        if (library.question(index).kind == AnswerKind::choice) {
            return answers.set(index, Choice{static_cast<std::uint8_t>(place)});
        }
        choices.options |= std::uint64_t{1} << place;
    }
    answers.set(index, choices);
}

}  // namespace pocketplan::content
