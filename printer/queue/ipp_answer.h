#pragma once

#include <array>
#include <vector>

#include "printer/queue/ipp_client.h"
#include "printer/queue/printer.h"

// What an IPP answer says, as plain values. Pure; an attribute whose type is not the standard's, or a number that
// cannot be, counts as missing.
namespace pocketplan::queue {

// The attributes to request from a printer for device_report().
inline constexpr std::array device_attributes{"printer-state",
                                              "printer-state-reasons",
                                              "printer-is-accepting-jobs",
                                              "printer-input-tray",
                                              "media-ready",
                                              "media-col-ready",
                                              "media-top-margin-supported",
                                              "media-bottom-margin-supported",
                                              "media-left-margin-supported",
                                              "media-right-margin-supported",
                                              "document-format-supported",
                                              "print-color-mode-supported",
                                              "color-supported",
                                              "operations-supported"};
status::DeviceReport device_report(ipp_t* answer);
bool supports(ipp_t* answer, ipp_op_t operation);

// The attributes to request for job_report(), and of a list for jobs_in().
inline constexpr std::array job_attributes{"job-id",
                                           "job-state",
                                           "job-state-reasons",
                                           "job-originating-user-name",
                                           "job-impressions-completed",
                                           "job-media-sheets-completed",
                                           "job-k-octets-processed"};
status::JobReport job_report(ipp_t* answer);

// unnamed: the device says nothing, although it must (RFC 8011, 5.3.6), or keeps it to itself.
enum class Owner { ours, unnamed, other };
struct ListedJob {
    JobId id{};
    status::JobReport report;
    Owner owner = Owner::unnamed;
};
enum class Whose { ours, everybodys };
// From a list of jobs. Among ours are those without any name: the list was requested as my-jobs, and one of them may be
// what an earlier visit left.
std::vector<ListedJob> jobs_in(ipp_t* answer, Whose whose, const std::string& user_name);

// 0 if it is missing.
int job_id(ipp_t* answer);
// Empty if it is missing.
std::string uri_in(ipp_t* answer, const char* name);

}  // namespace pocketplan::queue
