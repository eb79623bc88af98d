#include "kiosk/machine/staff_code.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>

#include <sodium.h>

namespace pocketplan::machine {
namespace {

constexpr auto operations = crypto_pwhash_argon2id_OPSLIMIT_INTERACTIVE;
constexpr auto memory = crypto_pwhash_argon2id_MEMLIMIT_INTERACTIVE;
constexpr std::size_t digits_of_digest = 43;  // 32 bytes in Base64

bool is_digit(char sign) {
    return sign >= '0' && sign <= '9';
}

// Whether each digit is `step` more than the one before it.
bool steps_by(std::string_view code, int step) {
    const auto off = [&](char before, char after) { return (before - '0' + step + 10) % 10 != after - '0'; };
    return std::adjacent_find(code.begin(), code.end(), off) == code.end();
}

// Zeroes the stack below the caller, where libsodium had the code in its frames.
[[gnu::noinline]] void wipe_stack_below() {
    std::array<std::byte, std::size_t{64} << 10U> below;
    explicit_bzero(below.data(), below.size());
}

}  // namespace

std::optional<CodeFault> fault_of(std::string_view code) {
    if (!std::all_of(code.begin(), code.end(), is_digit)) return CodeFault::no_digits;
    if (code.size() < shortest_code) return CodeFault::too_short;
    if (code.size() > longest_code) return CodeFault::too_long;
    if (steps_by(code, 0)) return CodeFault::too_plain;
    if (steps_by(code, 1) || steps_by(code, -1)) return CodeFault::a_run;
    return std::nullopt;
}

std::string_view describe(CodeFault fault) {
    switch (fault) {
        case CodeFault::no_digits:
            return "a staff code has digits and nothing else";
        case CodeFault::too_short:
            return "a staff code has at least 6 digits";
        case CodeFault::too_long:
            return "a staff code has at most 12 digits";
        case CodeFault::too_plain:
            return "one digit again and again is the first that anybody tries; choose another code";
        case CodeFault::a_run:
            return "digits in a row, as on the keys, are the first that anybody tries; choose another code";
    }
    std::abort();
}

std::optional<std::string> hash_code(std::string_view code) {
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const bool made = sodium_init() >= 0 && crypto_pwhash_str_alg(hash.data(), code.data(), code.size(), operations,
                                                                  memory, crypto_pwhash_ALG_ARGON2ID13) == 0;
    wipe_stack_below();
    return made ? std::optional<std::string>(hash.data()) : std::nullopt;
}

bool is_code_hash(const std::string& text) {
    const bool ours = text.starts_with(crypto_pwhash_argon2id_STRPREFIX) && text.size() < crypto_pwhash_STRBYTES;
    // libsodium takes a shorter digest, too, which one that was cut off in copying would be.
    const bool whole = ours && text.size() - text.rfind('$') - 1 == digits_of_digest;
    return whole && crypto_pwhash_str_needs_rehash(text.c_str(), operations, memory) == 0;
}

bool code_matches(std::string_view code, const std::string& hash) {
    const bool right = sodium_init() >= 0 && is_code_hash(hash) &&
                       crypto_pwhash_str_verify(hash.c_str(), code.data(), code.size()) == 0;
    wipe_stack_below();
    return right;
}

}  // namespace pocketplan::machine
