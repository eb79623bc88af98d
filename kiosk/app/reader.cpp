#include "kiosk/app/reader.h"

#include <algorithm>
#include <variant>

#include "content/common_texts.h"
#include "kiosk/ui/focus.h"

namespace pocketplan::app {
namespace {

namespace texts = content::texts;
using namespace std::chrono_literals;

constexpr auto longest_silence = 20s;
constexpr auto still_coming = 1s;
constexpr auto longest_reading = 3min;  // that counts as being there

content::LanguageIndex language_of(const view::Said& said, content::LanguageIndex visitors) {
    if (const auto* const name = std::get_if<view::OwnName>(&said)) return name->language;
    if (const auto* const greeting = std::get_if<view::Greeting>(&said)) return greeting->language;
    if (std::holds_alternative<view::SourceText>(said)) return content::LanguageIndex{};
    return visitors;
}

constexpr std::string_view pause = ".\n";

// As a sentence of its own.
void append(content::PhraseText& text, std::string_view more) {
    if (more.empty()) return;
    if (!text.empty()) text.insert(text.end(), pause.begin(), pause.end());
    text.insert(text.end(), more.begin(), more.end());
}

const view::Said& called(const view::Control& control) {
    return view::is_nothing(control.label) ? control.aloud : control.label;
}

// Else it is said once keys come to it or a finger lies on it.
bool is_read_by_itself(view::Place place) {
    return place != view::Place::keys && place != view::Place::corner;
}

}  // namespace

Reader::Script Reader::write(const Shown& shown) const {
    Script script;
    const auto visitors = shown.visit.language;
    // A code that is said aloud is none.
    const bool is_secret = shown.visit.overlay == visit::Overlay::staff_code;
    const auto tag = [&](content::LanguageIndex language) { return std::string_view(library_.language(language).tag); };
    const auto word = [&](content::CommonText text) { return library_.text(visitors, text.id); };
    const auto state_of = [&](const view::Control& control) -> std::string_view {
        if (!control.enabled) return word(texts::spoken_closed);
        if (control.chosen) return word(texts::spoken_chosen);
        const bool either = control.pick == view::Pick::many || control.pick == view::Pick::on_or_off;
        return either ? word(texts::spoken_not_chosen) : std::string_view();
    };
    view::walk(shown.view, {.text =
                                [&](const view::Said& said, bool for_staff) {
                                    script.push_back(line_of(said, shown));
                                    auto twice = for_staff ? shown.sayer.show_to_staff(said) : view::Saying();
                                    if (!twice.second.empty()) script.push_back({std::move(twice.second), tag({}), {}});
                                },
                            .control =
                                [&](const view::Control& control, view::Place place) {
                                    if (is_secret && place == view::Place::keys) return;
                                    Line line = line_of(called(control), shown);
                                    line.control = control.id;
                                    line.place = place;
                                    const auto language = language_of(called(control), visitors);
                                    if (!view::is_nothing(control.label)) {
                                        append(line.text, content::view(shown.sayer.say(control.aloud)));
                                    }
                                    const auto* const answer = std::get_if<view::AnswerTo>(&control.note);
                                    if (answer != nullptr && answer->own) {
                                        line.own = shown.sayer.say(control.note);
                                        line.uncovered = true;
                                    } else if (!std::holds_alternative<view::Hidden>(control.note)) {
                                        append(line.text, content::view(shown.sayer.say(control.note)));
                                    }
                                    // The corner's say what a touch does: "Stop reading", which nobody chose.
                                    const bool has_state = language == visitors && place != view::Place::corner;
                                    if (has_state) append(line.text, state_of(control));
                                    line.chosen = control.chosen;
                                    script.push_back(std::move(line));
                                },
                            .field =
                                [&](const view::Field& field) {
                                    Line line{shown.sayer.say(field.label), tag(visitors), field.id};
                                    if (!field.empty && !is_secret) {
                                        line.own = shown.sayer.say(view::Typed{field.field});
                                        line.spelled = !field.number;
                                    }
                                    script.push_back(std::move(line));
                                }});
    return script;
}

// A text that is there word for word may have been recorded; whatever is put together was not.
Reader::Line Reader::line_of(const view::Said& said, const Shown& shown) const {
    const auto language = language_of(said, shown.visit.language);
    Line line{shown.sayer.say(said), library_.language(language).tag, {}};
    const auto* const text = std::get_if<view::Text>(&said);
    const auto* const source = std::get_if<view::SourceText>(&said);
    if (text != nullptr) line.recording = library_.recording(language, text->index);
    if (source != nullptr) line.recording = library_.recording(language, source->index);
    line.recorded = line.recording.empty() ? 0 : line.text.size();
    return line;
}

void Reader::look(const Shown& shown, Clock::time_point now) {
    const auto& hearing = shown.visit.hearing;
    if (!hearing.listening || !shown.visit.sound) {
        if (asked_ >= 0) speaker_->stop();
        asked_ = -1;
        conclude(now);
        script_.clear();
        return;
    }
    if (pace_ != hearing.pace) speaker_->set_pace(hearing.pace.percent());
    if (loudness_ != hearing.loudness) speaker_->set_gain(hearing.loudness.gain());
    pace_ = hearing.pace;
    loudness_ = hearing.loudness;
    say(shown, now);
}

void Reader::say(const Shown& shown, Clock::time_point now) {
    const auto place = place_of(shown.visit);
    const int page = shown.view.page;
    const bool all = place != place_ || page != page_ || shown.visit.hearing.asked != asked_;
    const auto before = std::exchange(script_, write(shown));
    auto lines = new_lines(before, all);
    // What comes with a screen, but a moment later, must not cut it off: the number of sheets, once they are composed.
    const bool settling = whole_ && last_ != 0 && now - begun_ < still_coming;
    if (!lines.empty() && settling) lines = new_lines(before, true);
    place_ = place;
    page_ = page;
    asked_ = shown.visit.hearing.asked;
    const bool other_row = std::exchange(row_end_, std::string(shown.row_end)) != shown.row_end;
    const bool other_focus = std::exchange(focus_, std::string(shown.focus)) != shown.focus;
    const bool focused = (other_focus || other_row) && !shown.focus.empty();
    const bool held = std::exchange(held_, std::string(shown.held)) != shown.held && !shown.held.empty();
    const auto* const asked = held ? line_of(shown.held) : shown.pressed ? line_of(shown.focus) : nullptr;
    const bool asks = asked != nullptr && (held || !asked->own.empty());
    if (lines.empty() && !asks && !focused) return;
    conclude(now);
    whole_ = !lines.empty() && (all || settling);
    repeating_ = place.overlay == visit::Overlay::idle;
    if (!lines.empty()) return say_lines(lines, now, all || settling ? Own::unsaid : Own::said);
    if (asks) return say_lines({asked}, now, Own::said);
    say_focus(shown, now);
}

// On the same screen only what has changed. Where an answer was chosen in the place of another, that one is not worth a
// word.
std::vector<const Reader::Line*> Reader::new_lines(const Script& before, bool all) const {
    std::vector<const Line*> lines;
    for (const auto& line : script_) {
        const bool known = !all && std::any_of(before.begin(), before.end(),
                                               [&](const Line& old) { return line.says_no_more_than(old); });
        if (is_read_by_itself(line.place) && !known) lines.push_back(&line);
    }
    const auto is_chosen = [](const Line* line) { return line->chosen; };
    if (all || std::none_of(lines.begin(), lines.end(), is_chosen)) return lines;
    std::erase_if(lines, [](const Line* line) { return !line->id().empty() && !line->chosen; });
    return lines;
}

const Reader::Line* Reader::line_of(std::string_view id) const {
    const auto line = std::find_if(script_.begin(), script_.end(), [&](const Line& one) {
        return id == ui::title_id ? one.id().empty() : one.id() == id;
    });
    return line == script_.end() ? nullptr : &*line;
}

// Of a row its ends.
void Reader::say_focus(const Shown& shown, Clock::time_point now) {
    std::vector<const Line*> lines;
    for (const auto id : {shown.focus, shown.row_end}) {
        const auto* const line = id.empty() ? nullptr : line_of(id);
        if (line != nullptr) lines.push_back(line);
    }
    if (!lines.empty()) say_lines(lines, now);
}

void Reader::say_lines(const std::vector<const Line*>& lines, Clock::time_point now, Own own) {
    Utterances utterances;
    told_.clear();
    for (const auto* const line : lines) add_utterances(*line, own, utterances);
    if (!utterances.empty()) tell(utterances, now);
}

// What was recorded, and what the voice says of it; or all by the voice. What was typed as a word, and letter by
// letter; of a number the digits are enough.
void Reader::add_utterances(const Line& line, Own own, Utterances& all) {
    told_.push_back({line.control, line.place});
    const int id = static_cast<int>(told_.size());
    const auto add = [&](std::string_view text, speech::Manner manner, std::span<const std::uint8_t> recording = {}) {
        if (!text.empty()) all.push_back({id, text, line.language, manner, recording});
    };
    auto text = content::view(line.text);
    if (line.recorded > 0) {
        add(text.substr(0, line.recorded), speech::Manner::words, line.recording);
        text.remove_prefix(std::min(text.find_first_not_of(pause, line.recorded), text.size()));
    }
    add(text, speech::Manner::words);
    if (own == Own::unsaid) return;
    add(content::view(line.own), speech::Manner::words);
    if (line.spelled) add(content::view(line.own), speech::Manner::letters);
}

void Reader::tell(const Utterances& utterances, Clock::time_point now) {
    last_ = utterances.back().id;
    of_last_ = static_cast<int>(std::count_if(utterances.begin(), utterances.end(),
                                              [&](const auto& utterance) { return utterance.id == last_; }));
    begun_ = now;
    speaker_->say(utterances);
}

void Reader::conclude(Clock::time_point now) {
    if (last_ == 0) return;
    if (!repeating_) counted_ += now - std::max(begun_, counted_from_);
    last_ = 0;
    quiet_since_ = now;
}

void Reader::wait(Clock::time_point now) {
    if (asked_ < 0 || last_ != 0 || now - quiet_since_ < longest_silence) return;
    const auto first =
        std::find_if(script_.begin(), script_.end(), [](const Line& line) { return is_read_by_itself(line.place); });
    if (first == script_.end()) return;
    std::vector<const Line*> lines{&*first};
    const auto* const here = focus_.empty() ? nullptr : line_of(focus_);
    if (here != nullptr && here != &*first) lines.push_back(here);
    repeating_ = true;
    say_lines(lines, now);
}

Reader::Heard Reader::take_reports(Clock::time_point now) {
    using Kind = speech::Report::Kind;
    using enum view::Place;
    Heard heard;
    for (const auto& report : speaker_->take_reports()) {
        const auto at = static_cast<std::size_t>(report.id - 1);
        switch (report.kind) {
            case Kind::device_came:
                heard.events.emplace_back(visit::SoundSaid{true});
                break;
            case Kind::device_went:
                heard.events.emplace_back(visit::SoundSaid{false});
                conclude(now);
                asked_ = -1;  // all of it is read once there is one again
                break;
            case Kind::started:
                if (report.id < 1 || at >= told_.size() || repeating_) break;
                if (const std::string_view id = told_[at].control; !id.empty() && told_[at].place == answers) {
                    heard.spoken = focus_ = std::string(id);
                }
                break;
            case Kind::finished:
                if (report.id == last_ && --of_last_ == 0) conclude(now);
                break;
        }
    }
    return heard;
}

Reader::Clock::duration Reader::read_since(Clock::time_point begin, Clock::time_point now) {
    if (begin != counted_from_) counted_ = {};
    counted_from_ = begin;
    const bool reading = last_ != 0 && !repeating_;
    return std::min<Clock::duration>(counted_ + (reading ? now - std::max(begun_, begin) : 0s), longest_reading);
}

}  // namespace pocketplan::app
