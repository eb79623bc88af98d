#include "kiosk/tools/proof/html.h"

#include <algorithm>
#include <array>

#include "content/dates.h"

namespace pocketplan::proof {
namespace {

using content::LanguageIndex;
using content::TextIndex;

std::string day_or_none(const content::Date& day) {
    return day == content::Date{} ? "none" : content::iso_day(day);
}

// lang="ar" dir="rtl"
std::string in_language(const content::Language& language) {
    const bool rtl = language.direction == content::Direction::right_to_left;
    return "lang=\"" + escaped(language.tag) + "\" dir=\"" + (rtl ? "rtl" : "ltr") + "\"";
}

std::string review_of(const content::Language& language) {
    switch (language.review) {
        case content::Review::source:
            return "the source";
        case content::Review::unreviewed:
            return "unreviewed";
        case content::Review::reviewed:
            return "reviewed";
        case content::Review::draft:
            return "a draft";
    }
    std::abort();
}

std::string head(const std::string& title) {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
           escaped(title) + "</title>\n<link rel=\"stylesheet\" href=\"proof.css\">\n</head>\n";
}

struct Filter {
    const char* id;
    const char* label;
};
constexpr std::array<Filter, 5> filters{{{"all", "Everything"},
                                         {"unreviewed", "Unreviewed"},
                                         {"unchecked", "Unchecked: the source was not checked in time"},
                                         {"over-long", "Long: much wider than the English"},
                                         {"untranslated", "Not translated: a draft has the English here"}}};

// Radio buttons; proof.css hides what does not fit the chosen one.
std::string filter_form(std::size_t shown) {
    std::string form = "<form class=\"filter\"><fieldset><legend>Show</legend>\n";
    for (std::size_t at = 0; at < shown; ++at) {
        const std::string id = filters[at].id;
        form += "<label><input type=\"radio\" name=\"show\" id=\"show-" + id + "\"" + (at == 0 ? " checked" : "") +
                "> " + filters[at].label + "</label>\n";
    }
    return form + "</fieldset></form>\n";
}

std::string classes_of(const ReviewState& state) {
    std::string classes;
    if (state.untranslated) classes += " untranslated";
    if (state.unreviewed) classes += " unreviewed";
    if (state.unchecked) classes += " unchecked";
    if (state.over_long) classes += " over-long";
    return classes;
}

std::string words_of(const ReviewState& state) {
    std::string words;
    const auto add = [&](bool is, const char* word) {
        if (is) words += "<li>" + std::string(word) + "</li>";
    };
    add(state.untranslated, "not translated");
    add(state.unreviewed, "unreviewed");
    add(state.unchecked, "unchecked");
    add(state.over_long, "long");
    return words.empty() ? "" : "<ul>" + words + "</ul>";
}

// The fact behind a piece of advice, its source, and what every translation must keep of it.
std::string fact_of(const content::Library& library, TextIndex text) {
    for (const auto& advice : library.advice) {
        const auto here = [&](const content::Placement& placement) { return placement.text == text; };
        const bool says =
            advice.every_page == text || std::any_of(advice.placements.begin(), advice.placements.end(), here);
        if (says) return escaped("Fact " + advice.fact + ", source " + advice.source + ". Keep: " + advice.wording);
    }
    return {};
}

std::string row(const LanguagePage& page, TextIndex text) {
    const auto at = static_cast<std::size_t>(text);
    const auto& library = page.library;
    const auto& language = library.language(page.language);
    const auto& state = page.states[at];
    std::string html = "<tr class=\"text" + classes_of(state) + "\"><td lang=\"en\">" +
                       escaped(library.languages.front().texts[at]) + "<small>" + escaped(library.text_ids[at]) +
                       "</small>";
    const auto fact = fact_of(library, text);
    if (!fact.empty()) html += "<small>" + fact + "</small>";
    html += "</td>";
    if (page.language != LanguageIndex{}) {
        html += "<td class=\"translation\" " + in_language(language) + ">" + escaped(language.texts[at]) + "</td>";
    }
    return html + "<td class=\"state\">" + words_of(state) + "</td></tr>\n";
}

std::string figure(const LanguagePage& page, const BookPicture& picture) {
    const auto file = escaped(page.library.language(page.language).tag + "/" + picture.name + ".png");
    return "<figure><a href=\"" + file + "\"><img loading=\"lazy\" src=\"" + file + "\" alt=\"" +
           escaped(picture.name) + "\" width=\"" + std::to_string(picture.width) + "\" height=\"" +
           std::to_string(picture.height) + "\"></a><figcaption>" + escaped(picture.name) + "</figcaption></figure>\n";
}

std::string chapter(const LanguagePage& page, const Chapter& chapter) {
    std::string html =
        "<section class=\"chapter\" id=\"" + escaped(chapter.id) + "\">\n<h3>" + escaped(chapter.title) + "</h3>\n";
    std::string figures;
    for (const auto& picture : page.pictures) {
        if (chapter_of(page.book, picture.name) == &chapter) figures += figure(page, picture);
    }
    if (!figures.empty()) html += "<div class=\"pictures\">\n" + figures + "</div>\n";
    const auto& language = page.library.language(page.language);
    html += "<table>\n<thead><tr><th scope=\"col\">English</th>";
    if (page.language != LanguageIndex{}) {
        html += "<th scope=\"col\" " + in_language(language) + ">" + escaped(language.own_name) + "</th>";
    }
    html += "<th scope=\"col\">Look at</th></tr></thead>\n<tbody>\n";
    for (const auto text : chapter.texts) html += row(page, text);
    return html + "</tbody>\n</table>\n</section>\n";
}

std::string language_links(const content::Library& library, LanguageIndex current) {
    std::string html = "<nav aria-label=\"Languages\"><ul class=\"languages\">\n";
    for (std::size_t at = 0; at < library.languages.size(); ++at) {
        const auto& language = library.languages[at];
        const bool here = static_cast<LanguageIndex>(at) == current;
        html += "<li><a href=\"" + escaped(language.tag) + ".html\" " + in_language(language) +
                (here ? " aria-current=\"page\"" : "") + ">" + escaped(language.own_name) + "</a></li>\n";
    }
    return html + "</ul></nav>\n";
}

std::string contents(const Book& book) {
    std::string html = "<nav class=\"contents\" aria-label=\"Contents\">\n";
    for (const auto& part : book) {
        html += "<details><summary>" + escaped(part.title) + "</summary><ol>\n";
        for (const auto& chapter : part.chapters) {
            html += "<li><a href=\"#" + escaped(chapter.id) + "\">" + escaped(chapter.title) + "</a></li>\n";
        }
        html += "</ol></details>\n";
    }
    return html + "</nav>\n";
}

struct Counts {
    std::size_t unchecked = 0;
    std::size_t over_long = 0;
    std::size_t untranslated = 0;
};
Counts count(const std::vector<ReviewState>& states) {
    Counts counts;
    for (const auto& state : states) {
        counts.unchecked += state.unchecked ? 1U : 0U;
        counts.over_long += state.over_long ? 1U : 0U;
        counts.untranslated += state.untranslated ? 1U : 0U;
    }
    return counts;
}

std::string language_row(const LanguagePage& page) {
    const auto& language = page.library.language(page.language);
    const auto counts = count(page.states);
    const bool unreviewed = content::is_unreviewed(language);
    std::string classes = "text";
    if (unreviewed) classes += " unreviewed";
    if (counts.unchecked > 0) classes += " unchecked";
    if (counts.over_long > 0) classes += " over-long";
    if (counts.untranslated > 0) classes += " untranslated";
    const std::string gaps =
        counts.untranslated == 0 ? "" : ", " + std::to_string(counts.untranslated) + " not translated";
    return "<tr class=\"" + classes + "\"><td><a href=\"" + escaped(language.tag) + ".html\" " + in_language(language) +
           ">" + escaped(language.own_name) + "</a></td><td>" + escaped(language.tag) + "</td><td>" +
           review_of(language) + gaps + "</td><td>" + std::to_string(page.states.size()) + "</td><td>" +
           std::to_string(counts.unchecked) + "</td><td>" + std::to_string(counts.over_long) + "</td></tr>\n";
}

std::string source_rows(const content::Library& library) {
    std::string html;
    for (const auto& source : library.sources) {
        html += "<tr><td>" + escaped(source.title) + "<small>" + escaped(source.id) + "</small></td><td>" +
                day_or_none(source.date) + "</td><td>" + day_or_none(source.checked) + "</td><td>" +
                day_or_none(source.review_by) + "</td><td>" + day_or_none(source.expires) + "</td></tr>\n";
    }
    return html;
}

}  // namespace

std::string escaped(std::string_view text) {
    constexpr std::array<std::pair<char, std::string_view>, 4> named{
        {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}}};
    std::string html;
    for (const char c : text) {
        const auto* const found = std::find_if(named.begin(), named.end(), [&](const auto& n) { return n.first == c; });
        html += found == named.end() ? std::string_view(&c, 1) : found->second;
    }
    return html;
}

std::string language_page(const LanguagePage& page) {
    const auto& language = page.library.language(page.language);
    std::string html =
        head(language.own_name + ": proof book of " + page.library.pack) +
        "<body>\n<a class=\"skip\" href=\"#texts\">To the texts</a>\n<header>\n<p><a href=\"index.html\">Proof "
        "book</a></p>\n<h1><bdi " +
        in_language(language) + ">" + escaped(language.own_name) + "</bdi></h1>\n<p>" + escaped(language.tag) + ", " +
        review_of(language) + ".</p>\n" + language_links(page.library, page.language) + filter_form(filters.size()) +
        contents(page.book) + "</header>\n<main id=\"texts\">\n";
    for (const auto& part : page.book) {
        html += "<h2 id=\"" + escaped(part.id) + "\">" + escaped(part.title) + "</h2>\n";
        for (const auto& each : part.chapters) html += chapter(page, each);
    }
    return html + "</main>\n</body>\n</html>\n";
}

std::string index_page(const content::Library& library, const std::vector<LanguagePage>& pages,
                       const content::Date& today) {
    std::string html =
        head("Proof book of " + library.pack) +
        "<body>\n<a class=\"skip\" href=\"#texts\">To the languages</a>\n"
        "<header>\n<h1>Proof book of " +
        escaped(library.pack) + "</h1>\n<p>Version " + escaped(library.version) + ". Information of " +
        day_or_none(library.information_date) + ". Written on " + day_or_none(today) +
        ".</p>\n"
        "<p>Every text that the kiosk shows or prints is here beside its English and beside a picture of "
        "its screen or page. Open a language, read it with the pictures, and note what is wrong by the small "
        "grey id below each text. Keep \u2018may\u2019, \u2018if\u2019 and \u2018can try\u2019 as strong as they are "
        "in English. To "
        "sign a translation you have read, or to begin a new language from the templates "
        "<a href=\"pack.pot\">pack.pot</a> and <a href=\"common.pot\">common.pot</a>, follow docs/CONTENT.md.</p>\n" +
        filter_form(filters.size()) +
        "</header>\n<main id=\"texts\">\n<section class=\"chapter\">\n<h2>Languages</h2>\n"
        "<table>\n<thead><tr><th scope=\"col\">Language</th><th scope=\"col\">Tag</th><th "
        "scope=\"col\">Review</th><th scope=\"col\">Texts</th><th scope=\"col\">Unchecked</th><th "
        "scope=\"col\">Long</th></tr></thead>\n<tbody>\n";
    for (const auto& page : pages) html += language_row(page);
    return html +
           "</tbody>\n</table>\n</section>\n<h2>Sources</h2>\n<table>\n<thead><tr><th scope=\"col\">Source</th><th "
           "scope=\"col\">Of</th><th scope=\"col\">Checked</th><th scope=\"col\">Check again by</th><th "
           "scope=\"col\">Expires</th></tr></thead>\n<tbody>\n" +
           source_rows(library) + "</tbody>\n</table>\n</main>\n</body>\n</html>\n";
}

}  // namespace pocketplan::proof
