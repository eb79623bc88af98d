#include "kiosk/app/check.h"

#include <sstream>
#include <string>
#include <vector>

#include <grp.h>
#include <pwd.h>
#include <unistd.h>

#include "content/dates.h"
#include "kiosk/app/promises.h"
#include "kiosk/app/setup.h"
#include "kiosk/forgetting/checks.h"
#include "kiosk/machine/hardware.h"
#include "kiosk/papers/installed.h"
#include "kiosk/papers/today.h"
#include "kiosk/tools/command_line.h"
#include "printer/status/status.h"

namespace pocketplan::app {
namespace {

using tools::Failure;
using visit::Finding;

constexpr const char* usual_settings = "/etc/pocketplan/pocketplan.toml";
constexpr const char* kiosks_user = "pocketplan";  // pocketplan.sysusers

// One line after another, and whether one of them keeps visits away.
class Checked {
public:
    explicit Checked(std::ostream& out) : out_(out) {}

    void tell(const std::string& line) { out_ << line << '\n'; }
    void fail(const std::string& line) {
        out_ << "NOT READY: " << line << '\n';
        failed_ = true;
    }
    [[nodiscard]] tl::expected<void, Failure> result() {
        if (failed_) return tools::users_fault("pocketplan: not ready for visitors; see to what is NOT READY");
        tell("ready for visitors");
        return {};
    }

private:
    std::ostream& out_;
    bool failed_ = false;
};

// As long as it lives, files are read as the kiosk's user would: one that only root may read is a fault.
class AsKiosk {
public:
    AsKiosk() {
        const passwd* const user = papers::is_installed() && geteuid() == 0 ? getpwnam(kiosks_user) : nullptr;
        changed_ = user != nullptr && initgroups(user->pw_name, user->pw_gid) == 0 && setegid(user->pw_gid) == 0 &&
                   seteuid(user->pw_uid) == 0;
    }
    ~AsKiosk() {
        if (changed_ && (seteuid(0) != 0 || setegid(0) != 0)) std::abort();
    }
    AsKiosk(const AsKiosk&) = delete;
    AsKiosk& operator=(const AsKiosk&) = delete;

private:
    bool changed_ = false;
};

// In English, as staff read it on the screen.
std::string words_of(const content::Library& library, std::string_view id) {
    return std::string(library.text({}, id));
}

std::string name_of(const content::Library& library) {
    return library.pack + ", version " + library.version + ", as of " + content::iso_day(library.information_date);
}

// Whether it keeps visits away, the settings have a say in.
void tell_finding(const Setup& setup, const std::string& what, Finding finding, Checked& checked) {
    const auto line = what + ": " + words_of(setup.library, text_id(finding));
    refuses(setup.config, {finding}) ? checked.fail(line) : checked.tell(line);
}

void tell_words(const Setup& setup, Checked& checked) {
    const auto& library = setup.library;
    checked.tell("words: " + name_of(library) + "; languages: " + library.tags());
    if (!setup.fault.empty()) checked.tell("words: " + setup.fault);
    const auto today = papers::today();
    if (content::is_lost(today, library)) tell_finding(setup, "clock", Finding::clock, checked);
    for (const auto* source : content::overdue_sources(library, today)) {
        checked.tell("words: nobody checked this source in time: " + source->title);
    }
}

void tell_printer(const Setup& setup, Checked& checked) {
    if (const auto refused = refused_printer(setup.config)) {
        return tell_finding(setup, "printer", *refused, checked);
    }
    const auto line = "printer: " + setup.config.printer + ": ";
    if (setup.printer->path() == queue::Path::files) return checked.tell(line + "files instead of paper, for a trial");
    const auto device = setup.printer->device();
    const auto trouble = status::judge_printer(device);
    const std::string id(status::text_id(trouble));
    if (trouble != status::Trouble::none) {
        return checked.fail(line + words_of(setup.library, id) + " " + words_of(setup.library, id + ".staff"));
    }
    checked.tell(line + "ready");
    for (const auto notice : status::notices_of(device)) {
        checked.tell("printer: " + words_of(setup.library, status::text_id(notice)));
    }
}

// What of the promises can be seen from outside the kiosk's sandbox; all of it by root alone.
void tell_promises(const Setup& setup, const std::filesystem::path& root, Checked& checked) {
    if (may_keep_plans(setup.config)) return checked.tell("promises: not looked at, because this is a trial");
    auto findings = forgetting::examine_in_the_open(root);
    if (geteuid() == 0) {
        const auto seen_by_root = forgetting::examine_as_root(root);
        findings.insert(findings.end(), seen_by_root.begin(), seen_by_root.end());
    } else {
        checked.tell("promises: only root sees where the journal goes and what CUPS keeps; call this with sudo");
    }
    if (path_of(setup.printer.get()) != view::PrintPath::scheduler) {
        std::erase_if(findings, forgetting::is_about_the_scheduler);
    }
    for (const auto finding : findings) tell_finding(setup, "promises", finding, checked);
}

std::string listed(const std::vector<std::string>& names, const std::string& if_none) {
    std::string all;
    for (const auto& name : names) all += (all.empty() ? "" : "; ") + name;
    return names.empty() ? if_none : all;
}

void tell_hardware(const machine::Hardware& hardware, Checked& checked) {
    checked.tell("display: " + listed(hardware.displays, "none is connected"));
    checked.tell("touch screen: " + listed(hardware.touch_screens, "none; a mouse or a keyboard works, too"));
    checked.tell("sound: " + listed(hardware.sound, "none; the kiosk cannot read aloud"));
}

// Whoever checks an installed kiosk means the settings that its unit names.
Call with_settings(Call call) {
    std::error_code none;
    if (call.settings.empty() && papers::is_installed() && std::filesystem::exists(usual_settings, none)) {
        call.settings = usual_settings;
    }
    return call;
}

tl::expected<Setup, std::string> set_up_as_kiosk(const Call& call, const typeset::Typesetter& fonts) {
    const AsKiosk as_kiosk;
    return set_up(call, [&](std::string_view text) { return fonts.missing_glyph(text); }, {});
}

}  // namespace

tl::expected<void, Failure> check(const Call& named, std::ostream& out, const std::filesystem::path& root) {
    const Call call = with_settings(named);
    Checked checked(out);
    tell_hardware(machine::find_hardware(root), checked);
    checked.tell("settings: " + (call.settings.empty() ? "none" : call.settings.string()));
    const auto fonts = tools::load_fonts();
    if (!fonts) return tl::unexpected(fonts.error());
    const auto setup = set_up_as_kiosk(call, *fonts);
    if (!setup) {
        std::istringstream faults(setup.error());
        for (std::string fault; std::getline(faults, fault);) checked.fail(fault);
        return checked.result();
    }
    tell_words(*setup, checked);
    tell_printer(*setup, checked);
    tell_promises(*setup, root, checked);
    return checked.result();
}

tl::expected<void, Failure> tell_version(const Call& call, std::ostream& out) {
    out << "pocketplan " << POCKETPLAN_VERSION << '\n';
    const auto file = words_file(call, call.content);
    const auto library = content::load_library(file);
    if (!library) return tools::users_fault(content::describe(library.error(), file));
    out << "words: " << name_of(*library) << '\n';
    return {};
}

}  // namespace pocketplan::app
