#include "content/compiler/yaml.h"

#include <algorithm>
#include <charconv>

#include "content/compiler/text_file.h"
#include "content/compiler/yaml_structure.h"
#include "content/letters.h"

namespace pocketplan::content::compiler {

Yaml Yaml::read(const std::filesystem::path& file, const std::string& name, Faults& faults) {
    std::error_code unreadable;  // which reading it will tell
    if (!std::filesystem::exists(file, unreadable) && !unreadable) {
        faults.push_back({{name, 1}, "no such file; docs/CONTENT.md says what it holds"});
        return {YAML::Node(), name, 1, faults};
    }
    const auto text = read_text_file(file, name);
    if (!text) {
        faults.push_back(text.error());
        return {YAML::Node(), name, 1, faults};
    }
    Faults structure;  // reported for a file that parses; otherwise only the cause is
    try {
        const YAML::Node root = YAML::Load(*text);
        check_structure(*text, name, structure);
        faults.insert(faults.end(), structure.begin(), structure.end());
        return {root, name, 1, faults};
    } catch (const YAML::Exception& error) {
        faults.push_back(
            {{name, error.mark.line + 1}, "not YAML: " + error.msg + "; indent with spaces, quote special characters"});
    }
    return {YAML::Node(), name, 1, faults};
}

Yaml Yaml::wrap(const YAML::Node& node) const {
    const int line = node.Mark().line >= 0 ? node.Mark().line + 1 : line_;
    return {node, file_, line, *faults_};
}

Place Yaml::place() const {
    return {file_, line_};
}

void Yaml::fault(const std::string& message) const {
    faults_->push_back({place(), message});
}

void Yaml::fault_at(int line, const std::string& message) const {
    faults_->push_back({{file_, line}, message});
}

bool Yaml::has(const char* key) const {
    return node_.IsMap() && static_cast<bool>(node_[key]);
}

Yaml Yaml::at(const char* key) const {
    // An empty value has no place of its own; its key has.
    for (const auto& [name, value] : pairs()) {
        if (name.node_.IsScalar() && name.node_.Scalar() == key)
            return {value.node_, file_, value.is_empty() ? name.line_ : value.line_, *faults_};
    }
    return {YAML::Node(), file_, line_, *faults_};
}

std::vector<Yaml> Yaml::list() const {
    std::vector<Yaml> parts;
    if (!node_.IsSequence() && !node_.IsNull()) fault("expected a list");
    if (node_.IsSequence()) {
        for (const auto& part : node_) parts.push_back(wrap(part));
    }
    return parts;
}

std::vector<Yaml> Yaml::list(const char* key) const {
    return at(key).list();
}

std::vector<std::pair<Yaml, Yaml>> Yaml::pairs() const {
    std::vector<std::pair<Yaml, Yaml>> found;
    if (!node_.IsMap()) return found;
    for (const auto& pair : node_) found.emplace_back(wrap(pair.first), wrap(pair.second));
    return found;
}

bool Yaml::is_blank() const {
    return is_empty() || (is_text() && node_.Scalar().find_first_not_of(" \t\n") == std::string::npos);
}

std::string Yaml::text() const {
    if (!node_.IsScalar()) {
        fault("expected a text");
    } else if (node_.Scalar().size() > longest_text) {
        fault(text_is_too_long);
    } else {
        return composed(node_.Scalar());
    }
    return {};
}

std::string Yaml::text(const char* key) const {
    if (has(key)) return at(key).text();
    fault(std::string("'") + key + "' is missing");
    return {};
}

std::string Yaml::text_or(const char* key, const std::string& otherwise) const {
    return has(key) ? at(key).text() : otherwise;
}

bool Yaml::flag_or(const char* key, bool otherwise) const {
    if (!has(key)) return otherwise;
    const std::string word = at(key).text();
    if (word != "true" && word != "false") at(key).fault(std::string("'") + key + "' must be true or false");
    return word == "true";
}

int Yaml::number_or(const char* key, int otherwise) const {
    if (!has(key)) return otherwise;
    const std::string word = at(key).text();
    int number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    const bool good = error == std::errc{} && end == word.data() + word.size() && number > 0 && number <= 1000;
    if (!good) at(key).fault(std::string("'") + key + "' must be a number from 1 to 1000");
    return good ? number : otherwise;
}

std::size_t Yaml::one_of(const char* key, const std::vector<std::string_view>& words, std::size_t otherwise) const {
    if (!has(key)) return otherwise;
    const std::string word = at(key).text();
    const auto found = std::find(words.begin(), words.end(), word);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    std::string known;
    for (const auto w : words) known += (known.empty() ? "" : ", ") + std::string(w);
    at(key).fault("'" + word + "' is not a valid " + key + "; use one of " + known);
    return otherwise;
}

void Yaml::allow_keys(const std::vector<std::string_view>& keys) const {
    if (!node_.IsMap()) return fault("expected keys and values");
    for (const auto& [key, value] : pairs()) {
        const std::string name = key.text();
        if (std::find(keys.begin(), keys.end(), name) != keys.end()) continue;
        std::string known;
        for (const auto k : keys) known += (known.empty() ? "" : ", ") + std::string(k);
        key.fault("unknown key '" + name + "'; known here: " + known);
    }
}

}  // namespace pocketplan::content::compiler
