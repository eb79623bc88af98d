#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/app/reader.h"
#include "kiosk/tools/pictures/displays.h"
#include "kiosk/view/describe.h"
#include "kiosk/visit/step.h"
#include "tests/support/captured_speech.h"
#include "tests/support/pack.h"
#include "tests/support/robot.h"
#include "tests/support/visitor.h"

namespace pocketplan::app {

// A visit, and what a voice says of it, as text.
class ReaderTest : public testing::Test {
protected:
    ReaderTest() {
        auto speech = std::make_unique<tests::CapturedSpeech>();
        speech_ = speech.get();
        reader_.emplace(std::move(speech), tests::check_in_pack());
        apply(visit::SoundSaid{true});
    }

    // As the kiosk does: where a visit ends, the next process says goodbye.
    void apply(const visit::Event& event) {
        for (const auto& effect : visit::step(visit_, event, tests::check_in_pack())) {
            const auto* const end = std::get_if<visit::EndVisit>(&effect);
            if (end == nullptr) continue;
            apply(visit::SayGoodbye{.reason = end->reason,
                                    .language = visit_.language,
                                    .text_size = visit_.text_size,
                                    .theme = visit_.theme,
                                    .hearing = visit_.hearing,
                                    .scanning = visit_.scanning});
        }
    }
    // One frame; what was said since the one before, each line by itself.
    std::vector<std::string> frame(const ui::Input& input = {}) {
        if (const auto event = robot_.draw(input)) apply(*event);
        const auto now = place_of(visit_);
        robot_.ui().set_focus(keeper_.move(place_, now, robot_.ui().focus()));
        place_ = now;
        robot_.draw({input.x, input.y, input.down, ui::Key::none});
        const auto view = view::describe(visit_, tests::check_in_pack(), robot_.machine());
        const view::Sayer sayer(visit_, tests::check_in_pack(), robot_.machine());
        const bool pressed = input.key == ui::Key::press;
        reader_->look({view, sayer, visit_, robot_.ui().focus(), robot_.ui().held(), {}, pressed}, now_);
        const auto heard = reader_->take_reports(now_);
        for (const auto& event : heard.events) apply(event);
        if (heard.spoken) robot_.ui().set_focus(*heard.spoken);
        said_ = speech_->take_said();
        std::vector<std::string> texts;
        for (const auto& one : said_) texts.push_back(one.text);
        return texts;
    }
    std::vector<std::string> key(ui::Key key) { return frame({-1, -1, false, key}); }
    std::vector<std::string> listen() {
        apply(visit::ReadAloud{visit::Aloud::on});
        return frame();
    }
    void ask(const std::string& question) { tests::open_question(visit_, tests::check_in_pack(), question); }
    void type(std::string_view digits) {
        for (const char digit : digits) apply(visit::Type{static_cast<char32_t>(digit)});
    }
    // A finger on a control, for as long as it takes to say what it is.
    std::vector<std::string> touch(std::string_view id) {
        robot_.draw();
        for (const auto& widget : robot_.ui().widgets()) {
            if (widget.id != id) continue;
            const double x = widget.rect.x + widget.rect.width / 2;
            const double y = widget.rect.y + widget.rect.height / 2;
            robot_.draw({x, y, false, ui::Key::none});
            auto said = frame({x, y, true, ui::Key::none});
            robot_.draw({x, y, false, ui::Key::none});
            return said;
        }
        ADD_FAILURE() << "no " << id;
        return {};
    }

    visit::Visit visit_{tests::check_in_pack()};
    tests::Robot robot_{tests::check_in_pack(), tests::typesetter(), pictures::middle, visit_,
                        [this](const visit::Event& event) { apply(event); }};
    tests::CapturedSpeech* speech_ = nullptr;
    std::optional<Reader> reader_;
    Reader::Clock::time_point now_{std::chrono::hours(1)};
    FocusKeeper keeper_;
    Place place_ = place_of(visit_);
    std::vector<tests::CapturedSpeech::Spoken> said_;
};

}  // namespace pocketplan::app
