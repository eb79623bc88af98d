#include "printer/queue/ipp_module.h"

#include "printer/queue/cups_queue.h"
#include "printer/queue/ipp_printer.h"

using namespace pocketplan::queue;

Printer* pocketplan_open_ipp(const IppAddress& address, const char* user_name) {
    return std::make_unique<IppPrinter>(address, user_name).release();
}

Printer* pocketplan_open_cups(const char* name, const char* user_name) {
    return std::make_unique<CupsQueue>(name, user_name).release();
}
