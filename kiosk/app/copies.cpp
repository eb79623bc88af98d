#include "kiosk/app/copies.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "content/bytes_of_file.h"
#include "kiosk/forgetting/sealed.h"

namespace pocketplan::app {
namespace {

constexpr off_t most_bytes = off_t{64} << 20U;
constexpr std::chrono::seconds time_to_write(2);

// A time to come says nothing: clocks are set.
bool is_young(const struct stat& state) {
    using namespace std::chrono;
    const auto written = system_clock::from_time_t(state.st_mtim.tv_sec) +
                         duration_cast<system_clock::duration>(nanoseconds(state.st_mtim.tv_nsec));
    const auto age = system_clock::now() - written;
    return age >= seconds(0) && age < time_to_write;
}

}  // namespace

std::filesystem::path path_of_copy(int copy) {
    return "/proc/self/fd/" + std::to_string(copy);
}

BytesOfCopy::BytesOfCopy(int copy) {
    struct stat state {};
    if (fstat(copy, &state) != 0 || state.st_size == 0) return;
    const auto size = static_cast<std::size_t>(state.st_size);
    void* const mapped = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, copy, 0);
    if (mapped != MAP_FAILED) bytes_ = {static_cast<const std::byte*>(mapped), size};
}

BytesOfCopy::~BytesOfCopy() {
    if (!bytes_.empty()) munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

tl::expected<int, std::string> take_copy(const std::filesystem::path& file, int before) {
    const auto fault = [&](const std::string& what) { return tl::unexpected(file.string() + ": " + what); };
    struct stat state {};
    if (stat(file.c_str(), &state) != 0 || access(file.c_str(), R_OK) != 0) {
        if (errno == ENOENT && before >= 0) return fault("is gone; put it back, or restart the kiosk if that is meant");
        if (errno == ENOENT) return fault("no such file; put it there, or name another");
        return fault(std::string("cannot be read (") + std::strerror(errno) + "); see to its owner and mode");
    }
    if (!S_ISREG(state.st_mode)) return fault("is no file; name one");
    if (state.st_size > most_bytes) return fault("is larger than 64 MB; name another");
    const auto read = content::bytes_of_file(file);
    if (!read) return fault("cannot be read; see to the disk that it is on");
    const auto bytes = std::as_bytes(std::span(*read));
    if (before >= 0) {
        const BytesOfCopy mapped(before);
        const auto known = mapped.get();
        if (bytes.empty() && !known.empty()) return fault("is empty; write it, or restart the kiosk if that is meant");
        const bool written = !std::ranges::equal(bytes, known) && (stat(file.c_str(), &state) != 0 || is_young(state));
        if (written) return fault("was changed just now; wait for the end of the next visit, when it is read again");
    }
    const int copy = forgetting::seal("copy", bytes);
    if (copy < 0) return fault("there is no memory for a copy of it; turn the machine off and on");
    return copy;
}

}  // namespace pocketplan::app
