// Names in scripts that no keyboard can type: in Latin letters, with a line beside them for writing by hand.

#include <gtest/gtest.h>

#include "content/phrase.h"
#include "kiosk/papers/compose.h"
#include "tests/printer/papers.h"

namespace pocketplan::page {
namespace {

using tests::check_in_pack;
using tests::PapersTest;

class ByHandTest : public PapersTest {
protected:
    // Of all papers of a visit.
    [[nodiscard]] std::vector<Field> fields(const std::string& language, const std::string& json) const {
        const auto given = answers(json);
        std::vector<Field> all;
        for (const auto& planned : content::make_plan(given, check_in_pack()).papers) {
            const auto document = papers::document_of(planned, given, check_in_pack(), wishes(language, letter));
            for (const auto& section : document.sections) {
                for (const auto& block : section.blocks) {
                    if (const auto* const field = std::get_if<Field>(&block)) all.push_back(*field);
                }
            }
        }
        return all;
    }
    [[nodiscard]] static bool says(const Field& field, std::string_view words) {
        return content::view(field.value.first).find(words) != std::string_view::npos;
    }
    // The lines to write on, on the first paper that says `words`: those on its line, and their least length.
    static int strokes_beside(const Page& page, std::string_view words) {
        int strokes = 0;
        for (const auto& mark : page.marks) {
            const auto* const text = std::get_if<PlacedText>(&mark);
            if (text == nullptr || content::view(text->layout.text).find(words) == std::string_view::npos) continue;
            for (const auto& other : page.marks) {
                const auto* const stroke = std::get_if<Stroke>(&other);
                if (stroke == nullptr) continue;
                const bool level = std::abs(stroke->y1 - text->y - text->layout.height) < 1;
                strokes += level && stroke->x1 > text->x + text->layout.width && stroke->x2 - stroke->x1 >= 90 ? 1 : 0;
            }
        }
        return strokes;
    }
};

constexpr const char* named = R"({"contacts": [{"name": "Wang Xiaoming", "phone": "202-555-0101"}], "child": "yes",
    "child_pickup": {"name": "Li Na", "phone": "202-555-0102"}, "lawyer": "yes", "lawyer_name": "Chen Wei",
    "appointment": "ice_office", "appointment_place": "12 Main St"})";

TEST_F(ByHandTest, ANameInLatinLettersHasALineForItsCharacters) {
    int seen = 0;
    for (const auto& field : fields("zh-Hans", named)) {
        const bool name = says(field, "Wang") || says(field, "Li Na") || says(field, "Chen");
        EXPECT_EQ(field.by_hand == ByHand::yes, name || says(field, "Main St"));
        seen += name ? 1 : 0;
    }
    EXPECT_GT(seen, 2);
}

TEST_F(ByHandTest, ANameInCharactersAndANameInAnotherLanguageHaveNone) {
    for (const auto& field : fields("zh-Hans", R"({"contacts": [{"name": "王小明", "phone": "202-555-0101"}]})")) {
        EXPECT_EQ(field.by_hand, ByHand::no);
    }
    for (const char* language : {"en", "ru", "ar", "hi"}) {
        for (const auto& field : fields(language, named)) EXPECT_EQ(field.by_hand, ByHand::no) << language;
    }
}

TEST_F(ByHandTest, TheLineIsBesideTheNameOnSheets) {
    int lines = 0;
    for (const char* language : {"zh-Hans", "en"}) {
        const auto composed =
            papers::compose_visit(answers(named), check_in_pack(), wishes(language, letter), tests::typesetter());
        for (const auto& paper : composed) {
            for (const auto& page : paper.pages) lines += strokes_beside(page, "Li Na");
        }
        if (std::string_view(language) == "zh-Hans") {
            EXPECT_GT(lines, 0);
            lines = 0;
        }
    }
    EXPECT_EQ(lines, 0);
}

}  // namespace
}  // namespace pocketplan::page
