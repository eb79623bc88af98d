#include "kiosk/forgetting/sealed.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace pocketplan::forgetting {

int seal(const char* name, std::span<const std::byte> bytes) {
    const int descriptor = memfd_create(name, MFD_ALLOW_SEALING | MFD_CLOEXEC);
    if (descriptor < 0) return -1;
    const bool whole = write(descriptor, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) &&
                       fcntl(descriptor, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) == 0;
    if (whole) return descriptor;
    close(descriptor);
    return -1;
}

}  // namespace pocketplan::forgetting
