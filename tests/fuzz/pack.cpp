// A pack, one of whose files is anything: refused with places, or made into a library that can be stored, loaded again
// and used. The files that it is good with are the inputs of pack/seeds: the first line of each is the file's name.

#include <fstream>
#include <iterator>
#include <map>

#include "content/compiler/compile.h"
#include "content/digest.h"
#include "content/plan.h"
#include "tests/fuzz/fuzz.h"

namespace pocketplan::fuzz {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& file, std::string_view text) {
    std::ofstream(file, std::ios::binary) << text;
}

// A small pack and its common folder, in memory.
class SmallPack {
public:
    SmallPack() {
        for (const auto& seed : fs::directory_iterator(fs::path(SOURCE_DIR) / "tests/fuzz/pack/seeds")) {
            std::ifstream in(seed.path(), std::ios::binary);
            std::string name;
            std::getline(in, name);
            files_.emplace(name, std::string{std::istreambuf_iterator<char>(in), {}});
        }
        for (const auto& [name, text] : files_) {
            fs::create_directories((folder_ / name).parent_path());
            write(folder_ / name, text);
        }
        const auto good = content::compiler::compile(pack());
        require(good.has_value(), "the seeds are a good pack", good ? "" : describe(good.error()));
    }
    SmallPack(const SmallPack&) = delete;
    SmallPack& operator=(const SmallPack&) = delete;
    ~SmallPack() { fs::remove_all(folder_); }

    [[nodiscard]] const fs::path& folder() const { return folder_; }
    [[nodiscard]] fs::path pack() const { return folder_ / "pack"; }
    [[nodiscard]] bool has(const std::string& name) const { return files_.contains(name); }
    void replace(const std::string& name, std::string_view text) const { write(folder_ / name, text); }
    void restore(const std::string& name) const { write(folder_ / name, files_.at(name)); }

private:
    fs::path folder_ = "/dev/shm/pocketplan-fuzz-pack." + std::to_string(getpid());
    std::map<std::string, std::string> files_;
};

void require_library(content::Library& library, const fs::path& file) {
    require(content::save_library(library, file), "a library can be stored");
    auto loaded = content::load_library(file);
    require(loaded.has_value(), "what the compiler makes can be loaded");
    require(content::digest_of(*loaded) == content::digest_of(library), "what is loaded is what was stored");
    content::make_plan(content::Answers(library.questions.size()), library);
}

}  // namespace
}  // namespace pocketplan::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace pocketplan;
    static const fuzz::SmallPack small;
    const auto text = fuzz::text_of(data, size);
    const auto line = text.find('\n');
    const std::string name(text.substr(0, line));
    if (line == std::string_view::npos || !small.has(name)) return -1;
    small.replace(name, text.substr(line + 1));
    auto pack = content::compiler::compile(small.pack());
    small.restore(name);
    if (pack) {
        fuzz::require_library(pack->library, small.folder() / "content.db");
        return 0;
    }
    fuzz::require(!pack.error().empty(), "who refuses says why");
    for (const auto& fault : pack.error()) {
        fuzz::require_one_line(describe(fault));
        fuzz::require(fault.place.file.starts_with(small.folder().string()), "a fault names its file", describe(fault));
    }
    return 0;
}
