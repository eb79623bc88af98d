// Translations: refused with a place, or every text is whole.

#include "content/compiler/po.h"

#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace pocketplan;
    using fuzz::require;
    const std::string name = "content/pack/languages/es.po";
    const fuzz::MemoryFile file(fuzz::text_of(data, size));
    content::compiler::Faults faults;
    const auto read = content::compiler::read_po(file.path(), name, faults);
    for (const auto& fault : faults) {
        fuzz::require_one_line(describe(fault));
        require(describe(fault).starts_with(name + ":") || fault.place.line == 0, "a fault names its file");
    }
    for (const auto& [id, entry] : read.entries) {
        require(entry.line >= 1, "a text has a line", id);
        for (const auto* const text : {&id, &entry.english, &entry.translation, &entry.note}) {
            require(!content::first_broken_byte(*text), "a text is UTF-8", *text);
        }
    }
    if (!read.plural_forms) return 0;
    const auto& forms = *read.plural_forms;
    for (const auto form : forms.by_count) require(form < forms.count, "a count has a form that there is");
    return 0;
}
