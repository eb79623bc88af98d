// The card as a person holds it: its picture is folded along the lines that are dashed on the paper, and then read,
// from outside and inside, the way it lies in the hand.

#include <algorithm>
#include <utility>

#include <gtest/gtest.h>

#include "tests/printer/papers.h"
#include "tests/printer/read_back.h"
#include "tests/support/golden.h"

namespace pocketplan::page {
namespace {

using tests::check_in_pack;
using tests::Pixels;

constexpr double dots = 200;  // an inch
int dots_of(double points) {
    return static_cast<int>(points * dots / 72);
}

Pixels cut(const Pixels& from, int left, int top, int right, int bottom) {
    Pixels part{right - left, bottom - top, {}};
    for (int y = top; y < bottom; ++y) {
        const auto row = from.values.begin() + std::ptrdiff_t{3} * (y * from.width + left);
        part.values.insert(part.values.end(), row, row + std::ptrdiff_t{3} * part.width);
    }
    return part;
}

enum class Over { upright, level };  // the axis of a mirror
Pixels mirrored(const Pixels& picture, Over axis) {
    Pixels turned = picture;
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            const int from_x = axis == Over::upright ? picture.width - 1 - x : x;
            const int from_y = axis == Over::level ? picture.height - 1 - y : y;
            for (int k = 0; k < 3; ++k) {
                turned.values[static_cast<std::size_t>(3 * (y * picture.width + x) + k)] =
                    picture.values[static_cast<std::size_t>(3 * (from_y * picture.width + from_x) + k)];
            }
        }
    }
    return turned;
}

// One thickness of paper, as it would be seen from the front if all before it were glass.
struct Layer {
    Pixels picture;
    bool faces_front = true;
};
// From front to back.
using Paper = std::vector<Layer>;

enum class Part { lower, right, left };

// Half of the paper goes to the back: its layers then lie behind, the last first, and face the other way.
Paper fold_back(const Paper& paper, Part part) {
    Paper folded;
    Paper behind;
    for (const auto& [picture, faces_front] : paper) {
        const int x = picture.width / 2;
        const int y = picture.height / 2;
        const auto lower = [&] { return cut(picture, 0, y, picture.width, 2 * y); };
        const auto right = [&] { return cut(picture, x, 0, 2 * x, picture.height); };
        const auto left = [&] { return cut(picture, 0, 0, x, picture.height); };
        const Pixels stays = part == Part::lower   ? cut(picture, 0, 0, picture.width, y)
                             : part == Part::right ? left()
                                                   : right();
        const Pixels goes = part == Part::lower ? lower() : part == Part::right ? right() : left();
        folded.push_back({stays, faces_front});
        behind.insert(behind.begin(),
                      Layer{mirrored(goes, part == Part::lower ? Over::level : Over::upright), !faces_front});
    }
    folded.insert(folded.end(), behind.begin(), behind.end());
    return folded;
}

// What a layer's printed side shows to somebody who looks at that side.
Pixels face_of(const Layer& layer) {
    return layer.faces_front ? layer.picture : mirrored(layer.picture, Over::upright);
}

struct Reader {
    const char* language;
    Part second_fold;  // the half where reading ends
};
void PrintTo(const Reader& reader, std::ostream* out) {
    *out << reader.language;
}

class FoldTest : public tests::PapersTest, public testing::WithParamInterface<Reader> {
protected:
    [[nodiscard]] Page page() const {
        const auto composed = papers::compose_visit(persona("amal"), check_in_pack(),
                                                    wishes(GetParam().language, letter), tests::typesetter());
        return composed.front().pages.front();
    }
    // The cards of a page, cut out: what lies around each cross of dashed lines, as far as its lines go.
    [[nodiscard]] std::vector<Pixels> cards() const {
        const Page printed = page();
        run({"pdftoppm", "-r", std::to_string(static_cast<int>(dots)), "-png", "-singlefile",
             write({&printed, 1}, "card.pdf").string(), (folder / "card").string()});
        const auto picture = tests::read_png((folder / "card.png").string());
        std::vector<Stroke> level;
        std::vector<Stroke> upright;
        for (const auto& mark : printed.marks) {
            const auto* const stroke = std::get_if<Stroke>(&mark);
            if (stroke == nullptr || stroke->pen != Pen::dashed) continue;
            const double length = std::max(stroke->x2 - stroke->x1, stroke->y2 - stroke->y1);
            if (length > 100) (stroke->y1 == stroke->y2 ? level : upright).push_back(*stroke);
        }
        std::vector<Pixels> cut_out;
        for (std::size_t at = 0; at < level.size(); ++at) {
            EXPECT_NEAR(upright.at(at).x1, (level[at].x1 + level[at].x2) / 2, 0.01);
            EXPECT_NEAR(level[at].y1, (upright[at].y1 + upright[at].y2) / 2, 0.01);
            cut_out.push_back(cut(picture, dots_of(level[at].x1), dots_of(upright[at].y1), dots_of(level[at].x2),
                                  dots_of(upright[at].y2)));
        }
        return cut_out;
    }
    [[nodiscard]] std::string read(const Pixels& picture) const {
        const auto file = (folder / "seen.png").string();
        tests::write_png(file, picture);
        return tests::read_by_eye(file, "200", "eng", tests::Look::page);
    }
    static bool says(const std::string& read, const char* words) { return read.find(words) != std::string::npos; }

    static std::string run(const std::vector<std::string>& call) { return tests::run(call).out; }
};

TEST_P(FoldTest, WhoToCallIsInFrontNotesAreBehindAndWhatMayHarmIsInside) {
    const auto cut_out = cards();
    ASSERT_EQ(cut_out.size(), 2U) << "a second card in the other half of the sheet";
    for (const auto& card : cut_out) {
        const Paper folded = fold_back(fold_back({{card}}, Part::lower), GetParam().second_fold);
        ASSERT_EQ(folded.size(), 4U);
        EXPECT_TRUE(folded.front().faces_front);
        EXPECT_FALSE(folded.back().faces_front);
        const auto front = read(face_of(folded.front()));
        const auto back = read(face_of(folded.back()));
        EXPECT_TRUE(says(front, "Who to call") && says(front, "917-555-0186") && says(front, "212-555-0143")) << front;
        EXPECT_TRUE(says(back, "My notes")) << back;
        for (const auto& outside : {front, back}) {
            for (const char* private_words : {"afraid", "asylum", "check-in"}) {
                EXPECT_FALSE(says(outside, private_words)) << outside;
            }
        }
    }
}

TEST_P(FoldTest, OpenedItIsReadUprightFromWhereReadingStarts) {
    for (const auto& card : cards()) {
        const Paper folded_once = fold_back({{card}}, Part::lower);
        ASSERT_FALSE(folded_once.back().faces_front);
        const auto opened = face_of(folded_once.back());
        const auto left = read(cut(opened, 0, 0, opened.width / 2, opened.height));
        const auto right = read(cut(opened, opened.width / 2, 0, opened.width, opened.height));
        const bool from_left = GetParam().second_fold == Part::right;
        EXPECT_TRUE(says(from_left ? left : right, "afraid to return")) << left << right;
        EXPECT_TRUE(says(from_left ? right : left, "Memorize at least one")) << left << right;
    }
}

INSTANTIATE_TEST_SUITE_P(Readers, FoldTest, testing::Values(Reader{"en", Part::right}, Reader{"ar", Part::left}),
                         [](const auto& reader) { return std::string(reader.param.language); });

class CardTest : public tests::PapersTest {
protected:
    [[nodiscard]] std::size_t sheets(int copies, const Margins& margins) const {
        auto wished = wishes("es", letter);
        wished.card_copies = copies;
        wished.margins = margins;
        return papers::compose_visit(persona("rosa"), check_in_pack(), wished, tests::typesetter())
            .front()
            .pages.size();
    }
};

TEST_F(CardTest, ASheetHasRoomForTwoSoTwoCopiesAreOneSheet) {
    EXPECT_EQ(sheets(1, {}), 1U);
    EXPECT_EQ(sheets(2, {}), 1U);
    EXPECT_EQ(sheets(1, {0, 100, 0, 60}), 1U) << "one card, where the printer leaves no room for the other";
    EXPECT_EQ(sheets(2, {0, 100, 0, 60}), 2U);
}

TEST_F(CardTest, TwoCardsStandOnOneSheetInEveryLanguage) {
    for (const auto& size : {letter, a4}) {
        for (const auto& language : check_in_pack().languages) {
            const auto composed = papers::compose_visit(persona("amal"), check_in_pack(), wishes(language.tag, size),
                                                        tests::typesetter());
            const auto words = tests::words_of(composed.front().pages.front());
            const auto first = words.find("917-555-0186");
            EXPECT_NE(words.find("917-555-0186", first + 1), std::string::npos) << language.tag;
        }
    }
}

TEST_F(CardTest, NumbersToCallAreOf18PointsWhereTheyHaveRoom) {
    const auto composed =
        papers::compose_visit(persona("rosa"), check_in_pack(), wishes("es", letter), tests::typesetter());
    int seen = 0;
    for (const auto& mark : composed.front().pages.front().marks) {
        const auto* const placed = std::get_if<PlacedText>(&mark);
        if (placed == nullptr) continue;
        const std::string text(placed->layout.text.begin(), placed->layout.text.end());
        if (text.find("305-555-01") == std::string::npos) continue;
        ++seen;
        EXPECT_EQ(placed->layout.lines.front().runs.front().size, 18);
    }
    EXPECT_EQ(seen, 4);
}

}  // namespace
}  // namespace pocketplan::page
