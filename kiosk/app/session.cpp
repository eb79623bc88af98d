#include "kiosk/app/session.h"

#include <memory_resource>
#include <utility>
#include <variant>

#include "content/plan.h"

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
                 std::function<void()> wake, const forgetting::Mark* mark)
    : library_(library),
      typesetter_(typesetter),
      settings_(settings),
      mark_(mark),
      tray_(std::move(tray)),
      visit_(std::pmr::polymorphic_allocator<>().new_object<visit::Visit>(library)),
      sheets_(library, typesetter),
      worker_(std::move(printer), std::move(wake)) {
    apply(visit::TrayRecalled{tray_.recall()});
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
            // A printer that has run out tells nothing of the paper that will be put in: what it had last stays.
            if (report.trouble != status::Trouble::out_of_paper || !paper_.kind) paper_ = report.paper;
            counting_ = counting_ || visit_->is<visit::Reviewing>();  // on other paper there are other sheets
            return apply(visit::PrinterSaid{report.trouble, bits_of(report.notices), kind_of(wishes().size)});
        case queue::Report::Kind::job:
            return apply(visit::JobSaid{report.progress, report.trouble, report.pages_done});
        case queue::Report::Kind::queue:
            return apply(visit::QueueSaid{leftovers_of(report.queue)});
    }
}

void Session::say_goodbye(const forgetting::Farewell& farewell) {
    const auto language = library_.find_language(farewell.language.data()).value_or(content::LanguageIndex{});
    const auto beside = library_.find_language(farewell.beside.data());
    apply(visit::SayGoodbye{farewell.reason, language, beside, farewell.text_size, farewell.theme, farewell.hearing,
                            farewell.scanning});
}

forgetting::Farewell Session::farewell() const {
    forgetting::Farewell farewell;
    const auto write_tag = [&](content::LanguageIndex language, std::array<char, 16>& to) {
        library_.language(language).tag.copy(to.data(), to.size() - 1);
    };
    write_tag(visit_->language, farewell.language);
    if (visit_->beside) write_tag(*visit_->beside, farewell.beside);
    farewell.text_size = visit_->text_size;
    farewell.theme = visit_->theme;
    farewell.hearing = visit_->hearing;
    farewell.scanning = visit_->scanning;
    farewell.reason = ended_.value_or(visit::EndReason::shutdown);
    farewell.printed = visit_->printed;
    farewell.trouble = visit_->trouble;
    return farewell;
}

papers::Wishes Session::wishes() const {
    papers::Wishes wishes;
    wishes.language = visit_->language;
    wishes.size = settings_.paper.value_or(size_of(paper_.kind.value_or(status::PaperKind::letter)));
    wishes.left_out = visit_->papers_left_out;
    wishes.pictured = visit_->papers_pictured;
    wishes.card_copies = visit_->card_copies;
    wishes.margins = margins_of(paper_.margins);
    wishes.cover = settings_.cover;
    return wishes;
}

void Session::perform(const visit::Effect& effect) {
    std::visit(
        Overloaded{[&](visit::PrintPages) { print(); },
                   [&](visit::DrawSheets) {
                       sheets_.outdate();
                       counting_ = true;
                   },
                   [&](visit::CancelJob) { worker_.cancel(); },
                   [&](visit::ExpectPaper) { tray_.remember(visit::Tray::forgotten_sheet); },
                   [&](visit::PaperAccountedFor) { tray_.remember(visit::Tray::checked); },
                   [&](visit::CallForStaff) { called_ = true; }, [&](visit::EndVisit end) { ended_ = end.reason; }},
        effect);
}

Session::Work Session::work() {
    if (ended_) return Work::nothing;
    if (counting_) {
        counting_ = false;
        apply(visit::Counted{sheets_.compose(*visit_, wishes())});
        return Work::new_frame;
    }
    if (!sheets_.draw_one()) return Work::nothing;
    return sheets_.wants_more() ? Work::more : Work::new_frame;
}

void Session::print() {
    sheets_.compose(*visit_, wishes());
    const auto pages = sheets_.printed();
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
