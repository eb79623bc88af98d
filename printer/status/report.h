#pragma once

#include <string>
#include <vector>

namespace pocketplan::status {

// printer-state of RFC 8011, 5.4.11.
enum class PrinterState { idle, processing, stopped };
// job-state of RFC 8011, 5.3.7, as far as it matters here.
enum class JobState { pending, held, processing, stopped, cancelled, aborted, completed };

// Why a device that was found would not talk. sign_in: it asks for a name and a password, or forbids us.
// wrong_certificate: its certificate is not the one in the settings; nothing was sent.
enum class Refusal { none, sign_in, wrong_certificate };

// Whether it prints in colour; unknown if it does not say.
enum class Colour { unknown, monochrome, colour };

// Hundredths of a millimetre, as everywhere in IPP (PWG 5101.1).
struct Margins {
    int top = 0;
    int bottom = 0;
    int left = 0;
    int right = 0;

    bool operator==(const Margins&) const = default;
};

// One loaded medium.
struct Media {
    std::string name;         // PWG 5101.1, e.g. "na_letter_8.5x11in"; empty if the device gives only a size
    int width = 0;            // hundredths of a millimetre; 0: not reported
    int length = 0;           // 0: not reported, or continuous
    std::string source = {};  // the tray: a media-source keyword (PWG 5100.7); empty: not reported
};

// What a device said about itself, word for word.
struct DeviceReport {
    bool reached = false;  // false: no sensible answer; then only `refusal` means anything
    PrinterState state = PrinterState::idle;
    std::vector<std::string> reasons;  // printer-state-reasons keywords, with their suffixes
    bool accepting_jobs = true;
    bool media_ready = true;  // false only if the device says that nothing is loaded
    Refusal refusal = Refusal::none;
    std::vector<Media> media;  // what is loaded; empty if the device does not say
    Margins margins;           // the smallest that the device needs on all loaded media
    bool takes_pdf = true;     // false only if it lists its document formats and PDF is not one of them
    bool takes_raster = false;
    Colour colour = Colour::unknown;
};

struct JobReport {
    bool known = false;  // false: the device no longer knows the job, or did not answer
    JobState state = JobState::pending;
    std::vector<std::string> reasons;  // job-state-reasons
    int impressions_completed = 0;     // 0 if the device does not say
    int bytes_processed = 0;           // in units of 1024 (job-k-octets-processed); 0 if the device does not say
};

}  // namespace pocketplan::status
