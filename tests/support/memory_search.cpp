#include "tests/support/memory_search.h"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <fstream>

#include <fcntl.h>
#include <unistd.h>

namespace pocketplan::tests {
namespace {

std::string widened(const std::string& text, std::size_t unit) {
    std::string wide;
    for (const char c : text) {
        wide.push_back(c);
        wide.append(unit - 1, '\0');
    }
    return wide;
}

std::vector<std::string> forms_of(const std::string& needle) {
    std::vector<std::string> forms{needle};
    const bool ascii = std::all_of(needle.begin(), needle.end(), [](unsigned char c) { return c < 0x80; });
    std::string digits;
    for (const char c : needle) {
        if (std::isdigit(static_cast<unsigned char>(c)) != 0) digits.push_back(c);
    }
    if (digits.size() >= 7 && digits != needle) forms.push_back(digits);
    if (!ascii) return forms;
    for (const std::string& plain : std::vector<std::string>(forms)) {
        forms.push_back(widened(plain, 2));
        forms.push_back(widened(plain, 4));
    }
    return forms;
}

int count(const std::string& haystack, const std::string& needle) {
    int found = 0;
    for (auto at = haystack.find(needle); at != std::string::npos; at = haystack.find(needle, at + 1)) ++found;
    return found;
}

}  // namespace

int occurrences(pid_t process, const std::vector<std::string>& needles) {
    const std::string folder = "/proc/" + std::to_string(process);
    const int memory = open((folder + "/mem").c_str(), O_RDONLY | O_CLOEXEC);
    if (memory < 0) return -1;
    std::ifstream maps(folder + "/maps");
    int found = 0;
    for (std::string line; std::getline(maps, line);) {
        unsigned long begin = 0;
        unsigned long end = 0;
        char readable = '-';
        if (std::sscanf(line.c_str(), "%lx-%lx %c", &begin, &end, &readable) != 3 || readable != 'r') continue;
        std::string bytes(end - begin, '\0');
        const auto got = pread(memory, bytes.data(), bytes.size(), static_cast<off_t>(begin));
        if (got <= 0) continue;
        bytes.resize(static_cast<std::size_t>(got));
        for (const auto& needle : needles) {
            for (const auto& form : forms_of(needle)) found += count(bytes, form);
        }
    }
    close(memory);
    return found;
}

}  // namespace pocketplan::tests
