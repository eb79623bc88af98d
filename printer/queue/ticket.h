#pragma once

#include <optional>
#include <string>
#include <vector>

#include "printer/queue/ipp_client.h"
#include "printer/status/paper.h"

namespace pocketplan::queue {

// What a job asks for beside its document (RFC 8011, 5.2; PWG 5100.7 and 5100.13): one side of the sheet, because the
// card is folded; no scaling, because fold marks and type have sizes; and the very paper that the pages were laid out
// for, because a device with two would choose. Pure.
class Ticket {
public:
    // `loaded`: as the device last said. Of a roll nothing is asked: its length is the device's to cut.
    Ticket(status::PaperKind paper, const std::vector<status::Media>& loaded);

    // Adds the job attributes to a request.
    void write_to(ipp_t* request) const;
    // Asks no more for what a device answers that it does not support.
    void leave_out_unsupported(ipp_t* answer);

private:
    struct Size {
        int width = 0;  // hundredths of a millimetre
        int length = 0;
    };
    std::optional<Size> size_;
    std::string source_;  // where trays hold different paper; else empty
    std::vector<std::string> left_out_;
};

}  // namespace pocketplan::queue
