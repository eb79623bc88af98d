#include "tests/support/browser.h"

#include <cstdlib>
#include <fstream>
#include <vector>

#include "content/letters.h"

namespace pocketplan::tests {
namespace {

using nlohmann::json;

// It contacts nobody: no update, no account, no network but the driver's.
std::vector<std::string> arguments(const std::filesystem::path& profile) {
    return {"--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1200,900",
            "--user-data-dir=" + profile.string()};
}

json capabilities(const std::filesystem::path& profile) {
    const json options{{"args", arguments(profile)}};
    return {{"capabilities", {{"alwaysMatch", {{"browserName", "chrome"}, {"goog:chromeOptions", options}}}}}};
}

}  // namespace

Browser::Browser(int port) : address_("http://127.0.0.1:" + std::to_string(port)) {
    char folder[] = "/tmp/browser.XXXXXX";
    folder_ = mkdtemp(folder);
    driver_ = std::make_unique<Process>(std::vector<std::string>{"chromedriver", "--port=" + std::to_string(port)},
                                        (folder_ / "log").string());
    eventually([&] { return run({"curl", "-s", "-o", "/dev/null", address_ + "/status"}).status == 0; });
    session_ = call("POST", "/session", capabilities(folder_ / "profile")).value("sessionId", "");
}

Browser::~Browser() {
    if (!session_.empty()) call("DELETE", "/session/" + session_, json::object());
    driver_.reset();
    std::filesystem::remove_all(folder_);
}

json Browser::call(const std::string& method, const std::string& path, const json& body) {
    const auto file = folder_ / "body";
    std::ofstream(file) << body.dump();
    const auto answer = run({"curl", "-s", "-X", method, "-H", "Content-Type: application/json", "--data-binary",
                             "@" + file.string(), address_ + path});
    const auto parsed = json::parse(answer.out, nullptr, false);
    return parsed.is_object() && parsed.contains("value") ? parsed["value"] : json();
}

void Browser::open(const std::filesystem::path& page) {
    call("POST", "/session/" + session_ + "/url", {{"url", "file://" + std::filesystem::absolute(page).string()}});
}

json Browser::evaluate(const std::string& body) {
    return call("POST", "/session/" + session_ + "/execute/sync", {{"script", body}, {"args", json::array()}});
}

void Browser::press(char32_t key) {
    const auto value = content::to_utf8(key);
    const json strokes{{{"type", "keyDown"}, {"value", value}}, {{"type", "keyUp"}, {"value", value}}};
    call("POST", "/session/" + session_ + "/actions",
         {{"actions", {{{"type", "key"}, {"id", "keys"}, {"actions", strokes}}}}});
}

void Browser::print(const std::filesystem::path& page, const std::filesystem::path& pdf) const {
    std::vector<std::string> call{"chromium"};
    const auto flags = arguments(folder_ / "printing");
    call.insert(call.end(), flags.begin(), flags.end());
    call.insert(call.end(), {"--print-to-pdf=" + pdf.string(), "file://" + std::filesystem::absolute(page).string()});
    run(call);
}

}  // namespace pocketplan::tests
