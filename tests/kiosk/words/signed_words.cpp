#include "tests/kiosk/words/signed_words.h"

#include <cstdlib>

#include "content/library.h"
#include "kiosk/papers/installed.h"
#include "tests/support/process.h"

namespace pocketplan::tests {
namespace {

void minisign(std::vector<std::string> call) {
    call.insert(call.begin(), "minisign");
    const auto done = run(call);
    if (done.status != 0) throw std::runtime_error("minisign: " + done.out + done.err);
}

}  // namespace

SignedWords::SignedWords() {
    std::filesystem::create_directory(keys());
    minisign({"-G", "-W", "-f", "-p", keys() / "centre.pub", "-s", secret()});
}

std::filesystem::path SignedWords::sign(const std::string& name, int day, long time) const {
    auto library = content::load_library(papers::shipped_file("content.db"));
    library->information_date = {2026, 12, day};
    auto file = folder_.path() / (name + ".pocketplan");
    if (!content::save_library(*library, file)) throw std::runtime_error("the disk is full");
    sign_again(file, "timestamp:" + std::to_string(time) + "\tfile:" + name + ".pocketplan\thashed");
    return file;
}

void SignedWords::sign_again(const std::filesystem::path& file, const std::string& comment, bool legacy) const {
    std::vector<std::string> call{"-S", "-s", secret(), "-m", file, "-t", comment};
    if (legacy) call.emplace_back("-l");
    minisign(call);
}

void SignedWords::forget_key() const {
    std::filesystem::remove(keys() / "centre.pub");
    minisign({"-G", "-W", "-f", "-p", keys() / "other.pub", "-s", folder_.path() / "others_secret"});
}

}  // namespace pocketplan::tests
