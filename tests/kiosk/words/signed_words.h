#pragma once

#include <filesystem>
#include <string>

#include "tests/support/temporary_folder.h"

namespace pocketplan::tests {

// A centre's key pair, made by minisign, and packs that it signed.
class SignedWords {
public:
    SignedWords();

    [[nodiscard]] std::filesystem::path keys() const { return folder_.path() / "keys"; }
    // A copy of content.db whose facts are of that day, as NAME.pocketplan, signed at that time (seconds since 1970).
    [[nodiscard]] std::filesystem::path sign(const std::string& name, int day, long time) const;
    // Signs whatever the file has by now, with minisign's own options.
    void sign_again(const std::filesystem::path& file, const std::string& comment, bool legacy = false) const;
    // Another key, which nobody here knows.
    void forget_key() const;
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

private:
    [[nodiscard]] std::filesystem::path secret() const { return folder_.path() / "secret"; }

    TemporaryFolder folder_{"signed_words"};
};

}  // namespace pocketplan::tests
