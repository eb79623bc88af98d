#include "kiosk/words/taken.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstring>
#include <optional>
#include <vector>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "content/bytes_of_file.h"
#include "content/dates.h"
#include "content/whole_file.h"
#include "kiosk/words/offer.h"

namespace pocketplan::words {
namespace {

namespace fs = std::filesystem;
using Seconds = std::int64_t;  // since 1970, as minisign writes them

// Links to folders of taken words; without "now" the shipped words are used, without "before" they were. A folder is
// named by the time of its signature, and by how many there were of that time.
constexpr const char* now = "now";
constexpr const char* before = "before";
constexpr const char* next = "next";            // what is to be "now", until it is; then what was, for a moment
constexpr const char* withdrawn = "withdrawn";  // the time of the words that somebody went back from
constexpr const char* content_name = "content.db";
constexpr const char* signature_name = "content.db.minisig";
constexpr const char* soon_used = "; the kiosk uses them after the next visit, or a minute without one";
constexpr std::size_t most_offers = 16;  // each may take a second to read

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
        : lock_(open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644)),
          alone_(lock_.number >= 0 && flock(lock_.number, LOCK_EX) == 0) {}
    explicit operator bool() const { return alone_; }

private:
    Descriptor lock_;
    bool alone_;
};

Fault cannot_write(const fs::path& folder) {
    return Fault(folder.string() + ": cannot be written; make room there, or call this as root");
}

fs::path signature_of(const fs::path& file) {
    return file.string() + ".minisig";
}

std::string name_of(const content::Library& library) {
    return library.pack + " of " + content::iso_day(library.information_date);
}

std::string day_of(Seconds time) {
    const auto day = std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(time)));
    const std::chrono::year_month_day date(day);
    return content::iso_day({static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                             static_cast<int>(static_cast<unsigned>(date.day()))});
}

bool is_link(const fs::path& file) {
    std::error_code error;
    return fs::is_symlink(fs::symlink_status(file, error));
}

fs::path target_of(const fs::path& link) {
    std::error_code error;
    return fs::read_symlink(link, error);
}

// Of a folder of taken words; 0 for any other name.
Seconds time_of(const fs::path& folder) {
    const auto name = folder.filename().string();
    Seconds time = 0;
    const auto read = std::from_chars(name.data(), name.data() + name.size(), time);
    return read.ec == std::errc{} ? time : 0;
}

Seconds time_withdrawn(const fs::path& taken) {
    return time_of(content::bytes_of_file(taken / withdrawn, 64).value_or("0"));
}

// A link that is there takes the other's place at once, so that nobody ever finds none.
bool exchange(const fs::path& one, const fs::path& other) {
    return renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) == 0;
}

bool move_over(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::rename(from, to, error);
    return !error;
}

// Each of two links where the other is, or, if there is only one, where the other would be.
bool change_places(const fs::path& one, const fs::path& other) {
    if (is_link(one) && is_link(other)) return exchange(one, other);
    return is_link(one) ? move_over(one, other) : move_over(other, one);
}

// Folders that no link leads to: words from before those before, and what a crash left.
void clear_away(const fs::path& taken) {
    std::error_code error;
    const auto used = target_of(taken / now);
    const auto last = target_of(taken / before);
    std::vector<fs::path> unused;
    for (fs::directory_iterator at(taken, error), end; !error && at != end; at.increment(error)) {
        const auto name = at->path().filename();
        const bool ours = !is_link(at->path()) && at->is_directory(error) && time_of(name) > 0;
        if (ours && name != used && name != last) unused.push_back(at->path());
    }
    for (const auto& folder : unused) fs::remove_all(folder, error);
}

// Goes on with what a crash interrupted: words that were in place already get those before them.
void finish_interrupted(const fs::path& taken) {
    if (!is_link(taken / next)) return;
    const bool in_place = time_of(target_of(taken / next)) < time_of(target_of(taken / now));
    std::error_code error;
    if (!in_place || !move_over(taken / next, taken / before)) fs::remove(taken / next, error);
}

fs::path free_name(const fs::path& taken, Seconds time) {
    std::error_code error;
    int count = 1;
    const auto name = [&] { return std::to_string(time) + "." + std::to_string(count); };
    while (fs::exists(taken / name(), error)) ++count;
    return name();
}

// At every moment `now` leads to whole words: the old ones or these.
bool put_in_place(const Offer& offer, const fs::path& taken) {
    const auto name = free_name(taken, offer.time);
    const auto folder = taken / name;
    std::error_code error;
    fs::create_directory(folder, error);
    const bool written = write_to_disk(folder / content_name, offer.content) &&
                         write_to_disk(folder / signature_name, offer.signature) && reaches_disk(folder);
    if (!written) {
        fs::remove_all(folder, error);
        return false;
    }
    fs::create_symlink(name, taken / next, error);
    if (error || !reaches_disk(taken)) return false;
    if (is_link(taken / now)) {
        return exchange(taken / next, taken / now) && move_over(taken / next, taken / before) && reaches_disk(taken);
    }
    if (!move_over(taken / next, taken / now)) return false;
    fs::remove(taken / before, error);  // what was before are the shipped ones
    return !error && reaches_disk(taken);
}

// What is there already, for what comes to be compared with.
struct There {
    tl::expected<content::Library, content::LibraryFault> shipped;
    std::string used;  // the bytes in use, if any were taken
    Seconds time = 0;  // of their signature
};

bool is_there(const Offer& offer, const There& there) {
    return offer.time == there.time && offer.content == there.used;
}

There look(const Places& places) {
    There there{content::load_library(places.shipped), {}, time_of(target_of(places.taken / now))};
    there.used = content::bytes_of_file(places.taken / now / content_name).value_or("");
    return there;
}

// stale: of words that are there already or came before them, which is no reason to trouble anybody on a stick.
struct Objection {
    std::string reason;
    bool stale = false;
};

std::optional<Objection> objection(const Offer& offer, const fs::path& file, const Places& places, const There& there) {
    const auto told = [&](const std::string& reason) { return printable(file) + ": " + reason; };
    if (there.shipped && offer.library.pack != there.shipped->pack) {
        return Objection{told("words for " + offer.library.pack + ", and this kiosk has those for " +
                              there.shipped->pack + "; get those")};
    }
    if (there.shipped && content::is_before(offer.library.information_date, there.shipped->information_date)) {
        return Objection{told("the facts are of " + content::iso_day(offer.library.information_date) +
                              ", and those of the package of " + content::iso_day(there.shipped->information_date) +
                              "; get newer words")};
    }
    constexpr Seconds two_days = 2 * 24 * 60 * 60;
    const auto clock =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch());
    if (offer.time > clock.count() + two_days) {
        return Objection{told("signed on " + day_of(std::min(offer.time, Seconds{253'402'300'799})) +
                              ", and here it is " + day_of(clock.count()) + "; set the clock that is wrong")};
    }
    if (offer.time < there.time) {
        return Objection{told("signed on " + day_of(offer.time) + ", before the words that are there (" +
                              day_of(there.time) + "); to go back, call pocketplan-words back"),
                         true};
    }
    if (offer.time <= time_withdrawn(places.taken)) {
        return Objection{told("somebody went back from these words; sign newer ones, or call pocketplan-words back "
                              "once more"),
                         true};
    }
    return std::nullopt;
}

Done put(const Offer& offer, const fs::path& file, const Places& places) {
    if (!put_in_place(offer, places.taken)) return cannot_write(places.taken);
    std::error_code error;
    fs::remove(places.taken / withdrawn, error);
    clear_away(places.taken);
    return printable(file) + ": taken: " + name_of(offer.library) + soon_used;
}

Done take_file(const fs::path& file, const Places& places) {
    const auto there = look(places);
    const auto offer = read_offer(file, signature_of(file), places.keys);
    if (!offer) return Fault(offer.error());
    if (is_there(*offer, there)) {
        return printable(file) + ": these words are there already: " + name_of(offer->library);
    }
    if (const auto against = objection(*offer, file, places, there)) return Fault(against->reason);
    return put(*offer, file, places);
}

std::vector<fs::path> offers_in(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const auto name = at->path().filename().string();
        // A Mac leaves a second file of that name.
        if (name.ends_with(".pocketplan") && !name.starts_with("._")) files.push_back(at->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

// The newest of those that fit, and nothing of the rest; but a file that is at fault is told of even then, for it may
// be the one that was meant.
Done take_folder(const fs::path& folder, const Places& places) {
    const auto files = offers_in(folder);
    if (files.size() > most_offers) {
        return Fault(printable(folder) + ": more than 16 files of words; leave only those that are meant");
    }
    const auto there = look(places);
    std::optional<std::pair<fs::path, Offer>> best;
    std::string fault;
    for (const auto& file : files) {
        auto offer = read_offer(file, signature_of(file), places.keys);
        if (offer && is_there(*offer, there)) continue;
        const auto against = offer ? objection(*offer, file, places, there) : Objection{offer.error()};
        if (!against && (!best || offer->time > best->second.time)) best = {file, std::move(*offer)};
        if (against && !against->stale && fault.empty()) fault = against->reason;
    }
    Done done = best ? put(best->second, best->first, places) : Done(std::string());
    if (!done || fault.empty()) return done;
    return Fault(done->empty() ? fault : fault + " (but " + *done + ")");
}

bool make_folder(const fs::path& folder) {
    std::error_code error;
    if (!folder.empty()) fs::create_directories(folder, error);
    return !error;
}

Done take_alone(const fs::path& offered, bool folder, const Places& places) {
    if (!make_folder(places.taken)) return cannot_write(places.taken);
    const Alone alone(places.taken);
    if (!alone) return cannot_write(places.taken);
    finish_interrupted(places.taken);
    return folder ? take_folder(offered, places) : take_file(offered, places);
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
    auto done = take_alone(offered, folder, places);
    if (done) fs::remove(places.refused, error);
    if (!done && make_folder(places.refused.parent_path())) {
        content::write_whole_file(places.refused, done.error() + "\n");
    }
    return done;
}

Done go_back(const Places& places) {
    const auto current = places.taken / now;
    const auto last = places.taken / before;
    if (!is_link(current) && !is_link(last)) {
        return Fault("there are no words from before; none were taken on this machine");
    }
    const Alone alone(places.taken);
    if (!alone) return cannot_write(places.taken);
    finish_interrupted(places.taken);
    const auto file = is_link(last) ? last / content_name : places.shipped;
    const auto library = content::load_library(file);
    if (!library) return Fault(content::describe(library.error(), file) + "; nothing was changed");
    const auto left = time_of(target_of(current));
    const bool returns = left < time_of(target_of(last));
    std::error_code error;
    if (returns) fs::remove(places.taken / withdrawn, error);
    if (!returns && !write_to_disk(places.taken / withdrawn, std::to_string(left))) return cannot_write(places.taken);
    if (!change_places(current, last) || !reaches_disk(places.taken)) return cannot_write(places.taken);
    return "back to " + name_of(*library) + soon_used;
}

Done settle(const Places& places) {
    if (!is_link(places.taken / now)) return std::string();
    const Alone alone(places.taken);
    if (!alone) return cannot_write(places.taken);
    const auto used = content::load_library(places.taken / now / content_name);
    const auto shipped = content::load_library(places.shipped);
    if (!shipped || (used && !content::is_before(used->information_date, shipped->information_date))) {
        return std::string();
    }
    if (!move_over(places.taken / now, places.taken / before)) return cannot_write(places.taken);
    clear_away(places.taken);
    return "the package's words are newer than those that were taken, and are used again";
}

}  // namespace pocketplan::words
