#include <algorithm>
#include <array>

#include "content/compiler/parts.h"

namespace pocketplan::content::compiler {
namespace {

// Papers are read before advice, so that placements can be checked. A block names its advice by id; the position of the
// id in advice.yaml is the index.
class PapersReader {
public:
    PapersReader(const Conditions& conditions, Catalogue& texts, Library& library,
                 const std::vector<std::string>& advice)
        : conditions_(conditions), texts_(texts), library_(library), advice_(advice) {}

    Paper read(const Yaml& node, const std::string& text_prefix) {
        node.allow_keys({"id", "form", "pictures", "when", "note", "note_when", "sections"});
        Paper paper;
        paper.id = node.text("id");
        paper.form = static_cast<PaperForm>(node.one_of("form", {"card", "sheet"}, 1));
        paper.pictures = node.flag_or("pictures", false);
        if (paper.pictures && paper.form == PaperForm::card) node.fault("a card has no room for pictures");
        paper.title = texts_.need(text_prefix + paper.id, node.place());
        const std::string note = "paper." + paper.id + ".note";
        paper.notes = read_choices(node, "note_when", note);
        if (node.flag_or("note", false)) paper.notes.push_back({texts_.need(note, node.place()), {}});
        paper.when = conditions_.read(node, "when", library_);
        for (const auto& section : node.list("sections")) paper.sections.push_back(read_section(section, paper));
        if (paper.sections.empty()) node.fault("the paper '" + paper.id + "' has no sections");
        return paper;
    }

private:
    Section read_section(const Yaml& node, const Paper& paper) {
        node.allow_keys({"id", "icon", "heading", "heading_when", "when", "blocks"});
        Section section;
        section.id = node.text("id");
        section.icon = read_icon(node);
        section.when = conditions_.read(node, "when", library_);
        const std::string heading = "section." + paper.id + "." + section.id;
        section.headings = read_choices(node, "heading_when", heading);
        if (node.flag_or("heading", true)) section.headings.push_back({texts_.need(heading, node.place()), {}});
        for (const auto& block : node.list("blocks")) section.blocks.push_back(read_block(block, paper));
        if (section.blocks.empty()) node.fault("the section '" + section.id + "' has no blocks");
        return section;
    }

    // Alternative texts for the same place, by condition; each is called `id`.ID.
    std::vector<TextChoice> read_choices(const Yaml& node, const char* key, const std::string& id) {
        std::vector<TextChoice> choices;
        for (const auto& choice : node.list(key)) {
            choice.allow_keys({"id", "when"});
            const auto text = texts_.need(id + "." + choice.text("id"), choice.place());
            choices.push_back({text, conditions_.read(choice, "when", library_)});
        }
        return choices;
    }

    Block read_block(const Yaml& node, const Paper& paper) {
        node.allow_keys({"items", "only", "field", "persons", "note", "lines", "table", "local", "when"});
        Block block;
        block.when = conditions_.read(node, "when", library_);
        if (node.has("items")) {
            read_items(node, block);
        } else if (node.has("field")) {
            read_field(node.at("field"), paper, block);
        } else if (node.has("persons")) {
            read_persons(node.at("persons"), paper, block);
        } else if (node.has("note")) {
            block.kind = Block::Kind::note;
            label(block, "note." + paper.id + "." + node.at("note").text("id"), node);
            add_when(node.at("note"), block);
        } else if (node.has("lines")) {
            block.kind = Block::Kind::lines;
            block.count = node.number_or("lines", 1);
        } else if (node.has("table")) {
            read_table(node.at("table"), paper, block);
        } else if (node.has("local")) {
            read_local_line(node.at("local"), paper, block);
        } else {
            node.fault("a block is one of items, field, persons, note, lines, table, local");
        }
        return block;
    }

    void read_items(const Yaml& node, Block& block) {
        block.kind = Block::Kind::items;
        block.bullets = static_cast<Bullets>(node.one_of("items", {"boxes", "bullets", "numbers", "plain"}, 3));
        for (const auto& id : node.list("only")) {
            if (const auto advice = find_advice(id, id.text())) block.only.push_back(*advice);
        }
    }

    void read_field(const Yaml& node, const Paper& paper, Block& block) {
        node.allow_keys({"id", "answers", "advice", "lines", "latin", "when"});
        block.kind = Block::Kind::field;
        block.count = node.number_or("lines", 1);
        read_answers(node, block);
        add_when(node, block);
        const std::string own_text = "field." + paper.id + "." + node.text("id");
        bind(node, own_text, block);
        if (node.flag_or("latin", false)) block.blank = texts_.need(own_text + ".latin", node.place());
    }

    void read_local_line(const Yaml& node, const Paper& paper, Block& block) {
        node.allow_keys({"line", "lines", "when"});
        block.kind = Block::Kind::local;
        const std::string line = node.text("line");
        block.local = find_local_line(node, line);
        const std::string id = "field." + paper.id + "." + line;
        label(block, id, node);
        if (node.has("lines")) block.blank = texts_.need(id + ".blank", node.place());
        block.count = node.number_or("lines", 1);
        add_when(node, block);
    }

    LocalLineIndex find_local_line(const Yaml& node, const std::string& name) {
        const auto line = library_.find_local_line(name);
        if (line) return *line;
        std::string known;
        for (const auto& each : library_.local_lines) known += (known.empty() ? "" : ", ") + each.name;
        node.at("line").fault("no local line '" + name + "'; pack.yaml names " + (known.empty() ? "none" : known) +
                              " under local_lines");
        return {};
    }

    void read_persons(const Yaml& node, const Paper& paper, Block& block) {
        node.allow_keys({"id", "answer", "lines", "label", "when"});
        block.kind = Block::Kind::persons;
        block.count = node.number_or("lines", 1);
        add_when(node, block);
        add_answer(node.at("answer"), block);
        const bool people = std::all_of(block.answers.begin(), block.answers.end(), [&](QuestionIndex question) {
            return library_.question(question).kind == AnswerKind::person;
        });
        if (!people)
            node.at("answer").fault("'" + node.text("answer") + "' does not ask for a person; print it in a field");
        if (node.flag_or("label", false)) label(block, "field." + paper.id + "." + node.text("id"), node);
    }

    void read_table(const Yaml& node, const Paper& paper, Block& block) {
        node.allow_keys({"id", "columns", "rows", "height", "advice", "when"});
        block.kind = Block::Kind::table;
        block.count = node.number_or("rows", 10);
        block.height = node.number_or("height", 24);
        if (paper.form == PaperForm::card) node.fault("a card has no room for a table");
        add_when(node, block);
        const std::string id = node.text("id");
        for (const auto& column : node.list("columns")) {
            column.allow_keys({"id", "width"});
            const std::string text = "column." + paper.id + "." + id + "." + column.text("id");
            block.columns.push_back({texts_.need(text, column.place()), column.number_or("width", 1)});
        }
        if (block.columns.empty()) node.fault("the table '" + id + "' has no columns");
        if (node.has("advice")) bind(node, "", block);
    }

    void read_answers(const Yaml& node, Block& block) {
        for (const auto& answer : node.list("answers")) add_answer(answer, block);
    }

    void add_answer(const Yaml& node, Block& block) {
        const std::string id = node.text();
        const auto question = library_.find_question(id);
        if (question) {
            block.answers.push_back(*question);
        } else {
            node.fault("interview.yaml has no question '" + id + "'");
        }
    }

    void add_when(const Yaml& node, Block& block) {
        block.when = both(block.when, conditions_.read(node, "when", library_));
    }

    void label(Block& block, const std::string& id, const Yaml& node) {
        block.text = texts_.need(id, node.place());
        block.has_text = true;
    }

    // The label is the advice's text, or a text of its own.
    void bind(const Yaml& node, const std::string& own_text, Block& block) {
        if (!node.has("advice")) return label(block, own_text, node);
        block.advice = find_advice(node.at("advice"), node.text("advice"));
    }

    std::optional<AdviceIndex> find_advice(const Yaml& node, const std::string& id) {
        const auto found = std::find(advice_.begin(), advice_.end(), id);
        if (found != advice_.end()) return static_cast<AdviceIndex>(found - advice_.begin());
        node.fault("advice.yaml has no '" + id + "'");
        return std::nullopt;
    }

    const Conditions& conditions_;
    Catalogue& texts_;
    Library& library_;
    const std::vector<std::string>& advice_;
};

// Whether a paper has a block for this line. On a topic nobody would see it, because screens show advice only.
bool prints(const Library& library, LocalLineIndex line) {
    return std::any_of(library.papers.begin(), library.papers.end(), [&](const Paper& paper) {
        return std::any_of(paper.sections.begin(), paper.sections.end(), [&](const Section& section) {
            return std::any_of(section.blocks.begin(), section.blocks.end(), [&](const Block& block) {
                return block.kind == Block::Kind::local && block.local == line;
            });
        });
    });
}

}  // namespace

void read_papers(const Yaml& root, const Yaml& advice, const Conditions& conditions, Catalogue& texts,
                 Library& library) {
    root.allow_keys({"papers", "topics"});
    std::vector<std::string> ids;
    for (const auto& part : advice.list()) ids.push_back(part.text_or("id", ""));
    PapersReader reader(conditions, texts, library, ids);
    for (const auto& part : root.list("papers")) library.papers.push_back(reader.read(part, "paper."));
    for (const auto& part : root.list("topics")) library.topics.push_back(reader.read(part, "topic."));
    if (library.papers.empty()) root.fault("no papers");
    for (std::size_t at = 0; at < library.local_lines.size(); ++at) {
        if (prints(library, static_cast<LocalLineIndex>(at))) continue;
        root.fault("the local line '" + library.local_lines[at].name +
                   "' of pack.yaml is on no paper; add a block such as local: {line: " + library.local_lines[at].name +
                   "}, or take it out");
    }
    if (library.papers.size() > 32) root.fault("more than 32 papers");
}

}  // namespace pocketplan::content::compiler
