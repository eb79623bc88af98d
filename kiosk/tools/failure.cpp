#include "kiosk/tools/failure.h"

#include <iostream>
#include <utility>

namespace pocketplan::tools {

tl::unexpected<Failure> users_fault(std::string message) {
    return tl::make_unexpected(Failure{Exit::users_fault, std::move(message)});
}

tl::unexpected<Failure> failed(std::string message) {
    return tl::make_unexpected(Failure{Exit::failed, std::move(message)});
}

void tell(std::string_view line) {
    std::cerr << line << '\n';
}

int report(const Failure& failure) {
    tell(failure.message);
    return static_cast<int>(failure.status);
}

}  // namespace pocketplan::tools
