#pragma once

#include <string>
#include <vector>

namespace pocketplan::status {

// printer-state of RFC 8011, 5.4.11.
enum class PrinterState { idle, processing, stopped };
// job-state of RFC 8011, 5.3.7, as far as it matters here.
enum class JobState { pending, held, processing, stopped, cancelled, aborted, completed };

// Why a device that could be found would not talk. sign_in: it asks for a name and a password, or forbids.
// wrong_certificate: it shows another certificate than the one that the settings name; nothing was sent.
enum class Refusal { none, sign_in, wrong_certificate };

// Whether it prints in colour; unknown where it does not tell.
enum class Colour { unknown, monochrome, colour };

// Hundredths of a millimetre, as everywhere in IPP (PWG 5101.1).
struct Margins {
    int top = 0;
    int bottom = 0;
    int left = 0;
    int right = 0;

    bool operator==(const Margins&) const = default;
};

// One of the media that are loaded.
struct Media {
    std::string name;  // PWG 5101.1, such as "na_letter_8.5x11in"; empty where the device gives a size alone
    int width = 0;     // hundredths of a millimetre; 0: not told
    int length = 0;    // 0: not told, or continuous
};

// What a device said of itself, word for word.
struct DeviceReport {
    bool reached = false;  // false: nothing answered that makes sense, the rest but `refusal` means nothing
    PrinterState state = PrinterState::idle;
    std::vector<std::string> reasons;  // printer-state-reasons keywords, with their suffixes
    bool accepting_jobs = true;
    bool media_ready = true;  // false only where the device says that nothing is loaded
    Refusal refusal = Refusal::none;
    std::vector<Media> media;  // what is loaded; empty where the device does not tell
    Margins margins;           // the smallest that the device needs on every medium that is loaded
    bool takes_pdf = true;     // false only where its document formats are told and PDF is not among them
    bool takes_raster = false;
    Colour colour = Colour::unknown;
};

struct JobReport {
    bool known = false;  // false: the device no longer knows the job, or did not answer
    JobState state = JobState::pending;
    std::vector<std::string> reasons;  // job-state-reasons
    int impressions_completed = 0;     // 0 where the device does not tell
    int bytes_processed = 0;           // in units of 1024 (job-k-octets-processed); 0 where the device does not tell
};

}  // namespace pocketplan::status
