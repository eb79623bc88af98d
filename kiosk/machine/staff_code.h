#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

// The code with which staff open their desk: digits that a centre sets. The machine knows its Argon2id hash alone.
namespace pocketplan::machine {

inline constexpr std::size_t shortest_code = 6;
inline constexpr std::size_t longest_code = 12;

// too_plain: one digit again and again. a_run: each digit is one more than the one before, or each one less; behind 9
// comes 0.
enum class CodeFault { no_digits, too_short, too_long, too_plain, a_run };
// What is wrong with a new code; unset where it can stand.
std::optional<CodeFault> fault_of(std::string_view code);
// One sentence for whoever sets it.
std::string_view describe(CodeFault fault);

// For the settings. Unset where the system has no memory to give: it takes 64 MB and about a tenth of a second, here
// and for each try, so that a stolen hash cannot be guessed in a minute.
std::optional<std::string> hash_code(std::string_view code);
// Whether hash_code() made it. Another cost than ours is refused: one that takes gigabytes would stop the kiosk.
bool is_code_hash(const std::string& text);
// Leaves nothing of the code in memory but where the caller has it.
bool code_matches(std::string_view code, const std::string& hash);

}  // namespace pocketplan::machine
