#include <algorithm>
#include <memory>

#include <opusfile.h>

#include "content/bytes_of_file.h"
#include "content/compiler/parts.h"

// voices/TAG/ID.opus of a pack and of the common folder: texts as people said them.
namespace pocketplan::content::compiler {
namespace {

namespace fs = std::filesystem;

constexpr int opus_rate = 48'000;  // samples a second: what libopusfile decodes to
constexpr int longest = 60;        // seconds

struct CloseFile {
    void operator()(OggOpusFile* file) const { op_free(file); }
};

// What is wrong with a recording of this text; empty if it is good. Decoded to its end, so that none stops in the
// middle of a sentence. Its title is the text as it was read: nobody hears from a file that the text has changed since.
std::string fault_of(const std::string& bytes, const std::string& text) {
    const auto* const data = reinterpret_cast<const unsigned char*>(bytes.data());
    const std::unique_ptr<OggOpusFile, CloseFile> file(op_open_memory(data, bytes.size(), nullptr));
    if (!file) return "is no Opus file; make it with opusenc";
    const char* const title = opus_tags_query(op_tags(file.get(), -1), "TITLE", 0);
    if (title == nullptr || text != title) {
        return "its title must be the text that it says, now: " + text + "; see docs/CONTENT.md, Recorded voices";
    }
    std::vector<opus_int16> samples(std::size_t{opus_rate});
    long long total = 0;
    int count = 0;
    while ((count = op_read_stereo(file.get(), samples.data(), static_cast<int>(samples.size()))) > 0) total += count;
    if (count < 0) return "is damaged; make it again with opusenc";
    if (total == 0) return "has no sound in it; record the text again";
    if (total > longest * opus_rate) return "is longer than 60 seconds; record one text in each file";
    return {};
}

// Reads the recordings of one folder; tells each fault by the file that has it.
class Recordings {
public:
    Recordings(const fs::path& common, const Catalogue& texts, Library& library, const Tags& tags, Faults& faults)
        : common_(common), texts_(texts), library_(library), tags_(tags), faults_(faults) {}

    // What was read before is replaced.
    void read(const fs::path& folder) {
        for (const auto& of_language : sorted(folder / "voices")) {
            const auto tag = of_language.filename().string();
            if (!tags_.contains(tag)) {
                fault(of_language, "the pack has no language '" + tag + "'; a folder here is named by one");
                continue;
            }
            const auto found = std::find_if(library_.languages.begin(), library_.languages.end(),
                                            [&](const Language& language) { return language.tag == tag; });
            for (const auto& file : sorted(of_language)) {
                if (found != library_.languages.end()) read(file, *found);
            }
        }
    }

private:
    static std::vector<fs::path> sorted(const fs::path& folder) {
        std::vector<fs::path> files;
        std::error_code none;
        for (const auto& entry : fs::directory_iterator(folder, none)) files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        return files;
    }
    void fault(const fs::path& file, const std::string& message) { faults_.push_back({{file.string(), 0}, message}); }

    void read(const fs::path& file, Language& language) {
        if (file.extension() != ".opus") return fault(file, "is not called after a text, ID.opus");
        const auto id = file.stem().string();
        const auto known = std::find(library_.text_ids.begin(), library_.text_ids.end(), id);
        if (known == library_.text_ids.end()) return fault(file, "there is no text '" + id + "'");
        const auto at = static_cast<std::size_t>(known - library_.text_ids.begin());
        if (language.texts[at].find('{') != std::string::npos) {
            return fault(file, "the text '" + id + "' has a placeholder, which nobody can say beforehand");
        }
        if (is_replaced(file, id)) return;
        const auto bytes = bytes_of_file(file);
        if (!bytes) return fault(file, "cannot be read");
        if (const auto wrong = fault_of(*bytes, language.texts[at]); !wrong.empty()) return fault(file, wrong);
        const auto text = static_cast<TextIndex>(at);
        std::erase_if(language.recordings, [&](const Recording& before) { return before.text == text; });
        language.recordings.push_back({text, {bytes->begin(), bytes->end()}});
    }
    // Whether it was read from the common texts, and the pack has words of its own there.
    [[nodiscard]] bool is_replaced(const fs::path& file, const std::string& id) const {
        const auto folder = file.parent_path().parent_path().parent_path();
        return folder == common_ && fs::path(texts_.place_of(0, id).file).parent_path().parent_path() != common_;
    }

    const fs::path& common_;
    const Catalogue& texts_;
    Library& library_;
    const Tags& tags_;
    Faults& faults_;
};

}  // namespace

void read_recordings(const fs::path& common, const fs::path& pack, const Catalogue& texts, const Tags& tags,
                     Library& library, Faults& faults) {
    Recordings recordings(common, texts, library, tags, faults);
    recordings.read(common);
    recordings.read(pack);
    for (auto& language : library.languages) {
        std::sort(language.recordings.begin(), language.recordings.end(),
                  [](const Recording& a, const Recording& b) { return a.text < b.text; });
    }
}

}  // namespace pocketplan::content::compiler
