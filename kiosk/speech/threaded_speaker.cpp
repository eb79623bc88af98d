#include "kiosk/speech/threaded_speaker.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "kiosk/speech/languages.h"
#include "kiosk/speech/recording.h"
#include "kiosk/speech/sdl_device.h"
#include "kiosk/speech/tone.h"
#include "kiosk/speech/utf8.h"

namespace pocketplan::speech {
namespace {

constexpr std::size_t longest_piece = 2000;  // bytes of text that the voice gets at once

// A sound has no text, and explicit_bzero() takes no null pointer.
void wipe(SpokenText& text) {
    if (!text.empty()) explicit_bzero(text.data(), text.size());
}

}  // namespace

ThreadedSpeaker::ThreadedSpeaker(std::unique_ptr<Voice> voice, std::unique_ptr<Device> device,
                                 std::function<void()> wake, PlayerSettings settings)
    : voice_(std::move(voice)),
      saying_(longest_piece + 1),
      wake_(std::move(wake)),
      player_(
          std::move(device), [this](Presence presence) { device_is(presence); }, std::move(settings)),
      thread_([this](const PrivateThread& thread) { work(thread); }) {
    player_.set_gain(usual_gain);
}

ThreadedSpeaker::~ThreadedSpeaker() {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    turn_ = player_.begin_turn();
    changed_.notify_all();
}

void ThreadedSpeaker::say(std::span<const Utterance> utterances) {
    std::pmr::vector<Item> items;
    items.reserve(utterances.size() + 1);
    if (is_calling()) items.emplace_back();
    for (const Utterance& utterance : utterances) {
        const auto voice = voice_for(utterance.language);
        items.push_back({utterance.id, voice.empty() ? "" : voice.data(),
                         utterance.manner == Manner::words ? spoken_text(utterance.text) : spelled_text(utterance.text),
                         utterance.recording});
    }
    begin(std::move(items));
}

bool ThreadedSpeaker::is_calling() const {
    const std::lock_guard lock(mutex_);
    return !idle() && items_[next_].voice == nullptr;
}

void ThreadedSpeaker::stop() {
    begin({});
}

void ThreadedSpeaker::call() {
    std::pmr::vector<Item> items(1);
    begin(std::move(items));
}

// The old items are freed here, by the thread that made them, and only now: the voice reads copies of their pieces.
void ThreadedSpeaker::begin(std::pmr::vector<Item> items) {
    const std::lock_guard lock(mutex_);
    turn_ = player_.begin_turn();
    items_ = std::move(items);
    next_ = offset_ = 0;
    std::erase_if(reports_, [](const Report& report) {
        return report.kind == Report::Kind::started || report.kind == Report::Kind::finished;
    });
    changed_.notify_all();
}

void ThreadedSpeaker::set_pace(int percent) {
    const std::lock_guard lock(mutex_);
    pace_ = percent;
}

void ThreadedSpeaker::set_gain(float gain) {
    player_.set_gain(gain);
}

std::vector<Report> ThreadedSpeaker::take_reports() {
    const std::lock_guard lock(mutex_);
    return std::exchange(reports_, {});
}

void ThreadedSpeaker::report(Report report) {
    reports_.push_back(report);
    wake_();
}

void ThreadedSpeaker::device_is(Presence presence) {
    const std::lock_guard lock(mutex_);
    presence_ = presence;
    if (has_voices_) report({presence == Presence::there ? Report::Kind::device_came : Report::Kind::device_went});
}

void ThreadedSpeaker::work(const PrivateThread& thread) {
    const bool has_voices = voice_->load();
    Lock lock(mutex_);
    has_voices_ = has_voices;
    if (has_voices_ && presence_ == Presence::there) report({Report::Kind::device_came});
    while (!stopping_) {
        if (!idle()) {
            say_next(lock);
        } else if (remembers_) {
            forget(lock, thread);
        } else {
            changed_.wait(lock, [this] { return stopping_ || !idle(); });
        }
    }
    lock.unlock();
    voice_->forget();
    voice_.reset();
    thread.wipe_stack();
}

void ThreadedSpeaker::forget(Lock& lock, const PrivateThread& thread) {
    remembers_ = false;
    lock.unlock();
    voice_->forget();
    thread.wipe_stack();
    lock.lock();
}

void ThreadedSpeaker::say_next(Lock& lock) {
    if (items_[next_].is_unsayable()) return finish_item();
    const Piece piece = take_piece();
    lock.unlock();
    const Outcome outcome = say_piece(piece);
    explicit_bzero(saying_.data(), saying_.size());
    lock.lock();
    if (turn_ == piece.turn) conclude(piece, outcome);
}

ThreadedSpeaker::Piece ThreadedSpeaker::take_piece() {
    Item& item = items_[next_];
    if (!std::exchange(item.started, true) && item.voice != nullptr) report({Report::Kind::started, item.id});
    if (!item.recording.empty()) return {item.voice, pace_, turn_, true, item.recording};
    const auto text = readable_piece(view(item.text).substr(offset_), longest_piece);
    std::copy(text.begin(), text.end(), saying_.begin());
    saying_[text.size()] = '\0';
    remembers_ = remembers_ || !text.empty();
    offset_ += text.size();
    return {item.voice, pace_, turn_, offset_ == item.text.size(), {}};
}

ThreadedSpeaker::Outcome ThreadedSpeaker::say_piece(const Piece& piece) {
    Played played = Played::all;
    const auto audience = piece.voice == nullptr ? Audience::room : Audience::visitor;
    const Sink sink = [&](Samples samples) {
        played = player_.play(samples, piece.turn, audience);
        return played == Played::all ? Go::on : Go::no_further;
    };
    if (piece.voice == nullptr) {
        beep(sink);
    } else if (!piece.recording.empty()) {
        if (play_recording(piece.recording, piece.percent, sink) == Recorded::damaged) return failed;
    } else if (voice_->say(saying_.data(), piece.voice, piece.percent, sink) == Said::no_voice) {
        return failed;
    }
    return piece.is_last && played == Played::all ? player_.drain(piece.turn) : played;
}

void ThreadedSpeaker::conclude(const Piece& piece, Outcome outcome) {
    Item& item = items_[next_];
    if (outcome == Played::device_gone) {
        while (!idle()) finish_item();
    } else if (outcome && piece.is_last) {
        finish_item();
    } else if (!outcome && !piece.recording.empty()) {
        item.recording = {};
    } else if (!outcome) {
        item.voice = "";
    }
}

void ThreadedSpeaker::finish_item() {
    Item& item = items_[next_++];
    offset_ = 0;
    wipe(item.text);
    if (item.voice != nullptr) report({Report::Kind::finished, item.id});
}

std::unique_ptr<Speaker> create_speaker(std::function<void()> wake) {
    return std::make_unique<ThreadedSpeaker>(create_espeak_voice(), create_sdl_device(), std::move(wake));
}

}  // namespace pocketplan::speech
