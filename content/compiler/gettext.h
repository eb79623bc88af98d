#pragma once

#include <memory>
#include <string>
#include <type_traits>

#include <gettext-po.h>

// Owners for libgettextpo's raw pointers.
namespace pocketplan::content::compiler {

struct ClosePo {
    void operator()(std::remove_pointer_t<po_file_t>* file) const { po_file_free(file); }
};
using OpenPo = std::unique_ptr<std::remove_pointer_t<po_file_t>, ClosePo>;

inline std::string text_or_empty(const char* text) {
    return text == nullptr ? "" : text;
}

}  // namespace pocketplan::content::compiler
