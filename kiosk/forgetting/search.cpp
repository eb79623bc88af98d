#include "kiosk/forgetting/search.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <numeric>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <unistd.h>

#include "kiosk/forgetting/checks.h"
#include "kiosk/machine/service.h"

namespace pocketplan::forgetting {
namespace {

namespace fs = std::filesystem;

enum class Outcome { nothing, found, unsearched };

Outcome worse(Outcome one, Outcome other) {
    if (one == Outcome::found || other == Outcome::found) return Outcome::found;
    return one == Outcome::nothing ? other : one;
}

// One line of proc_pid_maps(5): "begin-end rwxp offset device inode  path".
struct Region {
    const std::byte* begin = nullptr;
    std::size_t size = 0;
    bool ours = false;  // readable, and not just the contents of a file
};

Region region_of(const std::string& line) {
    std::uintptr_t begin = 0;
    std::uintptr_t end = 0;
    const char* const last = line.data() + line.size();
    const auto first = std::from_chars(line.data(), last, begin, 16);
    const auto second = std::from_chars(first.ptr + 1, last, end, 16);
    const std::string_view modes(second.ptr + 1, 4);
    const auto path = line.find_first_of("/[", static_cast<std::size_t>(second.ptr - line.data()));
    const std::string_view name = path == std::string::npos ? "" : std::string_view(line).substr(path);
    const bool kernels = name.starts_with("[v") || name.starts_with("/dev/");
    const bool a_files = name.starts_with("/") && modes[1] != 'w';
    // NOLINTNEXTLINE(performance-no-int-to-ptr): the kernel names memory by numbers
    return {reinterpret_cast<const std::byte*>(begin), end - begin, modes[0] == 'r' && !kernels && !a_files};
}

Outcome search_memory(const Trace& trace) {
    std::ifstream maps("/proc/self/maps");
    std::vector<Region> regions;  // read to the end first: reading allocates
    for (std::string line; std::getline(maps, line);) regions.push_back(region_of(line));
    if (regions.empty()) return Outcome::unsearched;
    const bool found = std::any_of(regions.begin(), regions.end(), [&](const Region& region) {
        return region.ours && trace.is_in({region.begin, region.size});
    });
    if (found) std::fputs("pocketplan: a trace of the last visit is in this program's memory\n", stderr);
    return found ? Outcome::found : Outcome::nothing;
}

// Searches files, within the bytes that may still be read.
class Files {
public:
    Files(const Trace& trace, const fs::path& paper) : trace_(trace), paper_(paper), buffer_(chunk + Trace::longest) {}
    ~Files() { explicit_bzero(buffer_.data(), buffer_.size()); }
    Files(const Files&) = delete;
    Files& operator=(const Files&) = delete;

    // Folders that do not exist were not searched either.
    Outcome search(const std::vector<fs::path>& folders) {
        std::vector<Outcome> outcomes;
        for (const auto& folder : folders) {
            if (fs::exists(folder, ignored_)) outcomes.push_back(search_folder(folder));
        }
        if (outcomes.empty()) return Outcome::unsearched;
        return std::accumulate(outcomes.begin(), outcomes.end(), Outcome::nothing, worse);
    }

private:
    static constexpr std::size_t chunk = std::size_t{1} << 20U;

    Outcome search_folder(const fs::path& folder) {
        std::error_code error;
        Outcome outcome = Outcome::nothing;
        fs::recursive_directory_iterator entry(folder, error);
        for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
            if (!paper_.empty() && fs::equivalent(entry->path(), paper_, ignored_)) {
                entry.disable_recursion_pending();
            } else if (entry->symlink_status(ignored_).type() == fs::file_type::regular) {
                outcome = worse(outcome, search_file(entry->path()));
            }
        }
        return error ? worse(outcome, Outcome::unsearched) : outcome;
    }

    // Chunk by chunk, each joined to the end of the one before.
    Outcome search_file(const fs::path& file) {
        const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
        if (descriptor < 0) return errno == ENOENT ? Outcome::nothing : Outcome::unsearched;
        Outcome outcome = Outcome::unsearched;
        std::size_t kept = 0;
        while (left_ > 0) {
            const auto got = read(descriptor, buffer_.data() + kept, std::min(chunk, left_));
            if (got <= 0) {
                outcome = got == 0 ? Outcome::nothing : Outcome::unsearched;
                break;
            }
            left_ -= static_cast<std::size_t>(got);
            const std::size_t size = kept + static_cast<std::size_t>(got);
            if (trace_.is_in({buffer_.data(), size})) {
                std::fprintf(stderr, "pocketplan: a trace of the last visit is in %s\n", file.c_str());
                outcome = Outcome::found;
                break;
            }
            kept = std::min(size, Trace::longest - 1);
            std::copy_n(buffer_.data() + size - kept, kept, buffer_.data());
        }
        close(descriptor);
        return outcome;
    }

    const Trace& trace_;
    const fs::path& paper_;
    std::vector<std::byte> buffer_;
    std::size_t left_ = most_bytes;
    std::error_code ignored_;
};

}  // namespace

Folders Folders::of_this_machine(fs::path paper) {
    Folders folders;
    folders.own = {machine::state_folder(), machine::runtime_folder()};
    std::error_code error;
    folders.temporary = {fs::temp_directory_path(error), "/var/tmp"};
    folders.shared_memory = {"/dev/shm"};
    if (!spool_is_the_schedulers_alone("/")) folders.spool = {"/var/spool/cups"};
    folders.paper = std::move(paper);
    return folders;
}

visit::Receipt search(const Trace& trace, bool proven, const Folders& folders) {
    using visit::Place;
    visit::Receipt receipt;
    receipt.proven = proven;
    const auto note = [&](Place place, Outcome outcome) {
        if (outcome != Outcome::unsearched) receipt.searched.push_back(place);
        if (outcome == Outcome::found) receipt.found.push_back(place);
    };
    // Memory first, because files are read into memory.
    note(Place::memory, search_memory(trace));
    Files files(trace, folders.paper);
    note(Place::own_folders, files.search(folders.own));
    note(Place::temporary, files.search(folders.temporary));
    note(Place::shared_memory, files.search(folders.shared_memory));
    note(Place::spool, files.search(folders.spool));
    return receipt;
}

}  // namespace pocketplan::forgetting
