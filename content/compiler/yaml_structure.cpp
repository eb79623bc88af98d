#include "content/compiler/yaml_structure.h"

#include <map>
#include <sstream>
#include <vector>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

namespace pocketplan::content::compiler {
namespace {

// Hears a file's nodes in their order, before they become a tree: an alias is not followed, so a file
// is gone through once, however often it repeats itself.
class Structure : public YAML::EventHandler {
public:
    Structure(std::string name, Faults& faults) : name_(std::move(name)), faults_(faults) {}

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (++documents_ == 2) {
            refuse(mark, "a second document begins here ('---'), and only the first is read; put all into one");
        }
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { begin(mark, nullptr); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { begin(mark, nullptr); }
    void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t, const std::string& value) override {
        begin(mark, &value);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                         YAML::EmitterStyle::value) override {
        begin(mark, nullptr);
        open_.emplace_back();
    }
    void OnSequenceEnd() override { open_.pop_back(); }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
        begin(mark, nullptr);
        open_.push_back({.is_map = true});
    }
    void OnMapEnd() override { open_.pop_back(); }

private:
    struct Collection {
        bool is_map = false;
        bool at_value = false;              // a map's next node is the value of the key before it
        std::map<std::string, int> keys{};  // and the lines they are in
    };

    // A node begins; `word` is its text where it is plain text.
    void begin(const YAML::Mark& mark, const std::string* word) {
        if (open_.empty() || !open_.back().is_map) return;
        auto& map = open_.back();
        map.at_value = !map.at_value;
        if (!map.at_value) return;
        if (word == nullptr) return refuse(mark, "expected a word and a colon; keys are plain text");
        const auto [first, is_new] = map.keys.emplace(*word, mark.line + 1);
        if (is_new) return;
        refuse(mark,
               "the key '" + *word + "' is here twice, first in line " + std::to_string(first->second) + "; keep one");
    }

    void refuse(const YAML::Mark& mark, const std::string& message) {
        faults_.push_back({{name_, mark.line + 1}, message});
    }

    std::string name_;
    Faults& faults_;
    int documents_ = 0;
    std::vector<Collection> open_;
};

}  // namespace

void check_structure(const std::string& yaml, const std::string& name, Faults& faults) {
    std::istringstream in(yaml);
    YAML::Parser parser(in);
    Structure structure(name, faults);
    while (parser.HandleNextDocument(structure)) {
    }
}

}  // namespace pocketplan::content::compiler
