#include "content/compiler/compile.h"

#include <algorithm>

#include "content/compiler/parts.h"
#include "content/compiler/template.h"

namespace pocketplan::content::compiler {
namespace {

namespace fs = std::filesystem;

// A pack's YAML files and those of the common folder it names, parsed but not yet interpreted.
struct Files {
    Yaml keep;
    Yaml keyboards;
    Yaml countries;
    Yaml languages;
    Yaml sources;
    Yaml interview;
    Yaml advice;
    Yaml papers;
    Yaml glossary;
    Yaml never;
    Yaml stories;
};

Yaml read(const fs::path& folder, const char* name, Faults& faults) {
    const auto file = folder / name;
    return Yaml::read(file, file.string(), faults);
}

Yaml read_optional(const fs::path& folder, const char* name, Faults& faults) {
    return fs::exists(folder / name) ? read(folder, name, faults) : Yaml::nothing(faults);
}

Files read_files(const fs::path& pack, const fs::path& common, Faults& faults) {
    return {read(common, "keep.yaml", faults),
            read(common, "keyboards.yaml", faults),
            read(common, "countries.yaml", faults),
            read(pack, "languages.yaml", faults),
            read(pack, "sources.yaml", faults),
            read(pack, "interview.yaml", faults),
            read(pack, "advice.yaml", faults),
            read(pack, "papers.yaml", faults),
            read_optional(pack, "languages/glossary.yaml", faults),
            read_optional(pack, "never.yaml", faults),
            read_optional(pack, "stories.yaml", faults)};
}

std::vector<std::vector<Place>> places_of(const Catalogue& texts, const Library& library) {
    std::vector<std::vector<Place>> places(library.languages.size());
    for (std::size_t at = 0; at < places.size(); ++at) {
        for (const auto& id : library.text_ids) places[at].push_back(texts.place_of(at, id));
    }
    return places;
}

std::vector<Place> places_of(const Yaml& list) {
    std::vector<Place> places;
    for (const auto& part : list.list()) places.push_back(part.place());
    return places;
}

std::map<std::string, Place> places_of_parts(const Files& files) {
    std::map<std::string, Place> places;
    for (const auto& source : files.sources.list()) places.emplace("source." + source.text("id"), source.place());
    for (const auto& language : files.languages.list()) {
        places.emplace("language." + language.text("tag"), language.place());
    }
    for (const auto& paper : files.papers.list("papers")) places.emplace("paper." + paper.text("id"), paper.place());
    return places;
}

Faults in_order(Faults faults) {
    std::sort(faults.begin(), faults.end());
    faults.erase(std::unique(faults.begin(), faults.end()), faults.end());
    return faults;
}

void read_library(const Files& files, PackHead& head, const Tags& tags, const Conditions& conditions, Catalogue& texts,
                  Library& library, Faults& faults) {
    read_papers(files.papers, files.advice, conditions, texts, library);
    read_advice(files.advice, conditions, texts, library);
    for (const auto& term : files.glossary.list()) head.rules.kept.terms.push_back(term.text_or("term", ""));
    head.rules.never = read_never(files.never, tags);
    texts.finish(head.rules, library);
    read_glossary(files.glossary, tags, texts, head.rules.kept, library, faults);
    check_keyboards(files.keyboards, library);
}

void check_templates(const Yaml& advice, const fs::path& pack, const fs::path& common, const std::string& source,
                     Faults& faults) {
    check_template(pack, source, TranslatorNotes::of_pack(advice), faults);
    check_template(common, source, TranslatorNotes::of_common(), faults);
}

// The pack, if all its files could be read.
tl::expected<Pack, Faults> compile(const Yaml& pack, const Files& files, const fs::path& folder, Faults& faults) {
    Library library;
    PackHead head = read_pack(pack, folder, library);
    add_names(files.keep.list(), head.rules.kept);
    library.languages = read_languages(files.languages);
    if (library.languages.empty()) return tl::unexpected(faults);
    read_keyboards(files.keyboards, library);

    const auto before = static_cast<std::ptrdiff_t>(faults.size());
    Catalogue texts(head.common, folder, library.languages, faults);
    if (faults.begin() + before != faults.end()) {
        return tl::unexpected(in_order({faults.begin() + before, faults.end()}));
    }
    read_countries(files.countries, texts, library);
    read_sources(files.sources, library);
    const Conditions conditions = read_interview(files.interview, texts, library);
    const Tags tags = tags_of(files.languages, folder);
    read_library(files, head, tags, conditions, texts, library, faults);
    read_recordings(head.common, folder, texts, tags, library, faults);
    // Only for a pack that is otherwise good: an unknown name would make half of it look unreachable.
    if (faults.empty()) check_unused(pack, files.interview, conditions, texts, library, faults);
    if (faults.empty()) check_reach(files.interview, files.advice, files.papers, library);
    std::vector<Story> stories;
    if (faults.empty()) stories = check_stories(files.stories, library);
    // Last, because the template is always behind while an author works.
    if (faults.empty()) check_templates(files.advice, folder, head.common, library.languages.front().tag, faults);
    if (!faults.empty()) return tl::unexpected(in_order(std::move(faults)));
    Pack whole{std::move(library), head.common,           {}, places_of(files.keyboards), std::move(stories),
               texts.progress(),   places_of_parts(files)};
    whole.places = places_of(texts, whole.library);
    return whole;
}

}  // namespace

tl::expected<Pack, Faults> compile(const fs::path& folder) {
    Faults faults;
    // Consequences of an unreadable file would only hide the cause, so such files are reported alone.
    const Yaml pack = read(folder, "pack.yaml", faults);
    if (!faults.empty()) return tl::unexpected(std::move(faults));
    const auto common = common_folder(pack, folder);
    if (!fs::is_directory(common)) {
        pack.at("common").fault("no folder " + common.string() + "; 'common' names the folder of the common texts");
        return tl::unexpected(std::move(faults));
    }
    const Files files = read_files(folder, common, faults);
    if (!faults.empty()) return tl::unexpected(in_order(std::move(faults)));
    return compile(pack, files, folder, faults);
}

}  // namespace pocketplan::content::compiler
