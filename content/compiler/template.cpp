#include "content/compiler/template.h"

#include "content/compiler/po.h"
#include "content/compiler/progress.h"

namespace pocketplan::content::compiler {
namespace {

// The first text that is not up to date in the template; empty if there is none.
std::string first_difference(const PoFile& source, const PoFile& made, const TranslatorNotes& notes) {
    for (const auto& [id, entry] : source.entries) {
        const auto found = made.entries.find(id);
        const bool same =
            found != made.entries.end() && found->second.english == entry.english && found->second.note == notes.of(id);
        if (!same) return id;
    }
    for (const auto& [id, entry] : made.entries) {
        if (!source.entries.contains(id)) return id;
    }
    return {};
}

}  // namespace

TranslatorNotes TranslatorNotes::of_pack(const Yaml& advice) {
    TranslatorNotes notes(false);
    for (const auto& item : advice.list()) {
        notes.wordings_["advice." + item.text_or("id", "")] =
            item.text_or("fact", "") + "; wording: " + item.text_or("wording", "");
    }
    return notes;
}

std::string TranslatorNotes::of(const std::string& id) const {
    if (common_) return std::string(title_of(part_of(id.substr(0, id.find('[')))));
    const auto found = wordings_.find(id.substr(0, id.find_first_of("@[")));
    return found == wordings_.end() ? "" : found->second;
}

void check_template(const std::filesystem::path& folder, const std::string& source_tag, const TranslatorNotes& notes,
                    Faults& faults) {
    const auto file = folder / "languages" / "template.pot";
    constexpr const char* remedy = "; run pocketplan-content update-po";
    if (!std::filesystem::exists(file)) {
        // Appended, for GCC 12 warns of a sum here, wrongly (GCC bug 105651).
        std::string message("no such file, which new translations begin with");
        faults.push_back({{file.string(), 1}, message.append(remedy)});
        return;
    }
    Faults ours;  // those of the source file are already reported
    const auto source_file = folder / "languages" / (source_tag + ".po");
    const PoFile source = read_po(source_file, source_file.string(), ours);
    const PoFile made = read_po(file, file.string(), faults);
    const auto id = first_difference(source, made, notes);
    if (id.empty()) return;
    faults.push_back({{file.string(), 1},
                      "'" + id + "' or the note above it differs from " + source_tag + ".po and advice.yaml" + remedy});
}

}  // namespace pocketplan::content::compiler
