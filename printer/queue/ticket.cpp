#include "printer/queue/ticket.h"

#include <algorithm>
#include <string_view>

namespace pocketplan::queue {
namespace {

// Hundredths of a millimetre, as devices that report nothing know these sizes.
const status::Media letter{"na_letter_8.5x11in", 21590, 27940};
const status::Media a4{"iso_a4_210x297mm", 21000, 29700};

bool is_other_paper(const status::Media& one, const status::Media& other) {
    return one.width != other.width || one.length != other.length;
}

}  // namespace

Ticket::Ticket(status::PaperKind paper, const std::vector<status::Media>& loaded) {
    if (paper == status::PaperKind::receipt80) return;
    const auto* const medium = status::find_medium(loaded, paper);
    const auto& size = medium != nullptr ? *medium : paper == status::PaperKind::a4 ? a4 : letter;
    size_ = {size.width, size.length};
    const bool differ = std::any_of(loaded.begin(), loaded.end(),
                                    [&](const status::Media& other) { return is_other_paper(size, other); });
    if (medium != nullptr && differ) source_ = medium->source;
}

void Ticket::write_to(ipp_t* request) const {
    const auto asks = [&](std::string_view name) {
        return std::find(left_out_.begin(), left_out_.end(), name) == left_out_.end();
    };
    const auto keyword = [&](ipp_t* to, ipp_tag_t group, const char* name, const char* value) {
        if (asks(name)) ippAddString(to, group, IPP_TAG_KEYWORD, name, nullptr, value);
    };
    keyword(request, IPP_TAG_JOB, "sides", "one-sided");
    keyword(request, IPP_TAG_JOB, "print-scaling", "none");
    if (!size_ || !asks("media-col")) return;
    const Message size(ippNew());
    ippAddInteger(size.get(), IPP_TAG_ZERO, IPP_TAG_INTEGER, "x-dimension", size_->width);
    ippAddInteger(size.get(), IPP_TAG_ZERO, IPP_TAG_INTEGER, "y-dimension", size_->length);
    const Message medium(ippNew());
    ippAddCollection(medium.get(), IPP_TAG_ZERO, "media-size", size.get());
    if (!source_.empty()) keyword(medium.get(), IPP_TAG_ZERO, "media-source", source_.c_str());
    ippAddCollection(request, IPP_TAG_JOB, "media-col", medium.get());
}

void Ticket::leave_out_unsupported(ipp_t* answer) {
    for (auto* at = ippFirstAttribute(answer); at != nullptr; at = ippNextAttribute(answer)) {
        const char* const name = ippGetName(at);
        if (name != nullptr && ippGetGroupTag(at) == IPP_TAG_UNSUPPORTED_GROUP) left_out_.emplace_back(name);
    }
}

}  // namespace pocketplan::queue
