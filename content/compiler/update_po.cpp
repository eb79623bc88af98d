#include "content/compiler/update_po.h"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>
#include <set>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "content/bytes_of_file.h"
#include "content/compiler/gettext.h"
#include "content/compiler/parts.h"
#include "content/compiler/template.h"
#include "content/dates.h"
#include "content/whole_file.h"

namespace pocketplan::content::compiler {
namespace {

namespace fs = std::filesystem;
using Messages = std::vector<po_message_t>;

// read_po() already reported what is wrong with a file.
const po_xerror_handler& quiet() {
    static const po_xerror_handler handler{
        [](int, po_message_t, const char*, std::size_t, std::size_t, int, const char*) {},
        [](int, po_message_t, const char*, std::size_t, std::size_t, int, const char*, po_message_t, const char*,
           std::size_t, std::size_t, int, const char*) {}};
    return handler;
}

OpenPo open(const fs::path& file) {
    return OpenPo(po_file_read(file.c_str(), &quiet()));
}

// The messages in order, without the header and obsolete ones.
Messages messages_of(po_file_t file) {
    Messages messages;
    po_message_iterator_t at = po_message_iterator(file, nullptr);
    for (po_message_t message = po_next_message(at); message != nullptr; message = po_next_message(at)) {
        if (po_message_msgctxt(message) != nullptr && po_message_is_obsolete(message) == 0) messages.push_back(message);
    }
    po_message_iterator_free(at);
    return messages;
}

std::string id_of(po_message_t message) {
    return text_or_empty(po_message_msgctxt(message));
}
std::string english_of(po_message_t message) {
    return text_or_empty(po_message_msgid(message));
}
bool is_translated(po_message_t message) {
    const char* const first =
        po_message_msgid_plural(message) == nullptr ? po_message_msgstr(message) : po_message_msgstr_plural(message, 0);
    return !text_or_empty(first).empty();
}

// Each message's id, and how its translation begins; obsolete ones, too.
using Said = std::set<std::pair<std::string, std::string>>;
Said said_in(po_file_t file) {
    Said said;
    po_message_iterator_t at = po_message_iterator(file, nullptr);
    for (po_message_t message = po_next_message(at); message != nullptr; message = po_next_message(at)) {
        const bool plural = po_message_msgid_plural(message) != nullptr;
        said.emplace(id_of(message),
                     text_or_empty(plural ? po_message_msgstr_plural(message, 0) : po_message_msgstr(message)));
    }
    po_message_iterator_free(at);
    return said;
}

// Whether a file that was written has every text of `wanted`, and every translation of `before`. On a full disk neither
// libgettextpo nor gettext's tools say that they wrote a part of it.
bool is_whole(const Said& written, po_file_t before, po_file_t wanted) {
    std::set<std::string> ids;
    for (const auto& [id, translation] : written) ids.insert(id);
    const auto wanted_messages = messages_of(wanted);
    const bool all_there = std::all_of(wanted_messages.begin(), wanted_messages.end(),
                                       [&](po_message_t message) { return ids.contains(id_of(message)); });
    const auto known = said_in(before);
    return all_there && std::all_of(known.begin(), known.end(), [&](const auto& one) {
               return one.first.empty() || one.second.empty() || written.contains(one);
           });
}

// Adds the header fields that msgfmt --check asks for, if they are missing.
void complete_header(po_file_t file, const std::string& project, const Date& today) {
    po_message_iterator_t at = po_message_iterator(file, nullptr);
    po_message_t const header = po_next_message(at);
    po_message_iterator_free(at);
    if (header == nullptr || po_message_msgctxt(header) != nullptr || !english_of(header).empty()) return;
    for (const auto& [field, value] : {std::pair<const char*, std::string>{"Project-Id-Version", project},
                                       {"PO-Revision-Date", iso_day(today) + " 00:00+0000"},
                                       {"Last-Translator", "none named"},
                                       {"Language-Team", "none"},
                                       {"MIME-Version", "1.0"},
                                       {"Content-Transfer-Encoding", "8bit"}}) {
        const std::string text = text_or_empty(po_message_msgstr(header));
        char* const known = po_header_field(text.c_str(), field);
        if (known == nullptr) {
            char* const longer = po_header_set_field(text.c_str(), field, value.c_str());
            po_message_set_msgstr(header, longer);
            std::free(longer);
        }
        std::free(known);
    }
}

// Gives a message the current English. A translation of other English becomes fuzzy, and shows what it was made from.
void renew(po_message_t message, po_message_t wanted) {
    const std::string old = english_of(message);
    if (old == english_of(wanted)) return;
    if (is_translated(message)) {
        if (po_message_prev_msgid(message) == nullptr) po_message_set_prev_msgid(message, old.c_str());
        po_message_set_fuzzy(message, 1);
    }
    po_message_set_msgid(message, po_message_msgid(wanted));
    if (po_message_msgid_plural(wanted) != nullptr) {
        po_message_set_msgid_plural(message, po_message_msgid_plural(wanted));
    }
}

// Matches by id, and a new id by the same English under an id that is gone. msgmerge itself looks for similar English,
// which in a pack of many short texts finds the wrong one.
void match(po_file_t translation, po_file_t made) {
    std::map<std::string, po_message_t> wanted;
    for (const auto message : messages_of(made)) wanted[id_of(message)] = message;
    std::map<std::string, po_message_t> gone;  // by English
    std::set<std::string> known;
    for (const auto message : messages_of(translation)) {
        const auto found = wanted.find(id_of(message));
        known.insert(id_of(message));
        if (found != wanted.end()) {
            renew(message, found->second);
        } else {
            gone.emplace(english_of(message), message);
        }
    }
    for (const auto& [id, message] : wanted) {
        const auto found = gone.find(english_of(message));
        if (known.contains(id) || found == gone.end()) continue;
        po_message_set_msgctxt(found->second, id.c_str());
        gone.erase(found);
    }
}

class Updater {
public:
    explicit Updater(const Date& today) : today_(today) {}
    ~Updater() {
        std::error_code ignored;
        fs::remove_all(scratch_, ignored);
    }
    Updater(const Updater&) = delete;
    Updater& operator=(const Updater&) = delete;

    void update(const fs::path& folder, const std::string& source_tag, const TranslatorNotes& notes,
                const std::string& project) {
        const auto languages = folder / "languages";
        const auto source = languages / (source_tag + ".po");
        const auto made = languages / "template.pot";
        const auto source_file = open(source);
        for (const auto message : messages_of(source_file.get())) {
            po_message_set_extracted_comments(message, notes.of(id_of(message)).c_str());
        }
        complete_header(source_file.get(), project, today_);
        if (!write(source_file.get(), source, {"msgcat", "--no-wrap"})) return;
        // The template has the same texts under another name: a link, unless somebody keeps a file of its own.
        std::error_code ignored;
        if (!fs::exists(made, ignored)) fs::create_symlink(source.filename(), made, ignored);
        if (!write(source_file.get(), made, {"msgcat", "--no-wrap"})) return;
        for (const auto& file : translations_in(languages, source)) {
            const auto translation = open(file);
            match(translation.get(), open(made).get());
            complete_header(translation.get(), project, today_);
            const std::vector<std::string> merge{"msgmerge", "--previous", "--no-fuzzy-matching", "--no-wrap",
                                                 "--quiet"};
            if (!write(translation.get(), file, merge, made)) return;
        }
    }

    [[nodiscard]] const Faults& faults() const { return faults_; }
    [[nodiscard]] const std::vector<std::string>& changed() const { return changed_; }

private:
    static std::vector<fs::path> translations_in(const fs::path& folder, const fs::path& source) {
        std::vector<fs::path> files;
        for (const auto& entry : fs::directory_iterator(folder)) {
            if (entry.path().extension() == ".po" && entry.path() != source) files.push_back(entry.path());
        }
        std::sort(files.begin(), files.end());
        return files;
    }

    // Written by gettext's own tool, which decides how a PO file looks, and only if that changes the file.
    bool write(po_file_t messages, const fs::path& file, std::vector<std::string> tool,
               const fs::path& reference = {}) {
        const auto before = scratch_ / "before.po";
        const auto after = scratch_ / "after.po";
        std::error_code ignored;
        fs::create_directories(scratch_, ignored);
        po_file_write(messages, before.c_str(), &quiet());
        const std::string name = tool.front();
        tool.insert(tool.end(), {"-o", after.string(), before.string()});
        if (!reference.empty()) tool.push_back(reference.string());
        const auto text = run(tool) ? bytes_of_file(after) : std::nullopt;
        if (!text) return refuse(file, name + " failed; install gettext, and make room where temporary files are");
        const auto wanted = reference.empty() ? OpenPo() : open(reference);
        const auto written = open(after);
        if (!written || !is_whole(said_in(written.get()), messages, wanted ? wanted.get() : messages)) {
            return refuse(file, "would lose texts, and is as it was; make room where temporary files are");
        }
        if (text == bytes_of_file(file)) return true;
        if (!write_whole_file(file, *text)) {
            return refuse(file, "cannot be written, and is as it was; see to its disk and its mode");
        }
        changed_.push_back(file.string());
        return true;
    }

    bool refuse(const fs::path& file, const std::string& what) {
        faults_.push_back({{file.string(), 1}, what});
        return false;
    }

    // What it says of its input, read_po() has said.
    static bool run(const std::vector<std::string>& call) {
        std::vector<char*> arguments;
        for (const auto& argument : call) arguments.push_back(const_cast<char*>(argument.c_str()));
        arguments.push_back(nullptr);
        pid_t process = 0;
        int status = 0;
        posix_spawn_file_actions_t quietly{};
        posix_spawn_file_actions_init(&quietly);
        posix_spawn_file_actions_addopen(&quietly, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        const int fault = posix_spawnp(&process, arguments.front(), &quietly, nullptr, arguments.data(), environ);
        posix_spawn_file_actions_destroy(&quietly);
        if (fault != 0) return false;
        return waitpid(process, &status, 0) == process && status == 0;
    }

    Date today_;
    fs::path scratch_ = fs::temp_directory_path() / ("pocketplan-po." + std::to_string(::getpid()));
    Faults faults_;
    std::vector<std::string> changed_;
};

// What is wrong with the PO files themselves, in every language.
void check_files(const fs::path& folder, Faults& faults) {
    if (!fs::is_directory(folder / "languages")) {
        faults.push_back({{(folder / "languages").string(), 1}, "no such folder; it holds the PO files"});
        return;
    }
    for (const auto& entry : fs::directory_iterator(folder / "languages")) {
        if (entry.path().extension() == ".po") read_po(entry.path(), entry.path().string(), faults);
    }
}

}  // namespace

tl::expected<std::vector<std::string>, Faults> update_po(const fs::path& pack, const Date& today) {
    Faults faults;
    const auto read = [&](const char* name) { return Yaml::read(pack / name, (pack / name).string(), faults); };
    const Yaml head = read("pack.yaml");
    const Yaml languages = read("languages.yaml");
    const Yaml advice = read("advice.yaml");
    const auto common = common_folder(head, pack);
    if (faults.empty()) {
        check_files(pack, faults);
        check_files(common, faults);
    }
    const auto listed = faults.empty() ? languages.list() : std::vector<Yaml>{};
    if (faults.empty() && listed.empty()) languages.fault("no language; the first one is the source language");
    if (!faults.empty()) return tl::unexpected(std::move(faults));
    const std::string source = listed.front().text("tag");
    const auto name = head.text("name");
    Updater updater(today);
    updater.update(pack, source, TranslatorNotes::of_pack(advice), "Pocketplan " + name);
    if (updater.faults().empty()) updater.update(common, source, TranslatorNotes::of_common(), "Pocketplan");
    if (!updater.faults().empty()) return tl::unexpected(updater.faults());
    return updater.changed();
}

}  // namespace pocketplan::content::compiler
