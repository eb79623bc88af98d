#pragma once

#include <atomic>
#include <string>
#include <thread>

namespace pocketplan::tests {

// Something that listens where a printer should be, but is not one. For answers that no real printer can be made to
// give.
class NonsenseServer {
public:
    // silent: takes the request and never answers. drip: answers with one byte every tenth of a second. flood: an IPP
    // answer without end. hang_up: ends every connection at once. says: `answer`, word for word.
    enum class Manner { silent, drip, flood, hang_up, says };

    explicit NonsenseServer(Manner manner, std::string answer = {});
    ~NonsenseServer();
    NonsenseServer(const NonsenseServer&) = delete;
    NonsenseServer& operator=(const NonsenseServer&) = delete;

    [[nodiscard]] std::string uri(const std::string& scheme = "ipp") const;
    // The bytes that it received, over all connections.
    [[nodiscard]] std::size_t heard() const { return heard_; }

private:
    void serve();
    void answer(int connection);
    // False if nothing more comes for a moment.
    bool hear(int connection);
    // False once the other end, or the test, has had enough.
    bool say(int connection, const std::string& bytes) const;

    Manner manner_;
    std::string answer_;
    int socket_ = -1;
    int port_ = 0;
    std::atomic<std::size_t> heard_ = 0;
    std::atomic<bool> ending_ = false;
    std::thread thread_;
};

}  // namespace pocketplan::tests
