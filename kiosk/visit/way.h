#pragma once

#include "content/library.h"
#include "kiosk/visit/event.h"
#include "kiosk/visit/visit.h"
#include "kiosk/visit/world.h"

// How a visit gets from one state to another. Used by step() alone.
namespace pocketplan::visit {

// Forgets all but what is known of the machine.
void start_over(Visit& visit, const content::Library& library);
// What staff had to see to about the clock, the display, and what it is touched by, is over; there may be more now.
void know_clock(Visit& visit, Clock clock);
void know_display(Visit& visit, const DisplaySaid& said);
void know_hands(Visit& visit, HandsSaid said);
// What staff set for all visits holds for one that begins.
void begin_as_kept(Visit& visit);
// Before something else comes in the place of the desk, or of the screen for its code; neither need be there.
void leave_desk(Visit& visit);
void show(Visit& visit, State state);
enum class From { interview, review };
void ask(Visit& visit, const content::Library& library, content::QuestionIndex question, From from = From::interview);
void review(Visit& visit);
// From the question on screen to the next one; from one that the review opened, only to what the changed answer newly
// asks. To the review where there is no other.
void advance(Visit& visit, const content::Library& library);
// Nothing where the state's Parent is not on screen.
void open_child(Visit& visit, Open opened);
// To what led to the state, where there is a way back.
void go_back(Visit& visit, const content::Library& library);
// Once an answer has changed, what hangs on the old one is gone, and will be asked again if it comes back.
void forget_stale(Visit& visit, const content::Library& library);

}  // namespace pocketplan::visit
