#include "kiosk/app/user_name.h"

#include <array>
#include <fstream>
#include <string_view>

#include <sodium.h>

namespace pocketplan::app {

std::string printer_user_name() {
    std::string machine;
    std::ifstream("/etc/machine-id") >> machine;
    // machine-id(5) asks for a keyed hash, so that the id itself never leaves the machine.
    constexpr std::string_view key = "pocketplan printer user name";
    std::array<unsigned char, crypto_generichash_BYTES_MIN> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(machine.data()), machine.size(),
                       reinterpret_cast<const unsigned char*>(key.data()), key.size());
    std::array<char, 17> hex{};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), 8);
    return std::string("pocketplan-") + hex.data();
}

}  // namespace pocketplan::app
