#include "kiosk/tools/preview/plan_file.h"

#include <string>

#include <nlohmann/json.hpp>

#include "content/dates.h"

namespace pocketplan::preview {

pdf::Bytes plan_file(const content::Plan& plan, const content::Library& library) {
    using Json = nlohmann::ordered_json;
    Json papers = Json::object();
    for (const auto& planned : plan.papers) {
        Json items = Json::array();
        for (const auto& section : planned.sections) {
            for (const auto& block : section.blocks) {
                for (const auto& item : block.items) {
                    const auto& advice = library.advice[static_cast<std::size_t>(item.advice)];
                    items.push_back({{"id", advice.id}, {"fact", advice.fact}});
                }
            }
        }
        papers[planned.paper->id] = std::move(items);
    }
    const auto date = content::iso_day(library.information_date);
    const Json root{{"papers", std::move(papers)}, {"content", {{"version", library.version}, {"date", date}}}};
    const std::string text = root.dump(1) + "\n";
    const auto* const bytes = reinterpret_cast<const std::byte*>(text.data());
    return {bytes, bytes + text.size()};
}

}  // namespace pocketplan::preview
