#pragma once

#include <map>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

namespace pocketplan::tests {

// What a visitor said, by question: the chosen options. A missing question was skipped.
using Given = std::map<std::string, std::set<std::string>>;
std::string describe(const Given& given);

// Says which facts each paper must hold, straight from the table's own conditions (a small subset of Python). Written
// independently of the pack and the engine, so that it can disagree with them.
class FactsOracle {
public:
    explicit FactsOracle(const nlohmann::json& table) : table_(table) {}
    [[nodiscard]] std::map<std::string, std::set<std::string>> papers(const Given& given) const;

private:
    const nlohmann::json& table_;
};

}  // namespace pocketplan::tests
