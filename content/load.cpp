#include <algorithm>
#include <unordered_map>

#include "content/bytes_of_file.h"
#include "content/database.h"
#include "content/digest.h"

namespace pocketplan::content {
namespace {

// Reads a row's columns in the order they were written.
struct ReadRow {
    sqlite3_stmt* statement;
    int column = 1;  // 0 is the row's number

    template <class T>
    void operator()(const char*, T& value) {
        get(statement, column++, value);
    }
};

// Reads the tables that Writer made (save.cpp). A missing table was an empty list.
class Reader {
public:
    explicit Reader(sqlite3* database) : database_(database) {}
    [[nodiscard]] bool failed() const { return failed_; }

    template <class T, class Fields>
    void rows(const std::string& table, std::vector<T>& list, Fields fields) {
        sqlite3_stmt* const statement = select(table);
        if (statement == nullptr) return;
        sqlite3_reset(statement);
        const sqlite3_int64 parent = parent_;
        put(statement, 1, parent);
        const bool given = !list.empty();  // the one row of the pack itself
        std::size_t at = 0;
        int status = sqlite3_step(statement);
        for (; status == SQLITE_ROW; status = sqlite3_step(statement), ++at) {
            if (given && at == list.size()) break;
            if (!given) list.emplace_back();
            parent_ = sqlite3_column_int64(statement, 0);
            ReadRow row{statement};
            fields(row, list[at]);
        }
        failed_ = failed_ || status != SQLITE_DONE;
        parent_ = parent;
    }

private:
    sqlite3_stmt* select(const std::string& table) {
        const auto known = selects_.find(table);
        if (known != selects_.end()) return known->second.get();
        auto statement = prepare(database_, "SELECT * FROM " + table + " WHERE parent = ? ORDER BY id");
        if (statement) {
            // "id, parent, ..." becomes "id, ...": the parent is known.
            std::string columns = "id";
            for (int i = 2; i < sqlite3_column_count(statement.get()); ++i) {
                columns += std::string(", ") + sqlite3_column_name(statement.get(), i);
            }
            statement = prepare(database_, "SELECT " + columns + " FROM " + table + " WHERE parent = ? ORDER BY id");
        }
        return (selects_[table] = std::move(statement)).get();
    }

    sqlite3* database_;
    sqlite3_int64 parent_ = 0;
    bool failed_ = false;
    std::unordered_map<std::string, Statement> selects_;
};

// The single number that a statement returns, or -1.
std::int64_t number(sqlite3* database, const char* sql) {
    const auto statement = prepare(database, sql);
    if (!statement || sqlite3_step(statement.get()) != SQLITE_ROW) return -1;
    return sqlite3_column_int64(statement.get(), 0);
}

// Whether every index in the library is valid, so that nothing later has to check.
class Soundness {
public:
    explicit Soundness(const Library& library) : library_(library) {}

    [[nodiscard]] bool check() const {
        const auto& l = library_;
        const bool texts = !l.languages.empty() && all(l.languages, [&](const Language& language) {
            return language.texts.size() == l.text_ids.size() && has_keyboard(language) && has_plurals(language) &&
                   all(language.recordings, [&](const Recording& recording) { return sound(recording.text); });
        });
        return texts && !l.questions.empty() && !l.papers.empty() &&
               all(l.questions, [&](const auto& q) { return sound(q); }) &&
               all(l.countries, [&](const Country& c) { return sound(c.name); }) &&
               all(l.advice, [&](const auto& a) { return sound(a); }) &&
               all(l.papers, [&](const auto& p) { return sound(p); }) &&
               all(l.topics, [&](const auto& p) { return sound(p); });
    }

private:
    template <class List, class Check>
    static bool all(const List& list, Check check) {
        return std::all_of(list.begin(), list.end(), check);
    }
    [[nodiscard]] bool has_keyboard(const Language& language) const {
        return std::any_of(library_.keyboards.begin(), library_.keyboards.end(),
                           [&](const Keyboard& k) { return k.id == language.keyboard && sound(k); });
    }
    // The first layer is shown, and the first keys of each layer's first row.
    static bool sound(const Keyboard& keyboard) {
        return !keyboard.layers.empty() && all(keyboard.layers, [](const Keyboard::Layer& layer) {
            return !layer.empty() && all(layer, [](const Keyboard::Row& row) { return !row.empty(); });
        });
    }
    static bool has_plurals(const Language& language) {
        return language.plural_forms.size() == counts &&
               all(language.plural_forms, [](auto f) { return f < most_forms; });
    }
    [[nodiscard]] bool sound(TextIndex text) const { return static_cast<std::size_t>(text) < library_.text_ids.size(); }
    [[nodiscard]] bool sound(QuestionIndex question) const {
        return static_cast<std::size_t>(question) < library_.questions.size();
    }
    [[nodiscard]] bool sound(AdviceIndex advice) const {
        return static_cast<std::size_t>(advice) < library_.advice.size();
    }
    [[nodiscard]] bool sound(CountryIndex country) const {
        return static_cast<std::size_t>(country) < library_.countries.size();
    }
    [[nodiscard]] bool sound(LocalLineIndex line) const {
        return static_cast<std::size_t>(line) < library_.local_lines.size();
    }
    template <class Index>
    [[nodiscard]] bool sound(const std::optional<Index>& index) const {
        return !index || sound(*index);
    }
    // Every operation must find its operands, and exactly one truth value must be left.
    [[nodiscard]] bool sound(const Condition& condition) const {
        int depth = 0;
        for (const auto& step : condition.steps) {
            const bool joins =
                step.operation == Condition::Operation::both || step.operation == Condition::Operation::either;
            const bool negates = step.operation == Condition::Operation::negate;
            if (step.operation > Condition::Operation::either || !sound(step.question)) return false;
            if (depth < (joins ? 2 : negates ? 1 : 0)) return false;
            depth += joins ? -1 : negates ? 0 : 1;
        }
        return condition.steps.empty() || depth == 1;
    }
    [[nodiscard]] bool sound(const Question& q) const {
        return sound(q.text) && sound(q.why) && sound(q.when) &&
               static_cast<std::size_t>(q.kind) < kinds_of_answers.size() && q.options.size() <= 64 &&
               all(q.options, [&](const Option& o) { return sound(o.label); }) &&
               all(q.likely, [&](CountryIndex country) { return sound(country); });
    }
    [[nodiscard]] bool sound(const Advice& advice) const {
        return sound(advice.every_page) &&
               all(advice.placements, [&](const Placement& p) { return sound(p.text) && sound(p.when); });
    }
    [[nodiscard]] bool sound(const Block& block) const {
        return block.kind <= Block::Kind::local && block.bullets <= Bullets::plain && sound(block.when) &&
               sound(block.text) && sound(block.blank) && sound(block.advice) &&
               (block.kind != Block::Kind::local || sound(block.local)) &&
               all(block.only, [&](auto i) { return sound(i); }) &&
               all(block.answers, [&](auto i) { return sound(i); }) &&
               all(block.columns, [&](const Column& c) { return sound(c.header); });
    }
    [[nodiscard]] bool sound(const TextChoice& choice) const { return sound(choice.text) && sound(choice.when); }
    [[nodiscard]] bool sound(const Section& section) const {
        return sound(section.when) && all(section.blocks, [&](const auto& b) { return sound(b); }) &&
               all(section.headings, [&](const auto& h) { return sound(h); });
    }
    [[nodiscard]] bool sound(const Paper& paper) const {
        return paper.form <= PaperForm::sheet && sound(paper.title) &&
               all(paper.notes, [&](const auto& n) { return sound(n); }) && sound(paper.when) &&
               all(paper.sections, [&](const auto& s) { return sound(s); });
    }

    const Library& library_;
};

}  // namespace

tl::expected<Library, LibraryFault> load_library(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return tl::unexpected(LibraryFault::missing);
    const auto bytes = bytes_of_file(file);
    if (!bytes) return tl::unexpected(LibraryFault::unreadable);
    return load_library(std::as_bytes(std::span(*bytes)));
}

tl::expected<Library, LibraryFault> load_library(std::span<const std::byte> bytes) {
    sqlite3* opened = nullptr;
    int status = sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE, nullptr);
    const Database database(opened);
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    if (status == SQLITE_OK) {
        // Which does not write to them; it only says so elsewhere.
        auto* const read_only = reinterpret_cast<unsigned char*>(const_cast<std::byte*>(bytes.data()));
        status = sqlite3_deserialize(opened, "main", read_only, size, size, SQLITE_DESERIALIZE_READONLY);
    }
    if (status != SQLITE_OK || number(opened, "PRAGMA application_id") != application_id) {
        return tl::unexpected(LibraryFault::unreadable);
    }
    if (number(opened, "PRAGMA user_version") != format_version) return tl::unexpected(LibraryFault::other_version);

    Library library;
    Reader reader(opened);
    exchange(reader, library);
    const bool whole = !reader.failed() && digest_of(library) == number(opened, "SELECT sum FROM seal");
    if (!whole || !Soundness(library).check()) return tl::unexpected(LibraryFault::unreadable);
    library.index_texts();
    return library;
}

}  // namespace pocketplan::content
