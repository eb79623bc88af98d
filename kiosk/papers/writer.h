#pragma once

#include <memory_resource>
#include <string_view>
#include <vector>

#include "content/answers.h"
#include "content/common_texts.h"
#include "content/glossary.h"
#include "content/library.h"
#include "content/phrase.h"
#include "content/plan.h"
#include "printer/page/document.h"

namespace pocketplan::papers {

inline constexpr content::LanguageIndex source_language{};

// Writes the blocks of one paper, in a language and in English.
class Writer {
public:
    // A card has no room for English in brackets; every line of it has the English below.
    enum class Gloss { yes, no };
    Writer(const content::Answers& answers, const content::Library& library, content::LanguageIndex language,
           Gloss gloss);

    [[nodiscard]] page::Text text(content::TextIndex index) const;
    [[nodiscard]] page::Text text(content::CommonText text) const;
    // A piece of advice, with what is said of its age, and its terms in English at their first use.
    [[nodiscard]] page::Text advice(content::AdviceIndex advice, content::TextIndex index);

    // What has boxes, with pictures; where an item names none, that of its section.
    [[nodiscard]] page::Pictures pictures(const content::PlanBlock& planned, Icon of_section);
    void write(const content::PlanBlock& planned, std::pmr::vector<page::Block>& blocks);

private:
    [[nodiscard]] bool bilingual() const { return language_ != source_language; }
    [[nodiscard]] page::Items items(const content::PlanBlock& planned);
    void field(const content::PlanBlock& planned, std::pmr::vector<page::Block>& blocks);
    [[nodiscard]] content::PhraseText said(content::QuestionIndex question, content::LanguageIndex language) const;
    void people(const content::Block& block, std::pmr::vector<page::Block>& blocks) const;
    [[nodiscard]] page::Field person_field(const content::Person& person) const;
    [[nodiscard]] page::Field blank_person() const;
    [[nodiscard]] page::ByHand by_hand(std::string_view name) const;
    [[nodiscard]] bool lacks_latin_letters(const content::Block& block) const;
    void local_lines(const content::Block& block, std::pmr::vector<page::Block>& blocks) const;
    [[nodiscard]] page::Table table(const content::Block& block) const;

    const content::Answers& answers_;
    const content::Library& library_;
    content::LanguageIndex language_;
    Gloss gloss_;
    content::Glosser glosser_;
};

}  // namespace pocketplan::papers
