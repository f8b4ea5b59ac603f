#pragma once
// What the measuring programs share: each prints one line of JSON for each figure,
//   {"name":"save","scale":"city","seconds":0.0011,"reference_seconds":0.0009}
// which bench/measure.py collects over the rounds.

#include "core/base/result.h"

#include <QJsonObject>
#include <functional>

namespace baolei::bench {

void print(const QJsonObject& figure);

/// The usual line: ours and, unless negative, what it is compared with.
void print(const QString& name, const QString& scale, double seconds, double referenceSeconds = -1);

double secondsOf(const std::function<void()>& work);
double medianOf(QList<double> values);

/// Bytes that the process holds in memory now, and at its highest; 0 where the machine does not
/// say.
qint64 residentBytes();
qint64 peakBytes();

/// Ends the program with the error's text.
[[noreturn]] void giveUp(const Error& error);
template <typename T> T must(Result<T> result) {
    if (!result) giveUp(result.error());
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

} // namespace baolei::bench
