#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "kiosk/visit/step.h"
#include "tests/support/pack.h"

// A visit that is stepped by hand.
namespace pocketplan::visit {

using content::QuestionIndex;

template <class Wanted>
bool has(const std::vector<Effect>& effects) {
    return std::any_of(effects.begin(), effects.end(),
                       [](const Effect& effect) { return std::holds_alternative<Wanted>(effect); });
}

class StepTest : public testing::Test {
protected:
    std::vector<Effect> send(const Event& event) { return step(visit, event, library); }
    void send_text(std::u32string_view text) {
        for (const char32_t point : text) send(Type{point});
    }
    [[nodiscard]] QuestionIndex at(std::string_view id) const { return library.find_question(id).value(); }
    [[nodiscard]] Asking& asking() { return std::get<Asking>(visit.state); }
    [[nodiscard]] const Asking& asking() const { return std::get<Asking>(visit.state); }
    [[nodiscard]] std::string asked() const { return visit.is<Asking>() ? library.question(asking().question).id : ""; }
    void choose(std::string_view option) {
        const auto& options = library.question(asking().question).options;
        for (std::size_t i = 0; i < options.size(); ++i) {
            if (options[i].id == option) send(ToggleOption{static_cast<std::uint8_t>(i)});
        }
    }
    void begin() {
        send(ChooseLanguage{content::LanguageIndex(1)});
        send(MakePlan{});
    }
    // Whoever looks on.
    void skip() {
        if (visit.overlay == Overlay::onlookers) send(CloseOverlay{});
        send(Skip{});
    }
    void skip_to(std::string_view id) {
        for (int i = 0; i < 60 && asked() != id; ++i) skip();
        ASSERT_EQ(asked(), id);
    }
    void skip_to_review() {
        for (int i = 0; i < 60 && visit.is<Asking>(); ++i) skip();
        ASSERT_TRUE(visit.is<Reviewing>());
    }
    [[nodiscard]] std::string_view words_of(std::string_view id) const {
        return std::get<content::Words>(visit.answers[at(id)]).view();
    }

    const content::Library& library = tests::check_in_pack();
    Visit visit{library};
};

}  // namespace pocketplan::visit
