#include "kiosk/tools/preview/strict_json.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "content/bytes_of_file.h"
#include "content/compiler/text_file.h"

namespace pocketplan::preview {
namespace {

using Json = nlohmann::json;

constexpr std::size_t largest_file = 1 << 20;  // bytes; a whole interview is under 4 KB

constexpr std::size_t most_levels = 32;  // an interview has three

// Thrown and caught within this file only.
struct KeyTwice {
    std::string place;
};
struct TooDeep {};

// Follows the parser into objects and lists, and remembers each one's keys.
class Keys {
public:
    void meet(Json::parse_event_t event, const Json& parsed) {
        switch (event) {
            case Json::parse_event_t::object_start:
            case Json::parse_event_t::array_start:
                count();
                if (levels_.size() == most_levels) throw TooDeep{};
                levels_.push_back({event == Json::parse_event_t::array_start, 0, {}, {}});
                return;
            case Json::parse_event_t::object_end:
            case Json::parse_event_t::array_end:
                levels_.pop_back();
                return;
            case Json::parse_event_t::key:
                levels_.back().key = parsed.get<std::string>();
                if (!levels_.back().keys.insert(levels_.back().key).second) throw KeyTwice{place()};
                return;
            case Json::parse_event_t::value:
                count();
                return;
        }
    }

private:
    struct Level {
        bool list;
        int entries;
        std::string key;
        std::set<std::string> keys;
    };
    void count() {
        if (!levels_.empty()) ++levels_.back().entries;
    }
    [[nodiscard]] std::string place() const {
        std::string text;
        for (const auto& level : levels_) {
            if (level.list) {
                text += "[" + std::to_string(level.entries - 1) + "]";
            } else {
                text += (text.empty() ? "" : ".") + level.key;
            }
        }
        return text;
    }
    std::vector<Level> levels_;
};

tl::expected<std::string, std::string> read_whole(const std::filesystem::path& file) {
    std::error_code error;
    if (std::filesystem::is_directory(file, error))
        return tl::unexpected(std::string("expected a file, found a folder"));
    auto bytes = content::bytes_of_file(file, largest_file + 1);
    if (!bytes) return tl::unexpected(std::string("no such file, or it cannot be read"));
    if (bytes->size() > largest_file)
        return tl::unexpected(std::string("expected a file of answers, found more than 1 MB"));
    return std::move(*bytes);
}

// "[json.exception.parse_error.101] parse error at line 3, column 7: syntax error ..." without the library's own label.
std::string told(const Json::exception& error) {
    std::string text = error.what();
    const auto bracket = text.find("] ");
    if (bracket != std::string::npos) text = text.substr(bracket + 2);
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c >= 0x7F; }, '?');
    return "expected JSON; " + text;
}

}  // namespace

tl::expected<Json, std::string> read_json(const std::filesystem::path& file) {
    auto bytes = read_whole(file);
    if (!bytes) return tl::unexpected(bytes.error());
    const auto text = content::compiler::read_text(std::move(*bytes), "");
    if (!text) return tl::unexpected("line " + std::to_string(text.error().place.line) + " " + text.error().message);
    Keys keys;
    try {
        return Json::parse(*text, [&](int, Json::parse_event_t event, Json& parsed) {
            keys.meet(event, parsed);
            return true;
        });
    } catch (const Json::exception& error) {
        return tl::unexpected(told(error));
    } catch (const KeyTwice& twice) {
        return tl::unexpected(twice.place + ": expected once, found twice; keep only one");
    } catch (const TooDeep&) {
        return tl::unexpected(std::string("expected JSON of at most 32 levels; an interview has three"));
    }
}

}  // namespace pocketplan::preview
