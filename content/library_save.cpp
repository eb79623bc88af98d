#include <cstdio>
#include <string>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include "content/library.h"
#include "content/library_database.h"
#include "content/library_rows.h"

namespace pocketplan::content {

namespace {

// Writes one row's columns into a table, which the first row makes. Every value goes in as text: what is sealed is what
// is read back. Driven by TableWriter.
class RowWriter {
public:
    explicit RowWriter(const Library& library) : library_(library) {}

    void operator()(const char* name, const std::string& value) { columns_.push_back({name, value}); }
    void operator()(const char* name, int value) { columns_.push_back({name, std::to_string(value)}); }
    void operator()(const char* name, bool value) { columns_.push_back({name, value ? "1" : "0"}); }
    void operator()(const char* name, double value) { columns_.push_back({name, std::to_string(value)}); }
    void operator()(const char* name, TextIndex text) {
        (*this)(name, library_.text_ids[static_cast<std::size_t>(text)]);
    }
    void operator()(const char* name, const Condition& when) { (*this)(name, to_text(when, library_)); }
    void operator()(const char* name, AdviceIndex advice) {
        (*this)(name, library_.advice[static_cast<std::size_t>(advice)].id);
    }
    void operator()(const char* name, QuestionIndex question) { (*this)(name, library_.question(question).id); }
    void operator()(const char* name, const Date& date) {
        char iso[48];
        std::snprintf(iso, sizeof iso, "%04d-%02d-%02d", date.year, date.month, date.day);
        (*this)(name, std::string(iso));
    }
    template <class Index>
    void operator()(const char* name, const std::optional<Index>& index) {
        if (index) return (*this)(name, *index);
        (*this)(name, std::string());
    }
    template <class Enum, std::size_t count>
    void operator()(const char* name, Enum value, const std::string_view (&names)[count]) {
        (*this)(name, std::string(names[static_cast<std::size_t>(value)]));
    }

    struct Value {
        const char* column;
        std::string value;
    };
    [[nodiscard]] const std::vector<Value>& values() const { return columns_; }

private:
    const Library& library_;
    std::vector<Value> columns_;
};

// Fills a database in memory, table by table, and seals it. Made and used up by save_library.
class LibraryWriter {
public:
    LibraryWriter(sqlite3* database, const Library& library) : database_(database), library_(library) {}

    bool write() {
        run("PRAGMA user_version=" + std::to_string(library_format));
        run("PRAGMA application_id=" + std::to_string(library_application_id));
        run("BEGIN");
        write_pack();
        write_texts();
        write_list("country", library_.countries);
        write_list("source", library_.sources);
        write_with("question", library_.questions, "option", &Question::options);
        std::vector<Condition> conditions;
        for (const auto& question : library_.questions) conditions.push_back(question.when);
        write_list("question_condition", conditions);
        write_with("advice", library_.advice, "placement", &Advice::placements);
        write_papers("paper", library_.papers);
        write_papers("topic", library_.topics);
        run("CREATE TABLE seal(sum INTEGER)");
        run("INSERT INTO seal VALUES(" + std::to_string(seal_.sum()) + ")");
        run("COMMIT");
        return good_;
    }

private:
    void run(const std::string& sql) {
        good_ = good_ && sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
    }

    void create(const std::string& table, const std::vector<RowWriter::Value>& values) {
        std::string columns;
        std::string marks;
        for (const auto& value : values) {
            columns += (columns.empty() ? "" : ",") + std::string(value.column);
            marks += marks.empty() ? "?" : ",?";
        }
        run("CREATE TABLE " + table + "(" + columns + ")");
        insert_ = prepare(database_, "INSERT INTO " + table + " VALUES(" + marks + ")");
        table_ = table;
    }

    void insert(const std::string& table, const std::vector<RowWriter::Value>& values) {
        if (table != table_) create(table, values);
        for (std::size_t i = 0; i < values.size() && insert_; ++i) {
            const auto& value = values[i].value;
            seal_.add(value);
            sqlite3_bind_text(insert_.get(), static_cast<int>(i + 1), value.data(), static_cast<int>(value.size()),
                              SQLITE_TRANSIENT);
        }
        good_ = good_ && insert_ && sqlite3_step(insert_.get()) == SQLITE_DONE;
        sqlite3_reset(insert_.get());
    }

    // An empty list has no table.
    template <class Item>
    void write_children(const std::string& table, const std::vector<Item>& items, std::size_t parent) {
        for (Item item : items) {
            RowWriter row(library_);
            row("parent", static_cast<int>(parent));
            columns_of(row, item);
            insert(table, row.values());
        }
    }

    template <class Item>
    void write_list(const std::string& table, const std::vector<Item>& items) {
        for (Item item : items) {
            RowWriter row(library_);
            columns_of(row, item);
            insert(table, row.values());
        }
    }

    template <class Item, class Child>
    void write_with(const std::string& table, const std::vector<Item>& items, const std::string& child_table,
                    std::vector<Child> Item::*children) {
        write_list(table, items);
        for (std::size_t i = 0; i < items.size(); ++i) write_children(child_table, items[i].*children, i);
    }

    void write_pack() {
        Library library = library_;
        RowWriter row(library_);
        pack_row(row, library);
        insert("pack", row.values());
        write_list("language", library_.languages);
        for (const auto& keyboard : library_.keyboards) write_keyboard(keyboard);
    }

    void write_keyboard(const Keyboard& keyboard) {
        for (std::size_t layer = 0; layer < keyboard.layers.size(); ++layer) {
            for (const auto& keys : keyboard.layers[layer]) {
                std::string joined;
                for (const auto& key : keys) joined += (joined.empty() ? "" : " ") + key;
                insert("keyboard", {{"id", keyboard.id}, {"layer", std::to_string(layer)}, {"row_of_keys", joined}});
            }
        }
    }

    void write_texts() {
        for (const auto& id : library_.text_ids) insert("text_id", {{"id", id}});
        for (const auto& language : library_.languages) {
            for (const auto& text : language.texts) insert("text", {{"language", language.tag}, {"text", text}});
        }
    }

    void write_papers(const std::string& table, const std::vector<Paper>& papers) {
        std::vector<Section> sections;
        std::vector<Block> blocks;
        for (const auto& paper : papers) sections.insert(sections.end(), paper.sections.begin(), paper.sections.end());
        for (const auto& section : sections) blocks.insert(blocks.end(), section.blocks.begin(), section.blocks.end());
        write_with(table, papers, table + "_section", &Paper::sections);
        for (std::size_t i = 0; i < sections.size(); ++i) {
            write_children(table + "_heading", sections[i].headings, i);
        }
        for (std::size_t i = 0; i < sections.size(); ++i) write_children(table + "_block", sections[i].blocks, i);
        for (std::size_t i = 0; i < blocks.size(); ++i) write_children(table + "_column", blocks[i].columns, i);
        for (std::size_t i = 0; i < blocks.size(); ++i) write_children(table + "_only", blocks[i].only, i);
        for (std::size_t i = 0; i < blocks.size(); ++i) write_children(table + "_answer", blocks[i].answers, i);
    }

    sqlite3* database_;
    const Library& library_;
    Statement insert_;  // into table_
    std::string table_;
    Seal seal_;
    bool good_ = true;
};

bool write_and_sync(const std::string& path, const unsigned char* bytes, std::size_t size) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0) return false;
    std::size_t written = 0;
    while (written < size) {
        const ssize_t step = ::write(file, bytes + written, size - written);
        if (step <= 0) break;
        written += static_cast<std::size_t>(step);
    }
    const bool synced = ::fsync(file) == 0;
    return ::close(file) == 0 && synced && written == size;
}

}  // namespace

bool save_library(const Library& library, const std::filesystem::path& file) {
    const Database database = open_in_memory();
    if (!database || !LibraryWriter(database.get(), library).write()) return false;
    sqlite3_int64 size = 0;
    unsigned char* bytes = sqlite3_serialize(database.get(), "main", &size, 0);
    const std::string beside = file.string() + ".new";
    bool saved = bytes != nullptr && write_and_sync(beside, bytes, static_cast<std::size_t>(size));
    sqlite3_free(bytes);
    saved = saved && ::rename(beside.c_str(), file.c_str()) == 0;
    if (!saved) ::unlink(beside.c_str());
    return saved;
}

}  // namespace pocketplan::content
