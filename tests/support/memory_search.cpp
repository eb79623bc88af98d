#include "tests/support/memory_search.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <limits>
#include <map>
#include <memory>
#include <stdexcept>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "content/words.h"

namespace pocketplan::tests {
namespace {

namespace fs = std::filesystem;

std::u32string code_points_of(const std::string& utf8) {
    std::u32string points;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t point = length == 1 ? lead : lead & (0x7FU >> length);
        for (std::size_t i = 1; i < length; ++i) {
            point = point << 6U | (static_cast<unsigned char>(utf8.at(at + i)) & 0x3FU);
        }
        points.push_back(point);
        at += length;
    }
    return points;
}

template <class Unit>
std::string bytes_of(Unit unit) {
    std::string bytes(sizeof unit, '\0');
    std::memcpy(bytes.data(), &unit, sizeof unit);
    return bytes;
}

// As text in units of that size; all our scripts are in the basic plane.
template <class Unit>
std::string widened(const std::string& utf8) {
    std::string wide;
    for (const char32_t point : code_points_of(utf8)) wide += bytes_of(static_cast<Unit>(point));
    return wide;
}

std::string digits_of(const std::string& text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
                 [](unsigned char c) { return std::isdigit(c) != 0; });
    return digits;
}

}  // namespace

Needles::Needles(const std::vector<std::string>& words) {
    std::vector<std::string> all = words;
    for (const auto& word : words) {
        if (const auto digits = digits_of(word); digits.size() >= 7) all.push_back(digits);
    }
    for (const auto& word : all) {
        for (const auto& form : {word, widened<char16_t>(word), widened<char32_t>(word)}) add({{form}, form.size()});
    }
}

void Needles::add_shaped(const std::vector<std::string>& words, std::string_view language,
                         const typeset::Typesetter& typesetter) {
    constexpr std::size_t harfbuzz = 20;  // sizeof(hb_glyph_info_t), and of PangoGlyphInfo
    typeset::Style style{.size = 12};
    style.language = language;
    for (const auto& word : words) {
        Needle needle;
        for (const auto& line : typesetter.lay_out(word, style, std::numeric_limits<double>::infinity()).lines) {
            for (const auto& run : line.runs) {
                for (const auto& glyph : run.glyphs) needle.parts.push_back(bytes_of(glyph.id));
            }
        }
        if (needle.parts.size() < 4) continue;  // anything looks like three numbers
        for (const std::size_t stride : {sizeof(std::uint32_t), harfbuzz, sizeof(typeset::Glyph)}) {
            needle.stride = stride;
            add(needle);
        }
    }
}

void Needles::add_pixels(std::span<const std::uint8_t> row) {
    add_bytes({row.begin(), row.end()});
    for (const char padding : {'\0', '\xFF'}) {
        std::string wide;
        for (const auto grey : row) wide += std::string(3, static_cast<char>(grey)) + padding;
        add_bytes(wide);
    }
}

void Needles::add(Needle needle) {
    const auto& first = needle.parts.front();
    if (first.size() < 4) std::abort();                                              // too short to be distinctive
    if (std::string_view(first).substr(0, 4) == std::string(4, '\0')) std::abort();  // find() skips zeros
    const auto its_key = key(first.data());
    some_.set(its_key);
    by_key_[its_key].push_back(needles_.size());
    needles_.push_back(std::move(needle));
}

std::uint16_t Needles::key(const char* four) {
    std::uint32_t value = 0;
    std::memcpy(&value, four, sizeof value);
    return static_cast<std::uint16_t>(value * 0x9E3779B1U >> 16U);
}

bool Needles::Needle::is_at(std::span<const char> bytes, std::size_t at) const {
    for (const auto& part : parts) {
        if (at + part.size() > bytes.size()) return false;
        if (std::memcmp(bytes.data() + at, part.data(), part.size()) != 0) return false;
        at += stride;
    }
    return true;
}

std::vector<std::size_t> Needles::find(std::span<const char> bytes) const {
    static constexpr std::array<char, 256> nothing{};
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at + 4 <= bytes.size(); ++at) {
        // Most of memory is zero, and no needle begins with that.
        const bool empty = bytes[at] == 0 && at + nothing.size() <= bytes.size() &&
                           std::memcmp(bytes.data() + at, nothing.data(), nothing.size()) == 0;
        if (empty) {
            at += nothing.size() - 4;
            continue;
        }
        const auto its_key = key(bytes.data() + at);
        if (!some_.test(its_key)) continue;
        const auto& likely = by_key_[its_key];
        if (std::any_of(likely.begin(), likely.end(), [&](auto i) { return needles_[i].is_at(bytes, at); })) {
            found.push_back(at);
        }
    }
    return found;
}

std::vector<Hit> find_in_memory(pid_t process, const Needles& needles) {
    const std::string folder = "/proc/" + std::to_string(process);
    const int memory = open((folder + "/mem").c_str(), O_RDONLY | O_CLOEXEC);
    std::ifstream maps(folder + "/maps");
    std::vector<Hit> hits;
    std::unique_ptr<char[]> bytes;  // not a vector's: nothing has to be zero before it is read
    std::size_t room = 0;
    for (std::string line; std::getline(maps, line);) {
        std::uintptr_t begin = 0;
        std::uintptr_t end = 0;
        char readable = '-';
        if (std::sscanf(line.c_str(), "%lx-%lx %c", &begin, &end, &readable) != 3 || readable != 'r') continue;
        if (end - begin > room) {
            room = end - begin;
            bytes = std::make_unique_for_overwrite<char[]>(room);
        }
        const auto got = pread(memory, bytes.get(), end - begin, static_cast<off_t>(begin));
        if (got <= 0) continue;
        const auto name = line.find_first_of("/[");
        for (const auto at : needles.find({bytes.get(), static_cast<std::size_t>(got)})) {
            hits.push_back({name == std::string::npos ? "anonymous" : line.substr(name), begin + at});
        }
    }
    close(memory);
    return hits;
}

std::string find_mark(pid_t process, const std::vector<std::string>& words) {
    const int memory = open(("/proc/" + std::to_string(process) + "/mem").c_str(), O_RDONLY | O_CLOEXEC);
    auto mark = mark_before(find_in_memory(process, Needles(words)), [&](std::uintptr_t address, std::string& bytes) {
        const auto got = pread(memory, bytes.data(), bytes.size(), static_cast<off_t>(address));
        return got == static_cast<ssize_t>(bytes.size());
    });
    close(memory);
    return mark;
}

std::string mark_before(const std::vector<Hit>& hits, const Reader& read) {
    constexpr std::size_t size = 16;
    std::map<std::string, int> before;
    for (const auto& hit : hits) {
        std::string bytes(size, '\0');
        if (hit.address % size == 0 && hit.address >= size && read(hit.address - size, bytes)) ++before[bytes];
    }
    const auto most = std::max_element(before.begin(), before.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == before.end() || most->second < 2 ? "" : most->first;
}

std::vector<Hit> find_in_file(const fs::path& file, const Needles& needles) {
    std::error_code error;
    const auto size = fs::file_size(file, error);
    const int opened = open(file.c_str(), O_RDONLY | O_CLOEXEC);
    void* const mapped = error || size == 0 ? MAP_FAILED : mmap(nullptr, size, PROT_READ, MAP_SHARED, opened, 0);
    close(opened);
    if (mapped == MAP_FAILED) throw std::runtime_error(file.string() + " cannot be searched");
    std::vector<Hit> hits;
    for (const auto at : needles.find({static_cast<const char*>(mapped), size})) hits.push_back({file.string(), at});
    munmap(mapped, size);
    return hits;
}

std::vector<Hit> find_in_files(const fs::path& folder, const Needles& needles, const Leaving& leaving) {
    std::vector<Hit> hits;
    constexpr auto quietly = fs::directory_options::skip_permission_denied;
    std::error_code error;
    fs::recursive_directory_iterator entry(folder, quietly, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        const auto& exempt = leaving.exempt;
        if (std::find(exempt.begin(), exempt.end(), entry->path()) != exempt.end()) {
            entry.disable_recursion_pending();
            continue;
        }
        const auto name = entry->path().string();
        if (!needles.find(name).empty()) hits.push_back({name});
        if (entry->symlink_status(error).type() != fs::file_type::regular) continue;
        if (fs::last_write_time(entry->path(), error) < leaving.since) continue;
        std::ifstream in(entry->path(), std::ios::binary);
        const std::vector<char> bytes{std::istreambuf_iterator<char>(in), {}};
        for (const auto at : needles.find(bytes)) hits.push_back({name, at});
    }
    return hits;
}

}  // namespace pocketplan::tests
