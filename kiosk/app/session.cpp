#include "kiosk/app/session.h"

#include <memory_resource>
#include <optional>
#include <utility>
#include <variant>

#include "content/plan.h"
#include "kiosk/papers/stack.h"

namespace pocketplan::app {
namespace {

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

// Unset for what is no business of the visit's.
std::optional<visit::Event> event_of(const queue::Report& report) {
    switch (report.kind) {
        case queue::Report::Kind::printer:
            return visit::PrinterSaid{report.trouble};
        case queue::Report::Kind::job:
            return visit::JobSaid{report.progress, report.trouble, report.pages_done};
        case queue::Report::Kind::queue:
            return std::nullopt;  // what the visitor need know of it is a job that is refused
    }
    std::abort();
}

}  // namespace

Session::Session(const content::Library& library, const typeset::Typesetter& typesetter,
                 std::unique_ptr<queue::Printer> printer, page::PaperSize paper, std::function<void()> wake)
    : library_(library),
      typesetter_(typesetter),
      paper_(paper),
      visit_(std::pmr::polymorphic_allocator<>().new_object<visit::Visit>(library)),
      worker_(std::move(printer), std::move(wake)) {}

Session::~Session() = default;

void Session::apply(const visit::Event& event) {
    if (ended_) return;
    for (const auto& effect : visit::step(*visit_, event, library_)) perform(effect);
}

bool Session::take_reports() {
    const auto reports = worker_.take_reports();
    for (const auto& report : reports) {
        if (const auto event = event_of(report)) apply(*event);
    }
    return !reports.empty();
}

void Session::say_goodbye(const ending::Farewell& farewell) {
    visit_->screen = visit::Screen::goodbye;
    visit_->language = library_.find_language(farewell.language.data()).value_or(content::LanguageIndex{});
    visit_->text_size = farewell.text_size;
    visit_->theme = farewell.theme;
    visit_->ended = farewell.reason;
}

ending::Farewell Session::farewell() const {
    ending::Farewell farewell;
    const auto& tag = library_.language(visit_->language).tag;
    tag.copy(farewell.language.data(), farewell.language.size() - 1);
    farewell.text_size = visit_->text_size;
    farewell.theme = visit_->theme;
    farewell.reason = visit_->ended;
    return farewell;
}

void Session::perform(const visit::Effect& effect) {
    papers::Wishes wishes;
    wishes.language = visit_->language;
    wishes.size = paper_;
    wishes.left_out = visit_->papers_left_out;
    wishes.card_copies = visit_->card_copies;
    const auto print_plan = [&](visit::PrintPlan) {
        const content::Answers none(library_.questions.size());
        const auto& answers = visit_->blank ? none : visit_->answers;
        print(papers::pages_of_visit(answers, library_, wishes, typesetter_));
    };
    const auto print_topic = [&](visit::PrintTopicSheet sheet) {
        const auto& topic = library_.topics[static_cast<std::size_t>(sheet.topic)];
        print(papers::compose_topic(topic, library_, wishes, typesetter_).pages);
    };
    std::visit(Overloaded{print_plan, print_topic, [&](visit::CancelJob) { worker_.cancel(); },
                          [&](visit::EndVisit end) { ended_ = end.reason; }},
               effect);
}

void Session::print(std::span<const page::Page> pages) {
    auto written = pdf::write_pdf(pages, typesetter_);
    if (!written) {
        apply(visit::JobSaid{status::Progress::trouble, status::Trouble::failed, 0});
        return;
    }
    pdf_ = std::move(*written);
    worker_.print(pdf_);
    apply(visit::Composed{static_cast<int>(pages.size())});
}

}  // namespace pocketplan::app
