#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "printer/queue/worker.h"
#include "tests/printer/report_list.h"
#include "tests/printer/sample.h"
#include "tests/support/process.h"
#include "tests/support/real_printer.h"

// Shared by the tests with real printers.
namespace pocketplan::queue {

inline const char* const our_name = "pocketplan-test";

inline std::unique_ptr<Printer> open(const std::string& uri) {
    return std::move(open_printer(uri, our_name).value());
}

inline bool completes(Printer& printer, JobId job) {
    return tests::eventually([&] { return printer.job(job).state == status::JobState::completed; });
}

// A visit's print worker on a real printer, and what it has reported.
class Visit {
public:
    explicit Visit(const std::string& uri)
        : worker_(
              open(uri), [] {}, std::chrono::milliseconds(200)) {}

    void print(const std::string& word) {
        forget_reports();
        pdf_ = sample_pdf(word);
        worker_.print({pdf_});
    }
    void cancel() { worker_.cancel(); }
    // Like the end of a visit, whatever is under way.
    bool end() { return worker_.stop(std::chrono::seconds(2)); }
    // Including those that nobody has taken yet.
    void forget_reports() {
        worker_.take_reports();
        taken_.clear();
    }

    template <class Is>
    testing::AssertionResult hears(Is is) {
        const bool heard = tests::eventually([&] {
            for (auto& report : worker_.take_reports()) taken_.push_back(std::move(report));
            return std::any_of(taken_.begin(), taken_.end(), is);
        });
        return heard ? testing::AssertionSuccess() : testing::AssertionFailure() << list_of(taken_);
    }
    testing::AssertionResult hears_of_job(status::Trouble trouble) {
        return hears([&](const Report& r) { return r.kind == Report::Kind::job && r.trouble == trouble; });
    }
    testing::AssertionResult hears_of_printer(status::Trouble trouble) {
        return hears([&](const Report& r) { return r.kind == Report::Kind::printer && r.trouble == trouble; });
    }
    testing::AssertionResult hears_progress(status::Progress progress) {
        return hears([&](const Report& r) { return r.kind == Report::Kind::job && r.progress == progress; });
    }
    // By the last report on the queue, if no job came after it.
    bool queue_is(QueueState queue) {
        return tests::eventually([&] {
            for (auto& report : worker_.take_reports()) taken_.push_back(std::move(report));
            const auto last = std::find_if(taken_.rbegin(), taken_.rend(),
                                           [](const Report& r) { return r.kind != Report::Kind::printer; });
            return last != taken_.rend() && last->kind == Report::Kind::queue && last->queue == queue;
        });
    }
    // Whether a job was ever reported as done.
    [[nodiscard]] bool was_done() const {
        return std::any_of(taken_.begin(), taken_.end(),
                           [](const Report& r) { return r.progress == status::Progress::done; });
    }

private:
    std::vector<std::byte> pdf_;
    Worker worker_;
    std::vector<Report> taken_;
};

// What a real printer has printed: each document with its words, as another PDF reader (Poppler) sees them.
inline std::map<std::filesystem::path, std::string> printed(const tests::RealPrinter& real) {
    std::map<std::filesystem::path, std::string> documents;
    for (const auto& file : real.spool()) {
        if (file.extension() != ".pdf") continue;
        const auto words = tests::run({"pdftotext", file.string(), "-"}).out;
        documents[file] = words.substr(0, words.find('\n'));
    }
    return documents;
}

// After a fault: no job is left, the next one prints, and only that.
inline void expect_only_the_next_prints(const tests::RealPrinter& real, const std::string& uri) {
    const auto before = printed(real);
    Visit next(uri);
    ASSERT_TRUE(next.queue_is(QueueState::clear));
    EXPECT_EQ(real.unfinished_jobs(), 0U);
    next.print("next");
    ASSERT_TRUE(next.hears_progress(status::Progress::done));
    ASSERT_TRUE(next.queue_is(QueueState::clear));
    EXPECT_EQ(real.unfinished_jobs(), 0U);
    // A printer that was switched off numbers its jobs, and its files, from one again.
    std::vector<std::string> came;
    for (const auto& [file, words] : printed(real)) {
        const auto old = before.find(file);
        if (old == before.end() || old->second != words) came.push_back(words);
    }
    EXPECT_EQ(came, std::vector<std::string>{"next"});
}

}  // namespace pocketplan::queue
