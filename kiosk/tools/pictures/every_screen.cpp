#include "kiosk/tools/pictures/every_screen.h"

#include <utility>

#include "content/interview.h"
#include "content/keyboard.h"
#include "kiosk/visit/step.h"
#include "printer/status/status.h"

namespace pocketplan::pictures {
namespace {

using content::AnswerKind;

content::Answer sample_answer(const content::Question& question) {
    switch (question.kind) {
        case AnswerKind::choice:
            return content::Choice{0};
        case AnswerKind::choices: {
            content::Choices all;
            for (std::size_t at = 0; at < question.options.size(); ++at) {
                if (!question.options[at].alone) all.options |= std::uint64_t{1} << at;
            }
            return all;
        }
        case AnswerKind::text:
            return content::Words("Maria Lopez");
        case AnswerKind::phone:
            return content::Words("305-555-0174");
        case AnswerKind::date:
            return content::Date{2027, 9, 22};
        case AnswerKind::time:
            return content::TimeOfDay{14, 30};
        case AnswerKind::country:
            return content::CountryIndex{};
        case AnswerKind::number:
            return content::Words("123456789");
        case AnswerKind::person: {
            content::People people;
            for (int n = 0; n < question.at_most; ++n)
                people.push_back({content::Words("Marta"), content::Words("305-555-0174")});
            return people;
        }
    }
    std::abort();
}

class Showing {
public:
    Showing(visit::Visit& visit, view::Machine& machine, const content::Library& library, const Look& look)
        : visit_(visit), machine_(machine), library_(library), look_(look) {}

    void beginning() {
        show(visit::NotReady{}, "not_ready");
        show(visit::ChoosingLanguage{}, "language");
        for (const auto printer : {status::Trouble::none, status::Trouble::out_of_paper}) {
            visit_.printer.trouble = printer;
            show(visit::Promised{}, printer == status::Trouble::none ? "promise" : "promise.printer");
        }
        visit_.printer.trouble = status::Trouble::none;
        show(visit::Learning{}, "learn");
        for (std::size_t topic = 0; topic < library_.topics.size(); ++topic) {
            show(visit::ReadingTopic{static_cast<int>(topic)}, "topic." + library_.topics[topic].id);
        }
    }

    void questions() {
        visit_.answers = sample_answers(library_);
        for (std::size_t at = 0; at < library_.questions.size(); ++at) question(content::QuestionIndex(at));
        show(reviewing(), "review");
        visit_.printer.trouble = status::Trouble::broken;  // as long as any
        show(reviewing(), "review.printer");
        visit_.printer.trouble = status::Trouble::none;
        visit_.papers_left_out = ~0U;
        show(visit::Reviewing{.stack = visit::Stack{}, .outdated = false}, "review.none");
        visit_.papers_left_out = 0;
        auto seen = reviewing();
        seen.seen = 2;
        show(seen, "review.see");
        show(visit::CheckingAnswers{}, "review.answers");
    }

    void printing() {
        visit_.job = visit::Job{.pages = 14, .pages_done = 2};
        for (int trouble = 0; trouble <= static_cast<int>(status::last_trouble); ++trouble) {
            visit_.job->trouble = static_cast<status::Trouble>(trouble);
            const std::string name(status::text_id(visit_.job->trouble));
            if (status::ends_the_job(visit_.job->trouble)) {
                show(visit::Problem{}, "problem." + name);
            } else {
                show(visit::Printing{}, trouble == 0 ? "printing" : "printing." + name);
            }
        }
        show(visit::AskingForPaper{}, "in_hand");
        show(visit::AskingForPaper{.staff_called = true}, "in_hand.staff");
        visit_.job.reset();
        show(visit::Copying{}, "copy");
    }

    void ending() {
        receipts();
        for (int reason = 0; reason <= static_cast<int>(visit::last_end_reason); ++reason) {
            show(visit::Goodbye{static_cast<visit::EndReason>(reason)}, "goodbye." + std::to_string(reason));
        }
        const visit::Goodbye longest{visit::EndReason::idle};
        for (const auto leftovers : {visit::Leftovers::none, visit::Leftovers::uncertain}) {
            visit_.printer.leftovers = leftovers;
            show(longest, leftovers == visit::Leftovers::none ? "goodbye.clear" : "goodbye.uncertain");
        }
        visit_.printer.leftovers = visit::Leftovers::checking;
        machine_.path = view::PrintPath::files;
        show(longest, "goodbye.trial");
        machine_.path = view::PrintPath::direct;
        machine_.receipt.reset();
        using visit::Overlay;
        for (const auto& [overlay, name] :
             {std::pair(Overlay::idle, "idle"), std::pair(Overlay::erase, "erase"), std::pair(Overlay::more, "more"),
              std::pair(Overlay::languages, "languages"), std::pair(Overlay::beside, "beside"),
              std::pair(Overlay::hidden, "hidden"), std::pair(Overlay::calling, "calling"),
              std::pair(Overlay::onlookers, "onlookers")}) {
            visit_.overlay = overlay;
            show(reviewing(), name);
        }
        more("more.beside", 1);
        more("more.scanning", 2);
        staff();
        desk();
        visit_.overlay = Overlay::none;
    }

    // Where there is something to hear a voice with, and once it speaks.
    void listening() {
        visit_.sound = true;
        show(visit::ChoosingLanguage{}, "listen.language");
        visit_.hearing.listening = true;
        show(visit::Promised{}, "listen.promise");
        for (std::size_t at = 0; at < library_.questions.size(); ++at) {
            const auto& question = library_.questions[at];
            if (at > 0 && question.kind != AnswerKind::person) continue;  // of the others the titles are shorter
            open(content::QuestionIndex(at));
            look("listen.question." + question.id);
        }
        more("listen.more", 1);
        visit_.overlay = visit::Overlay::none;
        visit_.hearing = {};
        visit_.sound = false;
    }

    // The receipts of a search that found something, of one that proves nothing, and (it stays) of one that found
    // nothing anywhere.
    void receipts() {
        using visit::Place;
        const std::vector all{Place::memory, Place::own_folders, Place::temporary, Place::shared_memory, Place::spool};
        machine_.receipt = visit::Receipt{all, all, true};
        show(visit::Goodbye{}, "goodbye.found");
        machine_.receipt = visit::Receipt{all, {}, false};
        show(visit::Goodbye{}, "goodbye.unproven");
        machine_.receipt = visit::Receipt{all, {}, true};
    }

    // With everything that can be reported there, and one trouble; the texts of other troubles were on their own
    // screens.
    void staff() {
        visit_.overlay = visit::Overlay::staff;
        visit_.printer.notices = (2U << static_cast<unsigned>(status::last_notice)) - 1;
        visit_.printer.tray = visit::Tray::forgotten_sheet;
        visit_.printer.trouble = status::last_trouble;
        visit_.findings = 2 * visit::bit_of(visit::last_finding) - 1;
        visit_.display = {.columns = 1920, .rows = 1080, .width = 160, .height = 90};
        machine_.fault =
            "/etc/pocketplan/pocketplan.toml:12: printer.paper must be \"auto\", \"letter\", \"a4\" or \"receipt80\"";
        machine_.receipt = visit::Receipt{{}, {visit::Place::memory, visit::Place::temporary}, true};
        show(visit::ChoosingLanguage{}, "staff");
        visit_.findings = 0;
        machine_.fault = {};
        machine_.receipt.reset();
        visit_.printer = {};
    }

    // The code, and the desk over a visit: as much of each page as there can be.
    void desk() {
        visit_.has_staff_code = true;
        visit_.overlay = visit::Overlay::none;
        show(visit::ChoosingLanguage{}, "language.staff");
        visit_.overlay = visit::Overlay::staff;
        show(visit::Promised{}, "staff.code");
        code();
        visit_.overlay = visit::Overlay::desk;
        visit_.sound = true;
        for (const auto& [page, name] :
             {std::pair(visit::DeskPage::home, "home"), std::pair(visit::DeskPage::readiness, "readiness"),
              std::pair(visit::DeskPage::lines, "lines"), std::pair(visit::DeskPage::counts, "counts.none"),
              std::pair(visit::DeskPage::end, "end")}) {
            desk_page(page, name);
        }
        desk_printer();
        visit_.desk.open.unwritten = true;
        visit_.kept.languages_off = 4;
        for (const auto& [page, name] :
             {std::pair(visit::DeskPage::languages, "languages"), std::pair(visit::DeskPage::volume, "volume")}) {
            desk_page(page, name);
        }
        visit_.kept.display_width = 477;
        desk_page(visit::DeskPage::display, "display");
        machine_.width_is_set = true;
        desk_page(visit::DeskPage::display, "display.set");
        machine_.width_is_set = false;
        visit_.desk.open.counts = visit::WeekCounts{{{{2026, 11, 23}, 128, 119, 12},
                                                     {{2026, 11, 16}, 0, 0, 0},
                                                     {{2026, 11, 9}, 97, 90, 3},
                                                     {{2026, 11, 2}, 64, 60, 0},
                                                     {{2026, 10, 26}, 1, 1, 0}}};
        desk_page(visit::DeskPage::counts, "counts");
        visit_.desk = {};
        visit_.kept = {};
        visit_.sound = false;
        visit_.has_staff_code = false;
    }

private:
    void desk_page(visit::DeskPage page, const std::string& name) {
        visit_.desk.open.page = page;
        look("desk." + name);
    }
    void code() {
        using visit::CodeOutcome;
        visit_.overlay = visit::Overlay::staff_code;
        look("code");
        visit_.desk.open.code = content::Words("730184730184");
        look("code.typed");
        visit_.desk.open.code = {};
        visit_.desk.open.answer = visit::CodeAnswer{CodeOutcome::wrong, 0};
        look("code.wrong");
        visit_.desk.open.answer = visit::CodeAnswer{CodeOutcome::wait, 900};
        look("code.wait");
        visit_.desk.open.answer.reset();
    }
    // Before a test page, after one, in trouble with one, and while a plan prints.
    void desk_printer() {
        desk_page(visit::DeskPage::printer, "printer");
        visit_.desk.test = visit::Job{};
        desk_page(visit::DeskPage::printer, "test");
        visit_.desk.test->progress = status::Progress::done;
        desk_page(visit::DeskPage::printer, "test.done");
        visit_.desk.test = visit::Job{.progress = status::Progress::trouble, .trouble = status::Trouble::gone};
        visit_.printer.trouble = status::Trouble::gone;
        visit_.printer.tray = visit::Tray::forgotten_sheet;
        desk_page(visit::DeskPage::printer, "test.trouble");
        visit_.printer = {};
        visit_.desk.test.reset();
        visit_.job = visit::Job{.pages = 14, .pages_done = 2};
        visit_.state = visit::Printing{};
        desk_page(visit::DeskPage::printer, "test.refused");
        visit_.state = visit::Promised{};
        visit_.job.reset();
    }
    // Of two sheets a paper.
    [[nodiscard]] visit::Reviewing reviewing() const {
        visit::Stack stack{.sheets = 14, .printing = 14, .pictures = 14};
        for (std::uint8_t at = 0; at < 7; ++at) stack.of_paper[at] = {static_cast<std::uint8_t>(2 * at), 2};
        return {.stack = stack, .outdated = false};
    }

    void show(visit::State state, const std::string& name) {
        visit_.state = std::move(state);
        look(name);
    }

    // A subject of what can be set.
    void more(const std::string& name, int tab) {
        visit_.overlay = visit::Overlay::more;
        visit_.overlay_page = tab;
        visit_.state = reviewing();
        look_(name);
        visit_.overlay_page = 0;
    }

    // At each page of the screen.
    void look(const std::string& name) {
        constexpr int most_pages = 20;
        int& page = visit_.overlay == visit::Overlay::none ? visit_.page : visit_.overlay_page;
        for (page = 0; page < most_pages; ++page) {
            if (!look_(page == 0 ? name : name + "." + std::to_string(page + 1))) break;
        }
        page = 0;
    }

    visit::Entry& entry() { return std::get<visit::Asking>(visit_.state).entry; }

    // The way a visitor comes to it from the review. What is typed or picked is not entered yet.
    void open(content::QuestionIndex question) {
        const auto kind = library_.question(question).kind;
        if (kind != AnswerKind::choice && kind != AnswerKind::choices) visit_.answers.forget(question);
        visit_.state = visit::CheckingAnswers{};
        visit_.onlookers_asked_about = true;  // that has a screen of its own
        visit::step(visit_, visit::ChangeAnswer{question}, library_);
        visit_.answers.set(question, sample_answer(library_.question(question)));
    }

    // As it first comes up, then with each field, layer of the keyboard and part of a date, then with a fault.
    void question(content::QuestionIndex index) {
        const std::string name = "question." + library_.question(index).id;
        const auto kind = library_.question(index).kind;
        open(index);
        look(name);
        const bool typed = kind == AnswerKind::text || kind == AnswerKind::person || kind == AnswerKind::country;
        if (kind == AnswerKind::country) {
            entry().searching = true;
            look_(name + ".typing");
        }
        if (typed) layers(name);
        if (kind == AnswerKind::text || kind == AnswerKind::person) characters(name);
        if (library_.question(index).at_most > 1) {
            std::get<visit::Asking>(visit_.state).person = 1;
            look(name + ".another");
            std::get<visit::Asking>(visit_.state).person = 0;
        }
        if (kind == AnswerKind::person) {
            entry().field = visit::EntryField::phone;
            look(name + ".phone");
        }
        if (kind == AnswerKind::date && library_.question(index).past) {
            for (const auto part : {visit::DatePart::day, visit::DatePart::year}) {
                entry().date_part = part;
                look(name + (part == visit::DatePart::day ? ".day" : ".year"));
            }
        }
        if (kind == AnswerKind::choice || kind == AnswerKind::choices || kind == AnswerKind::country) return;
        entry().fault = kind == AnswerKind::date ? content::EntryFault::no_such_day : content::EntryFault::too_long;
        look(name + ".fault");
    }

    void layers(const std::string& name) {
        const auto count = static_cast<int>(library_.keyboard(visit_.language).layers.size());
        for (entry().layer = 1; entry().layer < count; ++entry().layer) {
            look_(name + ".layer" + std::to_string(entry().layer + 1));
        }
        entry().layer = 0;
    }

    void characters(const std::string& name) {
        if (!content::reads_pinyin(library_.language(visit_.language))) return;
        entry().words = content::Words("wang");
        look(name + ".characters");
        entry().words = content::Words();
    }

    visit::Visit& visit_;
    view::Machine& machine_;
    const content::Library& library_;
    const Look& look_;
};

}  // namespace

content::Answers sample_answers(const content::Library& library) {
    content::Answers answers(library.questions.size());
    for (std::size_t at = 0; at < library.questions.size(); ++at) {
        const auto index = content::QuestionIndex(at);
        if (content::shown_questions(library, answers)[at]) answers.set(index, sample_answer(library.question(index)));
    }
    return answers;
}

void show_every_screen(visit::Visit& visit, view::Machine& machine, const content::Library& library, const Look& look) {
    Showing showing(visit, machine, library, look);
    showing.beginning();
    showing.questions();
    showing.printing();
    showing.ending();
    showing.listening();
}

}  // namespace pocketplan::pictures
