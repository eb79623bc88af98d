#include "kiosk/words/offer.h"

#include <algorithm>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "content/bytes_of_file.h"
#include "kiosk/words/signature.h"

namespace pocketplan::words {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_pack = std::size_t{64} << 20U;  // bytes; with recordings in all languages one has 20 MB
constexpr std::size_t largest_signature = 4096;

std::vector<PublicKey> read_keys(const fs::path& folder) {
    std::vector<PublicKey> keys;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        if (at->path().extension() != ".pub") continue;
        const auto key = read_public_key(read_plain_file(at->path(), largest_signature).value_or(""));
        if (key) keys.push_back(*key);
    }
    return keys;
}

std::string described(SignatureFault fault, const fs::path& signature, const fs::path& keys) {
    const auto told = [&](const char* what) { return printable(signature) + ": " + what; };
    switch (fault) {
        case SignatureFault::unreadable:
            return told("is no signature of minisign; sign the words again with minisign -S");
        case SignatureFault::whole:
            return told("was made with minisign -l; sign the words again without it");
        case SignatureFault::stranger:
            return told("is by a key that is not in ") + keys.string() +
                   "; if you trust who signed, put their public key there";
        case SignatureFault::wrong:
            return told("does not fit the words beside it, which were changed or damaged; get both again");
        case SignatureFault::timeless:
            return told("does not say when; sign the words again with a trusted comment that begins with timestamp:");
    }
    std::abort();
}

std::span<const std::byte> bytes_of(const std::string& text) {
    return std::as_bytes(std::span(text));
}

}  // namespace

std::optional<std::string> read_plain_file(const fs::path& file, std::size_t largest) {
    const int opened = open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (opened < 0) return std::nullopt;
    struct stat about {};
    const bool good =
        fstat(opened, &about) == 0 && S_ISREG(about.st_mode) && static_cast<std::size_t>(about.st_size) <= largest;
    std::optional<std::string> text;
    if (good) text = content::bytes_of_file("/proc/self/fd/" + std::to_string(opened), largest + 1);
    close(opened);
    if (text && text->size() != static_cast<std::size_t>(about.st_size)) return std::nullopt;
    return text;
}

std::string printable(const fs::path& file) {
    auto name = file.string();
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
    return name;
}

tl::expected<Offer, std::string> read_offer(const fs::path& file, const fs::path& signature, const fs::path& keys) {
    const auto known = read_keys(keys);
    if (known.empty()) {
        return tl::unexpected(keys.string() +
                              ": has no public key (*.pub); put that of whoever signs your words there");
    }
    Offer offer;
    auto signed_text = read_plain_file(signature, largest_signature);
    if (!signed_text) {
        return tl::unexpected(printable(signature) + ": cannot be read; words are only taken with their signature");
    }
    auto content = read_plain_file(file, largest_pack);
    if (!content) return tl::unexpected(printable(file) + ": is no plain file of up to 64 MB that can be read");
    offer.content = std::move(*content);
    offer.signature = std::move(*signed_text);
    const auto time = time_of_signature(bytes_of(offer.content), offer.signature, known);
    if (!time) return tl::unexpected(described(time.error(), signature, keys));
    offer.time = *time;
    auto library = content::load_library(bytes_of(offer.content));
    if (!library) return tl::unexpected(content::describe(library.error(), printable(file)));
    offer.library = std::move(*library);
    return offer;
}

}  // namespace pocketplan::words
