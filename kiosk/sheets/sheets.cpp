#include "kiosk/sheets/sheets.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "kiosk/papers/stack.h"

namespace pocketplan::sheets {
namespace {

// Bytes of pictures that are kept: all of a review, and the last few that filled a screen of 3840 x 2160.
constexpr std::size_t most_bytes = std::size_t{12} << 20U;
constexpr double roll_shape = 1.4;  // of a piece of a roll: as much as a sheet shows

}  // namespace

visit::Stack Sheets::compose(const visit::Visit& visit, const papers::Wishes& wishes) {
    if (!outdated_ && wishes == wishes_) return count(visit);
    outdated_ = false;
    wishes_ = wishes;
    pages_.clear();
    strips_.clear();
    const auto before = std::exchange(pieces_, {});
    if (const auto* const sheet = std::get_if<visit::TopicSheet>(&visit.wanted)) {
        std::pmr::vector<papers::ComposedPaper> topic;
        topic.push_back(papers::compose_topic(library_.topics[static_cast<std::size_t>(sheet->topic)], library_, wishes,
                                              typesetter_));
        add(std::move(topic));
        end_of_what_prints();
    } else {
        const content::Answers none(library_.questions.size());
        const auto& answers = visit.wants<visit::BlankPlan>() ? none : visit.answers;
        add(papers::stack_of_visit(answers, library_, wishes, typesetter_));
        end_of_what_prints();
        papers::Wishes others = wishes;
        others.left_out = ~wishes.left_out;
        if (wishes.left_out != 0) add(papers::compose_visit(answers, library_, others, typesetter_));
    }
    renumber(before);
    return count(visit);
}

void Sheets::end_of_what_prints() {
    printing_ = pages_.size();
    pieces_printing_ = pieces_.size();
    if (page::is_roll(wishes_.size)) strips_ = page::join_strips(pages_);
}

std::span<const page::Page> Sheets::printed() const {
    if (!strips_.empty()) return strips_;
    return std::span(pages_).first(printing_);
}

void Sheets::add(std::pmr::vector<papers::ComposedPaper> papers) {
    for (auto& composed : papers) {
        int nth = 0;
        for (const auto& piece : pieces_) nth += piece.paper == composed.paper ? 1 : 0;
        for (auto& page : composed.pages) {
            pages_.push_back(std::move(page));
            add_pieces(composed.paper, nth);
        }
    }
}

void Sheets::add_pieces(const content::Paper* paper, int& nth) {
    const auto& size = pages_.back().size;
    const bool roll = page::is_roll(wishes_.size);
    const double height = roll ? size.width * roll_shape : size.height;
    for (double top = 0; top < size.height; top += height) {
        pieces_.push_back({pages_.size() - 1, {top, std::min(height, size.height - top)}, paper, nth++});
    }
}

// Pictures of the pages before stand for the same ones of now until those are drawn, so that a touch on a switch makes
// nothing flicker.
void Sheets::renumber(const std::vector<Piece>& before) {
    for (auto& drawn : drawn_) {
        const auto& was = before[static_cast<std::size_t>(drawn.number)];
        const auto now = std::find_if(pieces_.begin(), pieces_.end(), [&](const Piece& piece) {
            return piece.paper == was.paper && piece.nth == was.nth;
        });
        drawn.number = now == pieces_.end() ? -1 : static_cast<int>(now - pieces_.begin());
        drawn.current = false;
    }
    std::erase_if(drawn_, [](const Drawn& drawn) { return drawn.number < 0; });
    wanted_.clear();
}

visit::Stack Sheets::count(const visit::Visit& visit) const {
    visit::Stack stack;
    stack.sheets = static_cast<int>(printed().size());
    stack.printing = static_cast<int>(pieces_printing_);
    stack.pictures = static_cast<int>(pieces_.size());
    const bool topic = visit.wants<visit::TopicSheet>();
    for (std::size_t number = 0; number < pieces_.size(); ++number) {
        const auto* const paper = pieces_[number].paper;
        if (paper == nullptr) continue;
        auto& of_paper = stack.of_paper[topic ? 0 : static_cast<std::size_t>(paper - library_.papers.data())];
        if (of_paper.count == 0) of_paper.first = static_cast<std::uint8_t>(number);
        if (of_paper.first + of_paper.count == static_cast<int>(number)) ++of_paper.count;
    }
    return stack;
}

double Sheets::shape() const {
    if (page::is_roll(wishes_.size)) return roll_shape;
    return wishes_.size.height / wishes_.size.width;
}

std::optional<ui::Picture> Sheets::find(int number, int width) {
    if (number < 0 || static_cast<std::size_t>(number) >= pieces_.size() || width <= 0) return std::nullopt;
    Drawn* best = nullptr;
    for (auto& drawn : drawn_) {
        if (drawn.number != number) continue;
        const auto far = [&](const Drawn& from) { return std::abs(from.image.width - width) + (from.current ? 0 : 1); };
        if (best == nullptr || far(drawn) < far(*best)) best = &drawn;
    }
    const Wanted wanted{number, width};
    const bool there = best != nullptr && best->image.width == width && best->current;
    if (!there && std::find(wanted_.begin(), wanted_.end(), wanted) == wanted_.end()) wanted_.push_back(wanted);
    if (best == nullptr) return std::nullopt;
    best->asked = ++questions_;
    return ui::Picture{best->version, best->image.width, best->image.height, best->image.grey};
}

bool Sheets::draw_one() {
    if (wanted_.empty()) return false;
    const auto [number, width] = wanted_.front();
    wanted_.erase(wanted_.begin());
    const auto& piece = pieces_[static_cast<std::size_t>(number)];
    auto image = drawer_.draw(pages_[piece.page], piece.part, width);
    std::erase_if(drawn_, [&](const Drawn& drawn) {
        return drawn.number == number && (drawn.image.width == width || !drawn.current);
    });
    make_room(image.grey.size());
    drawn_.push_back({number, std::move(image), ++versions_, ++questions_, true});
    return true;
}

// Drops those that nobody asked for the longest, but none of the frame that is on screen.
void Sheets::make_room(std::size_t bytes) {
    for (const auto& drawn : drawn_) bytes += drawn.image.grey.size();
    while (bytes > most_bytes) {
        const auto oldest = std::min_element(drawn_.begin(), drawn_.end(),
                                             [](const Drawn& a, const Drawn& b) { return a.asked < b.asked; });
        if (oldest == drawn_.end() || oldest->asked > before_frame_) return;
        bytes -= oldest->image.grey.size();
        drawn_.erase(oldest);
    }
}

}  // namespace pocketplan::sheets
