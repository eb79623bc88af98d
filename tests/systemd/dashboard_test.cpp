// What the dashboard shows is what a kiosk tells, and Prometheus understands how it asks.

#include <chrono>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "kiosk/machine/health.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace pocketplan::tests {
namespace {

using testing::IsSupersetOf;

std::vector<std::string> expressions_of_the_dashboard() {
    std::ifstream in(SOURCE_DIR "/systemd/dashboard.json");
    const auto dashboard = nlohmann::json::parse(in);
    std::vector<std::string> expressions;
    for (const auto& panel : dashboard.at("panels")) {
        for (const auto& target : panel.at("targets")) expressions.push_back(target.at("expr").get<std::string>());
    }
    return expressions;
}

std::set<std::string> metrics_of_ours(const std::string& text) {
    std::set<std::string> names;
    for (auto at = text.find("pocketplan_"); at != std::string::npos; at = text.find("pocketplan_", at + 1)) {
        const auto end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", at);
        names.insert(text.substr(at, end == std::string::npos ? end : end - at));
    }
    return names;
}

std::set<std::string> metrics_that_a_kiosk_tells() {
    const TemporaryFolder folder("dashboard_test");
    const auto file = folder.path() / "pocketplan.prom";
    const machine::Health health{false, true, {"swap"}, "jam", "1.2.3", "check-in", "7", {2026, 11, 24}, {2027, 5, 1}};
    EXPECT_TRUE(machine::write_health(file, health, std::chrono::system_clock::now()));
    std::ifstream in(file);
    return metrics_of_ours({std::istreambuf_iterator<char>(in), {}});
}

// All of it, but for the minute in which somebody called: nobody has to know that later.
TEST(Dashboard, ShowsWhatAKioskTells) {
    auto told = metrics_that_a_kiosk_tells();
    EXPECT_EQ(told.erase("pocketplan_staff_called_changed_seconds"), 1U);
    std::set<std::string> shown;
    for (const auto& expression : expressions_of_the_dashboard()) {
        EXPECT_THAT(told, IsSupersetOf(metrics_of_ours(expression))) << expression;
        shown.merge(metrics_of_ours(expression));
    }
    EXPECT_EQ(shown, told);
}

// Its package starts a server, so that only `./dev long` installs it.
TEST(Dashboard, AsksWhatPrometheusUnderstands) {
    if (run({"sh", "-c", "command -v promtool"}).status != 0) GTEST_SKIP() << "there is no promtool";
    nlohmann::json file_of_rules;
    auto& group = file_of_rules["groups"][0];
    group["name"] = "dashboard";
    for (const auto& expression : expressions_of_the_dashboard()) {
        auto& rule = group["rules"].emplace_back();
        rule["record"] = "shown:" + std::to_string(group["rules"].size());
        rule["expr"] = expression;
    }
    const TemporaryFolder folder("dashboard_test");
    const auto file = folder.path() / "rules.yml";
    std::ofstream(file) << file_of_rules;  // JSON is YAML, too
    const auto checked = run({"promtool", "check", "rules", file.string()});
    EXPECT_EQ(checked.status, 0) << checked.out << checked.err;
}

}  // namespace
}  // namespace pocketplan::tests
