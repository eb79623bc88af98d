#pragma once

namespace pocketplan::machine {

// Takes less address space than a program does by itself, and a stack that is deep enough: where the system limits
// either, that may be what makes the difference. Before there is a second thread.
void be_modest();

// Whether the system lets the program take as much as a visit needs: no limit of its address space or of its stack is
// in the way. Libraries end a program that finds out later.
bool has_room();

}  // namespace pocketplan::machine
