#pragma once
// How long something in a real window takes until it is seen.

#include <QString>
#include <functional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace baolei::bench {

/// Runs `act` and then the event loop until the list, table or tree called `view` inside `window`
/// has painted rows that came after `act`; with `asItIs` also rows that were there before. Seconds
/// from just before `act`; negative: nothing came within twenty seconds.
double secondsUntilPainted(QWidget& window, const QString& view, const std::function<void()>& act,
                           bool asItIs = false);

/// Runs the event loop until `isDone`, at most twenty seconds.
bool waitUntil(const std::function<bool()>& isDone);

/// Runs the event loop for a while.
void settle(int milliseconds);

/// Runs the event loop until no thread of the program has worked for a while, at most twenty seconds.
void settleUntilIdle();

} // namespace baolei::bench
