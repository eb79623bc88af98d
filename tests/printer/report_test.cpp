// Our report on a printer in several states, compared with ipptool's. Run as root.

#include <algorithm>
#include <cstdlib>

#include <gmock/gmock.h>

#include "tests/printer/ipptool.h"
#include "tests/printer/print_test.h"
#include "tests/support/real_printer.h"

namespace pocketplan::queue {
namespace {

using status::DeviceReport;
using testing::HasSubstr;
using tests::RealPrinter;

using Words = std::vector<std::string>;

Words split(const std::string& values) {
    Words found;
    std::istringstream in(values);
    for (std::string one; std::getline(in, one, ',');) found.push_back(one);
    return found;
}

Attributes told_by_ipptool(const RealPrinter& real) {
    return attributes_in(tests::run({"ipptool", "-tv", real.uri(), "get-printer-attributes.test"}).out);
}

std::string word_for(status::PrinterState state) {
    switch (state) {
        case status::PrinterState::idle:
            return "idle";
        case status::PrinterState::processing:
            return "processing";
        case status::PrinterState::stopped:
            return "stopped";
    }
    std::abort();
}

// All values of a member of collections that ipptool printed, in their order.
std::vector<int> members(std::string_view collections, const std::string& name) {
    std::vector<int> found;
    const std::string before = name + "=";
    for (auto at = collections.find(before); at != std::string_view::npos; at = collections.find(before, at + 1)) {
        found.push_back(std::stoi(std::string(collections.substr(at + before.size(), 10))));
    }
    return found;
}

// A medium without margins of its own gets the widest that the printer has.
int widest(const Attributes& told, const std::string& side) {
    const std::string& ready = told.at("media-col-ready");
    auto each = members(ready, "media-" + side + "-margin");
    if (each.size() < members(ready, "x-dimension").size()) {
        for (const auto& one : split(told.at("media-" + side + "-margin-supported"))) each.push_back(std::stoi(one));
    }
    return *std::max_element(each.begin(), each.end());
}

void expect_agreement(const DeviceReport& ours, const Attributes& told) {
    ASSERT_TRUE(ours.reached);
    EXPECT_EQ(word_for(ours.state), told.at("printer-state"));
    const auto& reasons = told.at("printer-state-reasons");
    EXPECT_EQ(ours.reasons, reasons == "none" ? Words{} : split(reasons));
    EXPECT_EQ(ours.accepting_jobs ? "true" : "false", told.at("printer-is-accepting-jobs"));
    EXPECT_EQ(ours.takes_pdf, told.at("document-format-supported").find("application/pdf") != std::string::npos);
    EXPECT_EQ(ours.takes_raster, told.at("document-format-supported").find("raster") != std::string::npos);
    EXPECT_EQ(ours.colour == status::Colour::colour ? "true" : "false", told.at("color-supported"));
    Words media;
    std::vector<int> widths;
    std::vector<int> lengths;
    for (const auto& medium : ours.media) {
        media.push_back(medium.name);
        widths.push_back(medium.width);
        lengths.push_back(medium.length);
    }
    EXPECT_EQ(media, split(told.at("media-ready")));
    EXPECT_EQ(widths, members(told.at("media-col-ready"), "x-dimension"));
    EXPECT_EQ(lengths, members(told.at("media-col-ready"), "y-dimension"));
    EXPECT_EQ(ours.margins, (status::Margins{widest(told, "top"), widest(told, "bottom"), widest(told, "left"),
                                             widest(told, "right")}));
}

class ReportConforms : public testing::Test {
protected:
    // In a stable state, with what ipptool then reports as reasons.
    void expect_agreement_on(const std::string& reasons) {
        const auto told = told_by_ipptool(real);
        EXPECT_THAT(told.at("printer-state-reasons"), HasSubstr(reasons));
        expect_agreement(printer->device(), told);
    }

    RealPrinter real{tests::free_port()};
    std::unique_ptr<Printer> printer = open(real.uri());
};

TEST_F(ReportConforms, ToIpptoolsOfAnIdlePrinter) {
    expect_agreement_on("none");
    EXPECT_TRUE(printer->device().media_ready);
}

TEST_F(ReportConforms, ToIpptoolsWhileThereIsNoPaperAndOnceItIsBack) {
    real.take_paper_out();
    expect_agreement_on("media-empty");
    EXPECT_FALSE(printer->device().media_ready);
    real.put_paper_in();
    expect_agreement_on("none");
    EXPECT_TRUE(printer->device().media_ready);
}

TEST_F(ReportConforms, ToIpptoolsWhileAJobWaitsForPaper) {
    real.take_paper_out();
    ASSERT_TRUE(printer->submit({sample_pdf("plan")}));
    ASSERT_TRUE(tests::eventually([&] { return told_by_ipptool(real)["printer-state"] == "processing"; }));
    expect_agreement_on("media-needed");
}

TEST_F(ReportConforms, ToIpptoolsWhileTonerIsLowAndUsedUp) {
    real.set_toner(5);
    expect_agreement_on("toner-low");
    real.set_toner(0);
    expect_agreement_on("toner-empty");
    real.take_paper_out();
    expect_agreement_on("media-empty");  // together with the toner's
}

}  // namespace
}  // namespace pocketplan::queue
