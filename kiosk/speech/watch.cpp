#include "kiosk/speech/watch.h"

#include <array>
#include <utility>

#include <sys/inotify.h>
#include <unistd.h>

namespace pocketplan::speech {

Watch::Watch(std::filesystem::path folder)
    : folder_(std::move(folder)), descriptor_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    if (descriptor_ < 0) return;
    inotify_add_watch(descriptor_, folder_.parent_path().c_str(), IN_CREATE | IN_DELETE | IN_ONLYDIR);
    watch_folder();
}

Watch::~Watch() {
    if (descriptor_ >= 0) close(descriptor_);
}

void Watch::watch_folder() {
    // IN_ATTRIB: udev gives the new file to the group of sound devices after it was made.
    inotify_add_watch(descriptor_, folder_.c_str(), IN_CREATE | IN_DELETE | IN_ATTRIB | IN_ONLYDIR);
}

bool Watch::changed() {
    alignas(inotify_event) std::array<char, 4096> events{};
    bool any = false;
    for (ssize_t bytes = 0; (bytes = read(descriptor_, events.data(), events.size())) > 0;) any = true;
    if (any) watch_folder();
    return any;
}

}  // namespace pocketplan::speech
