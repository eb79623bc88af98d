#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/model.h"

// What is said: advice, where it comes from, and what a centre says about itself.
namespace pocketplan::content {

struct Source {
    std::string id;
    std::string title;
    std::string url;
    Date date;       // of the information; all zero: undated
    Date checked;    // when somebody last compared our words with it
    Date review_by;  // after that day its facts print with "not checked since"
    Date expires;    // after that day its facts are no longer said; all zero: never
    bool seed = true;
};

// What a centre fills in for one of its own lines, for example its legal help; printed as written.
struct Contact {
    std::string name;
    std::string phone;  // 3 to 20 digits, perhaps an extension (content/entry.cpp); or empty
    std::string hours;
    std::string languages;
};

// A line that the pack leaves to the centre, by the name that pack.yaml gives it.
struct LocalLine {
    std::string name;
    std::vector<Contact> contacts;  // what the centre filled in; never in content.db
};

struct Placement {
    std::string paper;
    std::string section;
    TextIndex text{};
    Condition when;  // the item's own condition and the placement's, joined
};

struct Advice {
    std::string id;
    std::string fact;
    std::string source;
    std::string wording;
    std::string icon;  // its name, or empty: that of its section
    std::vector<Placement> placements;
    std::optional<TextIndex> every_page;  // said at the foot of every page
    Date unchecked_since;                 // set by age(), content/dates.h; all zero: nothing to say
};

}  // namespace pocketplan::content
