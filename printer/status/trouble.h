#pragma once

#include <string_view>

namespace pocketplan::status {

// What keeps paper from coming out; two troubles differ in what staff do about them. Each has a sentence for the
// visitor, "printer.NAME", and a remedy for staff, "printer.NAME.staff", in content/common.
enum class Trouble {
    none,
    no_printer,
    out_of_paper,
    jam,
    door_open,
    stopped,  // for a reason that only its own display shows
    gone,
    failed,         // the job was aborted, cancelled or forgotten
    tray_missing,   // or the tray that catches paper
    wrong_paper,    // it waits for another size or kind, or nothing that is loaded fits
    output_full,    // paper that came out was not taken away
    toner_empty,    // or ink, or ribbon; or the cartridge is missing
    waste_full,     // the container of waste toner or ink, or it is missing
    worn_part,      // drum, fuser, rollers: at the end of their life, or missing
    temperature,    // too hot, or not yet warm
    memory_full,    // the printer's own
    broken,         // needs a technician
    no_filter,      // the scheduler lacks a program that it needs
    paused,         // by somebody, at its panel or at the scheduler
    not_accepting,  // takes no new jobs
    held,           // takes jobs, and prints them only once they are released
    stalled,        // reports nothing wrong, but nothing moves
    leftover,       // a job of an earlier visit may still be in it
    no_pdf,         // takes raster only; set it up as a queue of the scheduler
    sign_in,        // asks for a name and a password
    wrong_certificate,
};
inline constexpr Trouble last_trouble = Trouble::wrong_certificate;

// What staff should know even though paper comes out. Each has a text for staff, "printer.notice.NAME".
enum class Notice {
    paper_low,
    output_nearly_full,
    toner_low,
    waste_nearly_full,
    part_wearing,
    other_tray,  // a tray that is not needed now is empty or missing
    look,        // a warning of some part that does not stop the printer
    unknown,     // a keyword of its maker's own
};
inline constexpr Notice last_notice = Notice::unknown;

// The text id of the visitor's sentence, for example "printer.out_of_paper"; the remedy's ends in ".staff".
std::string_view text_id(Trouble trouble);
// For example "printer.notice.toner_low".
std::string_view text_id(Notice notice);

// True if waiting will not bring the paper: the job was refused, failed or stalled, or there is no printer to print it.
bool ends_the_job(Trouble trouble);

}  // namespace pocketplan::status
