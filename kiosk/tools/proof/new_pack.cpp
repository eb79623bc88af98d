#include "kiosk/tools/proof/new_pack.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "content/bytes_of_file.h"
#include "content/compiler/update_po.h"
#include "content/dates.h"
#include "content/whole_file.h"
#include "kiosk/papers/installed.h"

namespace pocketplan::proof {
namespace {

namespace fs = std::filesystem;
using Done = tl::expected<void, std::string>;

// Writes a file of the template pack that we ship, with the words in capitals filled in.
Done fill_in(const fs::path& from, const fs::path& to, const std::string& name, const content::Date& today) {
    const auto shipped = content::bytes_of_file(from);
    std::string text = shipped.value_or("");
    const content::Date next_year{today.year + 1, today.month, today.month == 2 ? 28 : today.day};
    for (const auto& [word, value] : {std::pair<std::string, std::string>{"NAME", name},
                                      {"TODAY", content::iso_day(today)},
                                      {"NEXT_YEAR", content::iso_day(next_year)}}) {
        for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + value.size())) {
            text.replace(at, word.size(), value);
        }
    }
    if (shipped && content::write_whole_file(to, text)) return {};
    return tl::unexpected(to.string() + ": cannot be written; name a folder that you may write to");
}

Done write_files(const fs::path& folder, const content::Date& today) {
    const auto shipped = papers::shipped_file("new-pack");
    std::error_code error;
    fs::create_directories(folder / "languages", error);
    if (error) return tl::unexpected(folder.string() + ": cannot be made; name a folder that you may write to");
    for (const auto& entry : fs::recursive_directory_iterator(shipped, error)) {
        if (!entry.is_regular_file()) continue;
        const auto file = folder / fs::relative(entry.path(), shipped);
        if (auto written = fill_in(entry.path(), file, folder.filename().string(), today); !written) return written;
    }
    if (!error) return {};
    return tl::unexpected(shipped.string() + ": the files of a new pack are missing; install Pocketplan again");
}

}  // namespace

Done begin_pack(const fs::path& given, const content::Date& today) {
    const auto folder = fs::absolute(given.empty() ? "." : given).lexically_normal();
    const auto name = folder.filename().string();
    const bool plain = !name.empty() && std::all_of(name.begin(), name.end(), [](unsigned char c) {
        return std::islower(c) != 0 || std::isdigit(c) != 0 || c == '-' || c == '_';
    });
    if (!plain) return tl::unexpected(given.string() + ": a pack's folder may have only a-z, 0-9, - and _ in its name");
    if (fs::exists(folder)) return tl::unexpected(given.string() + ": already exists; name a new folder");
    if (!fs::is_directory(folder.parent_path() / "common")) {
        return tl::unexpected(given.string() +
                              ": a pack must be next to the folder 'common'; name, for example, content/flood");
    }
    if (auto written = write_files(folder, today); !written) return written;
    const auto updated = content::compiler::update_po(given, today);
    if (!updated) return tl::unexpected(content::compiler::describe(updated.error().front()));
    return {};
}

}  // namespace pocketplan::proof
