#pragma once

#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <yaml-cpp/yaml.h>

#include "content/compiler/fault.h"

namespace pocketplan::content::compiler {

// A node of a YAML file that knows its place. Reading it never throws: what is missing or of the wrong kind becomes a
// Fault, and an empty value.
class Yaml {
public:
    // The root of a file; empty, with a fault, if it is missing or not YAML. Duplicate keys and a second document are
    // faults, too.
    static Yaml read(const std::filesystem::path& file, const std::string& name, Faults& faults);

    // Stands for an optional file that is missing: an empty list.
    static Yaml nothing(Faults& faults) { return {YAML::Node(), "", 1, faults}; }

    [[nodiscard]] bool has(const char* key) const;
    [[nodiscard]] Yaml at(const char* key) const;
    // The parts of a list; a fault if it is something else.
    [[nodiscard]] std::vector<Yaml> list() const;
    [[nodiscard]] std::vector<Yaml> list(const char* key) const;
    // Keys and values of a map.
    [[nodiscard]] std::vector<std::pair<Yaml, Yaml>> pairs() const;
    [[nodiscard]] bool is_empty() const { return node_.IsNull(); }
    [[nodiscard]] bool is_map() const { return node_.IsMap(); }
    [[nodiscard]] bool is_text() const { return node_.IsScalar(); }
    // Whether it is empty, or only spaces.
    [[nodiscard]] bool is_blank() const;

    // Composed (NFC), so that what looks the same is the same.
    [[nodiscard]] std::string text() const;
    [[nodiscard]] std::string text(const char* key) const;  // a fault if it is missing
    [[nodiscard]] std::string text_or(const char* key, const std::string& otherwise) const;
    [[nodiscard]] bool flag_or(const char* key, bool otherwise) const;
    [[nodiscard]] int number_or(const char* key, int otherwise) const;
    // The index of the value in `words`; a fault and 0 for anything else.
    [[nodiscard]] std::size_t one_of(const char* key, const std::vector<std::string_view>& words,
                                     std::size_t otherwise) const;

    // Reports a fault for each key that is not in the list.
    void allow_keys(const std::vector<std::string_view>& keys) const;

    [[nodiscard]] Place place() const;
    void fault(const std::string& message) const;
    // Reports at another line of the same file.
    void fault_at(int line, const std::string& message) const;

private:
    Yaml(YAML::Node node, std::string file, int line, Faults& faults)
        : node_(std::move(node)), file_(std::move(file)), line_(line), faults_(&faults) {}
    [[nodiscard]] Yaml wrap(const YAML::Node& node) const;

    YAML::Node node_;
    std::string file_;
    int line_;  // of the nearest node that has one
    Faults* faults_;
};

}  // namespace pocketplan::content::compiler
