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

int finish(const tl::expected<void, Failure>& done, const std::string& program) {
    if (!done) return report(done.error());
    if (std::cout.flush()) return static_cast<int>(Exit::done);
    return report({Exit::failed, program + ": standard output cannot be written; look at its disk, or at its reader"});
}

}  // namespace pocketplan::tools
