// Anything that is typed, in any language: on a page that holds it, in a PDF that is whole. The first four bytes of an
// input are the language, the paper, how it is printed, and what else is answered; then come lines, one for each thing
// that is typed.

#include <array>
#include <charconv>
#include <vector>

#include "content/interview.h"
#include "content/library.h"
#include "content/value.h"
#include "kiosk/papers/installed.h"
#include "kiosk/papers/stack.h"
#include "printer/pdf/pdf.h"
#include "tests/fuzz/fuzz.h"

namespace pocketplan::fuzz {
namespace {

using content::AnswerKind;
using content::Words;

struct Scene {
    content::Library library;
    typeset::Typesetter typesetter;
};

Scene make_scene() {
    auto library = content::load_library(PACK);
    require(library.has_value(), "the pack is there", PACK);
    auto typesetter = typeset::Typesetter::create(papers::shipped_file("fonts/fonts.conf"));
    require(typesetter.has_value(), "our fonts are there");
    return {std::move(*library), std::move(*typesetter)};
}

// Types the lines one after another, and again from the first, into whatever asks for words.
class Typist {
public:
    explicit Typist(std::string_view lines) : lines_(lines), left_(lines) {}

    // What the keys would let through of the next line.
    Words type(std::size_t longest) {
        if (left_.empty()) left_ = lines_;
        auto line = left_.substr(0, left_.find('\n'));
        left_.remove_prefix(std::min(left_.size(), line.size() + 1));
        Words typed;
        while (!line.empty() && typed.length() < longest) {
            const auto broken = content::first_broken_byte(line);
            if (broken == std::size_t{0}) {
                line.remove_prefix(1);
                continue;
            }
            const char32_t point = content::first_code_point(line);
            line.remove_prefix(content::to_utf8(point).size());
            if (content::may_follow(typed.view(), point)) typed.append(point);
        }
        return typed;
    }

private:
    std::string_view lines_;
    std::string_view left_;
};

class Visit {
public:
    Visit(const content::Library& library, std::string_view lines, std::size_t seed)
        : library_(library), typist_(lines), seed_(seed) {}

    content::Answers answers() {
        content::Answers answers(library_.questions.size());
        for (std::size_t at = 0; at < library_.questions.size(); ++at) {
            answers.set(static_cast<content::QuestionIndex>(at), answer(library_.questions[at]));
            seed_ = seed_ * 5 + 3;
        }
        content::forget_stale(library_, answers);
        return answers;
    }

private:
    content::Answer answer(const content::Question& question) {
        switch (question.kind) {
            case AnswerKind::choice:
                return content::Choice{static_cast<std::uint8_t>(
                    question.group ? static_cast<std::size_t>(content::GroupOption::write)
                                   : seed_ % std::max<std::size_t>(question.options.size(), 1))};
            case AnswerKind::choices:
                return content::toggle(question, content::toggle(question, {}, seed_ % question.options.size()),
                                       seed_ / 8 % question.options.size());
            case AnswerKind::date:
                return content::Date{2027, 1 + static_cast<int>(seed_ % 12), 28};
            case AnswerKind::time:
                return content::TimeOfDay{static_cast<int>(seed_ % 24), static_cast<int>(seed_ % 60)};
            case AnswerKind::country:
                return static_cast<content::CountryIndex>(seed_ % library_.countries.size());
            case AnswerKind::text:
                return said(text(question));
            case AnswerKind::phone:
                return said(phone());
            case AnswerKind::number:
                return said(number(question));
            case AnswerKind::person:
                return people(question);
        }
        std::abort();
    }

    static content::Answer said(Words words) {
        if (words.empty()) return {};
        return words;
    }
    Words text(const content::Question& question) {
        const auto typed = typist_.type(static_cast<std::size_t>(question.longest));
        auto taken = content::take_text(typed.view(), question.longest);
        if (!taken) return {};
        const auto again = content::take_text(taken->view(), question.longest);
        require(again && again->view() == taken->view(), "what is kept has one spelling", taken->view());
        return std::move(*taken);
    }
    // Or what looks like none, on the visitor's own word (kiosk/visit/entry.cpp).
    Words phone() {
        const auto typed = typist_.type(content::longest_number);
        auto taken = content::take_phone(typed.view());
        if (!taken) taken = content::take_text(typed.view(), static_cast<int>(content::longest_number));
        return taken ? std::move(*taken) : Words();
    }
    Words number(const content::Question& question) {
        auto taken = content::take_number(typist_.type(content::longest_number).view(), question);
        return taken ? std::move(*taken) : Words();
    }
    content::Answer people(const content::Question& question) {
        content::People people;
        for (int one = 0; one < question.at_most; ++one) {
            content::Person person{text(question), phone()};
            if (!person.name.empty() || !person.phone.empty()) people.push_back(std::move(person));
        }
        if (people.empty()) return {};
        return people;
    }

    const content::Library& library_;
    Typist typist_;
    std::size_t seed_;
};

papers::Wishes wishes_of(const std::uint8_t* bytes, const content::Library& library) {
    constexpr std::array sizes{page::letter, page::a4, page::receipt80};
    papers::Wishes wishes;
    wishes.language = static_cast<content::LanguageIndex>(bytes[0] % library.languages.size());
    wishes.left_out = ~(1U << bytes[1] % library.papers.size());
    const unsigned how = bytes[2];
    wishes.size = sizes[how % sizes.size()];
    if ((how & 0x10U) != 0) wishes.pictured = ~0U;
    if ((how & 0x20U) != 0) wishes.cover = papers::Cover::around;
    if ((how & 0x40U) != 0) wishes.card_copies = 2;
    const double margin = (how & 0x80U) != 0 ? 18 : 0;  // points: what many printers need
    wishes.margins = {margin, margin, margin, margin};
    return wishes;
}

void require_on_page(const page::PlacedText& placed, const page::PaperSize& size) {
    constexpr double hair = 1;  // point; a letter may lean out of its own width by less
    for (const auto& line : placed.layout.lines) {
        for (const double x : {line.left, line.left + line.width}) {
            const auto point = page::point_of(placed, x, line.baseline);
            const bool there =
                point.x >= -hair && point.x <= size.width + hair && point.y >= 0 && point.y <= size.height;
            require(there, "what is said is on the page", {placed.layout.text.data(), placed.layout.text.size()});
        }
    }
}

void require_whole(std::string_view pdf, std::size_t pages) {
    require(pdf.starts_with("%PDF-1."), "a PDF begins as one");
    constexpr std::string_view end = "%%EOF";
    const auto last = pdf.rfind(end);
    require(last != pdf.npos && pdf.find_first_not_of("\r\n", last + end.size()) == pdf.npos, "a PDF ends as one");
    constexpr std::string_view label = "startxref\n";
    const auto at = pdf.rfind(label);
    require(at != pdf.npos && at < last, "a PDF says where its table is");
    std::size_t table = 0;
    std::from_chars(pdf.data() + at + label.size(), pdf.data() + pdf.size(), table);
    require(table < at && pdf.substr(table).starts_with("xref"), "and the table is there");
    std::size_t found = 0;
    constexpr std::string_view page = "/Type /Page\n";
    for (auto next = pdf.find(page); next != pdf.npos; next = pdf.find(page, next + 1)) ++found;
    require(found == pages, "a PDF has all its pages", std::to_string(found));
}

}  // namespace
}  // namespace pocketplan::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace pocketplan;
    static const auto scene = fuzz::make_scene();
    constexpr std::size_t header = 4;
    if (size < header) return -1;
    fuzz::Visit visit(scene.library, fuzz::text_of(data + header, size - header), data[3]);
    const auto wishes = fuzz::wishes_of(data, scene.library);
    const auto pages = papers::pages_of_visit(visit.answers(), scene.library, wishes, scene.typesetter);
    for (const auto& page : pages) {
        fuzz::require(page.size.width == wishes.size.width, "a page is as wide as the paper");
        for (const auto& mark : page.marks) {
            if (const auto* const text = std::get_if<page::PlacedText>(&mark)) fuzz::require_on_page(*text, page.size);
        }
    }
    if (pages.empty()) return 0;
    const auto pdf = pdf::write_pdf(pages, scene.typesetter);
    fuzz::require(pdf.has_value(), "pages become a PDF");
    fuzz::require_whole({reinterpret_cast<const char*>(pdf->data()), pdf->size()}, pages.size());
    return 0;
}
