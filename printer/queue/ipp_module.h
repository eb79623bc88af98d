#pragma once

#include "printer/queue/ipp_address.h"
#include "printer/queue/printer.h"

// What pocketplan-ipp.so gives: the printers that libcups talks to. It is a library of its own, loaded by the thread
// that prints, because libcups brings twenty more (Kerberos, GnuTLS, Avahi), and a visitor would wait for them before
// the first screen. Each call returns a new object, which the caller owns.
extern "C" {
pocketplan::queue::Printer* pocketplan_open_ipp(const pocketplan::queue::IppAddress& address, const char* user_name);
pocketplan::queue::Printer* pocketplan_open_cups(const char* name, const char* user_name);
}
