#include "tests/e2e/shadowed_kiosk.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "content/dates.h"
#include "kiosk/papers/today.h"
#include "kiosk/picture/picture.h"
#include "kiosk/tools/preview/answers_file.h"
#include "kiosk/visit/step.h"
#include "tests/support/golden.h"
#include "tests/support/pixels_of_word.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/visitor.h"

namespace pocketplan::tests {
namespace {

// As in a kiosk that starts today: what nobody checked in time is reported.
const content::Library& pack_of_today() {
    static const content::Library library = [] {
        auto aged = check_in_pack();
        content::age(aged, papers::today());
        return aged;
    }();
    return library;
}

content::Answers answers_of(const std::string& json) {
    const TemporaryFolder folder("answers", "/var/lib");  // where no search looks
    const auto file = folder.path() / "answers.json";
    std::ofstream(file) << json;
    auto read = preview::read_answers(file, pack_of_today());
    if (!read) std::abort();  // the test's own fault
    return std::move(read->answers);
}

// Notes which pictures a frame shows.
class Asked : public ui::Pictures {
public:
    explicit Asked(ui::Pictures& pictures) : pictures_(pictures) {}
    void begin() override { pictures_.begin(); }
    std::optional<ui::Picture> find(int number, int width) override {
        asked_.emplace_back(number, width);
        return pictures_.find(number, width);
    }
    [[nodiscard]] double shape() const override { return pictures_.shape(); }
    [[nodiscard]] const std::vector<std::pair<int, int>>& asked() const { return asked_; }

private:
    ui::Pictures& pictures_;
    std::vector<std::pair<int, int>> asked_;
};

// The number of pixels whose colour the other picture does not have, or pass through, within `stray` of their place.
int differing(const Pixels& one, const Pixels& other, int stray) {
    constexpr int alike = 40;  // of 255, in each channel
    const auto value = [](const Pixels& picture, int x, int y, int channel) {
        return int{picture.values[static_cast<std::size_t>(3 * (y * picture.width + x) + channel)]};
    };
    const auto differs = [&](int x, int y, int channel) {
        const int here = value(one, x, y, channel);
        if (std::abs(here - value(other, x, y, channel)) <= alike) return false;
        int least = 255;
        int most = 0;
        for (int near_y = std::max(0, y - stray); near_y <= std::min(one.height - 1, y + stray); ++near_y) {
            for (int near_x = std::max(0, x - stray); near_x <= std::min(one.width - 1, x + stray); ++near_x) {
                least = std::min(least, value(other, near_x, near_y, channel));
                most = std::max(most, value(other, near_x, near_y, channel));
            }
        }
        return here < least - alike || here > most + alike;
    };
    int count = 0;
    for (int y = 0; y < one.height; ++y) {
        for (int x = 0; x < one.width; ++x) {
            if (differs(x, y, 0) || differs(x, y, 1) || differs(x, y, 2)) ++count;
        }
    }
    return count;
}

}  // namespace

ShadowedKiosk::ShadowedKiosk(std::shared_ptr<Screen> screen, double pixels_per_millimetre)
    : screen_(std::move(screen)),
      display_{screen_->size().width, screen_->size().height, pixels_per_millimetre},
      width_mm_(display_.width_mm()),
      shadow_(pack_of_today()),
      robot_(pack_of_today(), typesetter(), display_, shadow_,
             [this](const visit::Event& event) { visit::step(shadow_, event, pack_of_today()); }) {
    machine().overdue = content::overdue_sources(pack_of_today(), papers::today());
    lay_new_sheets();
    robot_.on_touch([this](double x, double y) { screen_->touch(x, y); });
}

void ShadowedKiosk::shadow_prints_to(const std::string& uri) {
    using view::PrintPath;
    machine().path = PrintPath::direct;
    if (uri.empty()) machine().path.reset();
    if (uri.starts_with("folder:")) machine().path = PrintPath::files;
    if (uri.starts_with("cups:")) machine().path = PrintPath::scheduler;
}

// SDL's software renderer samples a glyph slightly differently at another place in the atlas, which depends on the
// screens before: a few of two million pixels. Another word or another tick is thousands.
bool ShadowedKiosk::shows_the_same() {
    robot_.draw();  // asks for the pictures
    while (sheets_->draw_one()) {
    }
    const auto [width, height] = screen_->size();
    const auto signs = possible_signs();
    std::vector<Pixels> expected;
    for (const auto sign : signs) expected.push_back({width, height, drawn_with(sign)});
    Pixels closest{width, height, {}};
    std::vector<std::uint8_t> compared;  // the last that was
    std::size_t likely = 0;              // of the signs
    int least = width * height;
    const bool same = eventually([&] {
        const Pixels seen{width, height, screen_->pixels()};
        if (seen.values.size() != expected.front().values.size() || seen.values == compared) return false;
        compared = seen.values;
        const int stray = screen_->stray();
        for (std::size_t at = 0; at < signs.size(); ++at) {
            const int count = std::max(differing(seen, expected[at], stray), differing(expected[at], seen, stray));
            if (count >= least) continue;
            least = count;
            closest = seen;
            likely = at;
        }
        return least < 333;
    });
    shadow_hears(visit::SignDrawn{signs[likely]});
    sign_seen_ = sign_seen_ || (same && signs.size() > 1);
    if (!same) {
        write_png(std::string(BUILD_DIR) + "/kiosk_test-expected.png", expected[likely]);
        write_png(std::string(BUILD_DIR) + "/kiosk_test-closest.png", closest);
    }
    return same;
}

// The kiosk draws its own by lot, and tells it on the Hide button alone.
std::vector<visit::OwnSign> ShadowedKiosk::possible_signs() {
    if (sign_seen_ || !robot_.sees("bar.hide")) return {shadow_.hiding.sign};
    return {visit::own_signs.begin(), visit::own_signs.end()};
}

std::vector<std::uint8_t> ShadowedKiosk::drawn_with(visit::OwnSign sign) {
    picture::Picture picture(display_);
    shadow_hears(visit::SignDrawn{sign});
    robot_.show([&](const ui::Frame& frame, const ui::Atlas& atlas) { picture.draw(frame, atlas); });
    return picture.pixels();
}

// A process has its own, and a sign of its own; those of the visit before are gone with theirs.
void ShadowedKiosk::lay_new_sheets() {
    sign_seen_ = false;
    sheets_.emplace(pack_of_today(), typesetter());
    robot_.set_pictures(*sheets_);
}

bool ShadowedKiosk::answer(const std::string& language, const std::string& json) {
    lay_new_sheets();
    const bool answered = press("language." + language) && press("promise.make") &&
                          answer_all(robot_, shadow_, pack_of_today(), answers_of(json));
    if (answered) compose();
    return answered;
}

bool ShadowedKiosk::go_to_review(const std::string& language, const std::string& json) {
    return answer(language, json) && shows_the_same();
}

// What the kiosk does when nobody waits; tells the number of pages that print.
int ShadowedKiosk::compose() {
    papers::Wishes wishes;
    wishes.language = shadow_.language;
    wishes.left_out = shadow_.papers_left_out;
    wishes.pictured = shadow_.papers_pictured;
    wishes.card_copies = shadow_.card_copies;
    shadow_hears(visit::Counted{sheets_->compose(shadow_, wishes)});
    return static_cast<int>(sheets_->printed().size());
}

std::vector<std::uint8_t> ShadowedKiosk::row_of_word(const std::string& word) {
    Asked pictures(*sheets_);
    robot_.set_pictures(pictures);
    robot_.draw();
    robot_.set_pictures(*sheets_);
    for (const auto& [number, width] : pictures.asked()) {
        if (static_cast<std::size_t>(number) >= sheets_->printed().size()) continue;
        auto row = tests::row_of_word(sheets_->printed()[static_cast<std::size_t>(number)], word, width);
        if (!row.empty()) return row;
    }
    return {};
}

bool ShadowedKiosk::see(const std::string& word) {
    for (const auto& paper : pack_of_today().papers) {
        const auto& stack = std::get<visit::Reviewing>(shadow_.state).stack.value();
        const auto of_paper = stack.of_paper[static_cast<std::size_t>(&paper - pack_of_today().papers.data())];
        if (of_paper.count == 0) continue;
        if (tests::row_of_word(sheets_->printed()[of_paper.first], word, 800).empty()) continue;
        return press("see." + paper.id) && shows_the_same();
    }
    return false;
}

bool ShadowedKiosk::take_paper() {
    if (!press("review.print")) return false;
    shadow_hears(visit::JobSaid{status::Progress::done, status::Trouble::none, 0});
    return shows_the_same() && press("hand.yes");
}

bool ShadowedKiosk::print() {
    if (!press("review.print")) return false;
    shadow_hears(visit::Composed{compose()});
    return true;
}

void ShadowedKiosk::shadow_hears(const visit::Event& said) {
    visit::step(shadow_, said, pack_of_today());
}

// The settings say how wide it is, in millimetres.
void ShadowedKiosk::shadow_is_resized() {
    const auto [width, height] = screen_->size();
    display_ = ui::with_room({width, height, width / width_mm_});
    robot_.set_display(display_);
    shadow_hears(visit::DisplaySaid{{}, {}, display_.width_mm()});
}

void ShadowedKiosk::shadow_begins_again() {
    sign_seen_ = false;
    shadow_.state = visit::Goodbye{};
    shadow_hears(visit::StartOver{});
}

bool ShadowedKiosk::says_goodbye(visit::EndReason reason, visit::Leftovers leftovers,
                                 const std::vector<visit::Place>& found) {
    machine().receipt = visit::Receipt{searched_, found, true};
    sign_seen_ = false;  // another process has another
    shadow_.printer.leftovers = leftovers;
    shadow_.state = visit::Goodbye{reason};
    shadow_.overlay = visit::Overlay::none;
    return shows_the_same();
}

bool ShadowedKiosk::is_blank() const {
    const auto pixels = screen_->pixels();
    return std::equal(pixels.begin() + 3, pixels.end(), pixels.begin());
}

}  // namespace pocketplan::tests
