#include "content/compiler/compile.h"

#include <algorithm>

#include "content/compiler/parts.h"

namespace pocketplan::content::compiler {

namespace {

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

}  // namespace

tl::expected<Pack, Faults> compile(const std::filesystem::path& folder) {
    Faults faults;
    const auto read = [&](const std::filesystem::path& within, const char* name) {
        const auto file = within / name;
        return Yaml::read(file, file.string(), faults);
    };
    const auto read_optional = [&](const char* name) {
        return std::filesystem::exists(folder / name) ? read(folder, name) : Yaml::nothing(faults);
    };
    Library library;
    PackHead head = read_pack(read(folder, "pack.yaml"), folder, library);
    add_names(read(head.common, "keep.yaml").list(), head.rules.kept);
    const Yaml languages = read(folder, "languages.yaml");
    library.languages = read_languages(languages);
    if (library.languages.empty()) return tl::unexpected(faults);
    const Yaml keyboards = read(head.common, "keyboards.yaml");
    read_keyboards(keyboards, library);

    Catalogue texts(head.common, folder, library.languages, faults);
    read_countries(read(head.common, "countries.yaml"), texts, library);
    read_sources(read(folder, "sources.yaml"), library);
    const Yaml interview = read(folder, "interview.yaml");
    const Yaml advice = read(folder, "advice.yaml");
    const Yaml papers = read(folder, "papers.yaml");
    const Conditions conditions = read_interview(interview, texts, library);
    read_papers(papers, advice, conditions, texts, library);
    read_advice(advice, conditions, texts, library);
    const Yaml glossary = read_optional("languages/glossary.yaml");
    for (const auto& term : glossary.list()) head.rules.kept.terms.push_back(term.text_or("term", ""));
    const Tags tags = tags_of(languages, folder);
    head.rules.never = read_never(read_optional("never.yaml"), tags);
    texts.finish(head.rules, library);
    read_glossary(glossary, tags, texts, head.rules.kept, library, faults);
    check_keyboards(keyboards, library);
    // Only a pack that is otherwise whole: an unknown name would make half of it seem out of reach.
    if (faults.empty()) check_reach(interview, advice, papers, library);

    if (faults.empty()) {
        auto places = places_of(texts, library);
        return Pack{std::move(library), head.common, std::move(places), places_of(keyboards)};
    }
    std::sort(faults.begin(), faults.end());
    faults.erase(std::unique(faults.begin(), faults.end()), faults.end());
    return tl::unexpected(std::move(faults));
}

}  // namespace pocketplan::content::compiler
