#pragma once

#include <cstdint>
#include <memory_resource>
#include <optional>
#include <span>
#include <vector>

#include "kiosk/papers/compose.h"
#include "kiosk/papers/drawer.h"
#include "kiosk/ui/pictures.h"
#include "kiosk/visit/visit.h"

namespace pocketplan::sheets {

// The sheets of a visit: composed once, seen as pictures, and printed. All of it shows what the visitor said, and lies
// in the default memory resource (the arena). Driven by the Session; frames ask it for pictures.
class Sheets : public ui::Pictures {
public:
    Sheets(const content::Library& library, const typeset::Typesetter& typesetter)
        : library_(library), typesetter_(typesetter), drawer_(typesetter) {}

    // Composes what this visit would print, if `wishes` are other ones than the last time or anything may have changed.
    visit::Stack compose(const visit::Visit& visit, const papers::Wishes& wishes);
    // The answers may have changed.
    void outdate() { outdated_ = true; }
    // What prints, as it was last composed.
    [[nodiscard]] std::span<const page::Page> printed() const;

    // Draws one of the pictures that the last frame asked for and did not get; false where there is none.
    bool draw_one();
    [[nodiscard]] bool wants_more() const { return !wanted_.empty(); }

    void begin() override {
        wanted_.clear();
        before_frame_ = questions_;
    }
    std::optional<ui::Picture> find(int number, int width) override;
    [[nodiscard]] double shape() const override;

private:
    // What one picture shows: a page, or so much of a roll's strip as has the shape of one.
    struct Piece {
        std::size_t page = 0;
        papers::Drawer::Part part{};
        const content::Paper* paper = nullptr;  // null: a cover
        int nth = 0;                            // of the paper's pieces
    };
    struct Drawn {
        int number = 0;
        papers::Image image{};
        std::uint32_t version = 0;
        std::uint32_t asked = 0;  // when a frame last did
        bool current = true;      // of the pages as they are now
    };
    struct Wanted {
        int number = 0;
        int width = 0;
        bool operator==(const Wanted&) const = default;
    };
    void add(std::pmr::vector<papers::ComposedPaper> papers);
    void end_of_what_prints();
    void add_pieces(const content::Paper* paper, int& nth);
    void renumber(const std::vector<Piece>& before);
    void make_room(std::size_t bytes);
    [[nodiscard]] visit::Stack count(const visit::Visit& visit) const;

    const content::Library& library_;
    const typeset::Typesetter& typesetter_;
    papers::Drawer drawer_;
    bool outdated_ = true;
    papers::Wishes wishes_;
    std::pmr::vector<page::Page> pages_;  // what prints, and then what is left out
    std::size_t printing_ = 0;            // pages
    std::size_t pieces_printing_ = 0;
    std::pmr::vector<page::Page> strips_;  // what prints, of a roll
    std::vector<Piece> pieces_;            // by the number of their picture
    std::vector<Drawn> drawn_;
    std::vector<Wanted> wanted_;
    std::uint32_t versions_ = 0;
    std::uint32_t questions_ = 0;
    std::uint32_t before_frame_ = 0;  // how many there had been
};

}  // namespace pocketplan::sheets
