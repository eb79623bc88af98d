#include "tests/e2e/forensics.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>

#include "tests/e2e/traced_blocks.h"

namespace pocketplan::tests {
namespace {

namespace fs = std::filesystem;

// Outside libraries that see a visitor's words, by the beginnings of their file names.
constexpr std::array seams{"libpango", "libglib", "libharfbuzz",   "libfribidi", "libhpdf",    "libcups",
                           "libSDL2",  "libX11",  "libfontconfig", "libxcb",     "libfreetype"};

struct Mapping {
    std::uintptr_t begin = 0;
    std::uintptr_t end = 0;
    std::string file;  // its name alone
};

std::vector<Mapping> mappings_of(pid_t process) {
    std::ifstream maps("/proc/" + std::to_string(process) + "/maps");
    std::vector<Mapping> mappings;
    for (std::string line; std::getline(maps, line);) {
        Mapping mapping;
        if (std::sscanf(line.c_str(), "%lx-%lx", &mapping.begin, &mapping.end) != 2) continue;
        const auto path = line.find('/');
        if (path != std::string::npos) mapping.file = fs::path(line.substr(path)).filename();
        mappings.push_back(mapping);
    }
    return mappings;
}

// `digit`: makes its numbers unique.
Told told(std::string language, const std::array<const char*, 5>& words, char digit) {
    Told told{std::move(language), {}, {words.begin(), words.end()}};
    const auto quoted = [](const std::string& text) { return "\"" + text + "\""; };
    const auto number = [&](std::string text) {
        std::replace(text.begin(), text.end(), '*', digit);
        return told.words.emplace_back(text);
    };
    told.json = R"({"appointment": "ice_office", "situation": ["no_answer"], "lawyer": "yes", "appointment_place": )" +
                quoted(words[0]) + R"(, "lawyer_name": )" + quoted(words[1]) + R"(, "lawyer_phone": )" +
                quoted(number("*12-555-0143")) + R"(, "contacts": [{"name": )" + quoted(words[2]) + R"(, "phone": )" +
                quoted(number("*02-555-0147")) + R"(}], "helper_facts": {"full_name": )" + quoted(words[3]) +
                R"(, "a_number": )" + quoted(number("73190486*")) + R"(}, "child": "yes", "child_pickup": {"name": )" +
                quoted(words[4]) + R"(, "phone": )" + quoted(number("*17-555-0186")) + "}}";
    number("731-904-86*");
    return told;
}

}  // namespace

Needles Told::needles() const {
    Needles needles(words);
    needles.add_shaped({words.begin(), words.begin() + 5}, language, typesetter());
    return needles;
}

Needles Told::needles_and(const std::string& mark, const std::vector<std::uint8_t>& pixels) const {
    auto all = needles();
    if (!pixels.empty()) all.add_pixels(pixels);
    all.add_bytes(mark);
    for (const char* digits : {"%02X", "%02x"}) {
        std::string hexadecimal;
        for (const char byte : mark) {
            std::array<char, 3> two{};
            std::snprintf(two.data(), two.size(), digits, static_cast<unsigned char>(byte));
            hexadecimal += two.data();
        }
        all.add_bytes(hexadecimal);
    }
    return all;
}

Needles needles_of(const std::vector<std::uint8_t>& pixels) {
    Needles needles({});
    needles.add_pixels(pixels);
    return needles;
}

const Told& told_in_english() {
    static const Told all = told("en", {"Quillonesse", "Brandywhine", "Zephyrinda", "Xanthippeq", "Ottolinexa"}, '2');
    return all;
}

const Told& told_in_russian() {
    static const Told all = told("ru", {"Зефиринка", "Ксантиппов", "Оттолинова", "Щербахина", "Жужелицын"}, '3');
    return all;
}

const Told& told_in_arabic() {
    static const Told all = told("ar", {"زلفمقوش", "غضنفروق", "بهلوانزي", "قشعريرنا", "جلمودخان"}, '4');
    return all;
}

const Told& told_in_spanish() {
    static const Told all = told("es", {"Quintanarro", "Zurribanda", "Xochimilca", "Yuntebravo", "Ganzuarela"}, '5');
    return all;
}

const Told& told_in_turkish() {
    static const Told all = told("tr", {"Kazbekkaya", "Yelizaroba", "Mumdoldur", "Zibidiyal", "Horasanbu"}, '6');
    return all;
}

Surroundings::Surroundings(std::vector<pid_t> processes, std::vector<fs::path> folders, std::vector<fs::path> paper)
    : processes_(std::move(processes)), folders_(std::move(folders)), paper_(std::move(paper)) {
    for (const char* folder :
         {"/tmp", "/var/tmp", "/dev/shm", "/var/log", "/var/spool", "/var/cache", "/run", "/root"}) {
        folders_.emplace_back(folder);
    }
}

std::vector<Hit> Surroundings::find(const Needles& words, const Needles& all) const {
    std::vector<Hit> hits;
    const auto add = [&](const std::vector<Hit>& more) { hits.insert(hits.end(), more.begin(), more.end()); };
    for (const auto process : processes_) add(find_in_memory(process, words));
    for (const auto& folder : folders_) add(find_in_files(folder, all, {paper_, since_}));
    return hits;
}

std::string name(const std::vector<Hit>& hits) {
    std::map<std::string, int> places;
    for (const auto& hit : hits) ++places[hit.place];
    std::string names;
    for (const auto& [place, count] : places) names += std::to_string(count) + " in " + place + "\n";
    return names;
}

AboutToExec::AboutToExec(const PlayedKiosk& kiosk, pid_t process, const std::string& call)
    : folder_(kiosk.folder()),
      debugger_({"gdb",    "-q",
                 "-batch", "-nx",
                 "-iex",   "set auto-load off",
                 "-iex",   "set debuginfod enabled off",
                 "-p",     std::to_string(process),
                 "-ex",    "catch syscall " + call,
                 "-ex",    "shell touch " + (folder_ / "attached").string(),
                 "-ex",    "continue",
                 "-ex",    "shell touch " + (folder_ / "reached").string(),
                 "-ex",    "shell sleep 600"},
                (folder_ / "debugger").string()) {
    eventually([&] { return fs::exists(folder_ / "attached"); });
}

bool AboutToExec::reached() const {
    return eventually([&] { return fs::exists(folder_ / "reached"); });
}

std::vector<std::string> outside_of_the_seams(pid_t process, const std::vector<Hit>& hits, const fs::path& traced) {
    const auto blocks = std::make_unique<TracedBlocks>();
    std::ifstream(traced, std::ios::binary).read(reinterpret_cast<char*>(blocks.get()), sizeof(TracedBlocks));
    const auto mappings = mappings_of(process);
    std::vector<std::string> outside;
    for (const auto& hit : hits) {
        const auto block = blocks->at(hit.address);
        const auto asked = std::find_if(mappings.begin(), mappings.end(), [&](const Mapping& mapping) {
            return block.caller >= mapping.begin && block.caller < mapping.end;
        });
        const std::string library = block.size == 0 || asked == mappings.end() ? "no block" : asked->file;
        const bool named =
            std::any_of(seams.begin(), seams.end(), [&](const char* s) { return library.starts_with(s); });
        std::ostringstream where;
        where << hit.place << " at " << std::hex << hit.address << ": " << library;
        if (!named) outside.push_back(where.str());
    }
    return outside;
}

}  // namespace pocketplan::tests
