#include "kiosk/machine/service.h"

#include <array>
#include <cstdlib>
#include <string>

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace pocketplan::machine {
namespace {

// What systemd would hear.
class ServiceTest : public testing::Test {
protected:
    ServiceTest() {
        const auto path = (folder_ / "notify").string();
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        path.copy(address.sun_path, sizeof address.sun_path - 1);
        socket_ = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0);
        EXPECT_EQ(bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
        setenv("NOTIFY_SOCKET", path.c_str(), 1);
    }
    ~ServiceTest() override {
        close(socket_);
        for (const char* name : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "XDG_RUNTIME_DIR"}) unsetenv(name);
    }

    std::string heard() const {
        std::string all;
        std::array<char, 100> message{};
        for (ssize_t got = 0; (got = recv(socket_, message.data(), message.size(), 0)) > 0;) {
            all.append(message.data(), static_cast<std::size_t>(got)).append("\n");
        }
        return all;
    }

    const tests::TemporaryFolder temporary_{"service_test"};
    const std::filesystem::path& folder_ = temporary_.path();
    int socket_ = -1;
};

TEST_F(ServiceTest, SaysOnceThatItIsReady) {
    Service service;
    EXPECT_EQ(heard(), "");
    service.alive();
    service.alive();
    EXPECT_EQ(heard(), "READY=1\n");
}

TEST_F(ServiceTest, ShowsSignsOfLifeNoOftenerThanNeeded) {
    setenv("WATCHDOG_USEC", "3600000000", 1);
    Service service;
    service.alive();
    service.alive();
    EXPECT_EQ(heard(), "READY=1\nWATCHDOG=1\n");
    setenv("WATCHDOG_USEC", "3", 1);  // a third of it has passed by the next call
    Service impatient;
    impatient.alive();
    heard();
    impatient.alive();
    EXPECT_EQ(heard(), "WATCHDOG=1\n");
}

TEST_F(ServiceTest, ASecondInstanceSeesTheFirstUntilItEnds) {
    setenv("XDG_RUNTIME_DIR", folder_.c_str(), 1);
    {
        const Instance first;
        EXPECT_TRUE(first.alone());
        const Instance second;
        EXPECT_FALSE(second.alone());
        EXPECT_EQ(second.file(), folder_ / "pocketplan.lock");
    }
    EXPECT_TRUE(Instance().alone());
}

// pocketplan-relay itself, with a shell below it that sends what a kiosk, or an impostor, might send.
class RelayTest : public ServiceTest {
protected:
    RelayTest() {
        std::filesystem::create_directory(folder_ / "run");
        setenv("RUNTIME_DIRECTORY", (folder_ / "run").c_str(), 1);
    }
    ~RelayTest() override { unsetenv("RUNTIME_DIRECTORY"); }
    static tests::Output relay(const std::string& script) {
        return tests::run({std::string(BUILD_DIR) + "/pocketplan-relay", "/bin/sh", "-c", script});
    }
};

TEST_F(RelayTest, PassesOnThatTheKioskIsThereAndAnswersAndNothingElse) {
    const auto output = relay("for word in READY=1 STOPPING=1 MAINPID=1 WATCHDOG=1; do systemd-notify $word; done");
    EXPECT_EQ(output.status, 0) << output.err;
    EXPECT_EQ(heard(), "READY=1\nWATCHDOG=1\n");
}

TEST_F(RelayTest, EndsAsTheProgramBelowItEnds) {
    EXPECT_EQ(relay("exit 70").status, 70);
    EXPECT_EQ(relay("kill -9 $$").status, 128 + 9);
    EXPECT_EQ(tests::run({std::string(BUILD_DIR) + "/pocketplan-relay", "/no/such/program"}).status, 1);
}

TEST_F(RelayTest, ASignalReachesTheProgramBelowIt) {
    const auto ready = folder_ / "ready";
    tests::Process process({std::string(BUILD_DIR) + "/pocketplan-relay", "/bin/sh", "-c",
                            "trap 'exit 5' TERM; touch " + ready.string() + "; while :; do sleep 0.05; done"});
    ASSERT_TRUE(tests::eventually([&] { return std::filesystem::exists(ready); }));
    process.signal(SIGTERM);
    EXPECT_EQ(process.wait(), 5);
}

}  // namespace
}  // namespace pocketplan::machine
