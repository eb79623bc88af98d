#include "printer/queue/ipp_answer.h"

#include <algorithm>
#include <string_view>

namespace pocketplan::queue {
namespace {

using Attribute = ipp_attribute_t*;

int integer_of(Attribute attribute, int otherwise) {
    if (attribute == nullptr) return otherwise;
    const auto tag = ippGetValueTag(attribute);
    return tag == IPP_TAG_INTEGER || tag == IPP_TAG_ENUM ? ippGetInteger(attribute, 0) : otherwise;
}

int integer(ipp_t* answer, const char* name, int otherwise) {
    return integer_of(ippFindAttribute(answer, name, IPP_TAG_ZERO), otherwise);
}

// Hundredths of a millimetre. No sheet has wider margins than this, no roll is longer.
constexpr int widest_margin = 3000;
constexpr int longest_side = 500'000;

int up_to(int most, int length, int otherwise) {
    return length >= 0 && length <= most ? length : otherwise;
}

int length_of(ipp_t* answer, const char* name, int most, int otherwise) {
    return up_to(most, integer(answer, name, otherwise), otherwise);
}

std::vector<std::string> words_of(Attribute attribute) {
    std::vector<std::string> found;
    for (int i = 0; attribute != nullptr && i < ippGetCount(attribute); ++i) {
        const char* const word = ippGetString(attribute, i, nullptr);
        if (word != nullptr) found.emplace_back(word);
    }
    return found;
}

std::vector<std::string> words(ipp_t* answer, const char* name) {
    return words_of(ippFindAttribute(answer, name, IPP_TAG_ZERO));
}

bool has(const std::vector<std::string>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

status::PrinterState printer_state(int value) {
    switch (value) {
        case IPP_PSTATE_PROCESSING:
            return status::PrinterState::processing;
        case IPP_PSTATE_STOPPED:
            return status::PrinterState::stopped;
        default:
            return status::PrinterState::idle;
    }
}

status::JobState job_state(int value) {
    switch (value) {
        case IPP_JSTATE_HELD:
            return status::JobState::held;
        case IPP_JSTATE_PROCESSING:
            return status::JobState::processing;
        case IPP_JSTATE_STOPPED:
            return status::JobState::stopped;
        case IPP_JSTATE_CANCELED:
            return status::JobState::cancelled;
        case IPP_JSTATE_ABORTED:
            return status::JobState::aborted;
        case IPP_JSTATE_COMPLETED:
            return status::JobState::completed;
        default:
            return status::JobState::pending;
    }
}

status::Media named_media(const std::string& name) {
    const pwg_media_t* const size = pwgMediaForPWG(name.c_str());  // of a custom size, whatever its name says
    if (size == nullptr) return {name, 0, 0};
    return {name, up_to(longest_side, size->width, 0), up_to(longest_side, size->length, 0)};
}

// A member of media-col-ready (PWG 5100.7, 6.9): its size, or a range for the length of continuous media; if there is
// no size, its name only.
status::Media media_in(ipp_t* collection) {
    const auto word = [&](const char* attribute) {
        const auto found = words(collection, attribute);
        return found.empty() ? std::string() : found.front();
    };
    const Attribute size = ippFindAttribute(collection, "media-size", IPP_TAG_BEGIN_COLLECTION);
    auto media = named_media(word("media-size-name"));
    media.source = word("media-source");
    if (size == nullptr) return media;
    ipp_t* const sides = ippGetCollection(size, 0);
    media.width = length_of(sides, "x-dimension", longest_side, 0);
    media.length = length_of(sides, "y-dimension", longest_side, 0);
    return media;
}

void widen(status::Margins& margins, const status::Margins& needed) {
    margins = {std::max(margins.top, needed.top), std::max(margins.bottom, needed.bottom),
               std::max(margins.left, needed.left), std::max(margins.right, needed.right)};
}

// For a medium without margins of its own: the largest that the device names, which is safe on all.
status::Margins margins_supported(ipp_t* answer) {
    const auto largest = [&](const char* name) {
        const Attribute attribute = ippFindAttribute(answer, name, IPP_TAG_INTEGER);
        int most = 0;
        for (int i = 0; attribute != nullptr && i < ippGetCount(attribute); ++i) {
            const int margin = ippGetInteger(attribute, i);
            if (margin <= widest_margin) most = std::max(most, margin);
        }
        return most;
    };
    return {largest("media-top-margin-supported"), largest("media-bottom-margin-supported"),
            largest("media-left-margin-supported"), largest("media-right-margin-supported")};
}

// A device may leave out what would be the same for every medium, and may do so for each side separately.
status::Margins margins_in(ipp_t* collection, const status::Margins& otherwise) {
    const auto margin = [&](const char* name, int other) { return length_of(collection, name, widest_margin, other); };
    return {margin("media-top-margin", otherwise.top), margin("media-bottom-margin", otherwise.bottom),
            margin("media-left-margin", otherwise.left), margin("media-right-margin", otherwise.right)};
}

// printer-input-tray (PWG 5100.13, 5.6.4) gives each tray's level, as in RFC 3805: 0 is empty, below 0 is unknown or
// some. True if every tray is reported empty; "auto" is a choice among the others, and a manual feed holds nothing.
bool every_tray_is_empty(ipp_t* answer) {
    const Attribute trays = ippFindAttribute(answer, "printer-input-tray", IPP_TAG_STRING);
    int empty = 0;
    for (int i = 0; trays != nullptr && i < ippGetCount(trays); ++i) {
        int length = 0;
        const auto* const bytes = static_cast<const char*>(ippGetOctetString(trays, i, &length));
        const std::string tray = ";" + std::string(bytes, static_cast<std::size_t>(length)) + ";";
        const bool holds_none =
            tray.find(";name=auto;") != std::string::npos || tray.find(";type=sheetFeedManual;") != std::string::npos;
        if (holds_none) continue;
        if (tray.find(";level=0;") == std::string::npos) return false;
        ++empty;
    }
    return empty > 0;
}

bool says_that_a_tray_is_empty(const status::DeviceReport& report) {
    return std::any_of(report.reasons.begin(), report.reasons.end(),
                       [](const std::string& reason) { return reason.starts_with("media-empty"); });
}

void read_media(ipp_t* answer, status::DeviceReport& report) {
    const Attribute ready = ippFindAttribute(answer, "media-ready", IPP_TAG_ZERO);
    // A device that does not know leaves the attribute out; one with nothing loaded answers no-value. One whose trays
    // keep their size while empty reports it in their levels. Both must say so.
    const bool empty = says_that_a_tray_is_empty(report) && every_tray_is_empty(answer);
    report.media_ready = !empty && (ready == nullptr || ippGetValueTag(ready) != IPP_TAG_NOVALUE);
    const status::Margins largest = margins_supported(answer);
    const Attribute columns = ippFindAttribute(answer, "media-col-ready", IPP_TAG_BEGIN_COLLECTION);
    for (int i = 0; columns != nullptr && i < ippGetCount(columns); ++i) {
        ipp_t* const column = ippGetCollection(columns, i);
        report.media.push_back(media_in(column));
        widen(report.margins, margins_in(column, largest));
    }
    if (columns != nullptr) return;
    for (const auto& name : words_of(ready)) report.media.push_back(named_media(name));
    report.margins = largest;
}

status::Colour colour_of(ipp_t* answer) {
    const auto modes = words(answer, "print-color-mode-supported");
    if (has(modes, "color")) return status::Colour::colour;
    if (!modes.empty() && !has(modes, "auto")) return status::Colour::monochrome;
    const Attribute supported = ippFindAttribute(answer, "color-supported", IPP_TAG_BOOLEAN);
    if (supported == nullptr) return status::Colour::unknown;
    return ippGetBoolean(supported, 0) != 0 ? status::Colour::colour : status::Colour::monochrome;
}

}  // namespace

status::DeviceReport device_report(ipp_t* answer) {
    status::DeviceReport report;
    report.reached = true;
    report.state = printer_state(integer(answer, "printer-state", IPP_PSTATE_IDLE));
    report.reasons = words(answer, "printer-state-reasons");
    std::erase(report.reasons, "none");
    const Attribute accepting = ippFindAttribute(answer, "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
    report.accepting_jobs = accepting == nullptr || ippGetBoolean(accepting, 0) != 0;
    read_media(answer, report);
    const auto formats = words(answer, "document-format-supported");
    report.takes_pdf = formats.empty() || has(formats, CUPS_FORMAT_PDF);
    report.takes_raster = has(formats, "image/pwg-raster") || has(formats, "image/urf");
    report.colour = colour_of(answer);
    return report;
}

bool supports(ipp_t* answer, ipp_op_t operation) {
    const Attribute attribute = ippFindAttribute(answer, "operations-supported", IPP_TAG_ENUM);
    return attribute != nullptr && ippContainsInteger(attribute, operation) != 0;
}

status::JobReport job_report(ipp_t* answer) {
    status::JobReport report;
    report.known = true;
    report.state = job_state(integer(answer, "job-state", IPP_JSTATE_PENDING));
    report.reasons = words(answer, "job-state-reasons");
    std::erase(report.reasons, "none");
    const int sheets = integer(answer, "job-media-sheets-completed", 0);
    report.impressions_completed = std::max(0, integer(answer, "job-impressions-completed", sheets));
    report.bytes_processed = std::max(0, integer(answer, "job-k-octets-processed", 0));
    return report;
}

namespace {

Owner owner_of(const std::vector<std::string>& told, const std::string& user_name) {
    if (told.empty() || told.front().empty()) return Owner::unnamed;
    return told.front() == user_name ? Owner::ours : Owner::other;
}

}  // namespace

std::vector<ListedJob> jobs_in(ipp_t* answer, Whose whose, const std::string& user_name) {
    // Each job is a group of its own, with its attributes in any order; a nameless attribute separates groups.
    std::vector<ListedJob> jobs;
    ListedJob job;
    const auto end_group = [&] {
        const bool wanted = job.owner != Owner::other || whose == Whose::everybodys;
        if (job.id > JobId{} && wanted) jobs.push_back(job);
        job = {};
    };
    for (Attribute at = ippFirstAttribute(answer); at != nullptr; at = ippNextAttribute(answer)) {
        const std::string_view name = ippGetName(at) == nullptr ? "" : ippGetName(at);
        if (name.empty()) end_group();
        if (name == "job-id") job.id = JobId(integer_of(at, 0));
        if (name == "job-state") job.report.state = job_state(integer_of(at, IPP_JSTATE_PENDING));
        if (name == "job-state-reasons") job.report.reasons = words_of(at);
        if (name == "job-impressions-completed") job.report.impressions_completed = std::max(0, integer_of(at, 0));
        if (name == "job-k-octets-processed") job.report.bytes_processed = std::max(0, integer_of(at, 0));
        if (name == "job-originating-user-name") job.owner = owner_of(words_of(at), user_name);
        job.report.known = true;
    }
    end_group();
    return jobs;
}

int job_id(ipp_t* answer) {
    return integer(answer, "job-id", 0);
}

std::string uri_in(ipp_t* answer, const char* name) {
    const Attribute attribute = ippFindAttribute(answer, name, IPP_TAG_URI);
    const char* const uri = attribute == nullptr ? nullptr : ippGetString(attribute, 0, nullptr);
    return uri == nullptr ? "" : uri;
}

}  // namespace pocketplan::queue
