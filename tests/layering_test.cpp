// Reads all our sources and checks the house rules: who may include whom (docs/ARCHITECTURE.md), which folder may use
// which outside library, how long things may grow, and that the engine names nothing of what a pack is about.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

// The folders that each folder may include, besides itself.
const std::map<std::string, Strings> may_include = {
    {"assets", {}},
    {"content", {}},
    {"content/compiler", {"content", "assets"}},
    {"printer/status", {}},
    {"printer/typeset", {}},
    {"printer/page", {"assets", "printer/typeset"}},
    {"printer/pdf", {"printer/page", "printer/typeset"}},
    {"printer/queue", {"printer/status"}},
    {"kiosk/visit", {"content", "printer/status"}},
    {"kiosk/papers", {"content", "printer/page", "printer/typeset"}},
    {"kiosk/view", {"assets", "content", "kiosk/visit"}},
    {"kiosk/ui", {"assets", "kiosk/visit", "kiosk/view", "printer/typeset"}},
    {"kiosk/picture", {"kiosk/ui"}},
    {"kiosk/sheets", {"kiosk/visit", "kiosk/papers", "kiosk/ui"}},
    {"kiosk/machine", {"content"}},
    {"kiosk/forgetting", {"content", "kiosk/machine", "kiosk/visit"}},
    {"kiosk/speech", {}},
    {"kiosk/words", {"content", "kiosk/papers", "kiosk/tools"}},
    {"kiosk/app",
     {"content", "content/compiler", "printer/status", "printer/typeset", "printer/page", "printer/pdf",
      "printer/queue", "kiosk/visit", "kiosk/papers", "kiosk/sheets", "kiosk/ui", "kiosk/picture", "kiosk/view",
      "kiosk/speech", "kiosk/machine", "kiosk/forgetting", "kiosk/tools", "kiosk/words"}},
    {"kiosk/tools", {"kiosk/papers", "printer/typeset"}},
    {"kiosk/tools/preview",
     {"content", "content/compiler", "printer/typeset", "printer/pdf", "kiosk/papers", "kiosk/picture", "kiosk/tools"}},
    {"kiosk/tools/pictures",
     {"content", "printer/status", "printer/typeset", "printer/page", "printer/pdf", "kiosk/visit", "kiosk/papers",
      "kiosk/sheets", "kiosk/ui", "kiosk/picture", "kiosk/view", "kiosk/tools"}},
    {"kiosk/tools/proof",
     {"kiosk/tools", "kiosk/tools/pictures", "content", "content/compiler", "printer/typeset", "kiosk/papers",
      "kiosk/ui", "kiosk/picture", "kiosk/view"}},
};

// Outside libraries, by what their includes begin with, and the folders they may be used in. content/database.h is as
// good as sqlite3.h, which it includes.
const std::vector<std::pair<std::string, Strings>> outside = {
    {"sqlite3", {"content"}},
    {"content/database.h", {"content", "kiosk/machine"}},
    {"systemd/", {"kiosk/machine"}},
    {"utf8proc", {"content"}},
    {"pugixml", {"assets"}},
    {"yaml-cpp/", {"content/compiler"}},
    {"gettext-po", {"content/compiler"}},
    {"pango/", {"printer/typeset"}},
    {"harfbuzz", {"printer/typeset"}},
    {"ft2build", {"printer/typeset"}},
    {"fontconfig/", {"printer/typeset"}},
    {"hpdf", {"printer/pdf"}},
    {"cups/", {"printer/queue"}},
    {"imgui", {"kiosk/ui"}},
    {"SDL", {"kiosk/app", "kiosk/picture", "kiosk/speech"}},
    {"espeak-ng/", {"kiosk/speech"}},
    {"sonic", {"kiosk/speech"}},
    {"opusfile", {"content/compiler", "kiosk/speech"}},
    {"X11/", {"kiosk/app"}},
    {"png", {"kiosk/picture"}},
    {"poppler", {"kiosk/tools/pictures"}},
    {"toml++/", {"kiosk/app"}},
    {"sodium", {"kiosk/app", "kiosk/machine", "kiosk/words", "printer/queue"}},
    {"nlohmann/", {"kiosk/tools/preview"}},
    {"CLI/",
     {"kiosk/app", "kiosk/words", "kiosk/tools", "kiosk/tools/pictures", "kiosk/tools/preview", "kiosk/tools/proof"}},
};

// Those of C++20. Listed, because outside libraries have headers without ".h", too.
constexpr const char* standard =
    " "
    "algorithm any array atomic barrier bit bitset cassert cctype cerrno cfenv cfloat charconv chrono cinttypes "
    "climits clocale cmath codecvt compare complex concepts condition_variable coroutine csetjmp csignal cstdarg "
    "cstddef cstdint cstdio cstdlib cstring ctime cuchar cwchar cwctype deque exception execution filesystem "
    "format forward_list fstream functional future initializer_list iomanip ios iosfwd iostream istream iterator "
    "latch limits list locale map memory memory_resource mutex new numbers numeric optional ostream queue random "
    "ranges ratio regex scoped_allocator semaphore set shared_mutex source_location span sstream stack stdexcept "
    "stop_token streambuf string string_view strstream syncstream system_error thread tuple type_traits typeindex "
    "typeinfo unordered_map unordered_set utility valarray variant vector version ";

bool is_standard(const std::string& header) {
    return std::string(standard).find(" " + header + " ") != std::string::npos;
}

// Headers of the operating system (POSIX, Linux) and of the one library that every folder may use.
const std::set<std::string> for_all = {
    "arpa/inet.h",    "dlfcn.h",        "grp.h",         "malloc.h",        "pthread.h",
    "pwd.h",          "sys/eventfd.h",  "sys/inotify.h", "fcntl.h",         "linux/close_range.h",
    "poll.h",         "spawn.h",        "sys/file.h",    "sys/mman.h",      "sys/prctl.h",
    "sys/resource.h", "sys/signalfd.h", "sys/socket.h",  "sys/stat.h",      "sys/un.h",
    "sys/wait.h",     "termios.h",      "unistd.h",      "tl/expected.hpp",
};

struct Source {
    std::string path;    // from the root
    std::string folder;  // of may_include
    Strings lines;
};

std::string folder_of(const std::string& path) {
    std::string best;
    for (const auto& [folder, allowed] : may_include) {
        if (path.starts_with(folder + "/") && folder.size() > best.size()) best = folder;
    }
    return best;
}

Strings read_lines(const fs::path& file) {
    std::ifstream in(file);
    Strings lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

bool is_source(const fs::path& file) {
    return file.extension() == ".cpp" || file.extension() == ".h";
}

std::vector<Source> sources_below(const Strings& tops) {
    std::vector<Source> sources;
    for (const auto& top : tops) {
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(SOURCE_DIR) / top)) {
            if (!is_source(entry.path())) continue;
            const std::string path = fs::relative(entry.path(), SOURCE_DIR).string();
            sources.push_back({path, folder_of(path), read_lines(entry.path())});
        }
    }
    return sources;
}

const std::vector<Source>& product_sources() {
    static const auto sources = sources_below({"assets", "content", "printer", "kiosk"});
    return sources;
}

template <class Visit>
void for_each_include(const Source& source, Visit visit) {
    static const std::regex include(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
    for (const auto& line : source.lines) {
        if (std::smatch match; std::regex_search(line, match, include)) visit(match[1].str());
    }
}

bool contains(const Strings& list, const std::string& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

// The lengths of functions in lines, by their first line: from a line that opens a body to the brace at the same
// indentation.
std::map<std::size_t, std::size_t> function_lengths(const Strings& lines) {
    std::map<std::size_t, std::size_t> lengths;
    const std::regex not_a_function(R"(^\s*(namespace|class|struct|enum|union|extern)\b)");
    for (const std::string& indent : {std::string(), std::string("    ")}) {
        for (std::size_t first = 0; first < lines.size(); ++first) {
            const auto& line = lines[first];
            const bool opens = line.starts_with(indent) && line.size() > indent.size() && line[indent.size()] != ' ' &&
                               line.ends_with("{") && line.find(')') != std::string::npos;
            if (!opens || std::regex_search(line, not_a_function)) continue;
            const auto end = std::find_if(lines.begin() + static_cast<std::ptrdiff_t>(first), lines.end(),
                                          [&](const auto& l) { return l.starts_with(indent + "}"); });
            lengths[first + 1] = static_cast<std::size_t>(end - lines.begin()) - first + 1;
        }
    }
    return lengths;
}

TEST(Layering, EverySourceLiesInAFolderOfTheMap) {
    ASSERT_GT(product_sources().size(), 30U);
    for (const auto& source : product_sources()) EXPECT_NE(source.folder, "") << source.path;
}

TEST(Layering, AFolderIncludesOnlyWhatTheMapAllows) {
    for (const auto& source : product_sources()) {
        for_each_include(source, [&](const std::string& included) {
            const std::string target = folder_of(included);
            if (target.empty() || target == source.folder) return;
            EXPECT_TRUE(contains(may_include.at(source.folder), target)) << source.path << " includes " << included;
        });
    }
}

// A permission that nobody needs would let the next include in unseen.
TEST(Layering, NoFolderMayIncludeAnotherThatItDoesNotInclude) {
    std::set<std::pair<std::string, std::string>> used;
    for (const auto& source : product_sources()) {
        for_each_include(source,
                         [&](const std::string& included) { used.emplace(source.folder, folder_of(included)); });
    }
    for (const auto& [folder, others] : may_include) {
        for (const auto& other : others) EXPECT_TRUE(used.contains({folder, other})) << folder << " and " << other;
    }
}

// The same of outside libraries.
TEST(Layering, NoFolderMayUseAnOutsideLibraryThatItDoesNotUse) {
    std::set<std::pair<std::string, std::string>> used;
    for (const auto& source : product_sources()) {
        for_each_include(source, [&](const std::string& included) {
            for (const auto& [prefix, folders] : outside) {
                if (included.starts_with(prefix)) used.emplace(source.folder, prefix);
            }
        });
    }
    for (const auto& [prefix, folders] : outside) {
        for (const auto& folder : folders) EXPECT_TRUE(used.contains({folder, prefix})) << folder << " and " << prefix;
    }
}

TEST(Layering, EachOutsideLibraryStaysInItsFolder) {
    for (const auto& source : product_sources()) {
        for_each_include(source, [&](const std::string& included) {
            for (const auto& [prefix, folders] : outside) {
                if (!included.starts_with(prefix)) continue;
                EXPECT_TRUE(contains(folders, source.folder)) << source.path << " includes " << included;
            }
        });
    }
}

TEST(Layering, EveryIncludeIsOursOrStandardOrListed) {
    for (const auto& source : product_sources()) {
        for_each_include(source, [&](const std::string& included) {
            const bool listed = is_standard(included) || for_all.contains(included) ||
                                std::any_of(outside.begin(), outside.end(),
                                            [&](const auto& entry) { return included.starts_with(entry.first); });
            EXPECT_TRUE(listed || !folder_of(included).empty()) << source.path << " includes " << included;
        });
    }
}

TEST(Layering, TheEngineNamesNothingOfWhatAPackIsAbout) {
    const std::regex words(
        R"(\b(ICE|ISAP|asylum|immigration|immigrant|deportation|detained|detention|legal_help|wildfire|evacuation)\b)");
    for (const auto& source : product_sources()) {
        for (const auto& line : source.lines)
            EXPECT_FALSE(std::regex_search(line, words)) << source.path << ": " << line;
    }
}

TEST(Budgets, HeadersStayUnder120LinesAndSourcesUnder400) {
    auto sources = product_sources();
    const auto tests = sources_below({"tests"});
    sources.insert(sources.end(), tests.begin(), tests.end());
    for (const auto& source : sources) {
        const std::size_t most = source.path.ends_with(".h") ? 120 : 400;
        EXPECT_LE(source.lines.size(), most) << source.path;
    }
}

TEST(Budgets, ATypicalSourceHas150LinesAtMost) {
    std::vector<std::size_t> sizes;
    for (const auto& source : product_sources()) {
        if (source.path.ends_with(".cpp")) sizes.push_back(source.lines.size());
    }
    ASSERT_FALSE(sizes.empty());
    std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2), sizes.end());
    EXPECT_LE(sizes[sizes.size() / 2], 150U);
}

TEST(Budgets, FunctionsStayUnder60LinesAndTypicallyUnder25) {
    std::vector<std::size_t> all;
    for (const auto& source : product_sources()) {
        for (const auto& [line, length] : function_lengths(source.lines)) {
            all.push_back(length);
            EXPECT_LE(length, 60U) << source.path << ":" << line;
        }
    }
    ASSERT_GT(all.size(), 100U);
    std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(all.size() * 9 / 10), all.end());
    EXPECT_LE(all[all.size() * 9 / 10], 40U) << "nine functions in ten";
}

TEST(Budgets, TheRootFilesStayShort) {
    const fs::path root(SOURCE_DIR);
    EXPECT_LE(read_lines(root / "README.md").size(), 100U);
    EXPECT_LE(read_lines(root / "CMakeLists.txt").size(), 90U);
    EXPECT_LE(read_lines(root / ".clang-format").size(), 30U);
    EXPECT_GE(read_lines(root / ".clang-format").size(), 10U);
}

TEST(Budgets, EveryFolderOfSourcesHasItsOwnCMakeLists) {
    for (const auto& [folder, allowed] : may_include) {
        EXPECT_TRUE(fs::exists(fs::path(SOURCE_DIR) / folder / "CMakeLists.txt")) << folder;
    }
}

// Only what lives in the visit's arena may hold what a visitor said; the type that holds it must not be printable.
TEST(Privacy, NobodyGivesWordsAStreamOrAFormatter) {
    const std::regex leak(R"(operator<<\s*\([^)]*(Words|Answers|Person|Entry|Visit|PhraseText)\b)"
                          R"(|formatter<[^>]*(Words|Answers|Person|Entry|Visit))");
    for (const auto& source : product_sources()) {
        for (const auto& line : source.lines)
            EXPECT_FALSE(std::regex_search(line, leak)) << source.path << ": " << line;
    }
}

TEST(Privacy, ScreensAndVisitUseNoStandardStrings) {
    const std::regex heap_text(R"(std::(string|ostringstream|stringstream|format|to_string)\b)");
    for (const auto& source : product_sources()) {
        if (source.folder != "kiosk/visit" && source.folder != "kiosk/view") continue;
        for (const auto& line : source.lines) {
            EXPECT_FALSE(std::regex_search(line, heap_text)) << source.path << ": " << line;
        }
    }
}

TEST(Privacy, InputTextOfTheUiLibraryIsNeverUsed) {
    for (const auto& source : product_sources()) {
        for (const auto& line : source.lines)
            EXPECT_EQ(line.find("ImGui::InputText"), std::string::npos) << source.path;
    }
}

}  // namespace
