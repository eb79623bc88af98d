// Something else listens where a printer should be: every call ends, and nothing crashes.

#include <array>

#include <gtest/gtest.h>

#include "printer/queue/certificate.h"
#include "printer/queue/ipp_bytes.h"
#include "printer/queue/ipp_client.h"
#include "printer/queue/printer.h"
#include "printer/status/job_watch.h"
#include "tests/support/nonsense_server.h"

namespace pocketplan::queue {
namespace {

using status::Trouble;
using tests::NonsenseServer;
using Manner = NonsenseServer::Manner;

static_assert(IppClient::exchange_time < std::chrono::seconds(5));

std::unique_ptr<Printer> open(const std::string& uri) {
    return std::move(open_printer(uri, "pocketplan-test", Cleartext::allowed).value());
}

// The trouble that is reported. That anything is reported is half the test: each of these would wait for ever if we
// did.
void expect(const std::string& uri, Trouble trouble) {
    const auto printer = open(uri);
    EXPECT_EQ(status::judge_printer(printer->device()), trouble) << uri;
}

TEST(Nonsense, APrinterThatIsNotThereIsGone) {
    expect("ipp://127.0.0.1:9/ipp/print", Trouble::gone);
    expect("ipp://no-such-printer.invalid/ipp/print", Trouble::gone);
    expect("ipp://192.0.2.1/ipp/print", Trouble::gone);  // RFC 5737: nobody answers, and nothing refuses
}

TEST(Nonsense, OneThatTakesTheQuestionAndIsSilentIsGone) {
    const NonsenseServer server(Manner::silent);
    expect(server.uri(), Trouble::gone);
}

TEST(Nonsense, OneThatIsSilentWhenTlsIsProposedIsGone) {
    const NonsenseServer server(Manner::silent);
    expect(server.uri("ipps"), Trouble::gone);
}

TEST(Nonsense, OneThatAnswersByteByByteIsGone) {
    const NonsenseServer server(Manner::drip);
    expect(server.uri(), Trouble::gone);
}

TEST(Nonsense, OneThatNeverStopsAnsweringIsGone) {
    const NonsenseServer server(Manner::flood);
    expect(server.uri(), Trouble::gone);
}

TEST(Nonsense, OneThatHangsUpIsGone) {
    const NonsenseServer server(Manner::hang_up);
    expect(server.uri(), Trouble::gone);
    expect(server.uri("ipps"), Trouble::gone);
}

TEST(Nonsense, AnswersThatAreNoIppAreNoPrinters) {
    using namespace std::string_literals;
    const auto ipp = [](const std::string& body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: " + std::to_string(body.size()) +
               "\r\n\r\n" + body;
    };
    for (const auto& answer :
         {"SSH-2.0-OpenSSH_9.2\r\n"s, "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n"s,
          "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n"s,
          ipp("<html>hello</html>"), ipp(""), ipp("\x02\x00\x00\x00\x00\x00\x00\x01\x04\x44\xff\xff"s),
          // A value longer than the answer, and one with a negative length.
          ipp("\x02\x00\x00\x00\x00\x00\x00\x01\x04\x23\x00\x0dprinter-state\x7f\xffzz"s),
          "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nxx"s, std::string(100000, '\0')}) {
        const NonsenseServer server(Manner::says, answer);
        expect(server.uri(), Trouble::gone);
    }
}

// Answers of IPP, made by hand.
std::string bytes_of(int value, int count) {
    std::string bytes;
    for (int at = count - 1; at >= 0; --at) bytes += static_cast<char>(value >> (8 * at) & 0xFF);
    return bytes;
}
std::string attribute(int tag, const std::string& name, const std::string& value) {
    return std::string(1, static_cast<char>(tag)) + bytes_of(static_cast<int>(name.size()), 2) + name +
           bytes_of(static_cast<int>(value.size()), 2) + value;
}
std::string integer(const std::string& name, int value) {
    return attribute(0x4A, "", name) + attribute(0x21, "", bytes_of(value, 4));
}
std::string answer_with(const std::string& attributes) {
    using namespace std::string_literals;
    const std::string body = "\x02\x00\x00\x00\x00\x00\x00\x01\x04"s + attributes + "\x03";
    return "HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}
std::string nested(int levels) {
    std::string all = attribute(0x34, "media-col-ready", "");
    for (int level = 1; level < levels; ++level) all += attribute(0x4A, "", "deeper") + attribute(0x34, "", "");
    for (int level = 0; level < levels; ++level) all += attribute(0x37, "", "");
    return all;
}

// libcups would call itself for each level, and the program would end.
TEST(Nonsense, ACollectionThatIsTooDeepIsNoAnswer) {
    const NonsenseServer sane(Manner::says, answer_with(nested(deepest_collection)));
    expect(sane.uri(), Trouble::none);
    for (const int levels : {deepest_collection + 1, 12'000, 50'000}) {
        const NonsenseServer server(Manner::says, answer_with(nested(levels)));
        expect(server.uri(), Trouble::gone);
    }
}

// Thousands are read, and no more are held than an answer may have bytes.
TEST(Nonsense, MoreReasonsThanAnAnswerMayHoldAreNoAnswer) {
    const auto reasons = [](std::size_t bytes) {
        std::string all = attribute(0x44, "printer-state-reasons", "toner-low");
        const auto another = attribute(0x44, "", "toner-low");
        while (all.size() + another.size() < bytes) all += another;
        return answer_with(all);
    };
    const NonsenseServer talkative(Manner::says, reasons(IppClient::most_answer / 16));
    const auto report = open(talkative.uri())->device();
    EXPECT_GT(report.reasons.size(), 2'000U);
    EXPECT_EQ(status::judge_printer(report), Trouble::none);
    EXPECT_EQ(status::notices_of(report), std::vector{status::Notice::toner_low});
    const NonsenseServer endless(Manner::says, reasons(2 * IppClient::most_answer));
    expect(endless.uri(), Trouble::gone);
}

TEST(Nonsense, AnAnswerThatDoesNotEndIsNone) {
    const auto whole = nested(1);
    const NonsenseServer server(Manner::says, answer_with(whole.substr(0, whole.size() - 5)));
    expect(server.uri(), Trouble::gone);
}

TEST(Nonsense, NumbersThatCannotBeCountAsMissing) {
    for (const int nonsense : {2'147'483'647, -2'147'483'647 - 1, -1, 600'000}) {
        const std::string size = attribute(0x4A, "", "media-size") + attribute(0x34, "", "") +
                                 integer("x-dimension", nonsense) + integer("y-dimension", nonsense) +
                                 attribute(0x37, "", "");
        const std::string column = attribute(0x34, "media-col-ready", "") + size +
                                   integer("media-top-margin", nonsense) + integer("media-left-margin", 423) +
                                   attribute(0x37, "", "");
        const std::string supported = attribute(0x21, "media-top-margin-supported", bytes_of(nonsense, 4));
        const NonsenseServer server(Manner::says, answer_with(column + supported));
        const auto report = open(server.uri())->device();
        ASSERT_TRUE(report.reached) << nonsense;
        ASSERT_EQ(report.media.size(), 1U);
        EXPECT_EQ(report.media[0].width, 0) << nonsense;
        EXPECT_EQ(report.media[0].length, 0) << nonsense;
        EXPECT_EQ(report.margins, (status::Margins{0, 0, 423, 0})) << nonsense;
    }
}

// A custom size says in its name how large it is.
TEST(Nonsense, ANameOfASizeThatCannotBeCountsAsASizeThatIsNotReported) {
    for (const std::string name :
         {"custom_a_99999x99999mm", "custom_a_-1x-1mm", "custom_a_99999999999x1e300in", "custom_a_nanxinfmm"}) {
        const NonsenseServer server(Manner::says, answer_with(attribute(0x44, "media-ready", name)));
        const auto report = open(server.uri())->device();
        ASSERT_EQ(report.media.size(), 1U) << name;
        EXPECT_EQ(report.media[0].name, name);
        EXPECT_EQ(report.media[0].width, 0) << name;
    }
}

TEST(Nonsense, AttributesOfTheWrongTypeCountAsMissing) {
    using namespace std::string_literals;
    // printer-state and media-ready as text, a state reason without any value.
    const std::string body =
        "\x02\x00\x00\x00\x00\x00\x00\x01\x04"
        "\x41\x00\x0dprinter-state\x00\x03odd"
        "\x44\x00\x15printer-state-reasons\x00\x00"
        "\x41\x00\x0bmedia-ready\x00\x03odd\x03"s;
    const NonsenseServer server(Manner::says, "HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: " +
                                                  std::to_string(body.size()) + "\r\n\r\n" + body);
    expect(server.uri(), Trouble::none);
}

std::string number(int tag, const std::string& name, int value) {
    return attribute(tag, name, bytes_of(value, 4));
}

// What means nothing is no movement, whatever else is told each time.
TEST(Nonsense, AJobThatIsToldOfInNonsenseIsStalledAfterAMinute) {
    using namespace std::chrono_literals;
    constexpr int text = 0x41;
    for (const auto& told :
         {number(0x23, "job-state", 99), number(0x23, "job-state", -3), attribute(text, "job-state", "processing"),
          number(0x21, "job-impressions-completed", -5), attribute(text, "job-impressions-completed", "7"),
          number(0x21, "job-k-octets-processed", -1), std::string()}) {
        const NonsenseServer server(Manner::says, answer_with("\x02" + number(0x21, "job-id", 1) + told));
        const auto printer = open(server.uri());
        status::JobWatch::Time now;
        status::JobWatch watch(now);
        status::DeviceReport device;
        device.reached = true;
        const auto look = [&] { return watch.look(printer->job(JobId(1)), device, now).trouble; };
        EXPECT_EQ(look(), Trouble::none) << told;
        now += 59s;
        EXPECT_EQ(look(), Trouble::none) << told;
        now += 1s;
        EXPECT_EQ(look(), Trouble::stalled) << told;
    }
}

// How much is asked of a printer that lists these jobs to clear its queue, and whether it then is.
std::pair<std::size_t, Clearing> asked_to_clear(const std::string& jobs) {
    const NonsenseServer server(Manner::says, answer_with(jobs));
    const auto clearing = open(server.uri())->clear();
    return {server.heard(), clearing};
}

TEST(Nonsense, OnlyJobsThatAreOursForSureAreCancelled) {
    const auto job = [](int id, const std::string& owner) { return "\x02" + number(0x21, "job-id", id) + owner; };
    const auto of = [](const std::string& name) { return attribute(0x42, "job-originating-user-name", name); };
    const auto [look, nothing] = asked_to_clear("");
    EXPECT_EQ(nothing, Clearing::clear);
    EXPECT_GT(asked_to_clear(job(7, of("pocketplan-test"))).first, look) << "ours is cancelled";
    for (const int id : {-7, 0, -2'147'483'647 - 1}) {
        EXPECT_EQ(asked_to_clear(job(id, of("pocketplan-test"))), std::pair(look, Clearing::clear)) << "no id";
    }
    EXPECT_EQ(asked_to_clear(job(7, of("somebody"))), std::pair(look, Clearing::clear)) << "somebody else's";
    for (const auto& unnamed : {std::string(), of(""), attribute(0x13, "job-originating-user-name", "")}) {
        EXPECT_EQ(asked_to_clear(job(7, unnamed)), std::pair(look, Clearing::not_yet)) << "anybody's";
    }
}

TEST(Nonsense, AJobWithoutAnIdIsNone) {
    const std::array<std::byte, 9> pdf{};
    for (const int id : {-7, 0, -2'147'483'647 - 1}) {
        const NonsenseServer server(Manner::says, answer_with("\x02" + number(0x21, "job-id", id)));
        EXPECT_EQ(open(server.uri())->submit({pdf}).error(), SubmitFault::refused) << id;
    }
}

TEST(Nonsense, OneThatAsksForAPasswordIsToldNothingAndNobodyIsAsked) {
    const NonsenseServer server(Manner::says,
                                "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"printer\"\r\n"
                                "Content-Length: 0\r\n\r\n");
    expect(server.uri(), Trouble::sign_in);
    const std::array<std::byte, 9> pdf{};
    EXPECT_EQ(open(server.uri())->submit({pdf}).error(), SubmitFault::sign_in);
}

TEST(Nonsense, NothingIsSubmittedToItAndItsQueueIsNotClear) {
    const std::array<std::byte, 9> pdf{};
    for (const auto manner : {Manner::hang_up, Manner::flood}) {
        const NonsenseServer server(manner);
        const auto printer = open(server.uri());
        EXPECT_EQ(printer->submit({pdf}).error(), SubmitFault::unreachable);
        EXPECT_EQ(printer->clear(), Clearing::not_yet);
        EXPECT_FALSE(printer->job(JobId(1)).known);
    }
}

TEST(Nonsense, OnceAbandonedItAsksNothingAnyMore) {
    const NonsenseServer server(Manner::silent);
    const auto printer = open(server.uri());
    printer->abandon();
    const std::array<std::byte, 9> pdf{};
    EXPECT_EQ(printer->submit({pdf}).error(), SubmitFault::interrupted);
    EXPECT_EQ(server.heard(), 0U);
}

TEST(Fingerprint, Is64HexadecimalDigitsWithOrWithoutColons) {
    const std::string digits = "00112233445566778899AABBCCDDEEFF00112233445566778899aabbccddeeff";
    const auto plain = parse_fingerprint(digits);
    ASSERT_TRUE(plain);
    std::string with_colons;
    for (std::size_t at = 0; at < digits.size(); at += 2) with_colons += (at > 0 ? ":" : "") + digits.substr(at, 2);
    EXPECT_EQ(parse_fingerprint(with_colons), plain);
    EXPECT_EQ((*plain)[15], 0xff);
    for (const auto& bad : {std::string(), digits.substr(1), digits.substr(2), digits + "00", digits + "x",
                            "g" + digits.substr(1), " " + digits}) {
        EXPECT_FALSE(parse_fingerprint(bad)) << bad;
    }
}

TEST(Fingerprint, IsTheSha256OfTheCertificate) {
    // FIPS 180-2, appendix B.1.
    const std::array<unsigned char, 3> abc{'a', 'b', 'c'};
    EXPECT_EQ(fingerprint_of(abc),
              parse_fingerprint("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

}  // namespace
}  // namespace pocketplan::queue
