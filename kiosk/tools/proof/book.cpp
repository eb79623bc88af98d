#include "kiosk/tools/proof/book.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "content/compiler/progress.h"

namespace pocketplan::proof {
namespace {

using content::TextIndex;

// Collects a chapter's texts, each once.
class Gatherer {
public:
    void add(TextIndex text) {
        if (seen_.insert(text).second) texts_.push_back(text);
    }
    void add(const std::optional<TextIndex>& text) {
        if (text) add(*text);
    }
    std::vector<TextIndex> take() { return std::move(texts_); }

private:
    std::vector<TextIndex> texts_;
    std::set<TextIndex> seen_;
};

std::string english(const content::Library& library, TextIndex text) {
    return std::string(library.text(content::LanguageIndex{}, text));
}

Chapter chapter_of_question(const content::Question& question, const content::Library& library) {
    Gatherer texts;
    texts.add(question.text);
    texts.add(question.why);
    for (const auto& option : question.options) texts.add(option.label);
    return {"question." + question.id, english(library, question.text), texts.take()};
}

void gather_block(const content::Block& block, Gatherer& texts) {
    if (block.has_text) texts.add(block.text);
    texts.add(block.blank);
    for (const auto& column : block.columns) texts.add(column.header);
}

Chapter chapter_of_paper(const content::Paper& paper, const std::string& kind, const content::Library& library) {
    Gatherer texts;
    texts.add(paper.title);
    for (const auto& note : paper.notes) texts.add(note.text);
    for (const auto& section : paper.sections) {
        for (const auto& heading : section.headings) texts.add(heading.text);
        for (const auto& block : section.blocks) gather_block(block, texts);
        for (const auto& advice : library.advice) {
            for (const auto& placement : advice.placements) {
                if (placement.paper == paper.id && placement.section == section.id) texts.add(placement.text);
            }
        }
    }
    return {kind + "." + paper.id, english(library, paper.title), texts.take()};
}

Chapter every_page(const content::Library& library) {
    Gatherer texts;
    for (const auto& advice : library.advice) texts.add(advice.every_page);
    return {"every_page", "At the foot of every page", texts.take()};
}

// The chapter for the program's own words, by the first word of their ids; any other gets its own chapter.
constexpr std::array<std::pair<std::string_view, std::string_view>, 13> gathered{{{"language", "promise"},
                                                                                  {"printer", "printing"},
                                                                                  {"in_hand", "printing"},
                                                                                  {"problem", "printing"},
                                                                                  {"paper", "every_page"},
                                                                                  {"source", "every_page"},
                                                                                  {"languages", "more"},
                                                                                  {"size", "more"},
                                                                                  {"theme", "more"},
                                                                                  {"answer", "button"},
                                                                                  {"fault", "entry"},
                                                                                  {"date", "month"},
                                                                                  {"time", "month"}}};

std::string chapter_of_words(std::string_view id) {
    const auto word = id.substr(0, id.find_first_of(".["));
    const auto* const known =
        std::find_if(gathered.begin(), gathered.end(), [&](const auto& g) { return g.first == word; });
    return std::string(known == gathered.end() ? word : known->second);
}

// A title from an id: "in_hand" becomes "In hand".
std::string titled(std::string_view id) {
    std::string title(id);
    std::replace(title.begin(), title.end(), '_', ' ');
    if (!title.empty() && title.front() >= 'a' && title.front() <= 'z')
        title.front() = static_cast<char>(title.front() - 'a' + 'A');
    return title;
}

void add_to(Part& part, const std::string& id, TextIndex text) {
    auto& chapters = part.chapters;
    auto chapter = std::find_if(chapters.begin(), chapters.end(), [&](const Chapter& c) { return c.id == id; });
    if (chapter == chapters.end()) chapter = chapters.insert(chapters.end(), {id, titled(id), {}});
    chapter->texts.push_back(text);
}

// Everything that no question or paper has used.
void add_words(Book& book, const content::Library& library) {
    std::set<TextIndex> said;
    for (const auto& part : book) {
        for (const auto& chapter : part.chapters) said.insert(chapter.texts.begin(), chapter.texts.end());
    }
    Part words{"words", "Words of every screen", {}};
    Part staff{"words_of_staff", "What staff read", {}};
    Part countries{"countries", "Countries", {}};
    for (std::size_t at = 0; at < library.text_ids.size(); ++at) {
        const auto text = static_cast<TextIndex>(at);
        if (said.contains(text)) continue;
        const std::string& id = library.text_ids[at];
        switch (content::compiler::part_of(id)) {
            case content::compiler::TextPart::countries:
                add_to(countries, "country", text);
                break;
            case content::compiler::TextPart::staff:
                add_to(staff, "staff", text);
                break;
            case content::compiler::TextPart::pack:
            case content::compiler::TextPart::visitors:
                const auto chapter = chapter_of_words(id);
                add_to(chapter == "every_page" ? book[1] : words, chapter, text);
                break;
        }
    }
    for (auto* part : {&words, &staff, &countries}) book.push_back(std::move(*part));
}

}  // namespace

Book make_book(const content::Library& library) {
    Part questions{"questions", "Questions", {}};
    for (const auto& question : library.questions) questions.chapters.push_back(chapter_of_question(question, library));
    Part papers{"papers", "Papers", {}};
    for (const auto& paper : library.papers) papers.chapters.push_back(chapter_of_paper(paper, "paper", library));
    papers.chapters.push_back(every_page(library));
    Part topics{"topics", "Topics to read", {}};
    for (const auto& topic : library.topics) topics.chapters.push_back(chapter_of_paper(topic, "topic", library));
    Book book{std::move(questions), std::move(papers), std::move(topics)};
    add_words(book, library);
    return book;
}

const Chapter* chapter_of(const Book& book, std::string_view picture) {
    const Chapter* best = nullptr;
    const auto fits = [&](std::string_view id) {
        return picture == id || (picture.starts_with(id) && picture[id.size()] == '.');
    };
    const std::string words = chapter_of_words(picture);
    for (const auto& part : book) {
        for (const auto& chapter : part.chapters) {
            const bool longer = best == nullptr || chapter.id.size() > best->id.size();
            if ((fits(chapter.id) || chapter.id == words) && longer) best = &chapter;
        }
    }
    return best;
}

}  // namespace pocketplan::proof
