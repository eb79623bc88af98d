#include <algorithm>
#include <charconv>
#include <fstream>
#include <string>
#include <vector>

#include "content/interview.h"
#include "content/library.h"
#include "content/library_database.h"
#include "content/library_rows.h"
#include "content/utf8.h"

namespace pocketplan::content {

namespace {

// Reads one row's columns in order, trusting nothing: what is not as it should be makes it bad, never more. Driven by
// TableReader.
class RowReader {
public:
    RowReader(sqlite3_stmt* row, const Library& library, Seal& seal) : row_(row), library_(library), seal_(seal) {}

    [[nodiscard]] bool good() const { return good_; }

    void operator()(const char*, std::string& value) { value = next(); }
    void operator()(const char*, int& value) { parse(next(), value); }
    void operator()(const char*, double& value) { parse(next(), value); }
    void operator()(const char*, bool& value) { value = next() == "1"; }
    void operator()(const char*, TextIndex& text) { good_ = find_text(next(), text) && good_; }
    void operator()(const char*, AdviceIndex& advice) {
        const auto found = std::find_if(library_.advice.begin(), library_.advice.end(),
                                        [id = next()](const Advice& item) { return item.id == id; });
        good_ = good_ && found != library_.advice.end();
        advice = AdviceIndex(found - library_.advice.begin());
    }
    void operator()(const char*, QuestionIndex& question) {
        const auto found = library_.find_question(next());
        good_ = good_ && found;
        question = found.value_or(QuestionIndex{});
    }
    void operator()(const char*, Date& date) {
        const auto iso = next();
        good_ = good_ && iso.size() == 10;
        if (!good_) return;
        parse(iso.substr(0, 4), date.year), parse(iso.substr(5, 2), date.month), parse(iso.substr(8, 2), date.day);
        good_ = good_ && check_date(date);
    }
    void operator()(const char*, Condition& when) {
        const auto text = next();
        if (text.empty()) return;
        auto parsed = parse_condition(text, library_, {});
        good_ = good_ && parsed;
        if (parsed) when = std::move(*parsed);
    }
    template <class Index>
    void operator()(const char* name, std::optional<Index>& index) {
        if (peek().empty()) return static_cast<void>(next());
        (*this)(name, index.emplace());
    }
    template <class Enum, std::size_t count>
    void operator()(const char*, Enum& value, const std::string_view (&names)[count]) {
        const auto* found = std::find(names, names + count, next());
        good_ = good_ && found != names + count;
        if (good_) value = static_cast<Enum>(found - names);
    }

private:
    [[nodiscard]] std::string_view peek() const {
        const auto* text = sqlite3_column_text(row_, column_);
        const int size = sqlite3_column_bytes(row_, column_);
        if (text == nullptr) return {};
        return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)};
    }
    std::string_view next() {
        const auto value = peek();
        good_ = good_ && sqlite3_column_type(row_, column_) == SQLITE_TEXT;
        seal_.add(value);
        ++column_;
        return value;
    }
    template <class Number>
    void parse(std::string_view text, Number& value) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        good_ = good_ && error == std::errc() && end == text.data() + text.size();
    }
    bool find_text(std::string_view id, TextIndex& text) const {
        const auto found = library_.text_index.find(id);
        if (found != library_.text_index.end()) text = found->second;
        return found != library_.text_index.end();
    }

    sqlite3_stmt* row_;
    const Library& library_;
    Seal& seal_;
    int column_ = 0;
    bool good_ = true;
};

// Reads every table of a database into a Library, in the order they were written. Made and used up by load_library;
// nothing of what it gives is to be used unless read() said true.
class LibraryReader {
public:
    LibraryReader(sqlite3* database, Library& library) : database_(database), library_(library) {}

    bool read() {
        for_each_row("pack", [&](RowReader& row) { pack_row(row, library_); });
        read_list("language", library_.languages);
        for_each_row("keyboard", [&](RowReader& row) { read_keys(row); });
        read_texts();
        read_list("country", library_.countries);
        read_list("source", library_.sources);
        read_questions();
        read_list("advice", library_.advice);
        read_children("placement", library_.advice, &Advice::placements);
        read_papers("paper", library_.papers);
        read_papers("topic", library_.topics);
        return good_ && is_sealed();
    }

private:
    template <class Read>
    void for_each_row(const std::string& table, Read read) {
        const Statement rows = prepare(database_, "SELECT * FROM " + table + " ORDER BY rowid");
        if (!rows) return;  // an empty list has no table; a lost one breaks the seal
        int status = SQLITE_ROW;
        while (good_ && (status = sqlite3_step(rows.get())) == SQLITE_ROW) {
            RowReader row(rows.get(), library_, seal_);
            read(row);
            good_ = good_ && row.good();
        }
        good_ = good_ && status == SQLITE_DONE;
    }

    template <class Parent, class Child>
    void read_children(const std::string& table, std::vector<Parent>& parents, std::vector<Child> Parent::*children) {
        for_each_row(table, [&](RowReader& row) {
            int parent = -1;
            row("parent", parent);
            good_ = good_ && parent >= 0 && static_cast<std::size_t>(parent) < parents.size();
            if (good_) columns_of(row, (parents[static_cast<std::size_t>(parent)].*children).emplace_back());
        });
    }

    template <class Item>
    void read_list(const std::string& table, std::vector<Item>& items) {
        for_each_row(table, [&](RowReader& row) { columns_of(row, items.emplace_back()); });
    }

    void read_keys(RowReader& row) {
        std::string id;
        int layer = 0;
        std::string joined;
        row("id", id), row("layer", layer), row("row_of_keys", joined);
        auto& keyboards = library_.keyboards;
        if (keyboards.empty() || keyboards.back().id != id) keyboards.push_back({id, {}});
        auto& layers = keyboards.back().layers;
        if (layers.empty() || static_cast<std::size_t>(layer) == layers.size()) layers.emplace_back();
        auto& keys = layers.back().emplace_back();
        for (std::size_t begin = 0; begin <= joined.size();) {
            const std::size_t end = std::min(joined.find(' ', begin), joined.size());
            keys.push_back(joined.substr(begin, end - begin));
            begin = end + 1;
        }
    }

    void read_texts() {
        for_each_row("text_id", [&](RowReader& row) {
            row("id", library_.text_ids.emplace_back());
            library_.text_index.emplace(library_.text_ids.back(), TextIndex(library_.text_ids.size() - 1));
        });
        for (auto& language : library_.languages) language.texts.reserve(library_.text_ids.size());
        std::size_t language = 0;
        for_each_row("text", [&](RowReader& row) {
            std::string tag;
            row("language", tag);
            while (language < library_.languages.size() && library_.languages[language].tag != tag) ++language;
            good_ = good_ && language < library_.languages.size();
            if (good_) row("text", library_.languages[language].texts.emplace_back());
        });
        for (const auto& each : library_.languages) good_ = good_ && each.texts.size() == library_.text_ids.size();
        good_ = good_ && !library_.languages.empty();
    }

    void read_questions() {
        read_list("question", library_.questions);
        read_children("option", library_.questions, &Question::options);
        std::vector<Condition> conditions;
        read_list("question_condition", conditions);
        good_ = good_ && conditions.size() == library_.questions.size();
        for (std::size_t i = 0; good_ && i < conditions.size(); ++i)
            library_.questions[i].when = std::move(conditions[i]);
    }

    template <class Child, class Member>
    void read_grandchildren(const std::string& table, std::vector<Child*>& parents, Member children) {
        for_each_row(table, [&](RowReader& row) {
            int parent = -1;
            row("parent", parent);
            good_ = good_ && parent >= 0 && static_cast<std::size_t>(parent) < parents.size();
            if (good_) columns_of(row, (parents[static_cast<std::size_t>(parent)]->*children).emplace_back());
        });
    }

    void read_papers(const std::string& table, std::vector<Paper>& papers) {
        read_list(table, papers);
        read_children(table + "_section", papers, &Paper::sections);
        std::vector<Section*> sections;
        for (auto& paper : papers) {
            for (auto& section : paper.sections) sections.push_back(&section);
        }
        read_grandchildren(table + "_heading", sections, &Section::headings);
        read_grandchildren(table + "_block", sections, &Section::blocks);
        std::vector<Block*> blocks;
        for (auto* section : sections) {
            for (auto& block : section->blocks) blocks.push_back(&block);
        }
        read_grandchildren(table + "_column", blocks, &Block::columns);
        read_grandchildren(table + "_only", blocks, &Block::only);
        read_grandchildren(table + "_answer", blocks, &Block::answers);
    }

    [[nodiscard]] bool is_sealed() {
        const Statement seal = prepare(database_, "SELECT sum FROM seal");
        return seal && sqlite3_step(seal.get()) == SQLITE_ROW && sqlite3_column_int64(seal.get(), 0) == seal_.sum();
    }

    sqlite3* database_;
    Library& library_;
    Seal seal_;
    bool good_ = true;
};

constexpr std::uintmax_t largest_file = 64U << 20U;  // a pack of 14 languages has 2 MB

std::vector<unsigned char> read_file(const std::filesystem::path& file) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error || size > largest_file) return {};
    std::vector<unsigned char> bytes(size);
    std::ifstream in(file, std::ios::binary);
    in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size));
    return in ? bytes : std::vector<unsigned char>();
}

std::int64_t read_pragma(sqlite3* database, const char* name) {
    const Statement pragma = prepare(database, std::string("PRAGMA ") + name);
    return pragma && sqlite3_step(pragma.get()) == SQLITE_ROW ? sqlite3_column_int64(pragma.get(), 0) : -1;
}

}  // namespace

tl::expected<Library, LibraryFault> load_library(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::exists(file, error)) return tl::unexpected(LibraryFault::missing);
    auto bytes = read_file(file);
    const Database database = open_in_memory();
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    const bool opened =
        database && !bytes.empty() &&
        sqlite3_deserialize(database.get(), "main", bytes.data(), size, size, SQLITE_DESERIALIZE_READONLY) == SQLITE_OK;
    if (!opened || read_pragma(database.get(), "application_id") != library_application_id) {
        return tl::unexpected(LibraryFault::unreadable);
    }
    if (read_pragma(database.get(), "user_version") != library_format)
        return tl::unexpected(LibraryFault::other_version);
    Library library;
    if (!LibraryReader(database.get(), library).read()) return tl::unexpected(LibraryFault::unreadable);
    return library;
}

std::string describe(LibraryFault fault, const std::filesystem::path& file) {
    const std::string name = file.string();
    switch (fault) {
        case LibraryFault::missing:
            return name + ": there is no such file: build it with 'pocketplan-content build PACK -o " + name + "'";
        case LibraryFault::unreadable:
            return name + ": is not a whole content.db: build it again with 'pocketplan-content build PACK -o " + name +
                   "'";
        case LibraryFault::other_version:
            return name + ": was built by another release: build it again with 'pocketplan-content build PACK -o " +
                   name + "'";
    }
    return name;
}

}  // namespace pocketplan::content
