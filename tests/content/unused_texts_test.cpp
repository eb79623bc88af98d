// The engine uses the common texts by id. Each costs a translation into every language, so one that no source uses has
// to be removed.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>

#include <gtest/gtest.h>

#include "content/compiler/po.h"

namespace pocketplan::content::compiler {
namespace {

namespace fs = std::filesystem;

const fs::path root = SOURCE_DIR;

// The string literals in the sources that run on a kiosk, and the names of texts (make_text_ids), without those in
// comments.
std::set<std::string> quoted_words() {
    std::set<std::string> words;
    const std::regex quoted("\"([a-z_]+(\\.[a-z_0-9]+)*\\.?|\\.staff)\"");
    const std::regex named("texts::([a-z_0-9]+)");
    for (const char* folder : {"content", "printer", "kiosk"}) {
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            const auto path = entry.path().string();
            const bool runs =
                path.find("kiosk/tools/") == std::string::npos && path.find("content/compiler") == std::string::npos;
            const bool source = entry.path().extension() == ".cpp" || entry.path().extension() == ".h";
            if (!runs || !source) continue;
            std::ifstream in(entry.path());
            for (std::string line; std::getline(in, line);) {
                line = line.substr(0, line.find("//"));
                for (std::sregex_iterator word(line.begin(), line.end(), quoted); word != std::sregex_iterator();
                     ++word) {
                    words.insert((*word)[1]);
                }
                for (std::sregex_iterator word(line.begin(), line.end(), named); word != std::sregex_iterator();
                     ++word) {
                    words.insert((*word)[0]);
                }
            }
        }
    }
    return words;
}

// Prefixes of ids that are composed while the program runs.
const std::set<std::string> families{"country.", "month.", "scanning.", "size.", "theme.", "weekday."};
// The suffix for staff that the engine adds to the id of a trouble.
const std::string for_staff = ".staff";

bool is_asked_for(const std::string& id, const std::set<std::string>& words) {
    const auto plural = id.find('[');
    const std::string whole = id.substr(0, plural);
    std::string name = "texts::" + whole;
    std::replace(name.begin(), name.end(), '.', '_');
    if (words.contains(whole) || words.contains(name) || families.contains(whole.substr(0, whole.find('.') + 1)))
        return true;
    return whole.ends_with(for_staff) && words.contains(whole.substr(0, whole.size() - for_staff.size()));
}

TEST(CommonTexts, AreEachAskedForByASource) {
    const auto words = quoted_words();
    Faults faults;
    const auto english = read_po(root / "content/common/languages/en.po", "content/common/languages/en.po", faults);
    ASSERT_TRUE(faults.empty());
    ASSERT_GT(english.entries.size(), 300U);
    for (const auto& [id, entry] : english.entries) {
        EXPECT_TRUE(is_asked_for(id, words)) << english.name << ":" << entry.line << ": no source asks for '" << id
                                             << "'; take it out of every language and the template";
    }
}

TEST(CommonTexts, ThatNobodyAsksForAreNoticed) {
    const auto words = quoted_words();
    for (const char* id :
         {"button.nobody_asks_for_this", "month_.1", "goodbye.nothing.staff", "answer.hidden_no_more"}) {
        EXPECT_FALSE(is_asked_for(id, words)) << id;
    }
    for (const auto& family : families) EXPECT_TRUE(words.contains(family)) << family << " is put together no more";
    EXPECT_TRUE(words.contains(for_staff));
}

}  // namespace
}  // namespace pocketplan::content::compiler
