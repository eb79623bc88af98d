// What a job asks of a device with one paper, with two, and with less than it is asked for.

#include "printer/queue/ticket.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pocketplan::queue {
namespace {

using status::Media;
using status::PaperKind;

const Media photo{"na_index-4x6_4x6in", 10160, 15240, "photo"};
const Media letter{"na_letter_8.5x11in", 21590, 27940, "main"};
const Media a4{"iso_a4_210x297mm", 21000, 29700, "tray-2"};

// What a request with this ticket says.
class Asked {
public:
    explicit Asked(const Ticket& ticket) { ticket.write_to(request_.get()); }

    [[nodiscard]] std::string keyword(const char* name) const {
        const char* const text = ippGetString(ippFindAttribute(request_.get(), name, IPP_TAG_KEYWORD), 0, nullptr);
        return text == nullptr ? "" : text;
    }
    [[nodiscard]] std::string medium() const {
        auto* const column = ippFindAttribute(request_.get(), "media-col", IPP_TAG_BEGIN_COLLECTION);
        if (column == nullptr) return "";
        ipp_t* const medium = ippGetCollection(column, 0);
        ipp_t* const size = ippGetCollection(ippFindAttribute(medium, "media-size", IPP_TAG_BEGIN_COLLECTION), 0);
        const auto side = [&](const char* name) {
            return std::to_string(ippGetInteger(ippFindAttribute(size, name, IPP_TAG_INTEGER), 0));
        };
        auto* const source = ippFindAttribute(medium, "media-source", IPP_TAG_KEYWORD);
        return side("x-dimension") + "x" + side("y-dimension") +
               (source == nullptr ? "" : std::string(" from ") + ippGetString(source, 0, nullptr));
    }

private:
    Message request_{ippNewRequest(IPP_OP_CREATE_JOB)};
};

TEST(Ticket, AsksForOneSideWithoutScaling) {
    const Asked asked(Ticket(PaperKind::letter, {}));
    EXPECT_EQ(asked.keyword("sides"), "one-sided");
    EXPECT_EQ(asked.keyword("print-scaling"), "none");
}

TEST(Ticket, AsksForThePaperOfThePagesAndNamesItsTrayWhereAnotherHoldsOther) {
    EXPECT_EQ(Asked(Ticket(PaperKind::letter, {photo, letter})).medium(), "21590x27940 from main");
    EXPECT_EQ(Asked(Ticket(PaperKind::a4, {letter, a4})).medium(), "21000x29700 from tray-2");
    EXPECT_EQ(Asked(Ticket(PaperKind::letter, {letter})).medium(), "21590x27940");
    EXPECT_EQ(Asked(Ticket(PaperKind::letter, {letter, letter})).medium(), "21590x27940") << "either will do";
}

TEST(Ticket, AsksForTheUsualSizeWhereTheDeviceDoesNotSayWhatItHas) {
    EXPECT_EQ(Asked(Ticket(PaperKind::letter, {})).medium(), "21590x27940");
    EXPECT_EQ(Asked(Ticket(PaperKind::a4, {photo})).medium(), "21000x29700");
    Media rounded = a4;
    rounded.width += 50;
    EXPECT_EQ(Asked(Ticket(PaperKind::a4, {rounded})).medium(), "21050x29700") << "as the device calls it";
}

TEST(Ticket, LeavesTheLengthOfARollToTheDevice) {
    EXPECT_EQ(Asked(Ticket(PaperKind::receipt80, {{"", 8000, 0}})).medium(), "");
}

TEST(Ticket, AsksNoMoreForWhatTheDeviceDoesNotSupport) {
    const Message answer(ippNew());
    ippAddOutOfBand(answer.get(), IPP_TAG_UNSUPPORTED_GROUP, IPP_TAG_UNSUPPORTED_VALUE, "print-scaling");
    ippAddOutOfBand(answer.get(), IPP_TAG_UNSUPPORTED_GROUP, IPP_TAG_UNSUPPORTED_VALUE, "media-col");
    ippAddString(answer.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "sides", nullptr, "two-sided-long-edge");
    Ticket ticket(PaperKind::letter, {photo, letter});
    ticket.leave_out_unsupported(answer.get());
    const Asked asked(ticket);
    EXPECT_EQ(asked.keyword("print-scaling"), "");
    EXPECT_EQ(asked.medium(), "");
    EXPECT_EQ(asked.keyword("sides"), "one-sided") << "it was not among those";
}

}  // namespace
}  // namespace pocketplan::queue
