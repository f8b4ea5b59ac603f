#pragma once
// The only place that asks the machine for the time, so that tests can hold it still.

#include <QDateTime>

namespace baolei {

class Clock {
public:
    virtual ~Clock() = default;
    virtual QDateTime nowUtc() const = 0;
    virtual QDate today() const = 0; ///< the date on the wall where the program runs
};

/// The machine's clock.
const Clock& systemClock();

/// Stands still until told otherwise.
class FixedClock final : public Clock {
public:
    explicit FixedClock(QDate day, QTime time = QTime(9, 0))
        : m_now(day, time, Qt::UTC) { }
    QDateTime nowUtc() const override { return m_now; }
    QDate today() const override { return m_now.date(); }
    void set(QDate day) { m_now.setDate(day); }
    void advanceSeconds(qint64 seconds) { m_now = m_now.addSecs(seconds); }

private:
    QDateTime m_now;
};

} // namespace baolei
