#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/app/place.h"
#include "kiosk/speech/speaker.h"
#include "kiosk/view/sayer.h"
#include "kiosk/view/walk.h"

namespace pocketplan::app {

// Reads the screen aloud to whoever listens: all of it when a screen comes or is asked for, then what changes on it,
// what keys come to and what a finger lies on. The words are in the visit's arena, and what was typed is said only when
// its field is touched. Made by the loop, on the UI thread.
class Reader {
public:
    using Clock = std::chrono::steady_clock;

    // `speaker` says it all; while nobody listens it says nothing.
    Reader(std::unique_ptr<speech::Speaker> speaker, const content::Library& library)
        : speaker_(std::move(speaker)), library_(library) {}

    // A frame, what keys have come to on it, and what a finger lies on; both by id, or empty.
    struct Shown {
        const view::View& view;
        const view::Sayer& sayer;
        const visit::Visit& visit;
        std::string_view focus;
        std::string_view held;
        std::string_view row_end = {};  // where the focus is on a row of keys: its last one
        bool pressed = false;           // by a key, what the focus is on
    };
    void look(const Shown& shown, Clock::time_point now);
    // Whoever is in the room, to the machine, whether or not anybody listens.
    void call() { speaker_->call(); }
    // Says once more where the visitor is, after a silence.
    void wait(Clock::time_point now);

    // Whether something is being said.
    [[nodiscard]] bool is_speaking() const { return last_ != 0; }

    // What came of speaking. spoken: the answer that is being said, to be marked.
    struct Heard {
        std::vector<visit::Event> events;
        std::optional<std::string> spoken;
    };
    Heard take_reports(Clock::time_point now);

    // How long screens were read since the hand that moved last, at `begin`: whoever listens to them is not idle.
    // Nobody listens for ever.
    Clock::duration read_since(Clock::time_point begin, Clock::time_point now);

private:
    struct Line {
        content::PhraseText text;
        std::string_view language;  // BCP 47, of the library
        view::Id control;           // empty: a text
        view::Place place = view::Place::answers;
        bool chosen = false;
        // The beginning of the text, so many bytes, as a person said it; empty: the voice says it all.
        std::span<const std::uint8_t> recording{};
        std::size_t recorded = 0;
        // What is said of it on asking alone: what was typed into a field, or an answer that was uncovered.
        content::PhraseText own{};
        bool spelled = false;    // letter by letter as well
        bool uncovered = false;  // to uncover it was to ask
        [[nodiscard]] bool says_no_more_than(const Line& other) const {
            return text == other.text && id() == other.id() && (!uncovered || other.uncovered);
        }
        [[nodiscard]] std::string_view id() const { return control; }
    };
    using Script = std::pmr::vector<Line>;
    using Utterances = std::vector<speech::Utterance>;
    enum class Own { said, unsaid };

    [[nodiscard]] Script write(const Shown& shown) const;
    void say(const Shown& shown, Clock::time_point now);
    [[nodiscard]] std::vector<const Line*> new_lines(const Script& before, bool all) const;
    void say_lines(const std::vector<const Line*>& lines, Clock::time_point now, Own own = Own::unsaid);
    void say_focus(const Shown& shown, Clock::time_point now);
    [[nodiscard]] const Line* line_of(std::string_view id) const;
    [[nodiscard]] Line line_of(const view::Said& said, const Shown& shown) const;
    void add_utterances(const Line& line, Own own, Utterances& all);
    void tell(const Utterances& utterances, Clock::time_point now);
    // Nothing is being said any more.
    void conclude(Clock::time_point now);

    std::unique_ptr<speech::Speaker> speaker_;
    const content::Library& library_;
    Script script_;  // of the frame before
    struct Told {
        view::Id control;
        view::Place place;
    };
    std::pmr::vector<Told> told_;  // what an utterance is of, by its id less one
    Place place_;
    int page_ = 0;
    int asked_ = -1;  // Hearing::asked; -1: nobody listened
    std::string focus_;
    std::string row_end_;
    std::string held_;
    std::optional<visit::Pace> pace_;  // as the speaker was told
    std::optional<visit::Loudness> loudness_;
    int last_ = 0;            // the id of the last utterance that was told to the speaker; 0: nothing is being said
    int of_last_ = 0;         // how many that are not finished have it
    bool whole_ = false;      // it is the whole screen
    bool repeating_ = false;  // what is said was said before, or nobody's hand brought it
    Clock::time_point begun_;
    Clock::time_point quiet_since_;
    Clock::time_point counted_from_;
    Clock::duration counted_{};  // of reading that is over
};

}  // namespace pocketplan::app
