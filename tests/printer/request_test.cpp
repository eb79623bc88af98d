// Every kind of request that we send, as it goes over the wire, checked against RFC 8010 and RFC 8011. Run as root.

#include <map>
#include <set>

#include <cups/cups.h>
#include <gmock/gmock.h>

#include "printer/queue/ipp_printer.h"
#include "printer/queue/ipp_uri.h"
#include "tests/printer/print_test.h"
#include "tests/support/real_printer.h"
#include "tests/support/wiretap.h"

namespace pocketplan::queue {
namespace {

using testing::ElementsAreArray;
using testing::HasSubstr;
using testing::StartsWith;

using Names = std::vector<std::string>;

// The attributes that each request may have, and in our case must have, besides charset, language, target and user
// name: nothing else about a visitor or this machine is sent. By clause of RFC 8011; Cancel-My-Jobs is from PWG
// 5100.11, Purge-Jobs' my-jobs from CUPS.
const std::map<ipp_op_t, Names> told_besides{
    {IPP_OP_VALIDATE_JOB, {"document-format", "sides", "print-scaling", "media-col"}},  // 4.2.3
    {IPP_OP_CREATE_JOB, {"job-name", "sides", "print-scaling", "media-col"}},           // 4.2.4, 5.2
    {IPP_OP_GET_PRINTER_ATTRIBUTES, {"requested-attributes"}},                          // 4.2.5
    {IPP_OP_GET_JOBS, {"which-jobs", "my-jobs", "requested-attributes"}},               // 4.2.6
    {IPP_OP_SEND_DOCUMENT, {"document-format", "last-document"}},                       // 4.3.1
    {IPP_OP_CANCEL_JOB, {}},                                                            // 4.3.3
    {IPP_OP_GET_JOB_ATTRIBUTES, {"requested-attributes"}},                              // 4.3.4
    {IPP_OP_CANCEL_MY_JOBS, {}},
    {IPP_OP_PURGE_JOBS, {"my-jobs", "purge-jobs"}},
};
const std::set<std::string> ticket{"sides", "print-scaling", "media-col"};
const std::set<ipp_op_t> of_a_job{IPP_OP_SEND_DOCUMENT, IPP_OP_CANCEL_JOB, IPP_OP_GET_JOB_ATTRIBUTES};

// One request, taken apart.
struct Request {
    std::string head;  // HTTP's
    Message message{ippNew()};
    ipp_state_t state = IPP_STATE_ERROR;  // as its reader ended
    std::string document;                 // what follows it

    [[nodiscard]] ipp_op_t operation() const { return ippGetOperation(message.get()); }
    [[nodiscard]] std::string name() const { return ippOpString(operation()); }
};

// RFC 9112, 7.1; without trailers.
std::string without_chunks(std::string_view body) {
    std::string whole;
    while (!body.empty()) {
        const auto length = std::stoul(std::string(body.substr(0, body.find("\r\n"))), nullptr, 16);
        body.remove_prefix(body.find("\r\n") + 2);
        if (length == 0) break;
        whole += body.substr(0, length);
        body.remove_prefix(length + 2);
    }
    return whole;
}

ssize_t read_string(void* source, ipp_uchar_t* buffer, std::size_t wanted) {
    auto& left = *static_cast<std::string_view*>(source);
    const auto count = left.copy(reinterpret_cast<char*>(buffer), wanted);
    left.remove_prefix(count);
    return static_cast<ssize_t>(count);
}

Request take_apart(const std::string& heard) {
    Request request;
    const auto end = heard.find("\r\n\r\n") + 4;
    request.head = heard.substr(0, end);
    std::string body = heard.substr(end);
    if (request.head.find("Transfer-Encoding: chunked") != std::string::npos) body = without_chunks(body);
    std::string_view left = body;
    do {
        request.state = ippReadIO(&left, read_string, 1, nullptr, request.message.get());
    } while (request.state != IPP_STATE_ERROR && request.state != IPP_STATE_DATA);
    request.document = left;
    return request;
}

std::vector<ipp_attribute_t*> attributes_of(const Request& request) {
    std::vector<ipp_attribute_t*> attributes;
    ipp_t* const message = request.message.get();
    for (auto* at = ippFirstAttribute(message); at != nullptr; at = ippNextAttribute(message)) attributes.push_back(at);
    return attributes;
}

std::string value(const Request& request, const char* name, ipp_tag_t type) {
    const auto* const text = ippGetString(ippFindAttribute(request.message.get(), name, type), 0, nullptr);
    return text == nullptr ? "" : text;
}

// Everything that visits ask a printer and a scheduler for in a day.
class RequestConforms : public testing::Test {
protected:
    RequestConforms() : real(tests::free_port()), tap(real.port()), pdf(sample_pdf("plan")) {
        real.take_paper_out();  // so that there is a job left to cancel
        IppPrinter printer(parse_ipp_uri(tap.uri()).value(), our_name);
        EXPECT_TRUE(printer.device().reached);
        const auto job = printer.submit({pdf});
        EXPECT_TRUE(job && printer.job(*job).known);
        EXPECT_EQ(printer.clear(), Clearing::not_yet);
        EXPECT_FALSE(printer.purge_own_jobs());  // this printer keeps none, and has no Purge-Jobs
        EXPECT_TRUE(printer.ask_for_uri("printer-more-info"));
        for (const auto& heard : tap.heard()) requests.push_back(take_apart(heard));
    }

    tests::RealPrinter real;
    tests::Wiretap tap;
    std::vector<std::byte> pdf;
    std::vector<Request> requests;
};

TEST_F(RequestConforms, AndEveryKindOfThemIsAmongThese) {
    std::set<ipp_op_t> kinds;
    for (const auto& request : requests) kinds.insert(request.operation());
    std::set<ipp_op_t> known;
    for (const auto& [operation, names] : told_besides) known.insert(operation);
    EXPECT_EQ(kinds, known);
}

TEST_F(RequestConforms, ToItsHttpBinding) {
    for (const auto& request : requests) {
        EXPECT_THAT(request.head, StartsWith("POST /ipp/print HTTP/1.1\r\n"));
        EXPECT_THAT(request.head, HasSubstr("\r\nContent-Type: application/ipp\r\n"));
        EXPECT_THAT(request.head, HasSubstr("\r\nHost: localhost:"));
    }
}

TEST_F(RequestConforms, ToTheEncodingWithEveryAttributeValid) {
    for (const auto& request : requests) {
        SCOPED_TRACE(request.name());
        ASSERT_EQ(request.state, IPP_STATE_DATA);
        int minor = 0;
        const int major = ippGetVersion(request.message.get(), &minor);
        EXPECT_TRUE((major == 1 && minor == 1) || (major == 2 && minor == 0)) << major << "." << minor;
        EXPECT_GT(ippGetRequestId(request.message.get()), 0);
        EXPECT_EQ(ippValidateAttributes(request.message.get()), 1) << cupsLastErrorString();
    }
}

TEST_F(RequestConforms, ToTheOrderOfAttributesAndTellsNothingMore) {
    for (const auto& request : requests) {
        SCOPED_TRACE(request.name());
        Names expected{"attributes-charset", "attributes-natural-language", "printer-uri"};  // RFC 8011, 4.1.4, 4.1.5
        if (of_a_job.contains(request.operation())) expected.push_back("job-id");
        expected.push_back("requesting-user-name");
        const Names& besides = told_besides.at(request.operation());
        expected.insert(expected.end(), besides.begin(), besides.end());
        Names names;
        for (auto* const at : attributes_of(request)) {
            if (ippGetName(at) == nullptr) continue;  // between two groups
            names.emplace_back(ippGetName(at));
            const bool of_the_job = ticket.contains(names.back());
            EXPECT_EQ(ippGetGroupTag(at), of_the_job ? IPP_TAG_JOB : IPP_TAG_OPERATION) << names.back();
        }
        EXPECT_THAT(names, ElementsAreArray(expected));
    }
}

TEST_F(RequestConforms, ToWhatItMeans) {
    for (const auto& request : requests) {
        SCOPED_TRACE(request.name());
        EXPECT_EQ(value(request, "attributes-charset", IPP_TAG_CHARSET), "utf-8");
        EXPECT_NE(value(request, "attributes-natural-language", IPP_TAG_LANGUAGE), "");
        EXPECT_EQ(value(request, "printer-uri", IPP_TAG_URI), tap.uri());
        EXPECT_EQ(value(request, "requesting-user-name", IPP_TAG_NAME), our_name);
        const bool sends = request.operation() == IPP_OP_SEND_DOCUMENT;
        const auto* const bytes = reinterpret_cast<const char*>(pdf.data());
        EXPECT_EQ(request.document == std::string(bytes, pdf.size()), sends);
        EXPECT_EQ(request.document.empty(), !sends);
        if (!sends) continue;
        EXPECT_EQ(value(request, "document-format", IPP_TAG_MIMETYPE), "application/pdf");
        auto* const last = ippFindAttribute(request.message.get(), "last-document", IPP_TAG_BOOLEAN);
        EXPECT_NE(ippGetBoolean(last, 0), 0);
    }
}

}  // namespace
}  // namespace pocketplan::queue
