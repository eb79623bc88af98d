#pragma once

#include <cstdint>
#include <optional>
#include <variant>

#include "content/answers.h"
#include "content/library.h"
#include "kiosk/visit/desk.h"
#include "kiosk/visit/hearing.h"
#include "kiosk/visit/hiding.h"
#include "kiosk/visit/printing.h"
#include "kiosk/visit/receipt.h"
#include "kiosk/visit/scanning.h"
#include "kiosk/visit/state.h"

namespace pocketplan::visit {

// What lies over the screen; the screen below stays as it was.
enum class Overlay { none, idle, erase, more, languages, beside, staff, staff_code, desk, hidden, calling, onlookers };
// Capitals of 4, 5, 6.5 and 8.5 mm (VVSG 2.0, 7.1-G).
enum class TextSize { small, normal, large, huge };
enum class Theme { calm, white_on_black, black_on_white };
// A display as it is told to be: its pixels, and whole millimetres; 0 where nothing is told.
struct DisplaySize {
    int columns = 0;
    int rows = 0;
    int width = 0;
    int height = 0;
    bool operator==(const DisplaySize&) const = default;
};
// What the review shows and prints.
struct OwnPlan {};
struct BlankPlan {};
struct TopicSheet {
    int topic = 0;
};
using Wanted = std::variant<OwnPlan, BlankPlan, TopicSheet>;

// All that one frame of the kiosk shows, and all that the visitor has told. Changed by step() alone; whatever shows it
// reads it const. What is true in every state lies beside the state.
struct Visit {
    explicit Visit(const content::Library& library)
        : answers(library.questions.size()), seen(library.questions.size(), false) {}

    template <class Where>
    [[nodiscard]] bool is() const {
        return std::holds_alternative<Where>(state);
    }
    // Null in any other state.
    template <class Where>
    [[nodiscard]] const Where* in() const {
        return std::get_if<Where>(&state);
    }
    template <class What>
    [[nodiscard]] bool wants() const {
        return std::holds_alternative<What>(wanted);
    }

    State state = ChoosingLanguage{};
    int page = 0;  // of what fills more than one: answers, countries, a topic
    Overlay overlay = Overlay::none;
    int overlay_page = 0;

    content::LanguageIndex language{};
    std::optional<content::LanguageIndex> beside{};  // of whoever helps: each line stands in it, too
    bool beside_uncovered = false;                   // on the private question on screen, too
    TextSize text_size = TextSize::normal;
    Theme theme = Theme::calm;
    Hearing hearing;
    Hiding hiding;
    Scanning scanning = Scanning::off;

    content::Answers answers;
    content::Shown seen;                 // questions that had their screen, and are still asked
    bool onlookers_asked_about = false;  // which comes once, before the first private question
    bool private_passed_over = false;    // those questions are skipped, unless one is opened from the review

    Wanted wanted = OwnPlan{};
    std::uint32_t papers_left_out = 0;  // bit n: Library::papers[n]
    std::uint32_t papers_pictured = 0;  // of those that can be: printed with large pictures
    int card_copies = 1;                // 1 or 2

    PrinterKnown printer;
    std::optional<Job> job;  // the last one of this visit
    bool printed = false;    // some job came to its end
    bool trouble = false;    // the printer had some while there was a job

    Desk desk;
    // On this machine; these outlive the visit.
    Findings findings = 0;
    bool files_changed = false;  // since they were read: to be read again when nobody is there
    bool sound = false;          // there is something to hear a voice with
    DisplaySize display;
    double laid_out_width = 0;    // of the window, millimetres, as everything on it is laid out
    bool has_staff_code = false;  // without one nobody comes to the desk
    Kept kept;
    Readiness readiness = Readiness::ready;
    Scanning usual_scanning = Scanning::off;  // with which a visit begins
};

// Whether the question on screen is one that nobody else should read.
inline bool is_private(const Visit& visit, const content::Library& library) {
    const auto* const asking = visit.in<Asking>();
    return asking != nullptr && content::is_private(library.question(asking->question));
}
// Between the first touch and goodbye.
inline bool has_begun(const Visit& visit) {
    return !visit.is<ChoosingLanguage>() && !visit.is<Goodbye>() && !visit.is<NotReady>();
}
// Whether pages of the visitor's, or a test page, are on their way out.
inline bool a_plan_prints(const Visit& visit) {
    return visit.is<Printing>() && visit.job && visit.job->progress != status::Progress::done;
}
inline bool a_test_prints(const Visit& visit) {
    const auto& test = visit.desk.test;
    return test && test->progress != status::Progress::done && !status::ends_the_job(test->trouble);
}

}  // namespace pocketplan::visit
