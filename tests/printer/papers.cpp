#include "tests/printer/papers.h"

#include <algorithm>
#include <fstream>
#include <limits>

#include <unistd.h>

namespace pocketplan::tests {

// Everything at its longest: names of 40 letters, in the other script too, numbers of 15 digits and one of 20, every
// situation.
const char* const longest_visit = R"({
    "appointment": "isap_office", "appointment_date": "2027-09-28", "appointment_time": "12:45",
    "appointment_place": "Wednesday-Washington Heights Boulevard 123456, Fourth Floor",
    "situation": ["missed", "cannot_time", "cannot_date", "cannot_place", "no_answer", "moving", "passport",
                  "ankle_monitor", "isap"],
    "contacts": [{"name": "Wolfgang Amadeus Maximilian Hohenzollern", "phone": "+49 (030) 123-456-7890"},
                 {"name": "محمد عبد الرحمن بن عبد العزيز آل الشيخ س", "phone": "+966 12 345 6789 012"}],
    "lawyer": "yes", "lawyer_name": "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "lawyer_phone": "123-456-789-012-345 ext. 67890",
    "child": "yes", "child_pickup": {"name": "Donaudampfschifffahrtsgesellschaftskapit", "phone": "1234567"},
    "medicine": "yes", "fear": "yes", "visitor_name": "محمد عبد الرحمن بن عبد العزيز آل الشيخ س",
    "helper_facts": {"full_name": "Wolfgang Amadeus Maximilian von Hohenzollern-Sigmaringen Jun",
                     "a_number": "12345678", "birth_date": "1999-12-31", "birth_country": "VC"}})";

content::Answers PapersTest::answers(const std::string& json) const {
    std::ofstream(folder / "answers.json") << json;
    return std::move(preview::read_answers(folder / "answers.json", check_in_pack()).value().answers);
}

content::Answers PapersTest::persona(const std::string& name) const {
    const auto file = std::filesystem::path(SOURCE_DIR) / "content/check-in/personas" / (name + ".json");
    return std::move(preview::read_answers(file, check_in_pack()).value().answers);
}

papers::Wishes PapersTest::wishes(std::string_view language, page::PaperSize size) {
    papers::Wishes wished;
    wished.language = check_in_pack().find_language(language).value();
    wished.size = size;
    return wished;
}

std::filesystem::path PapersTest::write(std::span<const page::Page> pages, const std::string& name) const {
    const auto bytes = pdf::write_pdf(pages, typesetter()).value();
    std::ofstream(folder / name, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return folder / name;
}

std::filesystem::path PapersTest::print(const content::Answers& given, const papers::Wishes& wished) const {
    return write(papers::pages_of_visit(given, check_in_pack(), wished, typesetter()), "plan.pdf");
}

Ink ink_in(const page::PlacedText& placed, double left, double top, double right, double bottom, double size) {
    const auto a = page::point_of(placed, left, top);
    const auto b = page::point_of(placed, right, bottom);
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y), size, placed.turn};
}

std::vector<Ink> ink_of(const page::Page& page) {
    std::vector<Ink> all;
    for (const auto& mark : page.marks) {
        const auto* const placed = std::get_if<page::PlacedText>(&mark);
        if (placed == nullptr) continue;
        for (const auto& line : placed->layout.lines) {
            if (line.runs.empty() || line.width <= 0) continue;
            const double size = line.runs.front().size;
            all.push_back(ink_in(*placed, line.left, line.baseline - 0.7 * size, line.left + line.width,
                                 line.baseline + 0.15 * size, size));
        }
    }
    return all;
}

bool overlap(const Ink& a, const Ink& b) {
    constexpr double hair = 0.4;
    return a.left < b.right - hair && b.left < a.right - hair && a.top < b.bottom - hair && b.top < a.bottom - hair;
}

Ink all_ink_of(const page::Page& page) {
    constexpr double far = std::numeric_limits<double>::infinity();
    Ink all{far, far, -far, -far, 0};
    const auto add = [&](double left, double top, double right, double bottom) {
        all = {std::min(all.left, left), std::min(all.top, top), std::max(all.right, right),
               std::max(all.bottom, bottom), 0};
    };
    for (const auto& ink : ink_of(page)) add(ink.left, ink.top, ink.right, ink.bottom);
    for (const auto& mark : page.marks) {
        if (const auto* const stroke = std::get_if<page::Stroke>(&mark)) {
            add(stroke->x1, stroke->y1, stroke->x2, stroke->y2);
        }
        if (const auto* const frame = std::get_if<page::Frame>(&mark)) {
            add(frame->x, frame->y, frame->x + frame->width, frame->y + frame->height);
        }
        if (const auto* const shape = std::get_if<page::Shape>(&mark)) {
            const double half = shape->kind == page::Shape::Kind::filled ? 0 : shape->width / 2;
            for (const auto& [x, y] : shape->points) add(x - half, y - half, x + half, y + half);
        }
    }
    return all;
}

std::string words_of(const page::Page& page) {
    std::string words;
    for (const auto& mark : page.marks) {
        const auto* const placed = std::get_if<page::PlacedText>(&mark);
        if (placed == nullptr) continue;
        words.append(placed->layout.text.data(), placed->layout.text.size());
        words += '\n';
    }
    for (const char* steering : {"\u2066", "\u2067", "\u2068", "\u2069", "\u200e", "\u200f"}) {
        for (auto at = words.find(steering); at != std::string::npos; at = words.find(steering)) words.erase(at, 3);
    }
    return words;
}

}  // namespace pocketplan::tests
