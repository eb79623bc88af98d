// ipptool, with which the CUPS project tests printers, examines the printer that our tests rely on, and our jobs in it.
// Run as root.

#include <fstream>
#include <sstream>

#include <gmock/gmock.h>

#include "tests/printer/ipptool.h"
#include "tests/printer/print_test.h"
#include "tests/support/real_printer.h"
#include "tests/support/temporary_folder.h"

namespace pocketplan::queue {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;
using tests::eventually;
using tests::RealPrinter;

using Words = std::vector<std::string>;

const fs::path ipptool_files = "/usr/share/cups/ipptool";
const std::string visitor = "Esmeralda";

class Conformance : public testing::Test {
protected:
    // ipptool's verdict on a request with its expectations; `lines` are those after charset and language.
    tests::Output ask(const RealPrinter& real, const std::string& operation, const std::string& lines) const {
        const auto file = folder / "request.test";
        std::ofstream(file) << "{\nNAME \"" << operation << "\"\nOPERATION " << operation
                            << "\nGROUP operation-attributes-tag\nATTR charset attributes-charset utf-8\n"
                               "ATTR language attributes-natural-language en\nATTR uri printer-uri $uri\n"
                            << lines << "\nSTATUS successful-ok\n}\n";
        return tests::run({"ipptool", "-tv", real.uri(), file});
    }

    const tests::TemporaryFolder temporary{"ipptool"};
    const fs::path& folder = temporary.path();
};

// The outcome of each test of a suite, in order: "RFC 8011 section 4.2.6: Get-Jobs Operation (default) [PASS]". A try
// that ipptool repeats does not count. The exit status is not used, because it ignores the suites that a suite
// includes.
Words outcomes(const std::string& told) {
    Words found;
    std::istringstream in(told);
    for (std::string line; std::getline(in, line);) {
        const bool ends = line.ends_with("[PASS]") || line.ends_with("[FAIL]") || line.ends_with("[SKIP]");
        if (ends) found.push_back(line);
    }
    return found;
}

// IPP/2.0's suite, which includes IPP/1.1's. Debian leaves its documents out, so it prints ours, and skips those that
// the printer does not take. A try that finds the last job ending is repeated after a tenth of a second instead of
// five.
Words run_suite(const RealPrinter& real, const fs::path& folder) {
    for (const auto* const suite : {"ipp-1.1.test", "ipp-2.0.test"}) {
        std::ifstream in(ipptool_files / suite);
        std::ofstream out(folder / suite);
        for (std::string line; std::getline(in, line);) {
            out << line << "\n";
            if (line.find("OPERATION ") != std::string::npos) out << "DELAY \"0.01,0.1\"\n";
        }
    }
    const auto pdf = sample_pdf("suite");
    for (const auto* const name :
         {"document-a4.pdf", "document-letter.pdf", "document-a4.ps", "document-letter.ps", "color.jpg", "gray.jpg"}) {
        std::ofstream(folder / name).write(reinterpret_cast<const char*>(pdf.data()), std::ssize(pdf));
    }
    return outcomes(
        tests::run({"ipptool", "-tR", "-f", folder / "document-letter.pdf", real.uri(), folder / "ipp-2.0.test"}).out);
}

void print_a_plan(const RealPrinter& real) {
    const auto printer = open(real.uri());
    const auto job = printer->submit({sample_pdf(visitor)});
    ASSERT_TRUE(job);
    ASSERT_TRUE(completes(*printer, *job));
    ASSERT_TRUE(eventually([&] { return printer->clear() == Clearing::clear; }));
}

TEST_F(Conformance, OfThePrinterIsWholeAndTheSameBeforeAndAfterAJobOfOurs) {
    const RealPrinter real(tests::free_port(), RealPrinter::Pace::quick);
    // The suite wants a printer-up-time above 0 seconds.
    const auto is_up = [&] {
        return ask(real, "Get-Printer-Attributes", "EXPECT printer-up-time WITH-VALUE >0").status == 0;
    };
    ASSERT_TRUE(eventually(is_up));
    const Words before = run_suite(real, folder);
    print_a_plan(real);
    EXPECT_EQ(run_suite(real, folder), before);
    EXPECT_THAT(before, Not(Contains(HasSubstr("[FAIL]"))));
    EXPECT_THAT(before, Contains(ContainsRegex("4.3.1: Send-Document Operation +.PASS.")));
    ASSERT_FALSE(before.empty());
    EXPECT_THAT(before.back(), HasSubstr("PWG 5100.12 section 6.2"));  // the last of IPP/2.0
}

TEST_F(Conformance, OfWhatAPrinterSaysOfItselfIsTheSameBeforeAndAfterAJobOfOurs) {
    const RealPrinter real(tests::free_port(), RealPrinter::Pace::quick);
    // If this version gets anything wrong, that is its own fault; a job of ours must not change it.
    const auto look = [&] {
        Words found;
        for (const auto* const suite :
             {"get-printer-attributes.test", "get-printer-attributes-suite.test", "get-job-template-attributes.test",
              "get-printer-description-attributes.test", "get-jobs.test", "get-completed-jobs.test"}) {
            const Words more = outcomes(tests::run({"ipptool", "-t", real.uri(), suite}).out);
            EXPECT_THAT(more, Contains(HasSubstr("[PASS]"))) << suite;
            found.insert(found.end(), more.begin(), more.end());
        }
        return found;
    };
    const Words before = look();
    print_a_plan(real);
    EXPECT_EQ(look(), before);
}

TEST_F(Conformance, OfOurJobHoldsNothingButWhatWeMeanToTell) {
    const RealPrinter real(tests::free_port(), RealPrinter::Pace::quick);
    print_a_plan(real);
    const auto told = ask(real, "Get-Job-Attributes", "ATTR integer job-id 1").out;
    EXPECT_THAT(told, Not(HasSubstr(visitor)));
    Attributes ours = attributes_in(told);
    // What remains without the attributes that the printer generates (RFC 8011, 5.3) is what we sent.
    std::erase_if(ours, [](const auto& attribute) {
        const auto begins = [&](const char* with) { return attribute.first.starts_with(with); };
        return begins("attributes-") || begins("date-time-at-") || begins("time-at-") || begins("job-id") ||
               begins("job-uri") || begins("job-uuid") || begins("job-printer-") || begins("printer-uri") ||
               begins("job-state") || begins("job-impressions");
    });
    EXPECT_EQ(ours, (Attributes{{"document-format-supplied", "application/pdf"},
                                {"job-name", "document"},
                                {"job-originating-user-name", our_name},
                                {"media-col", "{media-size={x-dimension=21590 y-dimension=27940}}"},
                                {"print-scaling", "none"},
                                {"sides", "one-sided"}}));
}

const std::string every_job = "ATTR keyword requested-attributes all\nATTR keyword which-jobs ";

TEST_F(Conformance, OfAFinishedJobIsThatOfOneCompletedUnderANeutralTitle) {
    const RealPrinter real(tests::free_port(), RealPrinter::Pace::quick);
    print_a_plan(real);
    const auto told = ask(real, "Get-Jobs",
                          every_job +
                              "completed\nEXPECT job-id COUNT 1\nEXPECT job-name WITH-VALUE \"document\"\n"
                              "EXPECT job-originating-user-name OF-TYPE name WITH-VALUE \"" +
                              our_name +
                              "\"\nEXPECT document-format-supplied WITH-VALUE \"application/pdf\"\n"
                              "EXPECT job-state OF-TYPE enum WITH-VALUE 9\n"
                              "EXPECT job-state-reasons WITH-VALUE \"job-completed-successfully\"");
    EXPECT_EQ(told.status, 0) << told.out;
    EXPECT_THAT(told.out, Not(HasSubstr(visitor)));
}

TEST_F(Conformance, OfTheQueueIsAnEmptyListOnceItIsCleared) {
    const RealPrinter real(tests::free_port(), RealPrinter::Pace::quick);
    real.take_paper_out();
    const auto printer = open(real.uri());
    ASSERT_TRUE(printer->submit({sample_pdf(visitor)}));
    const std::string unfinished = every_job + "not-completed\n";
    const auto waiting = ask(real, "Get-Jobs", unfinished + "EXPECT job-state WITH-VALUE 3,4,5,6");
    EXPECT_EQ(waiting.status, 0) << waiting.out;
    EXPECT_THAT(waiting.out, Not(HasSubstr(visitor)));
    (void)printer->clear();
    real.put_paper_in();  // this printer notices a cancelled job only once it has paper
    ASSERT_TRUE(eventually([&] { return printer->clear() == Clearing::clear; }));
    const auto cleared = ask(real, "Get-Jobs", unfinished + "EXPECT !job-id\nEXPECT !job-name");
    EXPECT_EQ(cleared.status, 0) << cleared.out;
}

}  // namespace
}  // namespace pocketplan::queue
