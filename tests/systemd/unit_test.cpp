// What systemd itself says about the files in systemd/, and that they agree with each other. Nothing is started here.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace pocketplan::tests {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

const fs::path shipped = fs::path(SOURCE_DIR) / "systemd";
constexpr const char* acceptable = "--threshold=15";  // tenths of systemd's exposure, 0 (safe) to 10

std::string read(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> words(const std::string& text) {
    std::istringstream in(text);
    return {std::istream_iterator<std::string>(in), {}};
}

// `text` with `old` replaced, which it must hold.
std::string with(std::string text, const std::string& old, const std::string& replacement) {
    const auto at = text.find(old);
    EXPECT_NE(at, std::string::npos) << old;
    return at == std::string::npos ? text : text.replace(at, old.size(), replacement);
}

// What a file in systemd's manner sets, by key, in its order; an empty list if it does not.
std::vector<std::string> values(const std::string& name, const std::string& key) {
    std::istringstream in(read(shipped / name));
    std::vector<std::string> found;
    for (std::string line; std::getline(in, line);) {
        const auto equals = line.find('=');
        if (line.starts_with("#") || equals == std::string::npos) continue;
        if (words(line.substr(0, equals)) != std::vector{key}) continue;
        const auto first = line.find_first_not_of(' ', equals + 1);
        found.push_back(first == std::string::npos ? "" : line.substr(first));
    }
    return found;
}

std::string value(const std::string& name, const std::string& key) {
    const auto all = values(name, key);
    EXPECT_EQ(all.size(), 1U) << key << " in " << name;
    return all.empty() ? "" : all.front();
}

// A folder of units for systemd-analyze. The compositor and its seat need not be installed where tests run: a harmless
// program and an empty service replace them.
class Units : public testing::Test {
protected:
    Units() { write("seatd.service", "[Service]\nExecStart=/bin/true\n"); }

    fs::path write(const std::string& name, const std::string& text) {
        fs::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name) << text;
        return folder_ / name;
    }

    static std::string kiosk() {
        const auto unit =
            with(read(shipped / "pocketplan.service"), "=/usr/lib/pocketplan/pocketplan-relay", "=/bin/true");
        return with(unit, "/usr/lib/pocketplan/pocketplan-check", "/bin/true");
    }

    // Its complaints; there should be none.
    static std::string verify(const fs::path& unit) {
        const auto output = run({"systemd-analyze", "verify", "--man=no", unit.string()});
        return output.out + output.err + (output.status == 0 ? "" : "status " + std::to_string(output.status));
    }

    static Output security(const fs::path& unit) {
        return run({"systemd-analyze", "security", "--offline=yes", "--no-pager", acceptable, unit.string()});
    }

    const TemporaryFolder temporary_{"units"};
    const fs::path& folder_ = temporary_.path();
};

TEST_F(Units, SystemdHasNothingToSayAgainstTheKiosk) {
    EXPECT_THAT(verify(write("pocketplan.service", kiosk())), IsEmpty());
}

TEST_F(Units, SystemdComplainsOfADirectiveThatIsMisspelt) {
    EXPECT_THAT(verify(write("pocketplan.service", with(kiosk(), "\nPrivateTmp=", "\nPrivateTemp="))),
                HasSubstr("PrivateTemp"));
}

TEST_F(Units, TheKioskIsExposedToNoMoreThanAgreed) {
    const auto output = security(write("pocketplan.service", kiosk()));
    EXPECT_EQ(output.status, 0) << output.out << output.err;
    EXPECT_THAT(output.out, HasSubstr("Overall exposure level for pocketplan.service"));
}

TEST_F(Units, AKioskWithOneDoorMoreIsExposedTooMuch) {
    for (const char* door :
         {"IPAddressDeny=any", "NoNewPrivileges=yes", "ProtectSystem=strict", "CapabilityBoundingSet="}) {
        const auto output = security(write("pocketplan.service", with(kiosk(), std::string("\n") + door + "\n", "\n")));
        EXPECT_NE(output.status, 0) << door;
    }
}

TEST_F(Units, APrinterOnTheNetworkOpensNothingButItsAddress) {
    write("pocketplan.service.d/printer.conf", read(shipped / "network-printer.conf"));
    EXPECT_THAT(verify(write("pocketplan.service", kiosk())), IsEmpty());
    EXPECT_THAT(value("network-printer.conf", "IPAddressAllow"), StartsWith("192.0.2."));  // RFC 5737: nobody's
}

TEST_F(Units, SystemdHasNothingToSayAgainstTheScheduler) {
    const auto scheduler = write("cups.service", read("/usr/lib/systemd/system/cups.service"));
    write("cups.service.d/pocketplan.conf", read(shipped / "cups.service.conf"));
    EXPECT_THAT(verify(scheduler), IsEmpty());
    write("cups.service.d/pocketplan.conf", "[Service]\nTemporaryFileSystem=var/spool/cups\n");
    EXPECT_THAT(verify(scheduler), HasSubstr("not absolute"));
}

TEST_F(Units, AUsbPrintersServiceKeepsItsLogInMemory) {
    const auto service = write("ipp-usb.service", "[Service]\nExecStart=/bin/true\n");
    write("ipp-usb.service.d/pocketplan.conf", read(shipped / "ipp-usb.service.conf"));
    EXPECT_THAT(verify(service), IsEmpty());
    EXPECT_THAT(value("ipp-usb.service.conf", "TemporaryFileSystem"), StartsWith("/var/log/ipp-usb:"));
}

TEST_F(Units, AStickIsReadInASandbox) {
    const auto name = "pocketplan-stick@.service";
    const auto unit = with(read(shipped / name), "/usr/lib/pocketplan/take-from-stick", "/bin/true");
    const auto stick = write("pocketplan-stick@sda1.service", unit);
    EXPECT_THAT(verify(stick), IsEmpty());
    // It mounts the stick and reads whatever is on it, which is the larger part of what systemd holds against it.
    const auto output = run({"systemd-analyze", "security", "--offline=yes", "--no-pager", "--threshold=19", stick});
    EXPECT_EQ(output.status, 0) << output.out;
    EXPECT_THAT(read(shipped / "pocketplan-stick.rules"), HasSubstr("\"pocketplan-stick@%k.service\""));
    EXPECT_EQ("/var/lib/" + value(name, "StateDirectory"), std::string("/var/lib/pocketplan-words"));
    EXPECT_EQ("/run/" + value(name, "RuntimeDirectory"), std::string("/run/pocketplan-words"));
}

TEST_F(Units, TheUsersFileMakesTheUserThatTheKioskRunsAs) {
    EXPECT_EQ(run({"systemd-sysusers", "--dry-run", (shipped / "pocketplan.sysusers").string()}).status, 0);
    const auto users = read(shipped / "pocketplan.sysusers");
    EXPECT_THAT(users, HasSubstr("\nu " + value("pocketplan.service", "User") + " - "));
    EXPECT_THAT(users, HasSubstr(" /run/" + value("pocketplan.service", "RuntimeDirectory") + " "));
    EXPECT_THAT(users, HasSubstr("/nologin"));
    for (const char* group : {" video\n", " audio\n"}) {
        EXPECT_THAT(users, HasSubstr("\nm " + value("pocketplan.service", "User") + group));
    }
}

// The system calls that a filter of the kiosk's allows; systemd-analyze knows the sets, and a later line wins.
class Filter {
public:
    Filter() {
        std::istringstream in(run({"systemd-analyze", "syscall-filter", "--no-pager"}).out);
        std::string set;
        for (std::string line; std::getline(in, line);) {
            const auto found = words(line);
            if (found.empty() || found.front().starts_with("#")) continue;
            if (line.starts_with("@"))
                set = found.front();
            else
                sets_[set].push_back(found.front());
        }
        apply("@default");  // always let through
        for (const auto& line : values("pocketplan.service", "SystemCallFilter")) apply(line);
    }

    [[nodiscard]] const std::set<std::string>& allowed() const { return allowed_; }

private:
    void apply(const std::string& line) {
        const bool refused = line.starts_with("~");
        for (const auto& name : words(refused ? line.substr(1) : line)) change(name, refused);
    }

    void change(const std::string& name, bool refused) {
        if (name.starts_with("@")) {
            for (const auto& member : sets_[name]) change(member, refused);
        } else if (refused) {
            allowed_.erase(name);
        } else {
            allowed_.insert(name);
        }
    }

    std::map<std::string, std::vector<std::string>> sets_;
    std::set<std::string> allowed_;
};

TEST(Sandbox, LetsThroughWhatForgettingAndPrintingNeed) {
    const auto allowed = Filter().allowed();
    const std::vector<std::string> needed = {
        "mlock2", "madvise",                                                  // kiosk/forgetting/memory
        "prctl",  "prlimit64", "memfd_create", "close_range",                 // kiosk/forgetting
        "fcntl",  "dup2",      "execve",       "rt_sigprocmask",              // kiosk/forgetting
        "flock",  "sendmsg",   "fsync",        "unlink",                      // kiosk/machine
        "socket", "connect",   "sendto",       "recvfrom",       "shutdown",  // printer/queue
        "shmget", "shmat",     "recvmsg",      "setuid",         "setgid",    // SDL, Xwayland and the keymap's compiler
    };
    for (const auto& call : needed) EXPECT_THAT(allowed, Contains(call));
}

TEST(Sandbox, LetsThroughNothingThatReadsAnothersMemoryOrChangesTheMachine) {
    const auto allowed = Filter().allowed();
    for (const char* call : {"ptrace", "process_vm_readv", "process_vm_writev", "mount", "swapon", "bpf", "init_module",
                             "chown", "setresuid", "perf_event_open", "reboot", "clock_settime"}) {
        EXPECT_THAT(allowed, Not(Contains(std::string(call))));
    }
}

TEST(Installation, StartsTheKioskWhereItIsInstalled) {
    const auto root = read(fs::path(SOURCE_DIR) / "CMakeLists.txt");
    const auto installed = read(shipped / "CMakeLists.txt");
    const auto start = words(value("pocketplan.service", "ExecStart"));
    ASSERT_EQ(start.size(), 6U);
    EXPECT_THAT(start, Contains("/etc/pocketplan/pocketplan.toml"));
    const fs::path program = start[3];
    EXPECT_THAT(root, HasSubstr("set(INSTALLED_HOME " + program.parent_path().string() + ")"));
    EXPECT_THAT(installed, HasSubstr("install(TARGETS " + program.filename().string() + " "));
    const auto check = value("pocketplan.service", "ExecStartPre").substr(1);  // behind "+", as root
    for (const fs::path& other : {fs::path(check), fs::path(start[0])}) {
        EXPECT_EQ(other.parent_path(), program.parent_path());
        EXPECT_THAT(installed, HasSubstr(" " + other.filename().string() + " "));
    }
}

TEST(Installation, CarriesEveryFileOfItsFolder) {
    auto installed = read(shipped / "CMakeLists.txt");
    for (const char mark : {'(', ')'}) std::replace(installed.begin(), installed.end(), mark, ' ');
    for (const auto& entry : fs::directory_iterator(shipped)) {
        const auto name = entry.path().filename().string();
        if (name == "CMakeLists.txt" || name == "image") continue;  // which is for `./dev image`
        EXPECT_THAT(words(installed), Contains(name));
    }
}

TEST(Installation, PutsTheJournalsSettingsWhereTheKiosksJournalReadsThem) {
    const auto installed = read(shipped / "CMakeLists.txt");
    const auto journal = value("pocketplan.service", "LogNamespace");
    EXPECT_THAT(installed, HasSubstr("/usr/lib/systemd/journald@" + journal + ".conf.d "));
    EXPECT_EQ(value("pocketplan.journald", "Storage"), "volatile");
}

TEST(Installation, LeavesNoProgramsMemoryInAFile) {
    EXPECT_THAT(read(shipped / "CMakeLists.txt"), HasSubstr("/usr/lib/sysctl.d RENAME 90-"));  // behind 50-coredump
    EXPECT_EQ(value("pocketplan.sysctl", "fs.suid_dumpable"), "0");
    const auto reader = value("pocketplan.sysctl", "kernel.core_pattern");
    ASSERT_THAT(reader, StartsWith("|/"));
    EXPECT_EQ(access(reader.c_str() + 1, X_OK), 0) << reader;
}

// The scheduler's own check of its settings: it starts, reports what it does not know, and ends.
std::string check_scheduler(const fs::path& folder, const std::string& settings) {
    std::ofstream(folder / "cupsd.conf") << "Listen localhost:631\n" << settings;
    std::ofstream(folder / "files.conf") << "ServerRoot " << folder.string() << "\n";
    const auto output =
        run({"/usr/sbin/cupsd", "-t", "-c", (folder / "cupsd.conf").string(), "-s", (folder / "files.conf").string()});
    return output.out + output.err;
}

TEST_F(Units, TheSchedulerUnderstandsWhatItIsToldToForget) {
    const auto settings = read(shipped / "cupsd.conf");
    EXPECT_THAT(check_scheduler(folder_, settings), Not(HasSubstr("Unknown")));
    for (const char* line :
         {"PreserveJobFiles No\n", "PreserveJobHistory 60\n", "LogLevel none\n", "AccessLogLevel none\n"}) {
        EXPECT_THAT(settings, HasSubstr(line));
    }
    EXPECT_THAT(check_scheduler(folder_, with(settings, "LogLevel none", "LogLevel some")), HasSubstr("Unknown"));
}

TEST(Updates, AreSetInWordsThatAptUnderstands) {
    const auto settings = run({"apt-config", "-c", (shipped / "unattended-upgrades.conf").string(), "dump"});
    EXPECT_EQ(settings.status, 0) << settings.err;
    for (const char* line :
         {"Unattended-Upgrade::Origins-Pattern:: \"origin=Pocketplan\";", "DPkg::Options:: \"--force-confold\";",
          "APT::Periodic::Unattended-Upgrade \"1\";", "Unattended-Upgrade::Automatic-Reboot-Time \"04:30\";"}) {
        EXPECT_THAT(settings.out, HasSubstr(line));
    }
}

// Its package starts a server, so that only `./dev long` installs it.
TEST(Alerts, ComeOfWhatAKioskTells) {
    if (run({"sh", "-c", "command -v promtool"}).status != 0) GTEST_SKIP() << "there is no promtool";
    const auto tried = run({"promtool", "test", "rules", SOURCE_DIR "/tests/systemd/alerts_test.yml"});
    EXPECT_EQ(tried.status, 0) << tried.out << tried.err;
}

}  // namespace
}  // namespace pocketplan::tests
