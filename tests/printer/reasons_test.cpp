// Every registered printer-state-reasons keyword, with each suffix and without.

#include "printer/status/reasons.h"

#include <fstream>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace pocketplan::status {
namespace {

const std::vector<std::string>& registered() {
    static const auto list = [] {
        std::ifstream in(std::string(SOURCE_DIR) + "/tests/printer/registered_reasons.txt");
        std::vector<std::string> keywords;
        for (std::string line; std::getline(in, line);) {
            if (!line.starts_with("#")) keywords.push_back(line);
        }
        return keywords;
    }();
    return list;
}

Trouble blocks(const std::string& reason) {
    return meaning_of(reason).blocks;
}

bool is_announcement(const std::string& keyword) {
    if (keyword.ends_with("temperature-low")) return false;
    for (const char* word : {"-low", "almost", "near-", "warn", "-added", "-closed", "turned-on", "-heating"}) {
        if (keyword.find(word) != std::string::npos) return true;
    }
    return false;
}

TEST(Reasons, EveryRegisteredKeywordIsKnown) {
    ASSERT_GT(registered().size(), 790U);
    for (const auto& keyword : registered()) {
        const bool says_nothing = keyword == "other" || keyword == "unknown";
        EXPECT_EQ(meaning_of(keyword + "-error").notice == Notice::unknown, says_nothing) << keyword;
    }
}

TEST(Reasons, AReportBlocksOnlyWhereItIsAStateAndNoFault) {
    const std::set<std::string> states{"deactivated", "hold-new-jobs", "moving-to-paused", "paused", "shutdown"};
    for (const auto& keyword : registered()) {
        EXPECT_EQ(blocks(keyword + "-report") != Trouble::none, states.contains(keyword)) << keyword;
    }
}

TEST(Reasons, AWarningBlocksOnlyWherePaperIsStuckWantedOrTheDoorIsOpen) {
    const std::set<std::string> blocking{"deactivated",
                                         "hold-new-jobs",
                                         "moving-to-paused",
                                         "paused",
                                         "shutdown",
                                         "cover-open",
                                         "door-open",
                                         "interlock-open",
                                         "media-jam",
                                         "media-needed",
                                         "input-cannot-feed-size-selected",
                                         "input-manual-input-request",
                                         "input-media-tray-jam",
                                         "media-path-input-jam",
                                         "media-path-input-request",
                                         "media-path-jam",
                                         "media-path-output-jam",
                                         "output-media-tray-jam"};
    for (const auto& keyword : registered()) {
        EXPECT_EQ(blocks(keyword + "-warning") != Trouble::none, blocking.contains(keyword)) << keyword;
    }
}

TEST(Reasons, WhatIsLowOrNearItsEndNeverBlocksWhateverItsSuffix) {
    int count = 0;
    for (const auto& keyword : registered()) {
        if (!is_announcement(keyword)) continue;
        ++count;
        for (const char* suffix : {"", "-report", "-warning", "-error"}) {
            EXPECT_EQ(blocks(keyword + suffix), Trouble::none) << keyword << suffix;
        }
    }
    EXPECT_GT(count, 200);
}

TEST(Reasons, WhatIsUsedUpBlocksOnlyAsAnError) {
    for (const char* keyword : {"marker-supply-empty", "toner-empty", "developer-empty", "marker-ink-empty",
                                "marker-waste-full", "opc-life-over", "input-pick-roller-life-over"}) {
        for (const char* suffix : {"", "-report", "-warning"}) {
            EXPECT_EQ(blocks(std::string(keyword) + suffix), Trouble::none) << keyword << suffix;
            EXPECT_TRUE(meaning_of(std::string(keyword) + suffix).notice) << keyword << suffix;
        }
        EXPECT_NE(blocks(std::string(keyword) + "-error"), Trouble::none) << keyword;
    }
}

TEST(Reasons, EveryJamAndEveryOpenCoverIsCalledSo) {
    for (const auto& keyword : registered()) {
        if (keyword.ends_with("-jam")) {
            EXPECT_EQ(blocks(keyword + "-error"), Trouble::jam) << keyword;
        }
        if (keyword.ends_with("-open") || keyword.ends_with("-opened")) {
            EXPECT_EQ(blocks(keyword + "-error"), Trouble::door_open) << keyword;
        }
    }
}

TEST(Reasons, ErrorsAreToldApartByWhatStaffDo) {
    const std::vector<std::pair<const char*, Trouble>> cases{
        {"media-empty-error", Trouble::out_of_paper},
        {"media-needed-error", Trouble::out_of_paper},
        {"input-tray-missing-error", Trouble::tray_missing},
        {"output-tray-missing-error", Trouble::tray_missing},
        {"output-area-full-error", Trouble::output_full},
        {"marker-supply-empty-error", Trouble::toner_empty},
        {"marker-waste-full-error", Trouble::waste_full},
        {"marker-waste-toner-receptacle-missing-error", Trouble::waste_full},
        {"opc-life-over-error", Trouble::worn_part},
        {"fuser-over-temp-error", Trouble::temperature},
        {"spool-area-full-error", Trouble::memory_full},
        {"fan-failure-error", Trouble::broken},
        {"stapler-unrecoverable-storage-error", Trouble::broken},
        {"stapler-unrecoverable-storage-error-error", Trouble::broken},
        {"input-media-size-change-error", Trouble::wrong_paper},
        {"timed-out", Trouble::gone},
        {"offline-report", Trouble::gone},
        {"cups-missing-filter-warning", Trouble::no_filter},
        {"cups-pki-changed", Trouble::wrong_certificate},
        {"paused", Trouble::paused},
        {"hold-new-jobs", Trouble::held},
        {"deactivated", Trouble::not_accepting},
        {"connecting-to-device", Trouble::none},
        {"media-path-cannot-duplex-media-selected-error", Trouble::none},
        {"some-vendors-own-error", Trouble::none},
        {"", Trouble::none},
        {"-error", Trouble::none},
    };
    for (const auto& [reason, trouble] : cases) EXPECT_EQ(blocks(reason), trouble) << reason;
}

TEST(Reasons, TellStaffWhatDoesNotBlockYet) {
    const std::vector<std::pair<const char*, Notice>> cases{
        {"media-low-report", Notice::paper_low},
        {"media-empty-warning", Notice::other_tray},
        {"toner-low", Notice::toner_low},
        {"toner-empty-warning", Notice::toner_low},
        {"marker-waste-almost-full-warning", Notice::waste_nearly_full},
        {"output-area-almost-full-report", Notice::output_nearly_full},
        {"opc-near-eol-warning", Notice::part_wearing},
        {"stapler-jam-warning", Notice::look},
        {"com.example.flux-error", Notice::unknown},
    };
    for (const auto& [reason, notice] : cases) EXPECT_EQ(meaning_of(reason).notice, notice) << reason;
    EXPECT_FALSE(meaning_of("none").notice);
    EXPECT_FALSE(meaning_of("stapler-jam-report").notice);
    EXPECT_FALSE(meaning_of("connecting-to-device").notice);
}

}  // namespace
}  // namespace pocketplan::status
