#include "kiosk/proof/every_screen.h"

#include <utility>

#include "content/interview.h"
#include "content/keyboard.h"
#include "kiosk/visit/entry.h"
#include "printer/status/status.h"

namespace pocketplan::proof {
namespace {

using content::AnswerKind;
using visit::Screen;

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
        show(Screen::not_ready, "not_ready");
        show(Screen::language, "language");
        for (const auto printer : {status::Trouble::none, status::Trouble::out_of_paper}) {
            visit_.printer.trouble = printer;
            show(Screen::promise, printer == status::Trouble::none ? "promise" : "promise.printer");
        }
        visit_.printer.trouble = status::Trouble::none;
        show(Screen::learn, "learn");
        for (std::size_t topic = 0; topic < library_.topics.size(); ++topic) {
            visit_.topic = static_cast<int>(topic);
            show(Screen::topic, "topic." + library_.topics[topic].id);
        }
    }

    void questions() {
        visit_.answers = sample_answers(library_);
        for (std::size_t at = 0; at < library_.questions.size(); ++at) {
            visit_.question = content::QuestionIndex(at);
            question("question." + library_.questions[at].id);
        }
        visit_.question.reset();
        show(Screen::review, "review");
        show(Screen::review, "review.answers", 1);
    }

    void printing() {
        visit_.printing.pages = 14;
        visit_.printing.pages_done = 2;
        for (int trouble = 0; trouble <= static_cast<int>(status::last_trouble); ++trouble) {
            visit_.printing.trouble = static_cast<status::Trouble>(trouble);
            const std::string name(status::text_id(visit_.printing.trouble));
            if (status::ends_the_job(visit_.printing.trouble)) {
                show(Screen::problem, "problem." + name);
            } else {
                show(Screen::printing, trouble == 0 ? "printing" : "printing." + name);
            }
        }
        show(Screen::in_hand, "in_hand");
        visit_.printing.staff_called = true;
        show(Screen::in_hand, "in_hand.staff");
        visit_.printing.staff_called = false;
        visit_.printing.trouble = status::Trouble::none;
        show(Screen::copy, "copy");
    }

    void ending() {
        receipts();
        for (int reason = 0; reason <= static_cast<int>(visit::last_end_reason); ++reason) {
            visit_.ended = static_cast<visit::EndReason>(reason);
            show(Screen::goodbye, "goodbye." + std::to_string(reason));
        }
        visit_.ended = visit::EndReason::idle;  // the longest
        for (const auto leftovers : {visit::Leftovers::none, visit::Leftovers::uncertain}) {
            visit_.printer.leftovers = leftovers;
            show(Screen::goodbye, leftovers == visit::Leftovers::none ? "goodbye.clear" : "goodbye.uncertain");
        }
        visit_.printer.leftovers = visit::Leftovers::checking;
        machine_.path = view::PrintPath::files;
        show(Screen::goodbye, "goodbye.trial");
        machine_.path = view::PrintPath::direct;
        machine_.receipt.reset();
        using visit::Overlay;
        for (const auto& [overlay, name] :
             {std::pair(Overlay::idle, "idle"), std::pair(Overlay::erase, "erase"), std::pair(Overlay::more, "more"),
              std::pair(Overlay::languages, "languages"), std::pair(Overlay::hidden, "hidden")}) {
            visit_.overlay = overlay;
            show(Screen::review, name);
        }
        staff();
        visit_.overlay = Overlay::none;
    }

    // Of a search that found something, of one that is worth nothing, and (it stays) of one that found nothing
    // anywhere.
    void receipts() {
        using visit::Place;
        const std::vector all{Place::memory, Place::own_folders, Place::temporary, Place::shared_memory, Place::spool};
        machine_.receipt = visit::Receipt{all, all, true};
        show(Screen::goodbye, "goodbye.found");
        machine_.receipt = visit::Receipt{all, {}, false};
        show(Screen::goodbye, "goodbye.unproven");
        machine_.receipt = visit::Receipt{all, {}, true};
    }

    // With everything that can be told there, and one trouble; what is said of the others was on their own screens.
    void staff() {
        visit_.overlay = visit::Overlay::staff;
        visit_.printer.notices = (2U << static_cast<unsigned>(status::last_notice)) - 1;
        visit_.printer.tray = visit::Tray::forgotten_sheet;
        visit_.printer.trouble = status::last_trouble;
        for (int finding = 0; finding <= static_cast<int>(visit::last_finding); ++finding) {
            machine_.findings.push_back(static_cast<visit::Finding>(finding));
        }
        machine_.fault =
            "/etc/pocketplan/pocketplan.toml:12: printer.paper must be \"auto\", \"letter\", \"a4\" or \"receipt80\"";
        machine_.receipt = visit::Receipt{{}, {visit::Place::memory, visit::Place::temporary}, true};
        show(Screen::language, "staff");
        machine_.findings.clear();
        machine_.fault = {};
        machine_.receipt.reset();
        visit_.printer = {};
    }

private:
    void show(Screen screen, const std::string& name, int first_page = 0) {
        constexpr int most_pages = 20;
        visit_.screen = screen;
        for (int page = 0; page < most_pages; ++page) {
            visit_.page = first_page + page;
            if (!look_(page == 0 ? name : name + "." + std::to_string(page + 1))) break;
        }
        visit_.page = 0;
    }

    // As it is first met, then with each field, layer of the keyboard and part of a date, then with a fault.
    void question(const std::string& name) {
        const auto kind = library_.question(*visit_.question).kind;
        visit_.entry = visit::Entry{};
        show(Screen::question, name);
        const bool typed = kind == AnswerKind::text || kind == AnswerKind::person || kind == AnswerKind::country;
        if (typed) layers(name);
        if (kind == AnswerKind::text || kind == AnswerKind::person) characters(name);
        if (kind == AnswerKind::person) field(visit::EntryField::phone, name + ".phone");
        if (kind == AnswerKind::date) {
            for (const auto part : {visit::DatePart::day, visit::DatePart::year}) {
                visit_.entry.date_part = part;
                show(Screen::question, name + (part == visit::DatePart::day ? ".day" : ".year"));
            }
        }
        if (kind == AnswerKind::choice || kind == AnswerKind::choices || kind == AnswerKind::country) return;
        visit_.entry.fault =
            kind == AnswerKind::date ? content::EntryFault::no_such_day : content::EntryFault::too_long;
        show(Screen::question, name + ".fault");
        visit_.entry = visit::Entry{};
    }

    void layers(const std::string& name) {
        const auto count = static_cast<int>(library_.keyboard(visit_.language).layers.size());
        for (visit_.entry.layer = 1; visit_.entry.layer < count; ++visit_.entry.layer) {
            show(Screen::question, name + ".layer" + std::to_string(visit_.entry.layer + 1));
        }
        visit_.entry.layer = 0;
    }

    void characters(const std::string& name) {
        if (!content::reads_pinyin(library_.language(visit_.language))) return;
        visit_.entry.words = content::Words("wang");
        show(Screen::question, name + ".characters");
        visit_.entry.words = content::Words();
    }

    void field(visit::EntryField field, const std::string& name) {
        visit_.entry.field = field;
        show(Screen::question, name);
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

void show_every_screen(visit::Visit& visit, view::Machine& machine, const content::Library& library,
                       const Look& look) {
    Showing showing(visit, machine, library, look);
    showing.beginning();
    showing.questions();
    showing.printing();
    showing.ending();
}

}  // namespace pocketplan::proof
