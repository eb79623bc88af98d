#pragma once

#include "content/library.h"
#include "kiosk/visit/event.h"
#include "kiosk/visit/visit.h"

// How what is entered becomes an answer. Used by step() alone, and in the state Asking alone.
namespace pocketplan::visit {

// Fills the entry from the answer that the question on screen has already, if any; of several people, from this one's.
void open_entry(Visit& visit, const content::Library& library, std::size_t person);
// Makes the entry an answer, or forgets the answer where nothing was entered. Where it cannot stand, it stays as it is
// and Entry::fault says why.
enum class Committed { good, faulty };
Committed commit_entry(Visit& visit, const content::Library& library);
// Forgets the answer to the question on screen; of several people, the one on screen.
void skip_entry(Visit& visit, const content::Library& library);

// The only one that is used while no question is asked: a further digit of the staff code.
void type_code(Visit& visit, char32_t code_point);
void type(Visit& visit, const content::Library& library, char32_t code_point);
// Types all that is on the key, or nothing where there is no room for all of it.
void press(Visit& visit, const content::Library& library, const PressKey& pressed);
// Puts a Chinese character in the place of the letters typed last, which it is read as.
void pick_character(Visit& visit, const content::Library& library, std::size_t place);
// Takes back what one touch of a key has typed.
void erase_character(Visit& visit, const content::Library& library);
void pick_date(Visit& visit, DatePart part, int value);
// The hour that was picked moves there.
void show_half(Visit& visit, HalfOfDay half);
void pick_time(Visit& visit, TimePart part, int value);

}  // namespace pocketplan::visit
