#include "kiosk/machine/hardware.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/shipped_machine.h"

namespace pocketplan::machine {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(HardwareTest, WhatIsNotConnectedIsNotThere) {
    const tests::ShippedMachine machine;
    machine.write("sys/class/drm/card0-DP-1/status", "disconnected\n");
    machine.write("proc/asound/cards", "--- no soundcards ---\n");
    const auto hardware = find_hardware(machine.root());
    EXPECT_THAT(hardware.displays, IsEmpty());
    EXPECT_THAT(hardware.touch_screens, IsEmpty());
    EXPECT_THAT(hardware.sound, IsEmpty());
}

// The files of the kernel as it writes them.
TEST(HardwareTest, DisplaysTouchScreensAndSoundAreNamed) {
    const tests::ShippedMachine machine;
    machine.write("sys/class/drm/card0/dev", "226:0\n");
    machine.write("sys/class/drm/card0-HDMI-A-1/status", "connected\n");
    machine.write("sys/class/drm/card0-HDMI-A-1/modes", "1920x1080\n1280x720\n");
    machine.write("sys/class/drm/card1-DSI-1/status", "connected\n");
    machine.write("proc/bus/input/devices",
                  "I: Bus=0018 Vendor=06cb Product=7a13 Version=0100\nN: Name=\"Touchpad\"\nB: PROP=5\nB: EV=1b\n\n"
                  "I: Bus=0003 Vendor=0eef Product=0001 Version=0210\nN: Name=\"eGalax Touch 10\"\nB: PROP=2\n\n"
                  "I: Bus=0011 Vendor=0001 Product=0001 Version=ab41\nN: Name=\"Keyboard\"\nB: PROP=0\n");
    machine.write("proc/asound/cards",
                  " 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n"
                  "                      HDA Intel PCH at 0xf7e30000 irq 32\n"
                  " 1 [Headset        ]: USB-Audio - Plain Headset\n"
                  "                      Maker Plain Headset at usb-0000:00:14.0-1, full speed\n");
    const auto hardware = find_hardware(machine.root());
    EXPECT_THAT(hardware.displays, ElementsAre("DSI-1", "HDMI-A-1, 1920x1080"));
    EXPECT_THAT(hardware.touch_screens, ElementsAre("eGalax Touch 10"));
    EXPECT_THAT(hardware.sound, ElementsAre("HDA Intel PCH", "Plain Headset"));
}

}  // namespace
}  // namespace pocketplan::machine
