#include "kiosk/words/taken.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <vector>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "content/bytes_of_file.h"
#include "content/dates.h"
#include "content/library.h"
#include "content/whole_file.h"
#include "kiosk/words/signature.h"

namespace pocketplan::words {
namespace {

namespace fs = std::filesystem;

// Links to folders of taken words; without "now" the shipped words are used, without "before" they were.
constexpr const char* now = "now";
constexpr const char* before = "before";
constexpr const char* content_name = "content.db";
constexpr const char* signature_name = "content.db.minisig";
constexpr std::size_t largest = std::size_t{64} << 20U;  // bytes; with recordings in every language a pack has 20 MB

using Fault = tl::unexpected<std::string>;

struct Descriptor {
    explicit Descriptor(int opened) : number(opened) {}
    ~Descriptor() {
        if (number >= 0) close(number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number;
};

// What a crash must not undo, on the disk when this returns. A folder's names, too.
bool reaches_disk(const fs::path& file) {
    const Descriptor opened(open(file.c_str(), O_RDONLY | O_CLOEXEC));
    return opened.number >= 0 && fsync(opened.number) == 0;
}

bool write_to_disk(const fs::path& file, std::string_view bytes) {
    return content::write_whole_file(file, bytes) && reaches_disk(file);
}

// Only one of these at a time: two sticks, or a stick and a person.
class Alone {
public:
    explicit Alone(const fs::path& folder)
        : lock_(open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
        alone_ = lock_.number >= 0 && flock(lock_.number, LOCK_EX) == 0;
    }
    explicit operator bool() const { return alone_; }

private:
    Descriptor lock_;
    bool alone_ = false;
};

Fault cannot_write(const fs::path& folder) {
    return Fault(folder.string() + ": cannot be written (" + std::strerror(errno) +
                 "); the words that are there go on");
}

std::vector<PublicKey> read_keys(const fs::path& folder) {
    std::vector<PublicKey> keys;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const auto key = read_public_key(content::bytes_of_file(at->path(), 4096).value_or(""));
        if (key) keys.push_back(*key);
    }
    return keys;
}

std::string described(SignatureFault fault, const fs::path& signature, const fs::path& keys) {
    const auto told = [&](const char* what) { return signature.string() + ": " + what; };
    switch (fault) {
        case SignatureFault::unreadable:
            return told("is no signature of minisign; sign the words again with minisign -S");
        case SignatureFault::whole:
            return told("was made with minisign -l; sign the words again without it");
        case SignatureFault::stranger:
            return told("is by a key that is not in ") + keys.string() +
                   "; if you trust who signed, put their public key there";
        case SignatureFault::wrong:
            return told("does not fit the words beside it, which were changed or damaged; get both again");
        case SignatureFault::timeless:
            return told("does not say when; sign the words again with a trusted comment that begins with timestamp:");
    }
    std::abort();
}

// Words that may be taken, as far as they tell it themselves.
struct Offer {
    std::string content;
    std::string signature;
    std::int64_t time = 0;
    content::Library library;
};

std::span<const std::byte> bytes_of(const std::string& text) {
    return std::as_bytes(std::span(text));
}

tl::expected<Offer, std::string> read_offer(const fs::path& file, const fs::path& signature, const fs::path& keys) {
    Offer offer;
    auto content = content::bytes_of_file(file, largest + 1);
    if (!content) return Fault(file.string() + ": cannot be read; copy it again");
    if (content->size() > largest) return Fault(file.string() + ": more than 64 MB; these are no words");
    auto signed_text = content::bytes_of_file(signature, 4096);
    if (!signed_text) return Fault(signature.string() + ": no such file; words are only taken with their signature");
    offer.content = std::move(*content);
    offer.signature = std::move(*signed_text);
    const auto known = read_keys(keys);
    if (known.empty()) return Fault(keys.string() + ": has no public key; put that of whoever signs your words there");
    const auto time = time_of_signature(bytes_of(offer.content), offer.signature, known);
    if (!time) return Fault(described(time.error(), signature, keys));
    offer.time = *time;
    auto library = content::load_library(bytes_of(offer.content));
    if (!library) return Fault(content::describe(library.error(), file));
    offer.library = std::move(*library);
    return offer;
}

fs::path signature_of(const fs::path& file) {
    return file.string() + ".minisig";
}

std::string day_of(const content::Library& library) {
    return content::iso_day(library.information_date);
}

// Why these must not take the place of what is there; unset: they may.
std::optional<std::string> objection(const Offer& offer, const fs::path& file, const Places& places) {
    if (const auto shipped = content::load_library(places.shipped)) {
        if (offer.library.pack != shipped->pack) {
            return file.string() + ": words for " + offer.library.pack + ", and this kiosk has those for " +
                   shipped->pack + "; get those";
        }
        if (content::is_before(offer.library.information_date, shipped->information_date)) {
            return file.string() + ": the facts are of " + day_of(offer.library) + ", and those of the package of " +
                   day_of(*shipped) + "; get newer words";
        }
    }
    const auto used = read_offer(places.taken / now / content_name, places.taken / now / signature_name, places.keys);
    if (used && offer.time < used->time) {
        return file.string() + ": signed before the words that are there; to go back, call pocketplan-words back";
    }
    return std::nullopt;
}

bool make_link(const fs::path& target, const fs::path& link) {
    std::error_code error;
    fs::remove(link, error);
    fs::create_symlink(target, link, error);
    return !error;
}

// A link that is there takes the other's place at once, so that nobody ever finds none.
bool exchange(const fs::path& one, const fs::path& other) {
    return renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) == 0;
}

bool is_link(const fs::path& file) {
    std::error_code error;
    return fs::is_symlink(fs::symlink_status(file, error));
}

bool move_over(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::rename(from, to, error);
    return !error;
}

// Folders that no link leads to: words from before those before, and what a crash left.
void clear_away(const fs::path& taken) {
    std::error_code error;
    const auto used = fs::read_symlink(taken / now, error);
    const auto last = fs::read_symlink(taken / before, error);
    std::vector<fs::path> unused;
    for (fs::directory_iterator at(taken, error), end; !error && at != end; at.increment(error)) {
        const auto name = at->path().filename();
        const bool folder = at->is_directory(error) && !at->is_symlink(error);
        if (folder && name != used && name != last) unused.push_back(at->path());
    }
    for (const auto& folder : unused) fs::remove_all(folder, error);
}

// At every moment `now` leads to whole words: the old ones or these.
bool put_in_place(const Offer& offer, const fs::path& taken) {
    const auto name = std::to_string(offer.time);
    const auto folder = taken / name;
    const auto next = taken / "next";
    std::error_code error;
    fs::create_directory(folder, error);
    const bool written = write_to_disk(folder / content_name, offer.content) &&
                         write_to_disk(folder / signature_name, offer.signature) && reaches_disk(folder) &&
                         reaches_disk(taken) && make_link(name, next);
    if (!written) return false;
    if (!is_link(taken / now)) {
        fs::remove(taken / before, error);  // what was before are the shipped ones
        return move_over(next, taken / now) && reaches_disk(taken);
    }
    return exchange(next, taken / now) && move_over(next, taken / before) && reaches_disk(taken);
}

// The offer's words, or why not. `already` is told where they are in use.
Done take_file(const fs::path& file, const Places& places) {
    const auto offer = read_offer(file, signature_of(file), places.keys);
    if (!offer) return Fault(offer.error());
    if (const auto reason = objection(*offer, file, places)) return Fault(*reason);
    const auto name = offer->library.pack + " of " + day_of(offer->library);
    std::error_code error;
    if (fs::read_symlink(places.taken / now, error) == std::to_string(offer->time)) {
        return file.string() + ": these words are there already: " + name;
    }
    if (!put_in_place(*offer, places.taken)) {
        const auto fault = cannot_write(places.taken);
        clear_away(places.taken);
        return fault;
    }
    clear_away(places.taken);
    return file.string() + ": taken: " + name + "; they are used from the end of the next visit on";
}

std::vector<fs::path> offers_in(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        if (at->path().extension() == ".pocketplan") files.push_back(at->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

// One after the other, so that the newest is there in the end; told is what came of the last that was taken, or of the
// first that was not.
Done take_folder(const fs::path& folder, const Places& places) {
    Done told = std::string();
    bool took = false;
    for (const auto& file : offers_in(folder)) {
        auto done = take_file(file, places);
        if (!done && (took || !told)) continue;
        took = took || done;
        told = std::move(done);
    }
    return told;
}

bool make_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    return !error;
}

}  // namespace

fs::path words_in_use(const fs::path& taken) {
    auto file = taken / now / content_name;
    std::error_code error;
    return fs::exists(file, error) ? file : fs::path();
}

std::string refusal(const fs::path& refused) {
    const auto text = content::bytes_of_file(refused, 4096).value_or("");
    return {text.begin(), std::find(text.begin(), text.end(), '\n')};
}

Done take(const fs::path& offered, const Places& places) {
    std::error_code error;
    const bool folder = fs::is_directory(offered, error);
    if (folder && offers_in(offered).empty()) return std::string();
    if (!make_folder(places.taken)) return cannot_write(places.taken);
    const Alone alone(places.taken);
    if (!alone) return cannot_write(places.taken);
    auto done = folder ? take_folder(offered, places) : take_file(offered, places);
    if (done) fs::remove(places.refused, error);
    if (!done && make_folder(places.refused.parent_path())) {
        content::write_whole_file(places.refused, done.error() + "\n");
    }
    return done;
}

Done go_back(const Places& places) {
    const Alone alone(places.taken);
    const auto current = places.taken / now;
    const auto last = places.taken / before;
    if (!alone || (!is_link(current) && !is_link(last))) {
        return Fault("there are no words from before; none were taken on this machine");
    }
    const bool both = is_link(current) && is_link(last);
    const bool done = both               ? exchange(current, last)
                      : is_link(current) ? move_over(current, last)
                                         : move_over(last, current);
    if (!done || !reaches_disk(places.taken)) return cannot_write(places.taken);
    const auto file = words_in_use(places.taken);
    const auto library = content::load_library(file.empty() ? places.shipped : file);
    if (!library) return Fault(content::describe(library.error(), file.empty() ? places.shipped : file));
    return "back to " + library->pack + " of " + day_of(*library) + "; they are used from the end of the next visit on";
}

Done settle(const Places& places) {
    const auto file = words_in_use(places.taken);
    const auto used = file.empty() ? tl::unexpected(content::LibraryFault::missing) : content::load_library(file);
    const auto shipped = content::load_library(places.shipped);
    if (!used || !shipped || !content::is_before(used->information_date, shipped->information_date))
        return std::string();
    const Alone alone(places.taken);
    if (!alone || !move_over(places.taken / now, places.taken / before)) return cannot_write(places.taken);
    clear_away(places.taken);
    return "the package's words are newer than those that were taken, and are used again";
}

}  // namespace pocketplan::words
