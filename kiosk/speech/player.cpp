#include "kiosk/speech/player.h"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <mutex>
#include <string>
#include <system_error>
#include <utility>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "kiosk/speech/watch.h"

namespace pocketplan::speech {
namespace {

using Clock = std::chrono::steady_clock;
using Lock = std::unique_lock<std::mutex>;
using Outputs = std::vector<std::string>;

// How far the voice may be ahead of the ear; enough for a machine that is busy.
constexpr std::size_t ring_size = samples_a_second / 4;
// How often an open device is asked whether it is still there.
constexpr std::chrono::milliseconds check_period{250};

// What the player's thread does next.
enum class Task : std::uint8_t { wait, find, open, check, close, end };

bool has(const Outputs& outputs, const std::string& name) {
    return std::find(outputs.begin(), outputs.end(), name) != outputs.end();
}

// The first of `some` that is not among `others`; null if all are.
const std::string* first_missing(const Outputs& some, const Outputs& others) {
    const auto found =
        std::find_if(some.begin(), some.end(), [&](const std::string& name) { return !has(others, name); });
    return found == some.end() ? nullptr : &*found;
}

}  // namespace

// Outlives a player whose thread could not be joined in time.
struct Player::State {
    std::function<void(Presence)> tell;
    PlayerSettings settings;
    Watch watch;
    int bell = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);  // rung to wake the player's thread
    const std::string usual{};                          // the name of the usual output

    std::mutex mutex;  // guards all below
    std::condition_variable changed;
    Ring ring;
    Audience audience = Audience::visitor;  // of what is in the ring
    Turn turn = 0;
    Turn lost = 0;  // the last one in which an output went
    float gain = 1;
    std::uint64_t taken = 0;     // how many times the device took samples
    std::uint64_t silences = 0;  // how many times it asked, and there were none
    Presence presence = Presence::gone;
    Outputs outputs;      // at the last look
    std::string latest;   // the output that came last; the usual one if none came, or that one went
    std::string chosen;   // what the device was opened for, even if the usual one opened in its place
    bool look = true;     // devices may have changed
    bool looked = false;  // ever
    bool finding = true;  // presence is not known yet
    bool wanted = false;  // somebody plays
    bool is_open = false;
    bool closing = false;  // the open device gets silence, and no more samples
    bool gave_up = false;  // on the open device, or on one that does not open
    bool stopping = false;
    bool stopped = false;
    Clock::time_point last_wanted{};
    Clock::time_point next_check{};

    std::unique_ptr<Device> device;  // the thread's, which destroys it

    State(std::unique_ptr<Device> plays, std::function<void(Presence)> teller, PlayerSettings given)
        : tell(std::move(teller)),
          settings(std::move(given)),
          watch(settings.sound_devices),
          device(std::move(plays)) {}
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { close(bell); }

    void work();
    [[nodiscard]] Task next() const;
    void perform(Task task, Lock& lock);
    void find(Lock& lock);
    void open(Lock& lock);
    void check(Lock& lock);
    void close_device(Lock& lock);
    void wait(Lock& lock);
    void end(Lock& lock);
    void fill(std::span<Sample> out);
    void set_presence(Presence now, Lock& lock);
    void announce(Presence now, Lock& lock);
    [[nodiscard]] const std::string& output() const { return audience == Audience::room ? usual : latest; }
    void rest();
    void ring_bell() const { static_cast<void>(eventfd_write(bell, 1)); }
    template <class Done>
    Played wait_until(Lock& lock, Turn of, Done done);
};

void Player::State::fill(std::span<Sample> out) {
    const std::lock_guard lock(mutex);
    const bool for_others = closing || chosen != output();
    const std::size_t count = for_others ? 0 : ring.take(out);
    const float factor = audience == Audience::room ? 1 : gain;
    for (Sample& sample : out.first(count)) sample = static_cast<Sample>(static_cast<float>(sample) * factor);
    std::fill(out.begin() + static_cast<std::ptrdiff_t>(count), out.end(), Sample{0});
    count > 0 ? ++taken : ++silences;
    changed.notify_all();
}

void Player::State::rest() {
    ring.wipe();
    wanted = false;
    last_wanted = Clock::now();
}

void Player::State::set_presence(Presence now, Lock& lock) {
    if (now == Presence::gone) {
        rest();
        lost = turn;
    }
    const bool news = std::exchange(presence, now) != now;
    changed.notify_all();
    if (news) announce(now, lock);
}

void Player::State::announce(Presence now, Lock& lock) {
    if (stopping) return;
    lock.unlock();
    tell(now);
    lock.lock();
}

Task Player::State::next() const {
    const auto now = Clock::now();
    if (stopping) return is_open ? Task::close : Task::end;
    if (is_open) {
        const bool lingered = !wanted && now - last_wanted >= settings.linger;
        if (look || gave_up || lingered || chosen != output()) return Task::close;
        return now >= next_check ? Task::check : Task::wait;
    }
    if (look) return Task::find;
    return wanted && presence == Presence::there ? Task::open : Task::wait;
}

void Player::State::find(Lock& lock) {
    look = false;
    finding = true;
    lock.unlock();
    watch.changed();  // what has changed so far is looked at now
    auto found = device->find();
    lock.lock();
    finding = false;
    gave_up = false;
    const auto before = std::exchange(outputs, std::move(found));
    const bool first = !std::exchange(looked, true);
    const auto* const came = first ? nullptr : first_missing(outputs, before);
    if (came != nullptr) {
        latest = *came;
    } else if (!has(outputs, latest)) {
        latest.clear();
    }
    // Which of them is the usual one, nothing tells; so any that went may have been the one that plays.
    const bool went = first_missing(before, outputs) != nullptr;
    if (went) lost = turn;
    if (went && wanted) set_presence(Presence::gone, lock);
    const bool another = came != nullptr && presence == Presence::there;
    set_presence(outputs.empty() ? Presence::gone : Presence::there, lock);
    if (another) announce(Presence::there, lock);
}

// Where the output that came last does not open, the usual one may.
void Player::State::open(Lock& lock) {
    chosen = output();
    lock.unlock();
    const Source source = [this](std::span<Sample> out) { fill(out); };
    const bool opened = (!chosen.empty() && device->open(chosen, source)) || device->open(usual, source);
    lock.lock();
    is_open = opened;
    next_check = Clock::now() + check_period;
    if (!opened) set_presence(Presence::gone, lock);
}

void Player::State::check(Lock& lock) {
    lock.unlock();
    const bool there = device->is_there();
    lock.lock();
    next_check = Clock::now() + check_period;
    if (there) return;
    set_presence(Presence::gone, lock);
    close_device(lock);
    look = true;  // there may be another one
}

// The device's own buffer holds the last samples until it takes others: silence, also where words wait for the next.
void Player::State::close_device(Lock& lock) {
    closing = true;
    const auto before = silences;
    if (!gave_up && presence == Presence::there) {
        changed.wait_for(lock, check_period, [&] { return silences != before; });
    }
    lock.unlock();
    device->close();
    lock.lock();
    is_open = closing = false;
}

void Player::State::end(Lock& lock) {
    lock.unlock();
    device.reset();
    lock.lock();
    stopped = true;
    changed.notify_all();
}

void Player::State::wait(Lock& lock) {
    const bool watched = is_open;
    lock.unlock();
    std::array<pollfd, 2> news{{{bell, POLLIN, 0}, {watch.descriptor(), POLLIN, 0}}};
    poll(news.data(), news.size(), watched ? static_cast<int>(check_period.count()) : -1);
    eventfd_t rung = 0;
    static_cast<void>(eventfd_read(bell, &rung));
    const bool devices_changed = watch.changed();
    lock.lock();
    look = look || devices_changed;
}

void Player::State::perform(Task task, Lock& lock) {
    switch (task) {
        case Task::wait:
            return wait(lock);
        case Task::find:
            return find(lock);
        case Task::open:
            return open(lock);
        case Task::check:
            return check(lock);
        case Task::close:
            return close_device(lock);
        case Task::end:
            return end(lock);
    }
}

void Player::State::work() {
    Lock lock(mutex);
    while (!stopped) perform(next(), lock);
}

// Until `done`, a new turn, or a device that is gone or takes nothing for too long.
template <class Done>
Played Player::State::wait_until(Lock& lock, Turn of, Done done) {
    const auto is_gone = [this, of] { return lost == of || (presence == Presence::gone && !finding); };
    while (true) {
        if (turn != of) return Played::cut_off;
        if (is_gone()) return Played::device_gone;
        if (done()) return Played::all;
        const auto before = taken;
        const bool moved = changed.wait_for(lock, settings.patience,
                                            [&] { return turn != of || is_gone() || done() || taken != before; });
        if (moved) continue;
        gave_up = true;
        finding = false;
        set_presence(Presence::gone, lock);
        ring_bell();
    }
}

Player::Player(std::unique_ptr<Device> device, std::function<void(Presence)> tell, PlayerSettings settings)
    : state_(std::make_shared<State>(std::move(device), std::move(tell), std::move(settings))), memory_(ring_size) {
    state_->ring = Ring(memory_);
    try {
        thread_ = std::thread([state = state_] { state->work(); });
    } catch (const std::system_error&) {  // the system has none to give: nothing is ever heard
        const std::lock_guard lock(state_->mutex);
        state_->finding = false;
        state_->stopped = true;
    }
}

Player::~Player() {
    Lock lock(state_->mutex);
    state_->ring.wipe();
    state_->ring = Ring();
    state_->stopping = true;
    state_->ring_bell();
    const bool in_time = state_->changed.wait_for(lock, state_->settings.farewell, [&] { return state_->stopped; });
    lock.unlock();
    if (thread_.joinable()) in_time ? thread_.join() : thread_.detach();
}

Player::Turn Player::begin_turn() {
    const std::lock_guard lock(state_->mutex);
    state_->rest();
    state_->changed.notify_all();
    return ++state_->turn;
}

void Player::set_gain(float gain) {
    const std::lock_guard lock(state_->mutex);
    state_->gain = gain;
}

Played Player::play(Samples samples, Turn turn, Audience audience) {
    State& state = *state_;
    Lock lock(state.mutex);
    const auto has_room = [&] { return state.ring.room() > 0 && (state.ring.empty() || state.audience == audience); };
    while (true) {
        const auto played = state.wait_until(lock, turn, has_room);
        if (played != Played::all) return played;
        state.audience = audience;
        samples = samples.subspan(state.ring.put(samples));
        const bool elsewhere = state.is_open && state.chosen != state.output();
        if (!std::exchange(state.wanted, true) || elsewhere) state.ring_bell();
        if (samples.empty()) return Played::all;
    }
}

Played Player::drain(Turn turn) {
    Lock lock(state_->mutex);
    const auto played = state_->wait_until(lock, turn, [&] { return state_->ring.empty(); });
    if (played == Played::all) state_->rest();
    return played;
}

}  // namespace pocketplan::speech
