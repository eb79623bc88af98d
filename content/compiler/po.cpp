#include "content/compiler/po.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <initializer_list>
#include <sstream>
#include <string_view>
#include <utility>

#include "content/compiler/gettext.h"
#include "content/compiler/text_file.h"
#include "content/compiler/wording.h"
#include "content/dates.h"
#include "content/letters.h"
#include "content/model.h"

namespace pocketplan::content::compiler {
namespace {

// libgettextpo reports through plain functions, which write here. The compiler has one thread.
struct Report {
    const std::string* name = nullptr;
    Faults* faults = nullptr;
    bool told = false;  // only the first is reported: the rest follow from it
};
Report& report() {
    static Report current;
    return current;
}

void tell(const char* message, std::size_t line) {
    if (std::exchange(report().told, true)) return;
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

// A field of the header, or "" if it is missing.
std::string field(const std::string& header, const char* name) {
    char* const value = po_header_field(header.c_str(), name);
    std::string text = text_or_empty(value);
    std::free(value);
    return text;
}

void read_header(po_file_t file, PoFile& read, Faults& faults) {
    const std::string header = text_or_empty(po_file_domain_header(file, nullptr));
    const auto refuse = [&](const char* message) { faults.push_back({{read.name, 1}, message}); };
    if (lower(header).find("charset=utf-8") == std::string::npos) {
        refuse("the header must say 'Content-Type: text/plain; charset=UTF-8'; save the file as UTF-8");
    }
    const std::string plural = field(header, "Plural-Forms");
    read.plural_forms = read_plural_forms(plural);
    if (!plural.empty() && !read.plural_forms) {
        refuse("the header's Plural-Forms is invalid; write, for example, 'nplurals=2; plural=n != 1;'");
    }
    const std::string name = field(header, "X-Reviewed-By");
    const std::string day = field(header, "X-Reviewed-On");
    const bool signature = !bare(name, Accents::kept).empty();
    const bool dated = parse_day(day).has_value();
    if (signature != dated || (!day.empty() && !dated))
        refuse("a review is signed by X-Reviewed-By and X-Reviewed-On in the header; write both");
    if (signature && dated) read.reviewed_by = name + ", " + day;
}

// The forms of a plural message; forms that the language does not have repeat its last one.
void read_plural(po_message_t message, const std::string& id, const PoEntry& entry, PoFile& read, Faults& faults) {
    const std::string plural = composed(text_or_empty(po_message_msgid_plural(message)));
    std::vector<std::string> forms;
    for (int form = 0; po_message_msgstr_plural(message, form) != nullptr; ++form) {
        forms.push_back(composed(po_message_msgstr_plural(message, form)));
    }
    if (!read.plural_forms) {
        faults.push_back({{read.name, 1}, "'" + id + "' has plural forms; the header needs Plural-Forms"});
    } else if (static_cast<int>(forms.size()) != read.plural_forms->count) {
        faults.push_back({{read.name, entry.line},
                          "'" + id + "' has " + std::to_string(forms.size()) + " plural forms; the header says " +
                              std::to_string(read.plural_forms->count)});
    }
    forms.resize(std::max<std::size_t>(forms.size(), 1));
    for (std::size_t form = 0; form < most_forms; ++form) {
        PoEntry one = entry;
        if (form > 0) one.english = plural;
        one.translation = forms[std::min(form, forms.size() - 1)];
        read.entries.emplace(id + "[" + std::to_string(form) + "]", one);
    }
}

std::string note_of(po_message_t message) {
    std::string note = text_or_empty(po_message_extracted_comments(message));
    while (!note.empty() && note.back() == '\n') note.pop_back();
    return note;
}

// A line of its own in the translator's comment: "# same". Tools keep comments, but drop flags that they do not know.
bool is_marked_same(po_message_t message) {
    std::istringstream comments(text_or_empty(po_message_comments(message)));
    for (std::string line; std::getline(comments, line);) {
        const auto begin = line.find_first_not_of(" \t\r");
        if (begin == std::string::npos) continue;
        if (line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin) == "same") return true;
    }
    return false;
}

void read_messages(po_file_t file, PoFile& read, Faults& faults) {
    po_message_iterator_t at = po_message_iterator(file, nullptr);
    for (po_message_t message = po_next_message(at); message != nullptr; message = po_next_message(at)) {
        const std::string english = composed(text_or_empty(po_message_msgid(message)));
        const char* const id = po_message_msgctxt(message);
        if (english.empty() && id == nullptr) continue;  // the header
        const PoEntry entry{english,
                            composed(text_or_empty(po_message_msgstr(message))),
                            po_message_is_fuzzy(message) != 0,
                            is_marked_same(message),
                            1,
                            note_of(message)};
        if (po_message_is_obsolete(message) != 0) continue;
        if (id == nullptr) {
            faults.push_back({{read.name, entry.line}, "a message without msgctxt; msgctxt is the text's id"});
        } else if (po_message_msgid_plural(message) != nullptr) {
            read_plural(message, id, entry, read, faults);
        } else if (!read.entries.emplace(id, entry).second) {
            faults.push_back({{read.name, entry.line}, std::string("'") + id + "' is defined twice; keep one"});
        }
    }
    po_message_iterator_free(at);
}

// libgettextpo's positions are those of "#:" comments, not of the messages, so the lines are looked up here.
void find_lines(const std::filesystem::path& path, PoFile& read) {
    std::ifstream in(path);
    const std::string_view key = "msgctxt \"";
    int number = 1;
    for (std::string line; std::getline(in, line); ++number) {
        if (!line.starts_with(key) || line.size() <= key.size()) continue;
        const std::string id = line.substr(key.size(), line.rfind('"') - key.size());
        for (auto at = read.entries.lower_bound(id); at != read.entries.end() && at->first.starts_with(id); ++at) {
            if (at->first.size() == id.size() || at->first[id.size()] == '[') at->second.line = number;
        }
    }
}

// The file is UTF-8, but an escape of PO can write any byte.
const char* fault_of(std::initializer_list<std::string_view> texts) {
    for (const auto text : texts) {
        if (text.size() > longest_text) return text_is_too_long;
        if (first_broken_byte(text)) return "an escape such as \\202 that makes no letter; write the letter itself";
    }
    return nullptr;
}

void check_texts(PoFile& read, Faults& faults) {
    for (auto at = read.entries.begin(); at != read.entries.end();) {
        auto& [id, entry] = *at;
        const bool unusable = fault_of({id}) != nullptr;
        if (const char* const fault = fault_of({id, entry.english, entry.translation})) {
            faults.push_back({{read.name, entry.line}, fault});
            entry.english.clear();
            entry.translation.clear();
        }
        at = unusable ? read.entries.erase(at) : std::next(at);
    }
}

}  // namespace

PoFile read_po(const std::filesystem::path& file, const std::string& name, Faults& faults) {
    PoFile read;
    read.name = name;
    if (!std::filesystem::exists(file)) {
        faults.push_back({{name, 1}, "no such file; every language that is on needs one"});
        return read;
    }
    if (const auto text = read_text_file(file, name); !text) {
        faults.push_back(text.error());
        return read;
    }
    report() = {&name, &faults};
    const po_xerror_handler handler{on_error, on_errors};
    const OpenPo opened(po_file_read(file.c_str(), &handler));
    if (!opened) return read;
    read_header(opened.get(), read, faults);
    read_messages(opened.get(), read, faults);
    find_lines(file, read);
    check_texts(read, faults);
    return read;
}

}  // namespace pocketplan::content::compiler
