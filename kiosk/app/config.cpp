#include "kiosk/app/config.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <string_view>

// toml++ asserts that a key begins like one, of which no file is sure ("[“printer”]"), and after that reports it in the
// ordinary way, with its place.
#define TOML_ASSERT(expression) static_assert(true)
#include <toml++/toml.h>

#include "content/compiler/text_file.h"
#include "kiosk/machine/staff_code.h"

namespace pocketplan::app {
namespace {

// Puts one setting's value into the config; false where the value is not one it can be. `place`: where the config keeps
// the line that it is in, for what turns out to be wrong later.
struct Setting {
    std::string_view table;
    std::string_view key;
    std::string_view expected;
    std::function<bool(const toml::node&, Config&)> apply;
    std::string Config::*place = nullptr;
};

bool set_printer(const toml::node& node, Config& config) {
    const auto uri = node.value_exact<std::string>();
    if (uri) config.printer = *uri;
    return uri.has_value();
}

bool set_cleartext(const toml::node& node, Config& config) {
    const auto allowed = node.value_exact<bool>();
    if (allowed) config.cleartext = *allowed ? queue::Cleartext::allowed : queue::Cleartext::refused;
    return allowed.has_value();
}

bool set_certificate(const toml::node& node, Config& config) {
    const auto fingerprint = node.value_exact<std::string>();
    if (fingerprint) config.certificate = *fingerprint;
    return fingerprint.has_value();
}

bool set_paper(const toml::node& node, Config& config) {
    const auto name = node.value_or<std::string>("");
    if (name == "letter") config.printing.paper = page::letter;
    if (name == "a4") config.printing.paper = page::a4;
    if (name == "receipt80") config.printing.paper = page::receipt80;
    if (name == "auto") config.printing.paper.reset();
    return name == "auto" || name == "letter" || name == "a4" || name == "receipt80";
}

bool set_cover(const toml::node& node, Config& config) {
    const auto wished = node.value_exact<bool>();
    if (wished) config.printing.cover = *wished ? papers::Cover::around : papers::Cover::none;
    return wished.has_value();
}

// A path is taken as it is written: "~" is a shell's word, and would be a folder of that name.
bool set_path(const toml::node& node, std::filesystem::path& path) {
    const auto file = node.value_exact<std::string>();
    if (!file || file->starts_with("~")) return false;
    path = *file;
    return true;
}

bool set_content(const toml::node& node, Config& config) {
    return set_path(node, config.content);
}

bool set_local(const toml::node& node, Config& config) {
    return set_path(node, config.local);
}

bool set_display_width(const toml::node& node, Config& config) {
    const auto width = node.value_or(0.0);
    config.display_width_mm = width;
    return width >= 100 && width <= 3000;
}

bool set_motion(const toml::node& node, Config& config) {
    const auto reduced = node.value_exact<bool>();
    if (reduced) config.motion = *reduced ? Motion::reduced : Motion::full;
    return reduced.has_value();
}

bool set_deaf(const toml::node& node, Config& config) {
    const auto time = node.value_exact<std::int64_t>().value_or(-1);
    config.deaf = std::chrono::milliseconds(time);
    return time >= 0 && time <= 2000;
}

// "refuse" or "warn", as the enum at hand has them; false for anything else.
template <class Refusal>
bool set_refusal(const toml::node& node, Refusal& refusal) {
    const auto what = node.value_or<std::string>("");
    if (what != "refuse" && what != "warn") return false;
    refusal = what == "warn" ? Refusal::warn : Refusal::refuse;
    return true;
}

bool set_read_aloud(const toml::node& node, Config& config) {
    const auto wanted = node.value_exact<bool>();
    if (wanted) config.read_aloud = *wanted ? ReadAloud::on_asking : ReadAloud::never;
    return wanted.has_value();
}

bool set_loudspeaker(const toml::node& node, Config& config) {
    const auto wanted = node.value_or<std::string>("");
    config.loudspeaker = wanted == "yes" ? Loudspeaker::yes : Loudspeaker::no;
    return wanted == "yes" || wanted == "no";
}

bool set_unlocked_memory(const toml::node& node, Config& config) {
    return set_refusal(node, config.unlocked_memory);
}

bool set_unready(const toml::node& node, Config& config) {
    return set_refusal(node, config.unready);
}

bool set_scanning(const toml::node& node, Config& config) {
    using visit::Scanning;
    constexpr std::array<std::pair<std::string_view, Scanning>, 4> all{
        {{"off", Scanning::off}, {"slow", Scanning::slow}, {"medium", Scanning::medium}, {"fast", Scanning::fast}}};
    const auto name = node.value_or<std::string>("");
    const auto* const found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.first == name; });
    if (found == all.end()) return false;
    config.scanning = found->second;
    return true;
}

bool set_staff_code(const toml::node& node, Config& config) {
    const auto hash = node.value_exact<std::string>();
    if (!hash || !machine::is_code_hash(*hash)) return false;
    config.staff_code = *hash;
    return true;
}

bool set_health(const toml::node& node, Config& config) {
    return set_path(node, config.health) && config.health.is_absolute();
}

const std::array<Setting, 17>& settings() {
    static const std::array<Setting, 17> all{{
        {"printer", "uri", "a printer URI in quotes", set_printer, &Config::printer_place},
        {"printer", "allow_cleartext", "true or false", set_cleartext},
        {"printer", "certificate", "a fingerprint in quotes", set_certificate, &Config::certificate_place},
        {"printer", "paper", "\"auto\", \"letter\", \"a4\" or \"receipt80\"", set_paper},
        {"printer", "cover", "true or false", set_cover},
        {"content", "file", "a path in quotes, without '~'", set_content, &Config::content_place},
        {"content", "local", "a path in quotes, without '~'", set_local, &Config::local_place},
        {"display", "width_mm", "a number of millimetres from 100 to 3000", set_display_width},
        {"display", "reduce_motion", "true or false", set_motion},
        {"sound", "read_aloud", "true or false", set_read_aloud},
        {"sound", "loudspeaker", "\"yes\" or \"no\"", set_loudspeaker},
        {"access", "scanning", "\"off\", \"slow\", \"medium\" or \"fast\"", set_scanning},
        {"touch", "deaf_ms", "a number of milliseconds from 0 to 2000", set_deaf},
        {"memory", "unlocked", "\"refuse\" or \"warn\"", set_unlocked_memory},
        {"machine", "unready", "\"refuse\" or \"warn\"", set_unready},
        {"staff", "code", "the line that pocketplan-staff-code prints", set_staff_code},
        {"health", "file", "a path in quotes that begins with '/'", set_health},
    }};
    return all;
}

ConfigFault fault_at(const std::filesystem::path& file, const toml::source_region& place, const std::string& message) {
    return content::compiler::describe({{file.string(), static_cast<int>(place.begin.line)}, message});
}

// A path would end at the first zero, without a word.
bool has_invisible(const toml::node& node) {
    const auto text = node.value_exact<std::string>().value_or("");
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; });
}

tl::expected<void, ConfigFault> apply_table(const std::filesystem::path& file, std::string_view name,
                                            const toml::table& table, Config& config) {
    for (const auto& [key, node] : table) {
        const auto* setting = std::find_if(settings().begin(), settings().end(), [&, &k = key](const Setting& s) {
            return s.table == name && s.key == k.str();
        });
        const std::string full_name = std::string(name) + "." + std::string(key.str());
        if (setting == settings().end()) {
            return tl::unexpected(fault_at(file, key.source(), full_name + " is no setting; see docs/OPERATING.md"));
        }
        if (has_invisible(node)) {
            return tl::unexpected(fault_at(
                file, node.source(), full_name + " has a character that nobody sees, such as \\u0000; take it out"));
        }
        if (!setting->apply(node, config)) {
            return tl::unexpected(
                fault_at(file, node.source(), full_name + " must be " + std::string(setting->expected)));
        }
        if (setting->place != nullptr) config.*(setting->place) = fault_at(file, node.source(), "");
    }
    return {};
}

// Each action with the keys for it: next = ["F15"].
tl::expected<void, ConfigFault> apply_keys(const std::filesystem::path& file, const toml::table& table,
                                           Config& config) {
    for (const auto& [name, node] : table) {
        const std::string full_name = "keys." + std::string(name.str());
        const auto action = action_named(name.str());
        if (!action) {
            return tl::unexpected(fault_at(file, name.source(), full_name + " is no action; see docs/OPERATING.md"));
        }
        const auto* const keys = node.as_array();
        if (keys == nullptr) {
            return tl::unexpected(fault_at(file, node.source(), full_name + " must be keys such as [\"F15\"]"));
        }
        for (const auto& key : *keys) {
            const auto mapped = config.keypad.map(key.value_or<std::string>(""), *action);
            if (mapped == Keypad::Mapped::good) continue;
            const bool taken = mapped == Keypad::Mapped::taken;
            const std::string told = taken ? ": this key has another action already"
                                           : ": there is no key of that name; see docs/OPERATING.md, Keys";
            return tl::unexpected(fault_at(file, key.source(), full_name + told));
        }
    }
    return {};
}

std::string_view line_at(std::string_view text, toml::source_index line) {
    for (; line > 1; --line) text.remove_prefix(std::min(text.size(), text.find('\n') + 1));
    return text.substr(0, text.find('\n'));
}

// toml++ says what it expected, as a parser does; here follows what to do.
std::string remedy(const toml::parse_error& error, std::string_view text) {
    const auto line = line_at(text, error.source().begin.line);
    for (const std::string_view quote : {"\u201C", "\u201D", "\u201E", "\u2018", "\u2019"}) {
        if (line.find(quote) != line.npos) return "write the straight quote \" in place of " + std::string(quote);
    }
    if (error.description().find("redefine") != std::string_view::npos) return "it is there twice; keep only one";
    return "docs/OPERATING.md shows how settings are written";
}

}  // namespace

tl::expected<Config, ConfigFault> read_config(const std::filesystem::path& file, const std::filesystem::path& name) {
    const auto& told = name.empty() ? file : name;
    Config config;
    const auto text = content::compiler::read_text_file(file, told.string());
    if (!text) return tl::unexpected(content::compiler::describe(text.error()));
    try {
        const toml::table root = toml::parse(*text);
        for (const auto& [key, node] : root) {
            const auto* table = node.as_table();
            if (table == nullptr) {
                const std::string message = std::string(key.str()) + " must be a table such as [printer]";
                return tl::unexpected(fault_at(told, key.source(), message));
            }
            const bool keys = key.str() == "keys";
            const auto applied = keys ? apply_keys(told, *table, config) : apply_table(told, key.str(), *table, config);
            if (!applied) {
                return tl::unexpected(applied.error());
            }
        }
    } catch (const toml::parse_error& error) {
        const std::string message = std::string(error.description()) + "; " + remedy(error, *text);
        return tl::unexpected(fault_at(told, error.source(), message));
    }
    return config;
}

std::optional<WindowSize> parse_window_size(const std::string& text) {
    WindowSize size;
    const char* const end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, size.width);
    if (width.ec != std::errc{} || width.ptr == end || *width.ptr != 'x') return std::nullopt;
    const auto height = std::from_chars(width.ptr + 1, end, size.height);
    constexpr int largest = 7680;  // 8K UHD, either way up; four times as much memory is more than an X server gives
    const bool plausible = size.width >= 320 && size.width <= largest && size.height >= 240 && size.height <= largest;
    if (height.ec != std::errc{} || height.ptr != end || !plausible) return std::nullopt;
    return size;
}

}  // namespace pocketplan::app
