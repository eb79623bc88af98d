#include "content/compiler/yaml_structure.h"

#include <algorithm>
#include <map>
#include <sstream>
#include <string_view>
#include <vector>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

namespace pocketplan::content::compiler {
namespace {

// Gets a file's nodes in order, before they become a tree. Aliases are not followed, so a file is read once, however
// often it repeats itself.
class Structure : public YAML::EventHandler {
public:
    Structure(std::string_view yaml, std::string name, Faults& faults)
        : yaml_(yaml), name_(std::move(name)), faults_(faults) {}

    [[nodiscard]] bool is_one_document() const { return documents_ < 2; }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (++documents_ == 2) {
            refuse(mark, "a second document begins here ('---'), and only the first is read; put all into one");
        }
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { begin(mark, nullptr); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { begin(mark, nullptr); }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, const std::string& value) override {
        refuse_tag(mark, tag);
        if (closes_on_another_line(static_cast<std::size_t>(mark.pos))) {
            refuse(mark, "a quote that opens here closes on another line; close it on this one");
        }
        begin(mark, &value);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                         YAML::EmitterStyle::value) override {
        refuse_tag(mark, tag);
        begin(mark, nullptr);
        open_.emplace_back();
    }
    void OnSequenceEnd() override { open_.pop_back(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                    YAML::EmitterStyle::value) override {
        refuse_tag(mark, tag);
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

    // A node begins; `word` is its text if it is plain text.
    void begin(const YAML::Mark& mark, const std::string* word) {
        if (open_.empty() || !open_.back().is_map) return;
        auto& map = open_.back();
        map.at_value = !map.at_value;
        if (!map.at_value) return;
        if (word == nullptr) return refuse(mark, "expected a word and a colon; keys are plain text");
        const auto [first, is_new] = map.keys.emplace(*word, mark.line + 1);
        if (is_new) return;
        refuse(mark, "the key '" + *word + "' is defined twice, first in line " + std::to_string(first->second) +
                         "; keep one");
    }

    // yaml-cpp gives "?" for nodes without a tag, and "!" for quoted ones.
    void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
        if (tag.empty() || tag == "?" || tag == "!") return;
        refuse(mark, "the tag '" + tag + "' means nothing here; take it out, or put the value in quotes");
    }

    // A forgotten closing quote runs on to the next one, and swallows everything between them.
    [[nodiscard]] bool closes_on_another_line(std::size_t at) const {
        if (at >= yaml_.size() || (yaml_[at] != '"' && yaml_[at] != '\'')) return false;
        const char quote = yaml_[at];
        for (++at; at < yaml_.size() && yaml_[at] != quote; ++at) {
            if (quote == '"' && yaml_[at] == '\\') ++at;
            if (at < yaml_.size() && yaml_[at] == '\n') return true;
        }
        return false;
    }

    void refuse(const YAML::Mark& mark, const std::string& message) {
        faults_.push_back({{name_, mark.line + 1}, message});
    }

    std::string_view yaml_;
    std::string name_;
    Faults& faults_;
    int documents_ = 0;
    std::vector<Collection> open_;
};

// " #5" after a value begins a comment, so an extension would be lost.
void refuse_numbers_in_comments(std::string_view yaml, const std::string& name, Faults& faults) {
    int line = 0;
    for (std::size_t begin = 0; begin < yaml.size();) {
        const auto end = std::min(yaml.find('\n', begin), yaml.size());
        const auto text = yaml.substr(begin, end - begin);
        ++line;
        begin = end + 1;
        char quote = 0;
        bool said = false;  // whether something came before it
        for (std::size_t at = 0; at + 1 < text.size(); ++at) {
            const char c = text[at];
            const bool opens = at == 0 || std::string_view(" [{,").find(text[at - 1]) != std::string_view::npos;
            if (quote != 0) {
                quote = c == quote ? '\0' : quote;
            } else if (opens && (c == '"' || c == '\'')) {
                quote = c;
            }
            const bool comment = c == '#' && quote == 0 && (at == 0 || text[at - 1] == ' ');
            if (comment && said && text[at + 1] >= '0' && text[at + 1] <= '9') {
                faults.push_back({{name, line},
                                  "'" + std::string(text.substr(at, 2)) +
                                      "' begins a comment, which is not read; put the value in quotes"});
            }
            if (comment) break;
            said = said || c != ' ';
        }
    }
}

}  // namespace

void check_structure(const std::string& yaml, const std::string& name, Faults& faults) {
    std::istringstream in(yaml);
    YAML::Parser parser(in);
    Structure structure(yaml, name, faults);
    // No further than to the second: at a sign that begins nothing yaml-cpp finds empty documents without end.
    while (parser.HandleNextDocument(structure) && structure.is_one_document()) {
    }
    refuse_numbers_in_comments(yaml, name, faults);
}

}  // namespace pocketplan::content::compiler
