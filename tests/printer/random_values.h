#pragma once

#include <random>
#include <string>
#include <vector>

#include "content/local.h"
#include "tests/printer/papers.h"

// Words that are not ours, in every script and plane, with numbers among them: whatever somebody may type, or write
// into a file.
namespace pocketplan::tests {

struct RandomValue {
    std::string text;
    std::vector<std::string> numbers;  // each must read from left to right on paper
};

// With every code point outside of ASCII by its number, for a message.
std::string spelled(const std::string& utf8);

class RandomValues {
public:
    explicit RandomValues(unsigned seed) : random_(seed) {}
    // Up to 40 characters: a name, a street, opening hours. One in four has something that may have to be refused.
    RandomValue text();
    // Mostly a valid one; now and then with characters that a phone cannot have.
    std::string phone();

private:
    std::string word();
    std::string number();
    std::size_t below(std::size_t count) { return random_() % count; }
    std::mt19937 random_;
};

// A visit with random values wherever the pack takes words, on a machine with random lines of a centre's own.
struct RandomVisit {
    content::Answers answers;
    content::Local local;
    std::vector<RandomValue> kept;  // what was not refused
    int refused = 0;
};
RandomVisit random_visit(RandomValues& values, content::Answers answers);

}  // namespace pocketplan::tests
