#include "kiosk/app/session.h"

#include <memory_resource>
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

std::uint32_t bits_of(const std::vector<status::Notice>& notices) {
    std::uint32_t bits = 0;
    for (const auto notice : notices) bits |= 1U << static_cast<unsigned>(notice);
    return bits;
}

visit::Leftovers leftovers_of(queue::QueueState queue) {
    switch (queue) {
        case queue::QueueState::clear:
            return visit::Leftovers::none;
        case queue::QueueState::uncertain:
            return visit::Leftovers::uncertain;
    }
    std::abort();
}

page::PaperSize size_of(status::PaperKind kind) {
    switch (kind) {
        case status::PaperKind::letter:
            return page::letter;
        case status::PaperKind::a4:
            return page::a4;
        case status::PaperKind::receipt80:
            return page::receipt80;
    }
    std::abort();
}

status::PaperKind kind_of(const page::PaperSize& size) {
    if (page::is_roll(size)) return status::PaperKind::receipt80;
    return size.width == page::a4.width ? status::PaperKind::a4 : status::PaperKind::letter;
}

page::Margins margins_of(const status::Margins& told) {
    return {page::points_of_hundredths(told.left), page::points_of_hundredths(told.top),
            page::points_of_hundredths(told.right), page::points_of_hundredths(told.bottom)};
}

}  // namespace

Session::Session(const content::Library& library, const typeset::Typesetter& typesetter,
                 std::unique_ptr<queue::Printer> printer, const PrintSettings& settings, TrayMemory tray,
                 std::function<void()> wake, const visit::Mark* mark)
    : library_(library),
      typesetter_(typesetter),
      settings_(settings),
      mark_(mark),
      tray_(std::move(tray)),
      visit_(std::pmr::polymorphic_allocator<>().new_object<visit::Visit>(library)),
      worker_(std::move(printer), std::move(wake)) {
    visit_->printer.tray = tray_.recall();
}

Session::~Session() = default;

void Session::apply(const visit::Event& event) {
    if (ended_) return;
    for (const auto& effect : visit::step(*visit_, event, library_)) perform(effect);
}

bool Session::take_reports() {
    const auto reports = worker_.take_reports();
    for (const auto& report : reports) hear(report);
    return !reports.empty();
}

void Session::hear(const queue::Report& report) {
    switch (report.kind) {
        case queue::Report::Kind::printer:
            paper_ = report.paper;
            return apply(visit::PrinterSaid{report.trouble, bits_of(report.notices), kind_of(wishes().size)});
        case queue::Report::Kind::job:
            return apply(visit::JobSaid{report.progress, report.trouble, report.pages_done});
        case queue::Report::Kind::queue:
            return apply(visit::QueueSaid{leftovers_of(report.queue)});
    }
}

void Session::say_goodbye(const ending::Farewell& farewell) {
    // Without a visit there is nobody to say goodbye to.
    if (farewell.reason != visit::EndReason::again) visit_->screen = visit::Screen::goodbye;
    visit_->language = library_.find_language(farewell.language.data()).value_or(content::LanguageIndex{});
    visit_->text_size = farewell.text_size;
    visit_->theme = farewell.theme;
    visit_->ended = farewell.reason;
}

void Session::refuse_visits() {
    visit_->readiness = visit::Readiness::refused;
    if (visit_->screen == visit::Screen::language) visit_->screen = visit::Screen::not_ready;
}

ending::Farewell Session::farewell() const {
    ending::Farewell farewell;
    const auto& tag = library_.language(visit_->language).tag;
    tag.copy(farewell.language.data(), farewell.language.size() - 1);
    farewell.text_size = visit_->text_size;
    farewell.theme = visit_->theme;
    farewell.reason = visit_->ended;
    farewell.printed = visit_->printed;
    farewell.trouble = visit_->trouble;
    return farewell;
}

papers::Wishes Session::wishes() const {
    papers::Wishes wishes;
    wishes.language = visit_->language;
    wishes.size = settings_.paper.value_or(size_of(paper_.kind.value_or(status::PaperKind::letter)));
    wishes.left_out = visit_->papers_left_out;
    wishes.card_copies = visit_->card_copies;
    wishes.margins = margins_of(paper_.margins);
    wishes.cover = settings_.cover;
    return wishes;
}

void Session::perform(const visit::Effect& effect) {
    const auto count = [&](visit::CountSheets) { apply(visit::Counted{static_cast<int>(pages().size())}); };
    std::visit(
        Overloaded{[&](visit::PrintPages) { print(pages()); }, count, [&](visit::CancelJob) { worker_.cancel(); },
                   [&](visit::ExpectPaper) { tray_.remember(visit::Tray::forgotten_sheet); },
                   [&](visit::PaperAccountedFor) { tray_.remember(visit::Tray::checked); },
                   [&](visit::EndVisit end) { ended_ = end.reason; }},
        effect);
}

std::pmr::vector<page::Page> Session::pages() const {
    if (visit_->topic_sheet) {
        const auto& topic = library_.topics[static_cast<std::size_t>(*visit_->topic_sheet)];
        return papers::compose_topic(topic, library_, wishes(), typesetter_).pages;
    }
    const content::Answers none(library_.questions.size());
    return papers::pages_of_visit(visit_->blank ? none : visit_->answers, library_, wishes(), typesetter_);
}

void Session::print(std::span<const page::Page> pages) {
    auto written = pdf::write_pdf(pages, typesetter_, mark_);
    if (!written) {
        apply(visit::JobSaid{status::Progress::trouble, status::Trouble::failed, 0});
        return;
    }
    pdf_ = std::move(*written);
    worker_.print(pdf_);
    apply(visit::Composed{static_cast<int>(pages.size())});
}

}  // namespace pocketplan::app
