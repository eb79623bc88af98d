#include "content/compiler/po.h"

#include <fstream>
#include <memory>
#include <string_view>
#include <type_traits>

#include <gettext-po.h>

namespace pocketplan::content::compiler {
namespace {

// libgettextpo reports through plain functions: they write here. The compiler runs in one thread.
struct Report {
    const std::string* name = nullptr;
    Faults* faults = nullptr;
};
Report& report() {
    static Report current;
    return current;
}

void tell(const char* message, std::size_t line) {
    std::string text(message);
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    for (auto& c : text) c = c == '\n' ? ' ' : c;
    report().faults->push_back({{*report().name, static_cast<int>(line)}, text + "; check the file with msgfmt -c"});
}

void on_error(int, po_message_t, const char*, std::size_t line, std::size_t, int, const char* message) {
    tell(message, line == static_cast<std::size_t>(-1) ? 0 : line);
}
void on_errors(int severity, po_message_t a, const char* file, std::size_t line, std::size_t column, int multiline,
               const char* message, po_message_t, const char*, std::size_t, std::size_t, int, const char*) {
    on_error(severity, a, file, line, column, multiline, message);
}

struct ClosePo {
    void operator()(std::remove_pointer_t<po_file_t>* file) const { po_file_free(file); }
};
using OpenPo = std::unique_ptr<std::remove_pointer_t<po_file_t>, ClosePo>;

std::string text_or_empty(const char* text) {
    return text == nullptr ? "" : text;
}

void check_charset(po_file_t file, const std::string& name, Faults& faults) {
    const std::string header = text_or_empty(po_file_domain_header(file, nullptr));
    if (header.find("charset=UTF-8") == std::string::npos) {
        faults.push_back(
            {{name, 1}, "the header must say 'Content-Type: text/plain; charset=UTF-8'; save the file as UTF-8"});
    }
}

void read_messages(po_file_t file, PoFile& read, Faults& faults) {
    po_message_iterator_t at = po_message_iterator(file, nullptr);
    for (po_message_t message = po_next_message(at); message != nullptr; message = po_next_message(at)) {
        const std::string english = text_or_empty(po_message_msgid(message));
        const char* const id = po_message_msgctxt(message);
        if (english.empty() && id == nullptr) continue;  // the header
        const PoEntry entry{english, text_or_empty(po_message_msgstr(message)), po_message_is_fuzzy(message) != 0, 1};
        if (po_message_is_obsolete(message) != 0) continue;
        if (id == nullptr) {
            faults.push_back({{read.name, entry.line}, "a message without msgctxt; msgctxt is the text's id"});
        } else if (!read.entries.emplace(id, entry).second) {
            faults.push_back({{read.name, entry.line}, std::string("'") + id + "' stands here twice; keep one"});
        }
    }
    po_message_iterator_free(at);
}

// libgettextpo's positions are those of "#:" comments, not of the message: the lines are looked up here.
void find_lines(const std::filesystem::path& path, PoFile& read) {
    std::ifstream in(path);
    const std::string_view key = "msgctxt \"";
    int number = 1;
    for (std::string line; std::getline(in, line); ++number) {
        if (!line.starts_with(key) || line.size() <= key.size()) continue;
        const auto found = read.entries.find(line.substr(key.size(), line.rfind('"') - key.size()));
        if (found != read.entries.end()) found->second.line = number;
    }
}

}  // namespace

PoFile read_po(const std::filesystem::path& file, const std::string& name, Faults& faults) {
    PoFile read{name, {}};
    if (!std::filesystem::exists(file)) {
        faults.push_back({{name, 1}, "no such file; every language that is on needs one"});
        return read;
    }
    report() = {&name, &faults};
    const po_xerror_handler handler{on_error, on_errors};
    const OpenPo opened(po_file_read(file.c_str(), &handler));
    if (!opened) return read;
    check_charset(opened.get(), name, faults);
    read_messages(opened.get(), read, faults);
    find_lines(file, read);
    return read;
}

}  // namespace pocketplan::content::compiler
