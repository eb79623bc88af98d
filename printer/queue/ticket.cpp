#include "printer/queue/ticket.h"

#include <algorithm>
#include <string_view>

namespace pocketplan::queue {
namespace {

bool is_other_paper(const status::Media& one, const status::Media& other) {
    return one.width != other.width || one.length != other.length;
}

}  // namespace

Ticket::Ticket(status::PaperKind paper, const std::vector<status::Media>& loaded) {
    const auto sheet = status::choose_sheet(loaded, paper);
    if (!sheet) return;
    size_ = {sheet->width, sheet->length};
    const bool differ = std::any_of(loaded.begin(), loaded.end(),
                                    [&](const status::Media& other) { return is_other_paper(*sheet, other); });
    if (differ) source_ = sheet->source;
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
