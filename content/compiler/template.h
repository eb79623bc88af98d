#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "content/compiler/fault.h"
#include "content/compiler/yaml.h"

// languages/template.pot: the start of a new translation, made by update-po from the source language's PO file.
namespace pocketplan::content::compiler {

// Notes for translators on a text, by its id without "[0]" or "@PAPER".
class TranslatorNotes {
public:
    // For a pack: the fact, and what a translation must keep of it, from advice.yaml.
    static TranslatorNotes of_pack(const Yaml& advice);
    // For common texts: who reads them.
    static TranslatorNotes of_common() { return TranslatorNotes(true); }

    [[nodiscard]] std::string of(const std::string& id) const;

private:
    explicit TranslatorNotes(bool common) : common_(common) {}
    bool common_;
    std::map<std::string, std::string> wordings_;
};

// Reports a template that is missing, or older than the source language's file.
void check_template(const std::filesystem::path& folder, const std::string& source_tag, const TranslatorNotes& notes,
                    Faults& faults);

}  // namespace pocketplan::content::compiler
