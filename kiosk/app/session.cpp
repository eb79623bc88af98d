#include "kiosk/app/session.h"

#include <memory_resource>
#include <utility>
#include <variant>

#include "content/dates.h"
#include "content/plan.h"
#include "kiosk/machine/health.h"
#include "kiosk/papers/today.h"

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

visit::CardPrinted card_on(const papers::Wishes& wishes) {
    switch (page::fit_of_card(wishes.size, wishes.margins)) {
        case page::CardFit::whole:
            return visit::CardPrinted::whole;
        case page::CardFit::smaller:
            return visit::CardPrinted::smaller;
        case page::CardFit::none:
            return visit::CardPrinted::sheet;
    }
    std::abort();
}

page::Margins margins_of(const status::Margins& told) {
    return {page::points_of_hundredths(told.left), page::points_of_hundredths(told.top),
            page::points_of_hundredths(told.right), page::points_of_hundredths(told.bottom)};
}

// "machine.swap" is called "swap".
std::string name_of(std::string_view text_id) {
    return std::string(text_id.substr(text_id.rfind('.') + 1));
}

content::Date first_review(const content::Library& library) {
    content::Date first;
    for (const auto& source : library.sources) {
        if (source.review_by == content::Date{}) continue;
        if (first == content::Date{} || content::is_before(source.review_by, first)) first = source.review_by;
    }
    return first;
}

}  // namespace

Session::Session(const content::Library& library, const typeset::Typesetter& typesetter,
                 std::unique_ptr<queue::Printer> printer, const PrintSettings& settings, TrayMemory tray,
                 std::function<void()> wake, const forgetting::Mark* mark, StaffRoom room)
    : library_(library),
      typesetter_(typesetter),
      settings_(settings),
      mark_(mark),
      tray_(std::move(tray)),
      visit_(std::pmr::polymorphic_allocator<>().new_object<visit::Visit>(library)),
      sheets_(library, typesetter),
      room_(std::move(room)),
      worker_(std::move(printer), std::move(wake)) {
    apply(visit::TrayRecalled{tray_.recall()});
    apply(visit::DeskRecalled{room_.has_code(), room_.recall(library)});
}

Session::~Session() = default;

void Session::apply(const visit::Event& event) {
    if (ended_) return;
    for (const auto& effect : visit::step(*visit_, event, library_)) perform(effect);
    if (told_ && *told_ != told_now()) tell_health();
}

void Session::end_without_room() {
    if (!ended_) ended_ = visit::EndReason::no_room;
}

bool Session::take_reports() {
    const auto reports = worker_.take_reports();
    for (const auto& report : reports) hear(report);
    return !reports.empty();
}

void Session::hear(const queue::Report& report) {
    switch (report.kind) {
        case queue::Report::Kind::printer:
            printer_told_ = true;
            // A printer that has run out tells nothing of the paper that will be put in: what it had last stays.
            if (report.trouble != status::Trouble::out_of_paper || !paper_.kind) paper_ = report.paper;
            counting_ = counting_ || visit_->is<visit::Reviewing>();  // on other paper there are other sheets
            return apply(
                visit::PrinterSaid{report.trouble, bits_of(report.notices), kind_of(wishes().size), card_on(wishes())});
        case queue::Report::Kind::job:
            // What was cancelled may still be told of after the next one was begun.
            if (report.document == test_document_) return apply(visit::TestSaid{report.progress, report.trouble});
            if (report.document != plan_document_) return;
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
    farewell.tries = room_.tries();
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
                   [&](visit::ExpectPaper) { remember(visit::Tray::forgotten_sheet); },
                   [&](visit::PaperAccountedFor) { remember(visit::Tray::checked); },
                   [&](visit::TellStaff tell) { called_ = staff_called_ = tell.called; },
                   [&](visit::CheckCode) { check_code(); },
                   [&](visit::KeepSettings) { apply(visit::KeptSaid{room_.keep(visit_->kept, library_)}); },
                   [&](visit::ReadCounts) { apply(visit::CountsSaid{room_.counts(papers::today())}); },
                   [&](visit::PrintTestPage) { print_test_page(); }, [&](visit::EndVisit end) { ended_ = end.reason; }},
        effect);
}

void Session::remember(visit::Tray tray) {
    if (!tray_.remember(tray)) apply(visit::Found{visit::Finding::state});
}

Session::Told Session::told_now() const {
    std::optional<status::Trouble> trouble;
    if (printer_told_) trouble = visit_->printer.obstacle();
    // These a process learns only half a minute after it began, so that they would tell when visits end.
    constexpr auto momentary = visit::bit_of(visit::Finding::panel) | visit::bit_of(visit::Finding::keys);
    return {visit_->readiness, visit_->findings & ~momentary, trouble, staff_called_};
}

bool Session::tell_health() {
    told_ = told_now();
    machine::Health health{.ready = told_->readiness == visit::Readiness::ready, .staff_called = told_->called};
    for (int at = 0; at <= static_cast<int>(visit::last_finding); ++at) {
        const auto finding = static_cast<visit::Finding>(at);
        if ((told_->findings & visit::bit_of(finding)) != 0) health.findings.push_back(name_of(text_id(finding)));
    }
    if (told_->trouble == status::Trouble::none)
        health.printer_trouble.emplace();
    else if (told_->trouble)
        health.printer_trouble = name_of(status::text_id(*told_->trouble));
    health.pack = library_.pack;
    health.pack_version = library_.version;
    health.pack_date = library_.information_date;
    health.review = first_review(library_);
    return room_.tell(std::move(health));
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
    plan_document_ = worker_.print({pdf_, kind_of(wishes().size)});
    apply(visit::Composed{static_cast<int>(pages.size())});
}

// The first paper of a plan without answers, one page of it. Nothing of the visit is on it: not its language, not its
// mark.
void Session::print_test_page() {
    const content::Answers none(library_.questions.size());
    const auto* const first = content::make_plan(none, library_).papers.front().paper;
    papers::Wishes plain;
    plain.size = wishes().size;
    plain.margins = wishes().margins;
    plain.left_out = ~(1U << static_cast<unsigned>(first - library_.papers.data()));
    const auto composed = papers::compose_visit(none, library_, plain, typesetter_);
    auto written = pdf::write_pdf(std::span(composed.front().pages).first(1), typesetter_);
    if (!written) return apply(visit::TestSaid{status::Progress::trouble, status::Trouble::failed});
    test_document_ = worker_.print({test_pages_.emplace_back(std::move(*written)), kind_of(plain.size)});
}

// The code stays where it was typed, and step() zeroes it.
void Session::check_code() {
    apply(visit::CodeSaid{room_.check(visit_->desk.open.code.view())});
}

}  // namespace pocketplan::app
