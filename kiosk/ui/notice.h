#pragma once

#include <optional>

#include "kiosk/ui/presenter.h"

// Sentences in a frame. Of present() alone.
namespace pocketplan::ui {

// A notice in the largest type that leaves room for what it is about. It can be measured before it is put, for what
// stands at the foot of its body.
class NoticeBox {
public:
    NoticeBox(const Presenter& on, const Rect& body, view::Notice notice);
    [[nodiscard]] double height() const;  // pixels
    // At the top of `body`.
    void put(Presenter& on, Rect& body) const;

private:
    [[nodiscard]] double words_height() const;
    void fit(double room);

    const Ui& ui_;
    view::Notice notice_;
    view::Saying sentence_;
    view::Saying remedy_;
    Type type_{.line_height = 1.3, .least_capital = 3, .most_capital = 6};
    Type small_{.capital = 0.8, .line_height = 1.3, .least_capital = 3, .most_capital = 5};
    double padding_ = 0;
    double width_ = 0;  // of the words
};

// What is wrong with what was entered, where it is said beside the entry and not in place of the explanation.
std::optional<view::Notice> error_of(const Presenter& on);

}  // namespace pocketplan::ui
