#include <filesystem>

#include <gtest/gtest.h>
#include <unistd.h>

#include "printer/queue/printer.h"

namespace pocketplan::queue {
namespace {

namespace fs = std::filesystem;

class FolderPrinterTest : public testing::Test {
protected:
    ~FolderPrinterTest() override { fs::remove_all(folder); }
    fs::path folder = fs::temp_directory_path() / ("folder_test." + std::to_string(::getpid()));
    std::array<std::byte, 4> pdf{};
};

TEST_F(FolderPrinterTest, MakesOneFileAJobAndOverwritesNone) {
    const auto printer = std::move(open_printer("folder:" + folder.string(), "").value());
    EXPECT_TRUE(printer->device().reached);
    EXPECT_EQ(printer->submit({pdf}), JobId(1));
    EXPECT_EQ(printer->submit({pdf}), JobId(2));
    EXPECT_EQ(fs::file_size(folder / "plan-2.pdf"), pdf.size());
    EXPECT_EQ(printer->job(JobId(1)).state, status::JobState::completed);
    EXPECT_FALSE(printer->job(JobId(9)).known);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder), {}), 2);
}

TEST_F(FolderPrinterTest, AFolderThatCannotBeIsGone) {
    const auto printer = std::move(open_printer("folder:/dev/null/plans", "").value());
    EXPECT_FALSE(printer->device().reached);
    EXPECT_EQ(printer->submit({pdf}).error(), SubmitFault::unreachable);
}

TEST(OpenPrinter, RefusesWhatItDoesNotKnowInOneLine) {
    for (const char* uri : {"", "lpt1:", "http://printer/", "ipp:", "ipp://", "ipp://localhost", "ipp://localhost/",
                            "cups:", "cups:a/b", "folder:", "ipp://local host/ipp", " ipp://localhost/ipp/print",
                            "dnssd://HP%20LaserJet._ipp._tcp.local/?uuid=0", "FOLDER:/tmp/x", "CUPS:office"}) {
        const auto printer = open_printer(uri, "");
        ASSERT_FALSE(printer) << uri;
        const auto line = describe(printer.error(), uri);
        EXPECT_EQ(line.find('\n'), std::string::npos);
        EXPECT_NE(line.find(std::string("'") + uri + "'"), std::string::npos);
    }
}

TEST(OpenPrinter, SendsAPlanInClearOnlyWhereTheSettingsAllowIt) {
    EXPECT_EQ(open_printer("ipp://192.0.2.7/ipp/print", "").error(), PrinterUriFault::cleartext);
    EXPECT_TRUE(open_printer("ipp://192.0.2.7/ipp/print", "", Cleartext::allowed));
    EXPECT_TRUE(open_printer("ipp://localhost:8631/ipp/print", ""));
    EXPECT_EQ(open_printer("ipp://127.example.org/ipp/print", "").error(), PrinterUriFault::cleartext);
}

TEST(OpenPrinter, KnowsThisMachineInEverySpelling) {
    for (const char* host : {"localhost", "LOCALHOST", "LocalHost", "localhost.", "LOCALHOST.", "127.0.0.1",
                             "127.0.0.1.", "127.1", "127.255.255.254", "0x7f.0.0.1", "0177.0.0.1", "2130706433",
                             "[::1]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::FFFF:7F00:1]"}) {
        for (const char* scheme : {"ipp", "IPP", "Ipp", "ipps", "IPPS"}) {
            const std::string uri = scheme + std::string("://") + host + ":60000/ipp/print";
            EXPECT_TRUE(open_printer(uri, "")) << uri;
        }
    }
    for (const char* host : {"localhost.example.org", "localhost..", "mylocalhost", "127.example.org",
                             "127.0.0.1.example.org", "128.0.0.1", "0.0.0.0", "126.255.255.255", "[::2]", "[::]",
                             "[::ffff:128.0.0.1]", "[fe80::1]", "[::127.0.0.1]", "1.0.0.127"}) {
        const std::string uri = std::string("ipp://") + host + "/ipp/print";
        const auto printer = open_printer(uri, "");
        ASSERT_FALSE(printer) << uri;
        EXPECT_EQ(printer.error(), PrinterUriFault::cleartext) << uri;
    }
}

TEST(OpenPrinter, RefusesANameAndAPasswordAndDoesNotSayThem) {
    for (const char* uri :
         {"ipp://joe:secret@localhost:60000/ipp/print", "ipps://joe:secret@192.0.2.7/ipp/print",
          "IPP://secret@localhost/ipp/print", "ipp://a@b:secret@localhost/ipp/print", "http://joe:secret@printer/"}) {
        const auto printer = open_printer(uri, "");
        ASSERT_FALSE(printer) << uri;
        EXPECT_EQ(printer.error(), PrinterUriFault::sign_in) << uri;
        const auto line = describe(printer.error(), uri);
        EXPECT_EQ(line.find("secret"), std::string::npos) << line;
        EXPECT_NE(line.find("take them out"), std::string::npos) << line;
    }
    EXPECT_TRUE(open_printer("ipp://localhost/ipp/a@b", "")) << "in a path it is a sign as any other";
}

TEST(OpenPrinter, ASpaceBeforeOrAfterIsToldAsOne) {
    for (const char* uri :
         {" ipp://localhost/ipp/print", "ipps://localhost/ipp/print ", "cups:office\t", "folder:out "}) {
        const auto printer = open_printer(uri, "");
        ASSERT_FALSE(printer) << uri;
        EXPECT_EQ(printer.error(), PrinterUriFault::space) << uri;
        EXPECT_NE(describe(printer.error(), uri).find("begins or ends with a space; take it out"), std::string::npos);
    }
    EXPECT_TRUE(open_printer("folder:our plans", "")) << "within a path it is a letter as any other";
}

TEST(OpenPrinter, TakesAFolderAsItIsWrittenAndATildeForNone) {
    for (const char* uri : {"folder:~/plans", "folder:~", "folder:~kiosk/plans"}) {
        const auto printer = open_printer(uri, "");
        ASSERT_FALSE(printer) << uri;
        EXPECT_EQ(printer.error(), PrinterUriFault::home);
        EXPECT_NE(describe(printer.error(), uri).find("write the whole path"), std::string::npos);
    }
    for (const char* uri : {"folder:out", "folder:./~x", "folder:/srv/a~b"}) EXPECT_TRUE(open_printer(uri, "")) << uri;
}

TEST(OpenPrinter, WantsTheCertificateOfAnotherMachine) {
    const std::string good(64, 'a');
    const char* const elsewhere = "ipps://192.0.2.7/ipp/print";
    EXPECT_EQ(open_printer(elsewhere, "").error(), PrinterUriFault::unpinned);
    EXPECT_NE(describe(PrinterUriFault::unpinned, elsewhere).find("openssl"), std::string::npos);
    EXPECT_TRUE(open_printer(elsewhere, "", Cleartext::refused, good));
    EXPECT_TRUE(open_printer("ipps://localhost/ipp/print", ""));
    EXPECT_EQ(open_printer(elsewhere, "", Cleartext::refused, "abc").error(), PrinterUriFault::fingerprint);
    for (const char* other : {"ipp://localhost/ipp/print", "cups:office", "folder:/tmp/plans"}) {
        EXPECT_EQ(open_printer(other, "", Cleartext::refused, good).error(), PrinterUriFault::fingerprint);
    }
}

TEST(OpenPrinter, SaysWhichWayAPlanTakes) {
    EXPECT_EQ(open_printer("ipp://localhost/ipp/print", "").value()->path(), Path::direct_pdf);
    EXPECT_EQ(open_printer("cups:office", "").value()->path(), Path::scheduler);
    EXPECT_EQ(open_printer("folder:/tmp/plans", "").value()->path(), Path::files);
}

}  // namespace
}  // namespace pocketplan::queue
