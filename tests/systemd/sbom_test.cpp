// What systemd/packaging/sbom says of a package: here, of one whose program is Debian's /bin/true.

#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace pocketplan::tests {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;

class Sbom : public testing::Test {
protected:
    Sbom() {
        std::filesystem::create_directories(program_.parent_path());
        std::filesystem::copy_file("/bin/true", program_);
        std::ofstream(program_.parent_path() / "content.db") << "words";
    }

    [[nodiscard]] Output written() const {
        return run({"env", "SOURCE_DATE_EPOCH=1795863600", SOURCE_DIR "/systemd/packaging/sbom", "pocketplan", "1.2",
                    temporary_.path().string(), BUILD_DIR "/fonts"});
    }

    const TemporaryFolder temporary_{"sbom_test"};
    const std::filesystem::path program_ = temporary_.path() / "usr/lib/pocketplan/pocketplan";
};

std::string text_in(const nlohmann::json& object, const char* field) {
    return object.at(field).get<std::string>();
}

// "SPDXRef-pocketplan CONTAINS SPDXRef-...", and so on.
std::set<std::string> relations_in(const nlohmann::json& document) {
    std::set<std::string> relations;
    for (const auto& relation : document.at("relationships")) {
        relations.insert(text_in(relation, "spdxElementId") + " " + text_in(relation, "relationshipType") + " " +
                         text_in(relation, "relatedSpdxElement"));
    }
    return relations;
}

// SPDX 2.3, clauses 6 to 8 and 11: what must be there.
TEST_F(Sbom, HasWhatSpdxAsksFor) {
    const auto output = written();
    ASSERT_EQ(output.status, 0) << output.err;
    const auto document = nlohmann::json::parse(output.out);
    EXPECT_EQ(text_in(document, "spdxVersion"), "SPDX-2.3");
    EXPECT_EQ(text_in(document, "dataLicense"), "CC0-1.0");
    EXPECT_EQ(text_in(document, "name"), "pocketplan-1.2");
    EXPECT_THAT(text_in(document, "documentNamespace"), MatchesRegex("https://[^#]+"));
    EXPECT_EQ(text_in(document.at("creationInfo"), "created"), "2026-11-28T11:00:00Z");
    EXPECT_FALSE(document.at("creationInfo").at("creators").empty());
    std::set<std::string> ids{text_in(document, "SPDXID")};
    for (const auto& package : document.at("packages")) {
        EXPECT_TRUE(ids.insert(text_in(package, "SPDXID")).second) << package;
        for (const char* field : {"name", "versionInfo", "downloadLocation", "licenseDeclared"}) {
            EXPECT_NE(text_in(package, field), "") << package;
        }
        EXPECT_EQ(package.at("filesAnalyzed").get<bool>(), package.contains("packageVerificationCode")) << package;
    }
    for (const auto& file : document.at("files")) {
        EXPECT_TRUE(ids.insert(text_in(file, "SPDXID")).second) << file;
        EXPECT_THAT(text_in(file, "fileName"), MatchesRegex("\\./.+"));
        const auto& sum = file.at("checksums").at(0);
        EXPECT_EQ(text_in(sum, "algorithm"), "SHA1");
        EXPECT_EQ(text_in(sum, "checksumValue").size(), 40U);
    }
    for (const auto& id : ids) EXPECT_THAT(id, MatchesRegex("SPDXRef-[A-Za-z0-9.-]+"));
    for (const auto& relation : document.at("relationships")) {
        EXPECT_THAT(ids, Contains(text_in(relation, "spdxElementId")));
        EXPECT_THAT(ids, Contains(text_in(relation, "relatedSpdxElement")));
    }
}

TEST_F(Sbom, NamesWhatAProgramIsMadeOf) {
    std::ofstream(program_, std::ios::app) << "[json.exception.";
    const auto output = written();
    ASSERT_EQ(output.status, 0) << output.err;
    const auto relations = relations_in(nlohmann::json::parse(output.out));
    for (const char* relation : {"SPDXRef-DOCUMENT DESCRIBES SPDXRef-pocketplan",
                                 "SPDXRef-pocketplan CONTAINS SPDXRef-File-usr-lib-pocketplan-content.db",
                                 "SPDXRef-File-usr-lib-pocketplan-pocketplan DYNAMIC_LINK SPDXRef-libc6",
                                 "SPDXRef-pocketplan STATIC_LINK SPDXRef-nlohmann-json3-dev",
                                 "SPDXRef-pocketplan DEPENDS_ON SPDXRef-fonts-noto-core"}) {
        EXPECT_THAT(relations, Contains(std::string(relation)));
    }
    EXPECT_THAT(relations, Not(Contains(std::string("SPDXRef-pocketplan STATIC_LINK SPDXRef-libimgui-dev"))));
    EXPECT_EQ(written().out, output.out);
}

TEST_F(Sbom, IsNotWrittenOfNoProgram) {
    std::ofstream(program_) << "words";
    const auto output = written();
    EXPECT_NE(output.status, 0);
    EXPECT_EQ(output.out, "");
    EXPECT_THAT(output.err, HasSubstr("there is no program"));
}

}  // namespace
}  // namespace pocketplan::tests
