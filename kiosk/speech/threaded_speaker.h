#pragma once

#include <condition_variable>
#include <memory_resource>
#include <mutex>
#include <optional>

#include "kiosk/speech/player.h"
#include "kiosk/speech/private_thread.h"
#include "kiosk/speech/speaker.h"
#include "kiosk/speech/spoken_text.h"
#include "kiosk/speech/voice.h"

namespace pocketplan::speech {

// A speaker with a thread on which the voice works, so that the screen never waits for it. The thread allocates nothing
// in the arena: it reads texts that lie there, and zeroes them once they were said.
class ThreadedSpeaker : public Speaker {
public:
    ThreadedSpeaker(std::unique_ptr<Voice> voice, std::unique_ptr<Device> device, std::function<void()> wake,
                    PlayerSettings settings = {});
    ~ThreadedSpeaker() override;

    void say(std::span<const Utterance> utterances) override;
    void stop() override;
    void call() override;
    void set_pace(int percent) override;
    void set_gain(float gain) override;
    std::vector<Report> take_reports() override;

private:
    using Lock = std::unique_lock<std::mutex>;
    // A text, or the sound that calls somebody.
    struct Item {
        int id = 0;
        const char* voice = nullptr;  // null: the sound; empty: there is none, or it does not load
        SpokenText text;
        std::span<const std::uint8_t> recording{};  // empty: none, or it is damaged
        bool started = false;

        [[nodiscard]] bool is_unsayable() const { return voice != nullptr && *voice == '\0' && recording.empty(); }
    };
    // What is said next: an item, or a piece of a long one.
    struct Piece {
        const char* voice;  // as of its item
        int percent;
        Player::Turn turn;
        bool is_last;  // of its item
        std::span<const std::uint8_t> recording;
    };

    void begin(std::pmr::vector<Item> items);
    // Words do not cut that off: it begins again before them.
    [[nodiscard]] bool is_calling() const;
    void work(const PrivateThread& thread);
    [[nodiscard]] bool idle() const { return next_ == items_.size(); }
    void say_next(Lock& lock);
    Piece take_piece();
    // Unset: the recording is damaged, or the voice does not load.
    using Outcome = std::optional<Played>;
    static constexpr std::nullopt_t failed = std::nullopt;
    Outcome say_piece(const Piece& piece);
    void conclude(const Piece& piece, Outcome outcome);
    void finish_item();
    void forget(Lock& lock, const PrivateThread& thread);
    void report(Report report);
    void device_is(Presence presence);

    std::unique_ptr<Voice> voice_;   // the thread's
    std::pmr::vector<char> saying_;  // the piece that the voice reads, and a zero; the thread's
    std::function<void()> wake_;

    mutable std::mutex mutex_;  // guards all below
    std::condition_variable changed_;
    std::pmr::vector<Item> items_;
    std::size_t next_ = 0;    // the item that is being said
    std::size_t offset_ = 0;  // in its text, of what was not read yet
    Player::Turn turn_ = 0;
    int pace_ = usual_pace;  // percent
    std::vector<Report> reports_;
    Presence presence_ = Presence::gone;
    bool has_voices_ = false;
    bool remembers_ = false;  // the voice may still keep a text
    bool stopping_ = false;

    Player player_;
    PrivateThread thread_;
};

}  // namespace pocketplan::speech
