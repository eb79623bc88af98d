// Stores a pack, drafts included, for a fuzzer to load: to compile it takes longer than thousands of its inputs.

#include "content/compiler/compile.h"
#include "tests/fuzz/fuzz.h"

int main(int argc, char** argv) {
    using namespace pocketplan;
    if (argc != 3) return 2;
    const auto pack = content::compiler::compile(argv[1]);
    fuzz::require(pack.has_value(), "the pack is good", pack ? "" : describe(pack.error()));
    fuzz::require(content::save_library(pack->library, argv[2]), "the pack can be stored", argv[2]);
    return 0;
}
